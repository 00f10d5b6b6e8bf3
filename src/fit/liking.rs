//! A loved, named activity speaks for the careers that are made of it, by the part of the answer that its scales neither
//! explain nor contradict.
//!
//! With `y` the answer less its level, and `e` what the estimate of the scales it loads on leads one to expect (both
//! in answer deviations), an activity adds `points · activity · r` to each career that names it, where `r = y - e` is what is
//! left of the answer. Where all else says the contrary, so that `e` lies on the other side of the middle, that counts
//! three times against it, `r = y + 3 e`, and `r` never crosses the middle: love alone does not stand against contrary answers, and
//! never speaks against its careers. The first answer under a level only tells it and adds nothing.

use super::direct::{Added, Additions, Known};
use super::matcher::Matcher;
use crate::assess::Measurement;
use crate::model::{CareerId, Group, QuestionId, Source};
use std::sync::Arc;

/// How often an expectation counts against an answer that contradicts it.
const CONTRADICTED: f64 = 3.0;

/// What these answers, in the questionnaire's order, add to the careers made of them.
pub(super) fn add_activities(matcher: &Matcher, answers: &[(QuestionId, u8)], known: Known<'_>) -> Additions {
    let added = |(question, value, careers, points): (QuestionId, u8, &Arc<[CareerId]>, f64)| {
        (Source::Activity { question, value }, Added::Alike(Arc::clone(careers), points))
    };
    score_activities(matcher, answers, known).map(added).collect()
}

/// The same as question, answer, careers and the points that each of them gets.
pub(super) fn score_activities<'m>(
    matcher: &'m Matcher,
    answers: &[(QuestionId, u8)],
    known: Known<'_>,
) -> impl Iterator<Item = (QuestionId, u8, &'m Arc<[CareerId]>, f64)> + use<'m> {
    let constants = &matcher.dataset.matching;
    // an activity is something that is enjoyed, so that it counts as much as interests do
    let factor = constants.points * constants.activity * known.weights[Group::Interests];
    let speaking = move |(question, value, residual): (QuestionId, u8, f64)| {
        let careers = matcher.activities.careers(question);
        let points = factor * residual;
        (!careers.is_empty() && points != 0.0).then_some((question, value, careers, points))
    };

    find_unexplained(&matcher.measurement, answers, known.estimate).into_iter().filter_map(speaking)
}

/// The answers under a level so far, counted from the first of them in whole steps, so that a constant added to all changes no bit.
#[derive(Clone, Copy, Default)]
struct Level {
    origin: Option<(u8, f64)>,
    /// Sum of the precisions, and of what is not explained by the scales times it.
    precision: f64,
    sum: f64,
}

/// By answer: the part of it that is not its level, and that its scales neither explain nor contradict, in answer
/// deviations.
fn find_unexplained(model: &Measurement, answers: &[(QuestionId, u8)], mean: &[f64]) -> Vec<(QuestionId, u8, f64)> {
    let mut levels = vec![Level::default(); model.levels()];
    let mut found = Vec::with_capacity(answers.len());
    for (question, value) in answers {
        let observation = model.observation(*question);
        let Some(number) = observation.level else { continue };
        let level = &mut levels[number];
        let (first, usual) = *level.origin.get_or_insert((*value, observation.usual));
        let steps = f64::from(i16::from(*value) - i16::from(first)) * model.step();
        let offset = steps - (observation.usual - usual);
        let expected: f64 = observation.loads.iter().map(|(scale, weight)| weight * mean[*scale]).sum();

        level.precision += 1.0 / observation.noise;
        level.sum += (offset - expected) / observation.noise;
        found.push((*question, *value, number, offset, expected));
    }

    // a level is known only after all answers under it
    let left = |(question, value, number, offset, expected): (QuestionId, u8, usize, f64, f64)| {
        let level = levels[number];
        let own = offset - level.sum / level.precision;
        let factor = if own * expected < 0.0 { CONTRADICTED } else { 1.0 };
        (question, value, (own.abs() - factor * expected.abs()).max(0.0).copysign(own))
    };
    found.into_iter().map(left).collect()
}
