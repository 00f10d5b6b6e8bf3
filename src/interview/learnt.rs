//! What was learned so far, shown between the parts.

use super::walk::Interview;
use crate::fit::areas;
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
        let areas = self.leanings();
        if areas.is_empty() { Learnt::Nothing } else { Learnt::Areas(areas) }
    }

    /// Areas whose activities the person liked better than the average area, the strongest first.
    fn leanings(&self) -> Vec<usize> {
        let kit = &self.matcher().kit;
        let views = areas(&kit.scales, &kit.questionnaire, self.answers());
        let mut liked: Vec<(usize, f64)> = views.iter().filter_map(|view| Some((view.area, view.enjoy?))).collect();
        let usual = liked.iter().map(|(_, liking)| liking).sum::<f64>() / liked.len().max(1) as f64;
        liked.retain(|(_, liking)| *liking > usual);
        liked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        liked.into_iter().take(NAMED).map(|(area, _)| area).collect()
    }
}
