//! What an audit prints: a table for people and the same as JSON.

use serde::Serialize;
use std::fmt;

/// A table of figures with a note on where they are from.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Table {
    /// What was audited.
    pub title: String,
    /// Whether the figures are simulated, measured on real answers, or compared with a published list.
    pub basis: String,
    /// Column heads after the first.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<Row>,
}

/// A named row of figures; a figure that does not apply is left out.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    /// What the row is about.
    pub name: String,
    /// One figure a column.
    pub figures: Vec<Option<f64>>,
}

impl Table {
    /// An empty table.
    pub fn new(title: &str, basis: &str, columns: &[&str]) -> Self {
        let columns = columns.iter().map(ToString::to_string).collect();
        Self { title: title.to_string(), basis: basis.to_string(), columns, rows: Vec::new() }
    }

    /// Adds a row.
    pub fn row(&mut self, name: impl Into<String>, figures: impl IntoIterator<Item = Option<f64>>) {
        self.rows.push(Row { name: name.into(), figures: figures.into_iter().collect() });
    }

    /// One figure by row and column name.
    pub fn figure(&self, row: &str, column: &str) -> Option<f64> {
        let place = self.columns.iter().position(|name| name == column)?;
        *self.rows.iter().find(|found| found.name == row)?.figures.get(place)?
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}\n({})", self.title, self.basis)?;

        let first = self.rows.iter().map(|row| row.name.chars().count()).max().unwrap_or(0);
        let widths: Vec<usize> = self.columns.iter().map(|name| name.chars().count().max(8)).collect();

        write!(f, "{:first$}", "")?;
        for (name, width) in self.columns.iter().zip(&widths) {
            write!(f, "  {name:>width$}")?;
        }

        for row in &self.rows {
            write!(f, "\n{:first$}", row.name)?;
            for (figure, width) in row.figures.iter().zip(&widths) {
                match figure {
                    Some(figure) if figure.abs() >= 100.0 => write!(f, "  {figure:>width$.0}")?,
                    Some(figure) => write!(f, "  {figure:>width$.3}")?,
                    None => write!(f, "  {:>width$}", "-")?,
                }
            }
        }
        Ok(())
    }
}
