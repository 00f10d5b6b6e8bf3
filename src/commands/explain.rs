//! `careerfit explain`: why a career fits somebody, and what speaks against it.

use super::input::{self, Input};
use super::output::{complain, note, print, print_lines, print_section};
use super::people::{Asked, Row, Rows, Unread};
use super::{ExitStatus, career, load, sessions_io};
use crate::assess::assess_quality;
use crate::cli::{Explain, Listing};
use crate::fit::Matcher;
use crate::model::{Answers, SessionRecord};
use crate::report;
use anyhow::{Context, Result, bail};

/// Explains one career to one person.
pub fn run(explain: &Explain) -> Result<ExitStatus> {
    let matcher = load::load_matcher(&explain.data)?;
    let id = career::find_career(&matcher, &explain.career.join(" "))?;
    if let Some(error) = career::refuse_several(&matcher, &explain.career, id) {
        return Err(error);
    }
    let Explained { answers, record, ending } = find_person(&matcher, explain)?;
    let outcome = matcher.evaluate(&answers, record.emphasis());
    let care = assess_quality(&matcher.measurement, &matcher.dataset.questionnaire, &answers, &record).care;

    if explain.format == Listing::Json {
        print(&(report::write_explained(&matcher, &outcome, &answers, &care, id) + "\n"))?;
        return Ok(ending);
    }

    let Some(fit) = outcome.find_fit(id) else {
        let says = report::describe_no_direction(&matcher.dataset.questionnaire, outcome.evidence);
        print_lines(&format!("{}\n", says.join(" ")))?;
        return Ok(ending);
    };

    let drawn = matcher.start_intervals(&outcome, &answers).limit_to([id].into_iter()).finish(&matcher.metric);
    let mut section = report::compose_explanation(&matcher, &outcome, &answers, fit, drawn.find_interval_of(fit));
    for said in report::list_cares(&matcher, &outcome, &care) {
        section.quiet(report::to_sentence(&said));
    }
    print_section(&section)?;
    Ok(ending)
}

/// The person meant.
struct Explained {
    answers: Answers,
    /// Everything they said; nothing but the answers is known from a row.
    record: SessionRecord,
    ending: ExitStatus,
}

impl Explained {
    fn of_row(row: &Row, ending: ExitStatus) -> Self {
        Self { answers: row.as_batch_row().to_answers(), record: SessionRecord::default(), ending }
    }
}

/// The person meant, and how it ends: rows that cannot be read are problems, whoever they are about.
fn find_person(matcher: &Matcher, explain: &Explain) -> Result<Explained> {
    let questionnaire = &matcher.dataset.questionnaire;
    match input::open(&explain.file, explain.input, Asked::of(&matcher.dataset))? {
        Input::Session(session, notes) => {
            let (answers, aside) = sessions_io::collect_answers(&session, questionnaire)?;
            notes.iter().chain(&aside).for_each(|said| note(said));
            Ok(Explained { answers, record: session.record, ending: ExitStatus::Done })
        }
        Input::People(mut rows) => {
            let Some(wanted) = &explain.person else {
                let only = rows.next().transpose()?.context("the file names nobody; add a row of answers")?;
                if rows.next().is_some() {
                    bail!("the file has several people: say whom with --person NAME (or the line number)");
                }

                let only = only.map_err(super::exit::Unusable)?;
                return Ok(Explained::of_row(&only, ExitStatus::Done));
            };

            let (row, unread) = find_called(rows, wanted, &explain.file)?;
            Ok(Explained::of_row(&row, unread.ending()))
        }
    }
}

/// The one row of this name, or of this line where nobody is called so, and the rows that cannot be read.
fn find_called(rows: Rows<'_>, wanted: &str, file: &str) -> Result<(Row, Unread)> {
    let (mut found, mut unread): (Option<Row>, _) = (None, Unread::default());
    for row in rows {
        match (row?, &found) {
            (Ok(row), Some(first)) if row.person == wanted => {
                let (first, second) = (first.line, row.line);
                bail!(
                    "two rows of {file} are called '{wanted}', on lines {first} and {second}: give them different names"
                );
            }
            (Ok(row), None) if row.person == wanted => found = Some(row),
            (Err(problem), _) if unread.add() => complain(&problem),
            _ => {}
        }
    }

    unread.say_rest();
    let found = found.with_context(|| format!("nobody in {file} is called '{wanted}'"))?;
    Ok((found, unread))
}
