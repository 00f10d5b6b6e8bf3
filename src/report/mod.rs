//! What is written about a person or a career: [`build`] gathers one [`Report`], and each format has one pure exporter.
//!
//! Place in the flow: after `fit`, below the front ends. It computes no score.

mod career;
mod changes;
mod csv;
mod explanation;
mod html;
mod json;
mod markdown;
mod outline;
mod story;
mod text;
mod trust;
mod whole;
mod words;

pub use career::career;
pub use changes::{Changes, changes};
pub use csv::{Cells, csv, csv_head};
pub use explanation::explanation;
pub use html::html;
pub use json::{escaped, json};
pub use markdown::markdown;
pub use text::{no_direction, text};
pub use trust::{ATTRIBUTION, SOURCES};
pub use whole::{Whole, whole};
pub use words::{care, listed, money, reason, tendency};

use crate::fit::{Limited, Matcher, Outcome, Ranked, Reasons, limited};
use crate::model::{Answers, Band, CareerId, Fit, Profile, RankInterval, Scales, Strength, Verdict};
use std::collections::BTreeMap;

/// Whose report it is.
#[derive(Clone, Debug)]
pub struct Subject<'a> {
    /// Name of the session or row.
    pub person: String,
    /// The answers that count.
    pub answers: &'a Answers,
    /// Limits by id: the chosen way and how firmly it is meant.
    pub limits: &'a BTreeMap<String, (String, Strength)>,
    /// What the reader must know.
    pub notes: Vec<String>,
}

/// How much a report holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Detail {
    /// Careers at the top.
    pub top: usize,
    /// Whether estimates come with their uncertainty.
    pub uncertainty: bool,
    /// Whether careers come with their reasons.
    pub reasons: bool,
}

/// Everything there is to say about one person's answers.
#[derive(Clone, Debug)]
pub struct Report<'m> {
    /// Name of the session or row.
    pub person: String,
    /// Answers that are evidence.
    pub answered: usize,
    /// Whether they point anywhere.
    pub verdict: Verdict,
    /// Estimates by scale.
    pub profile: &'m Profile,
    /// The scales' names.
    pub scales: &'m Scales,
    /// Whether estimates come with their uncertainty.
    pub uncertainty: bool,
    /// The careers at the top, best first; none without a direction.
    pub careers: Vec<Entry<'m>>,
    /// What the reader must know.
    pub notes: Vec<String>,
    /// What only a report to keep has.
    pub whole: Option<Whole<'m>>,
}

/// One career of a report.
#[derive(Clone, Debug)]
pub struct Entry<'m> {
    /// The career.
    pub career: CareerId,
    /// Its id.
    pub id: &'m str,
    /// Its title.
    pub title: &'m str,
    /// 1 is first among all careers.
    pub rank: usize,
    /// Where it would land if the person answered again, where that was asked for.
    pub interval: Option<RankInterval>,
    /// Careers with the same number cannot be told apart by the answers, where that was asked for.
    pub group: Option<usize>,
    /// Its place among the careers that the limits leave, where some are set.
    pub shown: Option<usize>,
    /// -100 to 100.
    pub fit: f64,
    /// Fit and sureness in a word.
    pub band: Band,
    /// Whether one arrives here from other careers.
    pub later_step: bool,
    /// What speaks for and against it, where reasons are wanted.
    pub reasons: Option<Reasons>,
}

/// Careers at the top that are said to stay.
const FIRST: usize = 10;

/// Gathers the report on an outcome.
pub fn build<'m>(matcher: &'m Matcher, outcome: &'m Outcome, subject: Subject<'_>, detail: Detail) -> Report<'m> {
    let Subject { person, answers, limits, mut notes } = subject;
    notes.extend(few(matcher, outcome.verdict, outcome.evidence));
    let questionnaire = &matcher.kit.questionnaire;
    let kept =
        (!limits.is_empty()).then(|| limited(&matcher.kit.catalogue, &questionnaire.limits, limits, &outcome.fits));
    notes.extend(kept.iter().flat_map(limit_notes));
    let wanted = detail.uncertainty && outcome.verdict == Verdict::Ranked;
    let intervals = wanted.then(|| matcher.intervals(outcome, answers).done(&matcher.metric));
    let first: Vec<CareerId> = outcome.fits.iter().take(FIRST).map(|fit| fit.career).collect();
    notes.extend(intervals.as_ref().map(|drawn| {
        format!("if you answered again, about {:.0} of the first {FIRST} would still be there", drawn.staying(&first))
    }));
    let order: Vec<CareerId> = outcome.fits.iter().map(|fit| fit.career).collect();
    let groups = intervals.as_ref().map(|drawn| drawn.groups(&matcher.metric, &order));
    let intervals = intervals.map(|drawn| drawn.intervals());
    let shown: &[Fit] = kept.as_ref().map_or(&outcome.fits, |kept| &kept.shown);
    let careers = shown.iter().take(detail.top).zip(1..).map(|(fit, place)| Entry {
        interval: intervals.as_ref().and_then(|all| all.get(fit.career.index()).copied()),
        group: groups.as_ref().and_then(|groups| groups.get(fit.rank - 1).copied()),
        shown: kept.is_some().then_some(place),
        reasons: detail.reasons.then(|| matcher.reasons(outcome, fit.career)),
        ..entry(matcher, fit)
    });
    Report {
        person,
        answered: outcome.evidence,
        verdict: outcome.verdict,
        profile: &outcome.profile,
        scales: &matcher.kit.scales,
        uncertainty: detail.uncertainty,
        careers: careers.collect(),
        notes,
        whole: None,
    }
}

/// The short report on one of many people: neither uncertainty nor reasons.
pub fn brief<'m>(matcher: &'m Matcher, ranked: &'m Ranked, person: String) -> Report<'m> {
    Report {
        person,
        answered: ranked.evidence,
        verdict: ranked.verdict,
        profile: &ranked.profile,
        scales: &matcher.kit.scales,
        uncertainty: false,
        careers: ranked.fits.iter().map(|fit| entry(matcher, fit)).collect(),
        notes: few(matcher, ranked.verdict, ranked.evidence).into_iter().collect(),
        whole: None,
    }
}

/// What is said of few answers.
fn few(matcher: &Matcher, verdict: Verdict, evidence: usize) -> Option<String> {
    let few = matcher.kit.matching.hint_below;
    let hints = verdict == Verdict::Ranked && evidence < few;
    hints.then(|| format!("fewer than {few} answers: every career is a first hint"))
}

fn entry<'m>(matcher: &'m Matcher, fit: &Fit) -> Entry<'m> {
    let career = matcher.kit.catalogue.get(fit.career);
    Entry {
        career: fit.career,
        id: &career.id,
        title: &career.title,
        rank: fit.rank,
        interval: None,
        group: None,
        shown: None,
        fit: fit.score,
        band: fit.band,
        later_step: career.is_later_step(),
        reasons: None,
    }
}

fn limit_notes(kept: &Limited) -> Vec<String> {
    let hidden = kept.hidden.iter().map(|(limit, count)| format!("the limit '{limit}' hides {count} careers"));
    let loosen = kept.loosen.iter().map(|limit| format!("few careers are left: loosen the limit '{limit}'"));
    hidden.chain(loosen).collect()
}
