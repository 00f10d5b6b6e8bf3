//! How far a career's rank can be trusted, worked out beside the screen in small slices.

use crate::fit::{Intervals, Matcher, Outcome};
use crate::model::{Answers, CareerId, RankInterval, Verdict};
use crate::report::TOP_TEN;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Rank intervals of the newest outcome, and those of the one before until they are ready.
#[derive(Debug, Default)]
pub struct RankUncertainty {
    of: Option<Arc<Outcome>>,
    pending: Option<Box<Intervals>>,
    ready: Option<Ready>,
}

/// What the draws said.
#[derive(Debug)]
struct Ready {
    /// By career, none where it is not ranked.
    intervals: Vec<Option<RankInterval>>,
    /// By rank: the ranks of its group, first and last.
    groups: Vec<(usize, usize)>,
    /// How many of the first ten are expected to stay.
    staying: f64,
}

/// Where a career would land if the person answered again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProjectedRank {
    /// Its rank, 10th to 90th percentile.
    pub interval: RankInterval,
    /// Whether it belongs to answers of before.
    pub stale: bool,
}

impl RankUncertainty {
    /// Works for a slice of time; false when nothing is left to do.
    pub fn refine(&mut self, matcher: &Matcher, outcome: &Arc<Outcome>, answers: &Answers, slice: Duration) -> bool {
        let begun = Instant::now();
        // every change makes a new outcome, and this one is held, so that its address says enough
        if !self.of.as_ref().is_some_and(|of| Arc::ptr_eq(of, outcome)) {
            self.of = Some(Arc::clone(outcome));
            let ranked = outcome.verdict == Verdict::Ranked;
            self.pending = ranked.then(|| Box::new(matcher.start_intervals(outcome, answers)));
            return ranked;
        }

        let Some(pending) = &mut self.pending else { return false };
        while !pending.is_done() && begun.elapsed() < slice {
            pending.draw(&matcher.metric);
        }

        if pending.is_done() {
            let order: Vec<CareerId> = outcome.fits.iter().map(|fit| fit.career).collect();
            let ready = |done: Box<Intervals>| Ready {
                staying: done.count_staying(order.iter().take(TOP_TEN).copied()),
                groups: find_ranges(&done.find_groups(&matcher.metric, &order)),
                intervals: hold_ranks(outcome, &done),
            };
            self.ready = self.pending.take().map(ready);
        }

        true
    }

    /// Where a career would land, as far as it is known.
    pub fn projected_rank(&self, career: CareerId) -> Option<ProjectedRank> {
        let interval = (*self.ready.as_ref()?.intervals.get(career.index())?)?;
        Some(ProjectedRank { interval, stale: self.pending.is_some() })
    }

    /// How many of the first ten are expected to stay, once that is known of these answers.
    pub fn count_staying(&self) -> Option<f64> {
        self.ready.as_ref().filter(|_| self.pending.is_none()).map(|ready| ready.staying)
    }

    /// The first and last rank of the careers that the answers cannot tell from the one at this rank, where there are others.
    pub fn find_group(&self, rank: usize) -> Option<(usize, usize)> {
        let range = *self.ready.as_ref()?.groups.get(rank.checked_sub(1)?)?;
        (self.pending.is_none() && range.0 < range.1).then_some(range)
    }
}

/// The intervals, each with the rank that its career has now in it.
fn hold_ranks(outcome: &Outcome, done: &Intervals) -> Vec<Option<RankInterval>> {
    let mut intervals = vec![None; outcome.fits.len()];
    for fit in &outcome.fits {
        if let Some(interval) = intervals.get_mut(fit.career.index()) {
            *interval = done.find_interval_of(fit);
        }
    }
    intervals
}

/// By place: the ranks of its group, first and last.
fn find_ranges(groups: &[usize]) -> Vec<(usize, usize)> {
    let mut ranges = Vec::with_capacity(groups.len());
    for group in groups.chunk_by(|one, other| one == other) {
        let first = ranges.len() + 1;
        ranges.extend(std::iter::repeat_n((first, first + group.len() - 1), group.len()));
    }
    ranges
}
