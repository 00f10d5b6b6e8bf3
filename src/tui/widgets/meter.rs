//! A bar that shows a share.

use super::cells;
use crate::tui::context::Shell;
use crate::tui::glyphs::FULL;
use crate::tui::theme::Role;
use ratatui::text::{Line, Span};

/// Eighths of a cell from the left, from one to seven.
const EIGHTHS: [&str; 7] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/// A bar of a width in cells, filled to a share of it in eighths of a cell, since lengths are compared with each other.
pub fn build_meter(share: f64, width: u16, shell: &Shell) -> Line<'static> {
    let eighths = usize::from(cells::find_nearest((share * f64::from(8 * width)).floor()));
    let width = usize::from(width);
    let (full, part) = (eighths / 8, eighths % 8);
    let part = part.checked_sub(1).map_or("", |at| EIGHTHS[at]);
    let rest = width - full - usize::from(!part.is_empty());

    Line::from(vec![
        Span::styled(FULL.repeat(full) + part, shell.theme.style(Role::Bar)),
        Span::styled(" ".repeat(rest), shell.theme.style(Role::BarRest)),
    ])
}
