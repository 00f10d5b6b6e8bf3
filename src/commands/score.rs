//! `careerfit score`: careers by fit for a session, or for everybody in a file.

mod pipeline;
mod spreadsheet;

pub use spreadsheet::separate_columns;

use super::input::{self, Input};
use super::output::{explain_unwritten, open_printer, print_text};
use super::people::{Asked, Row, Rows, tell_apart};
use super::{ExitStatus, export, load, sessions_io};
use crate::assess::assess_quality;
use crate::cli::Score;
use crate::fit::{Batch, BatchRow, Matcher};
use crate::model::{Answers, SessionRecord};
use crate::report::{self, Detail, Format, Many, Ranking, Subject};
use crate::session::Session;
use anyhow::{Result, bail};
use pipeline::{Frame, run_pipeline};
use std::io::Write as _;

/// Lines of output that a block makes at most, so that blocks on their way stay small.
const MAX_LINES_PER_BLOCK: usize = 16_384;
/// Rows of a block.
const MIN_ROWS_PER_BLOCK: usize = 16;
/// Rows of a block where each makes few lines: enough for the products to pay.
const MAX_ROWS_PER_BLOCK: usize = 512;
/// The same where each comes with its uncertainty, which takes far longer than the products.
const MAX_UNCERTAIN_ROWS_PER_BLOCK: usize = 64;

/// Ranks careers for everybody in the file.
pub fn run(score: &Score) -> Result<ExitStatus> {
    export::keep_off_terminal(score.format, &format!("careerfit score {}", score.file))?;
    let matcher = load::load_matcher(&score.data)?;
    let format = export::guard_format(score.format, score.safe_csv)?;
    export::refuse_separator(score.format, score.separator)?;
    let many = format.write_many(&matcher.dataset.catalogue).map(|many| spreadsheet::lay_out(many, score));

    match (input::open(&score.file, score.input, Asked::of(&matcher.dataset))?, many) {
        (Input::Session(session, notes), Some(many)) => {
            print_scores(&score_session(&matcher, *session, notes, score, &many)?, format)
        }
        (Input::Session(session, notes), None) => {
            print_scores(&export::export_session(&matcher, &session, notes, format, score.top)?, format)
        }
        (Input::People(rows), Some(many)) => score_people(&matcher, tell_apart(&score.file, rows), score, &many),
        (Input::People(_), None) => {
            let formats =
                report::FORMATS.iter().filter(|format| format.write_many(&matcher.dataset.catalogue).is_some());
            let names: Vec<&str> = formats.map(|format| format.name()).collect();
            bail!("a report to keep is about one person: give a session, or choose --format {}", names.join(", "));
        }
    }
}

fn print_scores(text: &str, format: Format) -> Result<ExitStatus> {
    if format.name() == "text" {
        print_text(text)?;
        return Ok(ExitStatus::Done);
    }

    let mut out = open_printer(format.is_for_programs());
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(explain_unwritten)?;
    Ok(ExitStatus::Done)
}

/// Everybody in a file, block by block.
fn score_people(matcher: &Matcher, rows: Rows<'_>, score: &Score, many: &Many) -> Result<ExitStatus> {
    let (for_programs, is_text) = (score.format.is_for_programs(), score.format.name() == "text");
    let frame = Frame { head: &many.head, for_programs, is_text };
    let most = if score.intervals { MAX_UNCERTAIN_ROWS_PER_BLOCK } else { MAX_ROWS_PER_BLOCK };
    let block = (MAX_LINES_PER_BLOCK / score.top.max(1)).clamp(MIN_ROWS_PER_BLOCK, most);

    // both are read off a whole outcome, which a batch does not work out
    if score.reasons || score.directions {
        let one = |row: Row| score_row(matcher, row, score, many);
        return run_pipeline(rows, frame, MIN_ROWS_PER_BLOCK, |rows| rows.into_iter().map(one).collect());
    }

    let batch = Batch::new(matcher, score.top);
    let batch = if score.intervals { batch.with_uncertainty() } else { batch };

    run_pipeline(rows, frame, block, |rows| {
        let people: Vec<BatchRow<'_>> = rows.iter().map(Row::as_batch_row).collect();
        let ranked = batch.rank_rows(&people);

        let mut text = String::new();
        for (row, ranked) in rows.into_iter().zip(&ranked) {
            many.add(&mut text, &report::build_brief_ranking(matcher, ranked, row.person, score.intervals));
        }
        text
    })
}

fn score_session(
    matcher: &Matcher,
    session: Session,
    mut notes: Vec<String>,
    score: &Score,
    many: &Many,
) -> Result<String> {
    let (answers, aside) = sessions_io::collect_answers(&session, &matcher.dataset.questionnaire)?;
    notes.extend(aside);
    let found = assess_quality(&matcher.measurement, &matcher.dataset.questionnaire, &answers, &session.record);
    notes.extend(found.care.into_iter().map(report::describe_care));

    let detail = Detail { top: score.top, uncertainty: true, reasons: true, directions: true };
    let write = |ranking: &Ranking<'_>| {
        // what the figures are is said below somebody who stands alone
        if score.format.name() == "text" {
            return report::write_short(ranking) + "\n";
        }
        let mut text = many.head.clone();
        many.add(&mut text, ranking);
        text
    };
    Ok(write_ranking(matcher, session.name, &answers, &session.record, notes, detail, write))
}

fn score_row(matcher: &Matcher, row: Row, score: &Score, many: &Many) -> String {
    let detail =
        Detail { top: score.top, uncertainty: score.intervals, reasons: score.reasons, directions: score.directions };

    let answers = row.as_batch_row().to_answers();
    let record = SessionRecord::default();
    let found = assess_quality(&matcher.measurement, &matcher.dataset.questionnaire, &answers, &record);
    let notes = found.care.into_iter().map(report::describe_care).collect();
    let write = |ranking: &Ranking<'_>| {
        let mut text = String::new();
        many.add(&mut text, ranking);
        text
    };
    write_ranking(matcher, row.person, &answers, &record, notes, detail, write)
}

fn write_ranking(
    matcher: &Matcher,
    person: String,
    answers: &Answers,
    record: &SessionRecord,
    notes: Vec<String>,
    detail: Detail,
    write: impl Fn(&Ranking<'_>) -> String,
) -> String {
    let outcome = matcher.evaluate(answers, record.emphasis());
    let subject = Subject { person, answers, record, notes };
    write(&report::build_ranking(matcher, &outcome, subject, detail))
}
