//! `careerfit check`: every problem in the files of a catalogue, a questionnaire or a session.

use super::output::print;
use super::{Ending, data};
use crate::content::{self, Extent, Problems, Source};
use crate::model::Kit;
use crate::session;
use anyhow::{Context, Result};
use std::path::PathBuf;

/// What a file is, told by its keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Careers,
    Questionnaire,
    Session,
    Unknown,
}

/// Checks files and folders; all problems at once. Careers to be added may name shipped ones.
pub fn run(paths: &[PathBuf], added: bool) -> Result<Ending> {
    let kit = content::shipped::shipped().context("the data of this program is damaged; install it again")?;
    let mut sources = Vec::new();
    for path in paths {
        for file in data::files(path)? {
            sources.push(data::source(&file)?);
        }
    }
    let problems = all(&sources, &kit, added);
    let files = if sources.len() == 1 { "1 file".to_string() } else { format!("{} files", sources.len()) };
    if problems.is_empty() {
        print(&format!("{files}, no problems found.\n"))?;
        return Ok(Ending::Done);
    }
    print(&format!("{problems} in {files}.\n"))?;
    Ok(Ending::Problems)
}

fn all(sources: &[Source], kit: &Kit, added: bool) -> Problems {
    let mut problems = Problems::default();
    let mut careers = Vec::new();
    for source in sources {
        let found = match sort(&source.text) {
            Sort::Careers => {
                careers.push(source.clone());
                continue;
            }
            Sort::Questionnaire => content::questionnaire(source, &kit.scales).err(),
            Sort::Session => session::from_text(source).err(),
            Sort::Unknown => {
                let what = "neither careers nor questions nor a session are in this file";
                problems.add(source, 0..0, what, "begin entries with [[career]], [[figures]] or [[question]]");
                None
            }
        };
        problems.0.extend(found.into_iter().flat_map(|found| found.0));
    }
    if !careers.is_empty() {
        let found = if added {
            content::addition(&careers, &kit.catalogue, &kit.scales)
        } else {
            content::catalogue(&careers, Extent::Own, &kit.scales)
        };
        problems.0.extend(found.err().into_iter().flat_map(|found| found.0));
    }
    problems
}

/// Told by the lines that begin entries, so that a file with a mistake in its syntax is told as well.
fn sort(text: &str) -> Sort {
    let begins = |names: &[&str]| text.lines().any(|line| names.iter().any(|name| line.trim_start().starts_with(name)));
    if begins(&["[[career]]", "[[figures]]"]) {
        Sort::Careers
    } else if begins(&["[[part]]", "[[question]]"]) {
        Sort::Questionnaire
    } else if begins(&["[[answer]]", "[questionnaire]", "version"]) {
        Sort::Session
    } else {
        Sort::Unknown
    }
}
