//! The closed-form posterior, one answer at a time.

use super::measurement::{Measurement, Observation};
use crate::model::{Answers, Matrix, Profile, QuestionId, Questionnaire, SCALE_COUNT};

/// Mean and covariance of the scales and of each part's answering level, given some answers.
///
/// A level has a flat prior: the first answer of a part only sets it, and every later answer counts by how far it lies
/// from that first one. So adding a constant to all answers of a part changes nothing, to the last bit.
#[derive(Clone, Debug)]
pub struct Posterior {
    mean: Vec<f64>,
    covariance: Matrix,
    origins: Vec<Option<Origin>>,
    scales: usize,
}

/// The first answer of a part, from which the others are counted.
#[derive(Clone, Copy, Debug)]
struct Origin {
    value: u8,
    usual: f64,
}

impl Origin {
    /// An answer counted from the first of its part, both less their usual answers.
    fn offset(self, model: &Measurement, observation: &Observation, value: u8) -> f64 {
        let steps = f64::from(i16::from(value) - i16::from(self.value)) * model.step();
        steps - (observation.usual - self.usual)
    }
}

impl Posterior {
    /// Before any answer.
    pub fn prior(model: &Measurement) -> Self {
        let scales = model.prior().size();
        let size = scales + model.parts();
        let covariance =
            Matrix::from_fn(
                size,
                |row, column| {
                    if row < scales && column < scales { model.prior().at(row, column) } else { 0.0 }
                },
            );
        Self { mean: vec![0.0; size], covariance, origins: vec![None; model.parts()], scales }
    }

    /// After all answers, taken in the questionnaire's order, so that the same answers give the same bits.
    pub fn of(model: &Measurement, answers: &Answers) -> Self {
        let mut values: Vec<(QuestionId, u8)> = answers.values().collect();
        values.sort_unstable();
        let mut posterior = Self::prior(model);
        for (question, value) in values {
            posterior.update(model, question, value);
        }
        posterior
    }

    /// Takes one more answer in.
    pub fn update(&mut self, model: &Measurement, question: QuestionId, value: u8) {
        let observation = model.observation(question);
        match self.origins[observation.part.index()] {
            None => self.set_level(observation, value),
            Some(origin) => self.observe(observation, origin.offset(model, observation, value)),
        }
    }

    /// The first answer of a part: it says where the level is, given the scales, and nothing about them.
    fn set_level(&mut self, observation: &Observation, value: u8) {
        let level = self.scales + observation.part.index();
        let gain = self.gain(observation, None);
        let variance = project(observation, &gain) + observation.noise;
        self.mean[level] = -project(observation, &self.mean);
        for (at, along) in gain.iter().enumerate() {
            *self.covariance.at_mut(level, at) = -along;
            *self.covariance.at_mut(at, level) = -along;
        }
        *self.covariance.at_mut(level, level) = variance;
        self.origins[observation.part.index()] = Some(Origin { value, usual: observation.usual });
    }

    fn observe(&mut self, observation: &Observation, difference: f64) {
        let level = self.scales + observation.part.index();
        let gain = self.gain(observation, Some(level));
        let variance = project(observation, &gain) + gain[level] + observation.noise;
        let surprise = difference - project(observation, &self.mean) - self.mean[level];
        let deviation = variance.sqrt();
        let scaled: Vec<f64> = gain.iter().map(|along| along / deviation).collect();
        for (row, along) in scaled.iter().enumerate() {
            self.mean[row] += along * surprise / deviation;
            for (value, other) in self.covariance.row_mut(row).iter_mut().zip(&scaled) {
                *value -= along * other;
            }
        }
    }

    /// Covariance of the state with an answer, its level included where one is given.
    fn gain(&self, observation: &Observation, level: Option<usize>) -> Vec<f64> {
        let mut gain = level.map_or_else(|| vec![0.0; self.mean.len()], |level| self.covariance.row(level).to_vec());
        for (scale, weight) in &observation.loads {
            for (sum, value) in gain.iter_mut().zip(self.covariance.row(*scale)) {
                *sum += weight * value;
            }
        }
        gain
    }

    /// How far an answer lies from what all answers together suggest, in deviations of its own noise.
    pub fn surprise(&self, model: &Measurement, question: QuestionId, value: u8) -> f64 {
        let observation = model.observation(question);
        let Some(origin) = self.origins[observation.part.index()] else { return 0.0 };
        let level = self.mean[self.scales + observation.part.index()];
        let off = origin.offset(model, observation, value) - project(observation, &self.mean) - level;
        off / observation.noise.sqrt()
    }

    /// Covariance of every scale with what a question measures, its level left out.
    pub fn along(&self, model: &Measurement, question: QuestionId) -> Vec<f64> {
        let mut along = self.gain(model.observation(question), None);
        along.truncate(SCALE_COUNT);
        along
    }

    /// What one more answer would tell: its covariance with every scale, and its variance.
    ///
    /// Before a part has an answer its level counts with the spread it has among people, since under a flat level the
    /// first answer would tell nothing and no question could be chosen.
    pub fn look_ahead(&self, model: &Measurement, question: QuestionId) -> (Vec<f64>, f64) {
        let observation = model.observation(question);
        let level = self.origins[observation.part.index()].map(|_| self.scales + observation.part.index());
        let mut gain = self.gain(observation, level);
        let spread = level.map_or(model.level_variance(), |level| gain[level]);
        let variance = project(observation, &gain) + spread + observation.noise;
        gain.truncate(self.scales);
        (gain, variance)
    }

    /// Estimate of every scale.
    pub fn mean(&self) -> &[f64] {
        &self.mean[..SCALE_COUNT]
    }

    /// Covariances of one scale with all others.
    pub fn covariances(&self, scale: usize) -> &[f64] {
        &self.covariance.row(scale)[..SCALE_COUNT]
    }

    /// Estimates with their standard deviations, and which scales an answer speaks of.
    pub fn profile(&self, questionnaire: &Questionnaire, answers: &Answers) -> Profile {
        let mut answered = [false; SCALE_COUNT];
        for (question, _) in answers.values() {
            for load in &questionnaire.question(question).loads {
                answered[load.scale.index()] = true;
            }
        }
        Profile {
            estimate: std::array::from_fn(|scale| self.mean[scale]),
            sd: std::array::from_fn(|scale| self.covariance.at(scale, scale).max(0.0).sqrt()),
            answered,
        }
    }
}

fn project(observation: &Observation, vector: &[f64]) -> f64 {
    observation.loads.iter().map(|(scale, weight)| weight * vector[*scale]).sum()
}
