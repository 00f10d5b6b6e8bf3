//! What the answers tell of a person, and how much they can tell of each career.

use super::metric::Metric;
use crate::assess::{Measurement, Posterior, multiply, view_as_array};
use crate::model::matrix::{add, dot};
use crate::model::{Answers, ByGroup, ByScale, Group, Matrix, QuestionId, SCALE_COUNT};
use ndarray::ArrayView1;

/// Scales that an answered question loads on.
pub type Asked = ByScale<bool>;

/// A posterior, and what it can tell of each career.
///
/// With `m` the place of a career's people, `S₀` and `Σ` prior and posterior covariance and `μ` the estimate, the logarithm
/// of p(answers | the career's people) ÷ p(answers | the average person) is `m' S₀⁻¹ μ - ½ m' K m`, where
/// `K = S₀⁻¹ (S₀ - Σ) S₀⁻¹`. On a scale that no answer loads on both `S₀⁻¹ μ` and `K` are nothing; where covariances are
/// learnt they would be something, since answers tell of scales behind their own, and are counted as nothing.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// The estimate and its uncertainty.
    pub posterior: Posterior,
    asked: Asked,
    evidence: Matrix,
    explained_variance: Vec<ByGroup<f64>>,
}

impl Evidence {
    /// Before any answer.
    pub fn none(metric: &Metric, model: &Measurement) -> Self {
        Self {
            posterior: Posterior::prior(model),
            asked: Asked::from_value(false),
            evidence: Matrix::zeros(SCALE_COUNT),
            explained_variance: vec![ByGroup::from_value(0.0); metric.people().len()],
        }
    }

    /// After all answers, in the questionnaire's order: the same answers give the same bits.
    pub fn of(metric: &Metric, model: &Measurement, answers: &Answers) -> Self {
        let asked = find_asked(model, answers.values().map(|(question, _)| question));
        Self::new(metric, model, Posterior::of(model, answers), asked)
    }

    /// What a posterior tells of each career, from answers that load on these scales.
    pub fn new(metric: &Metric, model: &Measurement, posterior: Posterior, asked: Asked) -> Self {
        let evidence = compute_evidence(model, |scale| posterior.covariances(scale), &asked);
        let explained_variance = explain_variance(metric, &evidence);
        Self { posterior, asked, evidence, explained_variance }
    }

    /// Takes one more answer in.
    pub fn update(&mut self, metric: &Metric, model: &Measurement, question: QuestionId, value: u8) {
        // noted even where the answer only sets a level: it counts as asked, too, where all are taken in at once
        let mut is_new = false;
        for scale in model.scales(question) {
            is_new |= !self.asked[*scale];
            self.asked[*scale] = true;
        }
        let Some((gain, variance)) = self.posterior.update(model, question, value) else { return };

        // learnt answers move scales that no answer loads on yet, and all that is known of a scale counts once one does
        if is_new && model.prior().size() > SCALE_COUNT {
            *self = Self::new(metric, model, self.posterior.clone(), self.asked);
            return;
        }

        // an answer lowers the covariance by one product of vectors, so that the evidence grows by one
        let gain = mask_unasked(model.precision().multiply(&gain), &self.asked);
        for (row, along) in gain.iter().enumerate().filter(|(_, along)| **along != 0.0) {
            add(self.evidence.row_mut(row), along / variance, &gain);
        }

        for (explained_variance, place) in self.explained_variance.iter_mut().zip(metric.people()) {
            let along = ByGroup::from_fn(|group| dot(&place[group.range()], &gain[group.range()]));
            let all: f64 = along.values().iter().sum();
            for group in Group::ALL {
                explained_variance[group] += along[group] * all / variance;
            }
        }
    }

    /// Scales that an answered question loads on.
    pub fn asked_scales(&self) -> &Asked {
        &self.asked
    }

    /// `K`: how far answers to these questions can move the fit, by pair of scales.
    pub fn evidence(&self) -> &Matrix {
        &self.evidence
    }

    /// By career and group: its part of `m' K m`.
    pub fn explained_variance(&self) -> &[ByGroup<f64>] {
        &self.explained_variance
    }
}

/// The scales that these questions load on.
pub(super) fn find_asked(model: &Measurement, questions: impl Iterator<Item = QuestionId>) -> Asked {
    let mut asked = Asked::from_value(false);
    for scale in questions.flat_map(|question| model.scales(question)) {
        asked[*scale] = true;
    }
    asked
}

/// `K` of a posterior covariance, given row by row.
pub(super) fn compute_evidence<'c>(
    model: &Measurement,
    covariances: impl Fn(usize) -> &'c [f64],
    asked: &Asked,
) -> Matrix {
    let variance_reduction =
        Matrix::from_fn(SCALE_COUNT, |row, column| model.prior().at(row, column) - covariances(row)[column]);
    let (precision, asked) = (model.precision(), asked.as_slice());
    let evidence = multiply(&multiply(precision, &variance_reduction), precision);
    Matrix::from_fn(SCALE_COUNT, |row, column| {
        // both halves from one, or else the last bits would differ and the matrix not be symmetric
        if asked[row] && asked[column] { evidence.at(row.max(column), row.min(column)) } else { 0.0 }
    })
}

/// Values of the scales that were asked, nothing elsewhere.
pub(super) fn mask_unasked(mut values: Vec<f64>, asked: &Asked) -> Vec<f64> {
    for (value, _) in values.iter_mut().zip(asked.as_slice()).filter(|(_, asked)| !**asked) {
        *value = 0.0;
    }
    values
}

/// By career and group: its part of `m' K m`.
pub(super) fn explain_variance(metric: &Metric, evidence: &Matrix) -> Vec<ByGroup<f64>> {
    // all careers by one product: much quicker than one by one, and the same up to rounding
    let along = metric.people_table().dot(&view_as_array(evidence));
    let part = |(place, along): (&[f64; SCALE_COUNT], ArrayView1<'_, f64>)| {
        let along = along.to_slice().unwrap_or_default();
        ByGroup::from_fn(|group| dot(&place[group.range()], &along[group.range()]))
    };
    metric.people().iter().zip(along.rows()).map(part).collect()
}

/// The parts of `m' K m` of one career, from the lower half of `K`: what two groups share belongs half to each.
pub(super) fn split_by_group(evidence: &Matrix, place: &[f64; SCALE_COUNT]) -> ByGroup<f64> {
    let mut parts = ByGroup::from_value(0.0);
    for (at, group) in Group::ALL.into_iter().enumerate() {
        for scale in group.range().filter(|scale| place[*scale] != 0.0) {
            let row = evidence.row(scale);
            let own = group.range().start..scale;
            parts[group] += place[scale] * (2.0 * dot(&row[own.clone()], &place[own]) + row[scale] * place[scale]);

            for earlier in Group::ALL.into_iter().take(at) {
                let shared = place[scale] * dot(&row[earlier.range()], &place[earlier.range()]);
                parts[group] += shared;
                parts[earlier] += shared;
            }
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped::load_shipped;
    use crate::fit::Matcher;

    #[test]
    fn of_one_career_the_same_is_told_as_of_all_at_once() {
        let matcher = Matcher::new(load_shipped().expect("the shipped data"));
        let (metric, model) = (&matcher.metric, &matcher.measurement);
        let mut answers = Answers::default();
        for (question, value) in [
            ("enjoy-maths-puzzle", 5),
            ("enjoy-star-photos", 4),
            ("enjoy-win-votes", 1),
            ("good-at-write-program", 4),
            ("good-at-use-maths", 5),
            ("passions-inside-computers", 5),
            ("passions-laws", 2),
        ] {
            answers.give(&matcher.dataset.questionnaire, question, value).expect("a question");
        }

        let told = Evidence::of(metric, model, &answers);
        for (all, place) in told.explained_variance().iter().zip(metric.people()) {
            let one = split_by_group(told.evidence(), place);
            assert!(Group::ALL.into_iter().all(|group| (all[group] - one[group]).abs() < 1e-9), "{all:?} {one:?}");
        }
        assert!(told.explained_variance().iter().any(|parts| parts.values().iter().any(|part| *part > 1e-3)));
    }
}
