//! A text that is longer than its area.

use super::text;
use crate::tui::context::Shell;
use crate::tui::glyphs::{MORE_ABOVE, MORE_BELOW};
use crate::tui::keys::Action;
use crate::tui::screen::Transition;
use crate::tui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use std::cell::Cell;

/// From this width on a text runs in two columns, with so many cells between them.
const TWO_COLUMNS: u16 = 150;
const BETWEEN: u16 = 2;

/// The columns that a text runs in over an area.
pub fn split_columns(area: Rect) -> Vec<Rect> {
    if area.width < TWO_COLUMNS {
        return vec![area];
    }
    let width = (area.width - BETWEEN) / 2;
    vec![Rect { width, ..area }, Rect { x: area.x + width + BETWEEN, width: area.width - width - BETWEEN, ..area }]
}

/// How many cells a line of text may take in an area.
pub fn measure_text(area: Rect) -> usize {
    split_columns(area).first().map_or(0, |column| usize::from(column.width.saturating_sub(2)))
}

/// How far a text is scrolled. The last drawing tells how far it can go.
#[derive(Clone, Debug, Default)]
pub struct Scroll {
    offset: Cell<usize>,
    page: Cell<usize>,
    last: Cell<usize>,
}

impl Scroll {
    /// What an action does on a page that is only read: it scrolls, or closes.
    pub fn act(&self, action: Action) -> Transition {
        let closes = !self.move_by(action) && matches!(action, Action::Accept | Action::Close | Action::Back);
        if closes { Transition::Close } else { Transition::Stay }
    }

    /// Moves by an action; false when the action does not move.
    pub fn move_by(&self, action: Action) -> bool {
        // a page leaves one line of the page before in sight, and moves by one at least
        let (offset, page, last) = (self.offset.get(), self.page.get().max(2) - 1, self.last.get());
        let to = match action {
            Action::Up => offset.saturating_sub(1),
            Action::Down => offset + 1,
            Action::First => 0,
            Action::Last => last,
            Action::PageUp => offset.saturating_sub(page),
            Action::PageDown => offset + page,
            _ => return false,
        };

        self.offset.set(to.min(last));
        true
    }

    /// So many lines can be reached, more than the last drawing knew of.
    pub fn reach(&self, lines: usize) {
        self.last.set(lines.saturating_sub(self.page.get()));
    }

    /// Whether nothing is scrolled out of sight at the top.
    pub fn is_at_top(&self) -> bool {
        self.offset.get() == 0
    }

    /// Back to the top, for another text.
    pub fn reset(&self) {
        self.offset.set(0);
    }

    /// Draws what is in sight, and says where there is more.
    pub fn draw(&self, buffer: &mut Buffer, area: Rect, lines: &[Line<'_>], shell: &Shell) {
        let columns = split_columns(area);
        let height = usize::from(area.height) * columns.len();
        self.page.set(height);
        self.last.set(lines.len().saturating_sub(height));
        // the area may have grown since the text was scrolled, or the text become shorter
        let offset = self.offset.get().min(self.last.get());
        self.offset.set(offset);

        let rows = columns.iter().flat_map(|column| (column.top()..column.bottom()).map(move |y| (column, y)));
        for (line, (column, y)) in lines.iter().skip(offset).zip(rows) {
            text::draw(buffer, column.x, y, line, column.width.saturating_sub(2));
        }

        let dim = shell.theme.style(Role::Dim);
        let right = area.right().saturating_sub(1);
        if offset > 0 {
            buffer.set_stringn(right, area.y, MORE_ABOVE, 1, dim);
        }
        if offset < self.last.get() {
            buffer.set_stringn(right, area.bottom().saturating_sub(1), MORE_BELOW, 1, dim);
        }
    }
}
