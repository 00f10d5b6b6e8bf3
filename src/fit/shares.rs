//! Which answers moved the estimate, and by how much.

use super::matcher::Matcher;
use crate::assess::Posterior;
use crate::model::matrix::dot;
use crate::model::{Answers, QuestionId};

/// What one answer adds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    /// The question.
    pub question: QuestionId,
    /// The answer, 1–5.
    pub value: u8,
    /// How far it moves the estimate along the direction asked for.
    pub amount: f64,
    /// How far it lies above what the person answers in general under its level, beside what is usual.
    pub above: f64,
}

/// How far each answer moves the estimate along a direction of the scales, in the order of the answers.
///
/// The estimate is linear in the answers, `μ = Σ A' R⁻¹ (y - level)`, so that the shares add up to `direction · μ`. An answer
/// counts from what the person answers in general under its level.
pub fn shares(matcher: &Matcher, posterior: &Posterior, answers: &Answers, direction: &[f64]) -> Vec<Share> {
    let model = &matcher.measurement;
    let levels = model.levels();
    // answers without a level share the place behind the levels, from which nothing is taken off
    let level_of = |question: QuestionId| model.observation(question).level.unwrap_or(levels);
    let off = |question: QuestionId, value: u8| f64::from(value) * model.step() - model.observation(question).usual;

    let mut found: Vec<Share> = Vec::new();
    let (mut weights, mut pulls, mut offs) = (vec![0.0; levels + 1], vec![0.0; levels + 1], vec![0.0; levels + 1]);
    for (question, value) in answers.values() {
        let (under, weight) = (level_of(question), 1.0 / model.observation(question).noise);
        let pull = weight * dot(&posterior.along(model, question), direction);
        weights[under] += weight;
        pulls[under] += pull;
        offs[under] += weight * off(question, value);
        found.push(Share { question, value, amount: pull, above: 0.0 });
    }

    // a second walk, since a level is known only after all answers under it
    for share in &mut found {
        let under = level_of(share.question);
        let weight = 1.0 / model.observation(share.question).noise;
        let (level, usual) = if under < levels {
            (weight * pulls[under] / weights[under], offs[under] / weights[under])
        } else {
            (0.0, 0.0)
        };
        share.above = off(share.question, share.value) - usual;
        share.amount = (share.amount - level) * share.above;
    }
    found
}
