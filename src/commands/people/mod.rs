//! Many people's answers, one row each, read one at a time.

mod csv;
mod jsonl;

pub use csv::read as csv;
pub use jsonl::read as jsonl;

use crate::content::suggest;
use crate::model::{QuestionId, Questionnaire, Response};
use std::fmt::Display;
use std::io;

/// The column or key that names a person.
const PERSON: &str = "person";

/// One person's answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The name given, or else the line number.
    pub person: String,
    /// Their answer to each question of the questionnaire, by its place; none where the cell is empty.
    pub responses: Vec<Option<Response>>,
}

impl Row {
    /// Somebody who has not answered yet, named by their line.
    fn of_line(line: u64, questionnaire: &Questionnaire) -> Self {
        Self { person: line.to_string(), responses: vec![None; questionnaire.questions.len()] }
    }

    fn set(&mut self, question: QuestionId, response: Response) {
        if let Some(place) = self.responses.get_mut(question.index()) {
            *place = Some(response);
        }
    }
}

/// Rows as they are read: a person, or what is wrong with the row, or no more can be read.
pub type Rows<'q> = Box<dyn Iterator<Item = io::Result<Result<Row, String>>> + 'q>;

/// What a column or key stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Person,
    Question(QuestionId),
}

/// What a column's or key's name stands for, or what is wrong with it, with the nearest known name.
fn column(name: &str, questionnaire: &Questionnaire) -> Result<Column, String> {
    if name == PERSON {
        return Ok(Column::Person);
    }
    questionnaire.find(name).map(Column::Question).ok_or_else(|| {
        let ids = questionnaire.questions.iter().map(|question| question.id.as_str());
        let near = suggest(name, ids.chain([PERSON])).map(|near| format!("did you mean '{near}'?"));
        let remedy = near.unwrap_or_else(|| "'careerfit questions' lists all ids".to_string());
        format!("'{name}' is no question's id; {remedy}")
    })
}

/// A number as an answer to a question, or what is wrong with it.
fn response(question: QuestionId, number: f64, shown: impl Display, about: &Questionnaire) -> Result<Response, String> {
    let part = about.part_of(question);
    let choice = part.choices.iter().find(|choice| (f64::from(choice.value) - number).abs() < f64::EPSILON);
    choice.map(|choice| Response::from_choice(choice.value)).ok_or_else(|| {
        let mut values: Vec<String> = part.choices.iter().map(|choice| choice.value.to_string()).collect();
        values.sort();
        let (id, values) = (&about.question(question).id, values.join(", "));
        format!("'{shown}' is no answer to '{id}'; write one of {values}, or nothing")
    })
}
