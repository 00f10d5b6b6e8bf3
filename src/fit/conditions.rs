//! Training and work context as evidence of their own. Both are assumed: nobody's answers to them are known together with
//! their career.
//!
//! Training counts one way only: a career that needs more than somebody is ready for loses up to `training_loss` points, in
//! proportion to what is missing; one that needs less loses nothing. What the present or last job took counts as had for the
//! careers of its family. A liked context adds the logarithm of the likelihood for people who lie `context_slope` of their
//! career's standardised figure from the middle of that liking.

use super::direct::{Added, Additions};
use super::matcher::Matcher;
use crate::model::condition::Wish;
use crate::model::{Answers, Career, CareerId, Condition, Source};

/// Months missing from which a career loses all that it can.
const ALL_LOST: f64 = 24.0;
/// Standard deviations beyond which more of a context makes no difference.
const MOST: f64 = 2.0;

/// What answers on training and context add to careers, or take from them.
pub(super) fn condition_additions(matcher: &Matcher, answers: &Answers) -> Additions {
    let conditions = &matcher.dataset.questionnaire.conditions;
    let added = |(place, choice): (usize, usize)| {
        let condition = conditions.get(place)?;
        let careers = match condition.choices.get(choice)?.says {
            Wish::Anything => return None,
            Wish::AtMost(ready) => missing(matcher, condition, ready, answers.present_job()),
            Wish::Likes(wanted) => liked(matcher, condition, wanted),
        };
        Some((Source::Condition { place, choice }, Added::Each(careers)))
    };

    answers.conditions().filter_map(added).collect()
}

/// What careers lose that need more than somebody is ready for; those that lose nothing are left out.
fn missing(matcher: &Matcher, condition: &Condition, ready: f64, job: Option<&str>) -> Vec<(CareerId, f64)> {
    let catalogue = &matcher.dataset.catalogue;
    let job = job.and_then(|id| catalogue.find(id)).map(|id| catalogue.get(id));
    let had = |career: &Career| {
        let same = job.filter(|job| job.family == career.family);
        same.and_then(|job| condition.of(job)).unwrap_or(0.0)
    };

    let loss = |(id, career): (CareerId, &Career)| {
        let more = condition.of(career)? - had(career) - ready;
        let share = (more / ALL_LOST).clamp(0.0, 1.0);
        (share > 0.0).then(|| (id, -matcher.dataset.matching.training_loss * share))
    };
    catalogue.iter().filter_map(loss).collect()
}

/// What a context that is liked, or not, adds to the careers whose figure is known.
fn liked(matcher: &Matcher, condition: &Condition, wanted: f64) -> Vec<(CareerId, f64)> {
    let catalogue = &matcher.dataset.catalogue;
    let known: Vec<(CareerId, f64)> =
        catalogue.iter().filter_map(|(id, career)| Some((id, condition.of(career)?))).collect();
    let count = known.len().max(1) as f64;
    let mean = known.iter().map(|(_, figure)| figure).sum::<f64>() / count;
    let sd = (known.iter().map(|(_, figure)| (figure - mean).powi(2)).sum::<f64>() / count).sqrt();

    let constants = &matcher.dataset.matching;
    let points = |figure: f64| {
        let place = constants.context_slope * ((figure - mean) / sd.max(f64::MIN_POSITIVE)).clamp(-MOST, MOST);
        constants.points * (place * wanted - 0.5 * place * place)
    };
    known.into_iter().map(|(id, figure)| (id, points(figure))).collect()
}
