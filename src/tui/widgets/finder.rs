//! A field and the careers found by what is typed in it.

use super::column::Column;
use super::field::Field;
use super::list::{self, Cursor, highlight};
use crate::model::CareerId;
use crate::search::{Certainty, Findings, Hit};
use crate::tui::context::{Idle, Shell};
use crate::tui::keys::Action;
use crate::tui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

/// Most careers found at once.
const MAX_HITS: usize = 50;

/// Between two looks whether all names are read.
const LOOK: Duration = Duration::from_millis(2);

/// What was typed and found.
#[derive(Debug, Default)]
pub struct Finder {
    field: Field,
    found: Findings,
    cursor: Cursor,
    /// Whether a row was chosen by a key: of what is only near, none is marked before.
    picked: bool,
    /// Whether the career is an answer, so that of several that share a word none is marked before either.
    answers: bool,
    names: Names,
}

/// How far the reading of names has come, which goes on beside the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Names {
    #[default]
    Unread,
    Reading,
    Read,
}

impl Finder {
    /// One whose career is an answer: none that is only guessed is marked before a key moves to it.
    pub fn for_answer() -> Self {
        Self { answers: true, ..Self::default() }
    }

    /// Takes typed text and searches.
    pub fn write(&mut self, text: &str, idle: &Idle) {
        self.field.write(text);
        self.find(idle);
    }

    /// Moves or takes back; false when the action does neither.
    pub fn act(&mut self, action: Action, idle: &Idle) -> bool {
        let before = self.cursor;
        if self.cursor.move_by(action, self.found.hits.len()) {
            // where no row is marked yet, the first key marks the one that the cursor is at
            if !self.is_marked() {
                self.cursor = before;
            }
            self.picked = true;
            return true;
        }

        let changed = self.field.act(action);
        if changed {
            self.find(idle);
        }
        changed
    }

    /// The career that is marked; of careers that are only near none is, before a key moves to it.
    pub fn find_chosen(&self) -> Option<CareerId> {
        self.found.hits.get(self.cursor.row).filter(|_| self.is_marked()).map(|hit| hit.career)
    }

    fn is_marked(&self) -> bool {
        self.picked
            || match self.found.certainty {
                Certainty::Sure => true,
                Certainty::Choice => !self.answers,
                Certainty::Nearest => false,
            }
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.field.text.trim().is_empty()
    }

    /// Empties the field.
    pub fn clear(&mut self) {
        *self = Self { answers: self.answers, names: self.names, ..Self::default() };
    }

    /// Has the names of all languages read beside the screen, and searches again once they are; false when nothing is
    /// left to do.
    pub fn refine(&mut self, idle: &Idle) -> bool {
        let matcher = idle.matcher();

        match self.names {
            Names::Read => return false,
            Names::Unread if !matcher.has_read_names() => {
                let matcher = Arc::clone(matcher);
                thread::spawn(move || matcher.read_names());
                self.names = Names::Reading;
            }
            Names::Reading if !matcher.has_read_names() => thread::sleep(LOOK),
            Names::Unread | Names::Reading => {
                self.names = Names::Read;
                // a row that was picked by a key must not change under it
                if !self.picked {
                    self.find(idle);
                }
            }
        }

        true
    }

    fn find(&mut self, idle: &Idle) {
        self.found = idle.matcher().search_in_read(&self.field.text, MAX_HITS);
        self.cursor = Cursor::default();
        self.picked = false;
    }

    /// Draws the field and what was found with what there is to say of it.
    pub fn draw(&self, buffer: &mut Buffer, area: Rect, empty: &str, idle: &Idle) {
        let mut column = Column::new(buffer, area);
        let (line, buffer) = column.take(1);
        self.field.draw(buffer, line, empty, idle);
        column.gap(1);

        if let Some(said) = self.found.explain(&self.field.text).filter(|_| !self.is_empty()) {
            column.text(&said, idle.theme.style(Role::Dim));
            column.gap(1);
        }

        let catalogue = idle.catalogue();
        let hits = self.found.hits.iter();
        let rows: Vec<Line<'_>> = hits.map(|hit| build_row(hit, &catalogue.get(hit.career).title, idle)).collect();

        let (rest, buffer) = column.take(u16::MAX);
        if self.is_marked() {
            list::draw(buffer, rest, &rows, self.cursor, idle);
        } else {
            let draw =
                |buffer: &mut Buffer, area: Rect, at: usize| list::draw_row(buffer, area, &rows[at], false, idle);
            list::draw_each(buffer, rest, rows.len(), 0, idle, draw);
        }
    }
}

/// A career's title, and the name it was found by where that is another one.
fn build_row(hit: &Hit, title: &str, shell: &Shell) -> Line<'static> {
    let Some(found_as) = &hit.found_as else { return highlight(title, &hit.matched, shell) };

    let dim = shell.theme.style(Role::Dim);
    let mut line = Line::from(format!("{title}  "));
    line.push_span(Span::styled(found_as.lead(), dim));
    line.extend(highlight(&found_as.name, &hit.matched, shell).spans);
    line.push_span(Span::styled(found_as.after(), dim));
    line
}
