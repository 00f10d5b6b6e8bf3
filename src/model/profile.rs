//! What is known about a person: an estimate and its uncertainty for every scale.

use super::group::SCALE_COUNT;
use super::scale::ScaleId;

/// Estimates in standard deviations of people, asked or not.
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
    /// The estimate of one scale.
    pub fn estimate(&self, scale: ScaleId) -> f64 {
        self.estimate[scale.index()]
    }

    /// The standard deviation of one scale's estimate.
    pub fn sd(&self, scale: ScaleId) -> f64 {
        self.sd[scale.index()]
    }
}
