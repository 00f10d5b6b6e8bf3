//! A report as rows of a CSV, one for each career.

use super::Report;

const COLUMNS: [&str; 8] = ["person", "answered", "verdict", "rank", "id", "title", "fit", "band"];

/// The first line of the CSV.
pub fn csv_head() -> String {
    COLUMNS.join(",") + "\n"
}

/// The person's rows; one with empty cells for whoever has no direction yet, so that nobody is missing.
pub fn csv(report: &Report) -> String {
    let head = format!("{},{},{}", cell(&report.person), report.answered, report.verdict.words());
    if report.careers.is_empty() {
        return format!("{head},,,,,\n");
    }
    let rows = report.careers.iter().map(|entry| {
        let (id, title, band) = (cell(entry.id), cell(entry.title), entry.band.words());
        format!("{head},{},{id},{title},{:.2},{band}\n", entry.rank, entry.fit + 0.0)
    });
    rows.collect()
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
}
