//! A report as plain text, and sections of one for whoever reads line by line.

use crate::model::{Catalogue, Verdict};
use crate::report::exporters::{Exporter, Many};
use crate::report::format::{format_points, label_note, pluralise};
use crate::report::outline::{Block, Outline, Section, Side, Table};
use crate::report::story::build_outline;
use crate::report::{Entry, Ranking, Report, telling};
use crate::text::{break_at_words, show_controls};
use std::fmt::Write;
use unicode_width::UnicodeWidthStr;

/// Widest a line of a file runs where it can be broken.
const MAX_WIDTH: usize = 92;

/// What the figure behind the word is; said once where there are many people.
const FIT: &str = "The figure after the word is the fit, from -100 to 100: at 0 the answers speak neither for a career nor \
                   against it.";

/// Widest a row of the list runs: every terminal has room for it.
const MAX_ROW: usize = 80;
/// Columns that a title has at least, however long the ids beside it.
const MIN_TITLE: usize = 20;
/// Columns that a shipped career's id takes.
const ID: usize = 10;
/// Columns of rank, band, fit and the ranks with other questions, with the blanks around them.
const BESIDE: usize = 36;
/// Columns of the signs around a heading of the third level.
const AROUND: usize = 6;

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
        write_text(&build_outline(report)) + "\n"
    }

    fn write_many(&self, _catalogue: &Catalogue) -> Option<Many> {
        Some(Many::new(format!("{FIT}\n\n"), |text, ranking| *text += &(write_one_of_many(ranking) + "\n")))
    }
}

/// The first careers of a person, one a line, with what the figures are.
pub fn write_short(ranking: &Ranking<'_>) -> String {
    write_ranking(ranking, if ranking.careers.is_empty() { "" } else { FIT })
}

/// The same for one of many people, above whom it is said already what the figures are.
fn write_one_of_many(ranking: &Ranking<'_>) -> String {
    write_ranking(ranking, "")
}

fn write_ranking(ranking: &Ranking<'_>, fit: &str) -> String {
    let (person, answers) = (&ranking.person, pluralise(ranking.answered, "answer"));
    let mut text = format!("{person}: {answers}, {}\n", ranking.verdict.words());
    if ranking.verdict == Verdict::NoDirection {
        let says = telling::describe_no_direction(&ranking.dataset.questionnaire, ranking.answered);
        let _ = writeln!(text, "{}", says.join(" "));
        text.extend(telling::describe_hints(&ranking.hints).map(|says| says + "\n"));
    }
    for line in &ranking.direction_lines {
        let _ = writeln!(text, "{line}");
    }

    let id = ranking.careers.iter().map(|entry| entry.id.width()).max().unwrap_or(0).max(ID);
    for entry in &ranking.careers {
        text += &format_row(entry, id);
    }

    if !fit.is_empty() {
        let _ = writeln!(text, "{fit}");
    }
    if let Some(says) = ranking.careers.iter().find_map(|entry| telling::describe_lower_word(entry.band, entry.fit)) {
        let _ = writeln!(text, "{says}");
    }
    if ranking.careers.iter().any(|entry| entry.interval.is_some()) {
        text += "Last: the ranks between which a career would most likely land with other questions.\n";
    }
    for note in &ranking.notes {
        let _ = writeln!(text, "{}", label_note(note));
    }
    text
}

/// A career in a row no wider than a terminal; a title that is too long goes on below itself.
fn format_row(entry: &Entry<'_>, id: usize) -> String {
    let widest = MAX_ROW.saturating_sub(BESIDE + id).max(MIN_TITLE);
    let lines = wrap_title(entry, widest);
    let (first, rest) = lines.split_first().map_or(("", &[][..]), |(first, rest)| (first.as_str(), rest));

    let (rank, band, fit) = (entry.rank, entry.band.words(), format_points(entry.fit, 0));
    let again = entry.interval.map_or(String::new(), |again| format!("  {}-{}", again.low, again.high));
    let blanks = " ".repeat(widest.saturating_sub(first.width()));
    let mut text = format!("{rank:>4}  {first}{blanks}  {:<id$}  {band:<12} {fit:>4}{again}\n", entry.id);
    text.extend(rest.iter().map(|line| format!("      {line}\n")));
    text
}

/// The title in lines; that it is a later step stays together.
fn wrap_title(entry: &Entry<'_>, widest: usize) -> Vec<String> {
    let mut lines = break_at_words(entry.title, widest);
    if !entry.later_step {
        return lines;
    }

    let later = format!("({})", telling::LATER_STEP);
    match lines.last_mut().filter(|line| line.width() + 1 + later.width() <= widest) {
        Some(line) => line.extend([" ", later.as_str()]),
        None => lines.push(later),
    }
    lines
}

/// A section for whoever reads line by line: no line is broken, nothing is drawn.
pub fn write_plain(section: &Section) -> String {
    write_for_reader(section, Reader::default())
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
pub fn write_for_reader(section: &Section, reader: Reader) -> String {
    let mut page = Page { text: String::new(), widest: reader.columns, bold: reader.bold };
    page.write_section(section, BARE);
    page.text.trim_start().to_string()
}

/// A report for whoever reads it on a terminal.
pub fn write_whole_for_reader(report: &Report<'_>, reader: Reader) -> String {
    write_text_for(&build_outline(report), reader) + "\n"
}

/// An outline as plain text; charts stand in it as the tables of their figures.
pub fn write_text(outline: &Outline) -> String {
    write_text_for(outline, Reader::default())
}

fn write_text_for(outline: &Outline, reader: Reader) -> String {
    let title = show_controls(&outline.title);
    let mut page = Page { text: String::new(), widest: reader.columns.min(MAX_WIDTH), bold: reader.bold };
    page.text = format!("{}\n{}\n", page.embolden(&title), "=".repeat(title.width()));
    page.write_paragraph("", &outline.about);
    for section in &outline.sections {
        page.write_section(section, 2);
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
    fn write_section(&mut self, section: &Section, level: usize) {
        let mut heading = show_controls(&section.heading).into_owned();
        if !section.aside.is_empty() {
            let _ = write!(heading, " ({})", show_controls(&section.aside));
        }

        let around = if level == 3 { AROUND } else { 0 };
        let lines = break_at_words(&heading, self.widest.saturating_sub(around));
        let widest = lines.iter().map(|line| line.width()).max().unwrap_or(0);
        let strong: Vec<String> = lines.iter().map(|line| self.embolden(line)).collect();
        let _ = match level {
            2 => write!(self.text, "\n\n{}\n{}\n", strong.join("\n"), "-".repeat(widest)),
            3 => write!(self.text, "\n** {} **\n", strong.join("\n   ")),
            _ => write!(self.text, "\n{}\n", strong.join("\n")),
        };

        for block in &section.blocks {
            self.write_block(block, level);
        }
    }

    /// A heading as it is written.
    fn embolden(&self, heading: &str) -> String {
        if self.bold { format!("\u{1b}[1m{heading}\u{1b}[0m") } else { heading.to_string() }
    }

    fn write_block(&mut self, block: &Block, level: usize) {
        match block {
            Block::Text(says) | Block::Quiet(says) => self.write_paragraph("", says),
            Block::Points(points) => {
                for point in points {
                    self.write_paragraph("- ", point);
                }
            }
            Block::Reasons(side, points) => {
                let mark = if *side == Side::For { "+ " } else { "- " };
                for point in points {
                    self.write_paragraph(mark, point);
                }
            }
            Block::Pairs(pairs) => self.write_pairs(pairs),
            Block::Ladder(ladder) => self.write_pairs(&ladder.pairs()),
            Block::Table(table) => self.write_table(table),
            Block::Chart(chart) if chart.is_told_in_words() => {}
            Block::Chart(chart) => self.write_table(&chart.table),
            Block::Beside(sides) => sides.iter().for_each(|side| self.write_section(side, level + 1)),
            Block::Part(part) => self.write_section(part, level + 1),
        }
    }

    fn write_pairs(&mut self, pairs: &[(&str, String)]) {
        for (label, says) in pairs {
            self.write_paragraph("  ", &format!("{label}: {says}"));
        }
    }

    /// A text broken into lines, the first with a mark in front and the others as far in.
    fn write_paragraph(&mut self, mark: &str, says: &str) {
        let lines = break_at_words(&show_controls(says), self.widest.saturating_sub(mark.width()));
        for (line, at) in lines.iter().zip(0..) {
            let begin = if at == 0 { mark } else { &" ".repeat(mark.width()) };
            self.text += format!("{begin}{line}").trim_end();
            self.text.push('\n');
        }
    }

    /// Columns beside each other where they fit, or else a row's cells one below the other.
    fn write_table(&mut self, table: &Table) {
        if table.rows.is_empty() {
            return;
        }

        let rows: Vec<Vec<String>> =
            table.rows.iter().map(|row| row.iter().map(|cell| show_controls(cell).into_owned()).collect()).collect();
        let width_of = |at: usize| {
            let cells = rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.width());
            cells.chain([table.head.get(at).map_or(0, |name| name.width())]).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..table.head.len()).map(width_of).collect();

        let _ = write!(self.text, "\n{}\n", show_controls(&table.caption));
        if widths.iter().map(|width| width + 2).sum::<usize>() > self.widest {
            for row in &rows {
                self.write_row(&table.head, row);
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

    fn write_row(&mut self, head: &[&str], row: &[String]) {
        for ((name, cell), at) in head.iter().zip(row).zip(0..).filter(|((_, cell), _)| !cell.is_empty()) {
            if at == 0 {
                self.write_paragraph("- ", cell);
            } else {
                self.write_paragraph("    ", &format!("{name}: {cell}"));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped::load_shipped;

    #[test]
    fn above_the_rankings_of_many_it_is_said_once_what_fit_is() {
        let catalogue = load_shipped().expect("the shipped data").catalogue;
        let head = Text.write_many(&catalogue).expect("text is for many").head;
        assert!(head.contains("from -100 to 100"), "{head}");
    }
}
