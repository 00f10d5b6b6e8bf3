//! A text for whoever reads it on a terminal: lines that fit, headings that stand out.

use std::fmt::Write;
use unicode_width::UnicodeWidthStr;

/// Blanks between two columns of a table, at least; where there is room, more may stand there.
const GAP: &str = "  ";

/// The text in lines of so many columns. Columns of a table move together before any of its rows is broken, and what goes on
/// in another line begins below its own column. A line is a heading where it stands first in its paragraph and is no
/// sentence; it is bold where `bold` says so.
pub fn fold_text(text: &str, columns: usize, bold: bool) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let mut shown = String::with_capacity(text.len());
    let mut first = true;

    for block in lines.chunk_by(|one, other| is_row(one) == is_row(other)) {
        for line in squeeze_rows(block, columns) {
            let pieces = split_line(&line, columns).join("\n");
            let is_heading = first && !line.is_empty() && !is_row(&line) && !line.ends_with('.');
            let _ = if bold && is_heading {
                writeln!(shown, "\u{1b}[1m{pieces}\u{1b}[0m")
            } else {
                writeln!(shown, "{pieces}")
            };
            first = line.is_empty();
        }
    }
    shown
}

/// Whether a line stands to the right of others, as rows of a table and what is below a heading do.
fn is_row(line: &str) -> bool {
    line.starts_with(' ')
}

/// Rows with no more than a gap between their columns, where one of them is too wide otherwise.
fn squeeze_rows(rows: &[&str], columns: usize) -> Vec<String> {
    let whole = || rows.iter().map(ToString::to_string).collect();
    if !rows.iter().any(|row| is_row(row) && row.width() > columns) {
        return whole();
    }

    // a place is empty where no row has anything, so that dropping it moves all of them alike
    let rows: Vec<Vec<char>> = rows.iter().map(|row| row.chars().collect()).collect();
    let widest = rows.iter().map(Vec::len).max().unwrap_or(0);
    let is_empty = |at: usize| rows.iter().all(|row| row.get(at).is_none_or(|letter| *letter == ' '));

    let begin = (0..widest).find(|at| !is_empty(*at)).unwrap_or(0);

    let mut empty = 0;
    let mut kept = Vec::with_capacity(widest);
    for at in 0..widest {
        empty = if is_empty(at) && at >= begin { empty + 1 } else { 0 };
        kept.push(empty <= GAP.len());
    }

    let of = |row: &Vec<char>| -> String { row.iter().zip(&kept).filter_map(|(c, kept)| kept.then_some(c)).collect() };
    rows.iter().map(of).collect()
}

/// A line in pieces that fit, broken at blanks only.
fn split_line(line: &str, columns: usize) -> Vec<String> {
    let mut pieces = Vec::new();
    let hang = " ".repeat(measure_hang(line, columns));
    let mut rest = line.to_string();

    while rest.width() > columns {
        let Some(at) = find_last_break(&rest, columns) else { break };
        let next = format!("{hang}{}", rest[at..].trim_start());
        rest.truncate(at);
        pieces.push(rest.trim_end().to_string());
        rest = next;
    }

    pieces.push(rest.trim_end().to_string());
    pieces
}

/// Where what goes on of a line begins: below its last column that leaves room, or a little to the right of its beginning.
fn measure_hang(line: &str, columns: usize) -> usize {
    let begin = line.width() - line.trim_start().width();
    let starts = line.match_indices(|letter| letter != ' ').filter(|(at, _)| line[..*at].ends_with(GAP));
    let mut starts = starts.map(|(at, _)| line[..at].width());

    let column = starts.rfind(|at| *at > begin && *at <= columns / 2);
    column.unwrap_or(if begin == 0 { 0 } else { begin + GAP.len() })
}

/// The last blank before which a line is narrow enough; the first one where the first word already is too wide.
fn find_last_break(line: &str, columns: usize) -> Option<usize> {
    let begin = line.len() - line.trim_start().len();
    let blanks = line.match_indices(' ').map(|(at, _)| at).filter(|at| *at > begin);
    let mut found = None;
    for at in blanks {
        if found.is_some() && line[..at].trim_end().width() > columns {
            break;
        }
        found = Some(at);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_is_broken_at_blanks_and_a_heading_is_bold() {
        let shown = fold_text("Anna\n  What do you like best of all?: This\n\nOne two three four.\n", 20, true);
        let wanted = "\u{1b}[1mAnna\u{1b}[0m\n  What do you like\n    best of all?:\n    This\n\nOne two three four.\n";
        assert_eq!(shown, wanted);
    }

    #[test]
    fn columns_of_a_table_move_together_and_the_last_one_goes_on_below_itself() {
        let table = "  1  Nurse          29-1  good\n  2  Midwife        29-2  fair\n";
        assert_eq!(fold_text(table, 26, false), "  1  Nurse    29-1  good\n  2  Midwife  29-2  fair\n");

        let list = "sources  one two three four\n  short   five six seven eight\n         one two three\n";
        let wanted = "sources  one two\n         three four\n  short   five six\n          seven\n          eight\n";
        let wanted = wanted.to_string() + "         one two\n           three\n";
        assert_eq!(fold_text(list, 20, false), wanted);
    }

    #[test]
    fn what_fits_stays_byte_for_byte_and_a_word_too_wide_stays_whole() {
        let text = "a: b\n     far      apart\n\n  /a/very/long/path/that/nobody/breaks\n";
        assert_eq!(fold_text(text, 60, false), text);
        assert_eq!(fold_text("see /a/very/long/path\n", 12, false), "see\n/a/very/long/path\n");
    }
}
