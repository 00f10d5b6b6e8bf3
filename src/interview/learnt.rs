//! What was learned so far, shown between the parts.

use super::walk::Interview;
use crate::model::{Area, CareerId, PartId, Verdict};

/// Answer deviations above the usual from which an area is one to lean towards.
const CLEAR: f64 = 0.1;

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
        let areas = self.leanings();
        if areas.is_empty() { Learnt::Nothing } else { Learnt::Areas(areas) }
    }

    /// Areas whose activities the person is expected to like better than people in general do, the most liked first.
    fn leanings(&self) -> Vec<usize> {
        let (matcher, posterior) = (self.matcher(), &self.information().posterior);
        let liking = |area: &Area| {
            let known = area.activities.iter().filter_map(|id| matcher.kit.questionnaire.find(id));
            let expected: Vec<f64> = known.map(|id| posterior.expected(&matcher.measurement, id)).collect();
            expected.iter().sum::<f64>() / expected.len().max(1) as f64
        };
        let mut liked: Vec<(usize, f64)> = matcher.kit.scales.areas.iter().map(liking).enumerate().collect();
        liked.retain(|(_, liking)| *liking > CLEAR);
        liked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        liked.into_iter().take(NAMED).map(|(area, _)| area).collect()
    }
}
