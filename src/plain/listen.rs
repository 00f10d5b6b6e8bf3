//! Reading lines.

use std::io::{self, BufRead};

/// Longer lines are cut: no answer takes so much.
const MAX_LINE_BYTES: u64 = 1 << 16;

/// The next line without its end, whatever bytes are in it; nothing at the end of input.
pub(super) fn read_line(input: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    io::Read::take(&mut *input, MAX_LINE_BYTES).read_until(b'\n', &mut bytes)?;
    // the rest is thrown away, or it would count as the next line
    if bytes.len() as u64 == MAX_LINE_BYTES && bytes.last() != Some(&b'\n') {
        input.skip_until(b'\n')?;
    }
    Ok((!bytes.is_empty()).then(|| String::from_utf8_lossy(bytes.trim_ascii()).into_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_never_ends_and_bytes_that_are_no_text_are_only_lines() {
        let mut input = b"x".repeat(3 << 16);
        input.extend(b"\n\xff\xfe 4 \r\nlast");
        let mut input = input.as_slice();

        assert_eq!(read_line(&mut input).expect("memory").map(|line| line.len()), Some(1 << 16));
        assert_eq!(read_line(&mut input).expect("memory").as_deref(), Some("\u{fffd}\u{fffd} 4"));
        assert_eq!(read_line(&mut input).expect("memory").as_deref(), Some("last"));
        assert_eq!(read_line(&mut input).expect("memory"), None);
    }
}
