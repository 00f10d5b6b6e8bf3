//! Where somebody stands now: questions whose answers are never scored, and what they say of a person.

use serde::{Deserialize, Serialize};

/// A question on where somebody stands; without choices it asks for the present job.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SituationQuestion {
    /// Id in kebab case.
    pub id: String,
    /// What is asked.
    pub text: String,
    /// What can be chosen.
    pub choices: Vec<SituationChoice>,
}

/// A choice in the situation, or one of the things that somebody wants to leave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SituationChoice {
    /// Id in kebab case.
    pub id: String,
    /// Words.
    pub label: String,
    /// What it says of whoever chooses it.
    pub roles: Vec<SituationRole>,
}

/// What a choice says of a person, as the program acts on it; ids are free.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SituationRole {
    /// Works, has worked, or comes back to it.
    PastSchool,
    /// Works and is fine with it: needs no job to start with, unless pay is needed soon.
    Settled,
    /// Works and wants out: is asked what to leave.
    WantsOut,
    /// Needs pay now or within months: Start now opens first.
    NeedsPaySoon,
    /// Wants to leave the tasks themselves.
    LeavesTasks,
    /// Wants to leave the whole field: it is left out of Start now.
    LeavesField,
}
