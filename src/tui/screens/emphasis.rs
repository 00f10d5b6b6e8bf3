//! What counts most when careers are ranked.

use super::menu;
use crate::fit::Emphasis;
use crate::report::{TOP_TEN, capital};
use crate::tui::context::AppContext;
use crate::tui::keys::{Action, KeyScope};
use crate::tui::screen::{Screen, Transition};
use crate::tui::theme::Role;
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
    pub fn new(ctx: &AppContext) -> Self {
        let now = Emphasis::from_name(ctx.record().and_then(|record| record.emphasis.as_deref()));
        Self { cursor: Cursor { row: Emphasis::ALL.iter().position(|known| *known == now).unwrap_or(0) } }
    }

    fn take(row: usize, ctx: &mut AppContext) -> Transition {
        let Some(chosen) = Emphasis::ALL.get(row) else { return Transition::Stay };
        let before = first_ten(ctx);
        let name = (*chosen != Emphasis::default()).then(|| chosen.name().to_string());
        ctx.converse(|interview| interview.note(|record| record.emphasis = name));
        let stay = first_ten(ctx).iter().filter(|career| before.contains(career)).count();
        ctx.say(format!("Re-ranked, {}: {stay} of the first ten stay.", chosen.words()));
        Transition::Close
    }
}

fn first_ten(ctx: &mut AppContext) -> Vec<crate::model::CareerId> {
    let outcome = ctx.current_outcome();
    outcome.map(|outcome| outcome.fits.iter().take(TOP_TEN).map(|fit| fit.career).collect()).unwrap_or_default()
}

impl Screen for WhatCounts {
    fn place(&self) -> KeyScope {
        KeyScope::Menu
    }

    fn title(&self, _ctx: &AppContext) -> String {
        "What counts most".to_string()
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, ctx: &AppContext) {
        let rows = Emphasis::ALL.map(|emphasis| capital(emphasis.words()));
        let says = [("What should count most when careers are ranked?", Role::Strong)];
        menu::draw(buffer, area, &says, &rows, self.cursor, ctx);
    }

    fn act(&mut self, action: Action, ctx: &mut AppContext) -> Transition {
        if self.cursor.moved(action, Emphasis::ALL.len()) {
            return Transition::Stay;
        }
        match (menu::chosen(action, self.cursor), action) {
            (Some(row), _) => Self::take(row, ctx),
            (None, Action::Close | Action::Back) => Transition::Close,
            _ => Transition::Stay,
        }
    }

    fn offers(&self, action: Action, _ctx: &AppContext) -> bool {
        action != Action::Search
    }

    fn digits(&self, _ctx: &AppContext) -> &'static str {
        "1-4"
    }

    fn asks(&self) -> bool {
        true
    }
}
