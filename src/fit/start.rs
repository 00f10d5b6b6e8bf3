//! Start now: what one can begin within weeks, and where it leads.

use crate::assess::count_needed_answers;
use crate::model::{Band, CareerId, Catalogue, Dataset, Fit, Questionnaire, SessionRecord};
use std::cmp::Reverse;

/// Careers named at most as what a start leads to.
const MAX_LEADS: usize = 3;

/// So many jobs are listed at least where a start is wanted, some of which may not fit.
const LEAST: usize = 8;

/// A job to start within weeks.
#[derive(Clone, Debug, PartialEq)]
pub struct Start {
    /// The job and its fit.
    pub fit: Fit,
    /// Careers it is a rung of, best fit first.
    pub leads_to: Vec<CareerId>,
}

impl Start {
    /// Whether people in it would sooner give these answers than anybody else.
    pub fn fits(&self) -> bool {
        self.fit.score > 0.0
    }
}

/// Whether there are answers enough for an order of what can be started.
pub fn can_start(questionnaire: &Questionnaire, evidence: usize) -> bool {
    evidence >= count_needed_answers(questionnaire)
}

/// Jobs to start within weeks for somebody with so many answers, of the careers that their limits leave; none while there are
/// too few answers for any order.
pub fn find_starts(dataset: &Dataset, record: &SessionRecord, evidence: usize, shown: &[Fit]) -> Option<Vec<Start>> {
    let enough = can_start(&dataset.questionnaire, evidence);
    enough.then(|| find_starts_soon(&dataset.catalogue, shown, record.find_field_left(dataset)))
}

/// The same as [`find_starts_now`], and behind it the best-ranked jobs that can be started within weeks although they do not
/// fit, where there are fewer than eight that do: somebody who needs pay has to begin somewhere.
fn find_starts_soon(catalogue: &Catalogue, fits: &[Fit], left: Option<CareerId>) -> Vec<Start> {
    let mut starts = find_starts_now(catalogue, fits, left);
    let missing = LEAST.saturating_sub(starts.len());
    let mut others: Vec<&Fit> =
        fits.iter().filter(|fit| fit.score <= 0.0 && is_startable(catalogue, fit, left)).collect();
    others.sort_by_key(|fit| fit.rank);
    starts.extend(others.into_iter().take(missing).map(|fit| build_start(catalogue, fits, fit)));
    starts
}

/// Jobs that can be started within weeks: the best band first, and within a band that says something the one with most
/// openings. The list ends where fit does, at careers whose people would not sooner give these answers than anybody else;
/// the field of the job `left` behind is left out.
pub fn find_starts_now(catalogue: &Catalogue, fits: &[Fit], left: Option<CareerId>) -> Vec<Start> {
    let openings = |fit: &Fit| {
        // The last bands are wide: there a better fit counts for more than more openings.
        let decides = fit.band <= Band::WorthALook;
        catalogue.get(fit.career).figures.outlook.filter(|_| decides).map_or(0, |outlook| outlook.openings)
    };

    let mut found: Vec<&Fit> =
        fits.iter().filter(|fit| fit.score > 0.0 && is_startable(catalogue, fit, left)).collect();
    found.sort_by_key(|fit| (fit.band, Reverse(openings(fit)), fit.rank));
    found.into_iter().map(|fit| build_start(catalogue, fits, fit)).collect()
}

/// Whether it can be started within weeks and is no part of the field of the job `left` behind.
fn is_startable(catalogue: &Catalogue, fit: &Fit, left: Option<CareerId>) -> bool {
    let career = catalogue.get(fit.career);
    let is_left = left.is_some_and(|job| catalogue.get(job).family == career.family);
    career.starts_within_weeks() && !career.is_later_step() && !is_left
}

fn build_start(catalogue: &Catalogue, fits: &[Fit], fit: &Fit) -> Start {
    let above = fits.iter().map(|fit| fit.career).filter(|career| catalogue.get(*career).rungs.contains(&fit.career));
    Start { fit: fit.clone(), leads_to: above.take(MAX_LEADS).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::MIN_ANSWERS;
    use crate::content::shipped::load_shipped;

    /// Fits of these careers, all in one band, in this order.
    fn build_fits(catalogue: &Catalogue, careers: &[(&str, Band)]) -> Vec<Fit> {
        let fit = |(place, (id, band)): (usize, &(&str, Band))| {
            let career = catalogue.find(id).expect("a shipped career");
            Fit { career, score: 20.0 - place as f64, rank: place + 1, band: *band }
        };
        careers.iter().enumerate().map(fit).collect()
    }

    fn list_started(careers: &[(&str, Band)], left: Option<&str>) -> Vec<String> {
        let catalogue = load_shipped().expect("the shipped data").catalogue;
        let left = left.map(|id| catalogue.find(id).expect("a shipped career"));
        let starts = find_starts_now(&catalogue, &build_fits(&catalogue, careers), left);
        starts.into_iter().map(|start| catalogue.get(start.fit.career).id.clone()).collect()
    }

    const BEST: Band = Band::ALL[0];
    const NEXT: Band = Band::ALL[1];
    const WEAKEST: Band = Band::ALL[Band::ALL.len() - 1];

    /// An usher, a waiter and a cleaner of rooms: in the United States the last two have by far more openings.
    const THREE: [(&str, Band); 3] = [("39-3031.00", BEST), ("35-3031.00", BEST), ("37-2012.00", NEXT)];

    #[test]
    fn among_careers_of_one_band_the_one_with_most_openings_is_first() {
        assert_eq!(list_started(&THREE, None), ["35-3031.00", "39-3031.00", "37-2012.00"]);
    }

    #[test]
    fn the_list_ends_where_fit_ends() {
        let catalogue = load_shipped().expect("the shipped data").catalogue;
        let mut fits = build_fits(&catalogue, &THREE);
        fits[1].score = 0.0;
        fits[2].score = -4.0;
        assert_eq!(find_starts_now(&catalogue, &fits, None).len(), 1, "what fits no better than anything is left out");
    }

    #[test]
    fn where_few_starts_fit_the_best_ranked_of_the_others_follow() {
        let catalogue = load_shipped().expect("the shipped data").catalogue;
        let mut fits = build_fits(&catalogue, &THREE);
        fits[1].score = 0.0;
        fits[2].score = -4.0;
        let starts = find_starts_soon(&catalogue, &fits, None);
        let ranks: Vec<(usize, bool)> = starts.iter().map(|start| (start.fit.rank, start.fits())).collect();
        assert_eq!(ranks, [(1, true), (2, false), (3, false)]);
    }

    #[test]
    fn among_weak_fits_the_better_one_is_first_whatever_its_openings() {
        assert_eq!(list_started(&THREE.map(|(id, _)| (id, WEAKEST)), None), ["39-3031.00", "35-3031.00", "37-2012.00"]);
    }

    #[test]
    fn a_field_that_is_left_is_left_out() {
        assert_eq!(list_started(&THREE, Some("35-2014.00")), ["39-3031.00", "37-2012.00"]);
    }

    #[test]
    fn what_takes_study_is_no_start() {
        assert_eq!(list_started(&[("29-1141.00", BEST)], None), Vec::<String>::new());
    }

    #[test]
    fn nothing_is_called_a_start_before_there_are_answers_enough_for_an_order() {
        let dataset = load_shipped().expect("the shipped data");
        let (fits, record) = (build_fits(&dataset.catalogue, &THREE), SessionRecord::default());
        let found = |evidence: usize| find_starts(&dataset, &record, evidence, &fits).map(|starts| starts.len());
        assert_eq!([found(0), found(MIN_ANSWERS - 1), found(MIN_ANSWERS)], [None, None, Some(3)]);

        let mut short = dataset.questionnaire.clone();
        short.questions.truncate(3);
        assert_eq!([can_start(&short, 2), can_start(&short, 3)], [false, true], "no more is asked than there is");
    }
}
