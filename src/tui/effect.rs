//! What goes out of the room and what comes in.

use super::clicks::Mouse;
use super::desk::Sitting;
use super::keys::Key;

/// Something that the shell must do; the room itself does nothing to the world.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Write the record of the open session: an answer or a choice has changed.
    Save,
    /// Begin a new session; [`News::Opened`] follows.
    Begin,
    /// Open the session of this name; [`News::Opened`] follows.
    Open(String),
    /// Mark the first step planned for a career as done, in the session of this name.
    Done {
        /// The session.
        session: String,
        /// The career's id.
        career: String,
    },
    /// Write the results in this format to a file; [`News::Said`] follows.
    Export(&'static str),
    /// Give the terminal back until the person returns.
    Suspend,
    /// Leave with this exit code.
    Quit(u8),
}

/// What the shell has to tell after an effect, or from outside.
#[derive(Clone, Debug)]
pub enum News {
    /// A session is open; the walk goes on where its record left off.
    Opened(Box<Sitting>),
    /// A line to show: done, or nothing to worry about.
    Said(String),
    /// A line to show: something failed, with the remedy.
    Trouble(String),
}

/// What the person did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// Pressed a key.
    Key(Key),
    /// Pasted a text.
    Paste(String),
    /// Did something with the mouse, where that was asked for.
    Mouse(Mouse),
    /// Changed the terminal's size.
    Resize,
}
