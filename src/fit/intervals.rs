//! Rank intervals: where a career would land if the person answered again.

use super::metric::Metric;
use super::person::Person;
use crate::assess::{Posterior, Retest};
use crate::model::matrix::dot;
use crate::model::random::Random;
use crate::model::{Matrix, RankInterval, SCALE_COUNT};

/// The same draws for everybody, so that the same answers give the same intervals.
const SEED: u64 = 2_026;

/// Draws a fresh set of answers from the posterior, estimates again and ranks, many times over; in slices, so that it
/// never keeps a key waiting.
#[derive(Clone, Debug)]
pub struct Intervals {
    mean: Vec<f64>,
    root: Matrix,
    spreads: [f64; 4],
    shares: [f64; 4],
    random: Random,
    /// Ranks by career, draw after draw.
    ranks: Vec<Vec<u16>>,
    wanted: usize,
}

impl Intervals {
    /// Prepares so many draws for a person.
    pub fn new(metric: &Metric, posterior: &Posterior, retest: &Retest, shares: [f64; 4], draws: usize) -> Self {
        let spreads = Person::spreads(metric, posterior);
        let careers = metric.unit().len();
        Self {
            mean: retest.mean.clone(),
            root: retest.root.clone(),
            spreads,
            shares,
            random: Random::new(SEED),
            ranks: vec![Vec::with_capacity(draws); careers],
            wanted: draws,
        }
    }

    /// Whether all draws are done.
    pub fn is_done(&self) -> bool {
        self.ranks.first().is_none_or(|ranks| ranks.len() >= self.wanted)
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
        let person = Person::from_estimate(metric, &estimate, self.spreads, self.shares);
        let mut scored: Vec<(f64, u16)> =
            metric.unit().iter().zip(0..).map(|(unit, career)| (dot(&person.direction, unit), career)).collect();
        scored.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        for ((_, career), rank) in scored.into_iter().zip(1..) {
            self.ranks[usize::from(career)].push(rank);
        }
    }

    /// All draws at once.
    pub fn finish(mut self, metric: &Metric) -> Vec<RankInterval> {
        while !self.is_done() {
            self.draw(metric);
        }
        self.intervals()
    }

    /// The 10th to 90th percentile of each career's rank over the draws done, by career.
    pub fn intervals(&self) -> Vec<RankInterval> {
        self.ranks.iter().map(|ranks| interval(ranks)).collect()
    }
}

fn interval(ranks: &[u16]) -> RankInterval {
    let mut ranks = ranks.to_vec();
    let mut at = |share: f64| {
        let place = (share * ranks.len().saturating_sub(1) as f64).round() as usize;
        if ranks.is_empty() { 1 } else { usize::from(*ranks.select_nth_unstable(place).1) }
    };
    RankInterval { low: at(0.1), high: at(0.9) }
}
