//! Look any career up: search on the left, the career on the right.

use super::career::InFull;
use super::results::reading::Reading;
use crate::tui::desk::Desk;
use crate::tui::keys::{Action, Place};
use crate::tui::screen::{Go, Screen};
use crate::tui::widgets::finder::Finder;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};

/// Search in all careers.
#[derive(Debug, Default)]
pub struct Browse {
    finder: Finder,
    reading: Reading,
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
            self.reading.draw(buffer, right, career, "", desk);
        }
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Go {
        match action {
            Action::Close if self.finder.is_empty() => return Go::Close,
            Action::Accept => {
                let chosen = self.finder.chosen();
                return chosen.map_or(Go::Stay, |career| Go::Open(Box::new(InFull::new(career, desk))));
            }
            Action::Close => self.finder.clear(),
            Action::PageUp | Action::PageDown => _ = self.reading.moved(action, desk),
            other => {
                self.finder.act(other, desk);
                self.reading.reset();
            }
        }
        Go::Stay
    }

    fn write(&mut self, text: &str, desk: &mut Desk) -> Go {
        self.finder.write(text, desk);
        self.reading.reset();
        Go::Stay
    }

    fn wake(&mut self, _desk: &mut Desk) {
        self.reading.forget();
    }

    fn refine(&mut self, desk: &mut Desk) -> bool {
        desk.refine_sureness()
    }

    fn offers(&self, action: Action, _desk: &Desk) -> bool {
        action != Action::Accept || self.finder.chosen().is_some()
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
