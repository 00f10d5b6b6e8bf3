//! What a person must have, or would rather have, and the figures of a career that it is held against.

use super::career::{Career, Paid};
use super::figure::Context;
use serde::{Deserialize, Serialize};

/// The figure of a career that a limit or a goal looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
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
    /// Contact with others, 0–100.
    Contact,
    /// Change of employment in percent over the years of the outlook (US).
    Change,
    /// 1 where pay is sure once it begins, 0 where nobody can say.
    SurePay,
    /// 1 where many come to work for themselves, else 0.
    OwnBusiness,
    /// Work in a team, 0–100.
    Teamwork,
    /// Walking, 0–100.
    Walking,
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
            Self::Contact => context(|c| c.contact),
            Self::Change => career.figures.outlook.map(|outlook| f64::from(outlook.change)),
            Self::SurePay => career.hiring.map(|hiring| f64::from(u8::from(hiring.paid != Paid::Uncertain))),
            Self::OwnBusiness => career.own_business.map(|own| f64::from(u8::from(own))),
            Self::Teamwork => context(|c| c.teamwork),
            Self::Walking => context(|c| c.walking),
        }
    }
}

/// How firmly a choice is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Strength {
    /// Careers outside are hidden and counted.
    Must,
    /// Careers outside are marked.
    Rather,
}

/// What a person set for one limit, each a choice by id: what is still acceptable hides careers outside of it, what would be
/// ideal marks them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LimitSetting {
    /// Careers outside are hidden and counted.
    pub acceptable: Option<String>,
    /// Careers outside are marked.
    pub ideal: Option<String>,
}

impl Strength {
    /// Both, the firmer one first.
    pub const ALL: [Self; 2] = [Self::Must, Self::Rather];
}

impl LimitSetting {
    /// Only what is still acceptable.
    pub fn must(choice: impl Into<String>) -> Self {
        Self { acceptable: Some(choice.into()), ideal: None }
    }

    /// Only what would be ideal.
    pub fn rather(choice: impl Into<String>) -> Self {
        Self { acceptable: None, ideal: Some(choice.into()) }
    }

    /// Whether nothing is set.
    pub fn is_empty(&self) -> bool {
        self.acceptable.is_none() && self.ideal.is_none()
    }

    /// The choice of one strength, by id.
    pub fn get(&self, strength: Strength) -> Option<&str> {
        match strength {
            Strength::Must => self.acceptable.as_deref(),
            Strength::Rather => self.ideal.as_deref(),
        }
    }

    /// Sets or takes back the choice of one strength.
    pub fn set(&mut self, strength: Strength, choice: Option<String>) {
        match strength {
            Strength::Must => self.acceptable = choice,
            Strength::Rather => self.ideal = choice,
        }
    }
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

impl Limit {
    /// The choice that a person set with one strength, if it is one of this limit.
    pub fn find_chosen(&self, setting: Option<&LimitSetting>, strength: Strength) -> Option<&LimitChoice> {
        let id = setting?.get(strength)?;
        self.choices.iter().find(|choice| choice.id == id)
    }
}

impl LimitChoice {
    /// How far the career's figure lies outside: 0 when it keeps the limit, `None` when the figure is not known.
    pub fn compute_excess(&self, career: &Career) -> Option<f64> {
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
