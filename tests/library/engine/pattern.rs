//! What everybody shares who answered the same questions: it must be what each of them would get alone.

use super::anybody;
use crate::support::{answers, matcher};
use careerfit::assess::{PatternPosterior, Posterior, Precision, Retest, RetestPattern};
use careerfit::model::{QuestionId, SCALE_COUNT};
use proptest::prelude::*;

/// The values that somebody gave, in the questionnaire's order.
fn values(person: Vec<(usize, u8)>) -> Vec<(QuestionId, u8)> {
    let mut values: Vec<(QuestionId, u8)> = answers(person).values().collect();
    values.sort_unstable();
    values
}

fn pattern(given: &[(QuestionId, u8)]) -> PatternPosterior {
    let matcher = matcher();
    let precision = Precision::new(&matcher.measurement).expect("nothing is learnt from others");
    precision
        .condition_on(&matcher.measurement, given.iter().map(|(question, _)| *question).collect())
        .expect("it is one")
}

fn far_apart(one: &[f64], other: &[f64]) -> f64 {
    assert_eq!(one.len(), other.len());
    one.iter().zip(other).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn a_pattern_gives_the_posterior_that_each_would_get_alone(person in anybody()) {
        let (matcher, given) = (matcher(), values(person.clone()));
        let (model, known) = (&matcher.measurement, pattern(&given));
        let alone = Posterior::of(model, &answers(person));
        let estimate = known.estimate(model, &given);
        prop_assert!(far_apart(&estimate, alone.mean()) < 1e-8);
        for scale in 0..SCALE_COUNT {
            prop_assert!(far_apart(known.covariances(scale), alone.covariances(scale)) < 1e-8);
        }
        for (question, _) in &given {
            prop_assert!(far_apart(&known.compute_covariance(model, *question), &alone.compute_covariance(model, *question)) < 1e-8);
        }
        let mut added_up = vec![0.0; SCALE_COUNT];
        for (gain, offset) in known.compute_gains(model).iter().zip(known.compute_offsets(model, &given)) {
            added_up.iter_mut().zip(gain).for_each(|(sum, gain)| *sum += gain * offset);
        }
        prop_assert!(far_apart(&added_up, &estimate) < 1e-8, "each answer moves it by its gain");
    }

    #[test]
    fn a_pattern_gives_the_fresh_estimates_that_each_would_get_alone(person in anybody()) {
        let (matcher, given) = (matcher(), values(person.clone()));
        let (model, known) = (&matcher.measurement, pattern(&given));
        let posterior = Posterior::of(model, &answers(person.clone()));
        let alone = Retest::new(model, &posterior, &answers(person));
        let shared = RetestPattern::new(model, &known).predict_retest(model, &known.estimate(model, &given));
        prop_assert!(far_apart(&shared.mean, &alone.mean) < 1e-7);
        prop_assert!(far_apart(shared.root.values(), alone.root.values()) < 1e-5);
    }
}

/// By question: how the estimate of every scale moves when its answer is one deviation higher, found by changing it.
fn moves(given: &[(QuestionId, u8)]) -> Vec<Vec<f64>> {
    let model = &matcher().measurement;
    let estimate = |given: &[(QuestionId, u8)]| {
        let person = given.iter().map(|(question, value)| (question.index(), *value));
        Posterior::of(model, &answers(person)).mean().to_vec()
    };
    let before = estimate(given);
    let moved = |at: usize| {
        let mut higher = given.to_vec();
        higher[at].1 += 1;
        let after = estimate(&higher);
        after.iter().zip(&before).map(|(after, before)| (after - before) / model.step()).collect()
    };
    (0..given.len()).map(moved).collect()
}

#[test]
fn another_sitting_is_what_fresh_answers_would_be_estimated_at() {
    let matcher = matcher();
    let model = &matcher.measurement;
    let person: Vec<(usize, u8)> = (0..matcher.dataset.questionnaire.questions.len())
        .step_by(3)
        .map(|question| (question, 1 + u8::try_from(question * 7 % 4).expect("small")))
        .collect();
    let given = values(person.clone());
    let moves = moves(&given);
    let posterior = Posterior::of(model, &answers(person.clone()));
    let retest = Retest::new(model, &posterior, &answers(person));

    let observation = |at: usize| model.observation(given[at].0);
    let expected: Vec<f64> = (0..given.len()).map(|at| observation(at).project(posterior.mean())).collect();
    let covariance = |row: usize, column: usize| {
        let shared = observation(column).project(&posterior.compute_covariance(model, given[row].0));
        shared + if row == column { observation(row).noise } else { 0.0 }
    };
    let sum = |scale: usize, times: &[f64]| moves.iter().zip(times).map(|(by, times)| by[scale] * times).sum::<f64>();
    for scale in 0..SCALE_COUNT {
        assert!((retest.mean[scale] - sum(scale, &expected)).abs() < 1e-7, "{scale}");
    }
    for (scale, other) in [(0, 0), (0, 1), (3, 8), (30, 30), (60, 2), (94, 94)] {
        let with_other: Vec<f64> = (0..given.len())
            .map(|row| sum(other, &(0..given.len()).map(|at| covariance(row, at)).collect::<Vec<_>>()))
            .collect();
        let wanted = model.retest_spread() * sum(scale, &with_other);
        let found: f64 = (0..SCALE_COUNT).map(|at| retest.root.at(scale, at) * retest.root.at(other, at)).sum();
        assert!((found - wanted).abs() < 1e-7, "{scale} {other}: {found} {wanted}");
    }
}
