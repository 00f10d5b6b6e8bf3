//! What every screen is able to do.

use super::desk::Desk;
use super::keys::{Action, Place};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::fmt::Debug;

/// What follows an action.
#[derive(Debug)]
pub enum Go {
    /// The same screen, perhaps changed.
    Stay,
    /// Another screen on top of this one.
    Open(Box<dyn Screen>),
    /// Back to the screen below.
    Close,
    /// To the walk: whatever step the interview is at now.
    Walk,
    /// To the first screen.
    Home,
}

/// One screen: its state, how it looks and what it does with an action.
///
/// The frame draws header, footer and messages around it; [`Desk`] is what all screens share.
pub trait Screen: Debug {
    /// Which columns of the key table hold here.
    fn place(&self) -> Place;

    /// The heading, at the left of the header.
    fn title(&self, desk: &Desk) -> String;

    /// A short note at the right of the header.
    fn aside(&self, _desk: &Desk) -> String {
        String::new()
    }

    /// How much of the whole is done, drawn as the line under the header.
    fn share(&self, _desk: &Desk) -> Option<(usize, usize)> {
        None
    }

    /// A quiet line above the footer, where no message stands.
    fn note(&self, _desk: &Desk) -> String {
        String::new()
    }

    /// Draws the body.
    fn draw(&self, buffer: &mut Buffer, area: Rect, desk: &Desk);

    /// Does what was asked for.
    fn act(&mut self, action: Action, desk: &mut Desk) -> Go;

    /// Takes text that was typed or pasted; called only where [`Place::types`].
    fn write(&mut self, _text: &str, _desk: &mut Desk) -> Go {
        Go::Stay
    }

    /// Whether an action does something now, so that the footer names it.
    fn offers(&self, _action: Action, _desk: &Desk) -> bool {
        true
    }

    /// Another word for an action in the footer than the key table's.
    fn hint(&self, _action: Action) -> Option<&'static str> {
        None
    }

    /// Which digits answer, as the footer shows them.
    fn digits(&self, _desk: &Desk) -> &'static str {
        "1-9"
    }

    /// Whether it asks something, so that only keys read after it was painted may answer.
    fn asks(&self) -> bool {
        false
    }

    /// Comes to the front again, after what lay on it was closed.
    fn wake(&mut self, _desk: &mut Desk) {}

    /// Does a slice of pending work, 2 ms at most; true while more is left.
    fn refine(&mut self, _desk: &mut Desk) -> bool {
        false
    }
}

/// Whether an action answers what is on screen.
pub const fn answers(action: Action) -> bool {
    matches!(action, Action::Digit(_) | Action::Accept | Action::Skip | Action::Toggle | Action::Less | Action::More)
}
