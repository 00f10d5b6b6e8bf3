//! The constants of measuring and matching, read from `data/matching.toml`, where each says where it is from.

use serde::{Deserialize, Serialize};

/// Weights, constants and band edges.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Matching {
    /// Weight of each group in the fit, by [`super::Group::index`]; a group without answers gives its weight away.
    pub weights: [f64; 4],
    /// Ridge added to each group's correlations before whitening.
    pub ridge: [f64; 4],
    /// Cap on a standardised, whitened scale, in standard deviations.
    pub clamp: f64,
    /// Prior variance of a scale over people, in squared standard deviations of the careers.
    pub prior_variance: f64,
    /// Share of the catalogue's correlations that the prior keeps (the rest is no correlation).
    pub prior_correlation: f64,
    /// Standard deviation of an answer, in steps of the choices.
    pub answer_sd: f64,
    /// Standard deviation of a person's answering level, in answer deviations: for choosing questions only.
    pub level_sd: f64,
    /// Fewer answers than this are at most a first hint.
    pub hint_below: usize,
    /// Least fit of a strong, a good and a worth-a-look band, falling.
    pub bands: Vec<f64>,
    /// Careers at the top that a question is aimed at.
    pub aim: usize,
    /// A part ends early when no question is expected to gain as much as this, in squares of the fit.
    pub stop_below: f64,
    /// Draws for rank intervals.
    pub draws: usize,
}
