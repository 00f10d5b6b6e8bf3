//! `careerfit score`: careers by fit for a session, or for everybody in a file.

mod flow;

use super::input::{self, Input};
use super::output::print;
use super::people::{Row, Rows};
use super::{Ending, data, export, keep};
use crate::assess::quality;
use crate::cli::{Data, Format, Score};
use crate::fit::{self, Batch, Emphasis, Matcher, Responses};
use crate::model::{Answers, Record};
use crate::report::{self, Cells, Detail, Subject};
use crate::session::Session;
use anyhow::{Result, bail};
use flow::flow;

/// Lines of output that a block makes at most, so that blocks on their way stay small.
const LINES: usize = 16_384;
/// Rows of a block.
const SMALLEST: usize = 16;
/// Rows of a block where each makes few lines: enough for the products to pay.
const LARGEST: usize = 512;

/// Ranks careers for everybody in the file.
pub fn run(score: &Score, data: &Data) -> Result<Ending> {
    let matcher = data::matcher(data)?;
    match input::open(&score.file, score.input, &matcher.kit.questionnaire)? {
        Input::Session(session, notes) => {
            let head = if score.format == Format::Csv { report::csv_head() } else { String::new() };
            print(&(head + &of_session(&matcher, *session, notes, score)?))?;
            Ok(Ending::Done)
        }
        Input::People(_) if matches!(score.format, Format::Markdown | Format::Html) => {
            bail!("a report to keep is about one person: give a session, or choose --format text, json or csv");
        }
        Input::People(rows) => of_people(&matcher, rows, score),
    }
}

/// Everybody in a file, block by block.
fn of_people(matcher: &Matcher, rows: Rows<'_>, score: &Score) -> Result<Ending> {
    let head = if score.format == Format::Csv { report::csv_head() } else { String::new() };
    let block = (LINES / score.top.max(1)).clamp(SMALLEST, LARGEST);
    if score.intervals || score.reasons {
        let one = |row: Row| of_row(matcher, row, score);
        return flow(rows, &head, SMALLEST, |rows| rows.into_iter().map(one).collect());
    }
    let (batch, cells) = (Batch::new(matcher, score.top), Cells::new(&matcher.kit.catalogue));
    flow(rows, &head, block, |rows| {
        let responses: Vec<&Responses> = rows.iter().map(|row| row.responses.as_slice()).collect();
        let ranked = batch.ranked(&responses);
        let mut text = String::new();
        for (row, ranked) in rows.into_iter().zip(&ranked) {
            let report = report::brief(matcher, ranked, row.person);
            if score.format == Format::Csv {
                cells.add(&mut text, &report);
            } else {
                text += &export::written(&report, score.format);
            }
        }
        text
    })
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
    written(matcher, row.person, &fit::answers(&row.responses), &Record::default(), Vec::new(), detail, score.format)
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
