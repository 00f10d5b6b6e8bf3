//! What work should bring a person, and the figures that show whether a career does.

use super::career::Career;
use super::limit::Measure;
use super::scale::ScaleId;
use serde::{Deserialize, Serialize};

/// Most goals that a person chooses.
pub const MAX_GOALS: usize = 3;

/// The share of the present job's pay that a career must reach to pay more.
const MORE_THAN_NOW: f64 = 1.1;

/// Something that work should bring; a person chooses up to [`MAX_GOALS`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Goal {
    /// Id in kebab case.
    pub id: String,
    /// Words for it.
    pub text: String,
    /// What a career's figures must show, all of it; none where no published figure tells.
    pub served_by: Vec<Sign>,
    /// What is said where no published figure tells.
    pub unmeasured: Option<String>,
}

/// One thing that the figures must show.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sign {
    /// The figure looked at.
    pub figure: GoalFigure,
    /// What it must reach.
    pub at_least: f64,
    /// Whether a tenth more than the present job has is what it must reach, where that is known.
    pub or_more_than_now: bool,
}

/// A figure of a career that a goal looks at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum GoalFigure {
    /// Pay, outlook, work context or what the words say.
    Measure(Measure),
    /// The highest rating, 0–100, among these scales.
    Scales(Vec<ScaleId>),
}

/// Whether a career serves a goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Served {
    /// Its figures show it.
    Yes,
    /// Its figures do not show it.
    No,
    /// The catalogue lacks a figure of this career.
    NotKnown,
    /// No published figure tells it of any career.
    Unmeasured,
}

impl Goal {
    /// Whether the figures of `career` show that it serves this goal, for somebody whose job is or was `present`.
    pub fn find_served(&self, career: &Career, present: Option<&Career>) -> Served {
        if self.served_by.is_empty() {
            return Served::Unmeasured;
        }

        let each: Vec<Option<bool>> = self.served_by.iter().map(|sign| sign.holds(career, present)).collect();
        match each.iter().copied().collect::<Option<Vec<bool>>>() {
            // one figure that speaks against it is enough, even where another is not known
            _ if each.contains(&Some(false)) => Served::No,
            Some(_) => Served::Yes,
            None => Served::NotKnown,
        }
    }
}

impl Sign {
    /// Whether the career's figure is high enough; `None` where it is not known.
    fn holds(&self, career: &Career, present: Option<&Career>) -> Option<bool> {
        Some(self.figure.of(career)? >= self.find_edge(present))
    }

    /// What the figure must reach for somebody whose job is or was `present`.
    pub fn find_edge(&self, present: Option<&Career>) -> f64 {
        let now = present.filter(|_| self.or_more_than_now).and_then(|present| self.figure.of(present));
        now.map_or(self.at_least, |now| now * MORE_THAN_NOW)
    }
}

impl GoalFigure {
    /// The figure of this career, if it is known.
    pub fn of(&self, career: &Career) -> Option<f64> {
        match self {
            Self::Measure(measure) => measure.of(career),
            Self::Scales(scales) => scales.iter().map(|scale| career.figures.rating(*scale)).max_by(f64::total_cmp),
        }
    }
}
