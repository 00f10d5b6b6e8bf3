//! A text that grows line by line, all of one width; the sections of a report are drawn on it.

use crate::report::outline::{Block, Chart, Ladder, PayStrip, Picture, Section, Side, Table, find_pay_axis};
use crate::text::show_controls;
use crate::tui::context::Shell;
use crate::tui::glyphs::{BULLET, POST, RUNG};
use crate::tui::theme::Role;
use crate::tui::widgets::{strips, text};
use ratatui::text::{Line, Span};

/// From this width on, two sides of a thing stand beside each other.
const SIDE_BY_SIDE: usize = 56;

/// Widest a strip is drawn.
const WIDEST_STRIP: usize = 60;

/// Widest the name beside a strip runs.
const WIDEST_NAME: usize = 24;

/// The lines so far.
pub struct Page<'d> {
    /// What was written.
    pub lines: Vec<Line<'static>>,
    /// Cells a line may take.
    pub width: usize,
    /// Where the styles come from.
    pub shell: &'d Shell,
}

impl<'d> Page<'d> {
    /// An empty page.
    pub fn new(width: usize, shell: &'d Shell) -> Self {
        Self { lines: Vec::new(), width, shell }
    }

    /// A wrapped text.
    pub fn text(&mut self, says: &str, role: Role) -> &mut Self {
        self.lines.extend(text::wrap_lines(says, self.width, 0, self.shell.theme.style(role)));
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

    /// A section: its heading, if it has one, and what stands below it.
    pub fn section(&mut self, section: &Section) -> &mut Self {
        if !section.heading.is_empty() {
            self.heading(&section.heading);
        }
        self.blocks(&section.blocks)
    }

    /// What stands in a section, without its heading.
    pub fn blocks(&mut self, blocks: &[Block]) -> &mut Self {
        for block in blocks {
            match block {
                Block::Text(says) => _ = self.text(&show_controls(says), Role::Text),
                Block::Quiet(says) => _ = self.text(&show_controls(says), Role::Dim),
                Block::Reasons(side, points) => self.reasons(*side, points),
                Block::Points(points) => points.iter().for_each(|says| _ = self.point(&format!("{BULLET} "), says)),
                Block::Pairs(pairs) => pairs.iter().for_each(|(label, says)| _ = self.label_text(label, says)),
                Block::Ladder(ladder) => self.ladder(ladder),
                Block::Table(table) => self.table(table),
                Block::Chart(chart) => self.chart(chart),
                Block::Beside(sides) => self.beside(sides),
                Block::Part(part) => _ = self.section(part),
            }
        }
        self
    }

    /// A text below its label.
    pub fn label_text(&mut self, label: &str, says: &str) -> &mut Self {
        self.text(label, Role::Dim).text(&show_controls(says), Role::Text)
    }

    /// Reasons, each behind a sign that tells the sides apart without colour.
    fn reasons(&mut self, side: Side, reasons: &[String]) {
        let role = if side == Side::For { Role::Accent } else { Role::Job };
        for says in reasons {
            self.mark_text(&format!("{} ", side.sign()), role, &show_controls(says), Role::Text);
        }
    }

    /// The posts from the top down, and below them the rungs one can step on within weeks; on the left, when.
    fn ladder(&mut self, ladder: &Ladder) {
        const WEEKS: &str = "within weeks";
        let rungs = if ladder.rungs.is_empty() { 0 } else { WEEKS.len() };
        let wide = ladder.posts.iter().map(|post| text::measure_width(&post.when)).max().unwrap_or(0).max(rungs);

        for post in ladder.posts.iter().rev() {
            self.step((&post.when, wide), (POST, Role::Career), &post.title);
        }
        for rung in &ladder.rungs {
            self.step((WEEKS, wide), (RUNG, Role::Job), rung);
        }
    }

    /// One step of a ladder: when, a sign, and what it is; where there is little room, what it is and then when.
    fn step(&mut self, (when, wide): (&str, usize), (sign, role): (&str, Role), says: &str) {
        if self.width < SIDE_BY_SIDE / 2 + wide {
            self.mark_text(&format!("{sign} "), role, &format!("{} ({when})", show_controls(says)), Role::Text);
            return;
        }

        let gap = " ".repeat(wide.saturating_sub(text::measure_width(when)));
        let mark = format!("{gap}{when} {sign} ");
        let begins = self.lines.len();
        self.mark_text(&mark, Role::Dim, &show_controls(says), Role::Text);

        // the mark of an item has one style, and here its sign has another than the words before it
        if let Some(first) = self.lines.get_mut(begins) {
            first.spans[0] = Span::styled(format!("{gap}{when} "), self.shell.theme.style(Role::Dim));
            first.spans.insert(1, Span::styled(format!("{sign} "), self.shell.theme.style(role)));
        }
    }

    /// A row in a line, since few screens are wide enough for columns.
    fn table(&mut self, table: &Table) {
        for row in &table.rows {
            self.point(&format!("{BULLET} "), &row.join("  "));
        }
    }

    /// Of the charts only pay is drawn on a page; the others have screens of their own.
    fn chart(&mut self, chart: &Chart) {
        if let Picture::Pay(strips) = &chart.picture {
            let most = self.pay(strips);
            self.text(&format!("{}, from $0 to {} a year", chart.title, crate::report::format_money(most)), Role::Dim);
        }
    }

    /// Strips of pay above each other on one axis, whose right end comes back.
    fn pay(&mut self, pays: &[PayStrip]) -> u32 {
        let most = find_pay_axis(pays.iter().map(|pay| &pay.percentiles));
        let longest = pays.iter().map(|pay| text::measure_width(&pay.name)).max().unwrap_or(0);
        let name = longest.min(WIDEST_NAME).min(self.width / 3);

        for pay in pays {
            let label = text::cut_text(&pay.name, name);
            // a strip that stands alone has no name, and so no gap
            let gap = if name == 0 { String::new() } else { " ".repeat(name - text::measure_width(&label) + 1) };
            let room = self.width.saturating_sub(text::measure_width(&label) + gap.len()).min(WIDEST_STRIP);
            let mut line = Line::from(label + &gap);
            line.spans.extend(strips::build_pay(&pay.percentiles, most, room, self.shell).spans);
            self.lines.push(line);
        }

        most
    }

    /// A job's side and a career's; one below the other where there is little room.
    fn beside(&mut self, sides: &[Section; 2]) {
        self.gap();
        let beside = self.width >= SIDE_BY_SIDE;
        let width = if beside { (self.width - 3) / 2 } else { self.width };

        let side = |section: &Section, role| {
            let mut page = Page::new(width, self.shell);
            page.text(&section.heading, role).blocks(&section.blocks);
            page.lines
        };

        let [job, career] = sides;
        let (job, career) = (side(job, Role::Job), side(career, Role::Career));
        if beside {
            self.lines.extend(join_side_by_side(vec![job, career], width + 3));
        } else {
            self.lines.extend(job);
            self.gap().lines.extend(career);
        }
    }

    /// A point with a mark before it.
    pub fn point(&mut self, mark: &str, says: &str) -> &mut Self {
        self.mark_text(mark, Role::Accent, &show_controls(says), Role::Text)
    }

    /// A text behind a mark, each in its role.
    pub fn mark_text(&mut self, mark: &str, mark_role: Role, says: &str, role: Role) -> &mut Self {
        let (mark_style, style) = (self.shell.theme.style(mark_role), self.shell.theme.style(role));
        self.lines.extend(text::wrap_item(mark, says, self.width, mark_style, style));
        self
    }

    /// One line made of pieces.
    pub fn pieces(&mut self, pieces: impl IntoIterator<Item = (String, Role)>) -> &mut Self {
        let span = |(says, role)| Span::styled(says, self.shell.theme.style(role));
        self.lines.push(pieces.into_iter().map(span).collect());
        self
    }
}

/// Columns beside each other as lines, each beginning at a multiple of `step`.
pub fn join_side_by_side(columns: Vec<Vec<Line<'static>>>, step: usize) -> Vec<Line<'static>> {
    let rows = columns.iter().map(Vec::len).max().unwrap_or(0);
    let mut columns: Vec<_> = columns.into_iter().map(IntoIterator::into_iter).collect();

    let row = |_| {
        let mut line = Line::default();
        for (at, column) in columns.iter_mut().enumerate() {
            let Some(next) = column.next() else { continue };
            line.push_span(" ".repeat((at * step).saturating_sub(line.width())));
            // the style of a line would be lost when its spans join another one
            line.spans.extend(next.spans.into_iter().map(|span| span.patch_style(next.style)));
        }
        line
    };

    (0..rows).map(row).collect()
}
