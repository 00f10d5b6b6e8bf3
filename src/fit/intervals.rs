//! Rank intervals: where a career would land if the person answered again.

use super::metric::Metric;
use super::person::Yardstick;
use crate::assess::Retest;
use crate::model::matrix::dot;
use crate::model::random::Random;
use crate::model::{CareerId, Matrix, RankInterval, SCALE_COUNT};

/// The same draws for everybody, so that the same answers give the same intervals.
const SEED: u64 = 2_026;

/// Share of repeated sittings that tells an order clearly.
const CLEAR: f64 = 0.8;

/// Careers that count as the top.
const FIRST: usize = 10;

/// Draws a fresh set of answers from the posterior, estimates again and ranks, many times over; in slices, so that it
/// never keeps a key waiting.
#[derive(Clone, Debug)]
pub struct Intervals {
    mean: Vec<f64>,
    root: Matrix,
    yardstick: Yardstick,
    random: Random,
    /// Ranks by career, draw after draw.
    ranks: Vec<u16>,
    careers: usize,
    drawn: usize,
    wanted: usize,
}

impl Intervals {
    /// Prepares so many draws for a person.
    pub fn new(metric: &Metric, yardstick: Yardstick, retest: &Retest, draws: usize) -> Self {
        let careers = metric.white().len();
        Self {
            mean: retest.mean.clone(),
            root: retest.root.clone(),
            yardstick,
            random: Random::new(SEED),
            ranks: vec![0; careers * draws],
            careers,
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
        let person = self.yardstick.person(metric, &estimate);
        let careers = 0..self.careers as u16;
        let mut scored: Vec<(f64, u16)> =
            careers.map(|career| (person.score(metric, CareerId(career)), career)).collect();
        scored.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        for ((_, career), rank) in scored.into_iter().zip(1..) {
            self.ranks[usize::from(career) * self.wanted + self.drawn] = rank;
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
        let share =
            |career: &CareerId| self.share(self.of(career.index()).iter().map(|rank| usize::from(*rank) <= FIRST));
        first.iter().map(share).sum()
    }

    /// By place in a list, best first: the number of its group, from 1. Neighbours stand in one group while repeated
    /// sittings would not put the first of the group before them clearly enough.
    pub fn groups<'l>(&self, list: &'l [CareerId]) -> Vec<usize> {
        let Some(mut head) = list.first() else { return Vec::new() };
        let mut group = 1;
        let number = |career: &'l CareerId| {
            if self.share_before(*head, *career) >= CLEAR {
                (head, group) = (career, group + 1);
            }
            group
        };
        list.iter().map(number).collect()
    }

    /// Share of the draws in which one career comes before another.
    fn share_before(&self, one: CareerId, other: CareerId) -> f64 {
        self.share(self.of(one.index()).iter().zip(self.of(other.index())).map(|(one, other)| one < other))
    }

    /// Share of the draws done of which something is true.
    fn share(&self, of_each: impl Iterator<Item = bool>) -> f64 {
        of_each.filter(|is_true| *is_true).count() as f64 / self.drawn.max(1) as f64
    }

    /// A career's ranks over the draws done.
    fn of(&self, career: usize) -> &[u16] {
        &self.ranks[career * self.wanted..][..self.drawn]
    }

    /// The 10th to 90th percentile of each career's rank over the draws done, by career.
    pub fn intervals(&self) -> Vec<RankInterval> {
        (0..self.careers).map(|career| interval(self.of(career).to_vec())).collect()
    }
}

fn interval(mut ranks: Vec<u16>) -> RankInterval {
    let mut at = |share: f64| {
        let place = (share * ranks.len().saturating_sub(1) as f64).round() as usize;
        if ranks.is_empty() { 1 } else { usize::from(*ranks.select_nth_unstable(place).1) }
    };
    RankInterval { low: at(0.1), high: at(0.9) }
}
