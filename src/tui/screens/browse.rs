//! Look any career up: search on the left, the career on the right.

use super::results::career_reader::Reading;
use crate::report::pluralise;
use crate::tui::context::{OpenSession, Ready};
use crate::tui::keys::{Action, KeyScope};
use crate::tui::route::Route;
use crate::tui::screen::{Screen, Transition};
use crate::tui::widgets::finder::Finder;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};

/// Search in all careers.
#[derive(Debug, Default)]
pub struct Browse {
    finder: Finder,
    reading: Reading,
}

impl<C: Ready> Screen<C> for Browse {
    fn place(&self) -> KeyScope {
        KeyScope::Browse
    }

    fn title(&self, _ctx: &C) -> String {
        "Look a career up".to_string()
    }

    fn aside(&self, ctx: &C) -> String {
        pluralise(ctx.data().catalogue().len(), "career")
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, ctx: &C) {
        let columns = [Constraint::Percentage(42), Constraint::Length(2), Constraint::Fill(1)];
        let [left, _, right] = Layout::horizontal(columns).areas(area);
        self.finder.draw(buffer, left, "type a word", ctx.data());
        if let Some(career) = self.finder.find_chosen() {
            self.reading.draw(buffer, right, career, "", ctx);
        }
    }

    fn act(&mut self, action: Action, ctx: &mut C) -> Transition {
        match action {
            Action::Close if self.finder.is_empty() => return Transition::Close,
            Action::Accept => {
                let chosen = self.finder.find_chosen();
                return chosen.map_or(Transition::Stay, |career| Transition::Open(Route::Career(career)));
            }
            Action::Close => self.finder.clear(),
            Action::PageUp | Action::PageDown => _ = self.reading.scroll(action, ctx),
            other => {
                self.finder.act(other, ctx.data());
                self.reading.reset();
            }
        }

        Transition::Stay
    }

    fn write(&mut self, text: &str, ctx: &mut C) -> Transition {
        self.finder.write(text, ctx.data());
        self.reading.reset();
        Transition::Stay
    }

    fn wake(&mut self, _ctx: &mut C) {
        self.reading.forget();
    }

    fn refine(&mut self, ctx: &mut C) -> bool {
        self.finder.refine(ctx.data()) || ctx.session_mut().is_some_and(OpenSession::refine_rank_uncertainty)
    }

    fn offers(&self, action: Action, _ctx: &C) -> bool {
        action != Action::Accept || self.finder.find_chosen().is_some()
    }

    fn hint(&self, action: Action) -> Option<&'static str> {
        match action {
            Action::Close if !self.finder.is_empty() => Some("empty the line"),
            Action::Accept => Some("read"),
            Action::PageDown => Some("read on"),
            _ => None,
        }
    }
}
