//! `careerfit score`: careers by fit for a session, or for everybody in a file, one person at a time.

use super::input::{self, Input};
use super::output::printer;
use super::people::Row;
use super::{Ending, complain, data, export, keep};
use crate::assess::quality;
use crate::cli::{Data, Format, Score};
use crate::fit::{Emphasis, Matcher};
use crate::model::{Answers, Record};
use crate::report::{self, Detail, Subject};
use crate::session::Session;
use anyhow::{Result, bail};
use std::io::Write;

/// Ranks careers for everybody in the file.
pub fn run(score: &Score, data: &Data) -> Result<Ending> {
    let matcher = data::matcher(data)?;
    let input = input::open(&score.file, score.input, &matcher.kit.questionnaire)?;
    let mut out = printer();
    if score.format == Format::Csv {
        out.write_all(report::csv_head().as_bytes())?;
    }
    let mut ending = Ending::Done;
    match input {
        Input::Session(session, notes) => {
            let text = of_session(&matcher, *session, notes, score)?;
            out.write_all(text.as_bytes())?;
        }
        Input::People(_) if matches!(score.format, Format::Markdown | Format::Html) => {
            bail!("a report to keep is about one person: give a session, or choose --format text, json or csv");
        }
        Input::People(rows) => {
            for row in rows {
                match row? {
                    Ok(row) => out.write_all(of_row(&matcher, row, score).as_bytes())?,
                    Err(problem) => {
                        complain(&problem);
                        ending = Ending::Problems;
                    }
                }
            }
        }
    }
    out.flush()?;
    Ok(ending)
}

fn of_session(matcher: &Matcher, session: Session, mut notes: Vec<String>, score: &Score) -> Result<String> {
    if matches!(score.format, Format::Markdown | Format::Html) {
        return export::of_session(matcher, &session, notes, score.format, score.top);
    }
    let (answers, aside) = keep::answers(&session, &matcher.kit.questionnaire)?;
    notes.extend(aside);
    let told = quality(&matcher.measurement, &matcher.kit.questionnaire, &answers, &session.record.given);
    notes.extend(told.care.into_iter().map(|care| format!("read this with care: {}", report::care(care))));
    let detail = Detail { top: score.top, uncertainty: true, reasons: true };
    Ok(written(matcher, session.name, &answers, &session.record, notes, detail, score.format))
}

fn of_row(matcher: &Matcher, row: Row, score: &Score) -> String {
    let detail = Detail { top: score.top, uncertainty: score.intervals, reasons: score.reasons };
    written(matcher, row.person, &row.answers, &Record::default(), Vec::new(), detail, score.format)
}

fn written(
    matcher: &Matcher,
    person: String,
    answers: &Answers,
    record: &Record,
    notes: Vec<String>,
    detail: Detail,
    format: Format,
) -> String {
    let outcome = matcher.outcome(answers, Emphasis::from_name(record.emphasis.as_deref()));
    let subject = Subject { person, answers, limits: &record.limits, notes };
    export::written(&report::build(matcher, &outcome, subject, detail), format)
}
