//! What the answers tell of a person, and how much they can tell of each career.

use super::metric::Metric;
use crate::assess::{Measurement, Posterior};
use crate::model::matrix::dot;
use crate::model::{Answers, Group, QuestionId, SCALE_COUNT};

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
        Self { posterior: Posterior::prior(model), told: vec![[0.0; 4]; metric.rays().len()] }
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
        for (told, ray) in self.told.iter_mut().zip(metric.rays()) {
            for (sum, along) in told.iter_mut().zip(products(ray, &gain)) {
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

/// The variance of each career's parts that a covariance has lost against the prior.
fn told<'c>(metric: &Metric, model: &Measurement, covariances: impl Fn(usize) -> &'c [f64]) -> Vec<[f64; 4]> {
    let lost = lost(model, covariances);
    metric.rays().iter().map(|ray| told_of(&lost, ray)).collect()
}

/// What a covariance of the scales has lost against the prior.
pub(super) fn lost<'c>(model: &Measurement, covariances: impl Fn(usize) -> &'c [f64]) -> Vec<Vec<f64>> {
    (0..SCALE_COUNT)
        .map(|scale| {
            let rows = model.prior().row(scale).iter().zip(covariances(scale));
            rows.map(|(before, after)| before - after).collect()
        })
        .collect()
}

/// The variance of one career's parts in what was lost; `ray` is the career's.
pub(super) fn told_of(lost: &[Vec<f64>], ray: &[f32; SCALE_COUNT]) -> [f64; 4] {
    Group::ALL.map(|group| quadratic(lost, ray, group))
}

/// `x' M x` over a group's scales of a symmetric matrix, from its lower half.
fn quadratic(matrix: &[Vec<f64>], vector: &[f32; SCALE_COUNT], group: Group) -> f64 {
    let start = group.range().start;
    let row = |scale: usize| {
        let below = dot(&matrix[scale][start..scale], &vector[start..scale]);
        let own = f64::from(vector[scale]);
        own * (2.0 * below + matrix[scale][scale] * own)
    };
    group.range().map(row).sum::<f64>().max(0.0)
}
