//! Problems in a data file: where, what was there, what was expected, what to do; all of them at once.
//!
//! Place in the flow: below everything that reads a text. A [`Source`] comes in, a `Document` is taken apart entry by
//! entry, and what is wrong ends up in [`Problems`]. It knows TOML and no career.

pub(crate) mod document;
mod problem;
mod serde_words;
pub(crate) mod shape;
mod suggest;
pub(crate) mod weight;

pub use problem::{Problem, Problems, Severity, Source, is_stand_in};
pub use suggest::suggest;
