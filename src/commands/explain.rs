//! `careerfit explain`: why a career fits somebody, and what speaks against it.

use super::input::{self, Input};
use super::output::print;
use super::{Ending, career, complain, data, keep};
use crate::cli::{Data, Explain};
use crate::fit::{Emphasis, Matcher, answers};
use crate::model::Answers;
use crate::report;
use anyhow::{Context, Result, bail};

/// Explains one career to one person.
pub fn run(explain: &Explain, data: &Data) -> Result<Ending> {
    let matcher = data::matcher(data)?;
    let (id, _) = career::found(&matcher.kit.catalogue, &explain.career)?;
    let (answers, emphasis) = person(&matcher, explain)?;
    let outcome = matcher.outcome(&answers, emphasis);
    let Some(fit) = outcome.fit(id) else {
        print(&format!("{}\n", report::no_direction()))?;
        return Ok(Ending::Done);
    };
    let again = matcher.intervals(&outcome, &answers).finish(&matcher.metric);
    let again = again.get(id.index()).copied();
    print(&report::explanation(&matcher, &outcome, &answers, fit, again))?;
    Ok(Ending::Done)
}

/// The answers of the person meant.
fn person(matcher: &Matcher, explain: &Explain) -> Result<(Answers, Emphasis)> {
    let questionnaire = &matcher.kit.questionnaire;
    match input::open(&explain.file, explain.input, questionnaire)? {
        Input::Session(session, notes) => {
            let (answers, aside) = keep::answers(&session, questionnaire)?;
            for note in notes.iter().chain(&aside) {
                complain(note);
            }
            Ok((answers, Emphasis::from_name(session.record.emphasis.as_deref())))
        }
        Input::People(mut rows) => {
            let Some(wanted) = &explain.person else {
                let only = rows.next().transpose()?.context("the file names nobody; add a row of answers")?;
                if rows.next().is_some() {
                    bail!("the file has several people: say whom with --person NAME (or the line number)");
                }
                let only = only.map_err(super::ending::Unusable)?;
                return Ok((answers(&only.responses), Emphasis::Balanced));
            };
            for row in rows {
                match row? {
                    Ok(row) if row.person == *wanted => {
                        return Ok((answers(&row.responses), Emphasis::Balanced));
                    }
                    Ok(_) => {}
                    Err(problem) => complain(&problem),
                }
            }
            bail!("nobody in {} is called '{wanted}'", explain.file)
        }
    }
}
