//! The best-fitting careers that take more training than somebody is ready for.

use super::matcher::Matcher;
use super::outcome::Outcome;
use crate::model::condition::Wish;
use crate::model::{CareerId, Source};

/// Careers that count as the first.
const TOP_TEN: usize = 10;
/// Careers named at most.
const MAX_NAMED: usize = 5;

/// Careers that would stand among the first ten but for the training they take, the best fit first; none where nobody said
/// how much they are ready for.
pub fn more_training(matcher: &Matcher, outcome: &Outcome) -> Vec<CareerId> {
    let conditions = &matcher.dataset.questionnaire.conditions;
    let is_training = |source: &Source| match source {
        Source::Condition { place, choice } => matches!(conditions[*place].choices[*choice].says, Wish::AtMost(_)),
        _ => false,
    };
    let lost = |career: CareerId| -> f64 {
        let all = outcome.person.direct().contributions(career).into_iter();
        all.filter(|(source, _)| is_training(source)).map(|(_, points)| points).sum()
    };

    let mut without: Vec<(f64, bool, CareerId)> =
        outcome.fits.iter().map(|fit| (fit.score, false, fit.career)).collect();
    if outcome.person.direct().speaks(is_training) {
        for (score, loses, career) in &mut without {
            let points = lost(*career);
            (*score, *loses) = (*score - points, points < 0.0);
        }
    }
    without.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.2.cmp(&b.2)));
    let first = without.into_iter().take(TOP_TEN).filter(|(_, loses, _)| *loses);
    first.map(|(_, _, career)| career).take(MAX_NAMED).collect()
}
