//! The careers' side of the matching: standardised, whitened and scaled once, before anybody answers.

use super::information::products;
use crate::model::matrix::dot;
use crate::model::{CareerId, Catalogue, Figures, Group, Matching, Matrix, SCALE_COUNT, ScaleId};

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
    levels: [Level; SCALE_COUNT],
    white: Vec<[f32; SCALE_COUNT]>,
    lengths: Vec<[f64; 4]>,
}

impl Metric {
    /// Standardises and whitens a catalogue.
    pub fn new(catalogue: &Catalogue, matching: &Matching) -> Self {
        let levels = levels(catalogue);
        let plain = || catalogue.careers().iter().map(|career| standardised(&levels, &career.figures));
        let correlation = correlations(plain());
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
        let (white, lengths) = Default::default();
        let mut metric = Self { weights, clamp, whiten, squared, correlation, levels, white, lengths };
        metric.white = plain().map(|career| single(&metric.whitened(&career))).collect();
        metric.lengths = metric.white.iter().map(|white| products(white, white).map(f64::sqrt)).collect();
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

    /// A career's ratings in standard deviations from their mean over the catalogue; a scale that never varies is 0.
    pub fn plain(&self, figures: &Figures) -> [f64; SCALE_COUNT] {
        standardised(&self.levels, figures)
    }

    /// Every career's whitened and capped ratings, in single precision: ratings have two digits.
    pub fn white(&self) -> &[[f32; SCALE_COUNT]] {
        &self.white
    }

    /// The length of every career's whitened ratings, group by group.
    pub fn lengths(&self) -> &[[f64; 4]] {
        &self.lengths
    }

    /// How the product of a person and a career moves with the person's plain scales: the whitened ratings carried back
    /// through the whitening.
    pub fn ray(&self, career: CareerId) -> [f64; SCALE_COUNT] {
        self.through(&self.white[career.index()])
    }

    /// Whitened and capped values: one outlier scale must not decide.
    pub fn whitened(&self, plain: &[f64]) -> [f64; SCALE_COUNT] {
        self.through(plain).map(|value| value.clamp(-self.clamp, self.clamp))
    }

    /// Each group times its whitening, which is symmetric: it leads back as it leads there.
    pub(super) fn through<V: Copy + Into<f64>>(&self, values: &[V]) -> [f64; SCALE_COUNT] {
        let mut carried = [0.0; SCALE_COUNT];
        for group in Group::ALL {
            let range = group.range();
            for (row, value) in carried[range.clone()].iter_mut().enumerate() {
                *value = dot(self.whiten[group.index()].row(row), &values[range.clone()]);
            }
        }
        carried
    }

    /// A group's block of a covariance of plain scales as that of the whitened ones: W B W.
    pub(super) fn through_both(&self, group: Group, block: &Matrix) -> Matrix {
        let whiten = &self.whiten[group.index()];
        whiten.product(block).product(whiten)
    }

    /// Variance of a whitened group under a covariance of the scales, given row by row: the trace of W Σ W.
    pub fn spread<'c>(&self, group: Group, covariances: impl Fn(usize) -> &'c [f64]) -> f64 {
        let (range, squared) = (group.range(), &self.squared[group.index()]);
        let rows = range.clone().enumerate();
        rows.map(|(row, scale)| dot(squared.row(row), &covariances(scale)[range.clone()])).sum::<f64>().max(0.0)
    }
}

fn single(values: &[f64; SCALE_COUNT]) -> [f32; SCALE_COUNT] {
    values.map(|value| value as f32)
}

/// What a scale's ratings are over the catalogue.
#[derive(Clone, Copy, Debug, Default)]
struct Level {
    mean: f64,
    /// One over the standard deviation; 0 where the scale never varies.
    scale: f64,
}

fn levels(catalogue: &Catalogue) -> [Level; SCALE_COUNT] {
    let count = catalogue.careers().len().max(1) as f64;
    std::array::from_fn(|index| {
        let scale = ScaleId::new(index);
        let ratings = || catalogue.careers().iter().filter_map(|career| Some(career.figures.rating(scale?)));
        let mean = ratings().sum::<f64>() / count;
        let sd = (ratings().map(|rating| (rating - mean).powi(2)).sum::<f64>() / count).sqrt();
        Level { mean, scale: if sd > 1e-9 { 1.0 / sd } else { 0.0 } }
    })
}

fn standardised(levels: &[Level; SCALE_COUNT], figures: &Figures) -> [f64; SCALE_COUNT] {
    let ratings = figures.all_ratings();
    std::array::from_fn(|scale| (ratings[scale] - levels[scale].mean) * levels[scale].scale)
}

/// Correlations of standardised rows: half of a symmetric matrix, the other half by mirroring.
fn correlations(plain: impl Iterator<Item = [f64; SCALE_COUNT]>) -> Matrix {
    let mut sums = Matrix::zeros(SCALE_COUNT);
    let mut count = 0.0_f64;
    for row in plain {
        count += 1.0;
        for (scale, factor) in row.iter().enumerate() {
            for (sum, value) in sums.row_mut(scale).iter_mut().zip(&row[..=scale]) {
                *sum += factor * value;
            }
        }
    }
    Matrix::from_fn(SCALE_COUNT, |row, column| sums.at(row.max(column), row.min(column)) / count.max(1.0))
}
