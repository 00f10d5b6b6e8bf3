//! Which careers are alike, learnt from the published related careers: of what tells careers apart, that counts which
//! related ones share.

use super::metric::to_single;
use super::whitening::Whitening;
use crate::model::matrix::{add, dot};
use crate::model::{CareerId, Group, Matrix, SCALE_COUNT};

/// Added to the diagonal, as a share of the mean variance within pairs; .02 to .2 come to the same (cross-validated).
const RIDGE: f64 = 0.1;

/// Every career as a direction; the closer two are, the more alike.
#[derive(Clone, Debug)]
pub struct Learned {
    /// Career after career, each of length one.
    places: Vec<f32>,
    /// Directions that tell careers apart.
    width: usize,
}

impl Learned {
    /// Learns from pairs of related careers, by linear discriminant analysis of the whitened ratings: with `S` the
    /// covariance within pairs and `T` that of all careers where `S` is the unit, a direction counts by the share of its
    /// variance that lies between pairs.
    pub fn new(white: &Whitening, pairs: &[(CareerId, CareerId)]) -> Self {
        // room for all directions first: what is worked out below leaves no hole in front of what stays
        let mut places = Vec::with_capacity(white.ratings().len() * SCALE_COUNT);

        let mut within = compute_within(white, pairs);
        let ridge = RIDGE * (0..SCALE_COUNT).map(|at| within.at(at, at)).sum::<f64>() / SCALE_COUNT as f64;
        for at in 0..SCALE_COUNT {
            *within.at_mut(at, at) += ridge.max(f64::MIN_POSITIVE);
        }
        let root = within.cholesky().unwrap_or_else(|| Matrix::identity(SCALE_COUNT));

        // worked out anew for each walk over them, so that no table of all careers is held in between
        let seen = || (0..white.ratings().len()).map(|career| root.solve_lower(&weigh_ratings(white, career)));
        let (spread, directions) = compute_covariance(seen()).eigen();
        // tested first: rounding leaves a spread of nothing a hair below it, of which one over it would be huge
        let weight = |spread: &f64| if *spread > 1.0 { (1.0 - 1.0 / spread).sqrt() } else { 0.0 };
        let weights: Vec<f64> = spread.iter().map(weight).collect();
        let width = weights.iter().filter(|weight| **weight > 0.0).count();

        let place = |row: Vec<f64>| {
            let told = directions.multiply(&row).into_iter().zip(&weights).filter(|(_, weight)| **weight > 0.0);
            let place: Vec<f64> = told.map(|(along, weight)| along * weight).collect();
            let length = dot(&place, &place).sqrt().max(f64::MIN_POSITIVE);
            place.into_iter().map(move |value| to_single(value / length))
        };

        places.extend(seen().flat_map(place));
        places.shrink_to_fit();
        Self { places, width }
    }

    /// How alike two careers are, -1 to 1.
    pub fn compute_likeness(&self, a: CareerId, b: CareerId) -> f64 {
        dot(self.place(a), self.place(b))
    }

    fn place(&self, career: CareerId) -> &[f32] {
        &self.places[career.index() * self.width..(career.index() + 1) * self.width]
    }

    /// The careers most like this one, nearest first.
    pub fn find_similar(&self, career: CareerId, most: usize) -> Vec<CareerId> {
        let count = self.places.len() / self.width.max(1);
        let others = CareerId::first(count).filter(|other| *other != career);
        let mut scored: Vec<(f64, CareerId)> =
            others.map(|other| (self.compute_likeness(career, other), other)).collect();

        let nearer = |a: &(f64, CareerId), b: &(f64, CareerId)| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1));
        if most < scored.len() {
            scored.select_nth_unstable_by(most, nearer);
            scored.truncate(most);
        }
        scored.sort_unstable_by(nearer);
        scored.into_iter().map(|(_, other)| other).collect()
    }
}

/// A career's whitened ratings, each group of length one times the root of its weight.
fn weigh_ratings(white: &Whitening, career: usize) -> Vec<f64> {
    let (whitened_ratings, lengths) = (&white.ratings()[career], &white.lengths()[career]);
    let part = |group: Group| {
        let factor = white.weight(group).sqrt() / lengths[group].max(f64::MIN_POSITIVE);
        whitened_ratings[group.range()].iter().map(move |value| f64::from(*value) * factor)
    };
    Group::ALL.into_iter().flat_map(part).collect()
}

/// Covariance within pairs, half the mean of `(a - b)(a - b)'`. There are many more pairs than careers, so the products
/// are summed up by career: with its own, as often as it is one of a pair, and with the sum of those it is paired with.
fn compute_within(white: &Whitening, pairs: &[(CareerId, CareerId)]) -> Matrix {
    let mut sums = Matrix::zeros(SCALE_COUNT);
    let mut times = vec![0.0; white.ratings().len()];
    for same in pairs.chunk_by(|one, other| one.0 == other.0) {
        let mut others = vec![0.0; SCALE_COUNT];
        for (one, other) in same {
            times[one.index()] += 1.0;
            times[other.index()] += 1.0;
            add(&mut others, 1.0, &weigh_ratings(white, other.index()));
        }
        add_products(&mut sums, -2.0, &weigh_ratings(white, same[0].0.index()), &others);
    }

    for (career, times) in times.into_iter().enumerate() {
        let own = weigh_ratings(white, career);
        add_products(&mut sums, times, &own, &own);
    }

    // a sum and its mirror image hold every pair twice, and half of the mean is wanted
    let share = 0.25 / pairs.len().max(1) as f64;
    Matrix::from_fn(SCALE_COUNT, |row, column| share * (sums.at(row, column) + sums.at(column, row)))
}

/// Covariance of vectors whose mean is none.
fn compute_covariance(vectors: impl ExactSizeIterator<Item = Vec<f64>>) -> Matrix {
    let mut sums = Matrix::zeros(SCALE_COUNT);
    let share = 1.0 / vectors.len().max(1) as f64;
    vectors.for_each(|vector| add_products(&mut sums, share, &vector, &vector));
    sums
}

/// Adds so many times the products of two vectors.
fn add_products(sums: &mut Matrix, times: f64, one: &[f64], other: &[f64]) {
    for (row, value) in one.iter().enumerate() {
        add(sums.row_mut(row), times * value, other);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped::load_shipped;
    use crate::fit::Matcher;

    #[test]
    fn careers_that_are_published_as_related_are_far_more_alike_than_others() {
        let matcher = Matcher::new(load_shipped().expect("the shipped data"));
        let (catalogue, learned) = (&matcher.dataset.catalogue, matcher.learned());
        let pairs = catalogue.related();
        let mean = |likeness: Vec<f64>| likeness.iter().sum::<f64>() / likeness.len() as f64;

        let related = mean(pairs.iter().map(|(one, other)| learned.compute_likeness(*one, *other)).collect());
        let ids: Vec<CareerId> = CareerId::first(catalogue.len()).collect();
        let others =
            mean(ids.iter().zip(ids.iter().skip(311)).map(|(a, b)| learned.compute_likeness(*a, *b)).collect());
        assert!(related > others + 0.4, "{related} against {others}");

        let carpenter = catalogue.find("47-2031.00").expect("a carpenter");
        assert!((learned.compute_likeness(carpenter, carpenter) - 1.0).abs() < 1e-5);
        let similar = learned.find_similar(carpenter, 5);
        let family = |career: &CareerId| catalogue.get(*career).family;
        assert!(similar.iter().all(|career| family(career) == family(&carpenter)), "{similar:?}");
    }
}
