//! Whether more questions would settle which of two careers fits better.

use super::walk::Interview;
use crate::assess::Posterior;
use crate::model::matrix::dot;
use crate::model::{CareerId, QuestionId, SCALE_COUNT};

/// Questions tried at most.
const MOST: usize = 15;
/// Settled is what 7 in 10 retests would agree on: so many standard deviations between the two.
const SURE: f64 = 0.52;

impl Interview {
    /// How many more questions would settle the order of two careers: so many that the difference they are expected to
    /// show stands clear of the doubt that is left. None where it is settled now, or that many questions would not do it.
    ///
    /// The doubt depends on the questions alone, not on the answers, so it is worked out before they are asked.
    pub fn settling(&self, a: CareerId, b: CareerId) -> Option<usize> {
        let (one, other) = (self.matcher().ray(a), self.matcher().ray(b));
        let between: Vec<f64> = one.iter().zip(&other).map(|(one, other)| one - other).collect();
        let mut posterior = self.information().posterior.clone();
        let doubt = variance(&posterior, &between);
        let seen = dot(&between, posterior.mean());
        let settled = |left: f64| seen * seen + doubt - left >= SURE * SURE * left;
        if settled(doubt) {
            return None;
        }
        let questions = self.matcher().kit.questionnaire.iter().map(|(id, _)| id);
        let mut open: Vec<QuestionId> = questions.filter(|id| self.answers().get(*id).is_none()).collect();
        for count in 1..=MOST {
            let best = open.iter().copied().max_by(|a, b| {
                let gain = |question: &QuestionId| self.gain_between(&posterior, &between, *question);
                gain(a).total_cmp(&gain(b)).then(b.cmp(a))
            })?;
            open.retain(|question| *question != best);
            posterior.update(&self.matcher().measurement, best, MIDDLE);
            if settled(variance(&posterior, &between)) {
                return Some(count);
            }
        }
        None
    }

    /// How far a question would lower the variance between two careers.
    fn gain_between(&self, posterior: &Posterior, between: &[f64], question: QuestionId) -> f64 {
        let (along, variance) = posterior.look_ahead(&self.matcher().measurement, question);
        dot(between, &along).powi(2) / variance
    }
}

/// Any answer: only what is left to doubt is looked at.
const MIDDLE: u8 = 3;

fn variance(posterior: &Posterior, along: &[f64]) -> f64 {
    (0..SCALE_COUNT).map(|scale| along[scale] * dot(along, posterior.covariances(scale))).sum::<f64>().max(0.0)
}
