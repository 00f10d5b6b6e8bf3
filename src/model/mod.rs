//! The domain's plain types, valid by construction.
//!
//! Place in the flow: `content` makes them from TOML, every later module reads them. Nothing here reads a file,
//! writes one or prints.

pub mod answers;
pub mod by_scale;
pub mod card;
pub mod career;
pub mod catalogue;
pub mod column;
pub mod condition;
pub mod dataset;
pub mod day;
pub mod distinction;
pub mod emphasis;
pub mod figure;
pub mod fingerprint;
pub mod fit;
pub mod goal;
pub mod group;
pub mod length;
pub mod limit;
pub mod matching;
pub mod matrix;
pub mod plan;
pub mod profile;
pub mod questionnaire;
pub mod random;
pub mod response;
pub mod scale;
pub mod session_record;
pub mod situation;
pub mod step_words;
pub mod written;

pub use answers::Answers;
pub use by_scale::ByScale;
pub use card::{CardEntry, Objection, Reaction};
pub use career::{Career, CareerId, CareerWords, Figures, Hired, Hiring, JobWords, Paid, PathWords};
pub use catalogue::{Catalogue, ReadNames, ReadWords};
pub use condition::{Condition, ConditionAnswer, ConditionChoice};
pub use dataset::Dataset;
pub use day::{Day, NoDay, SECONDS_PER_DAY};
pub use distinction::{Distinction, Distinctions};
pub use emphasis::{Emphasis, NoEmphasis};
pub use figure::{Context, Education, Experience, FigureSource, Like, Outlook, Pay, Training};
pub use fingerprint::hash_texts;
pub use fit::{Band, Direction, DirectionName, DrawnBy, Fit, Quote, RankInterval, Reason, ReasonKind, Source, Verdict};
pub use goal::{Goal, GoalFigure, MAX_GOALS, Served, Sign};
pub use group::{ByGroup, Group, SCALE_COUNT};
pub use length::Length;
pub use limit::{Limit, LimitChoice, LimitSetting, Measure, Strength};
pub use matching::{BandEdges, DirectionRules, Matching, Reappearance};
pub use matrix::Matrix;
pub use plan::{Bookmark, LookBack, MOST_PLANS, Plan, PlanEntry};
pub use profile::Profile;
pub use questionnaire::{
    Choice, Loading, Outcome, Pair, PairSide, Part, PartId, Question, QuestionId, Questionnaire, Slider,
};
pub use response::{OffTheScale, Rating, Response, WrongAnswer};
pub use scale::{Area, GroupWords, Scale, ScaleId, Scales};
pub use session_record::{AnswerEntry, SessionRecord};
pub use situation::{SituationChoice, SituationQuestion, SituationRole};
pub use step_words::StepWords;
pub use written::Written;
