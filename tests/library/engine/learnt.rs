//! Questionnaires that carry covariances learnt from other people: what is learnt counts as it was learnt, and the scales
//! that no learnt question measures follow as the catalogue has them.

use crate::support::answers;
use careerfit::assess::{Posterior, Retest};
use careerfit::content::shipped::load_shipped;
use careerfit::fit::{Evidence, Matcher};
use careerfit::model::questionnaire::Covariance;
use careerfit::model::{Group, Matrix, QuestionId, Questionnaire, SCALE_COUNT};

/// Places of ten questions on activities.
const ITEMS: [usize; 10] = [0, 6, 12, 18, 24, 30, 36, 42, 48, 54];

/// A questionnaire of ten interest items whose covariances were learnt: two factors and a common level.
fn learnt() -> Matcher {
    let mut dataset = load_shipped().expect("the shipped data is whole");
    let items = ITEMS;
    let shared =
        |a: usize, b: usize| 0.3 + 0.5 * f64::from(u8::from(a % 2 == b % 2)) + 0.6 * f64::from(u8::from(a == b));
    let values = (0..items.len() * items.len()).map(|at| shared(at / items.len(), at % items.len())).collect();
    let questions = items.iter().map(|item| QuestionId(u16::try_from(*item).expect("a question"))).collect();
    dataset.questionnaire.covariance = Some(Covariance { questions, values });
    Matcher::new(dataset)
}

#[test]
fn with_learnt_covariances_the_posterior_is_the_normal_one_given_the_answers() {
    let matcher = learnt();
    let model = &matcher.measurement;
    let given = answers(ITEMS.into_iter().zip([5, 1, 4, 2, 5, 1, 4, 2, 5, 3]));
    let values: Vec<(QuestionId, u8)> = given.values().collect();
    let state = |at: usize| model.observation(values[at].0).loads[0].0;
    let total = Matrix::from_fn(values.len(), |row, column| {
        let noise = if row == column { model.observation(values[row].0).noise } else { 0.0 };
        model.prior().at(state(row), state(column)) + noise
    });
    let seen: Vec<f64> =
        values.iter().map(|(q, value)| f64::from(*value) * model.step() - model.observation(*q).usual).collect();
    let solved = total.solve(&seen).expect("positive definite");
    let posterior = Posterior::of(model, &given);
    for scale in 0..SCALE_COUNT {
        let wanted: f64 = (0..values.len()).map(|at| model.prior().at(scale, state(at)) * solved[at]).sum();
        assert!((posterior.mean()[scale] - wanted).abs() < 1e-8, "{scale}");
    }
    let joint = model.prior();
    let jitter = Matrix::from_fn(joint.size(), |r, c| joint.at(r, c) + if r == c { 1e-9 } else { 0.0 });
    assert!(jitter.cholesky().is_some(), "a covariance");
    assert!((joint.at(0, 0) - 1.0).abs() < 1e-9, "a scale keeps its variance");
}

#[test]
fn an_answer_with_learnt_covariances_tells_of_the_ones_that_go_with_it() {
    let matcher = learnt();
    let model = &matcher.measurement;
    let mut posterior = Posterior::prior(model);
    let before = posterior.predict_answer(model, QuestionId(12)).1;
    posterior.update(model, QuestionId(0), 5);
    assert!(posterior.predict_measure(model, QuestionId(12)) > 0.3, "an item that goes with it is expected higher");
    assert!(posterior.predict_answer(model, QuestionId(12)).1 < 0.9 * before);
    let retest = Retest::new(model, &posterior, &answers([(0, 5)]));
    assert!(retest.mean.iter().all(|value| value.is_finite()));
}

#[test]
fn how_odd_an_answer_is_goes_by_what_all_the_others_suggest() {
    let matcher = learnt();
    let model = &matcher.measurement;
    let given: Vec<(usize, u8)> = ITEMS.into_iter().zip([5, 1, 4, 2, 5, 1, 4, 2, 5, 3]).collect();
    let all = Posterior::of(model, &answers(given.clone()));
    for (at, value) in &given {
        let question = QuestionId(u16::try_from(*at).expect("a question"));
        let others = Posterior::of(model, &answers(given.iter().copied().filter(|(other, _)| other != at)));
        let off = f64::from(*value) * model.step()
            - model.observation(question).usual
            - others.predict_measure(model, question);
        let wanted = off / others.predict_answer(model, question).1.sqrt();
        let found = all.standardize_residual(model, question, *value);
        assert!((found - wanted).abs() < 1e-6, "{at}: {found} {wanted}");
    }
}

/// Some questions and what was learnt of the answers to them.
fn mixed() -> (Matcher, Vec<usize>, Matrix) {
    let mut dataset = load_shipped().expect("the shipped data is whole");
    let questions = mixed_questions(&mut dataset.questionnaire);
    let learnt = Matrix::from_fn(questions.len(), |a, b| {
        let (a_own, b_own) = (1.0 + 0.1 * a as f64, 1.0 + 0.1 * b as f64);
        0.2 * a_own * b_own + if a == b { 0.5 + 0.05 * a as f64 } else { 0.02 * ((a + b) % 3) as f64 }
    });
    let ids = questions.iter().map(|at| QuestionId(u16::try_from(*at).expect("a question"))).collect();
    dataset.questionnaire.covariance = Some(Covariance { questions: ids, values: learnt.values().to_vec() });
    (Matcher::new(dataset), questions, learnt)
}

/// Three questions on each of two interests, one of them turned round, and one on a style, which is reversed as it is.
fn mixed_questions(questionnaire: &mut Questionnaire) -> Vec<usize> {
    let mains: Vec<_> = questionnaire.questions.iter().map(careerfit::model::Question::main_scale).collect();
    let all = || 0..mains.len();
    let other = all().find(|at| mains[*at] != mains[0]).expect("there are six interests");
    let reversed = all().find(|at| questionnaire.questions[*at].is_reversed()).expect("some are reversed");
    let like = |first: usize| all().filter(|at| mains[*at] == mains[first]).take(3).collect::<Vec<_>>();
    let mut chosen = [like(0), like(other), vec![reversed]].concat();
    chosen.sort_unstable();
    assert_eq!(chosen.len(), 7);
    for load in &mut questionnaire.questions[chosen[1]].loads {
        load.weight = -load.weight;
    }
    chosen
}

#[test]
fn learnt_answers_vary_as_they_were_learnt_to_and_a_fiftieth_of_it_is_their_own_noise() {
    let (matcher, questions, learnt) = mixed();
    let (model, step) = (&matcher.measurement, matcher.measurement.step());
    for (a, question) in questions.iter().enumerate() {
        let noise = model.observation(QuestionId(u16::try_from(*question).expect("a question"))).noise;
        assert!((noise - 0.02 * learnt.at(a, a) * step * step).abs() < 1e-12);
        for b in 0..questions.len() {
            let shared = model.prior().at(SCALE_COUNT + a, SCALE_COUNT + b);
            assert!((shared - 0.98 * learnt.at(a, b) * step * step).abs() < 1e-12, "{a} {b}");
        }
    }
}

#[test]
fn a_measured_scale_is_the_sum_of_its_own_learnt_questions_with_reversed_ones_turned() {
    let (matcher, questions, _) = mixed();
    let shipped = super::matcher();
    let (joint, before) = (matcher.measurement.prior(), shipped.measurement.prior());
    let questionnaire = &matcher.dataset.questionnaire;
    let of = |at: usize| &questionnaire.questions[questions[at]];
    for scale in questions.iter().filter_map(|at| Some(questionnaire.questions[*at].main_scale()?.index())) {
        let sign = |at: usize| match of(at).main_scale().is_some_and(|main| main.index() == scale) {
            true if of(at).is_reversed() => -1.0,
            is_own => f64::from(u8::from(is_own)),
        };
        let with_sum = |b: usize| -> f64 {
            (0..questions.len()).map(|a| sign(a) * joint.at(SCALE_COUNT + a, SCALE_COUNT + b)).sum()
        };
        let variance: f64 = (0..questions.len()).map(|b| sign(b) * with_sum(b)).sum();
        assert!((joint.at(scale, scale) - before.at(scale, scale)).abs() < 1e-9, "it keeps its variance");
        let factor = (before.at(scale, scale) / variance).sqrt();
        for b in 0..questions.len() {
            let found = joint.at(scale, SCALE_COUNT + b);
            assert!((found - factor * with_sum(b)).abs() < 1e-9, "{scale} {b}: {found}");
            assert!((found - joint.at(SCALE_COUNT + b, scale)).abs() < 1e-12);
        }
    }
}

#[test]
fn every_other_scale_follows_from_the_measured_ones_as_in_the_catalogue() {
    let (matcher, questions, _) = mixed();
    let shipped = super::matcher();
    let (joint, before) = (matcher.measurement.prior(), shipped.measurement.prior());
    let questionnaire = &matcher.dataset.questionnaire;
    let mut measured: Vec<usize> =
        questions.iter().filter_map(|at| Some(questionnaire.questions[*at].main_scale()?.index())).collect();
    measured.sort_unstable();
    measured.dedup();
    let of = |prior: &Matrix, scale: usize| {
        let block = Matrix::from_fn(measured.len(), |a, b| prior.at(measured[a], measured[b]));
        let with: Vec<f64> = measured.iter().map(|known| prior.at(scale, *known)).collect();
        let weights = block.solve(&with).expect("positive definite");
        (weights, with)
    };
    let others = || (0..SCALE_COUNT).filter(|scale| !measured.contains(scale));
    for scale in others() {
        let ((weights, _), (same, _)) = (of(joint, scale), of(before, scale));
        assert!(weights.iter().zip(&same).all(|(a, b)| (a - b).abs() < 1e-7), "{scale}: {weights:?} {same:?}");
        for other in others() {
            let rest = |prior: &Matrix| {
                let explained: f64 = of(prior, scale).0.iter().zip(of(prior, other).1).map(|(a, b)| a * b).sum();
                prior.at(scale, other) - explained
            };
            assert!((rest(joint) - rest(before)).abs() < 1e-7, "{scale} {other}");
        }
    }
}

#[test]
fn one_answer_at_a_time_tells_what_all_at_once_tell_with_learnt_covariances_too() {
    let matcher = learnt();
    let given = answers(ITEMS.into_iter().zip([5, 1, 4, 2, 5, 1, 4, 2, 5, 3]));
    let mut one_by_one = Evidence::none(&matcher.metric, &matcher.measurement);
    for (question, value) in given.values() {
        one_by_one.update(&matcher.metric, &matcher.measurement, question, value);
    }
    let at_once = Evidence::of(&matcher.metric, &matcher.measurement, &given);
    let (one, other) = (one_by_one.evidence().values(), at_once.evidence().values());
    assert!(one.iter().zip(other).all(|(one, other)| (one - other).abs() < 1e-6));
    for (one, other) in one_by_one.explained_variance().iter().zip(at_once.explained_variance()) {
        assert!(Group::ALL.into_iter().all(|group| (one[group] - other[group]).abs() < 1e-6), "{one:?} {other:?}");
    }
}
