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
    pub fn choice(&self, id: &str) -> Option<usize> {
        self.choices.iter().position(|choice| choice.id == id)
    }
}
