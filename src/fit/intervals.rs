//! Rank intervals: where a career would land if the person answered again.

use super::direct::Direct;
use super::metric::Metric;
use super::person::FitWeights;
use crate::assess::Retest;
use crate::model::matrix::{add, dot};
use crate::model::random::Random;
use crate::model::{CareerId, Matrix, RankInterval, SCALE_COUNT};
use std::ops::Range;

/// The same draws for everybody, so that the same answers give the same intervals.
const SEED: u64 = 2_026;

/// An order is clear where 8 in 10 repeated sittings would keep it: so many standard deviations between the two.
const CLEAR_ORDER_Z: f64 = 0.841_621;

/// Careers that count as the top.
const TOP_TEN: u16 = 10;

/// Draws a fresh set of answers from the posterior, estimates again and ranks, many times over; in slices, so that it
/// never keeps a key waiting.
#[derive(Clone, Debug)]
pub struct Intervals {
    mean: Vec<f64>,
    root: Matrix,
    fit_weights: FitWeights,
    direct: Direct,
    random: Random,
    /// By career its lowest ranks, then its highest ones as what they leave of [`u16::MAX`]: both from the outermost to
    /// the innermost, which is the percentile.
    outermost: Vec<u16>,
    /// How many of either are kept for a career.
    kept: usize,
    /// By career, in how many draws it was among the first.
    among_first: Vec<u16>,
    drawn: usize,
    wanted: usize,
}

impl Intervals {
    /// Prepares so many draws for a person.
    pub fn new(metric: &Metric, fit_weights: FitWeights, direct: Direct, retest: Retest, draws: usize) -> Self {
        let careers = metric.whitened_ratings().len();
        let kept = (draws.saturating_sub(1) + 5) / 10 + 1;
        Self {
            mean: retest.mean,
            root: retest.root,
            fit_weights,
            direct,
            random: Random::new(SEED),
            outermost: vec![u16::MAX; 2 * kept * careers],
            kept,
            among_first: vec![0; careers],
            drawn: 0,
            wanted: draws,
        }
    }

    /// Whether all draws are done.
    pub fn is_done(&self) -> bool {
        self.drawn >= self.wanted
    }

    /// One more draw; about a tenth of a millisecond.
    pub fn draw(&mut self, metric: &Metric) {
        let noise: Vec<f64> = (0..SCALE_COUNT).map(|_| self.random.normal()).collect();
        let estimate: Vec<f64> = self
            .mean
            .iter()
            .enumerate()
            .map(|(row, mean)| mean + dot(&self.root.row(row)[..=row], &noise[..=row]))
            .collect();
        let person = self.fit_weights.person(&estimate).with_direct(self.direct.redrawn(&mut self.random));
        let careers = CareerId::first(self.among_first.len());
        let mut scored: Vec<(f64, CareerId)> = careers.map(|career| (person.score(metric, career), career)).collect();
        scored.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        for ((_, career), rank) in scored.into_iter().zip(1..) {
            let own = self.own(career.index());
            let (lowest, highest) = self.outermost[own].split_at_mut(self.kept);
            keep(lowest, rank);
            keep(highest, u16::MAX - rank);
            self.among_first[career.index()] += u16::from(rank <= TOP_TEN);
        }
        self.drawn += 1;
    }

    /// All draws at once.
    pub fn done(mut self, metric: &Metric) -> Self {
        while !self.is_done() {
            self.draw(metric);
        }
        self
    }

    /// All draws at once, and each career's interval.
    pub fn finish(self, metric: &Metric) -> Vec<RankInterval> {
        self.done(metric).intervals()
    }

    /// How many of these careers are expected among the first ten if the person answered again.
    pub fn staying(&self, first: &[CareerId]) -> f64 {
        let times: u32 = first.iter().map(|career| u32::from(self.among_first[career.index()])).sum();
        f64::from(times) / self.drawn.max(1) as f64
    }

    /// By place in a list, best first: the number of its group, from 1. Neighbours stand in one group while repeated
    /// sittings would not put the first of the group before them clearly enough.
    pub fn groups<'l>(&self, metric: &Metric, list: &'l [CareerId]) -> Vec<usize> {
        let Some(mut head) = list.first() else { return Vec::new() };
        let mut group = 1;
        let number = |career: &'l CareerId| {
            if self.clearly_before(metric, *head, *career) {
                (head, group) = (career, group + 1);
            }
            group
        };
        list.iter().map(number).collect()
    }

    /// Whether repeated sittings put one career before another clearly enough. What lies between two fits is normal, as
    /// the fresh estimate is.
    fn clearly_before(&self, metric: &Metric, one: CareerId, other: CareerId) -> bool {
        let (between, middle) = self.fit_weights.between(metric, one, other);
        let (direct, variance) = self.direct.between(one, other);
        let points = self.fit_weights.points();
        let (middle, variance) = (middle + direct / points, variance / (points * points));
        let mut spread = [0.0; SCALE_COUNT];
        for (row, along) in between.iter().enumerate() {
            add(&mut spread[..=row], *along, &self.root.row(row)[..=row]);
        }
        dot(&between, &self.mean) + middle >= CLEAR_ORDER_Z * (dot(&spread, &spread) + variance).sqrt() && one != other
    }

    /// The 10th to 90th percentile of each career's rank, by career; all draws must be done.
    pub fn intervals(&self) -> Vec<RankInterval> {
        let interval = |career: usize| {
            let (lowest, highest) = self.outermost[self.own(career)].split_at(self.kept);
            let innermost = |ranks: &[u16]| ranks.last().copied().filter(|rank| *rank < u16::MAX);
            let low = innermost(lowest).map_or(1, usize::from);
            RankInterval { low, high: innermost(highest).map_or(low, |left| usize::from(u16::MAX - left)) }
        };
        (0..self.among_first.len()).map(interval).collect()
    }

    /// Where the ranks of a career are.
    fn own(&self, career: usize) -> Range<usize> {
        2 * self.kept * career..2 * self.kept * (career + 1)
    }
}

/// Puts a value among the least ones, which stand in order, and lets go of the greatest of them.
fn keep(least: &mut [u16], value: u16) {
    if least.last().is_some_and(|greatest| value < *greatest) {
        let at = least.partition_point(|other| *other <= value);
        least[at..].rotate_right(1);
        least[at] = value;
    }
}
