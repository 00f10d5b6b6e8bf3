//! Either, or, or neither: asked when answers hardly differ.

use crate::interview::Interview;
use crate::tui::desk::Desk;
use crate::tui::keys::{Action, Place};
use crate::tui::screen::{Go, Screen};
use crate::tui::theme::Role;
use crate::tui::widgets::beside::{self, Beside};
use crate::tui::widgets::choices::{Offered, show};
use crate::tui::widgets::column::Column;
use crate::tui::widgets::list::Cursor;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Value of each row: one side, the other side, neither.
const VALUES: [u8; 3] = [1, 2, 0];

/// The pair on screen.
#[derive(Debug)]
pub struct Pair {
    at: usize,
    cursor: Cursor,
}

impl Pair {
    /// The pair at a place of the questionnaire.
    pub fn new(at: usize, interview: &Interview) -> Self {
        let before = interview.record().pair(&interview.matcher().kit.questionnaire.pairs[at].id);
        let row = VALUES.iter().position(|value| Some(*value) == before).unwrap_or(0);
        Self { at, cursor: Cursor { row } }
    }
}

impl Screen for Pair {
    fn place(&self) -> Place {
        Place::Pair
    }

    fn title(&self, _desk: &Desk) -> String {
        "Either, or".to_string()
    }

    fn aside(&self, desk: &Desk) -> String {
        let all = desk.matcher().map_or(0, |matcher| matcher.kit.questionnaire.pairs.len());
        format!("{} of {all}", self.at + 1)
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, desk: &Desk) {
        let Some(interview) = &desk.interview else { return };
        let pair = &interview.matcher().kit.questionnaire.pairs[self.at];
        let before = interview.record().pair(&pair.id);
        let beside = Beside { place: "enjoy", turn: self.at, at: self.place() };
        let free = beside::draw(buffer, area, &beside, VALUES.len() + 6, desk);
        let mut column = Column::new(buffer, free);
        let why = "Your answers do not point anywhere yet, which is common. A few choices may help.";
        column.text(why, desk.theme.style(Role::Dim)).gap(1);
        column.text(&pair.text, desk.theme.style(Role::Strong)).gap(1);
        let labels = [pair.a.text.as_str(), pair.b.text.as_str(), "Neither"];
        let rows = VALUES.into_iter().zip(labels);
        let offered: Vec<Offered<'_>> =
            rows.map(|(value, label)| Offered { digit: Some(value), label, taken: before == Some(value) }).collect();
        let (rest, buffer) = column.take(u16::MAX);
        show(buffer, rest, &offered, self.cursor, desk);
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Go {
        if self.cursor.moved(action, VALUES.len()) {
            return Go::Stay;
        }
        let value = match action {
            Action::Digit(value) => value,
            Action::Accept => VALUES[self.cursor.row.min(VALUES.len() - 1)],
            other => return super::walked(other, desk),
        };
        let now = desk.now();
        match desk.converse(|interview| interview.answer(value, now)) {
            Some(Ok(())) => Go::Walk,
            _ => Go::Stay,
        }
    }

    fn digits(&self, _desk: &Desk) -> &'static str {
        "0-2"
    }

    fn asks(&self) -> bool {
        true
    }
}
