//! A text that grows line by line, all of one width.

use crate::tui::desk::Desk;
use crate::tui::theme::Role;
use crate::tui::widgets::text;
use ratatui::text::{Line, Span};

/// The lines so far.
pub struct Page<'d> {
    /// What was written.
    pub lines: Vec<Line<'static>>,
    /// Cells a line may take.
    pub width: usize,
    /// Where the styles come from.
    pub desk: &'d Desk,
}

impl<'d> Page<'d> {
    /// An empty page.
    pub fn new(width: usize, desk: &'d Desk) -> Self {
        Self { lines: Vec::new(), width, desk }
    }

    /// A wrapped text.
    pub fn text(&mut self, says: &str, role: Role) -> &mut Self {
        self.lines.extend(text::lines(says, self.width, 0, self.desk.theme.style(role)));
        self
    }

    /// An empty line.
    pub fn gap(&mut self) -> &mut Self {
        self.lines.push(Line::default());
        self
    }

    /// A heading, set apart from what is above.
    pub fn heading(&mut self, says: &str) -> &mut Self {
        if !self.lines.is_empty() {
            self.gap();
        }
        self.text(says, Role::Accent)
    }

    /// A point with a mark before it.
    pub fn point(&mut self, mark: &str, says: &str) -> &mut Self {
        self.marked(mark, Role::Accent, says, Role::Text)
    }

    /// A text behind a mark, each in its role.
    pub fn marked(&mut self, mark: &str, mark_role: Role, says: &str, role: Role) -> &mut Self {
        let (mark_style, style) = (self.desk.theme.style(mark_role), self.desk.theme.style(role));
        self.lines.extend(text::item(mark, says, self.width, mark_style, style));
        self
    }

    /// One line made of pieces.
    pub fn pieces(&mut self, pieces: impl IntoIterator<Item = (String, Role)>) -> &mut Self {
        let span = |(says, role)| Span::styled(says, self.desk.theme.style(role));
        self.lines.push(pieces.into_iter().map(span).collect());
        self
    }
}

/// Columns beside each other as lines, each beginning at a multiple of `step`.
pub fn side_by_side(columns: Vec<Vec<Line<'static>>>, step: usize) -> Vec<Line<'static>> {
    let rows = columns.iter().map(Vec::len).max().unwrap_or(0);
    let mut columns: Vec<_> = columns.into_iter().map(IntoIterator::into_iter).collect();
    let row = |_| {
        let mut line = Line::default();
        for (at, column) in columns.iter_mut().enumerate() {
            let Some(next) = column.next() else { continue };
            line.push_span(" ".repeat((at * step).saturating_sub(line.width())));
            line.spans.extend(next.spans.into_iter().map(|span| span.patch_style(next.style)));
        }
        line
    };
    (0..rows).map(row).collect()
}

/// 12345 as `12,345`.
pub fn thousands(number: u32) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> = digits.as_bytes().rchunks(3).rev().filter_map(|g| std::str::from_utf8(g).ok()).collect();
    groups.join(",")
}

#[cfg(test)]
mod tests {
    #[test]
    fn thousands_are_set_apart() {
        let shown: Vec<String> = [0, 999, 1000, 79_200, 1_234_567].into_iter().map(super::thousands).collect();
        assert_eq!(shown, ["0", "999", "1,000", "79,200", "1,234,567"]);
    }
}
