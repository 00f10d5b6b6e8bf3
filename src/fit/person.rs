//! The person's side of the matching.

use super::metric::Metric;
use crate::assess::Posterior;
use crate::model::matrix::dot;
use crate::model::{Group, SCALE_COUNT};

/// A person ready to be compared: whitened, faded by uncertainty, weighted by group.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// A career's fit is 100 times the product of this with the career's unit vector.
    pub direction: [f64; SCALE_COUNT],
}

impl Person {
    /// The person behind a posterior; `shares` are the groups' shares in the fit.
    pub fn new(metric: &Metric, posterior: &Posterior, shares: [f64; 4]) -> Self {
        Self::from_estimate(metric, posterior.mean(), Self::spreads(metric, posterior), shares)
    }

    /// Posterior variance of each whitened group.
    pub fn spreads(metric: &Metric, posterior: &Posterior) -> [f64; 4] {
        Group::ALL.map(|group| metric.spread(group, |scale| posterior.covariances(scale)))
    }

    /// The person of an estimate: divided by the square root of its squared length plus its posterior variance, so that
    /// fit fades as evidence does.
    pub fn from_estimate(metric: &Metric, estimate: &[f64], spreads: [f64; 4], shares: [f64; 4]) -> Self {
        let white = metric.whitened(estimate);
        let mut person = Self { direction: [0.0; SCALE_COUNT] };
        for group in Group::ALL {
            let (part, share) = (&white[group.range()], shares[group.index()]);
            let known = dot(part, part);
            let length = (known + spreads[group.index()]).sqrt().max(1e-9);
            for (value, white) in person.direction[group.range()].iter_mut().zip(part) {
                *value = share * white / length;
            }
        }
        person
    }
}
