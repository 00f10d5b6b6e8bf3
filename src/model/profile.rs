//! What is known about a person: an estimate and its uncertainty for every scale.

use super::by_scale::ByScale;

/// Estimates in standard deviations of people, asked or not.
#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    /// Posterior mean by scale; 0 is the middle.
    pub estimate: ByScale<f64>,
    /// Posterior standard deviation by scale.
    pub sd: ByScale<f64>,
    /// How many answers speak of each directly.
    pub answers: ByScale<usize>,
}
