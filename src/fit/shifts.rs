//! How far another sitting moves the fit of every career, for whole blocks of draws by products of matrices.

use super::activity_noise::ActivityNoise;
use super::matcher::Matcher;
use super::metric::Metric;
use super::next_sitting::NextSitting;
use crate::assess::table;
use crate::model::random::Random;
use ndarray::{Array2, Axis, CowArray, Ix2, Slice};
use std::sync::Arc;

/// Of what activities would add.
const SEED: u64 = 2_027;
/// Steps of a point.
const STEPS_PER_POINT: f64 = 1e4;

/// Points in the steps that fits of another sitting are compared by: whole numbers are compared several at once, and so
/// small a step decides no order that means anything.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a fit is some hundred points; what would not fit stops at the end"
)]
pub fn steps(points: f64) -> i32 {
    (points * STEPS_PER_POINT) as i32
}

/// Draws of how far the fits move from what is expected of another sitting, in [`steps`], by draw and career.
#[derive(Clone, Debug)]
pub enum Shifts {
    /// Drawn when they are wanted.
    Fresh(Box<Draws>),
    /// Drawn before, for everybody who answered the same questions.
    Known(Arc<Array2<i32>>),
}

/// What shifts are drawn from.
#[derive(Clone, Debug)]
pub struct Draws {
    /// By draw and scale: how far the pull moves.
    pulls: Array2<f64>,
    points: f64,
    activities: ActivityNoise,
    random: Random,
}

impl Shifts {
    /// How far another sitting moves the fits, to be drawn block by block; the same whatever was answered.
    pub fn new(matcher: &Matcher, sitting: &NextSitting) -> Self {
        let pulls = matcher.noise().dot(&table(&sitting.fit_weights.pulls(&sitting.retest.root)));
        let (points, activities) = (sitting.fit_weights.points(), sitting.activities.clone());
        Self::Fresh(Box::new(Draws { pulls, points, activities, random: Random::new(SEED) }))
    }

    /// The same with all drawn at once.
    pub fn drawn(mut self, metric: &Metric) -> Self {
        let all = self.block(metric, 0, self.count()).into_owned();
        Self::Known(Arc::new(all))
    }

    /// How many draws there are.
    pub fn count(&self) -> usize {
        match self {
            Self::Fresh(draws) => draws.pulls.nrows(),
            Self::Known(all) => all.nrows(),
        }
    }

    /// So many draws after the first ones, which are drawn already.
    pub fn block(&mut self, metric: &Metric, first: usize, count: usize) -> CowArray<'_, i32, Ix2> {
        let rows = Slice::from(first..first + count);
        match self {
            Self::Fresh(draws) => draws.draw(metric, rows).into(),
            Self::Known(all) => all.slice_axis(Axis(0), rows).into(),
        }
    }
}

impl Draws {
    fn draw(&mut self, metric: &Metric, rows: Slice) -> Array2<i32> {
        let mut shifts = self.pulls.slice_axis(Axis(0), rows).dot(&metric.people_table().t()) * self.points;
        for mut shifts in shifts.rows_mut() {
            self.activities.add_to(shifts.as_slice_mut().unwrap_or_default(), &mut self.random);
        }
        shifts.mapv(steps)
    }
}
