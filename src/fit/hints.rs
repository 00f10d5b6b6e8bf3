//! First hints where answers point nowhere: families, from the either-or pairs alone.

use super::information::{Asked, Evidence};
use super::matcher::Matcher;
use super::person::FitWeights;
use crate::assess::Posterior;
use crate::model::{ByGroup, SessionRecord};

/// Families hinted at.
const MAX_FAMILIES: usize = 3;
/// A family is as near as the mean of so many of its nearest careers.
const CAREERS_PER_FAMILY: usize = 5;

/// Families (by [`crate::model::Career::family`]) that the answered pairs point to, nearest first; none where no side was
/// taken.
pub fn find_hints(matcher: &Matcher, record: &SessionRecord) -> Vec<u16> {
    let mut posterior = Posterior::prior(&matcher.measurement);
    let (mut taken, mut asked) = (false, Asked::from_value(false));
    for pair in &matcher.dataset.questionnaire.pairs {
        match record.pair(pair) {
            Some(1) => posterior.update_preference(&pair.a.loads, &pair.b.loads),
            Some(2) => posterior.update_preference(&pair.b.loads, &pair.a.loads),
            _ => continue,
        }
        taken = true;
        for load in pair.a.loads.iter().chain(&pair.b.loads) {
            asked[load.scale] = true;
        }
    }

    if !taken {
        return Vec::new();
    }

    let information = Evidence::new(&matcher.metric, &matcher.measurement, posterior, asked);
    let person =
        FitWeights::new(matcher, &information, ByGroup::from_value(1.0)).build_person(information.posterior.mean());

    let score = |family: u16| {
        let careers = matcher.dataset.catalogue.iter();
        let members = careers.filter(|(_, career)| career.family == family && !career.is_later_step());
        let mut scores: Vec<f64> = members.map(|(id, _)| person.score(&matcher.metric, id)).collect();
        scores.sort_unstable_by(|a, b| b.total_cmp(a));
        scores.truncate(CAREERS_PER_FAMILY);
        scores.iter().sum::<f64>() / scores.len().max(1) as f64
    };

    let families: std::collections::BTreeSet<u16> =
        matcher.dataset.catalogue.careers().iter().map(|career| career.family).collect();
    let mut scored: Vec<(f64, u16)> = families.into_iter().map(|family| (score(family), family)).collect();
    scored.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    scored.into_iter().take(MAX_FAMILIES).map(|(_, family)| family).collect()
}
