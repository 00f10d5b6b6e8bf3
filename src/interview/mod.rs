//! The conversation as a pure state machine that every front end drives: which question now, back, skip, undo, change,
//! quotas, progress, stopping.
//!
//! Place in the flow: above `fit`, since it aims its questions at the top of the list; below `report` and the front
//! ends. It does not draw, save, or know keys; whoever drives it saves [`Interview::record`] after each change.

mod again;
mod cards;
mod change;
mod learnt;
mod list_change;
mod map;
mod pace;
mod progress;
mod select;
mod separate;
mod step;
mod suggested_limit;
mod walk;

pub use cards::next_card;
pub use change::Change;
pub use learnt::{Leaning, Learnt};
pub use list_change::ListChange;
pub use progress::Progress;
pub use select::{Choice, Quota, next_question};
pub use step::Step;
pub use suggested_limit::{Because, SuggestedLimit};
pub use walk::{Interview, Refused};
