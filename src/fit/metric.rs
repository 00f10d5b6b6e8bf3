//! The careers' side of the matching: standardised, whitened and scaled once, before anybody answers.

use super::information::products;
use crate::model::matrix::dot;
use crate::model::{Catalogue, Group, Matching, Matrix, SCALE_COUNT};

/// What one person is compared with.
///
/// Each group of scales is whitened with the symmetric square root of (C + ridge)⁻¹, C its correlations over the
/// catalogue: other roots name reasons on scales where person and career agree.
#[derive(Clone, Debug)]
pub struct Metric {
    weights: [f64; 4],
    clamp: f64,
    whiten: [Matrix; 4],
    squared: [Matrix; 4],
    correlation: Matrix,
    plain: Vec<[f64; SCALE_COUNT]>,
    white: Vec<[f64; SCALE_COUNT]>,
    lengths: Vec<[f64; 4]>,
    rays: Vec<[f64; SCALE_COUNT]>,
}

impl Metric {
    /// Standardises and whitens a catalogue.
    pub fn new(catalogue: &Catalogue, matching: &Matching) -> Self {
        let plain = standardised(catalogue);
        let correlation = correlations(&plain);
        let whiten = Group::ALL.map(|group| {
            let (range, ridge) = (group.range(), matching.ridge[group.index()]);
            let block = Matrix::from_fn(range.len(), |row, column| {
                let value = correlation.at(range.start + row, range.start + column);
                if row == column { value + ridge } else { value }
            });
            block.inverse_square_root()
        });
        let squared = [0, 1, 2, 3].map(|group: usize| whiten[group].product(&whiten[group]));
        let (weights, clamp) = (matching.weights, matching.clamp);
        let (white, lengths, rays) = Default::default();
        let mut metric = Self { weights, clamp, whiten, squared, correlation, plain, white, lengths, rays };
        metric.white = metric.plain.iter().map(|career| metric.whitened(career)).collect();
        metric.lengths = metric.white.iter().map(|white| products(white, white).map(f64::sqrt)).collect();
        metric.rays = metric.white.iter().map(|white| metric.through(white)).collect();
        metric
    }

    /// Prior covariance of people: the catalogue's correlations, shrunk towards none, times the variance of a scale.
    pub fn prior(&self, variance: f64, share: f64) -> Matrix {
        Matrix::from_fn(SCALE_COUNT, |row, column| {
            variance * if row == column { 1.0 } else { share * self.correlation.at(row, column) }
        })
    }

    /// Correlation of two scales over the catalogue.
    pub fn correlation(&self, row: usize, column: usize) -> f64 {
        self.correlation.at(row, column)
    }

    /// Weight of a group.
    pub fn weight(&self, group: Group) -> f64 {
        self.weights[group.index()]
    }

    /// Every career's standardised ratings.
    pub fn plain(&self) -> &[[f64; SCALE_COUNT]] {
        &self.plain
    }

    /// Every career's whitened and capped ratings.
    pub fn white(&self) -> &[[f64; SCALE_COUNT]] {
        &self.white
    }

    /// The length of every career's whitened ratings, group by group.
    pub fn lengths(&self) -> &[[f64; 4]] {
        &self.lengths
    }

    /// How the product of a person and each career moves with the person's plain scales: the whitened ratings carried
    /// back through the whitening.
    pub fn rays(&self) -> &[[f64; SCALE_COUNT]] {
        &self.rays
    }

    /// Whitened and capped values: one outlier scale must not decide.
    pub fn whitened(&self, plain: &[f64]) -> [f64; SCALE_COUNT] {
        self.through(plain).map(|value| value.clamp(-self.clamp, self.clamp))
    }

    /// Each group times its whitening, which is symmetric: it leads back as it leads there.
    fn through(&self, values: &[f64]) -> [f64; SCALE_COUNT] {
        let mut carried = [0.0; SCALE_COUNT];
        for group in Group::ALL {
            let range = group.range();
            for (row, value) in carried[range.clone()].iter_mut().enumerate() {
                *value = dot(self.whiten[group.index()].row(row), &values[range.clone()]);
            }
        }
        carried
    }

    /// Variance of a whitened group under a covariance of the scales, given row by row: the trace of W Σ W.
    pub fn spread<'c>(&self, group: Group, covariances: impl Fn(usize) -> &'c [f64]) -> f64 {
        let (range, squared) = (group.range(), &self.squared[group.index()]);
        let rows = range.clone().enumerate();
        rows.map(|(row, scale)| dot(squared.row(row), &covariances(scale)[range.clone()])).sum::<f64>().max(0.0)
    }
}

/// Ratings in standard deviations from their mean over the catalogue; a scale that never varies stays 0.
fn standardised(catalogue: &Catalogue) -> Vec<[f64; SCALE_COUNT]> {
    let mut rows: Vec<[f64; SCALE_COUNT]> =
        catalogue.careers().iter().map(|career| career.figures.all_ratings()).collect();
    let count = rows.len().max(1) as f64;
    for scale in 0..SCALE_COUNT {
        let mean = rows.iter().map(|row| row[scale]).sum::<f64>() / count;
        let variance = rows.iter().map(|row| (row[scale] - mean).powi(2)).sum::<f64>() / count;
        let sd = variance.sqrt();
        for row in &mut rows {
            row[scale] = if sd > 1e-9 { (row[scale] - mean) / sd } else { 0.0 };
        }
    }
    rows
}

/// Correlations of standardised rows: half of a symmetric matrix, the other half by mirroring.
fn correlations(plain: &[[f64; SCALE_COUNT]]) -> Matrix {
    let mut sums = Matrix::zeros(SCALE_COUNT);
    for row in plain {
        for (scale, factor) in row.iter().enumerate() {
            for (sum, value) in sums.row_mut(scale).iter_mut().zip(&row[..=scale]) {
                *sum += factor * value;
            }
        }
    }
    let count = plain.len().max(1) as f64;
    Matrix::from_fn(SCALE_COUNT, |row, column| sums.at(row.max(column), row.min(column)) / count)
}
