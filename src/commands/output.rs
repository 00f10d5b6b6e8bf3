//! Where everything is printed: nothing from a file reaches a terminal as a control sequence.

use super::folded::fold_text;
use crate::report::outline::Section;
use crate::report::{Reader, write_for_reader};
use crate::text::show_controls_in_lines;
use anstream::stream::RawStream;
use anstream::{AutoStream, ColorChoice};
use std::io::{self, BufWriter, IsTerminal, Write};
use terminal_size::{Width, terminal_size_of};

/// Lines are broken for terminals no narrower than this.
const LEAST: usize = 40;
/// Wider lines are tiring to read.
const MOST: usize = 100;

/// Standard output in blocks, with every control character made visible; a text that is `for_programs` goes to them byte
/// for byte, and is made harmless for a terminal only.
pub fn open_printer(for_programs: bool) -> BufWriter<Box<dyn Write>> {
    let out = io::stdout();
    let to: Box<dyn Write> =
        if for_programs && !out.is_terminal() { Box::new(out.lock()) } else { Box::new(Shown::new(out.lock())) };
    BufWriter::with_capacity(1 << 16, to)
}

/// Prints a whole text.
pub fn print(text: &str) -> io::Result<()> {
    let mut shown = Shown::new(io::stdout().lock());
    shown.write_all(text.as_bytes()).and_then(|()| shown.flush()).map_err(explain_unwritten)
}

/// Prints a text in which only this program put control sequences: its parts were made harmless one by one.
pub fn print_styled(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(explain_unwritten)
}

/// What the system said when nothing more could be printed, as an error that says so.
#[expect(clippy::needless_pass_by_value, reason = "as map_err hands it over")]
pub fn explain_unwritten(error: io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("cannot write: {error}"))
}

/// Prints a section: broken into lines with bold headings on a terminal, a paragraph a line in a pipe.
pub fn print_section(section: &Section) -> io::Result<()> {
    print_styled(&write_for_reader(section, find_reader()))
}

/// Prints a text whose paragraphs have headings: broken into lines with bold headings on a terminal, as it is in a pipe.
pub fn print_text(text: &str) -> io::Result<()> {
    print_for(find_reader(), text)
}

/// Prints a text without headings: broken into lines on a terminal, as it is in a pipe.
pub fn print_lines(text: &str) -> io::Result<()> {
    print_for(Reader { bold: false, ..find_reader() }, text)
}

fn print_for(reader: Reader, text: &str) -> io::Result<()> {
    if is_terminal() {
        print_styled(&fold_text(&show_controls_in_lines(text), reader.columns, reader.bold))
    } else {
        print(text)
    }
}

/// Whether standard output is a terminal whose columns are known.
pub fn is_terminal() -> bool {
    measure_columns().is_some()
}

/// Who reads standard output.
pub fn find_reader() -> Reader {
    Reader { columns: measure_columns().map_or(usize::MAX, limit_columns), bold: is_for_people(&io::stdout()) }
}

/// Columns that lines are broken for.
fn limit_columns(columns: usize) -> usize {
    columns.clamp(LEAST, MOST)
}

/// Says something on standard error; when nobody listens there either, nothing can be done.
pub fn say(text: &str) {
    let _ = io::stderr().write_all(format_aside(&strip_numbers(&show_controls_in_lines(text))).as_bytes());
}

/// What goes to standard error, broken into lines where that is a terminal.
fn format_aside(text: &str) -> String {
    match terminal_size_of(io::stderr()) {
        Some((Width(columns), _)) => fold_text(text, limit_columns(usize::from(columns)), false),
        None => format!("{text}\n"),
    }
}

/// Says on standard error what is wrong, with the prefix that every error has.
pub fn complain(text: &str) {
    print_labelled("error", "31", text);
}

/// Says on standard error what a reader should know.
pub fn note(text: &str) {
    print_labelled("note", "36", text);
}

fn print_labelled(label: &str, colour: &str, text: &str) {
    let text = strip_numbers(&show_controls_in_lines(text));
    // clap begins its own messages with it already
    let text = text.strip_prefix("error: ").unwrap_or(&text);
    let text = format_aside(&format!("{label}: {text}"));

    let _ = match text.strip_prefix(label).filter(|_| is_for_people(&io::stderr())) {
        Some(rest) => write!(io::stderr(), "\u{1b}[1;{colour}m{label}\u{1b}[0m{rest}"),
        None => io::stderr().write_all(text.as_bytes()),
    };
}

/// The text without the numbers that systems give their errors, which help nobody: `(os error 2)`.
pub fn strip_numbers(text: &str) -> String {
    let mut pieces = text.split(" (os error ");
    let mut kept = pieces.next().unwrap_or_default().to_string();

    for piece in pieces {
        match piece.split_once(')') {
            Some((number, rest)) if number.bytes().all(|byte| byte.is_ascii_digit()) => kept += rest,
            _ => kept.extend([" (os error ", piece]),
        }
    }

    kept
}

/// Whether a stream is a terminal where colours are wanted: `NO_COLOR`, `CLICOLOR` and `TERM=dumb` count.
pub fn is_for_people(stream: &impl RawStream) -> bool {
    stream.is_terminal() && AutoStream::choice(stream) != ColorChoice::Never
}

/// Columns of the terminal that standard output goes to; none in a pipe or a file.
pub fn measure_columns() -> Option<usize> {
    let (Width(columns), _) = terminal_size_of(io::stdout())?;
    Some(usize::from(columns))
}

/// A writer that breaks lines for the terminal that standard output is, each time that it is flushed; what is written to a
/// pipe stays as it is.
pub struct Folding<W> {
    to: W,
    /// What was written since it was flushed last.
    text: Vec<u8>,
}

impl<W> Folding<W> {
    /// Breaks lines in `to`.
    pub fn new(to: W) -> Self {
        Self { to, text: Vec::new() }
    }
}

impl<W: Write> Write for Folding<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.text.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let text = std::mem::take(&mut self.text);
        let text = String::from_utf8_lossy(&text);
        self.to.write_all(fold_lines(measure_columns().map(limit_columns), &text).as_bytes())?;
        self.to.flush()
    }
}

/// A text in lines of so many columns, where they are known; what stands behind the last line break stays as it is.
fn fold_lines(columns: Option<usize>, text: &str) -> String {
    let Some(columns) = columns else { return text.to_string() };
    let end = text.rfind('\n').map_or(0, |at| at + 1);
    fold_text(&text[..end], columns, false) + &text[end..]
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

        // an error without a length is no wrong byte, but a character that goes on in the next block
        if let Err(error) = std::str::from_utf8(&block)
            && error.error_len().is_none()
        {
            self.cut = block.split_off(error.valid_up_to());
        }

        self.to.write_all(show_controls_in_lines(&String::from_utf8_lossy(&block)).as_bytes())?;
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
    fn the_numbers_of_system_errors_are_left_out() {
        let said = strip_numbers("cannot read a: No such file (os error 2); b (os error x) c (os error 13)");
        assert_eq!(said, "cannot read a: No such file; b (os error x) c");
    }

    #[test]
    fn a_character_cut_between_two_blocks_stays_whole() {
        let mut shown = Shown::new(Vec::new());
        for byte in "a\u{1b}[1mé日\n".bytes() {
            shown.write_all(&[byte]).expect("memory");
        }

        assert_eq!(String::from_utf8(shown.to).expect("text"), "a^[[1mé日\n");
    }
}
