//! A report as plain text, and sections of one for whoever reads line by line.

use crate::model::{Catalogue, Verdict};
use crate::report::exporters::{Exporter, Many};
use crate::report::format::{label_note, pluralise, points};
use crate::report::outline::{Block, Outline, Section, Side, Table};
use crate::report::story::outline;
use crate::report::{Ranking, Report, telling};
use crate::text::{break_at_words, visible};
use std::fmt::Write;
use unicode_width::UnicodeWidthStr;

/// Widest a line of a file runs where it can be broken.
const MAX_WIDTH: usize = 92;

/// What the figure behind the word is; said once where there are many people.
const FIT: &str = "The figure after the word is the fit, from -100 to 100: at 0 the answers speak neither for a career nor \
                   against it.";

/// Columns that a shipped career's id takes.
const ID: usize = 11;

/// Level of a heading that stands without a line below it or signs around it.
const BARE: usize = 4;

/// Plain text, to read anywhere.
#[derive(Debug)]
pub struct Text;

impl Exporter for Text {
    fn name(&self) -> &'static str {
        "text"
    }

    fn ending(&self) -> &'static str {
        "txt"
    }

    fn label(&self) -> &'static str {
        "plain text, to read anywhere"
    }

    fn write(&self, report: &Report<'_>) -> String {
        written(&outline(report)) + "\n"
    }

    fn for_many(&self, _catalogue: &Catalogue) -> Option<Many> {
        Some(Many::new(format!("{FIT}\n\n"), |text, ranking| *text += &(short(ranking) + "\n")))
    }
}

/// The first careers of a person, one a line.
pub fn short(ranking: &Ranking<'_>) -> String {
    let (person, answers) = (&ranking.person, pluralise(ranking.answered, "answer"));
    let mut text = format!("{person}: {answers}, {}\n", ranking.verdict.words());
    if ranking.verdict == Verdict::NoDirection {
        let says = telling::no_direction(&ranking.dataset.questionnaire, ranking.answered);
        let _ = writeln!(text, "{}", says.join(" "));
    }
    for line in &ranking.direction_lines {
        let _ = writeln!(text, "{line}");
    }

    let widest = ranking.careers.iter().map(|entry| entry.id.width()).max().unwrap_or(0).max(ID);
    for entry in &ranking.careers {
        let later = if entry.later_step { format!(" ({})", telling::LATER_STEP) } else { String::new() };
        let title = format!("{}{later}", entry.title);
        let (rank, band) = (entry.rank, entry.band.words());
        let again = entry.interval.map_or(String::new(), |again| format!("  {}-{}", again.low, again.high));
        let _ = writeln!(
            text,
            "{rank:>4}  {title:<56} {:<widest$} {band:<12} {:>4}{again}",
            entry.id,
            points(entry.fit, 0)
        );
    }

    if ranking.careers.iter().any(|entry| entry.interval.is_some()) {
        let _ = writeln!(text, "{FIT}");
        text += "Last: the ranks between which a career would most likely land with other questions.\n";
    }
    for note in &ranking.notes {
        let _ = writeln!(text, "{}", label_note(note));
    }
    text
}

/// A section for whoever reads line by line: no line is broken, nothing is drawn.
pub fn plain(section: &Section) -> String {
    for_reader(section, Reader::default())
}

/// Who reads a section: how wide lines run, and whether headings stand out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reader {
    /// Widest a line runs where it can be broken.
    pub columns: usize,
    /// Whether headings are bold, by a control sequence.
    pub bold: bool,
}

impl Default for Reader {
    /// Whoever reads line by line.
    fn default() -> Self {
        Self { columns: usize::MAX, bold: false }
    }
}

/// A section for whoever reads it on a terminal, or line by line.
pub fn for_reader(section: &Section, reader: Reader) -> String {
    let mut page = Page { text: String::new(), widest: reader.columns, bold: reader.bold };
    page.section(section, BARE);
    page.text.trim_start().to_string()
}

/// An outline as plain text; charts stand in it as the tables of their figures.
pub fn written(outline: &Outline) -> String {
    let title = visible(&outline.title);
    let text = format!("{title}\n{}\n", "=".repeat(title.width()));
    let mut page = Page { text, widest: MAX_WIDTH, bold: false };
    page.paragraph("", &outline.about);
    for section in &outline.sections {
        page.section(section, 2);
    }
    page.text
}

/// A text that grows.
struct Page {
    text: String,
    /// Widest a line runs where it can be broken.
    widest: usize,
    /// Whether headings are bold, by a control sequence.
    bold: bool,
}

impl Page {
    fn section(&mut self, section: &Section, level: usize) {
        let mut heading = visible(&section.heading).into_owned();
        if !section.aside.is_empty() {
            let _ = write!(heading, " ({})", visible(&section.aside));
        }

        let _ = match level {
            2 => write!(self.text, "\n\n{heading}\n{}\n", "-".repeat(heading.width())),
            3 => write!(self.text, "\n** {heading} **\n"),
            _ if self.bold => write!(self.text, "\n\u{1b}[1m{heading}\u{1b}[0m\n"),
            _ => write!(self.text, "\n{heading}\n"),
        };

        for block in &section.blocks {
            self.block(block, level);
        }
    }

    fn block(&mut self, block: &Block, level: usize) {
        match block {
            Block::Text(says) | Block::Quiet(says) => self.paragraph("", says),
            Block::Points(points) => {
                for point in points {
                    self.paragraph("- ", point);
                }
            }
            Block::Reasons(side, points) => {
                let mark = if *side == Side::For { "+ " } else { "- " };
                for point in points {
                    self.paragraph(mark, point);
                }
            }
            Block::Pairs(pairs) => self.pairs(pairs),
            Block::Ladder(ladder) => self.pairs(&ladder.pairs()),
            Block::Table(table) => self.table(table),
            Block::Chart(chart) if chart.is_told_in_words() => {}
            Block::Chart(chart) => self.table(&chart.table),
            Block::Beside(sides) => sides.iter().for_each(|side| self.section(side, level + 1)),
            Block::Part(part) => self.section(part, level + 1),
        }
    }

    fn pairs(&mut self, pairs: &[(&str, String)]) {
        for (label, says) in pairs {
            self.paragraph("  ", &format!("{label}: {says}"));
        }
    }

    /// A text broken into lines, the first with a mark in front and the others as far in.
    fn paragraph(&mut self, mark: &str, says: &str) {
        let mut before = mark.to_string();
        for line in break_at_words(&visible(says), self.widest.saturating_sub(mark.len())) {
            let _ = writeln!(self.text, "{}", (before + &line).trim_end());
            before = " ".repeat(mark.len());
        }
    }

    /// Columns beside each other where they fit, or else a row's cells one below the other.
    fn table(&mut self, table: &Table) {
        if table.rows.is_empty() {
            return;
        }

        let rows: Vec<Vec<String>> =
            table.rows.iter().map(|row| row.iter().map(|cell| visible(cell).into_owned()).collect()).collect();
        let width_of = |at: usize| {
            let cells = rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.width());
            cells.chain([table.head.get(at).map_or(0, |name| name.width())]).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..table.head.len()).map(width_of).collect();

        let _ = write!(self.text, "\n{}\n", visible(&table.caption));
        if widths.iter().map(|width| width + 2).sum::<usize>() > self.widest {
            for row in &rows {
                self.row_of_lines(&table.head, row);
            }
            return;
        }

        let head: Vec<String> = table.head.iter().map(|name| (*name).to_string()).collect();
        for row in std::iter::once(&head).chain(&rows) {
            let padded =
                |(cell, width): (&String, &usize)| cell.clone() + &" ".repeat(width.saturating_sub(cell.width()));
            let cells: Vec<String> = row.iter().zip(&widths).map(padded).collect();
            let _ = writeln!(self.text, "  {}", cells.join("  ").trim_end());
        }
    }

    fn row_of_lines(&mut self, head: &[&str], row: &[String]) {
        for ((name, cell), at) in head.iter().zip(row).zip(0..).filter(|((_, cell), _)| !cell.is_empty()) {
            if at == 0 {
                self.paragraph("- ", cell);
            } else {
                self.paragraph("    ", &format!("{name}: {cell}"));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped::shipped;

    #[test]
    fn above_the_rankings_of_many_it_is_said_once_what_fit_is() {
        let catalogue = shipped().expect("the shipped data").catalogue;
        let head = Text.for_many(&catalogue).expect("text is for many").head;
        assert!(head.contains("from -100 to 100"), "{head}");
    }
}
