//! `[[career]]` entries: the words of a career, written by hand.

use super::document::{Entry, Text};
use super::problem::{Problems, Source};
use super::wording::{Wording, phrase, plain};
use crate::model::{CareerWords, JobWords, PathWords, StartWhen};
use serde::Deserialize;
use toml::Spanned;

/// One entry as it stands in the file. Own catalogues may leave `job` and `path` out.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawCareer {
    pub(super) id: Text,
    pub(super) title: Text,
    #[serde(default)]
    pub(super) also: Vec<Text>,
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
    pub(super) start_when: Spanned<StartWhen>,
    #[serde(default)]
    pub(super) rung: Vec<Text>,
    rung_why: Option<Text>,
    rung_none: Option<Text>,
}

/// The `path` table of an entry.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawPath {
    roles: Vec<Text>,
    builds: Text,
    learn: Text,
    years: Spanned<u8>,
    hard: Text,
    independent: Text,
    r#try: Text,
    ask: Text,
    pub(super) next: Vec<Text>,
}

/// The checked words; careers that they name are linked later, when all ids are known.
pub fn checked(
    source: &Source,
    entry: &Entry<RawCareer>,
    complete: bool,
    wording: &mut Wording,
    problems: &mut Problems,
) -> CareerWords {
    let raw = &entry.value;
    phrase(source, "title", &raw.title, 1..=12, problems);
    for name in &raw.also {
        plain(source, "also", name, problems);
    }
    if raw.also.len() > 8 {
        problems.add(source, raw.also[8].span(), "more than eight other names", "keep those people search for most");
    }
    wording.sentence(source, "summary", &raw.summary, if complete { 15..=35 } else { 1..=60 }, problems);
    for (part, missing) in [("job", raw.job.is_none()), ("path", raw.path.is_none())] {
        if missing && complete {
            let what = format!("'{}' has no [career.{part}]", raw.id.get_ref());
            problems.add(source, raw.id.span(), what, format!("add [career.{part}] below the career"));
        }
    }
    CareerWords {
        summary: raw.summary.get_ref().clone(),
        job: raw.job.as_ref().map(|job| job_words(source, job, wording, problems)).unwrap_or_default(),
        path: raw.path.as_ref().map(|path| path_words(source, path, wording, problems)).unwrap_or_default(),
    }
}

fn job_words(source: &Source, raw: &RawJob, wording: &mut Wording, problems: &mut Problems) -> JobWords {
    phrase(source, "start_as", &raw.start_as, 1..=9, problems);
    wording.sentence(source, "start_with", &raw.start_with, 5..=30, problems);
    wording.sentence(source, "day", &raw.day, 12..=40, problems);
    if let Some(why) = &raw.rung_why {
        wording.sentence(source, "rung_why", why, 6..=28, problems);
    }
    if let Some(none) = &raw.rung_none {
        wording.sentence(source, "rung_none", none, 8..=35, problems);
    }
    if raw.rung.is_empty() == raw.rung_why.is_some() || (!raw.rung.is_empty() && raw.rung_none.is_some()) {
        let what = "'rung', 'rung_why' and 'rung_none' do not go together";
        let remedy = "give rung with rung_why, or rung_none alone, or none where the job itself is the rung";
        problems.add(source, raw.start_as.span(), what, remedy);
    }
    if raw.rung.is_empty() && raw.rung_none.is_none() && *raw.start_when.get_ref() != StartWhen::Weeks {
        let what = "neither a rung nor 'rung_none' is given";
        problems.add(source, raw.start_as.span(), what, "name a job that leads here, or say honestly that none does");
    }
    JobWords {
        start_as: raw.start_as.get_ref().clone(),
        start_with: raw.start_with.get_ref().clone(),
        day: raw.day.get_ref().clone(),
        rung_why: raw.rung_why.as_ref().map(|text| text.get_ref().clone()),
        rung_none: raw.rung_none.as_ref().map(|text| text.get_ref().clone()),
    }
}

fn path_words(source: &Source, raw: &RawPath, wording: &mut Wording, problems: &mut Problems) -> PathWords {
    let mut seen = std::collections::BTreeSet::new();
    for role in &raw.roles {
        phrase(source, "roles", role, 1..=6, problems);
        if !seen.insert(role.get_ref().to_lowercase()) {
            let what = format!("the role '{}' is there twice", role.get_ref());
            problems.add(source, role.span(), what, "each step of the ladder has a title of its own");
        }
    }
    if !(3..=5).contains(&raw.roles.len()) {
        let what = format!("{} roles, three to five are expected", raw.roles.len());
        problems.add(source, raw.builds.span(), what, "list the ladder from the first post to a senior one");
    }
    if *raw.years.get_ref() > 15 {
        let what = format!("{} years to a full post", raw.years.get_ref());
        problems.add(source, raw.years.span(), what, "write 0 to 15");
    }
    let texts = [
        ("builds", &raw.builds, 5..=26),
        ("learn", &raw.learn, 8..=38),
        ("hard", &raw.hard, 6..=30),
        ("independent", &raw.independent, 6..=32),
        ("try", &raw.r#try, 8..=42),
        ("ask", &raw.ask, 6..=26),
    ];
    for (name, text, words) in texts {
        wording.sentence(source, name, text, words, problems);
    }
    PathWords {
        roles: raw.roles.iter().map(|role| role.get_ref().clone()).collect(),
        builds: raw.builds.get_ref().clone(),
        learn: raw.learn.get_ref().clone(),
        years: *raw.years.get_ref(),
        hard: raw.hard.get_ref().clone(),
        independent: raw.independent.get_ref().clone(),
        try_it: raw.r#try.get_ref().clone(),
        ask: raw.ask.get_ref().clone(),
        next: Vec::new(),
    }
}
