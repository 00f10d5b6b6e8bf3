//! A field and the careers found by what is typed in it.

use super::column::Column;
use super::field::Field;
use super::list::{self, Cursor, highlighted};
use crate::fit::Hit;
use crate::model::CareerId;
use crate::tui::desk::Desk;
use crate::tui::keys::Action;
use crate::tui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// Most careers found at once.
const MOST: usize = 50;

/// What was typed and found.
#[derive(Debug, Default)]
pub struct Finder {
    field: Field,
    hits: Vec<Hit>,
    cursor: Cursor,
}

impl Finder {
    /// Takes typed text and searches.
    pub fn write(&mut self, text: &str, desk: &Desk) {
        self.field.write(text);
        self.find(desk);
    }

    /// Moves or takes back; false when the action does neither.
    pub fn act(&mut self, action: Action, desk: &Desk) -> bool {
        if self.cursor.moved(action, self.hits.len()) {
            return true;
        }
        let changed = self.field.act(action);
        if changed {
            self.find(desk);
        }
        changed
    }

    /// The career that is marked.
    pub fn chosen(&self) -> Option<CareerId> {
        self.hits.get(self.cursor.row).map(|hit| hit.career)
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.field.text.trim().is_empty()
    }

    /// Empties the field.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    fn find(&mut self, desk: &Desk) {
        self.hits = desk.matcher().map(|m| m.search(&self.field.text, MOST)).unwrap_or_default();
        self.cursor = Cursor::default();
    }

    /// Draws the field and what was found; `none` is the word for nothing found.
    pub fn draw(&self, buffer: &mut Buffer, area: Rect, empty: &str, desk: &Desk) {
        let Some(matcher) = desk.matcher() else { return };
        let mut column = Column::new(buffer, area);
        let (line, buffer) = column.take(1);
        self.field.draw(buffer, line, empty, desk);
        column.gap(1);
        if self.hits.is_empty() && !self.is_empty() {
            column.text("Nothing is called that. Try a plain word for the work.", desk.theme.style(Role::Dim));
        }
        let rows: Vec<Line<'_>> = self
            .hits
            .iter()
            .map(|hit| {
                let career = matcher.kit.catalogue.get(hit.career);
                let Some(name) = hit.also.and_then(|at| career.also.get(at)) else {
                    return highlighted(&career.title, &hit.matched, desk);
                };
                let mut line = Line::from(format!("{}  ", career.title));
                line.push_span(Span::styled("also: ", desk.theme.style(Role::Dim)));
                line.extend(highlighted(name, &hit.matched, desk).spans);
                line
            })
            .collect();
        let (rest, buffer) = column.take(u16::MAX);
        list::draw(buffer, rest, &rows, self.cursor, desk);
    }
}
