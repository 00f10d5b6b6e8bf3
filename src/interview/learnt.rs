//! What was learned so far, shown between the parts.

use super::walk::Interview;
use crate::model::{CareerId, PartId, Verdict};

/// So many areas or careers are named.
const NAMED: usize = 3;

/// What the answers so far point to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Learnt {
    /// Nothing yet.
    Nothing,
    /// Areas of activity, by their place among the areas, the strongest first.
    Areas(Vec<usize>),
    /// Careers, the best fit first.
    Careers(Vec<CareerId>),
}

impl Interview {
    /// What can be said at the turn to a part: areas until two parts are done, careers after.
    pub fn learnt(&self, turn: PartId) -> Learnt {
        let outcome = self.outcome();
        if outcome.verdict == Verdict::NoDirection {
            return Learnt::Nothing;
        }
        if turn.index() >= 2 {
            return Learnt::Careers(outcome.fits.iter().take(NAMED).map(|fit| fit.career).collect());
        }
        let areas = self.areas();
        if areas.is_empty() { Learnt::Nothing } else { Learnt::Areas(areas) }
    }

    /// Areas whose activities the person liked better than their own average, the strongest first.
    fn areas(&self) -> Vec<usize> {
        let kit = &self.matcher().kit;
        let values: Vec<(&str, f64)> = self
            .answers()
            .values()
            .map(|(question, value)| (kit.questionnaire.question(question).id.as_str(), f64::from(value)))
            .collect();
        let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len().max(1) as f64;
        let activities: Vec<(usize, Vec<f64>)> = kit
            .scales
            .areas
            .iter()
            .enumerate()
            .map(|(at, area)| {
                let belongs = |id: &str| area.activities.iter().any(|activity| activity == id);
                (at, values.iter().filter(|(id, _)| belongs(id)).map(|(_, value)| *value).collect())
            })
            .collect();
        let usual = mean(&activities.iter().flat_map(|(_, values)| values.clone()).collect::<Vec<_>>());
        let mut liked: Vec<(usize, f64)> = activities
            .into_iter()
            .filter(|(_, values)| !values.is_empty())
            .map(|(at, values)| (at, mean(&values)))
            .filter(|(_, liking)| *liking > usual)
            .collect();
        liked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        liked.into_iter().take(NAMED).map(|(at, _)| at).collect()
    }
}
