//! Lines of a text on a screen.

pub use crate::text::{choose_fitting, cut_text, join_whole, measure_width, wrap, wrap_most};
use ratatui::buffer::Buffer;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// The text as wrapped lines of one style, each after an indent.
pub fn wrap_lines(text: &str, width: usize, indent: usize, style: Style) -> Vec<Line<'static>> {
    wrap_first_lines(text, width, indent, usize::MAX, style)
}

/// The same in so many lines at most, the last one cut with a sign where there is more.
pub fn wrap_first_lines(text: &str, width: usize, indent: usize, most: usize, style: Style) -> Vec<Line<'static>> {
    let room = width.saturating_sub(indent);
    let before = " ".repeat(indent);
    wrap_most(text, room, most)
        .into_iter()
        .map(|line| Line::from(vec![Span::raw(before.clone()), Span::styled(line, style)]))
        .collect()
}

/// The text as wrapped lines after a mark; later lines stand under the text, not under the mark.
pub fn wrap_item(mark: &str, text: &str, width: usize, mark_style: Style, style: Style) -> Vec<Line<'static>> {
    let indent = crate::text::measure_width(mark);
    let mut lines = wrap_lines(text, width, indent, style);
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

#[cfg(test)]
mod tests {
    use super::*;

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
        assert!(all.len() > 300 && all.iter().all(|character| measure_width(&character.to_string()) == 1));
    }
}
