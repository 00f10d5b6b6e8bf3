//! Where everything is printed: nothing from a file reaches a terminal as a control sequence.

use crate::model::visible_lines;
use std::io::{self, BufWriter, StdoutLock, Write};

/// Standard output with every control character made visible, and in blocks.
pub fn printer() -> BufWriter<Shown<StdoutLock<'static>>> {
    BufWriter::with_capacity(1 << 16, Shown::new(io::stdout().lock()))
}

/// Prints a whole text.
pub fn print(text: &str) -> io::Result<()> {
    let mut shown = Shown::new(io::stdout().lock());
    shown.write_all(text.as_bytes())?;
    shown.flush()
}

/// Says on standard error what is wrong; when nobody listens there either, nothing can be done.
pub fn complain(text: &str) {
    let _ = writeln!(io::stderr(), "{}", visible_lines(text));
}

/// A writer that makes control characters visible, line breaks apart.
pub struct Shown<W> {
    to: W,
    /// The beginning of a character whose end comes with the next block.
    cut: Vec<u8>,
}

impl<W> Shown<W> {
    /// Shows in `to`.
    pub fn new(to: W) -> Self {
        Self { to, cut: Vec::new() }
    }
}

/// Whether these are printable ASCII characters and line breaks only; without a branch, so that it runs wide.
fn is_plain(bytes: &[u8]) -> bool {
    bytes
        .chunks(4096)
        .all(|chunk| chunk.iter().fold(true, |so_far, byte| so_far & (matches!(byte, b' '..=b'~' | b'\n'))))
}

impl<W: Write> Write for Shown<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.cut.is_empty() && is_plain(bytes) {
            return self.to.write_all(bytes).map(|()| bytes.len());
        }
        let mut block = std::mem::take(&mut self.cut);
        block.extend_from_slice(bytes);
        if let Err(error) = std::str::from_utf8(&block)
            && error.error_len().is_none()
        {
            self.cut = block.split_off(error.valid_up_to());
        }
        self.to.write_all(visible_lines(&String::from_utf8_lossy(&block)).as_bytes())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_cut_between_two_blocks_stays_whole() {
        let mut shown = Shown::new(Vec::new());
        for byte in "a\u{1b}[1mé日\n".bytes() {
            shown.write_all(&[byte]).expect("memory");
        }
        assert_eq!(String::from_utf8(shown.to).expect("text"), "a^[[1mé日\n");
    }
}
