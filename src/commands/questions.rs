//! `careerfit questions`: everything that is asked and scored.

use super::output::print;
use super::{Ending, data};
use crate::cli::{Data, Listing};
use crate::model::{Choice, Question, Questionnaire, Scales};
use crate::report;
use anyhow::Result;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::Write;

/// Prints every question.
pub fn run(format: Listing, data: &Data) -> Result<Ending> {
    let kit = data::kit(data)?;
    match format {
        Listing::Text => print(&text(&kit.questionnaire))?,
        Listing::Json => print(&(json(&kit.questionnaire, &kit.scales)? + "\n"))?,
    }
    Ok(Ending::Done)
}

fn text(questionnaire: &Questionnaire) -> String {
    let mut text = String::new();
    for part in questionnaire.part_ids() {
        let about = questionnaire.part(part);
        let choices: Vec<String> = about.choices.iter().map(|c| format!("{} {}", c.value, c.label)).collect();
        let _ = writeln!(text, "{}: {}\n{}\n{}\n", about.id, about.title, about.prompt, choices.join(", "));
        for (_, question) in questionnaire.in_part(part) {
            let _ = writeln!(text, "  {:<28} {}", question.id, question.text);
        }
        text += "\n";
    }
    text
}

fn json(questionnaire: &Questionnaire, scales: &Scales) -> Result<String> {
    let questions = questionnaire.iter().map(|(_, question)| Asked::of(question, questionnaire, scales)).collect();
    Ok(report::escaped(serde_json::to_string(&All { version: 1, questions })?))
}

/// The whole of the JSON.
#[derive(Serialize)]
struct All<'q> {
    version: u8,
    questions: Vec<Asked<'q>>,
}

/// One question of the JSON.
#[derive(Serialize)]
struct Asked<'q> {
    id: &'q str,
    part: &'q str,
    text: &'q str,
    choices: &'q [Choice],
    loads: BTreeMap<&'q str, f64>,
    usual: f64,
}

impl<'q> Asked<'q> {
    fn of(question: &'q Question, questionnaire: &'q Questionnaire, scales: &'q Scales) -> Self {
        let part = questionnaire.part(question.part);
        let loads = question.loads.iter().map(|load| (scales.get(load.scale).id.as_str(), load.weight)).collect();
        let (id, text, usual) = (&question.id, &question.text, question.usual);
        Self { id, part: &part.id, text, choices: &part.choices, loads, usual }
    }
}
