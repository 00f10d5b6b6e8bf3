//! Either, or, or neither: asked when answers hardly differ.

use super::card::offer_limit;
use super::walk::step;
use crate::interview::Interview;
use crate::report::{capitalise, telling};
use crate::tui::context::OpenSession;
use crate::tui::keys::{Action, KeyScope};
use crate::tui::screen::{Screen, Transition};
use crate::tui::theme::Role;
use crate::tui::widgets::choices::{Offered, draw_choices};
use crate::tui::widgets::column::Column;
use crate::tui::widgets::list::Cursor;
use crate::tui::widgets::side_panel::{self, Beside};
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
        let before = interview.record().pair(&interview.matcher().dataset.questionnaire.pairs[at]);
        let row = VALUES.iter().position(|value| Some(*value) == before).unwrap_or(0);
        Self { at, cursor: Cursor { row } }
    }
}

impl Screen<OpenSession> for Pair {
    fn place(&self) -> KeyScope {
        KeyScope::Pair
    }

    fn title(&self, ctx: &OpenSession) -> String {
        ctx.questionnaire().words.pairs.clone()
    }

    fn aside(&self, ctx: &OpenSession) -> String {
        format!("{} of {}", self.at + 1, ctx.questionnaire().pairs.len())
    }

    fn note(&self, ctx: &OpenSession) -> String {
        offer_limit(ctx, self.place()).unwrap_or_default()
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, ctx: &OpenSession) {
        let pair = &ctx.questionnaire().pairs[self.at];
        let before = ctx.record().pair(pair);
        let beside = Beside { place: "enjoy", turn: self.at, at: self.place() };
        let free = side_panel::draw(buffer, area, &beside, VALUES.len() + 6, ctx);

        let mut column = Column::new(buffer, free);
        let why = format!("{} A few choices may help.", telling::NOWHERE);
        column.text(&why, ctx.theme.style(Role::Dim)).gap(1);
        column.text(&pair.text, ctx.theme.style(Role::Strong)).gap(1);

        let neither = capitalise(&ctx.questionnaire().words.neither);
        let labels = [pair.a.text.as_str(), pair.b.text.as_str(), &neither];
        let rows = VALUES.into_iter().zip(labels);
        let offered: Vec<Offered<'_>> =
            rows.map(|(value, label)| Offered::new(value, label, before == Some(value))).collect();
        let (rest, buffer) = column.take(u16::MAX);
        draw_choices(buffer, rest, &offered, self.cursor, ctx);
    }

    fn act(&mut self, action: Action, ctx: &mut OpenSession) -> Transition {
        if self.cursor.move_by(action, VALUES.len()) {
            return Transition::Stay;
        }

        let value = match action {
            Action::Digit(value) => value,
            Action::Accept => VALUES[self.cursor.row.min(VALUES.len() - 1)],
            other => return step(other, ctx),
        };

        let now = ctx.now();
        match ctx.converse(|interview| interview.answer(value, now)) {
            Some(Ok(())) => Transition::Walk,
            _ => Transition::Stay,
        }
    }

    fn digits(&self, _ctx: &OpenSession) -> &'static str {
        "0-2"
    }

    fn asks(&self) -> bool {
        true
    }
}
