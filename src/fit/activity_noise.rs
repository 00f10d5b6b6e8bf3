//! What other questions would add for activities: each answer about one holds something beyond its scales by chance.

use super::matcher::Matcher;
use super::metric::to_single;
use crate::model::{CareerId, QuestionId};
use ndarray::ArrayView1;
use std::sync::Arc;

/// How far what an activity holds beyond its scales differs from question to question, in answer deviations: about half of
/// what an answer's noise is.
const SPREAD: f64 = 0.5;

/// The activities that were asked about, and how far each moves the careers that are made of it.
#[derive(Clone, Debug)]
pub struct ActivityNoise {
    careers: Vec<(QuestionId, Arc<[CareerId]>)>,
    /// Standard deviation, in points.
    sd: f64,
}

impl ActivityNoise {
    /// The noise of answers to these questions.
    pub fn new(matcher: &Matcher, asked: impl Iterator<Item = QuestionId>) -> Self {
        let careers = asked.map(|question| (question, Arc::clone(matcher.activities.careers(question))));
        let careers = careers.filter(|(_, careers)| !careers.is_empty()).collect();
        let constants = &matcher.dataset.matching;
        Self { careers, sd: SPREAD * constants.points * constants.activity }
    }

    /// Adds a draw of it, standard normal by question, to fits by career, of which so many make a point.
    pub fn add_to(&self, fits: &mut [f32], per_point: f64, normals: ArrayView1<'_, f32>) {
        let sd = to_single(per_point * self.sd);
        for (question, careers) in &self.careers {
            let moved = sd * normals[question.index()];
            careers.iter().for_each(|career| fits[career.index()] += moved);
        }
    }

    /// The variance of how far two careers lie apart, in squared points.
    pub fn compute_variance_between(&self, one: CareerId, other: CareerId) -> f64 {
        let apart = |(_, careers): &&(_, Arc<[CareerId]>)| careers.contains(&one) != careers.contains(&other);
        let apart = self.careers.iter().filter(apart).count();
        apart as f64 * self.sd.powi(2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped::load_shipped;

    #[test]
    fn an_activity_parts_two_careers_only_where_one_of_them_is_made_of_it() {
        let matcher = Matcher::new(load_shipped().expect("the shipped data"));
        let is_of_several = |question: &QuestionId| matcher.activities.careers(*question).len() > 1;
        let asked = matcher.dataset.questionnaire.iter().map(|(id, _)| id).find(is_of_several).expect("an activity");
        let made_of = matcher.activities.careers(asked);
        let other = CareerId::first(900).find(|career| !made_of.contains(career)).expect("a career");

        let noise = ActivityNoise::new(&matcher, [asked].into_iter());
        let parted = noise.sd.powi(2);
        assert!(parted > 0.0);
        let between = |one, other| noise.compute_variance_between(one, other).to_bits();
        assert_eq!([between(made_of[0], other), between(other, made_of[1])], [parted.to_bits(); 2]);
        assert_eq!([between(made_of[0], made_of[1]), between(other, other)], [0.0_f64.to_bits(); 2]);
    }
}
