//! How far another sitting moves the fit of every career, for whole blocks of draws by products of matrices.

use super::activity_noise::ActivityNoise;
use super::matcher::Matcher;
use super::metric::{Metric, to_single};
use super::next_sitting::NextSitting;
use super::noise::Noise;
use crate::assess::view_as_array;
use ndarray::{Array2, Axis, CowArray, Ix2, Slice};
use std::sync::Arc;

/// Steps of a point.
const STEPS_PER_POINT: f64 = 1e4;

/// Beside so large a number nothing behind the point has room, so that adding it and taking it off again rounds: a fit is
/// some hundred points, and up to four hundred are rounded so.
const ROUNDING: f32 = 12_582_912.0;

/// Points in the steps that fits of another sitting are compared by: equal fits are equal to the bit, whichever product they
/// are from, and so small a step decides no order that means anything. They stay in single precision, which holds them whole
/// and compares several at once.
pub fn to_steps(points: f64) -> f32 {
    // adding nothing takes the sign off a zero, which would part equal fits in a sort
    to_single((points * STEPS_PER_POINT).round() + 0.0)
}

/// Draws of how far the fits move from what is expected of another sitting, in [`to_steps`], by pair of draws and career.
///
/// Draws come in pairs, of which one moves every fit just as far the other way (antithetic variates: Hammersley, Morton
/// 1956): their products cost half, and a percentile is as exact as by as many draws of their own, since of two opposite
/// ones at most one lies far out.
#[derive(Clone, Debug)]
pub enum Shifts {
    /// Drawn when they are wanted.
    Fresh(Box<Draws>),
    /// Drawn before, for everybody who answered the same questions.
    Known(Arc<Array2<f32>>),
}

/// What shifts are drawn from.
#[derive(Clone, Debug)]
pub struct Draws {
    /// By pair and scale: how far the pull moves, in [`to_steps`] of the fit. In single precision, which errs by less than
    /// one and takes half the time: these products are most of what an interval costs.
    pulls: Array2<f32>,
    activities: ActivityNoise,
    noise: Arc<Noise>,
}

impl Shifts {
    /// How far another sitting moves the fits, to be drawn block by block; the same whatever was answered.
    pub fn new(matcher: &Matcher, sitting: &NextSitting) -> Self {
        let per_scale = STEPS_PER_POINT * sitting.fit_weights.points();
        let moves = sitting.fit_weights.compute_pulls(&sitting.retest.root);
        let noise = Arc::clone(matcher.noise());
        let pulls = noise.scales.dot(&view_as_array(&moves).mapv(|pull| to_single(per_scale * pull)));
        Self::Fresh(Box::new(Draws { pulls, activities: sitting.activities.clone(), noise }))
    }

    /// The same with all drawn at once.
    pub fn finish(self, metric: &Metric) -> Self {
        let all = self.draw_block(metric, 0, self.count_pairs()).into_owned();
        Self::Known(Arc::new(all))
    }

    /// How many pairs of draws there are.
    pub fn count_pairs(&self) -> usize {
        match self {
            Self::Fresh(draws) => draws.pulls.nrows(),
            Self::Known(all) => all.nrows(),
        }
    }

    /// So many pairs after the first ones: one of each.
    pub fn draw_block(&self, metric: &Metric, first: usize, count: usize) -> CowArray<'_, f32, Ix2> {
        let rows = Slice::from(first..first + count);
        match self {
            Self::Fresh(draws) => draws.draw_rows(metric, rows).into(),
            Self::Known(all) => all.slice_axis(Axis(0), rows).into(),
        }
    }
}

impl Draws {
    fn draw_rows(&self, metric: &Metric, rows: Slice) -> Array2<f32> {
        let mut shifts = self.pulls.slice_axis(Axis(0), rows).dot(metric.places());
        let normals = self.noise.questions.slice_axis(Axis(0), rows);
        for (mut shifts, normals) in shifts.rows_mut().into_iter().zip(normals.rows()) {
            let shifts = shifts.as_slice_mut().unwrap_or_default();
            self.activities.add_to(shifts, STEPS_PER_POINT, normals);
            for shift in shifts {
                *shift = *shift + ROUNDING - ROUNDING;
            }
        }
        shifts
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::Retest;
    use crate::content::shipped::load_shipped;
    use crate::fit::Outcome;
    use crate::model::random::Random;
    use crate::model::{Answers, Emphasis, QuestionId, Rating, Response};

    /// Another sitting of somebody, who is asked about one activity or none.
    fn sit_again(matcher: &Matcher, outcome: &Outcome, answers: &Answers, activity: Option<QuestionId>) -> NextSitting {
        NextSitting {
            fit_weights: outcome.fit_weights.clone(),
            estimate: outcome.information.posterior.mean().to_vec(),
            direct: outcome.person.direct().clone(),
            retest: Retest::new(&matcher.measurement, &outcome.information.posterior, answers),
            activities: ActivityNoise::new(matcher, activity.into_iter()),
        }
    }

    #[test]
    fn single_precision_moves_no_fit_by_more_than_a_step() {
        let matcher = Matcher::new(load_shipped().expect("the shipped data"));
        let mut random = Random::new(3);
        let questions = matcher.dataset.questionnaire.iter().map(|(question, _)| question);
        let given = questions.map(|question| (question, Response::Value(Rating::nearest(5.5 * random.uniform()))));
        let answers = Answers::in_order(given.collect());
        let outcome = matcher.evaluate(&answers, Emphasis::Balanced);

        let sitting = sit_again(&matcher, &outcome, &answers, None);
        let drawn = Shifts::new(&matcher, &sitting).draw_block(&matcher.metric, 0, 20).into_owned();

        let moves = sitting.fit_weights.compute_pulls(&sitting.retest.root);
        let noise = matcher.noise().scales.slice_axis(Axis(0), Slice::from(0..20)).mapv(f64::from);
        let exact = noise.dot(&view_as_array(&moves)).dot(&matcher.metric.people_table().t());
        let points = sitting.fit_weights.points();
        for (drawn, exact) in drawn.iter().zip(&exact) {
            // half a step is rounding
            assert!((f64::from(*drawn) - STEPS_PER_POINT * points * exact).abs() < 1.5, "{drawn} {exact}");
            assert!(drawn.fract() == 0.0, "{drawn}");
        }
        assert!(drawn.iter().any(|drawn| drawn.abs() > to_steps(1.0)));
    }

    #[test]
    fn what_an_activity_holds_beyond_its_scales_moves_the_careers_made_of_it_and_no_other() {
        let matcher = Matcher::new(load_shipped().expect("the shipped data"));
        let mut questions = matcher.dataset.questionnaire.iter().map(|(question, _)| question);
        let is_activity = |question: &QuestionId| !matcher.activities.careers(*question).is_empty();
        let activity = questions.find(is_activity).expect("an activity");
        let answers: Answers = [(activity, Response::Value(Rating::nearest(4.0)))].into_iter().collect();
        let outcome = matcher.evaluate(&answers, Emphasis::Balanced);
        let draw = |asked: Option<QuestionId>| {
            let sitting = sit_again(&matcher, &outcome, &answers, asked);
            Shifts::new(&matcher, &sitting).draw_block(&matcher.metric, 0, 4).into_owned()
        };

        let made_of = matcher.activities.careers(activity);
        let moved = draw(Some(activity)) - draw(None);
        for (place, moved) in moved.indexed_iter() {
            let is_made_of = made_of.iter().any(|career| career.index() == place.1);
            // a hundredth of a point: how far is for chance to decide
            assert_eq!(moved.abs() > to_steps(0.01), is_made_of, "{place:?}: {moved}");
        }
    }
}
