//! The prior of scales and answers together, where the questionnaire carries covariances learnt from other people.

use crate::model::questionnaire::Covariance;
use crate::model::{Matrix, QuestionId, Questionnaire, SCALE_COUNT};

/// Share of an answer's learnt variance that is its own noise, so that no answer is ever known from the others alone.
const NOISE_SHARE: f64 = 0.02;

/// The learnt answers as states of their own behind the scales.
#[derive(Clone, Debug)]
pub struct JointPrior {
    /// Covariance of the scales and, behind them, of the learnt answers in answer deviations.
    pub prior: Matrix,
    /// The questions whose answers are states, in their order.
    pub questions: Vec<QuestionId>,
    /// Noise of each of these answers.
    pub noise: Vec<f64>,
}

/// Joins learnt covariances `S` with a prior `S₀` of the scales. A measured scale is the sum `B x` of its own questions,
/// turned where they are reversed and brought to its prior variance; the others follow from the measured ones as in the
/// prior: `z = G B x + rest`, with `G` the regression on the measured scales.
pub fn join_prior(questionnaire: &Questionnaire, learnt: &Covariance, scales: &Matrix, step: f64) -> JointPrior {
    let count = learnt.questions.len();
    let value = |a: usize, b: usize| learnt.values[a * count + b] * step * step;
    let shared = |a: usize, b: usize| (1.0 - NOISE_SHARE) * value(a, b);

    let sums = sum_questions(questionnaire, learnt, scales, &shared);
    let measured: Vec<usize> = sums.iter().map(|(scale, _)| *scale).collect();
    let regression = regress_on_measured(scales, &measured);
    // how each scale moves with each learnt answer: G B
    let through: Vec<Vec<f64>> = regression
        .iter()
        .map(|row| (0..count).map(|at| row.iter().zip(&sums).map(|(g, (_, b))| g * b[at]).sum()).collect())
        .collect();

    let with_answer = |scale: usize, at: usize| (0..count).map(|k| through[scale][k] * shared(k, at)).sum::<f64>();
    let explained = |a: usize, b: usize| {
        regression[a].iter().zip(&measured).map(|(g, scale)| g * scales.at(*scale, b)).sum::<f64>()
    };
    let between: Vec<Vec<f64>> =
        (0..SCALE_COUNT).map(|scale| (0..count).map(|at| with_answer(scale, at)).collect()).collect();

    let prior = Matrix::from_fn(SCALE_COUNT + count, |row, column| {
        match (row.checked_sub(SCALE_COUNT), column.checked_sub(SCALE_COUNT)) {
            (Some(a), Some(b)) => shared(a, b),
            (None, Some(at)) => between[row][at],
            (Some(at), None) => between[column][at],
            (None, None) => {
                let seen: f64 = through[column].iter().zip(&between[row]).map(|(weight, value)| weight * value).sum();
                seen + scales.at(row, column) - explained(row, column)
            }
        }
    });

    let noise = (0..count).map(|at| NOISE_SHARE * value(at, at)).collect();
    JointPrior { prior, questions: learnt.questions.clone(), noise }
}

/// By measured scale: the weights of the learnt answers in it.
fn sum_questions(
    questionnaire: &Questionnaire,
    learnt: &Covariance,
    scales: &Matrix,
    shared: &impl Fn(usize, usize) -> f64,
) -> Vec<(usize, Vec<f64>)> {
    let main = |at: usize| questionnaire.question(learnt.questions[at]).main_scale();
    let mut measured: Vec<usize> = (0..learnt.questions.len()).filter_map(|at| Some(main(at)?.index())).collect();
    measured.sort_unstable();
    measured.dedup();

    let sum = |scale: usize| {
        let sign = |at: usize| {
            let turned = questionnaire.question(learnt.questions[at]).is_reversed();
            let of_scale = main(at).is_some_and(|main| main.index() == scale);
            if of_scale { if turned { -1.0 } else { 1.0 } } else { 0.0 }
        };

        let weights: Vec<f64> = (0..learnt.questions.len()).map(sign).collect();
        let rows = weights
            .iter()
            .enumerate()
            .map(|(a, x)| weights.iter().enumerate().map(|(b, y)| x * y * shared(a, b)).sum::<f64>());
        let factor = (scales.at(scale, scale) / rows.sum::<f64>().max(f64::MIN_POSITIVE)).sqrt();
        (scale, weights.into_iter().map(|weight| weight * factor).collect())
    };

    measured.into_iter().map(sum).collect()
}

/// By scale: how it follows from the measured ones; a measured scale follows from itself.
fn regress_on_measured(scales: &Matrix, measured: &[usize]) -> Vec<Vec<f64>> {
    let block = Matrix::from_fn(measured.len(), |row, column| scales.at(measured[row], measured[column]));
    let follows = |scale: usize| {
        let right: Vec<f64> = measured.iter().map(|known| scales.at(scale, *known)).collect();
        block.solve(&right).unwrap_or_else(|| vec![0.0; measured.len()])
    };
    (0..SCALE_COUNT).map(follows).collect()
}
