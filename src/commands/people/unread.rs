//! Rows that cannot be read: the first are named, the others counted.

use super::MOST_SAID;
use crate::commands::ExitStatus;
use crate::commands::output::complain;

/// How many rows could not be read so far.
#[derive(Clone, Copy, Debug, Default)]
pub struct Unread(usize);

impl Unread {
    /// Counts one more; whether it is to be named.
    pub fn add(&mut self) -> bool {
        self.0 += 1;
        self.0 <= MOST_SAID
    }

    /// Says how many there were beyond those that were named.
    pub fn say_rest(self) {
        match self.0.saturating_sub(MOST_SAID) {
            0 => {}
            1 => complain("and 1 more row that cannot be read"),
            more => complain(&format!("and {more} more rows that cannot be read")),
        }
    }

    /// How it ends after them.
    pub fn ending(self) -> ExitStatus {
        if self.0 == 0 { ExitStatus::Done } else { ExitStatus::Problems }
    }
}
