//! Several among a few: what work should bring, and what somebody who wants out wants to leave.

use crate::interview::Interview;
use crate::model::{Questionnaire, Record, Statement};
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

/// What is chosen from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// What work should bring.
    Goals,
    /// What to leave.
    Leave,
}

impl Of {
    const fn asks(self) -> &'static str {
        match self {
            Self::Goals => "What should work bring you? Up to three.",
            Self::Leave => "What do you want to leave? As many as hold.",
        }
    }

    /// Most that can be chosen.
    const fn most(self) -> usize {
        match self {
            Self::Goals => 3,
            Self::Leave => usize::MAX,
        }
    }

    fn offered(self, questionnaire: &Questionnaire) -> &[Statement] {
        match self {
            Self::Goals => &questionnaire.goals,
            Self::Leave => &questionnaire.leave,
        }
    }

    fn chosen(self, record: &Record) -> &Vec<String> {
        match self {
            Self::Goals => &record.goals,
            Self::Leave => &record.leave,
        }
    }

    fn chosen_mut(self, record: &mut Record) -> &mut Vec<String> {
        match self {
            Self::Goals => &mut record.goals,
            Self::Leave => &mut record.leave,
        }
    }
}

/// The list to choose from.
#[derive(Debug)]
pub struct Several {
    of: Of,
    count: usize,
    cursor: Cursor,
}

impl Several {
    /// The statements of the questionnaire.
    pub fn new(of: Of, interview: &Interview) -> Self {
        let count = of.offered(&interview.matcher().kit.questionnaire).len();
        Self { of, count, cursor: Cursor::default() }
    }

    fn toggle(&mut self, row: usize, desk: &mut Desk) -> Go {
        let of = self.of;
        let offered = desk.matcher().and_then(|matcher| of.offered(&matcher.kit.questionnaire).get(row));
        let Some(id) = offered.map(|statement| statement.id.clone()) else { return Go::Stay };
        self.cursor.row = row;
        let chosen = desk.record().map(|record| of.chosen(record));
        if chosen.is_some_and(|chosen| chosen.len() >= of.most() && !chosen.contains(&id)) {
            desk.say("Three at most: take one away first.");
            return Go::Stay;
        }
        desk.note(|record| {
            let chosen = of.chosen_mut(record);
            match chosen.iter().position(|known| *known == id) {
                Some(at) => _ = chosen.remove(at),
                None => chosen.push(id),
            }
        });
        Go::Stay
    }
}

impl Screen for Several {
    fn place(&self) -> Place {
        Place::Goals
    }

    fn title(&self, _desk: &Desk) -> String {
        "Where you are".to_string()
    }

    fn aside(&self, desk: &Desk) -> String {
        let chosen = desk.record().map_or(0, |record| self.of.chosen(record).len());
        format!("{chosen} of {} chosen", self.of.most().min(self.count))
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, desk: &Desk) {
        let Some(interview) = &desk.interview else { return };
        let beside = Beside { place: "situation", turn: 0, at: self.place() };
        let free = beside::draw(buffer, area, &beside, self.count + 2, desk);
        let chosen = self.of.chosen(interview.record());
        let offered: Vec<Offered<'_>> = self
            .of
            .offered(&interview.matcher().kit.questionnaire)
            .iter()
            .zip(1..)
            .map(|(statement, number): (_, u8)| Offered {
                digit: (number <= 10).then_some(number % 10),
                label: &statement.text,
                taken: chosen.contains(&statement.id),
            })
            .collect();
        let mut column = Column::new(buffer, free);
        column.text(self.of.asks(), desk.theme.style(Role::Strong)).gap(1);
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
            Action::Toggle => Some(""),
            _ => None,
        }
    }

    fn digits(&self, _desk: &Desk) -> &'static str {
        if self.count > 9 { "0-9" } else { "1-9" }
    }

    fn asks(&self) -> bool {
        true
    }
}
