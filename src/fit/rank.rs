//! Ranking all careers for a person.

use super::bands::band;
use super::metric::Metric;
use super::person::Person;
use crate::model::{CareerId, Fit, Matching};
use std::cmp::Reverse;

/// Fits are compared in steps of so many to a point, so that the last bits of a sum never decide an order.
const STEPS: f64 = 1e9;

/// All careers by fit, best first; equal ones in the order of their ids.
pub fn rank(metric: &Metric, person: &Person, evidence: usize, matching: &Matching) -> Vec<Fit> {
    ordered(metric, person, (0..metric.white().len() as u16).map(CareerId), evidence, matching)
}

/// Some careers by fit, ranked among themselves.
pub(super) fn ordered(
    metric: &Metric,
    person: &Person,
    careers: impl Iterator<Item = CareerId>,
    evidence: usize,
    matching: &Matching,
) -> Vec<Fit> {
    let mut scored: Vec<(Reverse<i64>, CareerId, f64)> = careers
        .map(|career| {
            let score = person.score(metric, career);
            (Reverse((score * STEPS).round() as i64), career, score)
        })
        .collect();
    scored.sort_unstable_by_key(|(steps, career, _)| (*steps, *career));
    let fits = scored.into_iter().zip(1..);
    fits.map(|((_, career, score), rank)| Fit { career, score, rank, band: band(score, evidence, matching) }).collect()
}
