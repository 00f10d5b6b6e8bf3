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
pub fn compute_shares(matcher: &Matcher, posterior: &Posterior, answers: &Answers, direction: &[f64]) -> Vec<Share> {
    let model = &matcher.measurement;
    let levels = model.levels();
    // answers without a level share the place behind the levels, from which nothing is taken off
    let level_of = |question: QuestionId| model.observation(question).level.unwrap_or(levels);
    let off = |question: QuestionId, value: u8| f64::from(value) * model.step() - model.observation(question).usual;

    let mut found: Vec<Share> = Vec::new();
    let (mut weights, mut pulls, mut offs) = (vec![0.0; levels + 1], vec![0.0; levels + 1], vec![0.0; levels + 1]);
    for (question, value) in answers.values() {
        let (under, weight) = (level_of(question), 1.0 / model.observation(question).noise);
        let pull = weight * dot(&posterior.compute_covariance(model, question), direction);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped::load_shipped;
    use crate::fit::Evidence;
    use crate::model::{Rating, Response, SCALE_COUNT};

    #[test]
    fn the_shares_of_all_answers_add_up_to_the_estimate_and_above_a_level_they_weigh_nothing() {
        let matcher = Matcher::new(load_shipped().expect("the shipped data"));
        let model = &matcher.measurement;
        let value = |at: u16| Response::Value(Rating::nearest(f64::from(1 + at * 7 % 5)));
        let answers: Answers = (0..100).map(|at| (QuestionId(at), value(at))).collect();
        let posterior = Evidence::of(&matcher.metric, model, &answers).posterior;

        for scale in [0, 3, 20, 50, 80] {
            let mut direction = vec![0.0; SCALE_COUNT];
            direction[scale] = 1.0;
            let found = compute_shares(&matcher, &posterior, &answers, &direction);
            let sum: f64 = found.iter().map(|share| share.amount).sum();
            assert!((sum - posterior.mean()[scale]).abs() < 1e-9, "{sum} of {}", posterior.mean()[scale]);

            for level in 0..model.levels() {
                let under = found.iter().filter(|share| model.observation(share.question).level == Some(level));
                let above: f64 = under.map(|share| share.above / model.observation(share.question).noise).sum();
                assert!(above.abs() < 1e-9, "level {level}: {above}");
            }
        }

        let found = compute_shares(&matcher, &posterior, &answers, &[0.0; SCALE_COUNT]);
        let level = |share: &Share| model.observation(share.question).level;
        let (one, rest) = found.split_first().expect("shares");
        let other = rest.iter().find(|other| level(other) == level(one)).expect("another answer under the level");
        let off = |share: &Share| f64::from(share.value) * model.step() - model.observation(share.question).usual;
        assert!((one.above - other.above - (off(one) - off(other))).abs() < 1e-9, "counted in answer deviations");
    }
}
