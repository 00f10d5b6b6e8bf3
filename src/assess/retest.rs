//! What the same person would be estimated at if they answered the same questions again.

use super::measurement::Measurement;
use super::pattern_posterior::PatternPosterior;
use super::posterior::Posterior;
use super::products::view_as_array;
use crate::model::{Answers, Matrix, QuestionId, SCALE_COUNT};
use ndarray::{Array1, Array2};
use std::sync::Arc;

/// Keeps the Cholesky root defined where few answers leave directions without any spread.
const JITTER: f64 = 1e-9;

/// The distribution of a fresh estimate: normal with this mean, and covariance `root · rootᵀ`.
///
/// The estimate is linear in the answers, `μ* = G (A θ + e)` with `G = Σ Aᵀ P`, where `P` is the answers' precision with
/// the levels taken out. With θ from the posterior and fresh noise e, `μ*` has mean `G A μ` and covariance
/// `G (A Σ Aᵀ + R) Gᵀ`.
#[derive(Clone, Debug)]
pub struct Retest {
    /// Mean of the fresh estimate by scale.
    pub mean: Vec<f64>,
    /// Lower triangular root of its covariance.
    pub root: Arc<Matrix>,
}

/// What the fresh estimates of everybody share who answered the same questions.
#[derive(Clone, Debug)]
pub struct RetestPattern {
    asked: Vec<QuestionId>,
    /// By scale and question asked: how far the estimate moves with the answer (the rows of `G`).
    gains: Array2<f64>,
    root: Arc<Matrix>,
}

impl RetestPattern {
    /// The same for all whose posterior this is.
    pub fn new(model: &Measurement, known: &PatternPosterior) -> Self {
        Self::from_parts(model, known.questions().to_vec(), &known.compute_gains(model), |question| {
            known.compute_covariance(model, question)
        })
    }

    /// From how far each answer moves the estimate, and the covariance of every state with what a question measures.
    fn from_parts(
        model: &Measurement,
        asked: Vec<QuestionId>,
        gains: &[Vec<f64>],
        states: impl Fn(QuestionId) -> Vec<f64>,
    ) -> Self {
        let fresh = compute_fresh_covariance(model, &asked, states);
        let gains = Array2::from_shape_fn((SCALE_COUNT, asked.len()), |(scale, answer)| gains[answer][scale]);
        let covariance = gains.dot(&view_as_array(&fresh)).dot(&gains.t());

        let total = Matrix::from_fn(SCALE_COUNT, |row, column| {
            let jitter = if row == column { JITTER } else { 0.0 };
            model.retest_spread() * covariance[(row, column)] + jitter
        });
        let root = total.cholesky().unwrap_or_else(|| Matrix::zeros(SCALE_COUNT));
        Self { asked, gains, root: Arc::new(root) }
    }

    /// The fresh estimate of somebody who is estimated at this.
    pub fn predict_retest(&self, model: &Measurement, estimate: &[f64]) -> Retest {
        let expected: Array1<f64> =
            self.asked.iter().map(|question| model.observation(*question).project(estimate)).collect();
        Retest { mean: self.gains.dot(&expected).to_vec(), root: Arc::clone(&self.root) }
    }
}

impl Retest {
    /// The fresh estimate after these answers.
    pub fn new(model: &Measurement, posterior: &Posterior, answers: &Answers) -> Self {
        let asked = collect_asked(answers);
        let gains = compute_gains(model, posterior, &asked);
        RetestPattern::from_parts(model, asked, &gains, |question| posterior.compute_state_covariance(model, question))
            .predict_retest(model, posterior.states())
    }

    /// How far the estimate of every scale moves when an answer moves by one answer deviation, by question.
    pub fn compute_gains_by_question(
        model: &Measurement,
        posterior: &Posterior,
        answers: &Answers,
    ) -> Vec<(QuestionId, Vec<f64>)> {
        let asked = collect_asked(answers);
        let gains = compute_gains(model, posterior, &asked);
        asked.into_iter().zip(gains).collect()
    }
}

/// The questions with an answer that is evidence, in the questionnaire's order.
fn collect_asked(answers: &Answers) -> Vec<QuestionId> {
    let mut asked: Vec<QuestionId> = answers.values().map(|(question, _)| question).collect();
    asked.sort_unstable();
    asked
}

/// By question asked: how much the estimate of each scale moves with its answer (the columns of `G`).
fn compute_gains(model: &Measurement, posterior: &Posterior, asked: &[QuestionId]) -> Vec<Vec<f64>> {
    let along: Vec<Vec<f64>> = asked.iter().map(|question| posterior.compute_covariance(model, *question)).collect();
    let mut gains = Vec::with_capacity(asked.len());
    for (at, question) in asked.iter().enumerate() {
        let observation = model.observation(*question);
        let same = || {
            asked
                .iter()
                .enumerate()
                .filter(|(_, q)| observation.level.is_some() && model.observation(**q).level == observation.level)
        };

        let total: f64 = same().map(|(_, q)| 1.0 / model.observation(*q).noise).sum();
        let mut gain: Vec<f64> = along[at].iter().map(|value| value / observation.noise).collect();

        // the level of its part moves with an answer as well, by the answer's share of all that the part tells
        for (other, q) in same() {
            let share = 1.0 / model.observation(*q).noise / observation.noise / total;
            for (sum, value) in gain.iter_mut().zip(&along[other]) {
                *sum -= share * value;
            }
        }
        gains.push(gain);
    }
    gains
}

/// Covariance of fresh answers to these questions, the levels left out: `A Σ Aᵀ + R`.
fn compute_fresh_covariance(
    model: &Measurement,
    asked: &[QuestionId],
    states: impl Fn(QuestionId) -> Vec<f64>,
) -> Matrix {
    let states: Vec<Vec<f64>> = asked.iter().map(|question| states(*question)).collect();
    Matrix::from_fn(asked.len(), |row, column| {
        let shared = model.observation(asked[column]).project(&states[row]);
        shared + if row == column { model.observation(asked[row]).noise } else { 0.0 }
    })
}
