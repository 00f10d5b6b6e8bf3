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
pub fn more_training(matcher: &Matcher, outcome: &Outcome) -> Vec<CareerId> {
    lost_to_training(matcher, outcome.person.direct(), || {
        outcome.fits.iter().map(|fit| (fit.career, fit.score)).collect()
    })
}

/// The same by what speaks for careers by itself and the fits of all careers, which are worked out only where they are
/// needed.
pub(super) fn lost_to_training(
    matcher: &Matcher,
    direct: &Direct,
    fits: impl FnOnce() -> Vec<(CareerId, f64)>,
) -> Vec<CareerId> {
    let conditions = &matcher.dataset.questionnaire.conditions;
    let is_training = |source: &Source| match source {
        Source::Condition { place, .. } => conditions[*place].is_training(),
        _ => false,
    };
    if !direct.speaks(is_training) {
        return Vec::new();
    }

    let without = |(career, score): (CareerId, f64)| {
        let lost = direct.added_by(career, is_training);
        (score - lost, lost < 0.0, career)
    };
    let mut without: Vec<(f64, bool, CareerId)> = fits().into_iter().map(without).collect();
    without.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.2.cmp(&b.2)));
    let first = without.into_iter().take(TOP_TEN).filter(|(_, loses, _)| *loses);
    first.map(|(_, _, career)| career).take(MAX_NAMED).collect()
}
