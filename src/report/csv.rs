//! A report as rows of a CSV, one for each career.

use super::{Entry, Report};
use crate::model::Catalogue;
use std::borrow::Cow;
use std::fmt::Write;

const COLUMNS: [&str; 8] = ["person", "answered", "verdict", "rank", "id", "title", "fit", "band"];

/// The first line of the CSV.
pub fn csv_head() -> String {
    COLUMNS.join(",") + "\n"
}

/// The person's rows; one with empty cells for whoever has no direction yet, so that nobody is missing.
pub fn csv(report: &Report) -> String {
    let mut text = String::new();
    add_rows(&mut text, report, |entry| Cow::Owned(named(entry.id, entry.title)));
    text
}

/// What is the same in the rows of all people, written once.
#[derive(Debug)]
pub struct Cells(Vec<String>);

impl Cells {
    /// The cells of every career.
    pub fn new(catalogue: &Catalogue) -> Self {
        Self(catalogue.careers().iter().map(|career| named(&career.id, &career.title)).collect())
    }

    /// Adds the person's rows, the same as [`csv()`] writes.
    pub fn add(&self, text: &mut String, report: &Report) {
        add_rows(text, report, |entry| Cow::Borrowed(self.0[entry.career.index()].as_str()));
    }
}

fn add_rows<'c>(text: &mut String, report: &Report, named: impl Fn(&Entry) -> Cow<'c, str>) {
    let head = format!("{},{},{}", cell(&report.person), report.answered, report.verdict.words());
    if report.careers.is_empty() {
        text.extend([head.as_str(), ",,,,,\n"]);
    }
    for entry in &report.careers {
        text.extend([head.as_str(), ","]);
        add_number(text, entry.rank as u64);
        text.extend([",", &named(entry), ","]);
        add_hundredths(text, entry.fit);
        text.extend([",", entry.band.words(), "\n"]);
    }
}

/// Id and title of a career.
fn named(id: &str, title: &str) -> String {
    format!("{},{}", cell(id), cell(title))
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
        let _ = write!(text, "{:.2}", number + 0.0);
        return;
    }
    let whole = whole as u64;
    if number.is_sign_negative() && number != 0.0 {
        text.push('-');
    }
    add_number(text, whole / 100);
    text.push('.');
    text.push(char::from(b'0' + (whole / 10 % 10) as u8));
    text.push(char::from(b'0' + (whole % 10) as u8));
}

/// A text as one cell: quoted where it needs to be.
fn cell(text: &str) -> String {
    let text = crate::model::visible(text);
    if text.contains([',', '"']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.into_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_one_cell_whatever_is_in_it() {
        assert_eq!(cell("Smith, \"Jo\"\n\u{1b}"), "\"Smith, \"\"Jo\"\" ^[\"");
        assert_eq!(cell("Zoë"), "Zoë");
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
