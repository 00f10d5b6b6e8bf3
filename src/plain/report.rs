//! A report to keep, line by line: which format, and where to.

use super::dialogue::Dialogue;
use crate::report::FORMATS;
use std::io::{self, BufRead, Write};

impl<R: BufRead, W: Write> Dialogue<'_, R, W> {
    /// Asks for format and path and writes the report; it never takes the place of a file.
    pub(super) fn write_report(&mut self) -> io::Result<String> {
        let labels: Vec<String> =
            FORMATS.iter().zip(1..).map(|(format, number)| format!("{number} {}", format.label())).collect();
        let text = format!("A report to keep.\n{}.\nType a number, or an empty line to go back.", labels.join(";\n"));
        let typed = self.ask_line(&text)?.unwrap_or_default();
        let chosen = typed.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let Some(format) = chosen.and_then(|at| FORMATS.get(at)).copied() else {
            return Ok("No report was written.".to_string());
        };

        let proposed = self.host.propose_path(format);
        let text = format!("Where to? An empty line writes it to {proposed}, q goes back.");
        let path = match self.ask_line(&text)?.as_deref() {
            None | Some("q") => return Ok("No report was written.".to_string()),
            Some("") => proposed,
            Some(typed) => typed.to_string(),
        };

        let written = self.host.write_report(self.talk.interview(), format, &path);
        Ok(written.map_or_else(|why| format!("No report was written: {why}"), |path| format!("Written: {path}")))
    }
}
