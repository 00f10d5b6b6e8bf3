//! What this module asks of the outside, and what comes in.

use super::clicks::Mouse;
use super::keys::Key;
use super::saved_session::SavedSession;
use crate::model::LookBack;
use crate::report::Format;

/// Something that an effect handler must do; nothing in this module does it to the world.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Write the record of the open session: an answer or a choice has changed.
    Save,
    /// Begin a new session; [`Reply::Opened`] follows.
    Begin,
    /// Open the session of this name; [`Reply::Opened`] follows.
    Open(String),
    /// Mark the first step planned for a career as done, in the session of this name.
    Done {
        /// The session.
        session: String,
        /// The career's id.
        career: String,
        /// How it was.
        look_back: LookBack,
    },
    /// Say where a report in this format can be written; [`Reply::Proposed`] follows.
    Propose(Format),
    /// Write the results in this format to the file at this path, which must not be there yet; [`Reply::Written`] follows.
    Export(Format, String),
    /// Give the terminal back until the person returns.
    Suspend,
    /// Try to make a session that can only be read one's own; [`Reply::Opened`] follows where that works.
    Claim,
    /// Write the answers that cannot be saved to a file elsewhere; the program then ends.
    SaveElsewhere,
    /// Leave with this exit code, unless answers are not saved: [`Reply::Unsaved`] follows then.
    Quit(u8),
    /// Leave with this exit code, whatever is lost.
    Abandon(u8),
}

/// What the effect handler has to tell after an effect, or from outside.
#[derive(Clone, Debug)]
pub enum Reply {
    /// A session is open; the walk goes on where its record left off.
    Opened(Box<SavedSession>),
    /// A path at which a report can be written.
    Proposed(String),
    /// A report is written, at this path.
    Written(String),
    /// A line to show: done, or nothing to worry about.
    Said(String),
    /// A line to show: something failed, with the remedy.
    Trouble(String),
    /// The last change is not saved, and why.
    NotSaved(String),
    /// The last change is saved, with everything before it.
    Saved,
    /// Answers would be lost by leaving now: why, as a sentence.
    Unsaved(String),
    /// Nothing is left to do but to leave, with this exit code.
    Leave(u8),
}

/// What the person did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// Pressed a key.
    Key(Key),
    /// Holds a key, as a terminal tells it that can.
    Held(Key),
    /// Pasted a text.
    Paste(String),
    /// Did something with the mouse, where that was asked for.
    Mouse(Mouse),
    /// Changed the terminal's size.
    Resize,
}
