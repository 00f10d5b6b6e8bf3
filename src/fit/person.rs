//! The person's side of the matching.

use super::emphasis::Emphasis;
use super::information::{Information, products};
use super::metric::Metric;
use crate::assess::Measurement;
use crate::model::fit::Contributions;
use crate::model::{CareerId, Group, SCALE_COUNT};
use std::sync::Arc;

/// Under this variance nothing was told of a career.
const NOTHING: f64 = 1e-9;

/// How answers to these questions are compared with careers, whatever the answers are.
#[derive(Clone, Debug)]
pub struct Yardstick {
    /// By career and group: what turns the product of person and career into a share of the fit.
    factors: Arc<[[f64; 4]]>,
    /// Share of each group in the fit.
    shares: [f64; 4],
    /// Posterior over prior variance of each whitened group.
    unknown: [f64; 4],
    /// One over the prior variance of each whitened group.
    scale: [f64; 4],
    /// 0 where nothing is known to 1 where all is.
    sureness: f64,
}

impl Yardstick {
    /// The yardstick after some answers, from the posterior covariances and what they tell of each career; `shares` are
    /// the groups' shares in the fit.
    pub fn new<'c>(
        metric: &Metric,
        model: &Measurement,
        (covariances, told): (impl Fn(usize) -> &'c [f64], &[[f64; 4]]),
        asked: [bool; 4],
        shares: [f64; 4],
    ) -> Self {
        let prior = Group::ALL.map(|group| metric.spread(group, |scale| model.prior().row(scale)).max(NOTHING));
        let left = Group::ALL.map(|group| metric.spread(group, &covariances));
        let unknown = Group::ALL.map(|group| (left[group.index()] / prior[group.index()]).min(1.0));
        let weights = Emphasis::Balanced.shares(metric, asked, asked);
        let known = weights.iter().zip(&unknown).map(|(weight, unknown)| weight * (1.0 - unknown)).sum::<f64>();
        Self {
            factors: factors(told, shares),
            shares,
            unknown,
            scale: prior.map(|variance| 1.0 / variance),
            sureness: known.max(0.0).sqrt(),
        }
    }

    /// The yardstick of somebody of whom every scale is known.
    pub fn knowing_all(metric: &Metric, model: &Measurement, shares: [f64; 4]) -> Self {
        let factors = factors(&Information::everything(metric, model), shares);
        let prior = Group::ALL.map(|group| metric.spread(group, |scale| model.prior().row(scale)).max(NOTHING));
        Self { factors, shares, unknown: [0.0; 4], scale: prior.map(|variance| 1.0 / variance), sureness: 1.0 }
    }

    /// By career and group: what turns the product of person and career into a share of the fit.
    pub(super) fn factors(&self) -> &[[f64; 4]] {
        &self.factors
    }

    /// How the difference of two careers' fits moves with the person's plain scales, but for a factor that is above 0.
    pub(super) fn between(&self, metric: &Metric, one: CareerId, other: CareerId) -> [f64; SCALE_COUNT] {
        let mut between = [0.0; SCALE_COUNT];
        for (career, sign) in [(one, 1.0), (other, -1.0)] {
            let white = &metric.white()[career.index()];
            for (group, factor) in Group::ALL.iter().zip(self.factors[career.index()]) {
                for scale in group.range() {
                    between[scale] += sign * factor * f64::from(white[scale]);
                }
            }
        }
        metric.through(&between)
    }

    /// Share of each group in the fit.
    pub fn shares(&self) -> [f64; 4] {
        self.shares
    }

    /// The person of an estimate: divided by the root of its squared length plus its posterior variance, so that fit
    /// fades as evidence does.
    pub fn person(&self, metric: &Metric, estimate: &[f64]) -> Person {
        let white = metric.whitened(estimate);
        let lengths = products(&white, &white);
        let length: f64 =
            (0..4).map(|at| self.shares[at] * (lengths[at] * self.scale[at] + self.unknown[at])).sum::<f64>();
        let points = 100.0 * self.sureness / length.sqrt().max(NOTHING);
        Person { white, points, factors: Arc::clone(&self.factors) }
    }
}

/// By career and group: its share over the root of what was told and of the number of its scales.
fn factors(told: &[[f64; 4]], shares: [f64; 4]) -> Arc<[[f64; 4]]> {
    let factor = |group: Group, variance: f64| {
        let scales = group.range().len() as f64;
        if variance > NOTHING { shares[group.index()] / (variance * scales).sqrt() } else { 0.0 }
    };
    told.iter().map(|told| Group::ALL.map(|group| factor(group, told[group.index()]))).collect()
}

/// A person ready to be compared with every career.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    white: [f64; SCALE_COUNT],
    points: f64,
    factors: Arc<[[f64; 4]]>,
}

impl Person {
    /// The whitened estimate.
    pub(super) fn white(&self) -> &[f64; SCALE_COUNT] {
        &self.white
    }

    /// Points of the fit for one of the product of person and career.
    pub(super) fn points(&self) -> f64 {
        self.points
    }

    /// The fit of a career in points.
    pub fn score(&self, metric: &Metric, career: CareerId) -> f64 {
        let products = products(&self.white, &metric.white()[career.index()]);
        let factors = &self.factors[career.index()];
        self.points * products.iter().zip(factors).map(|(product, factor)| product * factor).sum::<f64>()
    }

    /// How many points each scale adds to a career's fit; they add up to it.
    pub fn contributions(&self, metric: &Metric, career: CareerId) -> Contributions {
        let white = &metric.white()[career.index()];
        let mut points = [0.0; SCALE_COUNT];
        for group in Group::ALL {
            let factor = self.points * self.factors[career.index()][group.index()];
            for scale in group.range() {
                points[scale] = factor * self.white[scale] * f64::from(white[scale]);
            }
        }
        points
    }
}
