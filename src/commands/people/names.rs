//! Whoever has no name is called by their line: nobody else may be called so.

use super::{Row, Rows};

/// Lines beyond this are not told apart, so that what is remembered stays small; no file of people has as many.
const LAST: u64 = 1 << 28;

/// The rows, with those refused that cannot be told from another one: of somebody without a name and somebody who is called
/// like that line the second.
pub fn tell_apart<'q>(name: &str, rows: Rows<'q>) -> Rows<'q> {
    let name = name.to_string();
    let (mut nameless, mut called) = (Lines::default(), Lines::default());

    Box::new(rows.map(move |read| {
        let row = match read? {
            Ok(row) => row,
            refused => return Ok(refused),
        };

        let (place, person) = (row.line, &row.person);
        let number = if row.is_named { parse_line(&row) } else { Some(place) };
        let Some(number) = number else { return Ok(Ok(row)) };

        let taken = if row.is_named { nameless.has(number) } else { called.has(number) || place > LAST };
        if taken {
            let who = if row.is_named { "line without a name is called so too" } else { "row has that for a name" };
            let what = format!("'{person}' is ambiguous, since another {who}; give each person a name");
            return Ok(Err(format!("{name}:{place}: {what}")));
        }

        let lines = if row.is_named { &mut called } else { &mut nameless };
        lines.add(number);
        Ok(Ok(row))
    }))
}

/// The line that a name could stand for.
fn parse_line(row: &Row) -> Option<u64> {
    let number = row.person.parse().ok().filter(|number| (1..=LAST).contains(number))?;
    (number.to_string() == row.person).then_some(number)
}

/// A set of lines, an eighth of a byte each.
#[derive(Default)]
struct Lines(Vec<u64>);

impl Lines {
    fn add(&mut self, line: u64) {
        let at = (line / 64) as usize;
        if self.0.len() <= at {
            self.0.resize(at + 1, 0);
        }
        self.0[at] |= 1 << (line % 64);
    }

    fn has(&self, line: u64) -> bool {
        self.0.get((line / 64) as usize).is_some_and(|lines| lines >> (line % 64) & 1 == 1)
    }
}
