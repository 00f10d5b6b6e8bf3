//! What is known about a person: an estimate and its uncertainty for every scale.

use super::group::{Group, SCALE_COUNT};
use super::scale::ScaleId;

/// Estimates in standard deviations of the careers' ratings, asked or not.
#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    /// Posterior mean by scale; 0 is the middle.
    pub estimate: [f64; SCALE_COUNT],
    /// Posterior standard deviation by scale.
    pub sd: [f64; SCALE_COUNT],
    /// Which scales an answer speaks of directly.
    pub answered: [bool; SCALE_COUNT],
}

impl Profile {
    /// Whether any scale of the group was answered.
    pub fn has(&self, group: Group) -> bool {
        self.answered[group.range()].iter().any(|answered| *answered)
    }

    /// The estimate of one scale.
    pub fn estimate(&self, scale: ScaleId) -> f64 {
        self.estimate[scale.index()]
    }

    /// The standard deviation of one scale's estimate.
    pub fn sd(&self, scale: ScaleId) -> f64 {
        self.sd[scale.index()]
    }
}
