//! How the program ends, and how an error is said.

use crate::content::Problems;
use crate::session;
use std::fmt;
use std::io::{self, ErrorKind};
use std::process::ExitCode;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Everything was done: 0.
    Done,
    /// Something that was read has problems: 1.
    Problems,
    /// The command line is wrong, or a file cannot be read or written: 2.
    Failed,
    /// Stopped by the person at the keyboard: 130.
    Interrupted,
}

impl Ending {
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
    damaged || cause.is::<Problems>() || cause.is::<Unusable>()
}

/// A file that was read but cannot be used, with place and remedy.
#[derive(Debug)]
pub struct Unusable(pub String);

impl fmt::Display for Unusable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unusable {}

/// The error as it is printed.
pub fn wording(error: &anyhow::Error) -> String {
    let names_its_place = error.is::<Problems>() || error.is::<Unusable>();
    if names_its_place { error.to_string() } else { format!("careerfit: {error:#}") }
}

impl From<u8> for Ending {
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

impl From<Ending> for ExitCode {
    fn from(ending: Ending) -> Self {
        Self::from(match ending {
            Ending::Done => 0,
            Ending::Problems => 1,
            Ending::Failed => 2,
            Ending::Interrupted => 130,
        })
    }
}
