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
    /// How much of the direction's length is known rather than guessed, 0 to 1.
    pub sureness: f64,
}

impl Person {
    /// The person behind a posterior; only groups in `answered` count, and they share the weight of the others.
    ///
    /// The estimate is divided by the square root of its squared length plus its posterior variance, so that fit fades
    /// as evidence does.
    pub fn new(metric: &Metric, posterior: &Posterior, answered: [bool; 4]) -> Self {
        let white = metric.whitened(posterior.mean());
        let groups = || Group::ALL.into_iter().filter(|group| answered[group.index()]);
        let total: f64 = groups().map(|group| metric.weight(group)).sum();
        let mut person = Self { direction: [0.0; SCALE_COUNT], sureness: 0.0 };
        for group in groups() {
            let part = &white[group.range()];
            let known = dot(part, part);
            let unknown = metric.spread(group, |scale| posterior.covariances(scale));
            let length = (known + unknown).sqrt().max(1e-9);
            let share = metric.weight(group) / total;
            person.sureness += share * known.sqrt() / length;
            for (value, white) in person.direction[group.range()].iter_mut().zip(part) {
                *value = share * white / length;
            }
        }
        person
    }
}
