//! What work should bring: up to three goals.

use crate::interview::Interview;
use crate::tui::desk::Desk;
use crate::tui::keys::{Action, Place};
use crate::tui::screen::{Go, Screen};
use crate::tui::theme::Role;
use crate::tui::widgets::beside;
use crate::tui::widgets::choices::{Offered, show};
use crate::tui::widgets::column::Column;
use crate::tui::widgets::list::Cursor;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Most goals that can be chosen.
const MOST: usize = 3;

/// The list of goals.
#[derive(Debug)]
pub struct Goals {
    count: usize,
    cursor: Cursor,
}

impl Goals {
    /// The goals of the questionnaire.
    pub fn new(interview: &Interview) -> Self {
        Self { count: interview.matcher().kit.questionnaire.goals.len(), cursor: Cursor::default() }
    }

    fn toggle(&mut self, row: usize, desk: &mut Desk) -> Go {
        self.cursor.row = row;
        let goal = desk.matcher().and_then(|matcher| matcher.kit.questionnaire.goals.get(row)).map(|g| g.id.clone());
        let Some(goal) = goal else { return Go::Stay };
        let full = desk.record().is_some_and(|record| record.goals.len() >= MOST && !record.goals.contains(&goal));
        if full {
            desk.say("Three at most: take one away first.");
        } else {
            desk.note(|record| match record.goals.iter().position(|known| *known == goal) {
                Some(at) => _ = record.goals.remove(at),
                None => record.goals.push(goal),
            });
        }
        Go::Stay
    }
}

impl Screen for Goals {
    fn place(&self) -> Place {
        Place::Goals
    }

    fn title(&self, _desk: &Desk) -> String {
        "Where you are".to_string()
    }

    fn aside(&self, desk: &Desk) -> String {
        format!("{} of {MOST} chosen", desk.record().map_or(0, |record| record.goals.len()))
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, desk: &Desk) {
        let Some(interview) = &desk.interview else { return };
        let free = beside::draw(buffer, area, "situation", 4 * 3, self.place(), desk);
        let chosen = &interview.record().goals;
        let offered: Vec<Offered<'_>> = interview
            .matcher()
            .kit
            .questionnaire
            .goals
            .iter()
            .zip(1..)
            .map(|(goal, number): (_, u8)| Offered {
                digit: (number <= 10).then_some(number % 10),
                label: &goal.text,
                taken: chosen.contains(&goal.id),
            })
            .collect();
        let mut column = Column::new(buffer, free);
        column.text("What should work bring you? Up to three.", desk.theme.style(Role::Strong)).gap(1);
        let (rest, buffer) = column.take(u16::MAX);
        show(buffer, rest, &offered, self.cursor, desk);
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Go {
        if self.cursor.moved(action, self.count) {
            return Go::Stay;
        }
        match action {
            Action::Toggle => self.toggle(self.cursor.row, desk),
            Action::Digit(digit) => self.toggle((usize::from(digit) + 9) % 10, desk),
            Action::Accept => {
                desk.converse(Interview::next);
                Go::Walk
            }
            other => super::walked(other, desk),
        }
    }

    fn hint(&self, action: Action) -> Option<&'static str> {
        match action {
            Action::Accept => Some("go on"),
            Action::Digit(_) => Some("mark"),
            _ => None,
        }
    }

    fn digits(&self, _desk: &Desk) -> &'static str {
        "0-9"
    }

    fn asks(&self) -> bool {
        true
    }
}
