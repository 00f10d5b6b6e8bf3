//! The records of a CSV, one at a time and none longer than a limit. A quote that nobody closes takes its own line with it
//! and no other, as long as that happens seldom.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use std::io::{self, BufRead, BufReader, Read};

/// The longest record that is read: far more than every question takes.
pub const LONGEST: usize = 1 << 20;

/// So many quotes that nobody closes are read over; what comes after more of them is passed over, so that no file takes
/// longer than its size allows.
const MOST_OPEN: usize = 20;

/// What was found in the place of the next record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// A record, to be asked for its cells.
    Record,
    /// A quote that is opened in the record's first line and never closed: so many lines were not read for it.
    Open(u64),
    /// A record with a quote that is closed in the middle of a cell: whoever wrote it meant something else.
    Torn,
    /// A line longer than [`LONGEST`], which was passed over.
    TooLong,
    /// Nothing more.
    End,
}

/// A CSV that is being read.
pub struct Records<R> {
    parser: Reader,
    delimiter: u8,
    input: BufReader<R>,
    /// Bytes that are read once more, before those of the input, and how far that is.
    again: (Vec<u8>, usize),
    /// The bytes of the record, as they stand in the file.
    raw: Vec<u8>,
    cells: Vec<u8>,
    ends: Vec<usize>,
    count: usize,
    /// The line that the record begins on, and the one that is read next.
    line: u64,
    next_line: u64,
    /// The byte before the record.
    before: u8,
    open: usize,
}

impl<R: Read> Records<R> {
    /// The records of an input whose cells have this between them.
    pub fn new(input: R, delimiter: u8) -> Self {
        Self {
            parser: ReaderBuilder::new().delimiter(delimiter).build(),
            delimiter,
            input: BufReader::with_capacity(1 << 16, input),
            again: (Vec::new(), 0),
            raw: Vec::new(),
            cells: vec![0; 1 << 10],
            ends: vec![0; 1 << 6],
            count: 0,
            line: 1,
            next_line: 1,
            before: 0,
            open: 0,
        }
    }

    /// The cells of the record, with quotes resolved.
    pub fn cells(&self) -> impl ExactSizeIterator<Item = &[u8]> {
        (0..self.count).map(|at| {
            let from = if at == 0 { 0 } else { self.ends[at - 1] };
            &self.cells[from..self.ends[at]]
        })
    }

    /// The line that the record begins on, from 1.
    pub fn line(&self) -> u64 {
        self.line
    }

    /// How many lines it takes.
    pub fn height(&self) -> u64 {
        let end = self.raw.iter().rposition(|byte| !is_break(*byte)).map_or(0, |at| at + 1);
        1 + count_breaks(0, &self.raw[..end])
    }

    /// Reads the next record.
    ///
    /// # Errors
    ///
    /// The input cannot be read.
    pub fn next(&mut self) -> io::Result<Found> {
        let (result, at_end) = self.parse()?;

        // the parser passes over blank lines before a record: they are counted, and no part of it
        let blank = self.raw.iter().take_while(|byte| is_break(**byte)).count();
        self.line = self.next_line + count_breaks(self.before, &self.raw[..blank]);
        self.next_line += count_breaks(self.before, &self.raw);
        self.before = self.raw.last().copied().unwrap_or(self.before);
        self.raw.drain(..blank);

        match result {
            ReadRecordResult::Record => Ok(match self.check_quotes() {
                Quotes::Torn => Found::Torn,
                Quotes::Open if at_end => self.pass_open(),
                Quotes::Fine | Quotes::Open => Found::Record,
            }),
            ReadRecordResult::End => Ok(Found::End),
            // as long as that over several lines: a quote took them in that nobody closes
            _ if self.raw.iter().any(|byte| is_break(*byte)) => Ok(self.pass_open()),
            _ => self.pass_line(),
        }
    }

    /// Parses until a record is whole, the input ends or the record is too long; true where the input ended.
    fn parse(&mut self) -> io::Result<(ReadRecordResult, bool)> {
        self.raw.clear();
        let (mut written, mut ended) = (0, 0);

        loop {
            let (again, at) = (&self.again.0, self.again.1);
            let from_input = at == again.len();
            let chunk = if from_input { self.input.fill_buf()? } else { &again[at..] };
            let at_end = chunk.is_empty();

            let (result, read, more, ends) =
                self.parser.read_record(chunk, &mut self.cells[written..], &mut self.ends[ended..]);
            self.raw.extend_from_slice(&chunk[..read]);
            if from_input {
                self.input.consume(read);
            } else {
                self.again.1 += read;
            }
            (written, ended) = (written + more, ended + ends);

            match result {
                ReadRecordResult::InputEmpty if self.raw.len() > LONGEST => return Ok((result, false)),
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => self.cells.resize(2 * self.cells.len(), 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(2 * self.ends.len(), 0),
                ReadRecordResult::Record | ReadRecordResult::End => {
                    self.count = ended;
                    return Ok((result, at_end));
                }
            }
        }
    }

    /// Passes over the line of a quote that is never closed; after too many of them over everything that it took in.
    fn pass_open(&mut self) -> Found {
        self.parser.reset();
        self.open += 1;
        if self.open > MOST_OPEN {
            return Found::Open(self.height());
        }

        let first = self.raw.iter().position(|byte| is_break(*byte)).map_or(self.raw.len(), |at| at + 1);
        self.before = self.raw.get(first.wrapping_sub(1)).copied().unwrap_or_default();
        self.next_line = self.line + 1;

        // what the quote took in beyond its own line are records, and they are read again
        let rest = [&self.raw[first..], &self.again.0[self.again.1..]].concat();
        self.again = (rest, 0);
        Found::Open(1)
    }

    /// Passes over the rest of a line that is too long.
    fn pass_line(&mut self) -> io::Result<Found> {
        self.parser.reset();
        let (again, at) = (&self.again.0, self.again.1);
        match again[at..].iter().position(|byte| *byte == b'\n') {
            Some(end) => self.again.1 += end + 1,
            None => {
                self.again = (Vec::new(), 0);
                self.input.skip_until(b'\n')?;
            }
        }

        (self.before, self.next_line) = (b'\n', self.line + 1);
        Ok(Found::TooLong)
    }

    /// Whether every quote of the record that opens a cell closes it.
    fn check_quotes(&self) -> Quotes {
        if !self.raw.contains(&b'"') {
            return Quotes::Fine;
        }

        let (mut cell, mut torn) = (Cell::Start, false);
        for byte in &self.raw {
            cell = match (cell, *byte) {
                (Cell::Open, b'"') => Cell::Closed,
                (Cell::Start | Cell::Closed, b'"') | (Cell::Open, _) => Cell::Open,
                (_, byte) if byte == self.delimiter || is_break(byte) => Cell::Start,
                (Cell::Closed, b' ') => Cell::Closed,
                (Cell::Closed, _) => {
                    torn = true;
                    Cell::Plain
                }
                _ => Cell::Plain,
            };
        }

        match cell {
            Cell::Open => Quotes::Open,
            _ if torn => Quotes::Torn,
            _ => Quotes::Fine,
        }
    }
}

/// What a record's quotes are like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Quotes {
    Fine,
    Torn,
    Open,
}

/// Where in a cell a byte stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cell {
    Start,
    Plain,
    /// Behind a quote that opened it.
    Open,
    /// Behind the quote that closed it, or behind the first of two that stand for one.
    Closed,
}

/// Whether a line ends with this byte.
pub const fn is_break(byte: u8) -> bool {
    matches!(byte, b'\r' | b'\n')
}

/// How many lines end in these bytes, with a line feed, a carriage return or both; `before` is the byte before them.
fn count_breaks(before: u8, bytes: &[u8]) -> u64 {
    if before != b'\r' && !bytes.contains(&b'\r') {
        return bytes.iter().filter(|byte| **byte == b'\n').count() as u64;
    }

    let ends = bytes.iter().filter(|byte| is_break(**byte)).count();
    let both = bytes.windows(2).filter(|pair| *pair == b"\r\n").count();
    let split = usize::from(before == b'\r' && bytes.first() == Some(&b'\n'));
    (ends - both - split) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each thing found: its line, and its cells or what is wrong.
    fn read_all(text: &[u8]) -> Vec<(u64, String)> {
        let mut records = Records::new(text, b',');
        let mut found = Vec::new();

        loop {
            let said = match records.next().expect("memory can be read") {
                Found::End => return found,
                Found::Record => {
                    records.cells().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect::<Vec<_>>().join("|")
                }
                other => format!("{other:?}"),
            };
            found.push((records.line(), said));
        }
    }

    fn show_records(text: &str) -> String {
        read_all(text.as_bytes()).iter().map(|(line, said)| format!("{line} {said}")).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn lines_are_counted_whatever_ends_them() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a,b", "\"x", "y\",\"\"\"\"", "", "", "c,d", ""].join(end);
            let shown = show_records(&text);
            assert_eq!(
                shown.replace(end, "/"),
                "1 a|b\n2 x/y|\"\n6 c|d".replace('\n', if end == "\n" { "/" } else { "\n" })
            );
        }

        assert_eq!(show_records("a,b\nc,d"), "1 a|b\n2 c|d", "without an end of the last line");
    }

    #[test]
    fn of_a_quote_that_nobody_closes_its_own_line_is_lost_and_no_other() {
        assert_eq!(show_records("a,b\n\"c,d\ne,f\n"), "1 a|b\n2 Open(1)\n3 e|f");
        assert_eq!(show_records("a,b\r\nc,\"d"), "1 a|b\n2 Open(1)");
        assert_eq!(show_records("a,\"b\"\"\"\n"), "1 a|b\"");

        let long = format!("a\n\"b\n{}c\n", "x,y\n".repeat(LONGEST / 2));
        let found = read_all(long.as_bytes());
        assert_eq!(found[1], (2, "Open(1)".to_string()));
        assert_eq!((found.len(), found.last()), (LONGEST / 2 + 3, Some(&(LONGEST as u64 / 2 + 3, "c".to_string()))));
    }

    #[test]
    fn a_quote_closed_in_the_middle_of_a_cell_is_noticed() {
        assert_eq!(show_records("a,b\n\"c,d\n\"e\",f\ng,h\n"), "1 a|b\n2 Torn\n4 g|h");
        assert_eq!(
            show_records("5\" nails,\"b\" ,\"c\"\"\"\n"),
            "1 5\" nails|b |c\"",
            "what can be read one way only is read"
        );
    }

    #[test]
    fn after_many_of_them_what_they_took_in_is_passed_over_and_counted() {
        let text = "x\",\"a\n".repeat(100);
        let found = read_all(format!("\"\n{text}").as_bytes());

        assert_eq!(found.len(), MOST_OPEN + 1);
        assert_eq!(found.last(), Some(&(MOST_OPEN as u64 + 1, format!("Open({})", 101 - MOST_OPEN))));
    }

    #[test]
    fn a_line_that_is_too_long_is_passed_over_and_the_next_is_read() {
        let text = format!("a,b\n{}\nc,d\n", "x".repeat(2 * LONGEST));
        assert_eq!(show_records(&text), "1 a|b\n2 TooLong\n3 c|d");
    }
}
