//! The person's side of the matching.

use super::direct::Direct;
use super::information::{Asked, Evidence, explain_variance, find_asked, mask_unasked};
use super::matcher::Matcher;
use super::metric::Metric;
use crate::assess::multiply;
use crate::model::fit::Contributions;
use crate::model::matrix::dot;
use crate::model::{ByGroup, CareerId, Group, Matrix, SCALE_COUNT, ScaleId};
use std::sync::Arc;

/// How answers to these questions are compared with careers, whatever the answers are.
#[derive(Clone, Debug)]
pub struct FitWeights {
    /// Prior precision of the scales.
    precision: Arc<Matrix>,
    /// How far answers to these questions can move the fit, by pair of scales.
    evidence: Arc<Matrix>,
    /// By career: half of `m' K m`, weighted by group.
    halves: Arc<[f64]>,
    asked: Asked,
    weights: ByGroup<f64>,
    points: f64,
}

impl FitWeights {
    /// The yardstick of answers of which this is known, with so much weight on each group.
    pub fn new(matcher: &Matcher, information: &Evidence, weights: ByGroup<f64>) -> Self {
        let evidence = Arc::new(information.evidence().clone());
        Self::from_parts(
            matcher,
            evidence,
            information.explained_variance().iter().copied(),
            *information.asked_scales(),
            weights,
        )
    }

    /// The yardstick of somebody of whom every scale that the questionnaire asks about is known.
    pub fn knowing_all(matcher: &Matcher) -> Self {
        let asked =
            find_asked(&matcher.measurement, matcher.dataset.questionnaire.iter().map(|(question, _)| question));
        let (precision, known) = (matcher.measurement.precision(), asked.as_slice());
        let evidence =
            Matrix::from_fn(
                SCALE_COUNT,
                |row, column| {
                    if known[row] && known[column] { precision.at(row, column) } else { 0.0 }
                },
            );

        let explained_variance = explain_variance(&matcher.metric, &evidence);
        Self::from_parts(matcher, Arc::new(evidence), explained_variance.into_iter(), asked, ByGroup::from_value(1.0))
    }

    /// The same from what was worked out already; `explained_variance` is by career.
    pub(super) fn from_parts(
        matcher: &Matcher,
        evidence: Arc<Matrix>,
        explained_variance: impl Iterator<Item = ByGroup<f64>>,
        asked: Asked,
        weights: ByGroup<f64>,
    ) -> Self {
        let half = |explained_variance: ByGroup<f64>| {
            0.5 * Group::ALL.map(|group| explained_variance[group] * weights[group]).iter().sum::<f64>()
        };
        Self::from_halves(matcher, evidence, explained_variance.map(half), asked, weights)
    }

    /// The same from what is taken off by career, weighted already.
    pub(super) fn from_halves(
        matcher: &Matcher,
        evidence: Arc<Matrix>,
        halves: impl Iterator<Item = f64>,
        asked: Asked,
        weights: ByGroup<f64>,
    ) -> Self {
        Self {
            precision: Arc::clone(matcher.measurement.precision()),
            evidence,
            halves: halves.collect(),
            asked,
            weights,
            points: matcher.dataset.matching.points,
        }
    }

    /// How much each group counts.
    pub fn weights(&self) -> ByGroup<f64> {
        self.weights
    }

    /// Points of the fit for one of the logarithm of the likelihood ratio.
    pub(super) fn points(&self) -> f64 {
        self.points
    }

    /// By career: what is taken off for how far answers could move its fit, but for the points.
    pub(super) fn halves(&self) -> &[f64] {
        &self.halves
    }

    /// Values by scale times the weight of their group.
    pub(super) fn weigh(&self, mut values: Vec<f64>) -> Vec<f64> {
        for group in Group::ALL {
            values[group.range()].iter_mut().for_each(|value| *value *= self.weights[group]);
        }
        values
    }

    /// How the difference of two careers' fits moves with the person's scales, and where it stands for a person in the
    /// middle of all of them; both but for the points.
    pub fn compare(&self, metric: &Metric, one: CareerId, other: CareerId) -> (Vec<f64>, f64) {
        let (first, second) = (&metric.people()[one.index()], &metric.people()[other.index()]);
        let apart = Group::ALL
            .into_iter()
            .flat_map(|group| group.range().map(move |scale| self.weights[group] * (first[scale] - second[scale])));
        let apart = mask_unasked(apart.collect(), &self.asked);
        (self.precision.multiply(&apart), self.halves[other.index()] - self.halves[one.index()])
    }

    /// By column of a matrix of moves of the estimate, and by scale: how far each moves the person's pull.
    pub(super) fn compute_pulls(&self, moves: &Matrix) -> Matrix {
        let along = multiply(&self.precision, moves);
        let mut pulls = Matrix::zeros(SCALE_COUNT);
        for group in Group::ALL {
            for scale in group.scales().filter(|scale| self.asked[*scale]).map(ScaleId::index) {
                for (column, along) in along.row(scale).iter().enumerate() {
                    *pulls.at_mut(column, scale) = self.weights[group] * along;
                }
            }
        }
        pulls
    }

    /// The person of an estimate.
    pub fn build_person(&self, estimate: &[f64]) -> Person {
        self.build_person_along(&self.precision.multiply(estimate))
    }

    /// Somebody who answers just as the average of a career's people.
    pub fn build_person_like(&self, metric: &Metric, career: CareerId) -> Person {
        self.build_person_along(&self.evidence.multiply(&metric.people()[career.index()]))
    }

    /// The person of `S₀⁻¹ μ`, the prior precision times the estimate.
    pub(super) fn build_person_along(&self, along: &[f64]) -> Person {
        let mut pull = [0.0; SCALE_COUNT];
        for group in Group::ALL {
            for scale in group.scales().filter(|scale| self.asked[*scale]).map(ScaleId::index) {
                pull[scale] = self.weights[group] * along[scale];
            }
        }
        Person { pull, direct: Direct::default(), weights: self.clone() }
    }
}

/// A person ready to be compared with every career.
#[derive(Clone, Debug)]
pub struct Person {
    /// `S₀⁻¹ μ`, weighted by group: how the logarithm of the likelihood moves with each scale.
    pull: [f64; SCALE_COUNT],
    direct: Direct,
    weights: FitWeights,
}

impl Person {
    /// The same person with what speaks for careers by itself.
    pub fn with_direct(self, direct: Direct) -> Self {
        Self { direct, ..self }
    }

    /// What speaks for careers by itself, beside the scales.
    pub fn direct(&self) -> &Direct {
        &self.direct
    }

    /// How the fit moves with the place of a career's people on each scale, but for the points.
    pub(super) fn pull(&self) -> &[f64; SCALE_COUNT] {
        &self.pull
    }

    /// Points of the fit for one of the logarithm of the likelihood ratio.
    pub(super) fn points(&self) -> f64 {
        self.weights.points
    }

    /// The fit of a career in points.
    pub fn score(&self, metric: &Metric, career: CareerId) -> f64 {
        let half = self.weights.halves[career.index()];
        let scales = dot(&self.pull, &metric.people()[career.index()]) - half;
        self.weights.points * scales + self.direct.total(career)
    }

    /// How many points each scale adds to a career's fit; with [`Person::direct`] they add up to it. A scale that no answer loads on adds nothing.
    pub fn compute_contributions(&self, metric: &Metric, career: CareerId) -> Contributions {
        let place = &metric.people()[career.index()];
        let mut points = Contributions::from_value(0.0);
        for group in Group::ALL {
            let weight = 0.5 * self.weights.weights[group];
            for scale in group.scales().filter(|scale| self.weights.asked[*scale]) {
                let at = scale.index();
                let expected = weight * dot(self.weights.evidence.row(at), place);
                points[scale] = self.weights.points * place[at] * (self.pull[at] - expected);
            }
        }
        points
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped::load_shipped;
    use crate::model::{Answers, QuestionId, Rating, Response};

    #[test]
    fn the_difference_of_two_fits_is_what_moves_with_the_scales_and_where_it_stands_in_the_middle() {
        let matcher = Matcher::new(load_shipped().expect("the shipped data"));
        let given = (0..60).map(|at| (QuestionId(at), Response::Value(Rating::nearest(f64::from(at % 4) + 1.0))));
        let answers: Answers = given.collect();
        let information = Evidence::of(&matcher.metric, &matcher.measurement, &answers);
        let weights = FitWeights::new(&matcher, &information, ByGroup::from_value(1.0));

        let estimate = &information.posterior.mean()[..SCALE_COUNT];
        let person = weights.build_person(estimate);
        for (one, other) in [(3, 500), (120, 7), (800, 801)].map(|(one, other)| (CareerId(one), CareerId(other))) {
            let (along, in_the_middle) = weights.compare(&matcher.metric, one, other);
            let told = weights.points() * (dot(&along, estimate) + in_the_middle);
            let apart = person.score(&matcher.metric, one) - person.score(&matcher.metric, other);
            assert!((told - apart).abs() < 1e-9, "{one:?} and {other:?}: {told} and not {apart}");
        }
    }
}
