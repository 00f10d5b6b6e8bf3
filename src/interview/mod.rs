//! The conversation as a pure state machine that every front end drives: which question now, back, skip, undo, change,
//! quotas, progress, stopping.
//!
//! Place in the flow: above `fit`, since it aims its questions at the top of the list; below `report` and the front
//! ends. It does not draw, save, or know keys; whoever drives it saves [`Interview::record`] after each change.

mod change;
mod learnt;
mod progress;
mod select;
mod step;
mod suggested_limit;
mod walk;

pub use change::Change;
pub use learnt::{Leaning, Learnt};
pub use progress::Progress;
pub use select::{Choice, Quota, choose_question};
pub use step::{Refused, Step};
pub use suggested_limit::{Because, SuggestedLimit};
pub use walk::{Interview, ListChange, choose_next_card};
