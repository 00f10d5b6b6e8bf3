//! What an answer tells: the questionnaire's loadings and noise over the prior.

use super::joint_prior::join_prior;
use crate::model::{Matching, Matrix, Question, QuestionId, Questionnaire, SCALE_COUNT, ScaleId};
use std::sync::Arc;

/// Variance that rounding to whole steps adds, in squared steps (Sheppard's correction).
pub const ROUNDING: f64 = 1.0 / 12.0;

/// One question as the model sees it.
#[derive(Clone, Debug)]
pub struct Observation {
    /// State and weight, few of them.
    pub loads: Vec<(usize, f64)>,
    /// Variance that the state does not explain, in squared answer deviations.
    pub noise: f64,
    /// What people in general answer, in answer deviations.
    pub usual: f64,
    /// The answering level that shifts it, by its number; none where learnt covariances hold the level already.
    pub level: Option<usize>,
}

impl Observation {
    /// What the question measures of these states, its level left out.
    pub fn project(&self, states: &[f64]) -> f64 {
        self.loads.iter().map(|(state, weight)| weight * states[*state]).sum()
    }
}

/// A level of what is asked as it is, and one of what is asked the other way round: somebody who says yes to everything
/// moves both alike, somebody who answers as is pleasing to say moves them against each other, and neither is evidence.
const LEVELS_OF_PART: usize = 2;

fn find_level_number(question: &Question) -> usize {
    LEVELS_OF_PART * question.part.index() + usize::from(question.is_reversed())
}

/// How an answer is compared with those to other questions about the same scale.
#[derive(Clone, Copy, Debug)]
pub struct MainScale {
    /// The scale that the question is mainly about.
    pub scale: ScaleId,
    /// What people in general answer, in steps.
    pub usual: f64,
    /// How far one step more lies along the scale, in deviations of all that is not the scale.
    pub step: f64,
}

impl MainScale {
    fn new(question: &Question, step: f64) -> Option<Self> {
        let scale = question.main_scale()?;
        let other = question.loads.iter().filter(|load| load.scale != scale);
        let aside: f64 = other.map(|load| load.weight * load.weight).sum();
        let noise = question.noise + aside + ROUNDING * step * step;
        let turned = if question.is_reversed() { -step } else { step };
        Some(Self { scale, usual: question.usual, step: turned / noise.sqrt() })
    }
}

/// The linear-Gaussian model of a questionnaire.
///
/// The state is the 95 standardised scales, and behind them the answers whose covariances were learnt; answers are counted in answer deviations (`matching.answer_sd` steps).
#[derive(Clone, Debug)]
pub struct Measurement {
    prior: Matrix,
    precision: Arc<Matrix>,
    scales: Vec<Vec<ScaleId>>,
    main_scales: Vec<Option<MainScale>>,
    observations: Vec<Observation>,
    levels: usize,
    step: f64,
    level_variance: f64,
    retest_spread: f64,
}

impl Measurement {
    /// The model for this questionnaire over a prior covariance of the scales.
    pub fn new(questionnaire: &Questionnaire, prior: Matrix, matching: &Matching) -> Self {
        let step = 1.0 / matching.answer_sd;
        let observations = questionnaire.questions.iter().map(|question| Observation {
            loads: question.loads.iter().map(|load| (load.scale.index(), load.weight)).collect(),
            noise: question.noise + ROUNDING * step * step,
            usual: question.usual * step,
            level: Some(find_level_number(question)),
        });
        let mut observations: Vec<Observation> = observations.collect();

        let joint = questionnaire.covariance.as_ref().map(|learnt| join_prior(questionnaire, learnt, &prior, step));
        let prior = joint.as_ref().map_or(prior, |joint| joint.prior.clone());
        for (at, question) in joint.iter().flat_map(|joint| joint.questions.iter().enumerate()) {
            let Observation { usual, .. } = observations[question.index()];
            let noise = joint.as_ref().map_or(0.0, |joint| joint.noise[at]);
            observations[question.index()] =
                Observation { loads: vec![(SCALE_COUNT + at, 1.0)], noise, usual, level: None };
        }

        let (level_variance, retest_spread) = (matching.level_sd.powi(2), matching.retest_spread);
        let scales = questionnaire.questions.iter().map(|question| question.loads.iter().map(|l| l.scale).collect());

        // careers have a place on the scales only, so that the learnt answers behind them are left out
        let of_scales = Matrix::from_fn(SCALE_COUNT, |row, column| prior.at(row, column));
        let precision = Arc::new(of_scales.inverse().unwrap_or_else(|| Matrix::identity(SCALE_COUNT)));

        let (scales, levels) = (scales.collect(), LEVELS_OF_PART * questionnaire.parts.len());
        let main_scales = questionnaire.questions.iter().map(|question| MainScale::new(question, step)).collect();
        Self { prior, precision, scales, main_scales, observations, levels, step, level_variance, retest_spread }
    }

    /// Prior covariance of the state.
    pub fn prior(&self) -> &Matrix {
        &self.prior
    }

    /// Prior precision of the scales, the inverse of their covariance.
    pub fn precision(&self) -> &Arc<Matrix> {
        &self.precision
    }

    /// The scales that a question loads on.
    pub fn scales(&self, question: QuestionId) -> &[ScaleId] {
        &self.scales[question.index()]
    }

    /// The scale that a question is mainly about; none where no scale leads.
    pub fn main_scale(&self, question: QuestionId) -> Option<MainScale> {
        self.main_scales[question.index()]
    }

    /// One question.
    pub fn observation(&self, question: QuestionId) -> &Observation {
        &self.observations[question.index()]
    }

    /// How many answering levels there are.
    pub fn levels(&self) -> usize {
        self.levels
    }

    /// Answer deviations of one step between choices.
    pub fn step(&self) -> f64 {
        self.step
    }

    /// Variance of people's answering level, for choosing questions before a part has an answer.
    pub fn level_variance(&self) -> f64 {
        self.level_variance
    }

    /// How far fresh answers to other questions spread, as a multiple of what this model says.
    pub fn retest_spread(&self) -> f64 {
        self.retest_spread
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped::load_shipped;
    use crate::fit::Matcher;

    #[test]
    fn an_answer_is_counted_in_deviations_and_what_else_a_question_asks_about_is_noise_to_its_main_scale() {
        let matcher = Matcher::new(load_shipped().expect("the shipped data"));
        let model = &matcher.measurement;
        let step = 1.0 / matcher.dataset.matching.answer_sd;
        for (id, question) in matcher.dataset.questionnaire.iter() {
            let observation = model.observation(id);
            assert!((observation.usual - question.usual * step).abs() < 1e-12, "{}", question.id);

            let (Some(main), Some(scale)) = (model.main_scale(id), question.main_scale()) else { continue };
            let aside = question.loads.iter().filter(|load| load.scale != scale);
            let noise = question.noise + aside.map(|load| load.weight.powi(2)).sum::<f64>() + ROUNDING * step * step;
            let wanted = step / noise.sqrt();
            assert!((main.step.abs() - wanted).abs() < 1e-12, "{}: {} and not {wanted}", question.id, main.step);
            assert_eq!(main.step < 0.0, question.is_reversed(), "{}", question.id);
        }
    }
}
