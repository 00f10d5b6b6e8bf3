//! First hints where answers point nowhere: families, from the either-or pairs alone.

use super::emphasis::Emphasis;
use super::information::Information;
use super::matcher::Matcher;
use crate::assess::Posterior;
use crate::model::Record;

/// Families hinted at.
const MOST: usize = 3;
/// A family is as near as the mean of so many of its nearest careers.
const NEAREST: usize = 5;

/// Families (by [`crate::model::Career::family`]) that the answered pairs point to, nearest first; none where no side was
/// taken.
pub fn hints(matcher: &Matcher, record: &Record) -> Vec<u16> {
    let mut posterior = Posterior::prior(&matcher.measurement);
    let mut taken = false;
    for pair in &matcher.kit.questionnaire.pairs {
        match record.pair(&pair.id) {
            Some(1) => posterior.prefer(&pair.a.loads, &pair.b.loads),
            Some(2) => posterior.prefer(&pair.b.loads, &pair.a.loads),
            _ => continue,
        }
        taken = true;
    }
    if !taken {
        return Vec::new();
    }
    let shares = Emphasis::Balanced.shares(&matcher.metric, matcher.asked, matcher.asked);
    let information = Information::new(&matcher.metric, &matcher.measurement, posterior);
    let person = matcher.yardstick(&information, shares).person(&matcher.metric, information.posterior.mean());
    let score = |family: u16| {
        let careers = matcher.kit.catalogue.iter();
        let members = careers.filter(|(_, career)| career.family == family && !career.is_later_step());
        let mut scores: Vec<f64> = members.map(|(id, _)| person.score(&matcher.metric, id)).collect();
        scores.sort_by(|a, b| b.total_cmp(a));
        scores.truncate(NEAREST);
        scores.iter().sum::<f64>() / scores.len().max(1) as f64
    };
    let families: std::collections::BTreeSet<u16> =
        matcher.kit.catalogue.careers().iter().map(|career| career.family).collect();
    let mut scored: Vec<(f64, u16)> = families.into_iter().map(|family| (score(family), family)).collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    scored.into_iter().take(MOST).map(|(_, family)| family).collect()
}
