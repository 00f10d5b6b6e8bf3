//! The beginning of a CSV, which tells what stands between its columns.

use super::records::{LONGEST, is_break};
use std::io::{self, BufRead};

/// How a file begins, and what stands between its columns.
#[derive(Debug, PartialEq, Eq)]
pub struct Head {
    /// The bytes up to the header or beyond it; what is no part of the header is taken out, but every line is still there.
    pub bytes: Vec<u8>,
    /// What stands between the columns.
    pub delimiter: u8,
}

impl Head {
    /// Reads up to the end of the first line that is not blank, or as far as a record may reach.
    ///
    /// # Errors
    /// The input cannot be read.
    pub fn read(input: &mut impl BufRead) -> io::Result<Self> {
        let (mut bytes, mut begun) = (Vec::new(), false);
        loop {
            let chunk = input.fill_buf()?;
            let length = chunk.len();
            let ended = chunk.iter().any(|byte| {
                begun |= !is_blank(*byte);
                begun && is_break(*byte)
            });

            bytes.extend_from_slice(chunk);
            input.consume(length);
            if ended || length == 0 || bytes.len() > LONGEST {
                return Ok(Self::of(bytes));
            }
        }
    }

    fn of(mut bytes: Vec<u8>) -> Self {
        let first = bytes.iter().position(|byte| !is_blank(*byte)).unwrap_or(bytes.len());
        let start = bytes[..first].iter().rposition(|byte| is_break(*byte)).map_or(0, |at| at + 1);
        let mark = if bytes[start..].starts_with(MARK) { MARK.len() } else { 0 };

        // line breaks stay, so that lines are counted as the reader of the file counts them
        let mut kept: Vec<u8> = bytes[..start].iter().copied().filter(|byte| is_break(*byte)).collect();
        let mut rest = bytes.split_off(start + mark);
        let end = rest.iter().position(|byte| is_break(*byte)).unwrap_or(rest.len());

        let delimiter = match find_named_delimiter(&rest[..end]) {
            Some(delimiter) => {
                rest.drain(..end);
                delimiter
            }
            None => find_most_frequent(&rest[..end]),
        };
        kept.append(&mut rest);
        Self { bytes: kept, delimiter }
    }
}

/// A byte-order mark, which many programs put in front of a text.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// No part of a header: white space, or a byte of the mark.
fn is_blank(byte: u8) -> bool {
    byte.is_ascii_whitespace() || MARK.contains(&byte)
}

/// What a line `sep=;` names, as Excel writes and reads it.
fn find_named_delimiter(line: &[u8]) -> Option<u8> {
    let bare = line.strip_prefix(b"\"").and_then(|line| line.strip_suffix(b"\"")).unwrap_or(line);
    match bare {
        [name @ .., delimiter] if name.eq_ignore_ascii_case(b"sep=") => {
            Some(*delimiter).filter(|byte| *byte == b'\t' || byte.is_ascii_punctuation() && *byte != b'"')
        }
        _ => None,
    }
}

/// Whatever a header has most of outside quotes. Spreadsheets in most of Europe write semicolons.
fn find_most_frequent(header: &[u8]) -> u8 {
    let count = |wanted: u8| {
        let mut quoted = false;
        let outside = header.iter().filter(|byte| {
            quoted ^= **byte == b'"';
            !quoted && **byte == wanted
        });
        outside.count()
    };

    // of as many the last one counts
    b"\t;,".iter().copied().max_by_key(|byte| count(*byte)).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::BufReader;

    fn head(text: &str, capacity: usize) -> Head {
        Head::read(&mut BufReader::with_capacity(capacity, text.as_bytes())).expect("memory")
    }

    #[test]
    fn columns_are_told_apart_by_the_first_line_that_is_not_blank() {
        let cases: [(&str, u8); 10] = [
            ("person,a,b\n1;2;3;4;5", b','),
            ("person;a;b\r\n", b';'),
            ("person\ta\tb", b'\t'),
            ("\"a;b;c\",d", b','),
            ("\"a,b,c\";d", b';'),
            ("a", b','),
            ("", b','),
            ("\n \r\n\nperson;a;b\n1,2,3,4", b';'),
            ("\u{feff}\r\nperson;a;b\r\n", b';'),
            ("sep=|\na,b,c", b'|'),
        ];

        for (begin, found) in cases {
            for capacity in [1, 3, 1 << 10] {
                assert_eq!(head(begin, capacity).delimiter, found, "{begin}");
            }
        }
    }

    #[test]
    fn what_is_no_header_is_taken_out_and_its_lines_stay() {
        let cases = [
            ("\u{feff}a;b\n", "a;b\n"),
            ("\u{feff}sep=;\r\na;b\n", "\r\na;b\n"),
            (" \n\u{feff}\"SEP=,\"\n", "\n\n"),
            ("\ta\tb\n", "\ta\tb\n"),
            ("sep=;;\n", "sep=;;\n"),
        ];

        for (begin, left) in cases {
            assert_eq!(String::from_utf8_lossy(&head(begin, 1 << 10).bytes), left, "{begin:?}");
        }
    }
}
