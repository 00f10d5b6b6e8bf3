//! One table as text, with commas or tabs: columns by name, values checked, errors with file and line.

use super::folder::squash;
use anyhow::{Context, Error, Result, anyhow, bail};
use csv::StringRecord;
use std::fmt::Display;

/// Marks that stand for "no figure" in published tables.
const NO_FIGURE: [&str; 8] = ["", "-", "*", "**", "#", "n/a", "N/A", "NA"];

/// A table with its header.
pub struct Sheet {
    /// File name, for messages.
    pub name: String,
    /// Header as written.
    pub heads: Vec<String>,
    records: Vec<StringRecord>,
}

impl Sheet {
    /// Parses the text; a tab in the header tells the separator.
    pub fn parse(name: String, text: &str) -> Result<Self> {
        let text = text.trim_start_matches('\u{feff}');
        let tabs = text.lines().next().is_some_and(|head| head.contains('\t'));

        // cells between tabs are not quoted: a quote there is part of the text
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(if tabs { b'\t' } else { b',' })
            .quoting(!tabs)
            .flexible(true)
            .from_reader(text.as_bytes());

        let heads = reader.headers()?.iter().map(|head| head.trim().to_owned()).collect();
        let records = reader.records().collect::<Result<_, _>>().with_context(|| format!("{name} is no table"))?;
        Ok(Self { name, heads, records })
    }

    /// The column of the first of these names that is there, spelling aside.
    pub fn find(&self, names: &[&str]) -> Option<usize> {
        let place = |name: &&str| self.heads.iter().position(|head| squash(head) == squash(name));
        names.iter().find_map(place)
    }

    /// The column, or what is there instead.
    pub fn column(&self, names: &[&str]) -> Result<usize> {
        let Some(column) = self.find(names) else {
            bail!("{}: no column '{}'; its columns are: {}", self.name, names.join("' or '"), self.heads.join(", "));
        };
        Ok(column)
    }

    /// All rows below the header.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.records.iter().map(|record| Row { sheet: self, record })
    }

    /// Number of rows below the header.
    pub fn len(&self) -> usize {
        self.records.len()
    }
}

/// One row of a sheet.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    sheet: &'a Sheet,
    record: &'a StringRecord,
}

impl<'a> Row<'a> {
    /// The text in a column; empty where the row is short.
    pub fn text(self, column: usize) -> &'a str {
        self.record.get(column).unwrap_or_default().trim()
    }

    /// The number in a column, none where the table says that there is no figure.
    pub fn number(self, column: usize) -> Result<Option<f64>> {
        let text = self.text(column);
        if NO_FIGURE.contains(&text) {
            return Ok(None);
        }

        match text.replace(',', "").parse::<f64>() {
            Ok(number) if number.is_finite() => Ok(Some(number)),
            _ => bail!("{}: expected a number in '{}', found '{text}'", self.place(), self.sheet.heads[column]),
        }
    }

    /// The number in a column, so many times as large, rounded to a whole one from 0 to `most`.
    pub fn whole<N: TryFrom<i64> + Into<f64>>(self, column: usize, times: f64, most: N) -> Result<Option<N>> {
        let Some(number) = self.number(column)? else { return Ok(None) };

        #[expect(clippy::cast_possible_truncation, reason = "what is too large becomes the largest, which is refused")]
        let rounded = (number * times).round() as i64;
        match N::try_from(rounded) {
            Ok(whole) => Ok(Some(whole)),
            Err(_) => {
                Err(self.explain_outside(column, Range { low: 0.0, high: most.into() / times }, self.text(column)))
            }
        }
    }

    /// The number in a column to about seven digits.
    pub fn single(self, column: usize) -> Result<Option<f32>> {
        let Some(number) = self.number(column)? else { return Ok(None) };

        #[expect(clippy::cast_possible_truncation, reason = "what is too large becomes infinite, which is refused")]
        let single = number as f32;
        if single.is_infinite() {
            let (place, head) = (self.place(), &self.sheet.heads[column]);
            bail!("{place}: expected a number of a usual size in '{head}', found '{}'", self.text(column));
        }
        Ok(Some(single))
    }

    fn explain_outside(self, column: usize, Range { low, high }: Range, found: impl Display) -> Error {
        let (place, head) = (self.place(), &self.sheet.heads[column]);
        anyhow!("{place}: expected {low} to {high} in '{head}', found {found}")
    }

    /// The number in a column as a share 0–100 of its published range.
    pub fn share(self, column: usize, range: Range) -> Result<Option<f64>> {
        let Some(number) = self.number(column)? else { return Ok(None) };
        if !(range.low..=range.high).contains(&number) {
            return Err(self.explain_outside(column, range, number));
        }
        Ok(Some((number - range.low) / (range.high - range.low) * 100.0))
    }

    /// File and line, for messages.
    pub fn place(self) -> String {
        let line = self.record.position().map_or(0, csv::Position::line);
        format!("{}:{line}", self.sheet.name)
    }
}

/// The published range of a scale.
#[derive(Clone, Copy)]
pub struct Range {
    /// Its lowest value.
    pub low: f64,
    /// Its highest value.
    pub high: f64,
}

impl Range {
    /// Interests.
    pub const INTEREST: Self = Self { low: 1.0, high: 7.0 };
    /// Importance of a skill or subject, and work context.
    pub const IMPORTANCE: Self = Self { low: 1.0, high: 5.0 };
    /// How much a work style helps or hinders.
    pub const STYLE: Self = Self { low: -3.0, high: 3.0 };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_that_does_not_fit_is_refused_with_what_would() {
        let sheet = Sheet::parse("pay.csv".into(), "dollars,people\n-5,4.3e9\n\"70,000.4\",1e300\n").expect("a table");
        let rows: Vec<Row> = sheet.rows().collect();
        let refused = |row: usize, column| rows[row].whole(column, 1000.0, u32::MAX).expect_err("too much").to_string();

        assert_eq!(refused(0, 0), "pay.csv:2: expected 0 to 4294967.295 in 'dollars', found -5");
        assert_eq!(refused(0, 1), "pay.csv:2: expected 0 to 4294967.295 in 'people', found 4.3e9");
        assert_eq!(rows[1].whole(0, 1.0, u32::MAX).expect("dollars"), Some(70_000));
        assert!(rows[1].whole(0, 1.0, u16::MAX).is_err() && rows[1].single(1).is_err());
    }
}
