//! Ranking all careers for a person.

use super::bands::{Trust, band};
use super::metric::Metric;
use super::person::Person;
use crate::model::{CareerId, Fit, Matching};
use std::cmp::Reverse;

/// Fits are compared in steps of so many to a point, so that the last bits of a sum never decide an order.
const STEPS_PER_POINT: f64 = 1e9;

/// Careers that count as the first ones.
pub const TOP_TEN: usize = 10;

/// All careers by fit, best first; equal ones share a rank and stand in the order of their ids.
pub fn rank(metric: &Metric, person: &Person, trust: Trust, matching: &Matching) -> Vec<Fit> {
    ordered(metric, person, CareerId::first(metric.people().len()), trust, matching)
}

/// A fit in the steps it is compared by.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a fit is some hundred points, and there is room for thousands of millions"
)]
fn steps(score: f64) -> i64 {
    (score * STEPS_PER_POINT).round() as i64
}

/// Some careers by fit, ranked among themselves.
pub(super) fn ordered(
    metric: &Metric,
    person: &Person,
    careers: impl Iterator<Item = CareerId>,
    trust: Trust,
    matching: &Matching,
) -> Vec<Fit> {
    let mut scored: Vec<(Reverse<i64>, CareerId, f64)> = careers
        .map(|career| {
            let score = person.score(metric, career);
            (Reverse(steps(score)), career, score)
        })
        .collect();
    scored.sort_unstable_by_key(|(steps, career, _)| (*steps, *career));

    let mut shared = (Reverse(i64::MAX), 0);
    let fits = scored.into_iter().zip(1..).map(|((steps, career, score), place)| {
        if steps != shared.0 {
            shared = (steps, place);
        }
        Fit {
            career,
            score,
            rank: shared.1,
            // what is assumed may lower a band, and never raises one
            band: band(score - person.direct().assumed(career).max(0.0), trust, matching),
        }
    });
    fits.collect()
}
