//! Keys that come too fast to be an answer: a digit that is held, and a text pasted by a terminal that does not say so.

use super::keys::Key;
use std::time::{Duration, Instant};

/// A different digit counts sooner than the same one: people who know what comes next type fast, but not that fast.
const SOONER: u32 = 3;

/// When the question was painted, and which keys came since.
#[derive(Debug)]
pub struct KeyRepeat {
    quiet: Duration,
    painted: Option<Instant>,
    /// The last key that was to answer, and when.
    last: Option<(Key, Instant)>,
    /// Whether that key came too early, so that what follows without a pause is one text.
    early: bool,
}

impl KeyRepeat {
    /// Nothing was painted yet; `quiet` is how long the same digit must have been let go. None at all counts every key
    /// that was read after the frame.
    pub const fn new(quiet: Duration) -> Self {
        Self { quiet, painted: None, last: None, early: false }
    }

    /// A screen was painted for the first time.
    pub fn note_paint(&mut self) {
        self.painted = Some(Instant::now());
    }

    /// Whether a key may answer; one that may not (`counts` is false) makes those right after it wait too.
    pub fn lets_pass(&mut self, key: Key, counts: bool) -> bool {
        let now = Instant::now();
        let since = |then: Option<Instant>| then.map_or(Duration::MAX, |then| now.duration_since(then));
        let (same, before) = match self.last {
            Some((last, at)) => (last == key, since(Some(at))),
            None => (false, Duration::MAX),
        };

        let frame = since(self.painted);
        let in_time = match (same, self.early) {
            (true, _) => frame >= self.quiet && before >= self.quiet,
            (false, true) => before >= self.quiet,
            (false, false) => frame >= self.quiet / SOONER,
        };

        let passes = counts && in_time;
        self.last = Some((key, now));
        self.early = !passes;
        passes
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::thread::sleep;

    const QUIET: Duration = Duration::from_millis(60);

    fn parse_key(name: &str) -> Key {
        Key::from_name(name).expect("a key")
    }

    #[test]
    fn a_held_digit_answers_once_and_counts_again_when_it_was_let_go() {
        let mut key_repeat = KeyRepeat::new(QUIET);
        assert!(key_repeat.lets_pass(parse_key("3"), true));

        for _ in 0..20 {
            key_repeat.note_paint();
            sleep(QUIET / 6);
            assert!(!key_repeat.lets_pass(parse_key("3"), true));
        }

        sleep(QUIET);
        assert!(key_repeat.lets_pass(parse_key("3"), true));
    }

    #[test]
    fn of_a_text_that_comes_as_keys_the_first_answers_at_most() {
        let mut key_repeat = KeyRepeat::new(QUIET);
        assert!(key_repeat.lets_pass(parse_key("1"), true));

        for (digit, painted) in [("2", false), ("3", true), ("4", true), ("1", true)] {
            key_repeat.note_paint();
            sleep(QUIET / 6);
            assert!(!key_repeat.lets_pass(parse_key(digit), painted), "{digit}");
        }
    }

    #[test]
    fn somebody_who_types_fast_is_not_held_up() {
        let mut key_repeat = KeyRepeat::new(QUIET);
        for digit in ["1", "2", "3", "2"] {
            key_repeat.note_paint();
            sleep(QUIET / 2);
            assert!(key_repeat.lets_pass(parse_key(digit), true));
        }
    }
}
