//! TOML to the model: raw shapes, checks, and problems shown with file, line, what was expected and the remedy.
//!
//! Place in the flow: first. Texts come in as [`Source`]s (whoever calls has read the files), model types come out, or
//! all [`Problems`] at once. The build script runs the same checks and packs the shipped data, so that nothing is
//! parsed at start.

pub mod careers;
pub mod catalogue;
pub mod distinctions;
pub(crate) mod document;
pub mod figures;
pub mod matching;
pub mod packed;
mod problem;
pub mod questionnaire;
pub mod scales;
#[cfg(packed)]
pub mod shipped;
mod wording;

pub use catalogue::{Extent, addition, catalogue};
pub use distinctions::distinctions;
pub use matching::matching;
pub use problem::{Problem, Problems, Source, suggest};
pub use questionnaire::questionnaire;
pub use scales::scales;
