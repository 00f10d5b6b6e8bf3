//! The questionnaire without a screen: line by line for people, and as JSON lines for programs.
//!
//! Place in the flow: beside `tui`, over the same [`crate::interview`]. It never redraws, and it knows no file: it reads
//! lines, writes lines, and hands every change to whoever keeps it.

mod conversation;
mod dialogue;
mod listen;
mod menu;
mod prompt;
mod protocol;
mod results;

pub use conversation::{Conversation, Said};
pub use dialogue::Dialogue;
pub use prompt::Prompt;
pub use protocol::Protocol;

use crate::model::Record;

/// How a conversation ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// All was asked, or the person had enough.
    Finished,
    /// Nothing more can be read.
    EndOfInput,
}

/// Whoever keeps the answers, and tells the time.
pub trait Keeper {
    /// Keeps a change, before the next question is asked; trouble is said to the person, who may go on.
    fn keep(&mut self, record: &Record) -> Result<(), String>;

    /// Seconds since 1970, UTC.
    fn now(&self) -> u64;
}
