//! Work made of what the person loves that the top of the list leaves out, since the rest of the answers points elsewhere.

use super::matcher::Matcher;
use super::outcome::Outcome;
use super::rank::TOP_TEN;
use crate::model::{CareerId, Fit, QuestionId};
use std::collections::BTreeSet;

/// The answer that says that somebody loves an activity.
const LOVED: u8 = 5;
/// So many are named at most: what nearly everything speaks against is no second list.
const MAX_LOVED: usize = 2;

/// Careers made of a loved activity of which none stands among the first ten shown or in a direction: of each activity the
/// one shown that fits best, for the two activities that the rest of the answers explains least; the best-placed first, no
/// later steps.
///
/// `shown` is what the limits leave of the fits, best first.
pub fn find_loved_further_down(matcher: &Matcher, outcome: &Outcome, shown: &[Fit]) -> Vec<Fit> {
    let first = shown.iter().take(TOP_TEN).map(|fit| fit.career);
    let in_directions = outcome.directions.iter().flat_map(|one| one.careers.iter().copied());
    let mut told: BTreeSet<CareerId> = first.chain(in_directions).collect();

    let mut found = Vec::new();
    for question in find_loved(outcome) {
        let careers = matcher.activities.careers(question);
        if careers.iter().any(|career| told.contains(career)) {
            continue;
        }

        let begins =
            |fit: &&Fit| careers.contains(&fit.career) && !matcher.dataset.catalogue.get(fit.career).is_later_step();
        let Some(best) = shown.iter().find(begins) else { continue };
        told.insert(best.career);
        found.push(best.clone());
    }

    found.truncate(MAX_LOVED);
    found.sort_by_key(|fit| fit.rank);
    found
}

/// The loved activities, the one whose answer the scales explain least first; none of somebody who loves most of them, since
/// that says nothing of any one.
fn find_loved(outcome: &Outcome) -> Vec<QuestionId> {
    let activities: Vec<(QuestionId, u8, f64)> = outcome.person.direct().list_activities().collect();
    let is_loved = |(_, value, _): &&(QuestionId, u8, f64)| *value == LOVED;
    if 2 * activities.iter().filter(is_loved).count() > activities.len() {
        return Vec::new();
    }

    let speaking = activities.iter().filter(is_loved).filter(|(_, _, points)| *points > 0.0);
    let mut loved: Vec<(QuestionId, f64)> = speaking.map(|(question, _, points)| (*question, *points)).collect();
    loved.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    loved.into_iter().map(|(question, _)| question).collect()
}
