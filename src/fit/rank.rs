//! Ranking all careers for a person.

use super::bands::{Trust, find_band};
use super::metric::Metric;
use super::person::Person;
use crate::model::{CareerId, Fit, Matching};
use std::cmp::Reverse;
use std::ptr;

/// Fits are compared in steps of so many to a point, so that the last bits of a sum never decide an order.
const STEPS_PER_POINT: f64 = 1e9;

/// Careers that count as the first ones.
pub const TOP_TEN: usize = 10;

/// All careers by fit, best first; equal ones share a rank and stand in the order of their ids.
pub fn rank_careers(metric: &Metric, person: &Person, trust: Trust, matching: &Matching) -> Vec<Fit> {
    rank_by(metric, person, person, trust, matching)
}

/// The same in the order of one person's fits, with bands by those of another: the person with all groups balanced, since
/// the edges of the bands hold for them only.
pub(super) fn rank_by(
    metric: &Metric,
    person: &Person,
    balanced: &Person,
    trust: Trust,
    matching: &Matching,
) -> Vec<Fit> {
    order_careers(metric, (person, balanced), CareerId::first(metric.people().len()), trust, matching)
}

/// A fit in the steps it is compared by.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a fit is some hundred points, and there is room for thousands of millions"
)]
pub(super) fn to_steps(score: f64) -> i64 {
    (score * STEPS_PER_POINT).round() as i64
}

/// Some careers by a person's fits, ranked among themselves, with bands by those of the balanced person.
pub(super) fn order_careers(
    metric: &Metric,
    (person, balanced): (&Person, &Person),
    careers: impl Iterator<Item = CareerId>,
    trust: Trust,
    matching: &Matching,
) -> Vec<Fit> {
    let mut scored: Vec<(Reverse<i64>, CareerId, f64)> = careers
        .map(|career| {
            let score = person.score(metric, career);
            (Reverse(to_steps(score)), career, score)
        })
        .collect();
    scored.sort_unstable_by_key(|(steps, career, _)| (*steps, *career));

    // of the same person it is known already
    let of_band = |career, score| if ptr::eq(person, balanced) { score } else { balanced.score(metric, career) };
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
            band: find_band(
                of_band(career, score) - balanced.direct().assumed_points(career).max(0.0),
                trust,
                matching,
            ),
        }
    });
    fits.collect()
}
