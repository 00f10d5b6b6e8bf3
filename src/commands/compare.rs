//! `careerfit sessions compare`: what moved between two sessions, and only what is larger than noise.

use super::output::{is_terminal, print, print_section};
use super::{ExitStatus, load, sessions_io};
use crate::cli::{Compare, Comparison};
use crate::fit::Administration;
use crate::model::{Emphasis, Questionnaire};
use crate::report;
use crate::session::{Session, Store, format_day};
use anyhow::{Context, Result, bail};

/// A session, and what it is called on the command line.
type Named = (String, Session);

/// Prints what moved, in the format wanted.
pub fn run(wanted: &Compare, store: &Store) -> Result<ExitStatus> {
    let matcher = load::load_matcher(&wanted.data)?;
    let questionnaire = &matcher.dataset.questionnaire;
    let (sides, mut notes) = load_sessions(wanted, store)?;
    notes.extend(list_other_questions(&sides, questionnaire));

    let mut answered = Vec::new();
    for (_, session) in &sides {
        let (answers, aside) = sessions_io::collect_answers(session, questionnaire)?;
        notes.extend(aside);
        // both by the same weights, whatever each was ranked by
        let outcome = matcher.evaluate(&answers, Emphasis::default());
        answered.push((answers, outcome));
    }

    let mut sessions = sides.iter().zip(&answered).map(|((name, session), (answers, outcome))| {
        let when = session.last().and_then(format_day).map_or(String::new(), |day| format!(", {day}"));
        (format!("{name}{when}"), Administration { answers, outcome })
    });
    let (before, after) = sessions.next().zip(sessions.next()).context("two sessions are compared")?;
    let changes = report::build_changes(&matcher, before, after, notes);

    match wanted.format {
        Comparison::Text if is_terminal() => print_section(&changes.to_section())?,
        Comparison::Text => print(&changes.to_text())?,
        Comparison::Json => print(&(changes.to_json() + "\n"))?,
        Comparison::Markdown => print(&changes.to_markdown())?,
    }
    Ok(ExitStatus::Done)
}

/// Both sessions as they are called, the earlier first, and what the reader must know.
fn load_sessions(wanted: &Compare, store: &Store) -> Result<([Named; 2], Vec<String>)> {
    let (first, mut notes) = sessions_io::load_named(&wanted.first)?;
    let first = (wanted.first.clone(), first);

    let second = match &wanted.second {
        Some(second) => second.clone(),
        None => find_latest_other(store, &wanted.first)?,
    };
    if second == wanted.first {
        bail!("'{second}' is named twice, and nothing moves between a session and itself: name another one");
    }
    let (session, more) = sessions_io::load_named(&second)?;
    notes.extend(more);
    let second = (second, session);

    // two that were named stay in the order in which they were named
    let turned = wanted.second.is_none() && second.1.last() < first.1.last();
    Ok((if turned { [second, first] } else { [first, second] }, notes))
}

/// The session with the latest answers but this one.
fn find_latest_other(store: &Store, but: &str) -> Result<String> {
    let listed = store.list()?;
    let other = listed.into_iter().find(|one| one.session.is_some() && one.name != but).map(|one| one.name);
    other.with_context(|| format!("there is no other session to compare '{but}' with; name a second one"))
}

/// What to say where the two were not answered with the same questions as are compared with now.
fn list_other_questions(sides: &[Named; 2], questionnaire: &Questionnaire) -> Vec<String> {
    let other = |(_, session): &&Named| session.questionnaire != questionnaire.id || session.hash != questionnaire.hash;
    let named = sides.iter().filter(other).map(|(name, _)| {
        format!(
            "{name} was answered with other questions; only answers to questions that are the same now are compared"
        )
    });
    named.collect()
}
