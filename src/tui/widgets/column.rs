//! A column that is filled from the top.

use super::text;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

/// An area and how much of it is still free.
pub struct Column<'b> {
    buffer: &'b mut Buffer,
    free: Rect,
}

impl<'b> Column<'b> {
    /// An empty column.
    pub fn new(buffer: &'b mut Buffer, area: Rect) -> Self {
        let free = area.intersection(buffer.area);
        Self { buffer, free }
    }

    /// What is still free.
    pub fn free(&self) -> Rect {
        self.free
    }

    /// The width in cells.
    pub fn width(&self) -> usize {
        usize::from(self.free.width)
    }

    /// Leaves rows empty.
    pub fn gap(&mut self, rows: u16) -> &mut Self {
        let rows = rows.min(self.free.height);
        self.free.y += rows;
        self.free.height -= rows;
        self
    }

    /// A line, cut at the width.
    pub fn line(&mut self, line: &Line<'_>) -> &mut Self {
        if self.free.height > 0 {
            text::draw(self.buffer, self.free.x, self.free.y, line, self.free.width);
        }
        self.gap(1)
    }

    /// Several lines.
    pub fn lines(&mut self, lines: &[Line<'_>]) -> &mut Self {
        for line in lines {
            self.line(line);
        }
        self
    }

    /// A text, wrapped.
    pub fn text(&mut self, text: &str, style: Style) -> &mut Self {
        let lines = text::wrap_lines(text, self.width(), 0, style);
        self.lines(&lines)
    }

    /// Takes rows off the top for something else to draw in.
    pub fn take(&mut self, rows: u16) -> (Rect, &mut Buffer) {
        let area = Rect { height: rows.min(self.free.height), ..self.free };
        self.gap(rows);
        (area, self.buffer)
    }
}
