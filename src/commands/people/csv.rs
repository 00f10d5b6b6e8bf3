//! One person a row of a CSV.

use super::{Column, Row, Rows, column, response};
use crate::commands::ending::Unusable;
use crate::model::{QuestionId, Questionnaire, Response};
use anyhow::Result;
use csv::{ByteRecord, Reader, ReaderBuilder};
use std::io::{self, Read};

/// Rows of a CSV whose header names question ids; an unknown column is an error, since its answers would be lost.
pub fn read<'q>(name: &'q str, input: impl Read + 'q, questionnaire: &'q Questionnaire) -> Result<Rows<'q>> {
    let mut reader = ReaderBuilder::new().flexible(true).from_reader(input);
    let columns = columns(name, reader.byte_headers()?, questionnaire)?;
    let digits = Digits::new(questionnaire);
    let mut record = ByteRecord::new();
    Ok(Box::new(std::iter::from_fn(move || {
        let read = next(&mut reader, &mut record);
        let line = record.position().map_or(0, csv::Position::line);
        read.map(|found| found.map(|()| row(name, line, &record, &columns, &digits, questionnaire))).transpose()
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
                    *place = Some(Response::from_choice(choice.value));
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

/// Reads the next record, if there is one.
fn next(reader: &mut Reader<impl Read>, record: &mut ByteRecord) -> io::Result<Option<()>> {
    let found = reader.read_byte_record(record).map_err(io::Error::from)?;
    Ok(found.then_some(()))
}

fn columns(name: &str, header: &ByteRecord, questionnaire: &Questionnaire) -> Result<Vec<Column>> {
    let mut columns = Vec::new();
    let mut problems = Vec::new();
    for field in header {
        let text = String::from_utf8_lossy(field);
        let text = text.trim_start_matches('\u{feff}').trim();
        match column(text, questionnaire) {
            Ok(known) if columns.contains(&known) => problems.push(format!("the column '{text}' is there twice")),
            Ok(known) => columns.push(known),
            Err(problem) => problems.push(problem),
        }
    }
    if header.is_empty() {
        problems.push("there is no header; name the columns on the first line".to_string());
    }
    if problems.is_empty() {
        return Ok(columns);
    }
    let problems: Vec<String> = problems.iter().map(|problem| format!("{name}:1: {problem}")).collect();
    Err(Unusable(problems.join("\n")).into())
}

fn row(
    name: &str,
    line: u64,
    record: &ByteRecord,
    columns: &[Column],
    digits: &Digits,
    questionnaire: &Questionnaire,
) -> Result<Row, String> {
    if record.len() != columns.len() {
        let (found, wanted) = (record.len(), columns.len());
        return Err(format!("{name}:{line}: {found} cells, but the header names {wanted}"));
    }
    let mut found = Row::of_line(line, questionnaire);
    let mut problems = Vec::new();
    for (cell, column) in record.iter().zip(columns) {
        if let (Column::Question(question), [digit]) = (column, cell)
            && let Some(response) = digits.response(*question, *digit)
        {
            found.set(*question, response);
            continue;
        }
        let text = String::from_utf8_lossy(cell);
        let text = text.trim();
        match column {
            _ if text.is_empty() => {}
            Column::Person => found.person = text.to_string(),
            Column::Question(question) => {
                let number = text.parse().unwrap_or(f64::NAN);
                match response(*question, number, text, questionnaire) {
                    Ok(response) => found.set(*question, response),
                    Err(problem) => problems.push(problem),
                }
            }
        }
    }
    if problems.is_empty() { Ok(found) } else { Err(format!("{name}:{line}: {}", problems.join("; "))) }
}
