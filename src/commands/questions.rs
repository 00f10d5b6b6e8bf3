//! `careerfit questions`: everything that is asked and scored.

use super::output::{print, print_text};
use super::{ExitStatus, load};
use crate::cli::{Data, Listing, QuestionsFrom};
use crate::model::{Choice, Dataset, Question, Questionnaire, Scales};
use crate::report::{self, MadeWith, describe_provenance};
use anyhow::Result;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::Write;

/// Prints every question.
pub fn run(format: Listing, questions: QuestionsFrom) -> Result<ExitStatus> {
    let dataset = load::load_dataset(&Data { questions, ..Data::default() })?;
    match format {
        Listing::Text => print_text(&write_text(&dataset.questionnaire, &dataset.scales))?,
        Listing::Json => print(&(write_json(&dataset)? + "\n"))?,
    }
    Ok(ExitStatus::Done)
}

fn write_text(questionnaire: &Questionnaire, scales: &Scales) -> String {
    let mut text = String::new();
    for part in questionnaire.part_ids() {
        let about = questionnaire.part(part);
        let choices: Vec<String> = about.choices.iter().map(|c| format!("{} {}", c.value, c.label)).collect();
        let _ = writeln!(text, "{}: {}\n{}\n{}\n", about.id, about.title, about.prompt, choices.join(", "));

        for (_, question) in questionnaire.in_part(part) {
            let _ = writeln!(text, "  {:<28} {}", question.id, question.text);
            let _ = writeln!(text, "      {}", describe_loads(question, scales));
        }
        text += "\n";
    }
    text
}

/// What a question tells about, how strongly, and what people answer on average.
fn describe_loads(question: &Question, scales: &Scales) -> String {
    let loads = question.loads.iter().map(|load| format!("{} {}", scales.get(load.scale).id, load.weight));
    format!("tells about {}; usual answer {}", loads.collect::<Vec<_>>().join(", "), question.usual)
}

fn write_json(dataset: &Dataset) -> Result<String> {
    let questions = dataset.questionnaire.iter();
    let questions =
        questions.map(|(_, question)| Asked::of(question, &dataset.questionnaire, &dataset.scales)).collect();
    Ok(report::escape_json(serde_json::to_string(&All {
        version: 1,
        made_with: describe_provenance(dataset),
        questions,
    })?))
}

/// The whole of the JSON.
#[derive(Serialize)]
struct All<'q> {
    version: u8,
    made_with: MadeWith,
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
