//! What is known of people by which questions they answered, apart from what they answered: for many people at once.

use super::measurement::Measurement;
use super::products::view_as_array;
use crate::model::matrix::add;
use crate::model::{Matrix, QuestionId, SCALE_COUNT};
use ndarray::Array2;

/// The prior's precision: a posterior for any set of questions from it takes one inverse instead of a step an answer.
#[derive(Clone, Debug)]
pub struct Precision {
    prior: Matrix,
}

/// The posterior of everybody who answered the same questions.
///
/// In the form of information: `Σ = (S₀⁻¹ + Aᵀ P A)⁻¹` and `μ = Σ Aᵀ P y`, where `P` is the answers' precision with the
/// levels projected out. The same as [`super::Posterior`] up to rounding, which a test holds.
#[derive(Clone, Debug)]
pub struct PatternPosterior {
    asked: Vec<QuestionId>,
    origins: Vec<Origin>,
    covariance: Matrix,
    levels: Vec<Level>,
}

/// What an answer is counted from: the first question asked under its level, by its place among those asked, and how much
/// more is usual than there.
#[derive(Clone, Copy, Debug)]
struct Origin {
    first: usize,
    usual: f64,
}

/// A level: how its answers together stand to the scales.
#[derive(Clone, Debug)]
struct Level {
    /// The first question asked, from which answers are counted, by its place among those asked.
    first: Option<usize>,
    /// Sum of the answers' precisions.
    total: f64,
    /// By scale: their sum, each times how the answer loads on it.
    sums: Vec<f64>,
}

impl Precision {
    /// The prior's precision; `None` where learnt covariances make answers states of their own, which has none.
    pub fn new(model: &Measurement) -> Option<Self> {
        let plain = model.prior().size() == SCALE_COUNT;
        Some(Self { prior: plain.then(|| model.prior().inverse())?? })
    }

    /// What is known after answers to these questions, each named once, in the questionnaire's order.
    pub fn condition_on(&self, model: &Measurement, asked: Vec<QuestionId>) -> Option<PatternPosterior> {
        let mut precision = self.prior.clone();
        let empty = Level { first: None, total: 0.0, sums: vec![0.0; SCALE_COUNT] };
        let mut levels = vec![empty; model.levels()];
        for (at, question) in asked.iter().enumerate() {
            let observation = model.observation(*question);
            let level = &mut levels[observation.level?];
            level.first.get_or_insert(at);
            level.total += 1.0 / observation.noise;
            for (scale, weight) in &observation.loads {
                level.sums[*scale] += weight / observation.noise;
                for (other, factor) in &observation.loads {
                    *precision.at_mut(*scale, *other) += weight * factor / observation.noise;
                }
            }
        }

        // the flat prior of a level takes away what the answers under it tell in common
        for level in levels.iter().filter(|level| level.first.is_some()) {
            for (scale, sum) in level.sums.iter().enumerate().filter(|(_, sum)| **sum != 0.0) {
                add(precision.row_mut(scale), -sum / level.total, &level.sums);
            }
        }

        let origin = |(at, question): (usize, &QuestionId)| {
            let observation = model.observation(*question);
            let first = observation.level.and_then(|number| levels[number].first).unwrap_or(at);
            Origin { first, usual: observation.usual - model.observation(asked[first]).usual }
        };
        let origins = asked.iter().enumerate().map(origin).collect();
        Some(PatternPosterior { asked, origins, covariance: precision.inverse()?, levels })
    }
}

impl PatternPosterior {
    /// The questions that were answered.
    pub fn questions(&self) -> &[QuestionId] {
        &self.asked
    }

    /// Covariances of one scale with all others.
    pub fn covariances(&self, scale: usize) -> &[f64] {
        self.covariance.row(scale)
    }

    /// Covariance of every scale with what a question measures, its level left out.
    pub fn compute_covariance(&self, model: &Measurement, question: QuestionId) -> Vec<f64> {
        let mut along = vec![0.0; SCALE_COUNT];
        for (scale, weight) in &model.observation(question).loads {
            add(&mut along, *weight, self.covariance.row(*scale));
        }
        along
    }

    /// How far each answer lies from the first one under its level, both less their usual answers, in answer deviations:
    /// what the estimate is linear in. `given` are the answers to the questions asked, in their order.
    pub fn compute_offsets(&self, model: &Measurement, given: &[(QuestionId, u8)]) -> impl Iterator<Item = f64> {
        let step = model.step();
        given.iter().zip(&self.origins).map(move |((_, value), origin)| {
            let steps = i16::from(*value) - i16::from(given[origin.first].1);
            f64::from(steps) * step - origin.usual
        })
    }

    /// The estimate of every scale after these answers to the questions asked, in their order.
    pub fn estimate(&self, model: &Measurement, given: &[(QuestionId, u8)]) -> Vec<f64> {
        let mut told = vec![0.0; SCALE_COUNT];
        let mut of_levels = vec![0.0; self.levels.len()];
        for (question, offset) in self.asked.iter().zip(self.compute_offsets(model, given)) {
            let observation = model.observation(*question);
            for (scale, weight) in &observation.loads {
                told[*scale] += weight * offset / observation.noise;
            }
            if let Some(number) = observation.level {
                of_levels[number] += offset / observation.noise;
            }
        }

        for (level, sum) in self.levels.iter().zip(of_levels).filter(|(level, _)| level.first.is_some()) {
            add(&mut told, -sum / level.total, &level.sums);
        }

        self.covariance.multiply(&told)
    }

    /// By question asked: how much the estimate of each scale moves with its answer, in answer deviations.
    pub fn compute_gains(&self, model: &Measurement) -> Vec<Vec<f64>> {
        let mut told = Array2::zeros((self.asked.len(), SCALE_COUNT));
        for (question, mut told) in self.asked.iter().zip(told.rows_mut()) {
            let (observation, told) = (model.observation(*question), told.as_slice_mut().unwrap_or_default());
            for (scale, weight) in &observation.loads {
                told[*scale] += weight / observation.noise;
            }
            if let Some(level) = observation.level.map(|number| &self.levels[number]) {
                add(told, -1.0 / (observation.noise * level.total), &level.sums);
            }
        }

        // the covariance is symmetric, so that its rows do as well as its columns
        told.dot(&view_as_array(&self.covariance)).rows().into_iter().map(|gains| gains.to_vec()).collect()
    }
}
