//! `careerfit sessions show`: what somebody answered, to be read or for programs.

use super::load;
use crate::cli::{Data, Listing};
use crate::model::{Dataset, Pair, Part, Questionnaire, Response};
use crate::report::{escape_json, pluralise};
use crate::session::{Session, format_day};
use anyhow::Result;
use serde_json::{Value, json};
use std::fmt::Write;

/// The answers of a session in the format wanted.
pub fn show_session(session: &Session, format: Listing, data: &Data) -> Result<String> {
    let dataset = load::load_dataset(data)?;
    Ok(match format {
        Listing::Text => write_text(session, &dataset),
        Listing::Json => escape_json(as_json(session, &dataset).to_string()) + "\n",
    })
}

fn as_json(session: &Session, dataset: &Dataset) -> Value {
    let (record, questionnaire) = (&session.record, &dataset.questionnaire);
    let answers = record.collect_answers(questionnaire);
    let given = answers.iter().map(|(id, response)| {
        let (question, part) = (questionnaire.question(id), questionnaire.part_of(id));
        json!({
            "question": question.id,
            "part": part.id,
            "value": value(response),
            "label": value(response).and_then(|value| part.label(value)),
        })
    });

    json!({
        "version": 1,
        "name": session.name,
        "length": record.length.name(),
        "answered": session.count_answers(),
        "last": session.last().and_then(format_day),
        "questionnaire": { "id": session.questionnaire, "hash": format!("{:016x}", session.hash) },
        "situation": record.situation,
        "present_job": record.present_job,
        "goals": record.goals,
        "leave": record.leave,
        "sliders": record.sliders,
        "answers": given.collect::<Vec<_>>(),
        "set_aside": record.list_set_aside(questionnaire),
    })
}

/// The value of the choice; none where it was skipped.
fn value(response: Response) -> Option<u8> {
    match response {
        Response::Value(value) => Some(value.get()),
        Response::Untried => Some(0),
        Response::Skipped => None,
    }
}

fn find_label(part: &Part, response: Response) -> &str {
    value(response).map_or("(skipped)", |value| part.label(value).unwrap_or("(no such choice)"))
}

/// How many answers there are, and how many of them are choices of either-or questions, which rank nothing.
fn describe_count(session: &Session, questionnaire: &Questionnaire) -> String {
    let last = |pair: &&Pair| session.record.given.iter().rev().find(|given| given.question == pair.id);
    let is_answered = |pair: &&Pair| last(pair).is_some_and(|given| given.response != Response::Skipped);
    let answered = pluralise(session.count_answers(), "answer");
    match questionnaire.pairs.iter().filter(is_answered).count() {
        0 => answered,
        pairs => format!("{answered} ({pairs} either-or)"),
    }
}

fn write_text(session: &Session, dataset: &Dataset) -> String {
    let (record, questionnaire) = (&session.record, &dataset.questionnaire);
    let last = session.last().and_then(format_day).map_or(String::new(), |day| format!(", the last on {day}"));
    let answered = describe_count(session, questionnaire);
    let mut text = format!("{}: {answered}{last}, length {}\n", session.name, record.length.name());

    for asked in &questionnaire.situation {
        let chosen = record.situation.get(&asked.id);
        if let Some(choice) = asked.choices.iter().find(|choice| Some(&choice.id) == chosen) {
            let _ = writeln!(text, "  {}: {}", asked.text, choice.label);
        }
    }

    if let Some(job) = record.present_job.as_deref().and_then(|id| dataset.catalogue.find(id)) {
        let _ = writeln!(text, "  Present or last job: {}", dataset.catalogue.get(job).title);
    }

    let answers = record.collect_answers(questionnaire);
    for part in questionnaire.part_ids() {
        let about = questionnaire.part(part);
        let mut given = answers.iter().filter(|(id, _)| questionnaire.question(*id).part == part).peekable();
        if given.peek().is_some() {
            let _ = writeln!(text, "\n{}", about.title);
        }
        for (id, response) in given {
            let _ = writeln!(text, "  {}: {}", questionnaire.question(id).text, find_label(about, response));
        }
    }

    text.extend(session.describe_set_aside(questionnaire).map(|aside| format!("\n{aside}\n")));
    text
}
