//! The best-fitting careers that take more training than somebody is ready for.

use super::direct::Direct;
use super::matcher::Matcher;
use super::outcome::Outcome;
use super::rank::{TOP_TEN, to_steps};
use crate::model::{CareerId, Fit, Source};
use std::cmp::Reverse;

/// Careers named at most.
const MAX_NAMED: usize = 5;

/// Careers that would come into the first ten of those left but for the training they take, the best fit first; none where
/// nobody said how much they are ready for.
pub fn find_more_training(matcher: &Matcher, outcome: &Outcome, left: &[Fit]) -> Vec<CareerId> {
    find_lost_to_training(matcher, outcome.person.direct(), || left.iter().map(|fit| (fit.career, fit.score)).collect())
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

    let fits = fits();
    let now = find_first_ten(fits.iter().copied());
    let without = |(career, score): &(CareerId, f64)| (*career, score - direct.sum_points_of(*career, is_training));
    let then = find_first_ten(fits.iter().map(without));
    then.into_iter().filter(|career| !now.contains(career)).take(MAX_NAMED).collect()
}

/// The ten that fit best, in the order of the ranking.
fn find_first_ten(fits: impl Iterator<Item = (CareerId, f64)>) -> Vec<CareerId> {
    let mut fits: Vec<_> = fits.map(|(career, score)| (Reverse(to_steps(score)), career)).collect();
    fits.sort_unstable();
    fits.into_iter().map(|(_, career)| career).take(TOP_TEN).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped::load_shipped;
    use crate::model::{Answers, Condition, Emphasis, QuestionId, Rating, Response};

    #[test]
    fn only_careers_that_training_keeps_out_of_the_first_ten_are_named() {
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
            for career in find_more_training(&matcher, &outcome, &outcome.fits) {
                let lost = outcome.person.direct().sum_points_of(career, is_training);
                let title = &matcher.dataset.catalogue.get(career).title;
                assert!(lost < 0.0, "{title} loses {lost}");
                assert!(outcome.fits[..TOP_TEN].iter().all(|fit| fit.career != career), "{title} is there already");
                named += 1;
            }
        }
        assert!(named > 0, "none is named for any choice, so this shows nothing");
    }
}
