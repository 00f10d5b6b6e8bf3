//! One person a line of JSON.

use super::{Column, Row, Rows, column, response};
use crate::model::Questionnaire;
use serde_json::{Map, Value};
use std::io::{self, BufRead, BufReader, Read};

/// The longest line that is read: far more than every question takes.
const LONGEST: u64 = 1 << 20;

/// Rows of JSON objects with question ids as keys; blank lines are passed over.
pub fn read<'q>(name: &'q str, input: impl Read + 'q, questionnaire: &'q Questionnaire) -> Rows<'q> {
    let mut reader = BufReader::new(input);
    let mut number = 0;
    Box::new(std::iter::from_fn(move || {
        loop {
            number += 1;
            match line(&mut reader) {
                Err(error) => return Some(Err(error)),
                Ok(None) => return None,
                Ok(Some(bytes)) if bytes.trim_ascii().is_empty() => {}
                Ok(Some(bytes)) => {
                    return Some(Ok(
                        row(number, &bytes, questionnaire).map_err(|what| format!("{name}:{number}: {what}"))
                    ));
                }
            }
        }
    }))
}

/// The next line; of one that is too long only the beginning, which cannot be read as JSON either.
fn line(reader: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    Read::take(&mut *reader, LONGEST).read_until(b'\n', &mut bytes)?;
    if bytes.len() as u64 == LONGEST && bytes.last() != Some(&b'\n') {
        reader.skip_until(b'\n')?;
    }
    Ok((!bytes.is_empty()).then_some(bytes))
}

fn row(number: u64, bytes: &[u8], questionnaire: &Questionnaire) -> Result<Row, String> {
    let keys: Map<String, Value> =
        serde_json::from_slice(bytes).map_err(|error| format!("no JSON object: {error}; write one object a line"))?;
    let mut found = Row::of_line(number, questionnaire);
    let mut problems = Vec::new();
    for (key, value) in keys {
        match (column(&key, questionnaire), value) {
            (Err(problem), _) => problems.push(problem),
            (_, Value::Null) => {}
            (Ok(Column::Person), Value::String(name)) => found.person = name,
            (Ok(Column::Person), value) => found.person = value.to_string(),
            (Ok(Column::Question(question)), value) => {
                match response(question, value.as_f64().unwrap_or(f64::NAN), &value, questionnaire) {
                    Ok(response) => found.set(question, response),
                    Err(problem) => problems.push(problem),
                }
            }
        }
    }
    if problems.is_empty() { Ok(found) } else { Err(problems.join("; ")) }
}
