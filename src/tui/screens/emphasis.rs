//! What counts most when careers are ranked.

use super::menu;
use crate::interview::Change;
use crate::model::{CareerId, Emphasis};
use crate::report::{TOP_TEN, capitalise};
use crate::tui::context::OpenSession;
use crate::tui::keys::{Action, KeyScope};
use crate::tui::screen::{Screen, Transition};
use crate::tui::theme::Role;
use crate::tui::widgets::choices::name_digits_of;
use crate::tui::widgets::list::Cursor;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The choice among the ways to rank.
#[derive(Debug)]
pub struct WhatCounts {
    cursor: Cursor,
}

impl WhatCounts {
    /// The cursor on what counts now.
    pub fn new(ctx: &OpenSession) -> Self {
        let now = ctx.emphasis();
        Self { cursor: Cursor { row: Emphasis::ALL.iter().position(|known| *known == now).unwrap_or(0) } }
    }

    fn take(row: usize, ctx: &mut OpenSession) -> Transition {
        let Some(chosen) = Emphasis::ALL.get(row) else { return Transition::Stay };

        let before = list_first_ten(ctx);
        ctx.apply(Change::Emphasis(*chosen));

        let stay = list_first_ten(ctx).iter().filter(|career| before.contains(career)).count();
        ctx.say(format!("Re-ranked, {}: {stay} of the first ten stay.", chosen.words()));
        Transition::Close
    }
}

fn list_first_ten(ctx: &OpenSession) -> Vec<CareerId> {
    ctx.outcome().fits.iter().take(TOP_TEN).map(|fit| fit.career).collect()
}

impl Screen<OpenSession> for WhatCounts {
    fn place(&self) -> KeyScope {
        KeyScope::Menu
    }

    fn title(&self, _ctx: &OpenSession) -> String {
        "What counts most".to_string()
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, ctx: &OpenSession) {
        let rows = Emphasis::ALL.map(|emphasis| capitalise(emphasis.words()));
        let says = [("What should count most when careers are ranked?", Role::Strong)];
        menu::draw(buffer, area, &says, &rows, self.cursor, ctx);
    }

    fn act(&mut self, action: Action, ctx: &mut OpenSession) -> Transition {
        if self.cursor.move_by(action, Emphasis::ALL.len()) {
            return Transition::Stay;
        }

        match (menu::find_chosen(action, self.cursor), action) {
            (Some(row), _) => Self::take(row, ctx),
            (None, Action::Close | Action::Back) => Transition::Close,
            _ => Transition::Stay,
        }
    }

    fn offers(&self, action: Action, _ctx: &OpenSession) -> bool {
        action != Action::Search
    }

    fn digits(&self, _ctx: &OpenSession) -> &'static str {
        name_digits_of(Emphasis::ALL.len())
    }

    fn asks(&self) -> bool {
        true
    }
}
