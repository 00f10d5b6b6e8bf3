//! What an audit prints: a table for people and the same as JSON.

use serde::Serialize;
use std::fmt;

/// Columns that a figure takes at least.
const MIN_WIDTH: usize = 8;
/// Widest a row runs.
const MAX_WIDTH: usize = 80;
/// What stands between columns.
const GAP: &str = "  ";
/// Figures from here on count something: thousandths of it say nothing.
const COUNTS: f64 = 10.0;

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
    pub fn add_row(&mut self, name: impl Into<String>, figures: impl IntoIterator<Item = Option<f64>>) {
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

        let widths: Vec<usize> = self.columns.iter().map(|name| name.chars().count().max(MIN_WIDTH)).collect();
        let beside: usize = widths.iter().map(|width| width + GAP.len()).sum();
        let longest = self.rows.iter().map(|row| row.name.chars().count()).max().unwrap_or(0);
        // what a row is about stands above its figures where there is no room beside them
        let is_above = longest + beside > MAX_WIDTH;
        let first = if is_above { 0 } else { longest };

        write!(f, "{:first$}", "")?;
        for (name, width) in self.columns.iter().zip(&widths) {
            write!(f, "{GAP}{name:>width$}")?;
        }

        for row in &self.rows {
            let behind = if is_above { "\n" } else { "" };
            write!(f, "\n{:first$}{behind}", row.name)?;
            for (figure, width) in row.figures.iter().zip(&widths) {
                match figure {
                    Some(figure) if figure.abs() >= COUNTS => write!(f, "{GAP}{figure:>width$.0}")?,
                    Some(figure) => write!(f, "{GAP}{figure:>width$.3}")?,
                    None => write!(f, "{GAP}{:>width$}", "-")?,
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_fits_a_terminal_and_what_is_counted_has_no_thousandths() {
        let columns = ["questions", "own in 10", "std.err", "with cards", "interests", "ceiling"];
        let mut table = Table::new("recover", "simulated", &columns);
        for (name, asked) in [("quick like real people", 22.0), ("standard like real people", 101.0)] {
            table.add_row(name, [asked, 0.25, 0.01, 0.3, 0.1, 0.5].map(Some));
        }

        let shown = table.to_string();
        assert!(shown.lines().all(|line| line.chars().count() <= MAX_WIDTH), "{shown}");
        assert!(shown.contains("\nquick like real people\n         22      0.250"), "{shown}");

        let mut narrow = Table::new("related", "compared", &["precision"]);
        narrow.add_row("all", [Some(0.5)]);
        assert!(narrow.to_string().ends_with("\nall      0.500"), "{narrow}");
    }
}
