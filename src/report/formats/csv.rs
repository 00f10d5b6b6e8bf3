//! A report as rows of a CSV, one for each career.

use crate::model::Catalogue;
use crate::report::exporters::{Exporter, Many};
use crate::report::{Entry, Ranking, Report};
use crate::text::show_controls;
use std::borrow::Cow;
use std::fmt::Write;

const COLUMNS: [&str; 9] = ["person", "answered", "verdict", "rank", "id", "title", "fit", "band", "notes"];

/// CSV: a row for each career.
#[derive(Debug)]
pub struct Csv {
    /// Whether cells that a spreadsheet would run as a formula are kept from it by a `'` in front.
    pub is_guarded: bool,
}

impl Exporter for Csv {
    fn name(&self) -> &'static str {
        "csv"
    }

    fn ending(&self) -> &'static str {
        "csv"
    }

    fn label(&self) -> &'static str {
        "the careers as rows, for a spreadsheet"
    }

    fn is_for_programs(&self) -> bool {
        true
    }

    fn write(&self, report: &Report<'_>) -> String {
        let mut text = write_head();
        let person = self.format_text(&report.ranking.person);
        add_rows(&mut text, &report.ranking, &person, |entry| Cow::Owned(self.format_career(entry.id, entry.title)));
        text
    }

    fn write_many(&self, catalogue: &Catalogue) -> Option<Many> {
        // id and title of every career, written once for the rows of all people
        let cells: Vec<String> =
            catalogue.careers().iter().map(|career| self.format_career(&career.id, &career.title)).collect();

        let is_guarded = self.is_guarded;
        Some(Many::new(write_head(), move |text, ranking| {
            // a program that goes on with these names must get them as it gave them
            let person = format_cell(&ranking.person, is_guarded);
            add_rows(text, ranking, &person, |entry| Cow::Borrowed(cells[entry.career.index()].as_str()));
        }))
    }
}

/// The names of the columns.
fn write_head() -> String {
    COLUMNS.join(",") + "\n"
}

// By hand, since a writer that looks at every cell of every row anew costs a fifth of the time of scoring many people.

/// The person's rows; one with empty cells for whoever has no direction yet, so that nobody is missing.
fn add_rows<'c>(text: &mut String, ranking: &Ranking<'_>, person: &str, named: impl Fn(&Entry<'_>) -> Cow<'c, str>) {
    let head = format!("{},{},{}", person, ranking.answered, ranking.verdict.words());
    let notes = format_cell(&show_controls(&ranking.notes.join("; ")), false);

    if ranking.careers.is_empty() {
        text.extend([head.as_str(), ",,,,,,", &notes, "\n"]);
    }

    for entry in &ranking.careers {
        text.extend([head.as_str(), ","]);
        add_number(text, entry.rank as u64);
        text.extend([",", &named(entry), ","]);
        add_hundredths(text, entry.fit);
        text.extend([",", entry.band.words(), ",", &notes, "\n"]);
    }
}

impl Csv {
    /// Id and title of a career.
    fn format_career(&self, id: &str, title: &str) -> String {
        format!("{},{}", self.format_text(id), self.format_text(title))
    }

    /// A text as one cell, with every control character made visible.
    fn format_text(&self, text: &str) -> String {
        format_cell(&show_controls(text), self.is_guarded)
    }
}

fn add_number(text: &mut String, number: u64) {
    if number >= 10 {
        add_number(text, number / 10);
    }
    text.push(char::from(b'0' + (number % 10) as u8));
}

/// A number with two decimals, as `{:.2}` writes it, where it is not at the edge between two of them in a tenth of the time.
fn add_hundredths(text: &mut String, number: f64) {
    let hundredths = number.abs() * 100.0;
    let (whole, rest) = (hundredths.round(), hundredths.fract());
    if (rest - 0.5).abs() < 1e-6 || hundredths >= 1e15 || !number.is_finite() {
        // Adding nothing takes the sign off a zero.
        let _ = write!(text, "{:.2}", number + 0.0);
        return;
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is rounded, and from 0 to 1e15")]
    let whole = whole as u64;
    if number.is_sign_negative() && number != 0.0 {
        text.push('-');
    }

    add_number(text, whole / 100);
    text.push('.');
    text.push(char::from(b'0' + (whole / 10 % 10) as u8));
    text.push(char::from(b'0' + (whole % 10) as u8));
}

/// What a spreadsheet takes for the beginning of a formula.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A text as one cell, byte for byte: quoted where it needs to be. A guarded one that would be a formula gets a `'` in front.
fn format_cell(text: &str, is_guarded: bool) -> String {
    let guard = if is_guarded && text.starts_with(FORMULA) { "'" } else { "" };
    let is_odd = |c: char| matches!(c, ',' | '"' | ';') || c.is_control();
    if text.contains(is_odd) { format!("\"{guard}{}\"", text.replace('"', "\"\"")) } else { format!("{guard}{text}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_one_cell_whatever_is_in_it() {
        assert_eq!(format_cell("Smith, \"Jo\"\n\u{1b}", false), "\"Smith, \"\"Jo\"\"\n\u{1b}\"");
        assert_eq!(format_cell("Zoë", false), "Zoë");
    }

    #[test]
    fn a_guarded_cell_is_no_formula_and_every_other_is_as_it_was() {
        for text in ["=cmd|' /C calc'!A0", "@SUM(1)", "+1-1", "-2", "\t=1", "\r=1"] {
            assert_eq!(format_cell(text, true).trim_start_matches('"').chars().next(), Some('\''), "{text:?}");
            assert_ne!(format_cell(text, false).trim_start_matches('"').chars().next(), Some('\''), "{text:?}");
        }
        assert_eq!(format_cell("a-b = c", true), "a-b = c");
    }

    #[test]
    fn two_decimals_are_those_of_the_standard_library() {
        let mut random = crate::model::random::Random::new(8);
        let edges = [0.0, -0.0, 0.005, 0.015, 1.005, -2.675, 99.995, 100.0, -100.0, -0.001, 0.125, 1e-300];
        for number in edges.into_iter().chain((0..10_000).map(|_| 30.0 * random.normal())) {
            let mut text = String::new();
            add_hundredths(&mut text, number);
            assert_eq!(text, format!("{:.2}", number + 0.0), "{number:e}");
        }
    }
}
