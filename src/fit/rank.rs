//! Ranking all careers for a person.

use super::bands::band;
use super::metric::Metric;
use super::person::Person;
use crate::model::fit::Contributions;
use crate::model::matrix::dot;
use crate::model::{CareerId, Fit, Matching};

/// Fits are compared to this many points, so that the last bits of a sum never decide an order.
const RESOLUTION: f64 = 1e-9;

/// All careers by fit, best first; equal ones in the order of their ids.
pub fn rank(metric: &Metric, person: &Person, evidence: usize, matching: &Matching) -> Vec<Fit> {
    let units = metric.unit().iter().zip(0..);
    let mut scored: Vec<(CareerId, f64)> =
        units.map(|(unit, career)| (CareerId(career), 100.0 * dot(&person.direction, unit))).collect();
    scored.sort_by(|a, b| {
        let steps = |score: f64| (score / RESOLUTION).round();
        steps(b.1).total_cmp(&steps(a.1)).then(a.0.cmp(&b.0))
    });
    let band = |score| band(score, evidence, matching);
    let fits = scored.into_iter().zip(1..);
    fits.map(|((career, score), rank)| Fit { career, score, rank, band: band(score) }).collect()
}

/// How many points each scale adds to a career's fit; they add up to it.
pub fn contributions(metric: &Metric, person: &Person, career: CareerId) -> Contributions {
    let unit = &metric.unit()[career.index()];
    std::array::from_fn(|scale| 100.0 * person.direction[scale] * unit[scale])
}
