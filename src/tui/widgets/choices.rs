//! Numbered choices, the answer given before marked.

use super::list::{Cursor, draw, window};
use super::text;
use crate::tui::desk::Desk;
use crate::tui::glyphs::{OFF, ON};
use crate::tui::keys::Key;
use crate::tui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// One choice: the digit that takes it, its words, and whether it is taken now.
#[derive(Clone, Debug)]
pub struct Offered<'w> {
    /// The digit, or none where ten were not enough.
    pub digit: Option<u8>,
    /// Words.
    pub label: &'w str,
    /// Whether it is the answer now.
    pub taken: bool,
}

/// Cells around a label: marker, digit and sign before it, room for the scroll sign after it.
const BEFORE: u16 = 8;

/// Draws the choices, one a row.
pub fn show(buffer: &mut Buffer, area: Rect, offered: &[Offered<'_>], cursor: Cursor, desk: &Desk) {
    let width = usize::from(area.width.saturating_sub(BEFORE));
    let rows: Vec<Line<'_>> = offered.iter().map(|choice| row(choice, width, desk)).collect();
    draw(buffer, area, &rows, cursor, desk);
    let shown = window(cursor.row, offered.len(), usize::from(area.height));
    for (choice, y) in offered[shown].iter().zip(area.top()..) {
        if let Some(key) = choice.digit.and_then(|digit| Key::from_name(&digit.to_string())) {
            desk.clicks.key(Rect { y, height: 1, ..area }, key);
        }
    }
}

fn row(choice: &Offered<'_>, width: usize, desk: &Desk) -> Line<'static> {
    let digit = choice.digit.map_or(" ".to_string(), |digit| digit.to_string());
    let (sign, role) = if choice.taken { (ON, Role::Current) } else { (OFF, Role::Dim) };
    Line::from(vec![
        Span::styled(digit, desk.theme.style(Role::Key)),
        Span::raw(" "),
        Span::styled(sign, desk.theme.style(role)),
        Span::raw(" "),
        Span::styled(
            text::cut(choice.label, width),
            desk.theme.style(if choice.taken { Role::Current } else { Role::Text }),
        ),
    ])
}
