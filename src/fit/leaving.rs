//! Leaving a field: careers that use what a person has, and careers further away.

use super::bands::Trust;
use super::matcher::Matcher;
use super::outcome::Outcome;
use super::person::FitWeights;
use super::rank::rank_careers;
use super::similar::compute_likeness;
use crate::model::{CareerId, Emphasis, Fit, Group, ScaleId};

/// Careers more alike than this to the present job are near twins of it.
const MIN_TWIN_CORRELATION: f64 = 0.6;
/// A career leans on a scale from so many standard deviations above the mean on.
const MIN_DEVIATION: f64 = 1.0;
/// Subjects that the present job leans on most and that "further away" leaves out.
const MAX_SUBJECTS: usize = 2;
/// Scales named at most as brought or to learn.
const MAX_SCALES: usize = 3;
/// An own answer from here on is something to bring.
const DONE_WELL: f64 = 4.0;

/// A career away from the present job.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    /// The career and its fit.
    pub fit: Fit,
    /// What the person brings: scales the career leans on and they answered high or their job leans on too.
    pub brings: Vec<ScaleId>,
    /// What they would learn: scales the career leans on and neither answers nor job show.
    pub learns: Vec<ScaleId>,
}

/// Both columns, best fit first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Leaving {
    /// Careers outside the present job's family that use something the person brings.
    pub uses: Vec<Way>,
    /// Other careers outside its family, its near twins and the subjects it leans on most, ranked with half of `good-at`.
    pub further: Vec<Way>,
}

/// Ways out of the present job's field, `count` a column.
pub fn find_ways_out(matcher: &Matcher, outcome: &Outcome, present: CareerId, count: usize) -> Leaving {
    if outcome.fits.is_empty() {
        return Leaving::default();
    }

    let catalogue = &matcher.dataset.catalogue;
    let away = |fit: &&Fit| {
        let career = catalogue.get(fit.career);
        // nobody goes straight from another field to a later step
        career.family != catalogue.get(present).family && !career.is_later_step()
    };

    let way = |fit: &Fit| build_way(matcher, outcome, present, fit);
    let using = outcome.fits.iter().filter(away).map(way).filter(|way| !way.brings.is_empty());
    let uses: Vec<Way> = using.take(count).collect();

    let leaning = find_leading_subjects(matcher, present);
    let further = |fit: &&Fit| {
        let standardized = matcher.standardize(fit.career);
        away(fit)
            && uses.iter().all(|way| way.fit.career != fit.career)
            && compute_likeness(matcher.whitening(), present, fit.career) < MIN_TWIN_CORRELATION
            && leaning.iter().all(|subject| standardized[*subject] < MIN_DEVIATION)
    };

    let again = rank_with_half_of_skills(matcher, outcome);
    let further = again.iter().filter(further).take(count).map(way).collect();
    Leaving { uses, further }
}

/// The subjects a career leans on most.
fn find_leading_subjects(matcher: &Matcher, career: CareerId) -> Vec<ScaleId> {
    let standardized = matcher.standardize(career);
    let mut subjects: Vec<ScaleId> = Group::Subjects.scales().collect();
    subjects.sort_by(|a, b| standardized[*b].total_cmp(&standardized[*a]));
    subjects.into_iter().take(MAX_SUBJECTS).filter(|subject| standardized[*subject] >= MIN_DEVIATION).collect()
}

/// The ranking with half the weight on what one is good at, since that is the field one wants to leave.
fn rank_with_half_of_skills(matcher: &Matcher, outcome: &Outcome) -> Vec<Fit> {
    let mut weights = Emphasis::Balanced.weigh_groups(outcome.counted);
    weights[Group::Skills] /= 2.0;

    let information = &outcome.information;
    let person = FitWeights::new(matcher, information, weights).build_person(information.posterior.mean());
    let person = person.with_direct(outcome.person.direct().clone());
    let trust = Trust { evidence: outcome.evidence, disagree: outcome.disagree };
    rank_careers(&matcher.metric, &person, trust, &matcher.dataset.matching)
}

fn build_way(matcher: &Matcher, outcome: &Outcome, present: CareerId, fit: &Fit) -> Way {
    let (there, here) = (matcher.standardize(fit.career), matcher.standardize(present));
    let learnt = [Group::Skills, Group::Subjects].into_iter().flat_map(Group::scales);
    let mut leaning: Vec<ScaleId> = learnt.filter(|scale| there[*scale] >= MIN_DEVIATION).collect();
    leaning.sort_by(|a, b| there[*b].total_cmp(&there[*a]));

    let brought = |scale: &ScaleId| {
        // where there is an answer of their own, what their job leans on says nothing more
        let answered = outcome.own[*scale];
        answered.is_some_and(|answer| answer >= DONE_WELL) || (answered.is_none() && here[*scale] >= MIN_DEVIATION)
    };

    let (brings, learns): (Vec<ScaleId>, Vec<ScaleId>) = leaning.into_iter().partition(brought);
    let few = |scales: Vec<ScaleId>| scales.into_iter().take(MAX_SCALES).collect();
    Way { fit: fit.clone(), brings: few(brings), learns: few(learns) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped::load_shipped;
    use crate::model::{Answers, QuestionId, Rating, Response};

    #[test]
    fn what_lies_further_away_leans_on_neither_subject_that_the_present_job_leans_on_most() {
        let matcher = Matcher::new(load_shipped().expect("the shipped data"));
        let nurse = matcher.dataset.catalogue.find("29-1141.00").expect("a nurse");
        let leaning = find_leading_subjects(&matcher, nurse);
        let medicine = matcher.dataset.scales.find("subjects.medicine-and-dentistry").expect("a subject");
        assert!(leaning.len() == 2 && leaning.contains(&medicine), "{leaning:?}");

        let rating = |at: u16| Response::Value(Rating::nearest(f64::from(1 + at * 7 % 5)));
        let answers: Answers = (0..60).map(|at| (QuestionId(at), rating(at))).collect();
        let outcome = matcher.evaluate(&answers, Emphasis::Balanced);
        let further = find_ways_out(&matcher, &outcome, nurse, 200).further;
        assert!(further.len() > 50, "{}", further.len());
        for way in further {
            let there = matcher.standardize(way.fit.career);
            assert!(leaning.iter().all(|subject| there[*subject] < MIN_DEVIATION), "{way:?}");
        }
    }
}
