//! `careerfit questions`: everything that is asked and scored.

use super::output::print;
use super::{Ending, data};
use crate::cli::{Data, Listing};
use crate::model::{Question, Questionnaire, Scales};
use crate::report;
use anyhow::Result;
use serde_json::{Map, Value, json};
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
    let questions: Vec<Value> = questionnaire.iter().map(|(_, q)| one(q, questionnaire, scales)).collect();
    Ok(report::escaped(serde_json::to_string(&json!({ "version": 1, "questions": questions }))?))
}

fn one(question: &Question, questionnaire: &Questionnaire, scales: &Scales) -> Value {
    let part = questionnaire.part(question.part);
    let choices: Vec<Value> = part.choices.iter().map(|c| json!({ "value": c.value, "label": c.label })).collect();
    let loads: Map<String, Value> =
        question.loads.iter().map(|load| (scales.get(load.scale).id.clone(), json!(load.weight))).collect();
    let (id, text, usual) = (&question.id, &question.text, question.usual);
    json!({ "id": id, "part": part.id, "text": text, "choices": choices, "loads": loads, "usual": usual })
}
