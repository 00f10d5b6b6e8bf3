//! The best-fitting careers that take more training than somebody is ready for.

use super::direct::Direct;
use super::matcher::Matcher;
use super::outcome::Outcome;
use super::rank::TOP_TEN;
use crate::model::{CareerId, Source};

/// Careers named at most.
const MAX_NAMED: usize = 5;

/// Careers that would stand among the first ten but for the training they take, the best fit first; none where nobody said
/// how much they are ready for.
pub fn find_more_training(matcher: &Matcher, outcome: &Outcome) -> Vec<CareerId> {
    find_lost_to_training(matcher, outcome.person.direct(), || {
        outcome.fits.iter().map(|fit| (fit.career, fit.score)).collect()
    })
}

/// The same by what speaks for careers by itself and the fits of all careers, which are worked out only where they are
/// needed.
pub(super) fn find_lost_to_training(
    matcher: &Matcher,
    direct: &Direct,
    fits: impl FnOnce() -> Vec<(CareerId, f64)>,
) -> Vec<CareerId> {
    let conditions = &matcher.dataset.questionnaire.conditions;
    let is_training = |source: &Source| match source {
        Source::Condition { place, .. } => conditions[*place].is_training(),
        _ => false,
    };
    if !direct.has_source(is_training) {
        return Vec::new();
    }

    let without = |(career, score): (CareerId, f64)| {
        let lost = direct.sum_points_of(career, is_training);
        (score - lost, lost < 0.0, career)
    };
    let mut without: Vec<(f64, bool, CareerId)> = fits().into_iter().map(without).collect();
    without.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.2.cmp(&b.2)));
    let first = without.into_iter().take(TOP_TEN).filter(|(_, loses, _)| *loses);
    first.map(|(_, _, career)| career).take(MAX_NAMED).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped::load_shipped;
    use crate::model::{Answers, Condition, Emphasis, QuestionId, Rating, Response};

    #[test]
    fn only_careers_that_lose_points_to_training_are_named() {
        let matcher = Matcher::new(load_shipped().expect("the shipped data"));
        let conditions = &matcher.dataset.questionnaire.conditions;
        let place = conditions.iter().position(Condition::is_training).expect("training is asked");
        let given = (0..60).map(|at| (QuestionId(at), Response::Value(Rating::nearest(f64::from(at % 4) + 1.0))));
        let mut answers: Answers = given.collect();

        let mut named = 0;
        for choice in 0..conditions[place].choices.len() {
            answers.set_condition(place, Some(choice));
            let outcome = matcher.evaluate(&answers, Emphasis::Balanced);
            let is_training = |source: &Source| matches!(source, Source::Condition { .. });
            for career in find_more_training(&matcher, &outcome) {
                let lost = outcome.person.direct().sum_points_of(career, is_training);
                assert!(lost < 0.0, "{} loses {lost}", matcher.dataset.catalogue.get(career).title);
                named += 1;
            }
        }
        assert!(named > 0, "none is named for any choice, so this shows nothing");
    }
}
