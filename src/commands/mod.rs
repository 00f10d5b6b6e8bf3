//! One file a subcommand: each reads files, calls the rooms and carries out effects.
//!
//! Place in the flow: the outermost room, below `main` only.

mod keeper;
pub mod questionnaire;
