//! `careerfit sessions`: what is saved, tidying it, and taking it along.

use super::output::print;
use super::{Ending, compare, complain, data, export, keep};
use crate::cli::{Data, Sessions};
use crate::model::{Kit, Response};
use crate::session::{Listed, Session, day};
use anyhow::Result;
use std::fmt::Write;

/// Lists, shows, renames, deletes, compares or exports sessions.
pub fn run(what: &Sessions, data: &Data) -> Result<Ending> {
    let mut store = keep::store()?;
    let said = match what {
        Sessions::Compare(wanted) => compare::run(wanted, &store, data)?,
        Sessions::Export(wanted) => return export::run(wanted, data),
        Sessions::List => list(&store.list()?),
        Sessions::Show { name } => {
            let loaded = store.read(name)?;
            if let Some(note) = &loaded.note {
                complain(note);
            }
            show(&loaded.session, &data::kit(data)?)
        }
        Sessions::Rename { from, to } => {
            store.rename(from, to)?;
            format!("'{from}' is now '{to}'.\n")
        }
        Sessions::Delete { name } => {
            store.delete(name)?;
            format!("'{name}' is deleted.\n")
        }
    };
    print(&said)?;
    Ok(Ending::Done)
}

fn list(sessions: &[Listed]) -> String {
    if sessions.is_empty() {
        return "No session is saved yet; 'careerfit' begins one.\n".to_string();
    }
    let line = |one: &Listed| {
        let last = one.last().and_then(day).unwrap_or_default();
        let note = one.note.as_ref().and_then(|note| note.lines().next()).map(|note| format!("  {note}"));
        let line = format!("{:<24} {:>4} answers  {last:<10}{}", one.name, one.answers(), note.unwrap_or_default());
        line.trim_end().to_string() + "\n"
    };
    sessions.iter().map(line).collect()
}

fn show(session: &Session, kit: &Kit) -> String {
    let (record, questionnaire) = (&session.record, &kit.questionnaire);
    let last = session.last().and_then(day).map_or(String::new(), |day| format!(", the last on {day}"));
    let mut text = format!("{}: {} answers{last}, length {}\n", session.name, session.answered(), record.length.name());
    for asked in &questionnaire.situation {
        let chosen = record.situation.get(&asked.id);
        if let Some((_, label)) = chosen.and_then(|chosen| asked.choices.iter().find(|(id, _)| id == chosen)) {
            let _ = writeln!(text, "  {}: {label}", asked.text);
        }
    }
    if let Some(job) = record.present_job.as_deref().and_then(|id| kit.catalogue.find(id)) {
        let _ = writeln!(text, "  Present or last job: {}", kit.catalogue.get(job).title);
    }
    let answers = record.answers(questionnaire);
    for part in questionnaire.part_ids() {
        let about = questionnaire.part(part);
        let mut given = answers.iter().filter(|(id, _)| questionnaire.question(*id).part == part).peekable();
        if given.peek().is_some() {
            let _ = writeln!(text, "\n{}", about.title);
        }
        for (id, response) in given {
            let label = match response {
                Response::Value(value) => about.label(value),
                Response::Untried => about.label(0),
                Response::Skipped => Some("(skipped)"),
            };
            let _ = writeln!(text, "  {}: {}", questionnaire.question(id).text, label.unwrap_or("(no such choice)"));
        }
    }
    text.extend(session.set_aside(questionnaire).map(|aside| format!("\n{aside}\n")));
    text
}
