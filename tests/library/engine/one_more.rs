//! What one more answer would tell, and how odd one is that was given.

use crate::support::{answers, matcher};
use careerfit::assess::{Measurement, Posterior};
use careerfit::model::{Answers, Loading, QuestionId, SCALE_COUNT, ScaleId};

/// Somebody who answered every third question.
fn person() -> Answers {
    let questions = matcher().dataset.questionnaire.questions.len();
    answers((0..questions).step_by(3).map(|at| (at, 1 + u8::try_from(at * 7 % 5).expect("small"))))
}

/// Questions that were not answered yet.
fn unasked(given: &Answers) -> impl Iterator<Item = QuestionId> {
    let questions = u16::try_from(matcher().dataset.questionnaire.questions.len()).expect("few");
    (0..questions).map(QuestionId).filter(|question| given.get(*question).is_none()).step_by(5)
}

fn close(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-9
}

#[test]
fn what_an_answer_would_tell_is_what_it_tells_once_it_is_given() {
    let (matcher, given) = (matcher(), person());
    let model = &matcher.measurement;
    let before = Posterior::of(model, &given);
    for question in unasked(&given) {
        let (along, variance) = before.predict_answer(model, question);
        let mut after = before.clone();
        let told = after.update(model, question, 2).expect("its part has answers already");
        assert!(close(told.1, variance) && along.iter().zip(&told.0).all(|(a, b)| close(*a, *b)), "{question:?}");
        for scale in 0..SCALE_COUNT {
            for other in [scale, (scale * 31 + 7) % SCALE_COUNT] {
                let wanted = before.covariances(scale)[other] - along[scale] * along[other] / variance;
                assert!(close(after.covariances(scale)[other], wanted), "{question:?}: {scale} {other}");
            }
        }
    }
}

/// The answer that would leave every estimate where it is, found by giving two.
fn unmoved_by(model: &Measurement, before: &Posterior, question: QuestionId) -> f64 {
    let after = |value: u8| {
        let mut after = before.clone();
        after.update(model, question, value).expect("its part has answers already");
        after.mean().to_vec()
    };
    let (two, three) = (after(2), after(3));
    let along = |scale: usize| three[scale] - two[scale];
    let scale = (0..SCALE_COUNT).max_by(|a, b| along(*a).abs().total_cmp(&along(*b).abs())).expect("there are scales");
    2.0 + (before.mean()[scale] - two[scale]) / along(scale)
}

#[test]
fn the_expected_answer_is_the_one_that_would_change_no_estimate() {
    let (matcher, given) = (matcher(), person());
    let model = &matcher.measurement;
    let posterior = Posterior::of(model, &given);
    for question in unasked(&given) {
        let (expected, sd) = posterior.forecast_answer(model, question);
        let found = unmoved_by(model, &posterior, question);
        assert!((expected - found).abs() < 1e-7, "{question:?}: {expected} {found}");
        let noise = model.observation(question).noise;
        let variance = (sd * model.step()).powi(2) + noise;
        assert!(close(variance, posterior.predict_answer(model, question).1), "{question:?}");
        for value in 1..=5 {
            let off = (f64::from(value) - expected) * model.step() / noise.sqrt();
            assert!(close(posterior.standardize_residual(model, question, value), off), "{question:?}: {value}");
        }
    }
}

#[test]
fn before_the_first_answer_of_a_part_its_usual_answers_are_expected_and_may_be_far_off() {
    let matcher = matcher();
    let model = &matcher.measurement;
    let questions = &matcher.dataset.questionnaire.questions;
    let first_part = questions[0].part;
    let posterior = Posterior::of(model, &answers((0..20).map(|at| (at, if at % 2 == 0 { 5 } else { 2 }))));
    let later = questions.iter().position(|question| question.part != first_part).expect("there are more parts");
    for at in (later..questions.len()).step_by(7) {
        let question = QuestionId(u16::try_from(at).expect("a question"));
        let (expected, sd) = posterior.forecast_answer(model, question);
        let usual = questions[at].usual + posterior.predict_measure(model, question) / model.step();
        assert!(close(expected, usual), "{at}: {expected} {usual}");
        let measured = model.observation(question).project(&posterior.compute_covariance(model, question));
        let variance = measured + matcher.dataset.matching.level_sd.powi(2);
        assert!(close((sd * model.step()).powi(2), variance), "{at}");
        assert!(
            close(posterior.predict_answer(model, question).1, variance + model.observation(question).noise),
            "{at}"
        );
        assert!(close(posterior.standardize_residual(model, question, 5), 0.0), "it only sets the level");
    }
}

fn load(scale: usize, weight: f64) -> Loading {
    Loading { scale: ScaleId::new(scale).expect("a scale"), weight }
}

#[test]
fn a_preference_moves_the_two_apart_by_what_one_deviation_between_them_tells() {
    let model = &matcher().measurement;
    for weight in [0.4, 0.7, 1.0] {
        let (preferred, other) = ([load(2, weight)], [load(40, weight), load(7, 0.2)]);
        let mut posterior = Posterior::of(model, &person());
        let before = posterior.clone();
        let difference = |values: &[f64]| weight * (values[2] - values[40]) - 0.2 * values[7];
        let along: Vec<f64> = (0..SCALE_COUNT).map(|scale| difference(before.covariances(scale))).collect();
        let noise = (2.0 - 2.0 * weight * weight - 0.04_f64).max(0.5);
        let variance = difference(&along) + noise;
        posterior.update_preference(&preferred, &other);
        for (scale, along) in along.iter().enumerate() {
            let wanted = before.mean()[scale] + along / variance * (1.0 - difference(before.mean()));
            assert!(close(posterior.mean()[scale], wanted), "{weight}: {scale}");
            let wanted = before.covariances(scale)[scale] - along.powi(2) / variance;
            assert!(close(posterior.covariances(scale)[scale], wanted), "{weight}: {scale}");
        }
        assert!(difference(posterior.mean()) > difference(before.mean()));
    }
}
