//! The same person, asked again with other questions.

use super::activity_noise::ActivityNoise;
use super::direct::Direct;
use super::person::FitWeights;
use crate::assess::Retest;

/// What is known of another sitting of a person.
#[derive(Clone, Debug)]
pub struct NextSitting {
    /// How answers to the same questions are compared with careers.
    pub fit_weights: FitWeights,
    /// The estimate of this sitting.
    pub estimate: Vec<f64>,
    /// What speaks for careers by itself.
    pub direct: Direct,
    /// What the scales would be estimated at.
    pub retest: Retest,
    /// What other questions would add for activities.
    pub activities: ActivityNoise,
}
