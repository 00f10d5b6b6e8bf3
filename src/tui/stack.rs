//! The screens over a state, the one in front last.

use super::glyphs;
use super::keys::Action;
use super::route::Route;
use super::screen::{Screen, Transition};
use super::screens::Opens;
use super::screens::welcome::Welcome;
use super::widgets::frame;
use ratatui::buffer::Buffer;
use std::fmt;

/// A state and its screens. Those above the first one need this very state, so they go when it does.
pub struct Stack<C> {
    /// The state.
    pub ctx: C,
    first: Welcome,
    above: Vec<Box<dyn Screen<C>>>,
}

// by hand: what is derived would put the printing of every screen, and of all data, into the program
impl<C> fmt::Debug for Stack<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stack").field("screens", &(1 + self.above.len())).finish_non_exhaustive()
    }
}

impl<C: Opens> Stack<C> {
    /// The first screen over a state.
    pub fn new(ctx: C, first: Welcome) -> Self {
        Self { ctx, first, above: Vec::new() }
    }

    /// What it leaves to the next state.
    pub fn into_parts(self) -> (C, Welcome) {
        (self.ctx, self.first)
    }

    /// The screen in front.
    pub fn front(&self) -> &dyn Screen<C> {
        self.above.last().map_or(&self.first, |screen| screen.as_ref())
    }

    fn parts(&mut self) -> (&mut C, &mut dyn Screen<C>) {
        (&mut self.ctx, self.above.last_mut().map_or(&mut self.first, |screen| screen.as_mut()))
    }

    /// Draws the screen in front with its frame; false when there was no room for it.
    pub fn draw(&self, buffer: &mut Buffer) -> bool {
        let complete = frame::draw(buffer, buffer.area, self.front(), &self.ctx);
        if self.ctx.shell().theme.is_ascii() {
            glyphs::to_ascii(buffer);
        }
        complete
    }

    /// Does what was asked for.
    pub fn act(&mut self, action: Action) -> Transition {
        let (ctx, front) = self.parts();
        front.act(action, ctx)
    }

    /// Takes text that was typed or pasted.
    pub fn write(&mut self, text: &str) -> Transition {
        let (ctx, front) = self.parts();
        front.write(text, ctx)
    }

    /// Does a slice of pending work; true while more is left.
    pub fn refine(&mut self) -> bool {
        let (ctx, front) = self.parts();
        front.refine(ctx)
    }

    /// Changes which screen is in front; false where it stays the same.
    pub fn follow(&mut self, transition: Transition) -> bool {
        match transition {
            Transition::Stay => return false,
            Transition::Open(route) => return self.open(route),
            Transition::Replace(route) => {
                self.close();
                self.open(route);
            }
            Transition::Perform(_) | Transition::Close => self.close(),
            Transition::Walk => self.above = self.ctx.open_steps(),
            Transition::Home => {
                // the first screen offers to go on with this session too, as it stands now
                if let Some(session) = self.ctx.ready_mut().and_then(|ready| ready.session_mut()) {
                    session.put_back();
                }
                (self.first, self.above) = (Welcome::default(), Vec::new());
            }
        }

        true
    }

    /// False where there is nothing to show yet.
    fn open(&mut self, route: Route) -> bool {
        self.ctx.open(route).map(|screen| self.above.push(screen)).is_some()
    }

    /// The first screen stays.
    fn close(&mut self) {
        if self.above.pop().is_some() {
            let (ctx, front) = self.parts();
            front.wake(ctx);
        }
    }
}
