//! Numbered choices, the answer given before marked.

use super::list::{Cursor, draw, find_window};
use super::text;
use crate::tui::context::Shell;
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

impl<'w> Offered<'w> {
    /// A choice that a digit takes.
    pub const fn new(digit: u8, label: &'w str, taken: bool) -> Self {
        Self { digit: Some(digit), label, taken }
    }
}

/// What is chosen of several once a choice, by its id, is added, or taken away where it was among them.
pub fn toggle(chosen: &[String], id: String) -> Vec<String> {
    let others: Vec<String> = chosen.iter().filter(|known| **known != id).cloned().collect();
    let added = others.len() == chosen.len();
    others.into_iter().chain(added.then_some(id)).collect()
}

/// The digits from one to another, as a hint shows them.
pub fn name_digits(first: u8, last: u8) -> &'static str {
    const FROM_0: [&str; 10] = ["0", "0-1", "0-2", "0-3", "0-4", "0-5", "0-6", "0-7", "0-8", "0-9"];
    const FROM_1: [&str; 10] = ["", "1", "1-2", "1-3", "1-4", "1-5", "1-6", "1-7", "1-8", "1-9"];
    let row = if first == 0 { FROM_0 } else { FROM_1 };
    row[usize::from(last.min(9))]
}

/// The digits of so many rows: of ten, the last one has 0.
pub fn name_digits_of(rows: usize) -> &'static str {
    u8::try_from(rows).ok().filter(|rows| *rows <= 9).map_or("0-9", |rows| name_digits(1, rows))
}

/// Cells around a label: marker, digit and sign before it, room for the scroll sign after it.
const BEFORE: u16 = 8;

/// How wide a label may be in an area.
pub fn measure_labels(area: Rect) -> usize {
    usize::from(area.width.saturating_sub(BEFORE))
}

/// Draws the choices, one a row.
pub fn draw_choices(buffer: &mut Buffer, area: Rect, offered: &[Offered<'_>], cursor: Cursor, shell: &Shell) {
    let width = measure_labels(area);
    let rows: Vec<Line<'_>> = offered.iter().map(|choice| build_row(choice, width, shell)).collect();
    draw(buffer, area, &rows, cursor, shell);

    let shown = find_window(cursor.row, offered.len(), usize::from(area.height));
    for (choice, y) in offered[shown].iter().zip(area.top()..) {
        if let Some(key) = choice.digit.and_then(|digit| Key::from_name(&digit.to_string())) {
            shell.clicks.add_key(Rect { y, height: 1, ..area }, key);
        }
    }
}

fn build_row(choice: &Offered<'_>, width: usize, shell: &Shell) -> Line<'static> {
    let digit = choice.digit.map_or(" ".to_string(), |digit| digit.to_string());
    let (sign, role) = if choice.taken { (ON, Role::Current) } else { (OFF, Role::Dim) };

    Line::from(vec![
        Span::styled(digit, shell.theme.style(Role::Key)),
        Span::raw(" "),
        Span::styled(sign, shell.theme.style(role)),
        Span::raw(" "),
        Span::styled(
            text::cut_text(choice.label, width),
            shell.theme.style(if choice.taken { Role::Current } else { Role::Text }),
        ),
    ])
}
