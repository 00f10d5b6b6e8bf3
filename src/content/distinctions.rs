//! `data/distinctions.toml`: the five pairs.

use super::wording::check_characters;
use crate::diagnostics::document::Document;
use crate::diagnostics::shape::Text;
use crate::diagnostics::{Problems, Source};
use crate::model::{Distinction, Distinctions};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    id: Text,
    shown_with: Vec<String>,
    title: Text,
    job: Text,
    career: Text,
    job_lines: Vec<Text>,
    career_lines: Vec<Text>,
    ask: Text,
}

/// The checked distinctions.
///
/// # Errors
/// Every problem of the file.
pub fn read_distinctions(source: &Source) -> Result<Distinctions, Problems> {
    let mut problems = Problems::default();
    let mut document = Document::parse(source, &mut problems);
    let fair = document.read_value::<String>("fair", &mut problems).map(|entry| entry.value).unwrap_or_default();
    let bills = document.read_value::<String>("bills", &mut problems).map(|entry| entry.value).unwrap_or_default();
    let entries = document.read_list::<Raw>("distinction", &mut problems);
    document.finish(&["fair", "bills", "distinction"], &mut problems);

    let pairs: Vec<Distinction> =
        entries.into_iter().map(|entry| check_distinction(source, entry.value, &mut problems)).collect();
    if pairs.is_empty() && problems.is_empty() {
        problems.add(source, 0..0, "no distinction is there", "add [[distinction]] entries");
    }
    problems.or(Distinctions { fair, bills, pairs })
}

fn check_distinction(source: &Source, raw: Raw, problems: &mut Problems) -> Distinction {
    if raw.job_lines.is_empty() || raw.job_lines.len() != raw.career_lines.len() {
        let what = format!("{} lines for the job, {} for the career", raw.job_lines.len(), raw.career_lines.len());
        problems.add(source, raw.id.span(), what, "give both sides the same number of lines, at least one");
    }

    let mut text = |name: &str, text: Text| {
        check_characters(source, name, &text, problems);
        text.into_inner()
    };

    Distinction {
        id: text("id", raw.id),
        shown_with: raw.shown_with,
        title: text("title", raw.title),
        job: text("job", raw.job),
        career: text("career", raw.career),
        job_lines: raw.job_lines.into_iter().map(|line| text("job_lines", line)).collect(),
        career_lines: raw.career_lines.into_iter().map(|line| text("career_lines", line)).collect(),
        ask: text("ask", raw.ask),
    }
}
