//! A bar that shows a share.

use crate::tui::desk::Desk;
use crate::tui::glyphs::{FULL, REST};
use crate::tui::theme::Role;
use ratatui::text::{Line, Span};

/// A bar of a width in cells, filled to `done` of `all`.
pub fn meter(done: usize, all: usize, width: usize, desk: &Desk) -> Line<'static> {
    let full = (done.min(all) * width).checked_div(all).unwrap_or(0);
    Line::from(vec![
        Span::styled(FULL.repeat(full), desk.theme.style(Role::Bar)),
        Span::styled(REST.repeat(width - full), desk.theme.style(Role::BarRest)),
    ])
}
