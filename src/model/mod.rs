//! The domain's plain types, valid by construction.
//!
//! Place in the flow: `content` makes them from TOML, every later room reads them. Nothing here reads a file,
//! writes one or prints.

pub mod answers;
pub mod career;
pub mod catalogue;
pub mod day;
pub mod distinction;
pub mod fit;
pub mod kit;
pub mod length;
pub mod limit;
pub mod matching;
pub mod matrix;
pub mod profile;
pub mod questionnaire;
pub mod random;
pub mod record;
pub mod scale;
pub mod visible;

pub use answers::{Answers, Response};
pub use career::{
    Career, CareerWords, Education, Experience, Figures, JobWords, Outlook, PathWords, Pay, StartWhen, Training,
};
pub use catalogue::{CareerId, Catalogue, ReadWords};
pub use day::{Day, NoDay};
pub use distinction::{Distinction, Distinctions};
pub use fit::{Band, Contribution, Fit, RankInterval, Reason, ReasonKind, Verdict};
pub use kit::Kit;
pub use length::Length;
pub use limit::{Limit, LimitChoice, Measure, Strength};
pub use matching::Matching;
pub use matrix::Matrix;
pub use profile::Profile;
pub use questionnaire::{
    Choice, Loading, Outcome, Pair, PairSide, Part, PartId, Question, QuestionId, Questionnaire, Slider, Statement,
};
pub use record::{Given, Kept, Plan, Record};
pub use scale::{Area, Group, GroupWords, SCALE_COUNT, Scale, ScaleId, Scales};
pub use visible::{visible, visible_lines};
