//! The constants of measuring and matching, read from `data/matching.toml`, where each says where it is from.

use super::group::ByGroup;
use serde::{Deserialize, Serialize};

/// Weights, constants and band edges.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Matching {
    /// How far a career's people lie from the average person, in their standard deviations per one of the career's.
    pub slope: ByGroup<f64>,
    /// What people in general answer to activities of each interest, 1-5.
    pub interest_means: [f64; 6],
    /// How people's six interests go together.
    pub interest_correlations: [[f64; 6]; 6],
    /// Logarithm of the likelihood that an activity adds to the careers made of it, for one answer deviation that its scales
    /// do not explain.
    pub activity: f64,
    /// Correlation of what somebody says to a career card with their true fit.
    pub card_validity: f64,
    /// Points that a career loses at most for training that somebody is not ready for.
    pub training_loss: f64,
    /// How far a career's people lie from the middle in liking its work context, in standard deviations per one of its figure.
    pub context_slope: f64,
    /// Points of the fit for one of the logarithm of the likelihood ratio.
    pub points: f64,
    /// Weight of each group in how alike two careers are.
    pub weights: ByGroup<f64>,
    /// Ridge added to each group's correlations before whitening.
    pub ridge: ByGroup<f64>,
    /// Cap on a standardised, whitened scale, in standard deviations.
    pub clamp: f64,
    /// Share of the catalogue's correlations that the prior keeps (the rest is no correlation).
    pub prior_correlation: f64,
    /// Standard deviation of an answer, in steps of the choices.
    pub answer_sd: f64,
    /// Standard deviation of a person's answering level, in answer deviations: for choosing questions only.
    pub level_sd: f64,
    /// Fewer answers than this are at most a first hint.
    pub hint_below: usize,
    /// Edges of the bands by number of answers, rising.
    pub bands: Vec<BandEdges>,
    /// Careers at the top that a question is aimed at.
    pub aim: usize,
    /// A part ends early when no question is expected to gain as much as this, in squares of the logarithm of the
    /// likelihood.
    pub stop_below: f64,
    /// Draws for rank intervals.
    pub draws: usize,
    /// How far fresh answers to other questions spread, as a multiple of what the model says.
    pub retest_spread: f64,
    /// What makes careers a direction.
    pub directions: DirectionRules,
}

/// What makes a group of careers a direction.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DirectionRules {
    /// Least likeness of a career to the one in the middle of its direction, -1 to 1.
    pub holds: f64,
    /// Likeness that the careers in the middle of two directions stay below.
    pub apart: f64,
    /// Least draw, as a share of what the first direction draws.
    pub share: f64,
    /// How often a direction comes out again.
    pub again: Reappearance,
    /// Least share of cases, 0 to 1, in which a direction comes out again with other questions.
    pub stays: f64,
    /// The same where answers to like questions disagree.
    pub stays_if_disagreeing: f64,
    /// The same where one part of the questionnaire decides.
    pub stays_by_one_part: f64,
}

/// How often directions of real people come out again, from what the model says, both in deviations of the normal distribution.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reappearance {
    /// So many times what the model says.
    pub times: f64,
    /// And less by so many.
    pub less: f64,
}

/// From so many answers on: the least fit of a strong, a good and a worth-a-look band.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BandEdges {
    /// Answers from which these edges hold.
    pub answers: usize,
    /// Falling.
    pub edges: [f64; 3],
}
