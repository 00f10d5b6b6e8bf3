//! Whether more questions would settle which of two careers fits better.

use super::walk::Interview;
use crate::assess::Posterior;
use crate::fit::{FitWeights, Known, Matcher};
use crate::model::matrix::dot;
use crate::model::{ByGroup, CareerId, Group, QuestionId, SCALE_COUNT};

/// Questions tried at most.
const MAX_TRIED: usize = 15;
/// Settled is what 7 in 10 retests would agree on: so many standard deviations between the two.
const SEPARATE_Z: f64 = 0.52;

impl Interview {
    /// How many more questions would settle the order of two careers: so many that the difference they are expected to
    /// show stands clear of the doubt that is left. None where it is settled now, or that many questions would not do it.
    ///
    /// Doubt is only what the questionnaire could still take away: no question tells everything about a person. It depends
    /// on the questions alone, not on the answers, so it is worked out before they are asked.
    pub fn questions_to_separate(&self, a: CareerId, b: CareerId) -> Option<usize> {
        // with the emphasis and the answers that the list goes by
        let (matcher, counted) = (self.matcher(), self.counted_answers());
        let weights = self.emphasis().weights(matcher.counted(counted.values().map(|(question, _)| question)));
        let between = between(matcher, weights, a, b);

        let mut posterior = self.information().posterior.clone();
        let questions = self.matcher().dataset.questionnaire.iter().map(|(id, _)| id);
        let mut open: Vec<QuestionId> = questions.filter(|id| self.answers().get(*id).is_none()).collect();

        let never = variance(&self.after(&open), &between);
        let doubt = variance(&posterior, &between) - never;

        let fit_weights = FitWeights::new(matcher, self.information(), weights);
        // in a block, since it borrows the posterior that the questions below go on to change
        let person = {
            let covariances = |scale| posterior.covariances(scale);
            let known = Known { estimate: posterior.mean(), covariances: &covariances, weights: fit_weights.weights() };
            matcher.person(&fit_weights, &counted, known)
        };
        let score = |career| person.score(&matcher.metric, career) / matcher.dataset.matching.points;
        let seen = score(a) - score(b);

        // the square of the difference that is expected: as it is seen now, and what more answers would still move it
        let settled = |left: f64| seen * seen + doubt - left >= SEPARATE_Z * SEPARATE_Z * left;
        if settled(doubt) {
            return None;
        }

        for count in 1..=MAX_TRIED {
            let best = open.iter().copied().max_by(|a, b| {
                let gain = |question: &QuestionId| self.gain_between(&posterior, &between, *question);
                gain(a).total_cmp(&gain(b)).then(b.cmp(a))
            })?;

            open.retain(|question| *question != best);
            posterior.update(&self.matcher().measurement, best, ANY_ANSWER);
            if settled(variance(&posterior, &between) - never) {
                return Some(count);
            }
        }
        None
    }

    /// What would be known after these questions.
    fn after(&self, questions: &[QuestionId]) -> Posterior {
        let mut posterior = self.information().posterior.clone();
        for question in questions {
            posterior.update(&self.matcher().measurement, *question, ANY_ANSWER);
        }
        posterior
    }

    /// How far a question would lower the variance between two careers.
    fn gain_between(&self, posterior: &Posterior, between: &[f64], question: QuestionId) -> f64 {
        let (along, variance) = posterior.predictive(&self.matcher().measurement, question);
        dot(between, &along).powi(2) / variance
    }
}

/// Any answer: only what is left to doubt is looked at.
const ANY_ANSWER: u8 = 3;

/// How the difference of two careers' fits moves with each scale where everything is known of a person.
fn between(matcher: &Matcher, weights: ByGroup<f64>, a: CareerId, b: CareerId) -> Vec<f64> {
    let (one, other) = (&matcher.metric.people()[a.index()], &matcher.metric.people()[b.index()]);
    let apart = |group: Group| group.range().map(move |scale| weights[group] * (one[scale] - other[scale]));
    let apart: Vec<f64> = Group::ALL.into_iter().flat_map(apart).collect();
    matcher.measurement.precision().times(&apart)
}

fn variance(posterior: &Posterior, along: &[f64]) -> f64 {
    (0..SCALE_COUNT).map(|scale| along[scale] * dot(along, posterior.covariances(scale))).sum::<f64>().max(0.0)
}
