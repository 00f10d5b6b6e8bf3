//! CSV for spreadsheets that expect another separator: semicolons, with a comma in decimals, or tabs.

use crate::cli::{Score, Separator};
use crate::report::Many;
use anyhow::Result;
use csv::{ReaderBuilder, WriterBuilder};

/// The column whose decimals follow the separator.
const DECIMAL: &str = "fit";

/// How many people's rankings are written, with the columns of a CSV separated as was asked for.
pub fn lay_out(many: Many, score: &Score) -> Many {
    if score.format.name() != "csv" || score.separator == Separator::Comma {
        return many;
    }

    let separator = score.separator;
    let place = find_decimal_column(&many.head);
    let head = respell(&many.head, separator, place).unwrap_or_default();
    Many::new(head, move |text, ranking| {
        let mut rows = String::new();
        many.add(&mut rows, ranking);
        text.push_str(&respell(&rows, separator, place).unwrap_or_default());
    })
}

/// A whole CSV with commas, with its columns separated as was asked for.
pub fn separate_columns(text: String, separator: Separator) -> Result<String> {
    let place = find_decimal_column(text.lines().next().unwrap_or_default());
    if separator == Separator::Comma { Ok(text) } else { respell(&text, separator, place) }
}

/// Where the column with decimals is.
fn find_decimal_column(head: &str) -> Option<usize> {
    head.trim_end().split(',').position(|name| name == DECIMAL)
}

fn respell(text: &str, separator: Separator, decimal: Option<usize>) -> Result<String> {
    let delimiter = match separator {
        Separator::Comma => b',',
        Separator::Semicolon => b';',
        Separator::Tab => b'\t',
    };

    let mut reader = ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let mut writer = WriterBuilder::new().delimiter(delimiter).from_writer(Vec::new());
    for record in reader.records() {
        let record = record?;
        let cells = record.iter().enumerate().map(|(at, cell)| {
            let is_decimal = separator == Separator::Semicolon && Some(at) == decimal;
            if is_decimal { cell.replace('.', ",") } else { cell.to_string() }
        });
        writer.write_record(cells)?;
    }

    Ok(String::from_utf8(writer.into_inner()?)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn semicolons_come_with_decimal_commas_in_the_fit_only() {
        let text = "person,title,fit\n\"A, B\",Nurse 1.5,-12.34\n\"C;D\",x,0.00\n".to_string();
        assert_eq!(
            separate_columns(text.clone(), Separator::Semicolon).expect("CSV"),
            "person;title;fit\nA, B;Nurse 1.5;-12,34\n\"C;D\";x;0,00\n"
        );
        assert_eq!(separate_columns(text.clone(), Separator::Comma).expect("CSV"), text);
        assert!(separate_columns(text, Separator::Tab).expect("CSV").starts_with("person\ttitle\tfit\n"));
    }
}
