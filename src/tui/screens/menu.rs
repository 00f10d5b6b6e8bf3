//! A short menu: rows with a digit, a title above, and what each row opens.

use crate::tui::context::Shell;
use crate::tui::keys::Action;
use crate::tui::theme::Role;
use crate::tui::widgets::choices::{Offered, draw_choices};
use crate::tui::widgets::column::Column;
use crate::tui::widgets::list::Cursor;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws texts above and the rows below.
pub fn draw(buffer: &mut Buffer, area: Rect, says: &[(&str, Role)], rows: &[String], cursor: Cursor, shell: &Shell) {
    let mut column = Column::new(buffer, place_menu(area, says.len() * 3 + rows.len()));
    for (text, role) in says {
        column.text(text, shell.theme.style(*role)).gap(1);
    }

    let offered: Vec<Offered<'_>> =
        rows.iter().enumerate().map(|(at, label)| Offered { digit: find_digit(at), label, taken: false }).collect();
    let (rest, buffer) = column.take(u16::MAX);
    draw_choices(buffer, rest, &offered, cursor, shell);
}

/// The digit of a row: 1 to 9, 0 for the tenth, none after that.
pub fn find_digit(row: usize) -> Option<u8> {
    u8::try_from(row + 1).ok().filter(|place| *place <= 10).map(|place| place % 10)
}

/// Widest a menu runs.
const WIDEST: u16 = 78;

/// From this width on a menu of so many rows stands nearer to the middle than to the corner.
const LARGE: u16 = 110;

/// Where a menu of so many lines stands.
pub fn place_menu(area: Rect, rows: usize) -> Rect {
    let width = area.width.min(WIDEST);
    if area.width < LARGE {
        return Rect { width, ..area };
    }
    let free = area.height.saturating_sub(u16::try_from(rows).unwrap_or(u16::MAX));
    Rect { x: area.x + (area.width - width) / 3, y: area.y + free / 4, width, height: area.height - free / 4 }
}

/// The row that an action chooses; ten rows have the digits 1 to 9 and 0.
pub fn find_chosen(action: Action, cursor: Cursor) -> Option<usize> {
    match action {
        Action::Accept => Some(cursor.row),
        Action::Digit(digit) => Some((usize::from(digit) + 9) % 10),
        _ => None,
    }
}
