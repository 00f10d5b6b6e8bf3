//! The ranks of some careers over many draws, of which only the outermost are kept.

use super::rank::TOP_TEN;
use crate::model::{CareerId, RankInterval};
use std::ops::Range;

/// Up to so many careers it is quicker to count who stands before each of them than to sort them all.
const MAX_COUNTED: usize = 64;

/// The ranks that were drawn of some careers.
#[derive(Clone, Debug)]
pub(super) struct Tally {
    /// By career: the fit to be expected of another sitting, in [`to_steps`].
    expected: Vec<f32>,
    /// By place the lowest ranks, then the highest ones as what they leave of [`u16::MAX`]: both from the outermost to the
    /// innermost, which is the percentile.
    outermost: Vec<u16>,
    /// How many of either are kept for a career.
    kept: usize,
    /// By place, in how many draws it was among the first.
    among_first: Vec<u16>,
}

impl Tally {
    /// Before the first draw, of all careers with the fits to be expected; so many outermost ranks are kept.
    pub fn new(expected: Vec<f32>, kept: usize) -> Self {
        Self { expected, kept, outermost: Vec::new(), among_first: Vec::new() }
    }

    /// Makes room for the ranks of so many careers.
    pub fn make_room(&mut self, careers: usize) {
        self.outermost.resize(2 * self.kept * careers, u16::MAX);
        self.among_first.resize(careers, 0);
    }

    /// Counts two draws: one that moves every fit so far, and its opposite.
    pub fn count_pair(&mut self, shifts: &[f32], careers: &[CareerId]) {
        let fits = || self.expected.iter().zip(shifts);
        let there: Vec<f32> = fits().map(|(fit, shift)| fit + shift).collect();
        let back: Vec<f32> = fits().map(|(fit, shift)| fit - shift).collect();
        self.count_draw(&there, careers);
        self.count_draw(&back, careers);
    }

    fn count_draw(&mut self, fits: &[f32], careers: &[CareerId]) {
        for (place, rank) in rank_fits(fits, careers).into_iter().enumerate() {
            let (lowest, highest) = self.outermost[find_range(self.kept, place)].split_at_mut(self.kept);
            keep_least(lowest, rank);
            keep_least(highest, u16::MAX - rank);
            self.among_first[place] += u16::from(usize::from(rank) <= TOP_TEN);
        }
    }

    /// In how many draws the career at a place was among the first ten.
    pub fn times_among_first(&self, place: usize) -> u32 {
        u32::from(self.among_first[place])
    }

    /// From the 10th to the 90th percentile of the ranks of the career at a place; none where no room was made.
    pub fn find_interval(&self, place: usize) -> Option<RankInterval> {
        let (lowest, highest) = self.outermost.get(find_range(self.kept, place))?.split_at(self.kept);
        let innermost = |ranks: &[u16]| ranks.last().copied().filter(|rank| *rank < u16::MAX);
        let low = innermost(lowest).map_or(1, usize::from);
        Some(RankInterval { low, high: innermost(highest).map_or(low, |left| usize::from(u16::MAX - left)) })
    }
}

/// Where the ranks of a career are, by its place.
fn find_range(kept: usize, place: usize) -> Range<usize> {
    2 * kept * place..2 * kept * (place + 1)
}

/// The ranks of some careers, which stand in order, by the fits of all; of equal fits the first career stands first.
fn rank_fits(fits: &[f32], careers: &[CareerId]) -> Vec<u16> {
    if careers.len() > MAX_COUNTED {
        return rank_by_sorting(fits, careers);
    }

    let rank = |career: &CareerId| {
        let own = fits[career.index()];
        let (earlier, later) = fits.split_at(career.index());
        // as wide as the fits, so that several are compared at once
        let no_worse: i32 = earlier.iter().map(|fit| i32::from(*fit >= own)).sum();
        let better: i32 = later.iter().map(|fit| i32::from(*fit > own)).sum();
        u16::try_from(1 + no_worse + better).unwrap_or(u16::MAX)
    };
    careers.iter().map(rank).collect()
}

fn rank_by_sorting(fits: &[f32], careers: &[CareerId]) -> Vec<u16> {
    let mut sorted: Vec<(f32, CareerId)> = fits.iter().copied().zip((0..).map(CareerId)).collect();
    sorted.sort_unstable_by(|(a, one), (b, other)| b.total_cmp(a).then(one.cmp(other)));

    let mut ranks = vec![0; sorted.len()];
    for ((_, career), rank) in sorted.into_iter().zip(1..) {
        ranks[career.index()] = rank;
    }
    careers.iter().map(|career| ranks[career.index()]).collect()
}

/// Inserts a value into a bounded sorted list, whose greatest value falls out.
fn keep_least(least: &mut [u16], value: u16) {
    if least.last().is_some_and(|greatest| value < *greatest) {
        let at = least.partition_point(|other| *other <= value);
        least[at..].rotate_right(1);
        least[at] = value;
    }
}

#[cfg(test)]
mod tests {
    use super::super::shifts::to_steps;
    use super::*;
    use crate::model::random::Random;

    #[test]
    fn counting_and_sorting_rank_alike_and_the_first_of_equals_stands_first() {
        let mut random = Random::new(9);
        let fits: Vec<f32> = (0..300).map(|_| to_steps(2e-4 * random.normal())).collect();
        let all: Vec<CareerId> = CareerId::first(fits.len()).collect();
        let sorted = rank_fits(&fits, &all);
        let counted: Vec<u16> = all.chunks(MAX_COUNTED).flat_map(|some| rank_fits(&fits, some)).collect();

        assert_eq!(counted, sorted);
        assert_eq!(rank_fits(&[1.0, 2.0, 1.0, 2.0], &all[..4]), [3, 1, 4, 2]);
    }

    #[test]
    fn what_stays_is_how_often_a_career_was_drawn_among_the_first_ten() {
        // thirty careers in order; the draws move the last one up by so many places, and down, where it stays the last
        let expected: Vec<f32> = (0..30_u8).map(|at| -10.0 * f32::from(at)).collect();
        let (first, last) = (CareerId(0), CareerId(29));
        let mut tally = Tally::new(expected, 1);
        tally.make_room(2);
        for up in [0.0, 5.0, 19.0, 20.0, 29.0] {
            let mut shifts = [0.0; 30];
            shifts[29] = 10.0 * up + 1.0;
            tally.count_pair(&shifts, &[first, last]);
        }
        assert_eq!(
            (tally.times_among_first(0), tally.times_among_first(1)),
            (10, 2),
            "from 20 places up it is the tenth"
        );
        assert_eq!(tally.find_interval(1), Some(RankInterval { low: 1, high: 30 }));
    }
}
