//! A short menu: rows with a digit, a title above, and what each row opens.

use crate::tui::desk::Desk;
use crate::tui::keys::Action;
use crate::tui::theme::Role;
use crate::tui::widgets::choices::{Offered, show};
use crate::tui::widgets::column::Column;
use crate::tui::widgets::list::Cursor;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws texts above and the rows below.
pub fn draw(buffer: &mut Buffer, area: Rect, says: &[(&str, Role)], rows: &[String], cursor: Cursor, desk: &Desk) {
    let mut column = Column::new(buffer, Rect { width: area.width.min(78), ..area });
    for (text, role) in says {
        column.text(text, desk.theme.style(*role)).gap(1);
    }
    let digit = |at: usize| u8::try_from(at + 1).ok().filter(|digit| *digit < 10);
    let offered: Vec<Offered<'_>> =
        rows.iter().enumerate().map(|(at, label)| Offered { digit: digit(at), label, taken: false }).collect();
    let (rest, buffer) = column.take(u16::MAX);
    show(buffer, rest, &offered, cursor, desk);
}

/// The row that an action chooses.
pub fn chosen(action: Action, cursor: Cursor) -> Option<usize> {
    match action {
        Action::Accept => Some(cursor.row),
        Action::Digit(digit) => usize::from(digit).checked_sub(1),
        _ => None,
    }
}
