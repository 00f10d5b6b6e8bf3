//! Where in the conversation a person is, and why an answer is not taken there.

use crate::model::{CareerId, Dataset, PartId, QuestionId};
use std::error::Error;
use std::fmt;

/// One screenful of the conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Step {
    /// One of the unscored questions on where the person is.
    Situation(usize),
    /// What somebody who wants out wants to leave.
    Leave,
    /// Up to three goals.
    Goals,
    /// A part begins: its intro, and what was learned so far.
    Turn(PartId),
    /// A scored question.
    Ask(QuestionId),
    /// A question asked a second time, to check.
    Again(QuestionId),
    /// An either-or pair, by its place.
    Pair(usize),
    /// A career shown in one sentence: is it for me?
    Card(CareerId),
    /// How much training, or how one likes to work, by its place among the questionnaire's conditions.
    Condition(usize),
    /// What work should do now.
    Sliders,
    /// The results.
    Results,
}

impl Step {
    /// The step as a session keeps it.
    pub fn id(self, dataset: &Dataset) -> String {
        let questionnaire = &dataset.questionnaire;
        match self {
            Self::Card(career) => format!("card:{}", dataset.catalogue.get(career).id),
            Self::Condition(place) => questionnaire.conditions[place].column(),
            Self::Situation(at) => format!("situation:{}", questionnaire.situation[at].id),
            Self::Leave => "leave".to_string(),
            Self::Goals => "goals".to_string(),
            Self::Turn(part) => format!("turn:{}", questionnaire.part(part).id),
            Self::Ask(question) => questionnaire.question(question).id.clone(),
            Self::Again(question) => format!("again:{}", questionnaire.question(question).id),
            Self::Pair(at) => questionnaire.pairs[at].id.clone(),
            Self::Sliders => "sliders".to_string(),
            Self::Results => "results".to_string(),
        }
    }

    /// The step that a session kept, if this questionnaire still has it.
    pub fn from_id(id: &str, dataset: &Dataset) -> Option<Self> {
        let questionnaire = &dataset.questionnaire;
        // before the others: a condition goes by its column, which may have a colon or none
        if let Some(place) = questionnaire.conditions.iter().position(|condition| condition.column() == id) {
            return Some(Self::Condition(place));
        }

        match id.split_once(':') {
            Some(("card", id)) => dataset.catalogue.find(id).map(Self::Card),
            Some(("situation", id)) => questionnaire.situation.iter().position(|s| s.id == id).map(Self::Situation),
            Some(("turn", id)) => {
                questionnaire.part_ids().find(|part| questionnaire.part(*part).id == id).map(Self::Turn)
            }
            Some(("again", id)) => questionnaire.find(id).map(Self::Again),
            _ => match id {
                "leave" => Some(Self::Leave),
                "goals" => Some(Self::Goals),
                "sliders" => Some(Self::Sliders),
                "results" => Some(Self::Results),
                _ => questionnaire
                    .find(id)
                    .map(Self::Ask)
                    .or_else(|| questionnaire.pairs.iter().position(|pair| pair.id == id).map(Self::Pair)),
            },
        }
    }
}

/// Why an answer was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Refused {
    /// The step on screen is no scored question.
    NothingAsked,
    /// The value is none of the choices.
    NoSuchChoice(u8),
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NothingAsked => f.write_str("nothing is asked that has choices"),
            Self::NoSuchChoice(value) => write!(f, "{value} is none of the choices"),
        }
    }
}

impl Error for Refused {}
