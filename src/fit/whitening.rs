//! How careers compare with each other: their ratings without what goes together over the catalogue. Worked out when first
//! asked for, some milliseconds: no person is compared by it.

use super::metric::{Metric, to_single};
use crate::model::matrix::dot;
use crate::model::{ByGroup, Catalogue, Group, Matching, Matrix, SCALE_COUNT};

/// Every career's whitened ratings: each group of scales times the symmetric square root of `(C + ridge)⁻¹`, with `C` its
/// correlations over the catalogue.
#[derive(Clone, Debug)]
pub struct Whitening {
    weights: ByGroup<f64>,
    clamp: f64,
    roots: ByGroup<Matrix>,
    ratings: Vec<[f32; SCALE_COUNT]>,
    lengths: Vec<ByGroup<f64>>,
}

impl Whitening {
    /// Whitens a catalogue.
    pub fn new(metric: &Metric, catalogue: &Catalogue, matching: &Matching) -> Self {
        let roots = ByGroup::from_fn(|group| {
            let (range, ridge) = (group.range(), matching.ridge[group]);
            let block = Matrix::from_fn(range.len(), |row, column| {
                let value = metric.correlation(range.start + row, range.start + column);
                if row == column { value + ridge } else { value }
            });
            block.inverse_square_root()
        });

        let (weights, clamp) = (matching.weights, matching.clamp);
        let mut white = Self { weights, clamp, roots, ratings: Vec::new(), lengths: Vec::new() };
        let careers = catalogue.careers().iter().map(|career| metric.standardize(&career.figures));
        white.ratings = careers.map(|career| white.whiten(career.as_slice()).map(to_single)).collect();

        let length = |ratings: &[f32; SCALE_COUNT]| multiply_groups(ratings, ratings).map(f64::sqrt);
        white.lengths = white.ratings.iter().map(length).collect();
        white
    }

    /// Weight of a group.
    pub fn weight(&self, group: Group) -> f64 {
        self.weights[group]
    }

    /// Every career's whitened and capped ratings, in single precision: ratings have two digits.
    pub fn ratings(&self) -> &[[f32; SCALE_COUNT]] {
        &self.ratings
    }

    /// The length of every career's whitened ratings, group by group.
    pub fn lengths(&self) -> &[ByGroup<f64>] {
        &self.lengths
    }

    /// Whitened and capped values: one outlier scale must not decide.
    pub fn whiten(&self, standardized: &[f64]) -> [f64; SCALE_COUNT] {
        let mut carried = [0.0; SCALE_COUNT];
        for group in Group::ALL {
            let range = group.range();
            for (row, value) in carried[range.clone()].iter_mut().enumerate() {
                *value = dot(self.roots[group].row(row), &standardized[range.clone()]);
            }
        }
        carried.map(|value| value.clamp(-self.clamp, self.clamp))
    }
}

/// The products of two vectors of scales, group by group.
pub(super) fn multiply_groups<A: Copy + Into<f64>, B: Copy + Into<f64>>(a: &[A], b: &[B]) -> ByGroup<f64> {
    ByGroup::from_fn(|group| dot(&a[group.range()], &b[group.range()]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped::load_shipped;
    use crate::fit::Matcher;

    #[test]
    fn what_goes_together_over_the_catalogue_does_so_less_in_whitened_ratings() {
        let matcher = Matcher::new(load_shipped().expect("the shipped data"));
        let white = matcher.whitening();
        for group in Group::ALL {
            let range = group.range();
            let pairs = || range.clone().flat_map(|one| (one + 1..range.end).map(move |other| (one, other)));
            let before = pairs().map(|(one, other)| matcher.metric.correlation(one, other).abs()).fold(0.0, f64::max);

            let column = |scale: usize| white.ratings().iter().map(move |ratings| f64::from(ratings[scale]));
            let product = |one: usize, other: usize| column(one).zip(column(other)).map(|(a, b)| a * b).sum::<f64>();
            let correlation =
                |one: usize, other: usize| product(one, other) / (product(one, one) * product(other, other)).sqrt();
            let after = pairs().map(|(one, other)| correlation(one, other).abs()).fold(0.0, f64::max);
            assert!(after < before - 0.05, "{group:?}: {before} before, {after} after");
        }
    }
}
