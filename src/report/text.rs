//! A report as plain text.

use super::Report;
use super::outline::{Block, Outline, Section, Table};
use super::story::outline;
use crate::model::{Verdict, visible};
use std::fmt::Write;
use unicode_width::UnicodeWidthStr;

/// Widest a line runs where it can be broken.
const WIDEST: usize = 92;

const NO_DIRECTION: &str = "\
The answers do not point anywhere yet, which is common. Some ways on: answer a few more questions, go back to an \
answer you were unsure of, or look up any career you are curious about with 'careerfit career WORDS'.";

/// What somebody is told whose answers do not differ, and ways on.
pub fn no_direction() -> &'static str {
    NO_DIRECTION
}

/// The report to be read: a list of careers, or everything where the report is to be kept.
pub fn text(report: &Report) -> String {
    if report.whole.is_some() {
        return written(&outline(report));
    }
    let s = if report.answered == 1 { "" } else { "s" };
    let mut text = format!("{}: {} answer{s}, {}\n", report.person, report.answered, report.verdict.words());
    if report.verdict == Verdict::NoDirection {
        let _ = writeln!(text, "{NO_DIRECTION}");
    }
    for entry in &report.careers {
        let later = if entry.later_step { " (a later step)" } else { "" };
        let title = format!("{}{later}", entry.title);
        let (rank, band) = (entry.rank, entry.band.words());
        let again = entry.interval.map_or(String::new(), |again| format!("  {}-{}", again.low, again.high));
        let _ = writeln!(text, "{rank:>4}  {title:<56} {:<11} {band:<12} {:>4.0}{again}", entry.id, entry.fit);
    }
    if report.careers.iter().any(|entry| entry.interval.is_some()) {
        text += "Last: the ranks between which a career would most likely land if the questions were answered again.\n";
    }
    for note in &report.notes {
        let _ = writeln!(text, "Note: {note}.");
    }
    text
}

/// An outline as plain text; charts stand in it as the tables of their figures.
pub(super) fn written(outline: &Outline) -> String {
    let title = visible(&outline.title);
    let mut text = format!("{title}\n{}\n", "=".repeat(title.width()));
    paragraph(&mut text, "", &outline.about);
    for section in &outline.sections {
        write_section(&mut text, section, 2);
    }
    text
}

fn write_section(text: &mut String, section: &Section, level: usize) {
    let mut heading = visible(&section.heading).into_owned();
    if !section.aside.is_empty() {
        let _ = write!(heading, " ({})", visible(&section.aside));
    }
    let _ = match level {
        2 => write!(text, "\n\n{heading}\n{}\n", "-".repeat(heading.width())),
        3 => write!(text, "\n** {heading} **\n"),
        _ => write!(text, "\n{heading}\n"),
    };
    for block in &section.blocks {
        write_block(text, block, level);
    }
}

fn write_block(text: &mut String, block: &Block, level: usize) {
    match block {
        Block::Text(says) | Block::Quiet(says) => paragraph(text, "", says),
        Block::Points(points) => points.iter().for_each(|point| paragraph(text, "- ", point)),
        Block::Pairs(pairs) => {
            for (label, says) in pairs {
                paragraph(text, "  ", &format!("{label}: {says}"));
            }
        }
        Block::Table(table) => write_table(text, table),
        Block::Chart(chart) => write_table(text, &chart.table),
        Block::Beside(sides) => sides.iter().for_each(|side| write_section(text, side, level + 1)),
        Block::Part(part) => write_section(text, part, level + 1),
    }
}

/// A text broken into lines, the first with a mark in front and the others as far in.
fn paragraph(text: &mut String, mark: &str, says: &str) {
    let mut line = mark.to_string();
    let mut empty = true;
    for word in visible(says).split_whitespace() {
        if !empty && line.width() + 1 + word.width() > WIDEST {
            *text += line.trim_end();
            text.push('\n');
            line = " ".repeat(mark.len());
            empty = true;
        }
        if !empty {
            line.push(' ');
        }
        line += word;
        empty = false;
    }
    *text += line.trim_end();
    text.push('\n');
}

/// Columns beside each other where they fit, or else a row's cells one below the other.
fn write_table(text: &mut String, table: &Table) {
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
    let _ = write!(text, "\n{}\n", visible(&table.caption));
    if widths.iter().map(|width| width + 2).sum::<usize>() > WIDEST + 2 {
        for row in &rows {
            for ((name, cell), at) in table.head.iter().zip(row).zip(0..).filter(|((_, cell), _)| !cell.is_empty()) {
                if at == 0 { paragraph(text, "- ", cell) } else { paragraph(text, "    ", &format!("{name}: {cell}")) }
            }
        }
        return;
    }
    let head: Vec<String> = table.head.iter().map(|name| (*name).to_string()).collect();
    for row in std::iter::once(&head).chain(&rows) {
        let padded = |(cell, width): (&String, &usize)| cell.clone() + &" ".repeat(width.saturating_sub(cell.width()));
        let cells: Vec<String> = row.iter().zip(&widths).map(padded).collect();
        let _ = writeln!(text, "  {}", cells.join("  ").trim_end());
    }
}
