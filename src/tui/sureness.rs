//! How far a career's rank can be trusted, worked out beside the screen in small slices.

use crate::fit::{Intervals, Matcher, Outcome};
use crate::model::{Answers, CareerId, RankInterval, Verdict};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Rank intervals of the newest outcome, and those of the one before until they are ready.
#[derive(Debug, Default)]
pub struct Sureness {
    of: Option<Arc<Outcome>>,
    pending: Option<Box<Intervals>>,
    /// By career.
    ready: Option<Vec<RankInterval>>,
}

/// Where a career would land if the person answered again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Landing {
    /// Its rank, 10th to 90th percentile.
    pub interval: RankInterval,
    /// Whether it belongs to answers of before.
    pub stale: bool,
}

impl Sureness {
    /// Works for a slice of time; false when nothing is left to do.
    pub fn refine(&mut self, matcher: &Matcher, outcome: &Arc<Outcome>, answers: &Answers, slice: Duration) -> bool {
        let begun = Instant::now();
        if !self.of.as_ref().is_some_and(|of| Arc::ptr_eq(of, outcome)) {
            self.of = Some(Arc::clone(outcome));
            let ranked = outcome.verdict == Verdict::Ranked;
            self.pending = ranked.then(|| Box::new(matcher.intervals(outcome, answers)));
            return ranked;
        }
        let Some(pending) = &mut self.pending else { return false };
        while !pending.is_done() && begun.elapsed() < slice {
            pending.draw(&matcher.metric);
        }
        if pending.is_done() {
            self.ready = self.pending.take().map(|done| done.intervals());
        }
        true
    }

    /// Where a career would land, as far as it is known.
    pub fn landing(&self, career: CareerId) -> Option<Landing> {
        let interval = *self.ready.as_ref()?.get(career.index())?;
        Some(Landing { interval, stale: self.pending.is_some() })
    }

    /// Forgets everything, for another person.
    pub fn forget(&mut self) {
        *self = Self::default();
    }
}
