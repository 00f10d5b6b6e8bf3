//! What the answers tell of a person, and how much they can tell of each career.

use super::metric::Metric;
use crate::assess::{Measurement, Posterior};
use crate::model::matrix::dot;
use crate::model::{Answers, Group, Matrix, QuestionId, SCALE_COUNT};

/// A posterior, and by career and group the variance that the career's part of the fit has over people who answer these
/// questions: `c' W (S₀ − Σ) W c`, `c` the whitened career, `W` the whitening, `S₀` prior and `Σ` posterior covariance.
///
/// Dividing by its root compares careers by what was asked: one whose leading scales were not asked about is not held
/// back, and one that everybody's answers point to is not put forward.
#[derive(Clone, Debug)]
pub struct Information {
    /// The estimate and its uncertainty.
    pub posterior: Posterior,
    told: Vec<[f64; 4]>,
}

impl Information {
    /// Before any answer.
    pub fn none(metric: &Metric, model: &Measurement) -> Self {
        Self { posterior: Posterior::prior(model), told: vec![[0.0; 4]; metric.white().len()] }
    }

    /// After all answers, in the questionnaire's order: the same answers give the same bits.
    pub fn of(metric: &Metric, model: &Measurement, answers: &Answers) -> Self {
        Self::new(metric, model, Posterior::of(model, answers))
    }

    /// What a posterior tells of each career.
    pub fn new(metric: &Metric, model: &Measurement, posterior: Posterior) -> Self {
        let told = told(metric, model, |scale| posterior.covariances(scale));
        Self { posterior, told }
    }

    /// By career and group: what could be told if every scale were known.
    pub fn everything(metric: &Metric, model: &Measurement) -> Vec<[f64; 4]> {
        told(metric, model, |_| &[0.0; SCALE_COUNT])
    }

    /// Takes one more answer in.
    pub fn update(&mut self, metric: &Metric, model: &Measurement, question: QuestionId, value: u8) {
        let Some((gain, variance)) = self.posterior.update(model, question, value) else { return };
        let gain = metric.through(&gain);
        for (told, white) in self.told.iter_mut().zip(metric.white()) {
            for (sum, along) in told.iter_mut().zip(products(white, &gain)) {
                *sum += along * along / variance;
            }
        }
    }

    /// By career and group: the variance of its part of the fit over people who answer these questions.
    pub fn told(&self) -> &[[f64; 4]] {
        &self.told
    }
}

/// The products of two vectors of scales, group by group.
pub(super) fn products<A: Copy + Into<f64>, B: Copy + Into<f64>>(a: &[A], b: &[B]) -> [f64; 4] {
    Group::ALL.map(|group| dot(&a[group.range()], &b[group.range()]))
}

/// By career and group: the variance of its parts that a covariance has lost against the prior.
pub(super) fn told<'c>(
    metric: &Metric,
    model: &Measurement,
    covariances: impl Fn(usize) -> &'c [f64],
) -> Vec<[f64; 4]> {
    let lost = lost(model, covariances);
    let lost = Group::ALL.map(|group| metric.through_both(group, &lost[group.index()]));
    metric.white().iter().map(|white| told_of(&lost, white)).collect()
}

/// What a covariance of the scales has lost against the prior, group by group.
pub(super) fn lost<'c>(model: &Measurement, covariances: impl Fn(usize) -> &'c [f64]) -> [Matrix; 4] {
    Group::ALL.map(|group| {
        let (start, size) = (group.range().start, group.range().len());
        Matrix::from_fn(size, |row, column| {
            model.prior().at(start + row, start + column) - covariances(start + row)[start + column]
        })
    })
}

/// The variance of one career's parts in what was lost: its ray where that is of plain scales, else its whitened ratings.
pub(super) fn told_of<V: Copy + Into<f64>>(lost: &[Matrix; 4], career: &[V; SCALE_COUNT]) -> [f64; 4] {
    Group::ALL.map(|group| quadratic(&lost[group.index()], &career[group.range()]))
}

/// `x' M x` of a symmetric matrix, from its lower half.
fn quadratic<V: Copy + Into<f64>>(matrix: &Matrix, vector: &[V]) -> f64 {
    let row = |(at, own): (usize, &V)| {
        let own: f64 = (*own).into();
        own * (2.0 * dot(&matrix.row(at)[..at], &vector[..at]) + matrix.at(at, at) * own)
    };
    vector.iter().enumerate().map(row).sum::<f64>().max(0.0)
}
