//! Rows with one that the next key acts on.

use super::{cells, text};
use crate::text::lines::CUT;
use crate::tui::context::Shell;
use crate::tui::glyphs::{MARKER, MORE_ABOVE, MORE_BELOW};
use crate::tui::keys::Action;
use crate::tui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use std::ops::Range;

/// Rows that a page key moves by.
const PAGE: usize = 10;

/// Cells that a note needs at least to be worth reading where it is cut.
const LEGIBLE: usize = 10;

/// A place in a list of some length.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cursor {
    /// The row, from 0.
    pub row: usize,
}

impl Cursor {
    /// Moves by an action; false when the action does not move.
    pub fn move_by(&mut self, action: Action, count: usize) -> bool {
        let last = count.saturating_sub(1);
        self.row = match action {
            Action::Up => self.row.saturating_sub(1),
            Action::Down => self.row + 1,
            Action::First => 0,
            Action::Last => last,
            Action::PageUp => self.row.saturating_sub(PAGE),
            Action::PageDown => self.row + PAGE,
            _ => return false,
        }
        .min(last);
        true
    }
}

/// The rows to show so that the chosen one is in sight, near the middle where possible.
pub fn find_window(row: usize, count: usize, height: usize) -> Range<usize> {
    let start = row.saturating_sub(height / 2).min(count.saturating_sub(height));
    start..(start + height).min(count)
}

/// Draws rows, one line each, the chosen one marked by sign and style; says where there is more.
pub fn draw(buffer: &mut Buffer, area: Rect, rows: &[Line<'_>], cursor: Cursor, shell: &Shell) {
    let inside =
        |buffer: &mut Buffer, area: Rect, at: usize| draw_row(buffer, area, &rows[at], at == cursor.row, shell);
    draw_each(buffer, area, rows.len(), cursor.row, shell, inside);
}

/// Draws those rows of many that are in sight, each by `draw_row`, and says where there is more.
pub fn draw_each(
    buffer: &mut Buffer,
    area: Rect,
    count: usize,
    chosen: usize,
    shell: &Shell,
    mut draw_row: impl FnMut(&mut Buffer, Rect, usize),
) {
    let shown = find_window(chosen, count, usize::from(area.height));
    for (at, y) in shown.clone().zip(area.top()..) {
        draw_row(buffer, Rect { y, height: 1, ..area }, at);
    }

    let dim = shell.theme.style(Role::Dim);
    let right = area.right().saturating_sub(1);
    if shown.start > 0 {
        buffer.set_stringn(right, area.y, MORE_ABOVE, 1, dim);
    }
    if shown.end < count {
        buffer.set_stringn(right, area.bottom().saturating_sub(1), MORE_BELOW, 1, dim);
    }
}

/// Draws one row with or without the marker.
pub fn draw_row(buffer: &mut Buffer, area: Rect, line: &Line<'_>, chosen: bool, shell: &Shell) {
    shell.clicks.add_row(area, chosen);
    let inside = Rect { x: area.x + 2, width: area.width.saturating_sub(4), ..area };
    text::draw(buffer, inside.x, inside.y, line, inside.width);
    if line.width() > usize::from(inside.width) {
        buffer.set_stringn(inside.right().saturating_sub(1), inside.y, CUT, 1, shell.theme.style(Role::Dim));
    }

    if chosen {
        buffer.set_stringn(area.x, area.y, MARKER, 1, shell.theme.style(Role::Accent));
        let length = cells::count_cells(line.width()).min(inside.width);
        buffer.set_style(Rect { width: length, ..inside }, shell.theme.style(Role::Selected));
    }
}

/// A line whose letters at `matched` (places among the characters) stand out.
pub fn highlight(shown: &str, matched: &[usize], shell: &Shell) -> Line<'static> {
    let style = |at: usize| shell.theme.style(if matched.contains(&at) { Role::Match } else { Role::Text });
    shown.chars().enumerate().map(|(at, c)| Span::styled(c.to_string(), style(at))).collect()
}

/// A line of a label and a dim note after it, cut to a width; without the note where too little of it would be left to read.
pub fn build_noted(label: &str, note: &str, width: usize, shell: &Shell) -> Line<'static> {
    let label = text::cut_text(label, width);
    let room = width.saturating_sub(text::measure_width(&label) + 2);
    let mut line = Line::from(label);
    if !note.is_empty() && room >= text::measure_width(note).min(LEGIBLE) {
        line.push_span(Span::styled(format!("  {}", text::cut_text(note, room)), shell.theme.style(Role::Dim)));
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chosen_row_is_always_in_sight() {
        for count in 1..30 {
            for height in 1..12 {
                for row in 0..count {
                    let shown = find_window(row, count, height);
                    assert!(shown.contains(&row) && shown.len() == height.min(count), "{row} of {count} in {height}");
                }
            }
        }
    }

    #[test]
    fn the_cursor_stays_within_the_rows() {
        let mut cursor = Cursor::default();
        for action in [Action::Up, Action::PageUp, Action::Last, Action::Down, Action::PageDown] {
            assert!(cursor.move_by(action, 3) && cursor.row < 3);
        }
        assert!(cursor.move_by(Action::Down, 0) && cursor.row == 0);
    }
}
