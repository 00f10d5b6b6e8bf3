//! One person a line of JSON.

use super::{
    Asked, Column, MOST_SAID, Row, Rows, describe_more, describe_unknown, explain_refusal, find_column, parse_response,
};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::Value;
use std::collections::HashSet;
use std::fmt;
use std::io::{self, BufRead, BufReader, Read};

/// The longest line that is read: far more than every question takes.
const MAX_LINE_BYTES: u64 = 1 << 20;

/// Rows of JSON objects with question ids as keys; blank lines are passed over.
pub fn read_rows<'q>(name: &'q str, input: impl Read + 'q, asked: Asked<'q>) -> Rows<'q> {
    let mut reader = BufReader::new(input);
    let mut number = 0;

    Box::new(std::iter::from_fn(move || {
        loop {
            number += 1;
            match read_line(&mut reader) {
                Err(error) => return Some(Err(explain_refusal(name, &error))),
                Ok(None) => return None,
                Ok(Some(bytes)) if bytes.trim_ascii().is_empty() => {}
                Ok(Some(bytes)) => {
                    return Some(
                        Ok(read_row(number, &bytes, asked).map_err(|what| format!("{name}:{number}: {what}"))),
                    );
                }
            }
        }
    }))
}

/// The next line; of one that is too long only the beginning, which cannot be read as JSON either.
fn read_line(reader: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    Read::take(&mut *reader, MAX_LINE_BYTES).read_until(b'\n', &mut bytes)?;
    if bytes.len() as u64 == MAX_LINE_BYTES && bytes.last() != Some(&b'\n') {
        reader.skip_until(b'\n')?;
    }
    Ok((!bytes.is_empty()).then_some(bytes))
}

/// The keys of an object in order, a key that is there twice as well.
struct Keys(Vec<(String, Value)>);

impl<'de> Deserialize<'de> for Keys {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct All;
        impl<'de> Visitor<'de> for All {
            type Value = Keys;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Keys, A::Error> {
                let mut keys = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    keys.push(entry);
                }
                Ok(Keys(keys))
            }
        }

        deserializer.deserialize_map(All)
    }
}

/// What is wrong, and where in the line: every object has a line of its own, whose number stands before it.
fn describe_error(error: &serde_json::Error) -> String {
    let place = format!(" at line {} column {}", error.line(), error.column());
    let what = error.to_string();
    let what = what.strip_suffix(&place).unwrap_or(&what);
    // of a whole line there is no column to name
    if error.column() == 0 { what.to_string() } else { format!("{what} at column {}", error.column()) }
}

fn read_row(number: u64, bytes: &[u8], asked: Asked<'_>) -> Result<Row, String> {
    let questionnaire = asked.questionnaire;
    // a byte-order mark, which some editors put in front of a text
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").filter(|_| number == 1).unwrap_or(bytes);
    let Keys(keys) = serde_json::from_slice(bytes)
        .map_err(|error| format!("no JSON object: {}; write one object a line", describe_error(&error)))?;

    let mut found = Row::of_line(number, questionnaire);
    let (mut problems, mut more) = (Vec::new(), 0);
    let mut seen = HashSet::new();
    for (key, value) in keys {
        let known = find_column(&key, asked);
        let twice = !seen.insert(key.clone());
        if problems.len() == MOST_SAID {
            more += usize::from(twice || known.is_none());
            continue;
        }

        match (known, value) {
            _ if twice => problems.push(format!("'{key}' is there twice; write it once")),
            (None, _) => problems.push(describe_unknown(&key, asked)),
            (_, Value::Null) => {}
            // as an empty cell of a CSV
            (_, Value::String(text)) if text.trim().is_empty() => {}
            (Some(Column::Person), Value::String(name)) => found.set_name(name),
            (Some(Column::Person), value) => found.set_name(value.to_string()),
            (Some(Column::Question(question)), value) => {
                match parse_response(question, value.as_f64().unwrap_or(f64::NAN), &value, questionnaire) {
                    Ok(response) => found.set(question, response),
                    Err(problem) => problems.push(problem),
                }
            }
            (Some(other), Value::String(text)) => problems.extend(other.note(text.trim(), asked, &mut found).err()),
            (Some(_), value) => problems.push(format!("'{key}' is {value}; write its answer in quotes")),
        }
    }

    problems.extend(describe_more(more, "key"));
    if problems.is_empty() { Ok(found) } else { Err(problems.join("; ")) }
}
