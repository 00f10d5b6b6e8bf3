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

pub use catalogue::{Extent, addition, catalogue, own_catalogue};
pub use distinctions::distinctions;
pub use matching::matching;
pub use questionnaire::{check_activities, questionnaire};
pub use scales::scales;
pub use shapes::misshapen;
pub use spelling::misspelt;
pub use written::career_as_toml;
