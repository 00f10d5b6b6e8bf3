//! What a person must have, or would rather have.

use super::career::{Career, Context};
use serde::{Deserialize, Serialize};

/// The figure of a career that a limit looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Measure {
    /// Months of schooling and training, see [`super::Figures::training_months`].
    TrainingMonths,
    /// US median pay in dollars a year.
    Pay,
    /// Indoors, 0–100.
    Indoors,
    /// Outdoors, 0–100.
    Outdoors,
    /// Dealing with the public, 0–100.
    Public,
    /// Standing, 0–100.
    Standing,
    /// Routine, 0–100.
    Routine,
    /// Freedom to decide, 0–100.
    Freedom,
}

impl Measure {
    /// The figure of this career, if it is known.
    pub fn of(self, career: &Career) -> Option<f64> {
        let context = |pick: fn(&Context) -> u8| career.figures.context.as_ref().map(|c| f64::from(pick(c)));
        match self {
            Self::TrainingMonths => career.figures.training_months().map(f64::from),
            Self::Pay => career.figures.pay.as_ref().and_then(super::Pay::median).map(f64::from),
            Self::Indoors => context(|c| c.indoors),
            Self::Outdoors => context(|c| c.outdoors),
            Self::Public => context(|c| c.public),
            Self::Standing => context(|c| c.standing),
            Self::Routine => context(|c| c.routine),
            Self::Freedom => context(|c| c.freedom),
        }
    }
}

/// How firmly a limit is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Strength {
    /// Careers outside are hidden and counted.
    Must,
    /// Careers outside are marked.
    Rather,
}

/// One way a limit can be set.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LimitChoice {
    /// Id in kebab case, unique within the limit.
    pub id: String,
    /// Words for it.
    pub label: String,
    /// The figure looked at.
    pub figure: Measure,
    /// The figure must not be above this.
    pub at_most: Option<f64>,
    /// The figure must not be below this.
    pub at_least: Option<f64>,
    /// How far outside still counts as just missed.
    pub near: f64,
}

impl LimitChoice {
    /// How far the career's figure lies outside: 0 when it keeps the limit, `None` when the figure is not known.
    pub fn excess(&self, career: &Career) -> Option<f64> {
        let figure = self.figure.of(career)?;
        let above = self.at_most.map_or(0.0, |most| figure - most);
        let below = self.at_least.map_or(0.0, |least| least - figure);
        Some(above.max(below).max(0.0))
    }
}

/// A kind of limit with the ways it can be set.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Limit {
    /// Id in kebab case.
    pub id: String,
    /// Words for it.
    pub text: String,
    /// The ways it can be set.
    pub choices: Vec<LimitChoice>,
}
