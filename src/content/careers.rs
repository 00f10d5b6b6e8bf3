//! `[[career]]` entries: the words of a career, written by hand.

use super::wording::{Wording, check_characters, check_line, check_phrase};
use crate::diagnostics::shape::{Entry, Text};
use crate::diagnostics::{Problems, Source};
use crate::model::{CareerWords, Hired, Hiring, JobWords, Paid, PathWords};
use crate::text::pluralise;
use serde::Deserialize;
use toml::Spanned;

/// Years until full pay that can be true of paid learning.
const FULL_PAY_YEARS: std::ops::RangeInclusive<u8> = 1..=10;

/// One entry as it stands in the file. Own catalogues may leave `job` and `path` out.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawCareer {
    pub(super) id: Text,
    pub(super) title: Text,
    #[serde(default)]
    pub(super) also: Vec<Text>,
    #[serde(default)]
    pub(super) found_as: Vec<Text>,
    summary: Text,
    #[serde(default)]
    pub(super) arrive_from: Vec<Text>,
    pub(super) job: Option<RawJob>,
    pub(super) path: Option<RawPath>,
}

/// The `job` table of an entry.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawJob {
    start_as: Text,
    start_with: Text,
    day: Text,
    pub(super) hired: Option<Spanned<Hired>>,
    paid: Option<Spanned<Paid>>,
    full_pay_years: Option<Spanned<u8>>,
    /// What `hired` and `paid` took the place of.
    start_when: Option<Text>,
    #[serde(default)]
    pub(super) rung: Vec<Text>,
    rung_why: Option<Text>,
    rung_none: Option<Text>,
    #[serde(default)]
    pub(super) meanwhile: Vec<Text>,
    hours: Option<Text>,
}

/// The `path` table of an entry.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawPath {
    roles: Spanned<Vec<Text>>,
    builds: Text,
    learn: Text,
    years: Spanned<u8>,
    hard: Text,
    independent: Text,
    #[serde(default)]
    pub(super) own_business: bool,
    r#try: Text,
    ask: Text,
    licence: Option<Text>,
    pub(super) next: Vec<Text>,
}

/// The checked words; careers that they name are linked later, when all ids are known.
pub fn check_career(
    source: &Source,
    entry: &Entry<RawCareer>,
    complete: bool,
    wording: &mut Wording,
    problems: &mut Problems,
) -> CareerWords {
    let raw = &entry.value;
    check_phrase(source, "title", &raw.title, 1..=12, problems);
    for (field, names) in [("also", &raw.also), ("found_as", &raw.found_as)] {
        for name in names {
            check_characters(source, field, name, problems);
        }
    }
    if raw.also.len() > 8 {
        problems.add(source, raw.also[8].span(), "more than eight other names", "keep those people search for most");
    }

    wording.check_sentence(source, "summary", &raw.summary, if complete { 12..=38 } else { 1..=60 }, problems);
    for (part, missing) in [("job", raw.job.is_none()), ("path", raw.path.is_none())] {
        if missing && complete {
            let what = format!("'{}' has no [career.{part}]", raw.id.get_ref());
            problems.add(source, raw.id.span(), what, format!("add [career.{part}] below the career"));
        }
    }

    CareerWords {
        summary: raw.summary.get_ref().clone(),
        job: raw.job.as_ref().map(|job| read_job_words(source, job, wording, problems)).unwrap_or_default(),
        path: raw.path.as_ref().map(|path| read_path_words(source, path, wording, problems)).unwrap_or_default(),
    }
}

/// When work and pay begin, or the problem with what is said about it.
pub fn read_hiring(source: &Source, raw: &RawJob, problems: &mut Problems) -> Option<Hiring> {
    if let Some(old) = &raw.start_when {
        let what = format!("'start_when' (\"{}\") says two things at once", old.get_ref());
        let remedy = "did you mean 'hired' and 'paid'? write hired = \"weeks\", \"months\" or \"years\" (how soon somebody \
                      new can be taken on) and paid = \"day-one\", \"after-course\", \"after-study\" or \"uncertain\"";
        problems.add(source, old.span(), what, remedy);
        return None;
    }

    let (Some(hired), Some(paid)) = (&raw.hired, &raw.paid) else {
        let missing = if raw.hired.is_none() { "hired" } else { "paid" };
        let remedy = "write hired = \"weeks\", \"months\" or \"years\" and paid = \"day-one\", \"after-course\", \
                      \"after-study\" or \"uncertain\"";
        problems.add(source, raw.start_as.span(), format!("'{missing}' is missing"), remedy);
        return None;
    };

    if *hired.get_ref() == Hired::Weeks && *paid.get_ref() == Paid::AfterStudy {
        let what = "hired within weeks, but paid only after study";
        problems.add(source, paid.span(), what, "a course of study takes longer than weeks: correct one of the two");
    }

    if let Some(years) = raw.full_pay_years.as_ref().filter(|years| !FULL_PAY_YEARS.contains(years.get_ref())) {
        let what = format!("{} years until full pay", years.get_ref());
        problems.add(source, years.span(), what, "write 1 to 10, or leave it out");
    }
    let full_pay_years = raw.full_pay_years.as_ref().map(|years| *years.get_ref());
    Some(Hiring { hired: *hired.get_ref(), paid: *paid.get_ref(), full_pay_years })
}

fn read_job_words(source: &Source, raw: &RawJob, wording: &mut Wording, problems: &mut Problems) -> JobWords {
    check_phrase(source, "start_as", &raw.start_as, 1..=10, problems);
    wording.check_sentence(source, "start_with", &raw.start_with, 4..=32, problems);
    wording.check_sentence(source, "day", &raw.day, 10..=60, problems);
    for (name, text, words) in [("rung_why", &raw.rung_why, 6..=32), ("rung_none", &raw.rung_none, 8..=38)] {
        if let Some(text) = text {
            wording.check_sentence(source, name, text, words, problems);
        }
    }
    if let Some(hours) = &raw.hours {
        check_line(source, "hours", hours, 3..=22, problems);
    }
    check_rungs(source, raw, problems);

    let text = |text: &Option<Text>| text.as_ref().map(|text| text.get_ref().clone());
    JobWords {
        start_as: raw.start_as.get_ref().clone(),
        start_with: raw.start_with.get_ref().clone(),
        day: raw.day.get_ref().clone(),
        rung_why: text(&raw.rung_why),
        rung_none: text(&raw.rung_none),
        hours: text(&raw.hours),
    }
}

/// Notes rungs without a reason, a reason without rungs, and a job that names neither a rung nor why there is none.
fn check_rungs(source: &Source, raw: &RawJob, problems: &mut Problems) {
    if raw.rung.is_empty() == raw.rung_why.is_some() || (!raw.rung.is_empty() && raw.rung_none.is_some()) {
        let what = "'rung', 'rung_why' and 'rung_none' do not go together";
        let remedy = "give rung with rung_why, or rung_none alone, or none where the job itself is the rung";
        problems.add(source, raw.start_as.span(), what, remedy);
    }

    let later = raw.hired.as_ref().is_some_and(|hired| *hired.get_ref() != Hired::Weeks);
    if raw.rung.is_empty() && raw.rung_none.is_none() && later {
        let what = "neither a rung nor 'rung_none' is given";
        problems.add(source, raw.start_as.span(), what, "name a job that leads here, or say honestly that none does");
    }
}

/// Notes a ladder that is too short or too long, and steps that are the same.
fn check_roles(source: &Source, roles: &Spanned<Vec<Text>>, problems: &mut Problems) {
    let count = roles.get_ref().len();
    let mut seen = std::collections::BTreeSet::new();
    for role in roles.get_ref() {
        check_phrase(source, "roles", role, 1..=6, problems);
        if !seen.insert(role.get_ref().to_lowercase()) {
            let what = format!("the role '{}' is there twice", role.get_ref());
            problems.add(source, role.span(), what, "each step of the ladder has a title of its own");
        }
    }

    if !(3..=5).contains(&count) {
        let what = format!("{}, three to five are expected", pluralise(count, "role"));
        problems.add(source, roles.span(), what, "list the ladder from the first post to a senior one");
    }
}

fn read_path_words(source: &Source, raw: &RawPath, wording: &mut Wording, problems: &mut Problems) -> PathWords {
    check_roles(source, &raw.roles, problems);
    if *raw.years.get_ref() > 15 {
        let what = format!("{} years to a full post", raw.years.get_ref());
        problems.add(source, raw.years.span(), what, "write 0 to 15");
    }

    let texts = [
        ("builds", &raw.builds, 4..=30),
        ("learn", &raw.learn, 8..=42),
        ("hard", &raw.hard, 4..=32),
        ("independent", &raw.independent, 5..=34),
        ("try", &raw.r#try, 8..=45),
        ("ask", &raw.ask, 5..=28),
    ];
    let licence = raw.licence.as_ref().map(|licence| ("licence", licence, 6..=50));
    for (name, text, words) in texts.into_iter().chain(licence) {
        wording.check_sentence(source, name, text, words, problems);
    }

    PathWords {
        roles: raw.roles.get_ref().iter().map(|role| role.get_ref().clone()).collect(),
        builds: raw.builds.get_ref().clone(),
        learn: raw.learn.get_ref().clone(),
        years: *raw.years.get_ref(),
        hard: raw.hard.get_ref().clone(),
        independent: raw.independent.get_ref().clone(),
        try_it: raw.r#try.get_ref().clone(),
        ask: raw.ask.get_ref().clone(),
        licence: raw.licence.as_ref().map(|licence| licence.get_ref().clone()),
        next: Vec::new(),
    }
}
