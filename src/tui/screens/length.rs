//! How much of the questionnaire somebody who begins wants to take.

use crate::interview::{Interview, Step};
use crate::model::Length as Quota;
use crate::tui::desk::Desk;
use crate::tui::keys::{Action, Place};
use crate::tui::screen::{Go, Screen};
use crate::tui::theme::Role;
use crate::tui::widgets::choices::{Offered, show};
use crate::tui::widgets::column::Column;
use crate::tui::widgets::list::Cursor;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The three lengths, the cursor on the standard one.
#[derive(Debug)]
pub struct Length {
    cursor: Cursor,
}

impl Default for Length {
    fn default() -> Self {
        Self { cursor: Cursor { row: 1 } }
    }
}

impl Length {
    fn take(row: usize, desk: &mut Desk) -> Go {
        let Some(length) = Quota::ALL.get(row) else { return Go::Stay };
        desk.converse(|interview: &mut Interview| {
            interview.set_length(*length);
            if interview.step() == Step::Results {
                interview.resume();
            }
        });
        Go::Walk
    }
}

impl Screen for Length {
    fn place(&self) -> Place {
        Place::Choose
    }

    fn title(&self, _desk: &Desk) -> String {
        "How long".to_string()
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, desk: &Desk) {
        let Some(matcher) = desk.matcher() else { return };
        let asks = |length| matcher.kit.questionnaire.parts.iter().map(|part| part.quota(length)).sum::<usize>();
        let words = ["Quick", "Standard", "Full"];
        let says = ["a first look", "a solid result", "as sure as can be"];
        let labels: Vec<String> = (0..Quota::ALL.len())
            .map(|row| {
                let questions = asks(Quota::ALL[row]);
                format!("{}: {questions} questions, {} min, {}", words[row], questions / 8, says[row])
            })
            .collect();
        let offered: Vec<Offered<'_>> =
            labels.iter().zip(1..).map(|(label, digit)| Offered { digit: Some(digit), label, taken: false }).collect();
        let mut column = Column::new(buffer, area);
        column.text("How much time do you have?", desk.theme.style(Role::Strong)).gap(1);
        let (rest, buffer) = column.take(offered.len() as u16 + 1);
        show(buffer, rest, &offered, self.cursor, desk);
        column.text(
            "You can stop at any time and go on later, and change the length on the way.",
            desk.theme.style(Role::Dim),
        );
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Go {
        if self.cursor.moved(action, Quota::ALL.len()) {
            return Go::Stay;
        }
        match action {
            Action::Digit(digit) => Self::take(usize::from(digit).wrapping_sub(1), desk),
            Action::Accept => Self::take(self.cursor.row, desk),
            Action::Skip => Self::take(1, desk),
            Action::Back | Action::Close => Go::Close,
            _ => Go::Stay,
        }
    }

    fn digits(&self, _desk: &Desk) -> &'static str {
        "1-3"
    }

    fn asks(&self) -> bool {
        true
    }
}
