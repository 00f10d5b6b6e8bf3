//! Look any career up: search on the left, the career on the right.

use super::results::detail;
use crate::tui::desk::Desk;
use crate::tui::keys::{Action, Place};
use crate::tui::screen::{Go, Screen};
use crate::tui::widgets::finder::Finder;
use crate::tui::widgets::scroll::Scroll;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};

/// Search in all careers.
#[derive(Debug, Default)]
pub struct Browse {
    finder: Finder,
    scroll: Scroll,
}

impl Screen for Browse {
    fn place(&self) -> Place {
        Place::Browse
    }

    fn title(&self, _desk: &Desk) -> String {
        "Look a career up".to_string()
    }

    fn aside(&self, desk: &Desk) -> String {
        format!("{} careers", desk.matcher().map_or(0, |matcher| matcher.kit.catalogue.len()))
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, desk: &Desk) {
        let columns = [Constraint::Percentage(42), Constraint::Length(2), Constraint::Fill(1)];
        let [left, _, right] = Layout::horizontal(columns).areas(area);
        self.finder.draw(buffer, left, "type a word", desk);
        if let Some(career) = self.finder.chosen() {
            let lines = detail::lines(career, usize::from(right.width.saturating_sub(2)), desk);
            self.scroll.draw(buffer, right, &lines, desk);
        }
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Go {
        match action {
            Action::Close if self.finder.is_empty() => return Go::Close,
            Action::Close => self.finder.clear(),
            Action::PageUp | Action::PageDown => _ = self.scroll.moved(action),
            other => {
                self.finder.act(other, desk);
                self.scroll.reset();
            }
        }
        Go::Stay
    }

    fn write(&mut self, text: &str, desk: &mut Desk) -> Go {
        self.finder.write(text, desk);
        self.scroll.reset();
        Go::Stay
    }

    fn offers(&self, action: Action, _desk: &Desk) -> bool {
        action != Action::Accept
    }

    fn hint(&self, action: Action) -> Option<&'static str> {
        match action {
            Action::Close if !self.finder.is_empty() => Some("empty the line"),
            Action::PageDown => Some("read on"),
            _ => None,
        }
    }
}
