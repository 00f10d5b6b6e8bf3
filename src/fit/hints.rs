//! First hints where answers point nowhere: families, from the either-or pairs alone.

use super::information::{Asked, Evidence};
use super::matcher::Matcher;
use super::person::FitWeights;
use crate::assess::Posterior;
use crate::model::matrix::dot;
use crate::model::{ByGroup, CareerId, SessionRecord};

/// Families hinted at.
const MAX_FAMILIES: usize = 3;
/// A family is as near as the mean of so many of its nearest careers.
const CAREERS_PER_FAMILY: usize = 5;

/// Names of the families that the answered pairs point to, nearest first; none where no side was taken.
pub fn find_hints<'m>(matcher: &'m Matcher, record: &SessionRecord) -> Vec<&'m str> {
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
    // A choice says which side, not how much: with a fit, whose best place is as far off as the answers are, whoever would
    // always rather mend things would be sent to careers that hold a little of it.
    let along = |career: CareerId| dot(person.pull(), &matcher.metric.people()[career.index()]);

    let score = |family: u16| {
        let careers = matcher.dataset.catalogue.iter();
        let members = careers.filter(|(_, career)| career.family == family && !career.is_later_step());
        let mut scores: Vec<f64> = members.map(|(id, _)| along(id)).collect();
        scores.sort_unstable_by(|a, b| b.total_cmp(a));
        scores.truncate(CAREERS_PER_FAMILY);
        scores.iter().sum::<f64>() / scores.len().max(1) as f64
    };

    let families: std::collections::BTreeSet<u16> =
        matcher.dataset.catalogue.careers().iter().map(|career| career.family).collect();
    let mut scored: Vec<(f64, u16)> = families.into_iter().map(|family| (score(family), family)).collect();
    scored.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let name = |(_, family): (f64, u16)| matcher.dataset.catalogue.families()[usize::from(family)].name.as_str();
    scored.into_iter().take(MAX_FAMILIES).map(name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped::load_shipped;
    use crate::model::questionnaire::Loading;
    use crate::model::{AnswerEntry, Rating, Response};

    /// The names of the families hinted at to somebody who always prefers what loads on an interest.
    fn list_hinted<'m>(matcher: &'m Matcher, interest: &str) -> Vec<&'m str> {
        let dataset = &matcher.dataset;
        let scale = dataset.scales.find(&format!("interests.{interest}")).expect("an interest");
        let mut record = SessionRecord::default();
        for pair in &dataset.questionnaire.pairs {
            let prefers = |side: &[Loading]| side.iter().any(|load| load.scale == scale);
            if let Some(side) = [&pair.a.loads, &pair.b.loads].iter().position(|side| prefers(side)) {
                let response = Response::Value(Rating::nearest(1.0 + side as f64));
                let (question, text) = (pair.id.clone(), pair.hash);
                record.given.push(AnswerEntry { question, text, response, at: 0, again: false });
            }
        }
        find_hints(matcher, &record)
    }

    #[test]
    fn who_always_prefers_one_kind_of_thing_is_sent_to_the_families_that_hold_most_of_it() {
        let matcher = Matcher::new(load_shipped().expect("the shipped data"));
        for (interest, wanted) in [
            ("realistic", ["Building and mining", "Farming, fishing and forestry", "Repair and installation"]),
            ("investigative", ["Science", "Computing and mathematics", "Health care"]),
            ("social", ["Teaching and libraries", "Social service", "Health support"]),
            ("enterprising", ["Sales", "Management", "Business and finance"]),
        ] {
            assert_eq!(list_hinted(&matcher, interest), wanted, "{interest}");
        }
        assert_eq!(list_hinted(&matcher, "artistic")[0], "Arts, design, media and sport");
        assert!(find_hints(&matcher, &SessionRecord::default()).is_empty(), "no side was taken");
    }
}
