//! TOML to the model: raw shapes, checks, and problems shown with file, line, what was expected and the remedy.
//!
//! Place in the flow: first. Texts come in as [`Source`](crate::diagnostics::Source)s (whoever calls has read the files), model types come out, or
//! all [`Problems`](crate::diagnostics::Problems) at once. The build script runs the same checks and packs the shipped data, so that nothing is
//! parsed at start.

pub mod careers;
pub mod catalogue;
pub mod distinctions;
mod examples;
pub mod figures;
pub mod matching;
pub mod packed;
pub mod questionnaire;
pub mod scales;
pub mod shapes;
#[cfg(packed)]
pub mod shipped;
pub mod spelling;
mod wording;
mod written;

pub use catalogue::{Extent, read_addition, read_catalogue, read_own_catalogue};
pub use distinctions::read_distinctions;
pub use matching::read_matching;
pub use questionnaire::{check_activities, read_questionnaire};
pub use scales::read_scales;
pub use shapes::check_shapes;
pub use spelling::check_spelling;
pub use written::write_career;
