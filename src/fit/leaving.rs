//! Leaving a field: careers that use what a person has, and careers further away.

use super::emphasis::Emphasis;
use super::matcher::{Matcher, Outcome};
use super::rank::rank;
use super::similar::likeness;
use crate::model::{CareerId, Fit, Group, ScaleId};

/// Careers more alike than this to the present job are near twins of it.
const TWIN: f64 = 0.6;
/// A career leans on a scale from so many standard deviations above the mean on.
const LEANS: f64 = 1.0;
/// Subjects that the present job leans on most and that "further away" leaves out.
const SUBJECTS: usize = 2;
/// Scales named at most as brought or to learn.
const NAMED: usize = 3;
/// An own answer from here on is something to bring.
const WELL: f64 = 4.0;

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
    /// Careers outside the present job that use what the person has.
    pub uses: Vec<Way>,
    /// Careers outside its family, its near twins and the subjects it leans on most, ranked with half of `good-at`.
    pub further: Vec<Way>,
}

/// Ways out of the present job's field, `count` a column.
pub fn leaving(matcher: &Matcher, outcome: &Outcome, present: CareerId, count: usize) -> Leaving {
    if outcome.fits.is_empty() {
        return Leaving::default();
    }
    let away = |fit: &&Fit| {
        fit.career != present
            && matcher.kit.catalogue.get(fit.career).family != matcher.kit.catalogue.get(present).family
    };
    let leaning = leading_subjects(matcher, present);
    let further = |fit: &&Fit| {
        let plain = matcher.plain(fit.career);
        away(fit)
            && likeness(&matcher.metric, present, fit.career) < TWIN
            && leaning.iter().all(|subject| plain[subject.index()] < LEANS)
    };
    let again = half_of_skills(matcher, outcome);
    let way = |fit: &Fit| way(matcher, outcome, present, fit);
    Leaving {
        uses: outcome.fits.iter().filter(away).take(count).map(way).collect(),
        further: again.iter().filter(further).take(count).map(way).collect(),
    }
}

/// The subjects a career leans on most.
fn leading_subjects(matcher: &Matcher, career: CareerId) -> Vec<ScaleId> {
    let plain = matcher.plain(career);
    let mut subjects: Vec<ScaleId> = Group::Subjects.range().filter_map(ScaleId::new).collect();
    subjects.sort_by(|a, b| plain[b.index()].total_cmp(&plain[a.index()]));
    subjects.into_iter().take(SUBJECTS).filter(|subject| plain[subject.index()] >= LEANS).collect()
}

/// The ranking with half the weight on what one is good at, since that is the field one wants to leave.
fn half_of_skills(matcher: &Matcher, outcome: &Outcome) -> Vec<Fit> {
    let mut shares = Emphasis::Balanced.shares(&matcher.metric, matcher.asked, outcome.counted);
    shares[Group::Skills.index()] /= 2.0;
    let total: f64 = shares.iter().sum();
    let shares = shares.map(|share| if total > 0.0 { share / total } else { 0.0 });
    let information = &outcome.information;
    let person = matcher.yardstick(information, shares).person(&matcher.metric, information.posterior.mean());
    rank(&matcher.metric, &person, outcome.evidence, &matcher.kit.matching)
}

fn way(matcher: &Matcher, outcome: &Outcome, present: CareerId, fit: &Fit) -> Way {
    let (there, here) = (matcher.plain(fit.career), matcher.plain(present));
    let learnt = [Group::Skills, Group::Subjects].into_iter().flat_map(Group::range).filter_map(ScaleId::new);
    let mut leaning: Vec<ScaleId> = learnt.filter(|scale| there[scale.index()] >= LEANS).collect();
    leaning.sort_by(|a, b| there[b.index()].total_cmp(&there[a.index()]));
    let brought = |scale: &ScaleId| {
        let answered = outcome.own[scale.index()];
        answered.is_some_and(|answer| answer >= WELL) || (answered.is_none() && here[scale.index()] >= LEANS)
    };
    let (brings, learns): (Vec<ScaleId>, Vec<ScaleId>) = leaning.into_iter().partition(brought);
    let few = |scales: Vec<ScaleId>| scales.into_iter().take(NAMED).collect();
    Way { fit: fit.clone(), brings: few(brings), learns: few(learns) }
}
