//! How much training somebody is ready for, or how they like to work.

use super::card::{describe_change, describe_place};
use super::walk::answer;
use crate::interview::Interview;
use crate::report::telling;
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

/// The condition on screen.
#[derive(Debug)]
pub struct Condition {
    at: usize,
    count: usize,
    cursor: Cursor,
}

impl Condition {
    /// The condition at a place of the questionnaire, the cursor on the answer given before.
    pub fn new(at: usize, interview: &Interview) -> Self {
        let asked = &interview.matcher().dataset.questionnaire.conditions[at];
        let before = interview.record().conditions.get(&asked.id).and_then(|said| asked.find_chosen(said));
        Self { at, count: asked.choices.len(), cursor: Cursor { row: before.unwrap_or(0) } }
    }
}

impl Screen<OpenSession> for Condition {
    fn place(&self) -> KeyScope {
        KeyScope::Pair
    }

    fn title(&self, _ctx: &OpenSession) -> String {
        telling::CONDITION_TITLE.to_string()
    }

    fn aside(&self, ctx: &OpenSession) -> String {
        let interview = ctx.interview();
        let asked = &ctx.questionnaire().conditions[self.at];
        let again = ctx.record().conditions.contains_key(&asked.id);
        describe_place(interview.conditions_seen(), again, interview.condition_quota(), interview)
    }

    fn note(&self, ctx: &OpenSession) -> String {
        describe_change(ctx, self.place())
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, ctx: &OpenSession) {
        let asked = &ctx.questionnaire().conditions[self.at];
        let before = ctx.record().conditions.get(&asked.id).and_then(|said| asked.find_chosen(said));
        let beside = Beside { place: "situation", turn: self.at, at: self.place() };
        let free = side_panel::draw(buffer, area, &beside, self.count + 4, ctx);

        let mut column = Column::new(buffer, free);
        column.text(&asked.text, ctx.theme.style(Role::Strong)).gap(1);

        let rows = asked.choices.iter().enumerate().zip(1..);
        let offered: Vec<Offered<'_>> =
            rows.map(|((at, choice), digit)| Offered::new(digit, &choice.label, before == Some(at))).collect();
        let (rest, buffer) = column.take(u16::MAX);
        draw_choices(buffer, rest, &offered, self.cursor, ctx);
    }

    fn act(&mut self, action: Action, ctx: &mut OpenSession) -> Transition {
        answer(action, &mut self.cursor, self.count, ctx)
    }

    fn digits(&self, _ctx: &OpenSession) -> &'static str {
        name_digits_of(self.count)
    }

    fn asks(&self) -> bool {
        true
    }
}
