//! The signs that screens draw with, and what stands for them where only ASCII is shown.

use crate::text::ascii::strip_marks;
use ratatui::buffer::Buffer;

/// Before the row that the next key acts on.
pub const MARKER: &str = "▸";
/// A choice that is taken.
pub const ON: &str = "●";
/// A choice that is not taken.
pub const OFF: &str = "○";
/// The filled part of a bar.
pub const FULL: &str = "█";
/// A line across.
pub const ACROSS: &str = "─";
/// A heavier line across.
pub const HEAVY: &str = "━";
/// A line down.
pub const DOWN: &str = "│";
/// A point in a list.
pub const BULLET: &str = "•";
/// There is more above.
pub const MORE_ABOVE: &str = "↑";
/// There is more below.
pub const MORE_BELOW: &str = "↓";
/// A career that the person keeps in mind.
pub const KEPT: &str = "★";
/// A career that is marked to be compared.
pub const MARKED: &str = "■";
/// A post on the ladder.
pub const POST: &str = "├─┤";
/// A rung below the ladder.
pub const RUNG: &str = "└─┘";
/// Within a range that is not sure.
pub const RANGE: &str = "▒";
/// A faint point of a drawing.
pub const FAINT: &str = "·";
/// Between short notes on one line.
pub const DOT: &str = " · ";

/// One ASCII sign for each that screens and texts use, cell for cell, so that nothing moves.
fn find_ascii(sign: char) -> char {
    match sign {
        '▸' | '→' | '»' => '>',
        '←' | '«' => '<',
        '●' | '•' | '◆' | '★' | '\u{2801}'..='\u{28ff}' => '*',
        '█' | '▓' | '■' | '▉' | '▊' | '▋' | '▌' => '#',
        '▒' => ':',
        '░' | '·' => '.',
        '…' => '~',
        '▍' | '▎' | '▏' | '─' | '–' | '—' | '−' | '‐' | '‑' => '-',
        '━' => '=',
        '│' | '┃' => '|',
        '├' | '└' | '┌' | '┐' | '┘' | '┤' | '┬' | '┴' | '┼' | '×' => '+',
        '↑' => '^',
        '↓' => 'v',
        '’' | '‘' => '\'',
        '“' | '”' => '"',
        '○' | 'º' | '°' => 'o',
        '®' => 'R',
        '€' => 'E',
        '£' => 'L',
        '\u{2800}' => ' ',
        letter => strip_marks(letter).unwrap_or('?'),
    }
}

/// Puts ASCII in the place of everything else on the screen.
pub fn to_ascii(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        if !cell.symbol().is_ascii() {
            // a letter may carry marks of its own behind it
            let first = cell.symbol().chars().next().unwrap_or(' ');
            cell.set_char(if first.is_ascii() { first } else { find_ascii(first) });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    #[test]
    fn letters_with_marks_lose_them_and_nothing_moves() {
        let text = "Łódź, Århus, Curaçao, cafe\u{301}, Große ÉCOLE… ▸ ⣿";
        let mut buffer = Buffer::empty(Rect::new(0, 0, 60, 1));
        buffer.set_string(0, 0, text, Style::new());
        to_ascii(&mut buffer);

        let shown: String = buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect();
        assert_eq!(shown.trim_end(), "Lodz, Arhus, Curacao, cafe, Grose ECOLE~ > *");
    }
}
