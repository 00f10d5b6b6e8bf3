//! Which career is shown on a card next.

use crate::assess::point_somewhere;
use crate::fit::{Emphasis, Evidence, FitWeights, Known, Matcher, TOP_TEN, Trust, rank};
use crate::model::{Answers, CareerId, Fit};
use std::collections::BTreeSet;

/// Every third card comes from outside the top.
const OUTSIDE_EVERY: usize = 3;
/// Careers that count as the top when cards are chosen.
const TOP: usize = 30;

/// The next card to show by the balanced ranking of these answers, whatever counts most.
pub fn next_card(matcher: &Matcher, information: &Evidence, answers: &Answers, shown: &[CareerId]) -> Option<CareerId> {
    card_of(matcher, &ranking(matcher, information, answers, Emphasis::Balanced), shown)
}

/// The best-fitting career that was not shown, each from a family that few cards came from; every third one from outside
/// the top and from a family that is not there. None where nothing is ranked.
pub(super) fn card_of(matcher: &Matcher, ranking: &[Fit], shown: &[CareerId]) -> Option<CareerId> {
    let catalogue = &matcher.dataset.catalogue;
    let family = |career: CareerId| catalogue.get(career).family;
    let shown: BTreeSet<CareerId> = shown.iter().copied().collect();
    let times = |of: u16| shown.iter().filter(|career| family(**career) == of).count();
    let top: BTreeSet<u16> = ranking.iter().take(TOP_TEN).map(|fit| family(fit.career)).collect();

    let unseen = || ranking.iter().map(|fit| fit.career).filter(|career| !shown.contains(career));
    let fresh = |career: &CareerId| !top.contains(&family(*career)) && times(family(*career)) == 0;
    let outside = || unseen().skip(TOP).find(fresh);
    let inside = || {
        let few = unseen().take(TOP).map(|career| times(family(career))).min()?;
        unseen().take(TOP).find(|career| times(family(*career)) == few)
    };
    if (shown.len() + 1).is_multiple_of(OUTSIDE_EVERY) { outside().or_else(inside) } else { inside() }
}

/// All careers by fit with so much emphasis; none without a direction.
pub(super) fn ranking(matcher: &Matcher, information: &Evidence, answers: &Answers, emphasis: Emphasis) -> Vec<Fit> {
    if !point_somewhere(&matcher.dataset.questionnaire, answers.values()) {
        return Vec::new();
    }

    let posterior = &information.posterior;
    let covariances = |scale| posterior.covariances(scale);
    let weights = emphasis.weights(matcher.counted(answers.values().map(|(question, _)| question)));
    let fit_weights = FitWeights::new(matcher, information, weights);
    let known = Known { estimate: posterior.mean(), covariances: &covariances, weights: fit_weights.weights() };
    let person = matcher.person(&fit_weights, answers, known);
    // only bands heed disagreement, and here the order alone is wanted
    let trust = Trust { evidence: answers.evidence(), disagree: false };
    rank(&matcher.metric, &person, trust, &matcher.dataset.matching)
}
