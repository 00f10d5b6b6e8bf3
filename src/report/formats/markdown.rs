//! A report as Markdown.

use crate::report::Report;
use crate::report::exporters::Exporter;
use crate::report::outline::{Block, Outline, Section, Table};
use crate::report::story::build_outline;
use crate::text::show_controls;
use std::fmt::Write;

/// The deepest heading there is.
const MAX_HEADING: usize = 6;

/// Markdown, for notes and wikis; charts stand in it as the tables of their figures.
#[derive(Debug)]
pub struct Markdown;

impl Exporter for Markdown {
    fn name(&self) -> &'static str {
        "markdown"
    }

    fn ending(&self) -> &'static str {
        "md"
    }

    fn label(&self) -> &'static str {
        "for notes and wikis"
    }

    fn write(&self, report: &Report<'_>) -> String {
        write_markdown(&build_outline(report))
    }
}

/// An outline as Markdown.
pub fn write_markdown(outline: &Outline) -> String {
    let mut text = format!("# {}\n\n{}\n", escape_inline(&outline.title), escape(&outline.about));
    for section in &outline.sections {
        write_section(&mut text, section, 2);
    }
    text
}

fn write_section(text: &mut String, section: &Section, level: usize) {
    let aside = if section.aside.is_empty() { String::new() } else { format!(" ({})", escape_inline(&section.aside)) };
    let _ = write!(text, "\n{} {}{aside}\n", "#".repeat(level.min(MAX_HEADING)), escape_inline(&section.heading));
    for block in &section.blocks {
        write_block(text, block, level);
    }
}

fn write_block(text: &mut String, block: &Block, level: usize) {
    match block {
        Block::Text(says) => _ = write!(text, "\n{}\n", escape(says)),
        Block::Quiet(says) => _ = write!(text, "\n*{}*\n", escape_inline(says)),
        Block::Points(points) | Block::Reasons(_, points) => {
            text.push('\n');
            for point in points {
                let _ = writeln!(text, "- {}", escape(point));
            }
        }
        Block::Pairs(pairs) => write_pairs(text, pairs),
        Block::Ladder(ladder) => write_pairs(text, &ladder.pairs()),
        Block::Table(table) => write_table(text, table),
        Block::Chart(chart) if chart.is_told_in_words() => {}
        Block::Chart(chart) => write_table(text, &chart.table),
        Block::Beside(sides) => sides.iter().for_each(|side| write_section(text, side, level + 1)),
        Block::Part(part) => write_section(text, part, level + 1),
    }
}

fn write_pairs(text: &mut String, pairs: &[(&str, String)]) {
    text.push('\n');
    for (label, says) in pairs {
        let _ = writeln!(text, "- **{}:** {}", escape_inline(label), escape_inline(says));
    }
}

fn write_table(text: &mut String, table: &Table) {
    if table.rows.is_empty() {
        return;
    }

    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let _ = write!(text, "\n**{}**\n\n", escape_inline(&table.caption));
    *text += &line(table.head.iter().map(|name| escape_inline(name)).collect());
    *text += &line(table.head.iter().map(|_| "---".to_string()).collect());

    for row in &table.rows {
        *text += &line(row.iter().map(|cell| escape_inline(cell)).collect());
    }
}

/// A plain text as a line of Markdown of its own: it opens no heading and no list.
fn escape(plain: &str) -> String {
    let text = escape_inline(plain);
    let numbered = text.find(|c: char| !c.is_ascii_digit()).filter(|at| *at > 0);
    match (text.chars().next(), numbered) {
        (Some('#' | '+' | '-' | '='), _) => format!("\\{text}"),
        (_, Some(at)) if text[at..].starts_with(['.', ')']) => format!("{}\\{}", &text[..at], &text[at..]),
        _ => text,
    }
}

/// A plain text within a line of Markdown: nothing in it is markup, a link or a control character.
fn escape_inline(plain: &str) -> String {
    let shown = show_controls(plain);
    let shown = shown.trim();

    let mut text = String::with_capacity(shown.len() + 8);
    for (at, c) in shown.char_indices() {
        // With its slash escaped, a bare address becomes no link either.
        let links = c == '/' && shown[..at].ends_with(':');
        if links || matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$') {
            text.push('\\');
        }
        text.push(c);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_person_wrote_stays_text() {
        let cases = [
            ("# not a heading", "\\# not a heading"),
            ("1. not a list", "1\\. not a list"),
            ("3 or 4.", "3 or 4."),
            ("<b>*x*</b> [a](b) | c", "\\<b\\>\\*x\\*\\</b\\> \\[a\\](b) \\| c"),
            ("see https://example.org", "see https:\\//example.org"),
            ("two\nlines\u{1b}[2J", "two lines^\\[\\[2J"),
            ("$5 & more", "\\$5 \\& more"),
        ];
        for (plain, escaped) in cases {
            assert_eq!(escape(plain), escaped);
        }
    }
}
