//! Job and career in full: all five ways in which they differ.

use super::results::text_builder::Page;
use crate::report::telling;
use crate::tui::context::Ready;
use crate::tui::keys::{Action, KeyScope};
use crate::tui::screen::{Screen, Transition};
use crate::tui::widgets::scroll::Scroll;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Widest the text runs: longer lines are hard to read.
const WIDEST: usize = 76;

/// The five distinctions.
#[derive(Debug, Default)]
pub struct InFull {
    scroll: Scroll,
}

impl<C: Ready> Screen<C> for InFull {
    fn place(&self) -> KeyScope {
        KeyScope::Distinctions
    }

    fn title(&self, _ctx: &C) -> String {
        telling::JOB_OR_CAREER.to_string()
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, ctx: &C) {
        let width = usize::from(area.width.saturating_sub(2)).min(WIDEST);
        let idle = ctx.data();
        let mut page = Page::new(width, idle);
        page.blocks(&telling::compose_distinctions(&idle.dataset().distinctions).blocks);
        self.scroll.draw(buffer, area, &page.lines, idle);
    }

    fn act(&mut self, action: Action, _ctx: &mut C) -> Transition {
        self.scroll.act(action)
    }

    fn offers(&self, action: Action, _ctx: &C) -> bool {
        action != Action::Accept
    }
}
