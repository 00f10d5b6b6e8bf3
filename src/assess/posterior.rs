//! The closed-form posterior, one answer at a time.

use super::measurement::{Measurement, Observation};
use crate::model::{Answers, ByScale, Loading, Matrix, Profile, QuestionId, Questionnaire, SCALE_COUNT};

/// Mean and covariance of the scales and of each answering level, given some answers.
///
/// A level has a flat prior: the first answer under it only sets it, and every later answer counts by how far it lies
/// from that first one. So adding a constant to all answers of a part changes nothing, to the last bit.
#[derive(Clone, Debug)]
pub struct Posterior {
    mean: Vec<f64>,
    covariance: Matrix,
    origins: Vec<Option<Origin>>,
    /// Number of states, behind which the levels stand.
    states: usize,
}

/// The first answer under a level, from which the others are counted.
#[derive(Clone, Copy, Debug)]
struct Origin {
    value: u8,
    usual: f64,
}

impl Origin {
    /// An answer counted from the first under its level, both less their usual answers.
    fn compute_offset(self, model: &Measurement, observation: &Observation, value: u8) -> f64 {
        let steps = f64::from(i16::from(value) - i16::from(self.value)) * model.step();
        steps - (observation.usual - self.usual)
    }
}

impl Posterior {
    /// Before any answer.
    pub fn prior(model: &Measurement) -> Self {
        let states = model.prior().size();
        let size = states + model.levels();
        let covariance =
            Matrix::from_fn(
                size,
                |row, column| {
                    if row < states && column < states { model.prior().at(row, column) } else { 0.0 }
                },
            );
        Self { mean: vec![0.0; size], covariance, origins: vec![None; model.levels()], states }
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

    /// Takes one more answer in. Comes back with its covariance with every scale and its variance, as they were before
    /// it; the first answer under a level only sets it, tells nothing of the scales and comes back with nothing.
    pub fn update(&mut self, model: &Measurement, question: QuestionId, value: u8) -> Option<(Vec<f64>, f64)> {
        let observation = model.observation(question);
        let Some(number) = observation.level else {
            let seen = f64::from(value) * model.step() - observation.usual;
            return Some(self.update_observation(observation, None, seen));
        };

        match self.origins[number] {
            None => {
                self.set_level(observation, number, value);
                None
            }
            Some(origin) => {
                let level = self.states + number;
                Some(self.update_observation(
                    observation,
                    Some(level),
                    origin.compute_offset(model, observation, value),
                ))
            }
        }
    }

    /// The first answer under a level: it says where the level is, given the scales, and nothing about them.
    fn set_level(&mut self, observation: &Observation, number: usize, value: u8) {
        let level = self.states + number;
        let cross_covariance = self.compute_cross_covariance(observation, None);
        let variance = observation.project(&cross_covariance) + observation.noise;

        // from here on this answer counts as nothing, so that the level is the opposite of the rest of it: -λ·θ - e
        self.mean[level] = -observation.project(&self.mean);
        for (at, along) in cross_covariance.iter().enumerate() {
            *self.covariance.at_mut(level, at) = -along;
            *self.covariance.at_mut(at, level) = -along;
        }
        *self.covariance.at_mut(level, level) = variance;
        self.origins[number] = Some(Origin { value, usual: observation.usual });
    }

    /// One step of the filter: what was seen against what was expected, with or without a level.
    fn update_observation(&mut self, observation: &Observation, level: Option<usize>, seen: f64) -> (Vec<f64>, f64) {
        let mut cross_covariance = self.compute_cross_covariance(observation, level);
        let of_level = |values: &[f64]| level.map_or(0.0, |level| values[level]);
        let variance = observation.project(&cross_covariance) + of_level(&cross_covariance) + observation.noise;
        let standardized_residual = seen - observation.project(&self.mean) - of_level(&self.mean);

        let deviation = variance.sqrt();
        let scaled: Vec<f64> = cross_covariance.iter().map(|along| along / deviation).collect();
        for (row, along) in scaled.iter().enumerate() {
            self.mean[row] += along * standardized_residual / deviation;
            for (value, other) in self.covariance.row_mut(row).iter_mut().zip(&scaled) {
                *value -= along * other;
            }
        }

        cross_covariance.truncate(SCALE_COUNT);
        (cross_covariance, variance)
    }

    /// Takes in that one thing was preferred to another: the answers to both would differ by about one deviation.
    pub fn update_preference(&mut self, preferred: &[Loading], other: &[Loading]) {
        let signed = |loads: &[Loading], sign: f64| -> Vec<(usize, f64)> {
            loads.iter().map(|load| (load.scale.index(), sign * load.weight)).collect()
        };
        let loads = [signed(preferred, 1.0), signed(other, -1.0)].concat();

        // the difference of two answers, each of variance one, has variance two, of which the scales explain a part
        let explained: f64 = loads.iter().map(|(_, weight)| weight * weight).sum();
        let preference = Observation { loads, noise: (2.0 - explained).max(0.5), usual: 0.0, level: None };
        self.update_observation(&preference, None, 1.0);
    }

    /// Covariance of the state with an answer, its level included where one is given.
    fn compute_cross_covariance(&self, observation: &Observation, level: Option<usize>) -> Vec<f64> {
        let mut cross_covariance =
            level.map_or_else(|| vec![0.0; self.mean.len()], |level| self.covariance.row(level).to_vec());
        for (scale, weight) in &observation.loads {
            for (sum, value) in cross_covariance.iter_mut().zip(self.covariance.row(*scale)) {
                *sum += weight * value;
            }
        }
        cross_covariance
    }

    /// How far an answer lies from what all answers together suggest, in deviations of its own noise; where covariances are
    /// learnt, in those of what the other answers leave open, since an answer there is a state and explains itself.
    pub fn standardize_residual(&self, model: &Measurement, question: QuestionId, value: u8) -> f64 {
        let observation = model.observation(question);
        let Some(number) = observation.level else {
            let off = f64::from(value) * model.step() - observation.usual - observation.project(&self.mean);
            let explained = observation.project(&self.compute_cross_covariance(observation, None));
            return off / (observation.noise - explained).max(f64::MIN_POSITIVE).sqrt();
        };

        let Some(origin) = self.origins[number] else { return 0.0 };
        let level = self.mean[self.states + number];
        let off = origin.compute_offset(model, observation, value) - observation.project(&self.mean) - level;
        off / observation.noise.sqrt()
    }

    /// Covariance of every scale with what a question measures, its level left out.
    pub fn compute_covariance(&self, model: &Measurement, question: QuestionId) -> Vec<f64> {
        let mut along = self.compute_state_covariance(model, question);
        along.truncate(SCALE_COUNT);
        along
    }

    /// Covariance of every state with what a question measures, its level left out.
    pub fn compute_state_covariance(&self, model: &Measurement, question: QuestionId) -> Vec<f64> {
        self.compute_cross_covariance(model.observation(question), None)
    }

    /// What a question is expected to measure, its level left out, in answer deviations from the usual.
    pub fn predict_measure(&self, model: &Measurement, question: QuestionId) -> f64 {
        model.observation(question).project(&self.mean)
    }

    /// What one more answer would tell: its covariance with every scale, and its variance.
    ///
    /// Before a level has an answer it counts with the spread it has among people, since under a flat level the
    /// first answer would tell nothing and no question could be chosen.
    pub fn predict_answer(&self, model: &Measurement, question: QuestionId) -> (Vec<f64>, f64) {
        let observation = model.observation(question);
        let known = observation.level.filter(|number| self.origins[*number].is_some());
        let level = known.map(|number| self.states + number);

        let mut cross_covariance = self.compute_cross_covariance(observation, level);
        let unknown = if observation.level.is_some() { model.level_variance() } else { 0.0 };
        let spread = level.map_or(unknown, |level| cross_covariance[level]);
        let variance = observation.project(&cross_covariance) + spread + observation.noise;

        cross_covariance.truncate(SCALE_COUNT);
        (cross_covariance, variance)
    }

    /// The answer that is expected to a question, among its choices, and how far that may be off (one standard deviation,
    /// the answer's own noise left out).
    pub fn forecast_answer(&self, model: &Measurement, question: QuestionId) -> (f64, f64) {
        let observation = model.observation(question);
        let origin = observation.level.and_then(|number| Some((self.states + number, self.origins[number]?)));
        let cross_covariance = self.compute_cross_covariance(observation, origin.map(|(level, _)| level));
        let measured = observation.project(&self.mean);
        let variance = observation.project(&cross_covariance);

        let (above, extra) = match (origin, observation.level) {
            (Some((level, origin)), _) => {
                let from = f64::from(origin.value) * model.step() - origin.usual;
                (from + self.mean[level], cross_covariance[level])
            }
            (None, Some(_)) => (0.0, model.level_variance()),
            (None, None) => (0.0, 0.0),
        };

        let expected = (observation.usual + measured + above) / model.step();
        (expected, (variance + extra).max(0.0).sqrt() / model.step())
    }

    /// Estimate of every scale.
    pub fn mean(&self) -> &[f64] {
        &self.mean[..SCALE_COUNT]
    }

    /// Estimate of every state, the scales first.
    pub fn states(&self) -> &[f64] {
        &self.mean
    }

    /// Covariances of one scale with all others.
    pub fn covariances(&self, scale: usize) -> &[f64] {
        &self.covariance.row(scale)[..SCALE_COUNT]
    }

    /// Estimates with their standard deviations, and how many answers speak of each scale.
    pub fn build_profile(&self, questionnaire: &Questionnaire, answers: &Answers) -> Profile {
        Profile {
            estimate: ByScale::from_fn(|scale| self.mean[scale.index()]),
            sd: ByScale::from_fn(|scale| self.covariance.at(scale.index(), scale.index()).max(0.0).sqrt()),
            answers: questionnaire.count_about(answers.values().map(|(question, _)| question)),
        }
    }
}
