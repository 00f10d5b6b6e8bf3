//! The careers' side of the matching: standardised and scaled once, before anybody answers.

use crate::model::{ByScale, Catalogue, Figures, Group, Matching, Matrix, SCALE_COUNT};
use ndarray::{Array2, ArrayView2, aview2};
use std::sync::OnceLock;

/// What one person is compared with: the place of each career's people among all people.
#[derive(Clone, Debug)]
pub struct Metric {
    correlation: Matrix,
    levels: ByScale<Level>,
    /// Rows of a table that goes through products whole.
    people: Vec<[f64; SCALE_COUNT]>,
    /// The same by scale and career in single precision; made for the first large product.
    places: OnceLock<Array2<f32>>,
}

impl Metric {
    /// Standardises a catalogue.
    pub fn new(catalogue: &Catalogue, matching: &Matching) -> Self {
        let levels = measure_levels(catalogue);
        let correlation = correlate(catalogue.careers().iter().map(|career| standardize(&levels, &career.figures)));
        let people =
            catalogue.careers().iter().map(|career| place_people(&levels, &career.figures, matching)).collect();
        Self { correlation, levels, people, places: OnceLock::new() }
    }

    /// Prior covariance of people: interests go together as they do in people and not with the other scales; those as in
    /// the catalogue, shrunk towards none. Every scale has variance 1.
    pub fn build_prior(&self, matching: &Matching) -> Matrix {
        let interests = Group::Interests.range();
        Matrix::from_fn(SCALE_COUNT, |row, column| {
            match (row == column, interests.contains(&row), interests.contains(&column)) {
                (true, ..) => 1.0,
                (false, true, true) => matching.interest_correlations[row][column],
                (false, false, false) => matching.prior_correlation * self.correlation.at(row, column),
                _ => 0.0,
            }
        })
    }

    /// By career: where the average of its people stands on each scale, in standard deviations of people.
    pub fn people(&self) -> &[[f64; SCALE_COUNT]] {
        &self.people
    }

    /// The same as a table with a row for each career.
    pub(super) fn people_table(&self) -> ArrayView2<'_, f64> {
        aview2(&self.people)
    }

    /// The same by scale and career in single precision, for products over many draws or people.
    pub(super) fn places(&self) -> &Array2<f32> {
        let place = |(scale, career): (usize, usize)| to_single(self.people[career][scale]);
        self.places.get_or_init(|| Array2::from_shape_fn((SCALE_COUNT, self.people.len()), place))
    }

    /// Correlation of two scales over the catalogue.
    pub fn correlation(&self, row: usize, column: usize) -> f64 {
        self.correlation.at(row, column)
    }

    /// A career's ratings in standard deviations from their mean over the catalogue; a scale that never varies is 0.
    pub fn standardize(&self, figures: &Figures) -> ByScale<f64> {
        standardize(&self.levels, figures)
    }
}

/// Where the average of a career's people stands: so much of the way from the average person as `slope` says. Interests are
/// compared by their shape within the career, since people's own level is taken out too; the average person's shape is that
/// of people's mean interests. On the other scales the average person is assumed to stand where the average career does.
fn place_people(levels: &ByScale<Level>, figures: &Figures, matching: &Matching) -> [f64; SCALE_COUNT] {
    let interests = Group::Interests.range();
    let (own, usual) = (
        standardize_shape(&figures.all_ratings().as_slice()[interests.clone()]),
        standardize_shape(&matching.interest_means),
    );
    let mut place = standardize(levels, figures).into_array();
    for scale in interests {
        place[scale] = own[scale] - usual[scale];
    }

    for group in Group::ALL {
        for value in &mut place[group.range()] {
            *value *= matching.slope[group];
        }
    }
    place
}

/// Values in standard deviations from their own mean; none where they do not differ.
fn standardize_shape(values: &[f64]) -> Vec<f64> {
    let count = values.len().max(1) as f64;
    let mean = values.iter().sum::<f64>() / count;
    let sd = (values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / count).sqrt();
    values.iter().map(|value| if sd > 1e-9 { (value - mean) / sd } else { 0.0 }).collect()
}

/// A value in single precision, for what is kept of every career or goes through large products.
#[expect(clippy::cast_possible_truncation, reason = "the digits that are lost are those it is to do without")]
pub(super) fn to_single(value: f64) -> f32 {
    value as f32
}

/// What a scale's ratings are over the catalogue.
#[derive(Clone, Copy, Debug, Default)]
struct Level {
    mean: f64,
    /// One over the standard deviation; 0 where the scale never varies.
    scale: f64,
}

fn measure_levels(catalogue: &Catalogue) -> ByScale<Level> {
    let count = catalogue.careers().len().max(1) as f64;
    ByScale::from_fn(|scale| {
        let ratings = || catalogue.careers().iter().map(|career| career.figures.rating(scale));
        let mean = ratings().sum::<f64>() / count;
        let sd = (ratings().map(|rating| (rating - mean).powi(2)).sum::<f64>() / count).sqrt();
        Level { mean, scale: if sd > 1e-9 { 1.0 / sd } else { 0.0 } }
    })
}

fn standardize(levels: &ByScale<Level>, figures: &Figures) -> ByScale<f64> {
    let ratings = figures.all_ratings();
    ByScale::from_fn(|scale| (ratings[scale] - levels[scale].mean) * levels[scale].scale)
}

/// Correlations of standardised rows: half of a symmetric matrix, the other half by mirroring.
fn correlate(standardized: impl Iterator<Item = ByScale<f64>>) -> Matrix {
    let mut sums = Matrix::zeros(SCALE_COUNT);
    let mut count = 0.0_f64;
    for row in standardized {
        let row = row.as_slice();
        count += 1.0;
        for (scale, factor) in row.iter().enumerate() {
            for (sum, value) in sums.row_mut(scale).iter_mut().zip(&row[..=scale]) {
                *sum += factor * value;
            }
        }
    }

    Matrix::from_fn(SCALE_COUNT, |row, column| sums.at(row.max(column), row.min(column)) / count.max(1.0))
}
