//! The questionnaire without a screen: line by line for people, and as JSON lines for programs.
//!
//! Place in the flow: beside `tui`, over the same [`crate::interview`]. It never redraws, and it knows no file: it reads
//! lines, writes lines, and hands every change to its [`Host`].

mod conversation;
mod dialogue;
mod kept;
mod limits;
mod listen;
mod menu;
mod plan;
mod prompt;
mod protocol;
mod reading;
mod report;
mod results;
mod run;

pub use conversation::{Conversation, Said};
pub use dialogue::Dialogue;
pub use prompt::{Kind, Prompt};
pub use protocol::Protocol;

use crate::interview::Interview;
use crate::model::SessionRecord;
use crate::report::Format;

/// How a conversation ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// All was asked, or the person had enough.
    Finished,
    /// Nothing more can be read.
    EndOfInput,
}

/// What a conversation has around it: a place for the answers and for reports, and a clock.
pub trait Host {
    /// Saves a change, before the next question is asked; trouble is said to the person, who may go on.
    ///
    /// # Errors
    /// Why it could not be saved, in words for the person.
    fn save(&mut self, record: &SessionRecord) -> Result<(), String>;

    /// Seconds since 1970, UTC.
    fn now(&self) -> u64;

    /// Where a report of this format can be written, under a name that no file has.
    fn propose_path(&self, _format: Format) -> String {
        String::new()
    }

    /// Writes a report to a path, where no file may be yet; the path comes back, or why nothing was written.
    ///
    /// # Errors
    /// Why nothing was written, in words for the person.
    fn write_report(&mut self, _interview: &Interview, _format: Format, _path: &str) -> Result<String, String> {
        Err("there is no place to write to".to_string())
    }
}
