//! Text measured in cells: wrapped at words, cut at a width.

use crate::tui::glyphs::CUT;
use ratatui::buffer::Buffer;
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

        // broken between graphemes: an emoji may be made of several characters
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

/// As many parts as stand in a width unbroken; the first in any case, for it is better cut than missing.
pub fn whole(parts: &[impl AsRef<str>], between: &str, width: usize) -> String {
    let joined = |count: usize| parts[..count].iter().map(AsRef::as_ref).collect::<Vec<&str>>().join(between);
    let fits = (2..=parts.len()).rev().map(joined).find(|text| text.width() <= width);
    fits.unwrap_or_else(|| joined(parts.len().min(1)))
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
    first_lines(text, width, indent, usize::MAX, style)
}

/// The same in so many lines at most, the last one cut with a sign where there is more.
pub fn first_lines(text: &str, width: usize, indent: usize, most: usize, style: Style) -> Vec<Line<'static>> {
    let room = width.saturating_sub(indent);
    let mut wrapped = wrap(text, room);
    if wrapped.len() > most {
        let rest = wrapped.split_off(most.saturating_sub(1)).join(" ");
        wrapped.push(cut(&rest, room));
    }

    let before = " ".repeat(indent);
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

/// Draws a line, cut at a width. Where every character is a cell of its own it is put there at once: looking for
/// characters that belong together was the largest single cost of a frame.
pub fn draw(buffer: &mut Buffer, mut x: u16, y: u16, line: &Line<'_>, width: u16) {
    let right = x.saturating_add(width).min(buffer.area.right());
    for span in &line.spans {
        let style = line.style.patch(span.style);
        if x < right && span.content.chars().all(is_a_cell) {
            let start = buffer.index_of(x, y);
            let room = &mut buffer.content[start..start + usize::from(right - x)];
            for (cell, character) in room.iter_mut().zip(span.content.chars()) {
                cell.set_char(character).set_style(style);
                x += 1;
            }
        } else {
            x = buffer.set_stringn(x, y, &span.content, usize::from(right.saturating_sub(x)), style).0;
        }
    }
}

/// Printable ASCII, and the lines, blocks and shapes that glyphs are made of.
fn is_a_cell(character: char) -> bool {
    matches!(character, ' '..='~' | '─'..='●' | '…')
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
    fn a_line_is_drawn_as_ratatui_draws_it() {
        use ratatui::layout::Rect;
        use ratatui::style::{Color, Modifier};

        let red = Style::new().fg(Color::Red).add_modifier(Modifier::BOLD);
        let texts = ["plain and ", "██░", "日本語 e\u{301}", "", "tab\there", "… • –", " last"];
        let spans: Vec<Span<'_>> = texts.iter().map(|text| Span::styled(*text, red)).collect();
        let line = Line::from(spans).style(Style::new().bg(Color::Blue));

        for (x, width) in (0..30).flat_map(|x| (0..40).map(move |width| (x, width))) {
            let (mut ours, mut theirs) = [(); 2].map(|()| Buffer::empty(Rect::new(0, 0, 30, 1))).into();
            draw(&mut ours, x, 0, &line, width);
            theirs.set_line(x, 0, &line, width);
            assert_eq!(ours, theirs, "from {x}, {width} wide");
        }
    }

    #[test]
    fn what_is_put_at_once_takes_one_cell() {
        let all: Vec<char> = ('\0'..=char::MAX).filter(|character| is_a_cell(*character)).collect();
        assert!(all.len() > 300 && all.iter().all(|character| width(&character.to_string()) == 1));
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
