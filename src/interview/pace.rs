//! How long it will still take, from the person's own pace.

use super::walk::Interview;
use crate::model::Length;
use std::collections::BTreeSet;

/// Seconds an answer takes until the person's own pace is known.
const USUAL_SECONDS: u64 = 8;

/// The usual pace counts like so many answers: a few quick or slow ones change little.
const USUAL_COUNTS: u64 = 20;

/// A longer gap between two answers is a break, not thinking.
const MAX_THINKING_SECONDS: u64 = 120;

impl Interview {
    /// Minutes that the questions left will take at most, at least 1 while any is left. It never goes up from one answer to
    /// the next: what was said before holds, unless the person takes an answer back or chooses another length.
    pub fn minutes_left(&self) -> u64 {
        let left = self.left() as u64;
        if left == 0 {
            return 0;
        }

        let mut done = BTreeSet::new();
        let mut pace = Pace::default();
        let mut after = vec![(0, pace.seconds())];
        let mut before = None;
        for given in &self.record().given {
            done.insert((given.question.as_str(), given.again));
            pace.note(before.and_then(|before| given.at.checked_sub(before)));
            before = Some(given.at);
            after.push((done.len() as u64, pace.seconds()));
        }

        let total = left + done.len() as u64;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "so many questions, each of at most two minutes, are never less than none and never too many"
        )]
        let minutes = |(done, seconds): (u64, f64)| ((total - done) as f64 * seconds / 60.0).ceil() as u64;
        // what would have been said after each answer so far: the least of it holds
        after.into_iter().map(minutes).min().unwrap_or(1).max(1)
    }

    /// What a length would still ask: questions and minutes, as [`Interview::progress`] and [`Interview::minutes_left`] say
    /// once it is chosen.
    pub fn planned(&self, length: Length) -> (usize, u64) {
        let mut planned = self.clone();
        planned.set_length(length);
        (planned.left(), planned.minutes_left())
    }
}

/// The mean time between two answers, drawn towards the usual one.
#[derive(Clone, Copy, Debug, Default)]
struct Pace {
    gaps: u64,
    seconds: u64,
}

impl Pace {
    fn note(&mut self, gap: Option<u64>) {
        if let Some(gap) = gap.filter(|gap| (1..=MAX_THINKING_SECONDS).contains(gap)) {
            self.gaps += 1;
            self.seconds += gap;
        }
    }

    /// Seconds an answer takes.
    fn seconds(self) -> f64 {
        (USUAL_SECONDS * USUAL_COUNTS + self.seconds) as f64 / (USUAL_COUNTS + self.gaps) as f64
    }
}
