//! Job and career in full: all five ways in which they differ.

use crate::model::Distinctions;
use crate::tui::context::Ready;
use crate::tui::keys::{Action, KeyScope};
use crate::tui::screen::{Screen, Transition};
use crate::tui::theme::{Role, Theme};
use crate::tui::widgets::scroll::Scroll;
use crate::tui::widgets::text;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

/// Widest the text runs: longer lines are hard to read.
const WIDEST: usize = 76;

/// The five distinctions.
#[derive(Debug, Default)]
pub struct InFull {
    scroll: Scroll,
}

fn lines(distinctions: &Distinctions, width: usize, theme: &Theme) -> Vec<Line<'static>> {
    let style = |role| theme.style(role);
    let mut lines = text::lines(&distinctions.fair, width, 0, style(Role::Text));

    for pair in &distinctions.pairs {
        lines.push(Line::default());
        lines.extend(text::lines(&pair.title, width, 0, style(Role::Strong)));
        for (name, role, says) in [("As a job", Role::Job, &pair.job), ("As a career", Role::Career, &pair.career)] {
            lines.push(Line::styled(name, style(role)));
            lines.extend(text::lines(says, width, 2, style(Role::Text)));
        }
        lines.push(Line::styled("Ask yourself", style(Role::Dim)));
        lines.extend(text::lines(&pair.ask, width, 2, style(Role::Text)));
    }

    lines
}

impl<C: Ready> Screen<C> for InFull {
    fn place(&self) -> KeyScope {
        KeyScope::Distinctions
    }

    fn title(&self, _ctx: &C) -> String {
        "A job or a career".to_string()
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, ctx: &C) {
        let width = usize::from(area.width.saturating_sub(2)).min(WIDEST);
        let idle = ctx.data();
        let lines = lines(&idle.dataset().distinctions, width, &idle.theme);
        self.scroll.draw(buffer, area, &lines, idle);
    }

    fn act(&mut self, action: Action, _ctx: &mut C) -> Transition {
        self.scroll.act(action)
    }

    fn offers(&self, action: Action, _ctx: &C) -> bool {
        action != Action::Accept
    }
}
