//! The signs that screens draw with, and what stands for them where only ASCII is shown.

use ratatui::buffer::Buffer;

/// Before the row that the next key acts on.
pub const MARKER: &str = "▸";
/// A choice that is taken.
pub const ON: &str = "●";
/// A choice that is not taken.
pub const OFF: &str = "○";
/// The filled part of a bar.
pub const FULL: &str = "█";
/// The rest of a bar.
pub const REST: &str = "░";
/// A line across.
pub const ACROSS: &str = "─";
/// A heavier line across.
pub const HEAVY: &str = "━";
/// A line down.
pub const DOWN: &str = "│";
/// A point in a list.
pub const BULLET: &str = "•";
/// Where a text was cut.
pub const CUT: &str = "…";
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
fn ascii(symbol: &str) -> &'static str {
    match symbol {
        "▸" | "→" | "»" => ">",
        "←" | "«" => "<",
        "●" | "•" | "◆" | "★" => "*",
        "█" | "▓" | "■" | "▉" => "#",
        "▒" => ":",
        "░" | "·" | "…" => ".",
        "─" | "–" | "—" | "−" | "‐" | "‑" => "-",
        "━" => "=",
        "│" | "┃" => "|",
        "├" | "└" | "┌" | "┐" | "┘" | "┤" | "┬" | "┴" | "┼" | "×" => "+",
        "↑" => "^",
        "↓" => "v",
        "’" | "‘" => "'",
        "“" | "”" => "\"",
        "á" | "à" | "â" | "ä" | "ã" | "å" => "a",
        "é" | "è" | "ê" | "ë" => "e",
        "í" | "ì" | "î" | "ï" => "i",
        "○" | "º" | "°" | "ó" | "ò" | "ô" | "ö" | "õ" => "o",
        "ú" | "ù" | "û" | "ü" => "u",
        "ç" => "c",
        "ñ" => "n",
        "®" => "R",
        _ => "?",
    }
}

/// Puts ASCII in the place of everything else on the screen.
pub fn to_ascii(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        if !cell.symbol().is_ascii() {
            let plain = ascii(cell.symbol());
            cell.set_symbol(plain);
        }
    }
}
