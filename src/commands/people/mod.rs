//! Many people's answers, one row each, read one at a time.

mod csv;
mod head;
mod jsonl;
mod names;
mod records;
mod unread;

pub use csv::read_rows as csv;
pub use jsonl::read_rows as jsonl;
pub use names::tell_apart;
pub use unread::Unread;

use crate::diagnostics::suggest;
use crate::fit::BatchRow;
use crate::model::column::{CARD, PERSON, PRESENT_JOB};
use crate::model::{Answers, Catalogue, Condition, Dataset, QuestionId, Questionnaire, Reaction, Response};
use crate::text::choose_form;
use std::fmt::Display;
use std::io;

/// One person's answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The name given, byte for byte, or else the line number.
    pub person: String,
    /// Whether a name was given.
    pub is_named: bool,
    /// The line of the file it begins on.
    pub line: u64,
    /// Their answer to each question of the questionnaire, by its place; none where the cell is empty.
    pub responses: Vec<Option<Response>>,
    /// Cards, conditions and the present job.
    pub beside: Answers,
}

impl Row {
    /// Somebody who has not answered yet, named by their line.
    fn of_line(line: u64, questionnaire: &Questionnaire) -> Self {
        let responses = vec![None; questionnaire.questions.len()];
        Self { person: line.to_string(), is_named: false, line, responses, beside: Answers::default() }
    }

    /// The row as many are ranked.
    pub fn as_batch_row(&self) -> BatchRow<'_> {
        BatchRow { responses: &self.responses, beside: &self.beside }
    }

    fn set_name(&mut self, name: impl Into<String>) {
        self.person = name.into();
        self.is_named = true;
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
#[derive(Clone, Debug, PartialEq, Eq)]
enum Column {
    Person,
    Question(QuestionId),
    /// A career card, by the career's id.
    Card(String),
    /// A condition, by its place.
    Condition(usize),
    PresentJob,
}

impl Column {
    /// Notes what stands in a cell beside the questions, or says what is wrong with it.
    fn note(&self, text: &str, asked: Asked<'_>, row: &mut Row) -> Result<(), String> {
        match self {
            Self::Person | Self::Question(_) => {}
            Self::Card(career) => {
                let (id, why) = text.split_once(':').map_or((text, None), |(id, why)| (id, Some(why)));
                let reaction = Reaction::from_ids(id, why).ok_or_else(|| {
                    format!("'{text}' is no answer to a card; write for-me, maybe, not-for-me or not-for-me:pay")
                })?;
                row.beside.set_reaction(career, reaction);
            }
            Self::Condition(place) => {
                let condition = &asked.questionnaire.conditions[*place];
                let choice = condition.find_choice(text).ok_or_else(|| {
                    let ids: Vec<&str> = condition.choices.iter().map(|choice| choice.id.as_str()).collect();
                    format!("'{text}' is no answer to '{}'; write one of {}", condition.column(), ids.join(", "))
                })?;
                row.beside.set_condition(*place, Some(choice));
            }
            Self::PresentJob if asked.catalogue.find(text).is_none() => {
                return Err(format!("'{text}' is no career's id"));
            }
            Self::PresentJob => row.beside.set_present_job(Some(text.to_string())),
        }
        Ok(())
    }
}

/// What columns may name.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'q> {
    /// Questions and conditions.
    pub questionnaire: &'q Questionnaire,
    /// Careers, for cards and the present job.
    pub catalogue: &'q Catalogue,
}

impl<'q> Asked<'q> {
    /// What columns may name in these data.
    pub fn of(dataset: &'q Dataset) -> Self {
        Self { questionnaire: &dataset.questionnaire, catalogue: &dataset.catalogue }
    }
}

/// So many problems of one row or header are said; the rest is counted.
const MOST_SAID: usize = 50;

/// What is said in the place of more problems, if there are any.
fn describe_more(count: usize, of_what: &str) -> Option<String> {
    (count > 0).then(|| format!("and {count} more {} like that", choose_form(count, of_what)))
}

/// What the system said, with the name of the file.
fn explain_refusal(name: &str, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("cannot read {name}: {error}"))
}

/// What a column's or key's name stands for, if anything.
fn find_column(name: &str, asked: Asked<'_>) -> Option<Column> {
    let conditions = &asked.questionnaire.conditions;
    match name {
        PERSON => Some(Column::Person),
        PRESENT_JOB => Some(Column::PresentJob),
        _ => {
            let card = || name.strip_prefix(CARD).filter(|id| asked.catalogue.find(id).is_some());
            let question = asked.questionnaire.find(name).map(Column::Question);
            let condition = || conditions.iter().position(|known| known.column() == name).map(Column::Condition);
            question.or_else(condition).or_else(|| card().map(|id| Column::Card(id.to_string())))
        }
    }
}

/// What is wrong with a name that stands for nothing, with the nearest known one.
fn describe_unknown(name: &str, asked: Asked<'_>) -> String {
    if name.starts_with(CARD) {
        return format!("'{name}' names no career; write 'card:' and a career's id");
    }

    let conditions: Vec<String> = asked.questionnaire.conditions.iter().map(Condition::column).collect();
    let ids = asked.questionnaire.questions.iter().map(|question| question.id.as_str());
    let ids = ids.chain(conditions.iter().map(String::as_str)).chain([PERSON, PRESENT_JOB]);

    let near = suggest(name, ids).map(|near| format!("did you mean '{near}'?"));
    let remedy = near.unwrap_or_else(|| "'careerfit questions' lists all ids".to_string());
    format!("'{name}' is no question's id; {remedy}")
}

/// A number as an answer to a question, or what is wrong with it.
fn parse_response(
    question: QuestionId,
    number: f64,
    shown: impl Display,
    about: &Questionnaire,
) -> Result<Response, String> {
    let part = about.part_of(question);
    let choice = part.choices.iter().find(|choice| (f64::from(choice.value) - number).abs() < f64::EPSILON);
    choice.and_then(|choice| part.response(choice.value)).ok_or_else(|| {
        let mut values: Vec<String> = part.choices.iter().map(|choice| choice.value.to_string()).collect();
        values.sort_unstable();
        let (id, values) = (&about.question(question).id, values.join(", "));
        format!("'{shown}' is no answer to '{id}'; write one of {values}, or nothing")
    })
}
