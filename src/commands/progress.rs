//! How far a long command is, for whoever watches.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

/// Time between two counts.
const REDRAW_INTERVAL: Duration = Duration::from_millis(200);

/// A count on standard error, where that is a terminal that the results do not go to as well.
pub struct Progress<W: Write> {
    to: Option<W>,
    people: usize,
    last: Instant,
    width: usize,
}

impl Progress<io::Stderr> {
    /// Nothing counted yet.
    pub fn new() -> Self {
        let watched = io::stderr().is_terminal() && !io::stdout().is_terminal();
        Self::to(watched.then(io::stderr))
    }
}

impl<W: Write> Progress<W> {
    fn to(to: Option<W>) -> Self {
        Self { to, people: 0, last: Instant::now(), width: 0 }
    }

    /// Counts more people, and says so from time to time.
    pub fn add(&mut self, people: usize) {
        self.people += people;
        if self.last.elapsed() >= REDRAW_INTERVAL {
            self.last = Instant::now();
            self.say();
        }
    }

    fn say(&mut self) {
        let Some(to) = &mut self.to else { return };
        let text = format!("{} people", self.people);
        self.width = text.len();
        // Nobody is the wiser where the count cannot be shown.
        let _ = write!(to, "\r{text}").and_then(|()| to.flush());
    }

    /// Takes the count off the screen, before something else is said.
    pub fn clear(&mut self) {
        if let Some(to) = self.to.as_mut().filter(|_| self.width > 0) {
            let _ = write!(to, "\r{}\r", " ".repeat(self.width)).and_then(|()| to.flush());
            self.width = 0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_count_is_said_and_taken_back() {
        let mut progress = Progress::to(Some(Vec::new()));
        progress.clear();
        progress.people = 2048;
        progress.say();
        progress.clear();

        assert_eq!(progress.to.as_deref(), Some(b"\r2048 people\r           \r".as_slice()));
    }
}
