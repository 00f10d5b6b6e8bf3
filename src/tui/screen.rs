//! What every screen is able to do.

use super::keys::{Action, KeyScope};
use super::route::Route;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// What follows an action.
#[derive(Debug)]
pub enum Transition {
    /// The same screen, perhaps changed.
    Stay,
    /// Another screen on top of this one.
    Open(Route),
    /// Another screen in the place of this one.
    Replace(Route),
    /// Back to the screen below, which does this.
    Perform(Action),
    /// Back to the screen below.
    Close,
    /// To the walk: whatever step the interview is at now.
    Walk,
    /// To the first screen.
    Home,
}

/// One screen: its state, how it looks and what it does with an action.
///
/// The frame draws header, footer and messages around it; `C` is what it needs: an open session, the data, or neither.
pub trait Screen<C> {
    /// Which columns of the key table hold here.
    fn place(&self) -> KeyScope;

    /// The heading, at the left of the header.
    fn title(&self, ctx: &C) -> String;

    /// A short note at the right of the header.
    fn aside(&self, _ctx: &C) -> String {
        String::new()
    }

    /// How much of the whole is done, drawn as the line under the header.
    fn share(&self, _ctx: &C) -> Option<(usize, usize)> {
        None
    }

    /// A quiet line above the footer, where no message stands.
    fn note(&self, _ctx: &C) -> String {
        String::new()
    }

    /// Draws the body.
    fn draw(&self, buffer: &mut Buffer, area: Rect, ctx: &C);

    /// Does what was asked for.
    fn act(&mut self, action: Action, ctx: &mut C) -> Transition;

    /// Takes text that was typed or pasted; called only where [`KeyScope::is_typing`].
    fn write(&mut self, _text: &str, _ctx: &mut C) -> Transition {
        Transition::Stay
    }

    /// Whether an action does something now, so that the footer names it.
    fn offers(&self, _action: Action, _ctx: &C) -> bool {
        true
    }

    /// Another word for an action in the footer than the key table's.
    fn hint(&self, _action: Action) -> Option<&'static str> {
        None
    }

    /// Which digits answer, as the footer shows them: `1-5`, or one digit.
    fn digits(&self, _ctx: &C) -> &'static str {
        "1-9"
    }

    /// Whether a digit is one of [`Screen::digits`].
    fn takes(&self, digit: u8, ctx: &C) -> bool {
        let mut ends = self.digits(ctx).bytes().filter(u8::is_ascii_digit).map(|end| end - b'0');
        let first = ends.next().unwrap_or(0);
        (first..=ends.next().unwrap_or(first)).contains(&digit)
    }

    /// Whether it asks something, so that only keys read after it was painted may answer.
    fn asks(&self) -> bool {
        false
    }

    /// Comes to the front again, after what lay on it was closed.
    fn wake(&mut self, _ctx: &mut C) {}

    /// Does a slice of pending work, 2 ms at most; true while more is left.
    fn refine(&mut self, _ctx: &mut C) -> bool {
        false
    }
}

/// Whether an action answers what is on screen.
pub const fn is_answer(action: Action) -> bool {
    matches!(action, Action::Digit(_) | Action::Accept | Action::Skip | Action::Toggle | Action::Less | Action::More)
}
