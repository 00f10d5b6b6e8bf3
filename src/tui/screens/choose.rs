//! One of the questions on where the person is: asked first, never scored.

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

/// The situation question at a place of the questionnaire.
#[derive(Debug)]
pub struct Choose {
    at: usize,
    count: usize,
    cursor: Cursor,
}

impl Choose {
    /// The question, the cursor on the answer given before.
    pub fn new(at: usize, interview: &Interview) -> Self {
        let statement = &interview.matcher().kit.questionnaire.situation[at];
        let before = interview.record().situation.get(&statement.id);
        let row = statement.choices.iter().position(|(id, _)| Some(id) == before).unwrap_or(0);
        Self { at, count: statement.choices.len(), cursor: Cursor { row } }
    }

    fn take(&self, row: usize, desk: &mut Desk) -> Go {
        let at = self.at;
        desk.converse(|interview| {
            let statement = &interview.matcher().kit.questionnaire.situation[at];
            if let Some((choice, _)) = statement.choices.get(row) {
                let (id, choice) = (statement.id.clone(), choice.clone());
                interview.note(|record| _ = record.situation.insert(id, choice));
                interview.next();
            }
        });
        Go::Walk
    }
}

impl Screen for Choose {
    fn place(&self) -> Place {
        Place::Choose
    }

    fn title(&self, _desk: &Desk) -> String {
        "Where you are".to_string()
    }

    fn aside(&self, _desk: &Desk) -> String {
        "never scored, skip what you like".to_string()
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, desk: &Desk) {
        let Some(interview) = &desk.interview else { return };
        let beside = Beside { place: "situation", turn: self.at * beside::QUESTIONS_A_LINE, at: self.place() };
        let free = beside::draw(buffer, area, &beside, self.count + 2, desk);
        let statement = &interview.matcher().kit.questionnaire.situation[self.at];
        let before = interview.record().situation.get(&statement.id);
        let offered: Vec<Offered<'_>> = statement
            .choices
            .iter()
            .zip(1..)
            .map(|((id, label), digit)| Offered { digit: Some(digit), label, taken: Some(id) == before })
            .collect();
        let mut column = Column::new(buffer, free);
        column.text(&statement.text, desk.theme.style(Role::Strong)).gap(1);
        let (rest, buffer) = column.take(u16::MAX);
        show(buffer, rest, &offered, self.cursor, desk);
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Go {
        if self.cursor.moved(action, self.count) {
            return Go::Stay;
        }
        match action {
            Action::Digit(digit) if (1..=self.count).contains(&usize::from(digit)) => {
                self.take(usize::from(digit) - 1, desk)
            }
            Action::Accept => self.take(self.cursor.row, desk),
            other => super::walked(other, desk),
        }
    }

    fn digits(&self, _desk: &Desk) -> &'static str {
        ["1", "1", "1-2", "1-3", "1-4", "1-5", "1-6", "1-7", "1-8"].get(self.count).copied().unwrap_or("1-9")
    }

    fn asks(&self) -> bool {
        true
    }
}
