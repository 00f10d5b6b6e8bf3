//! Conditions of work that count as evidence: how much training somebody is ready for, and how they like to work.

use super::career::Career;
use super::limit::Measure;
use serde::{Deserialize, Serialize};

/// A question on a condition of work; one of its choices always leaves the ranking alone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Condition {
    /// Id in kebab case.
    pub id: String,
    /// What is asked.
    pub text: String,
    /// The figure of a career that it is about.
    pub figure: Measure,
    /// The choices, in the order shown; their places from 1 are the values of an answer.
    pub choices: Vec<ConditionChoice>,
}

/// One of the choices.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ConditionChoice {
    /// Id in kebab case, unique within the condition.
    pub id: String,
    /// Words for it.
    pub label: String,
    /// What it says of careers.
    pub says: Wish,
}

/// What a person said to a condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConditionAnswer {
    /// Nothing: it was passed over.
    Skipped,
    /// The choice with this id, which the questionnaire may no longer have.
    Chosen(String),
}

/// The word that stands for a condition that was passed over.
const SKIPPED: &str = "skipped";

impl ConditionAnswer {
    /// The word that a session keeps: the id of the choice, or that it was passed over.
    pub fn word(&self) -> &str {
        match self {
            Self::Skipped => SKIPPED,
            Self::Chosen(id) => id,
        }
    }
}

impl From<String> for ConditionAnswer {
    fn from(word: String) -> Self {
        if word == SKIPPED { Self::Skipped } else { Self::Chosen(word) }
    }
}

impl From<&str> for ConditionAnswer {
    fn from(word: &str) -> Self {
        word.to_string().into()
    }
}

/// What a choice says of careers by the condition's figure.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Wish {
    /// Nothing: it does not matter.
    Anything,
    /// No more than this; less is as good. Counts one way only.
    AtMost(f64),
    /// Much of it (1), some (0) or little (-1).
    Likes(f64),
}

impl Condition {
    /// The figure of this career, if it is known.
    pub fn of(&self, career: &Career) -> Option<f64> {
        self.figure.of(career)
    }

    /// Whether it asks how much training somebody is ready for.
    pub fn is_training(&self) -> bool {
        self.figure == Measure::TrainingMonths
    }

    /// The column's name in a CSV and the id of the prompt: `training`, `context:outdoors`.
    pub fn column(&self) -> String {
        if self.is_training() { self.id.clone() } else { format!("context:{}", self.id) }
    }

    /// The place of a choice by its id.
    pub fn find_choice(&self, id: &str) -> Option<usize> {
        self.choices.iter().position(|choice| choice.id == id)
    }

    /// The place of the choice that a person made, where it is one of these.
    pub fn find_chosen(&self, said: &ConditionAnswer) -> Option<usize> {
        match said {
            ConditionAnswer::Skipped => None,
            ConditionAnswer::Chosen(id) => self.find_choice(id),
        }
    }
}
