//! What speaks for a career and what against it, the strongest first: what answers say by themselves among what scales say.

use super::cards::{CARD_TITLE, CONDITION_TITLE};
use super::direct::{DirectLine, Unsaid, split_direct};
use crate::fit::Reasons;
use crate::model::{CareerId, Dataset, Group, Reason, Source};

/// One thing that speaks for a career or against it.
pub enum Said<'r> {
    /// An activity, a card or a condition by itself.
    ByItself(DirectLine),
    /// A scale.
    Scale(&'r Reason),
}

impl Said<'_> {
    /// Points of the fit it adds, or takes.
    pub fn points(&self) -> f64 {
        match self {
            Self::ByItself(line) => line.points,
            Self::Scale(reason) => reason.points,
        }
    }

    /// Whether it is told however weak it is: an activity that the work is made of, which says most to a person.
    pub fn is_always_told(&self) -> bool {
        matches!(self, Self::ByItself(line) if matches!(line.source, Source::Activity { .. }))
    }

    /// What it is about, as in the heading of what was asked.
    pub fn name_kind<'d>(&self, dataset: &'d Dataset) -> &'d str {
        let group = match self {
            Self::Scale(reason) => reason.scale.group(),
            Self::ByItself(line) => match line.source {
                Source::Activity { .. } => Group::Interests,
                Source::Card { .. } => return CARD_TITLE,
                Source::Condition { .. } => return CONDITION_TITLE,
            },
        };
        &dataset.scales.group(group).name
    }
}

/// What speaks for this career and what against it; and the points of what gets no line.
pub fn order_sides<'r>(dataset: &Dataset, here: CareerId, found: &'r Reasons) -> ([Vec<Said<'r>>; 2], Unsaid) {
    let ([for_it, against_it], unsaid) = split_direct(dataset, here, found);
    ([merge_side(&found.speaks_for, for_it), merge_side(&found.against, against_it)], unsaid)
}

/// One side, the strongest first.
fn merge_side(scales: &[Reason], by_itself: Vec<DirectLine>) -> Vec<Said<'_>> {
    let by_itself = by_itself.into_iter().map(Said::ByItself);
    let mut side: Vec<Said<'_>> = scales.iter().map(Said::Scale).chain(by_itself).collect();
    side.sort_by(|a, b| b.points().abs().total_cmp(&a.points().abs()));
    side
}

/// The sum of the points.
pub fn sum_points(said: &[Said<'_>]) -> f64 {
    said.iter().map(Said::points).sum()
}
