//! Start now: what one can begin within weeks, and where it leads.

use crate::model::{CareerId, Catalogue, Fit};

/// Careers named at most as what a start leads to.
const LEADS: usize = 3;

/// A job to start within weeks.
#[derive(Clone, Debug, PartialEq)]
pub struct Start {
    /// The job and its fit.
    pub fit: Fit,
    /// Careers it is a rung of, best fit first.
    pub leads_to: Vec<CareerId>,
}

/// All jobs that can be started within weeks, in the order of the ranking given.
pub fn start_now(catalogue: &Catalogue, fits: &[Fit]) -> Vec<Start> {
    let startable = |fit: &&Fit| {
        let career = catalogue.get(fit.career);
        career.starts_within_weeks() && !career.is_later_step()
    };
    let leads = |rung: CareerId| {
        let above = fits.iter().map(|fit| fit.career).filter(|career| catalogue.get(*career).rungs.contains(&rung));
        above.take(LEADS).collect()
    };
    fits.iter().filter(startable).map(|fit| Start { fit: fit.clone(), leads_to: leads(fit.career) }).collect()
}
