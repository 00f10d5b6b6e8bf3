//! `careerfit check`: every problem in the files of a catalogue, a questionnaire or a session.

use super::ExitStatus;
use super::output::{complain, is_for_people, print, print_styled, strip_numbers};
use crate::assess::MIN_ANSWERS;
use crate::cli::Listing;
use crate::content::{self, Extent};
use crate::diagnostics::{Problem, Problems, Severity, Source};
use crate::model::Dataset;
use crate::own;
use crate::report::{escape_json, pluralise};
use crate::session::{self, find_data_folder};
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

/// What a file is, told by its keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Words or figures of careers.
    Careers,
    /// Questions.
    Questionnaire,
    /// Somebody's answers.
    Session,
    /// The scales that people and careers are described by.
    Scales,
    /// Differences between a job and a career.
    Distinctions,
    /// Constants of the matching.
    Matching,
    /// None of these.
    Unknown,
}

/// How the careers of the files are checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Careers {
    /// On their own: they name each other only.
    Alone,
    /// To be added: they may name shipped ones.
    Added,
    /// As the build checks shipped ones: every text of every career.
    Complete,
}

impl Careers {
    /// What the flags ask for.
    pub fn from_flags(added: bool, complete: bool) -> Self {
        match (added, complete) {
            (_, true) => Self::Complete,
            (true, false) => Self::Added,
            (false, false) => Self::Alone,
        }
    }
}

/// Checks files and folders; all problems at once.
pub fn run(paths: &[PathBuf], careers: Careers, format: Listing) -> Result<ExitStatus> {
    let dataset = content::shipped::load_shipped().context("the data of this program is damaged; install it again")?;
    let (sources, unread) = read_sources(paths);
    for error in &unread {
        complain(&error.to_string());
    }
    let problems = check_all(&sources, &dataset, careers);
    let files = pluralise(sources.len(), "file");

    match format {
        Listing::Json => print(&(as_json(&problems, &unread, sources.len()) + "\n"))?,
        Listing::Text if sources.is_empty() => {}
        Listing::Text if problems.is_empty() => print(&format!("{files}, no problems found.\n"))?,
        Listing::Text => print_styled(&format!("{} in {files}.\n", problems.render(is_for_people(&io::stdout()))))?,
    }

    let found = if problems.has_errors() { ExitStatus::Problems } else { ExitStatus::Done };
    Ok(find_ending(unread).unwrap_or(found))
}

/// The files that can be read, and why the others cannot.
fn read_sources(paths: &[PathBuf]) -> (Vec<Source>, Vec<own::Error>) {
    let (mut files, mut errors) = (Vec::new(), Vec::new());
    for path in paths {
        match list_files(path) {
            Ok(found) => files.extend(found),
            Err(error) => errors.push(error),
        }
    }

    let (sources, unread) = own::read_readable_sources(&files);
    errors.extend(unread);
    (sources, errors)
}

/// What files that cannot be read mean for the exit code.
fn find_ending(unread: Vec<own::Error>) -> Option<ExitStatus> {
    let endings: Vec<ExitStatus> = unread.into_iter().map(|error| ExitStatus::of(&anyhow::Error::new(error))).collect();
    if endings.contains(&ExitStatus::Failed) { Some(ExitStatus::Failed) } else { endings.first().copied() }
}

/// A file that cannot be read, as a problem of it.
fn describe_unread(error: &own::Error) -> Value {
    let path = match error {
        own::Error::File { path, .. }
        | own::Error::TooMuch { path, .. }
        | own::Error::NotText(path)
        | own::Error::Empty(path) => path.display().to_string(),
        own::Error::Problems(_) | own::Error::Damaged(_) => String::new(),
    };
    json!({
        "file": path,
        "line": 1,
        "severity": "error",
        "what": strip_numbers(&error.to_string()),
        "remedy": "name a TOML file that is there and can be read",
    })
}

fn as_json(problems: &Problems, unread: &[own::Error], files: usize) -> String {
    let row = |problem: &&Problem| {
        json!({
            "file": &*problem.source.name,
            "line": problem.line(),
            "severity": if problem.severity == Severity::Error { "error" } else { "warning" },
            "what": problem.what,
            "remedy": problem.remedy,
        })
    };
    let rows: Vec<_> = unread.iter().map(describe_unread).chain(problems.sort_problems().iter().map(row)).collect();
    escape_json(json!({ "version": 1, "files": files, "problems": rows }).to_string())
}

fn check_all(sources: &[Source], dataset: &Dataset, extent: Careers) -> Problems {
    let (mut problems, mut shapes) = (Problems::default(), Problems::default());
    let mut careers = Vec::new();
    // scales that are checked along are those that the careers and questions beside them name
    let own_scales =
        sources.iter().find(|source| find_sort(source) == Sort::Scales).and_then(|s| content::read_scales(s).ok());

    for source in sources {
        let found = match find_sort(source) {
            Sort::Careers => {
                careers.push(source.clone());
                continue;
            }
            Sort::Questionnaire => {
                let asked = content::read_questionnaire(source, own_scales.as_ref().unwrap_or(&dataset.scales));
                asked.map(|asked| shapes.join(check_question_count(source, asked.questions.len()))).err()
            }
            Sort::Scales => content::read_scales(source).err(),
            Sort::Distinctions => content::read_distinctions(source).err(),
            Sort::Matching => content::read_matching(source).err(),
            Sort::Session => session::from_text(source).err(),
            Sort::Unknown => {
                let what = "neither careers nor questions nor a session are in this file";
                problems.add(source, 0..0, what, "begin entries with [[career]], [[figures]] or [[question]]");
                None
            }
        };

        problems.join(found.unwrap_or_default());
    }

    let mut known: BTreeSet<String> = dataset.catalogue.careers().iter().map(|career| career.id.clone()).collect();
    if !careers.is_empty() {
        let scales = own_scales.as_ref().unwrap_or(&dataset.scales);
        let found = match extent {
            Careers::Added => content::read_addition(&careers, &dataset.catalogue, scales),
            Careers::Alone => content::read_own_catalogue(&careers, &dataset.catalogue, scales),
            Careers::Complete => content::read_catalogue(&careers, Extent::Complete, scales),
        };

        match found {
            Ok(parts) => {
                shapes.join(content::check_shapes(&careers, &parts, choose_severity(extent)));
                known = parts.careers.into_iter().map(|career| career.id).collect();
            }
            Err(found) => problems.join(found),
        }
    }

    // Without a sound catalogue beside it, the ids it names cannot be told from mistakes.
    if problems.is_empty() {
        let known = known.iter().map(String::as_str).collect();
        let questionnaires = sources.iter().filter(|source| find_sort(source) == Sort::Questionnaire);
        for source in questionnaires {
            problems.join(content::check_activities(source, &known, extent == Careers::Complete));
        }
    }

    // not before: warnings about shapes must not keep the activities from being checked
    problems.join(shapes);
    for source in sources {
        problems.join(check_words(source, extent));
    }
    problems
}

/// Warns of a questionnaire that ranks on fewer answers than the shipped one does.
fn check_question_count(source: &Source, count: usize) -> Problems {
    let mut problems = Problems::default();
    if count < MIN_ANSWERS {
        let what = format!("{} can tell little of a person", pluralise(count, "question"));
        let remedy = format!("careers are ranked on all of them; with {MIN_ANSWERS} or more the ranking is worth more");
        problems.report(Severity::Warning, source, 0..0, what, remedy);
    }
    problems
}

/// What is said about words and shapes: what ships must be right, others are free to write as they like.
fn choose_severity(extent: Careers) -> Severity {
    if extent == Careers::Complete { Severity::Error } else { Severity::Warning }
}

/// Words of a file that are spelt or said otherwise here; a session holds the person's own.
fn check_words(source: &Source, extent: Careers) -> Problems {
    match find_sort(source) {
        Sort::Careers | Sort::Questionnaire | Sort::Scales | Sort::Distinctions => {
            content::check_spelling(source, choose_severity(extent))
        }
        Sort::Session | Sort::Matching | Sort::Unknown => Problems::default(),
    }
}

/// The files that a path names; of the folder of a whole set of data, what lies beside its careers as well.
fn list_files(path: &Path) -> Result<Vec<PathBuf>, own::Error> {
    let mut files = own::list_toml_files(&find_session_file(path).unwrap_or_else(|| path.to_path_buf()))?;
    for name in ["questionnaire", "scales", "distinctions", "matching"] {
        let beside = path.join(name).with_extension("toml");
        if beside.is_file() && !files.contains(&beside) {
            files.push(beside);
        }
    }
    Ok(files)
}

/// The file of the session that has this name, where there is no file of it.
fn find_session_file(name: &Path) -> Option<PathBuf> {
    let is_name = name.components().count() == 1 && name.extension().is_none() && !name.exists();
    let file = find_data_folder("careerfit").ok().filter(|_| is_name)?.join(name).with_extension("toml");
    file.is_file().then_some(file)
}

/// Told by the lines that begin entries, so that a file with a mistake in its syntax is told as well.
pub fn find_sort(source: &Source) -> Sort {
    let lines = || source.text.lines().map(str::trim_start);
    let begins = |names: &[&str]| lines().any(|line| names.iter().any(|name| line.starts_with(name)));

    if begins(&["[[career]]", "[[figures]]"]) {
        Sort::Careers
    } else if begins(&["[[part]]", "[[question]]"]) {
        Sort::Questionnaire
    } else if begins(&["[[answer]]", "[questionnaire]", "version"]) {
        Sort::Session
    } else if begins(&["[[scale]]", "[[area]]", "[scale", "[area"]) {
        Sort::Scales
    } else if begins(&["[[distinction]]"]) {
        Sort::Distinctions
    } else if source.stem() == "matching" {
        Sort::Matching
    } else {
        Sort::Unknown
    }
}
