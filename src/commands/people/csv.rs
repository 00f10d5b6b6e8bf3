//! One person a row of a CSV.

use super::head::Head;
use super::records::{Found, LONGEST, Records};
use super::{Asked, Column, Row, Rows, describe_more, explain_refusal, find_column, parse_response};
use crate::commands::exit::Unusable;
use crate::model::{QuestionId, Questionnaire, Response};
use anyhow::{Context, Result};
use std::io::{BufReader, Cursor, Read};

/// Rows of a CSV whose header names question ids; an unknown column is an error, since its answers would be lost.
///
/// # Errors
/// The input cannot be read, has no header, or a column is no question's id.
pub fn read_rows<'q>(name: &'q str, input: impl Read + 'q, asked: Asked<'q>) -> Result<Rows<'q>> {
    let mut input = BufReader::with_capacity(1 << 16, input);
    let head = Head::read(&mut input).map_err(|error| explain_refusal(name, &error))?;
    let mut records = Records::new(Cursor::new(head.bytes).chain(input), head.delimiter);
    let columns = read_columns(name, &mut records, asked)?;
    let digits = Digits::new(asked.questionnaire);

    Ok(Box::new(std::iter::from_fn(move || {
        let found = match records.next() {
            Ok(Found::End) => return None,
            Ok(Found::Record) => read_row(&records, &columns, &digits, asked),
            Ok(Found::Open(lines)) => Err(describe_open_quote(lines)),
            Ok(Found::Torn) => Err(describe_torn_quote(&records)),
            Ok(Found::TooLong) => Err(TOO_LONG.to_string()),
            Err(error) => return Some(Err(explain_refusal(name, &error))),
        };

        Some(Ok(found.map_err(|what| format!("{name}:{}: {what}", records.line()))))
    })))
}

/// What a single digit means as an answer to each question: nearly every cell is one, and is read without more ado.
struct Digits(Vec<[Option<Response>; 10]>);

impl Digits {
    fn new(questionnaire: &Questionnaire) -> Self {
        let of_part = |part| {
            let mut meant = [None; 10];
            for choice in &questionnaire.part(part).choices {
                if let Some(place) = meant.get_mut(usize::from(choice.value)) {
                    *place = Response::from_choice(choice.value).ok();
                }
            }
            meant
        };

        Self(questionnaire.questions.iter().map(|question| of_part(question.part)).collect())
    }

    fn response(&self, question: QuestionId, cell: u8) -> Option<Response> {
        let digit = usize::from(cell.wrapping_sub(b'0'));
        *self.0.get(question.index())?.get(digit)?
    }
}

/// Columns named that are of no use; of a file meant for other questions all would be.
const MOST_COLUMNS: usize = 10;

/// What is said of a file in another encoding.
const NOT_UTF8: &str = "this is not UTF-8 text; save the file as 'CSV UTF-8'";

const TOO_LONG: &str = "this line is longer than 1 MiB and was not read; is it a CSV?";
const _: () = assert!(LONGEST == 1 << 20, "the sentence says how long");

/// What is said of a quote that is never closed.
fn describe_open_quote(lines: u64) -> String {
    match lines {
        1 => "a quote opened on this line is never closed, so this line was not read".to_string(),
        lines => format!("a quote opened on this line is never closed, so {lines} lines were not read"),
    }
}

/// What is said of a quote that is closed in the middle of a cell.
fn describe_torn_quote(records: &Records<impl Read>) -> String {
    let (height, remedy) = (records.height(), "write a quote within quotes twice");
    if height == 1 {
        return format!("a quote is closed in the middle of a cell; {remedy}");
    }

    let last = records.line() + height - 1;
    format!(
        "a quote opened on this line is closed on line {last} in the middle of a cell, so {height} lines were not read; {remedy}"
    )
}

fn read_columns(name: &str, records: &mut Records<impl Read>, asked: Asked<'_>) -> Result<Vec<Column>> {
    let found = records.next().with_context(|| format!("cannot read {name}"))?;
    let unusable = |what: &str| Err(Unusable(format!("{name}:{}: {what}", records.line())).into());
    match found {
        Found::Record => {}
        Found::End => return unusable("there is no header; name the columns on the first line"),
        Found::Open(lines) => return unusable(&describe_open_quote(lines)),
        Found::Torn => return unusable(&describe_torn_quote(records)),
        Found::TooLong => return unusable(TOO_LONG),
    }

    // zeros are good UTF-8, but what is full of them is UTF-16
    if records.cells().any(|cell| std::str::from_utf8(cell).is_err() || cell.contains(&0)) {
        return unusable(NOT_UTF8);
    }

    let (mut columns, mut problems, mut more) = (Vec::new(), Vec::new(), 0);
    for cell in records.cells() {
        let text = String::from_utf8_lossy(cell);
        match find_column(text.trim(), asked) {
            Some(known) if !columns.contains(&known) => columns.push(known),
            _ if problems.len() == MOST_COLUMNS => more += 1,
            Some(_) => problems.push(format!("the column '{}' is there twice", text.trim())),
            None => problems.push(super::describe_unknown(text.trim(), asked)),
        }
    }

    if problems.is_empty() {
        return Ok(columns);
    }

    let place = format!("{name}:{}: ", records.line());
    let mut said: Vec<String> = problems.iter().map(|problem| format!("{place}{problem}")).collect();
    said.extend(describe_more(more, "column").map(|more| format!("{place}{more}")));
    Err(Unusable(said.join("\n")).into())
}

fn read_row(
    records: &Records<impl Read>,
    columns: &[Column],
    digits: &Digits,
    asked: Asked<'_>,
) -> Result<Row, String> {
    let questionnaire = asked.questionnaire;
    if records.cells().len() != columns.len() {
        return Err(describe_other_count(records, columns.len()));
    }

    let mut found = Row::of_line(records.line(), questionnaire);
    let mut problems = Vec::new();
    for (cell, column) in records.cells().zip(columns) {
        if let (Column::Question(question), [digit]) = (column, cell)
            && let Some(response) = digits.response(*question, *digit)
        {
            found.set(*question, response);
            continue;
        }

        let Ok(whole) = std::str::from_utf8(cell) else {
            problems.push(NOT_UTF8.to_string());
            break;
        };

        let text = whole.trim();
        match column {
            _ if text.is_empty() => {}
            Column::Person => found.set_name(whole),
            Column::Question(question) => {
                // spreadsheets in most of Europe write 4,0
                let number = text.parse().or_else(|_| text.replace(',', ".").parse()).unwrap_or(f64::NAN);
                match parse_response(*question, number, text, questionnaire) {
                    Ok(response) => found.set(*question, response),
                    Err(problem) => problems.push(problem),
                }
            }
            other => problems.extend(other.note(text, asked, &mut found).err()),
        }
    }

    if problems.is_empty() { Ok(found) } else { Err(problems.join("; ")) }
}

/// What is said of a row that has other cells than the header; one that takes several lines may have a quote too many.
fn describe_other_count(records: &Records<impl Read>, wanted: usize) -> String {
    let (found, height) = (records.cells().len(), records.height());
    let said = format!("{found} cells, but the header names {wanted}");
    if height == 1 {
        return said;
    }

    let last = records.line() + height - 1;
    format!("{said}; a quote opened on this line is closed on line {last}, so {height} lines were not read")
}
