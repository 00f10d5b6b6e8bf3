//! Words around the unscored questions, which belong to a questionnaire as its questions do.

use serde::{Deserialize, Serialize};

/// What stands over and beside the unscored questions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepWords {
    /// Over the questions on where somebody is.
    pub situation: String,
    /// Beside that.
    pub situation_aside: String,
    /// Over the goals.
    pub goals: String,
    /// What is asked there.
    pub goals_ask: String,
    /// Over what somebody wants to leave.
    pub leave: String,
    /// What is asked there.
    pub leave_ask: String,
    /// Over an either-or pair.
    pub pairs: String,
    /// Its third choice.
    pub neither: String,
    /// Over the sliders.
    pub sliders: String,
    /// Beside that.
    pub sliders_aside: String,
    /// A slider nearer its low end.
    pub rather_low: String,
    /// A slider in the middle.
    pub alike: String,
    /// A slider nearer its high end.
    pub rather_high: String,
}
