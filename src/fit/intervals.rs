//! Rank intervals: where a career would land if the person answered again.

use super::direct::Direct;
use super::metric::Metric;
use super::person::FitWeights;
use super::rank::TOP_TEN;
use super::shifts::Shifts;
use crate::assess::Retest;
use crate::model::matrix::{add, dot};
use crate::model::random::Random;
use crate::model::{CareerId, Fit, RankInterval, SCALE_COUNT};
use std::ops::Range;

/// What activities would add is drawn apart from the scales, so that draws of those serve many people.
const SEED: u64 = 2_027;

/// An order is clear where 8 in 10 repeated sittings would keep it: so many standard deviations between the two.
const CLEAR_ORDER_Z: f64 = 0.841_621;

/// Up to so many careers it is quicker to count who stands before each of them than to sort them all.
const MAX_COUNTED: usize = 64;

/// Draws a fresh set of answers from the posterior, estimates again and ranks, many times over; in blocks, so that it
/// never keeps a key waiting.
#[derive(Clone, Debug)]
pub struct Intervals {
    fit_weights: FitWeights,
    retest: Retest,
    direct: Direct,
    /// By career: the fit to be expected of another sitting.
    expected: Vec<f64>,
    shifts: Shifts,
    random: Random,
    /// Careers whose ranks are wanted, in order.
    careers: Vec<CareerId>,
    /// By place among them the lowest ranks, then the highest ones as what they leave of [`u16::MAX`]: both from the
    /// outermost to the innermost, which is the percentile.
    outermost: Vec<u16>,
    /// How many of either are kept for a career.
    kept: usize,
    /// By place among them, in how many draws it was among the first.
    among_first: Vec<u16>,
    drawn: usize,
    wanted: usize,
}

/// How sure the places of a list are.
#[derive(Clone, Debug)]
pub struct Uncertainty {
    /// How many of the first ten are expected to stay.
    pub staying: f64,
    /// Whether one of the first ten stands before its own interval.
    pub drifts: bool,
    /// As far as the last career shown, best first.
    places: Vec<Place>,
}

/// How sure the place of one career is.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    career: CareerId,
    /// Where it would land with other questions, its rank included; none where that was not asked.
    pub interval: Option<RankInterval>,
    /// Careers with the same number cannot be told apart by the answers.
    pub group: usize,
}

impl Uncertainty {
    /// How sure the place of a career is that is shown.
    pub fn place(&self, career: CareerId) -> Option<&Place> {
        self.places.iter().find(|place| place.career == career)
    }
}

impl Intervals {
    /// Prepares so many draws for a person, with the ranks of all careers.
    pub fn new(
        metric: &Metric,
        fit_weights: FitWeights,
        direct: Direct,
        retest: Retest,
        shifts: Shifts,
        wanted: usize,
    ) -> Self {
        let person = fit_weights.person(&retest.mean).with_direct(direct.clone());
        let careers = || CareerId::first(metric.people().len());
        let expected = careers().map(|career| person.score(metric, career)).collect();
        let kept = (wanted.saturating_sub(1) + 5) / 10 + 1;
        let random = Random::new(SEED);
        let (careers, outermost, among_first) = (careers().collect(), Vec::new(), Vec::new());
        Self {
            fit_weights,
            retest,
            direct,
            expected,
            shifts,
            random,
            careers,
            outermost,
            kept,
            among_first,
            drawn: 0,
            wanted,
        }
    }

    /// The same with the ranks of these careers only, which is quicker for a few.
    pub fn only(mut self, careers: impl Iterator<Item = CareerId>) -> Self {
        self.careers = careers.collect();
        self.careers.sort_unstable();
        self.careers.dedup();
        self
    }

    /// Whether all draws are done.
    pub fn is_done(&self) -> bool {
        self.drawn >= self.wanted
    }

    /// One more block of draws; less than a millisecond.
    pub fn draw(&mut self, metric: &Metric) {
        self.outermost.resize(2 * self.kept * self.careers.len(), u16::MAX);
        self.among_first.resize(self.careers.len(), 0);
        let Self { shifts, outermost, among_first, .. } = self;
        let block = shifts.block(metric, self.drawn, self.wanted - self.drawn);
        self.drawn += block.nrows();
        for shifts in block.rows() {
            let mut fits: Vec<f64> = self.expected.iter().zip(shifts).map(|(fit, shift)| fit + shift).collect();
            self.direct.add_afresh(&mut fits, &mut self.random);
            for (place, rank) in ranks(&fits, &self.careers).into_iter().enumerate() {
                let (lowest, highest) = outermost[own(self.kept, place)].split_at_mut(self.kept);
                keep(lowest, rank);
                keep(highest, u16::MAX - rank);
                among_first[place] += u16::from(usize::from(rank) <= TOP_TEN);
            }
        }
    }

    /// All draws at once.
    pub fn done(mut self, metric: &Metric) -> Self {
        while !self.is_done() {
            self.draw(metric);
        }
        self
    }

    /// How many of these careers are expected among the first ten if the person answered again.
    pub fn staying(&self, first: impl Iterator<Item = CareerId>) -> f64 {
        let times = |career| self.place(career).map_or(0, |place| u32::from(self.among_first[place]));
        f64::from(first.map(times).sum::<u32>()) / self.drawn.max(1) as f64
    }

    /// How sure the places are of those fits that are shown, all draws done: of all fits, best first, it takes as many as
    /// the last of these needs.
    pub fn of_first(self, metric: &Metric, fits: &[Fit], shown: &[Fit]) -> Uncertainty {
        let first = &fits[..fits.len().min(TOP_TEN)];
        let drawn = self.only(first.iter().chain(shown).map(|fit| fit.career)).done(metric);

        let last = shown.last().and_then(|last| fits.iter().position(|fit| fit.career == last.career));
        let order = &fits[..last.map_or(0, |last| last + 1)];
        let groups = drawn.groups(metric, &order.iter().map(|fit| fit.career).collect::<Vec<_>>());
        let place = |(fit, group): (&Fit, usize)| {
            let interval = drawn.interval(fit.career).map(|interval| interval.holding(fit.rank));
            Place { career: fit.career, interval, group }
        };
        let drifts = |fit: &Fit| drawn.interval(fit.career).is_some_and(|interval| fit.rank < interval.low);
        Uncertainty {
            staying: drawn.staying(first.iter().map(|fit| fit.career)),
            drifts: first.iter().any(drifts),
            places: order.iter().zip(groups).map(place).collect(),
        }
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
            add(&mut spread[..=row], *along, &self.retest.root.row(row)[..=row]);
        }
        let apart = dot(&between, &self.retest.mean) + middle;
        apart >= CLEAR_ORDER_Z * (dot(&spread, &spread) + variance).sqrt() && one != other
    }

    /// The 10th to 90th percentile of a career's rank, where it was wanted; all draws must be done.
    pub fn interval(&self, career: CareerId) -> Option<RankInterval> {
        let (lowest, highest) = self.outermost.get(own(self.kept, self.place(career)?))?.split_at(self.kept);
        let innermost = |ranks: &[u16]| ranks.last().copied().filter(|rank| *rank < u16::MAX);
        let low = innermost(lowest).map_or(1, usize::from);
        Some(RankInterval { low, high: innermost(highest).map_or(low, |left| usize::from(u16::MAX - left)) })
    }

    /// Where a career stands among those whose ranks are wanted.
    fn place(&self, career: CareerId) -> Option<usize> {
        self.careers.binary_search(&career).ok()
    }
}

/// Where the ranks of a career are, by its place.
fn own(kept: usize, place: usize) -> Range<usize> {
    2 * kept * place..2 * kept * (place + 1)
}

/// The ranks of some careers, which stand in order, by the fits of all; of equal fits the first career stands first.
fn ranks(fits: &[f64], careers: &[CareerId]) -> Vec<u16> {
    if careers.len() > MAX_COUNTED {
        return ranks_by_sorting(fits, careers);
    }
    let rank = |career: &CareerId| {
        let own = fits[career.index()];
        let (earlier, later) = fits.split_at(career.index());
        let before = |fits: &[f64], precedes: fn(f64, f64) -> bool| -> u16 {
            fits.iter().map(|fit| u16::from(precedes(*fit, own))).sum()
        };
        1 + before(earlier, |fit, own| fit >= own) + before(later, |fit, own| fit > own)
    };
    careers.iter().map(rank).collect()
}

fn ranks_by_sorting(fits: &[f64], careers: &[CareerId]) -> Vec<u16> {
    let mut sorted: Vec<(f64, CareerId)> = fits.iter().copied().zip(CareerId::first(fits.len())).collect();
    sorted.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut ranks = vec![0; fits.len()];
    for ((_, career), rank) in sorted.into_iter().zip(1..) {
        ranks[career.index()] = rank;
    }
    careers.iter().map(|career| ranks[career.index()]).collect()
}

/// Inserts a value into a bounded sorted list, whose greatest value falls out.
fn keep(least: &mut [u16], value: u16) {
    if least.last().is_some_and(|greatest| value < *greatest) {
        let at = least.partition_point(|other| *other <= value);
        least[at..].rotate_right(1);
        least[at] = value;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counting_and_sorting_rank_alike_and_the_first_of_equals_stands_first() {
        let mut random = Random::new(9);
        let fits: Vec<f64> = (0..300).map(|_| random.normal().mul_add(4.0, 0.5).floor()).collect();
        let all: Vec<CareerId> = CareerId::first(fits.len()).collect();
        let sorted = ranks(&fits, &all);
        let counted: Vec<u16> = all.chunks(MAX_COUNTED).flat_map(|some| ranks(&fits, some)).collect();
        assert_eq!(counted, sorted);
        assert_eq!(ranks(&[1.0, 2.0, 1.0, 2.0], &all[..4]), [3, 1, 4, 2]);
    }
}
