//! How the program ends, and how an error is said.

use super::output::{complain, is_for_people};
use crate::diagnostics::Problems;
use crate::own;
use crate::session;
use std::fmt;
use std::io::{self, ErrorKind, Write};
use std::panic;
use std::process::{self, ExitCode};

/// The exit code of a panic, which is a defect of the program.
const PANICKED: i32 = 101;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExitStatus {
    /// Everything was done: 0.
    Done,
    /// Something that was read has problems: 1.
    Problems,
    /// The command line is wrong, or a file cannot be read or written: 2.
    Failed,
    /// Stopped by the person at the keyboard: 130.
    Interrupted,
}

impl ExitStatus {
    /// What an error means for the exit code; whoever reads our output may stop at any time, which is no error.
    pub fn of(error: &anyhow::Error) -> Self {
        let causes = || error.chain();
        let broken = |cause: &(dyn std::error::Error + 'static)| {
            cause.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == ErrorKind::BrokenPipe)
        };

        if causes().any(broken) {
            Self::Done
        } else if causes().any(is_in_what_was_read) {
            Self::Problems
        } else {
            Self::Failed
        }
    }
}

fn is_in_what_was_read(cause: &(dyn std::error::Error + 'static)) -> bool {
    use session::Error::{Newer, Unreadable};
    let damaged = matches!(cause.downcast_ref(), Some(Newer(..) | Unreadable(..)));
    let is_no_text = matches!(cause.downcast_ref(), Some(own::Error::NotText(_)));
    damaged || is_no_text || cause.is::<Problems>() || cause.is::<Unusable>() || cause.is::<Unfound>()
}

/// A file that was read but cannot be used, with place and remedy; each of several problems in a line.
#[derive(Debug)]
pub struct Unusable(pub String);

impl fmt::Display for Unusable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unusable {}

/// No single career is meant by what was typed, and what to do.
#[derive(Debug)]
pub struct Unfound(pub String);

impl fmt::Display for Unfound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unfound {}

/// Prints an error: the problems of a file as they are shown in it, everything else in a line.
pub fn print_error(error: &anyhow::Error) {
    if let Some(problems) = error.downcast_ref::<Problems>() {
        let _ = writeln!(io::stderr(), "{}", problems.render(is_for_people(&io::stderr())));
    } else if let Some(Unusable(lines)) = error.downcast_ref() {
        lines.lines().for_each(complain);
    } else {
        complain(&format!("{error:#}"));
    }
}

/// Ends the program after the message of a panic: an abort would leave an image of its memory behind, answers and all.
pub fn end_on_panic() {
    let print = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        print(info);
        process::exit(PANICKED)
    }));
}

impl From<u8> for ExitStatus {
    /// The ending with this exit code.
    fn from(code: u8) -> Self {
        match code {
            0 => Self::Done,
            1 => Self::Problems,
            130 => Self::Interrupted,
            _ => Self::Failed,
        }
    }
}

impl From<ExitStatus> for ExitCode {
    fn from(ending: ExitStatus) -> Self {
        Self::from(match ending {
            ExitStatus::Done => 0,
            ExitStatus::Problems => 1,
            ExitStatus::Failed => 2,
            ExitStatus::Interrupted => 130,
        })
    }
}
