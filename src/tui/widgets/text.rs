//! Text measured in cells: wrapped at words, cut at a width.

use crate::tui::glyphs::CUT;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Cells that a text takes.
pub fn width(text: &str) -> usize {
    text.width()
}

/// The text wrapped at words to a width; a word that is wider is broken.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(1);
    let mut lines = Vec::new();
    let (mut line, mut used) = (String::new(), 0);
    for word in text.split_whitespace() {
        let wide = word.width();
        if !line.is_empty() && used + 1 + wide > width {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        if !line.is_empty() {
            line.push(' ');
            used += 1;
        }
        if used + wide <= width {
            line.push_str(word);
            used += wide;
            continue;
        }
        for grapheme in word.graphemes(true) {
            if !line.is_empty() && used + grapheme.width() > width {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            line.push_str(grapheme);
            used += grapheme.width();
        }
    }
    lines.push(line);
    lines
}

/// The text wrapped to a width, in so many lines at most; the last one says where it was cut.
pub fn wrap_most(text: &str, width: usize, most: usize) -> Vec<String> {
    let mut lines = wrap(text, width);
    if lines.len() > most && most > 0 {
        let rest = lines.split_off(most - 1).join(" ");
        lines.push(cut(&rest, width));
    }
    lines
}

/// The first of some ways to say a thing that fits a width; the last one, cut, where none does.
pub fn fitting(ways: &[String], width: usize) -> String {
    let fits = ways.iter().position(|way| way.width() <= width).unwrap_or(ways.len().saturating_sub(1));
    ways.get(fits).map_or_else(String::new, |way| cut(way, width))
}

/// The text cut to a width, with a sign that it was.
pub fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_string();
    }
    let (mut kept, mut used) = (String::new(), 0);
    for grapheme in text.graphemes(true) {
        used += grapheme.width();
        if used + 1 > width {
            break;
        }
        kept.push_str(grapheme);
    }
    if width > 0 {
        kept.push_str(CUT);
    }
    kept
}

/// The text as wrapped lines of one style, each after an indent.
pub fn lines(text: &str, width: usize, indent: usize, style: Style) -> Vec<Line<'static>> {
    let before = " ".repeat(indent);
    let wrapped = wrap(text, width.saturating_sub(indent));
    wrapped.into_iter().map(|line| Line::from(vec![Span::raw(before.clone()), Span::styled(line, style)])).collect()
}

/// The text as wrapped lines after a mark; later lines stand under the text, not under the mark.
pub fn item(mark: &str, text: &str, width: usize, mark_style: Style, style: Style) -> Vec<Line<'static>> {
    let indent = mark.width();
    let mut lines = lines(text, width, indent, style);
    if let Some(first) = lines.first_mut() {
        first.spans[0] = Span::styled(mark.to_string(), mark_style);
    }
    lines
}

/// A person's own words with everything that steers a terminal or turns text around made visible.
pub fn visible(text: &str) -> String {
    let shown = |c: char| match c {
        '\n' | '\t' | '\r' => ' ',
        '\u{0}'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('?'),
        '\u{7f}' => '\u{2421}',
        '\u{80}'..='\u{9f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        c => c,
    };
    text.chars().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_never_wider_than_asked() {
        for width in 1..30 {
            for line in wrap("Sorting a very-long-word-that-never-ends by date, then by colour", width) {
                assert!(super::width(&line) <= width, "{line:?} at {width}");
            }
        }
    }

    #[test]
    fn a_cut_text_says_so_and_keeps_its_width() {
        assert_eq!(cut("Carpenter", 9), "Carpenter");
        assert_eq!(cut("Carpenter", 5), "Carp…");
        assert_eq!(cut("日本語", 4), "日…");
        assert_eq!(cut("Carpenter", 0), "");
    }

    #[test]
    fn a_text_of_too_many_lines_is_cut_in_the_last_one() {
        let text = "one two three four five";
        assert_eq!(wrap_most(text, 9, 3), ["one two", "three", "four five"]);
        assert_eq!(wrap_most(text, 9, 2), ["one two", "three fo…"]);
        assert_eq!(wrap_most("", 9, 2), [""]);
    }

    #[test]
    fn the_longest_way_that_fits_is_taken() {
        let ways = ["rank 1 of 9".to_string(), "rank 1".to_string()];
        assert_eq!(fitting(&ways, 11), "rank 1 of 9");
        assert_eq!(fitting(&ways, 10), "rank 1");
        assert_eq!(fitting(&ways, 5), "rank…");
        assert_eq!(fitting(&[], 5), "");
    }

    #[test]
    fn what_steers_a_terminal_is_made_visible() {
        assert_eq!(visible("a\u{1b}[2Jb\nc\u{9b}d\u{202e}e"), "a\u{241b}[2Jb c\u{fffd}d\u{fffd}e");
    }
}
