//! One of the questions on where the person is: asked first, never scored.

use super::walk::step;
use crate::interview::{Change, Interview};
use crate::model::SituationRole;
use crate::tui::context::OpenSession;
use crate::tui::keys::{Action, KeyScope};
use crate::tui::screen::{Screen, Transition};
use crate::tui::theme::Role;
use crate::tui::widgets::choices::{Offered, draw_choices, name_digits_of};
use crate::tui::widgets::column::Column;
use crate::tui::widgets::list::Cursor;
use crate::tui::widgets::side_panel::{self, Beside};
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
        let statement = &interview.matcher().dataset.questionnaire.situation[at];
        let before = interview.record().situation.get(&statement.id);
        let row = statement.choices.iter().position(|choice| Some(&choice.id) == before).unwrap_or(0);
        Self { at, count: statement.choices.len(), cursor: Cursor { row } }
    }

    fn take(&self, row: usize, ctx: &mut OpenSession) -> Transition {
        // who needed pay soon before has been told already
        let could_wait = !ctx.says(SituationRole::NeedsPaySoon);
        let statement = &ctx.questionnaire().situation[self.at];
        if let Some(choice) = statement.choices.get(row) {
            let change = Change::Situation { question: statement.id.clone(), choice: choice.id.clone() };
            ctx.converse(|interview| {
                interview.apply(change);
                interview.next();
            });
        }

        if could_wait && ctx.says(SituationRole::NeedsPaySoon) {
            let bills = ctx.dataset().distinctions.bills.clone();
            ctx.say(bills);
        }

        Transition::Walk
    }
}

impl Screen<OpenSession> for Choose {
    fn place(&self) -> KeyScope {
        KeyScope::Choose
    }

    fn title(&self, ctx: &OpenSession) -> String {
        ctx.questionnaire().words.situation.clone()
    }

    fn aside(&self, ctx: &OpenSession) -> String {
        ctx.questionnaire().words.situation_aside.clone()
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, ctx: &OpenSession) {
        // counted as if each were several questions, so that each has sentences of its own beside it
        let beside = Beside { place: "situation", turn: self.at * side_panel::QUESTIONS_A_LINE, at: self.place() };
        let free = side_panel::draw(buffer, area, &beside, self.count + 2, ctx);

        let statement = &ctx.questionnaire().situation[self.at];
        let before = ctx.record().situation.get(&statement.id);
        let offered: Vec<Offered<'_>> = statement
            .choices
            .iter()
            .zip(1..)
            .map(|(choice, digit)| Offered::new(digit, &choice.label, Some(&choice.id) == before))
            .collect();

        let mut column = Column::new(buffer, free);
        column.text(&statement.text, ctx.theme.style(Role::Strong)).gap(1);
        let (rest, buffer) = column.take(u16::MAX);
        draw_choices(buffer, rest, &offered, self.cursor, ctx);
    }

    fn act(&mut self, action: Action, ctx: &mut OpenSession) -> Transition {
        if self.cursor.move_by(action, self.count) {
            return Transition::Stay;
        }

        match action {
            Action::Digit(digit) if (1..=self.count).contains(&usize::from(digit)) => {
                self.take(usize::from(digit) - 1, ctx)
            }
            Action::Accept => self.take(self.cursor.row, ctx),
            other => step(other, ctx),
        }
    }

    fn digits(&self, _ctx: &OpenSession) -> &'static str {
        name_digits_of(self.count)
    }

    fn asks(&self) -> bool {
        true
    }
}
