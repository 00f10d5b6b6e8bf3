//! How far another sitting moves the fit of every career, for whole blocks of draws by products of matrices.

use super::metric::Metric;
use super::person::FitWeights;
use crate::model::random::Random;
use crate::model::{Matrix, SCALE_COUNT};
use ndarray::{Array2, ArrayView2, Axis, CowArray, Ix2, Slice, concatenate};
use std::sync::Arc;

/// The same draws for everybody, so that the same answers give the same intervals.
const SEED: u64 = 2_026;
/// Draws of one product: a fraction of a millisecond, so that none keeps a key waiting.
const DRAWS_PER_BLOCK: usize = 10;

/// Draws of how far the fits move from what is expected of another sitting, in points, by draw and career.
#[derive(Clone, Debug)]
pub enum Shifts {
    /// Drawn when they are wanted.
    Fresh(Box<Draws>),
    /// Drawn before, for everybody who answered the same questions.
    Known(Arc<Array2<f64>>),
}

/// What shifts are drawn from.
#[derive(Clone, Debug)]
pub struct Draws {
    /// By noise and scale: how the pull moves.
    pulls: Array2<f64>,
    points: f64,
    random: Random,
}

impl Shifts {
    /// Shifts of a fresh estimate with this root of its covariance, to be drawn block by block.
    pub fn new(fit_weights: &FitWeights, root: &Matrix) -> Self {
        let pulls = fit_weights.pulls(root);
        let pulls = Array2::from_shape_fn((SCALE_COUNT, SCALE_COUNT), |(noise, scale)| pulls.at(noise, scale));
        Self::Fresh(Box::new(Draws { pulls, points: fit_weights.points(), random: Random::new(SEED) }))
    }

    /// The same with so many drawn at once.
    pub fn drawn(mut self, metric: &Metric, count: usize) -> Self {
        let blocks: Vec<_> = (0..count)
            .step_by(DRAWS_PER_BLOCK)
            .map(|first| self.block(metric, first, count - first).into_owned())
            .collect();
        let views: Vec<ArrayView2<'_, f64>> = blocks.iter().map(Array2::view).collect();
        concatenate(Axis(0), &views).map_or(self, |all| Self::Known(Arc::new(all)))
    }

    /// The next draws after the first ones, of which so many are left.
    pub fn block(&mut self, metric: &Metric, first: usize, left: usize) -> CowArray<'_, f64, Ix2> {
        let count = left.min(DRAWS_PER_BLOCK);
        match self {
            Self::Fresh(draws) => draws.next(metric, count).into(),
            Self::Known(all) => all.slice_axis(Axis(0), Slice::from(first..first + count)).into(),
        }
    }
}

impl Draws {
    fn next(&mut self, metric: &Metric, count: usize) -> Array2<f64> {
        let noise = Array2::from_shape_simple_fn((count, SCALE_COUNT), || self.random.normal());
        noise.dot(&self.pulls).dot(&metric.people_table().t()) * self.points
    }
}
