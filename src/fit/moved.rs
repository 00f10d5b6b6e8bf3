//! What moved between two sittings of one person: only what is larger than noise.

use super::matcher::Matcher;
use super::outcome::Outcome;
use crate::model::matrix::dot;
use crate::model::{Answers, CareerId, Matrix, RankInterval, SCALE_COUNT, ScaleId, Verdict};

/// A scale moved when its estimates differ by so many standard deviations of their difference: of 95 scales that did
/// not move, fewer than one is expected beyond it (two-sided chance .0093).
const MOVED_Z: f64 = 2.6;
/// Careers looked at: those among the first so many of one sitting or the other.
const MAX_RANK: usize = 100;

/// One person's answers, and what they say.
#[derive(Clone, Copy, Debug)]
pub struct Administration<'a> {
    /// The answers.
    pub answers: &'a Answers,
    /// What they say.
    pub outcome: &'a Outcome,
}

/// A scale whose estimate moved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MovedScale {
    /// The scale.
    pub scale: ScaleId,
    /// The estimate before.
    pub before: f64,
    /// The estimate after.
    pub after: f64,
    /// Standard deviation of the difference if nothing had changed.
    pub noise: f64,
}

/// A career whose rank moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MovedCareer {
    /// The career.
    pub career: CareerId,
    /// Rank and rank interval before.
    pub before: (usize, RankInterval),
    /// Rank and rank interval after.
    pub after: (usize, RankInterval),
}

/// Everything that moved.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Moved {
    /// Scales that moved, the surest first.
    pub scales: Vec<MovedScale>,
    /// Scales that answers of both sittings speak of, and so can be compared.
    pub compared: usize,
    /// Scales that answers of one sitting only speak of.
    pub asked_once: usize,
    /// Careers that rose, the best rank first.
    pub rose: Vec<MovedCareer>,
    /// Careers that fell, the best former rank first.
    pub fell: Vec<MovedCareer>,
}

/// Compares two sittings. A scale counts as moved when its difference is too large for noise; a career when its rank
/// intervals, each for eight of ten repeated sittings, do not overlap.
pub fn compare_sittings(matcher: &Matcher, before: Administration<'_>, after: Administration<'_>) -> Moved {
    let mut found = Moved::default();
    for scale in ScaleId::ALL {
        match [before, after].map(|sitting| sitting.outcome.profile.answers[scale] > 0) {
            [true, true] => found.compared += 1,
            [false, false] => continue,
            _ => {
                found.asked_once += 1;
                continue;
            }
        }

        let values = (before.outcome.profile.estimate[scale], after.outcome.profile.estimate[scale]);
        let noise = measure_noise(matcher, before.outcome, after.outcome, scale.index());
        if (values.1 - values.0).abs() > MOVED_Z * noise {
            found.scales.push(MovedScale { scale, before: values.0, after: values.1, noise });
        }
    }

    let rank_uncertainty = |moved: &MovedScale| (moved.after - moved.before).abs() / moved.noise;
    found
        .scales
        .sort_unstable_by(|a, b| rank_uncertainty(b).total_cmp(&rank_uncertainty(a)).then(a.scale.cmp(&b.scale)));

    compare_careers(matcher, before, after, &mut found);
    found
}

/// Standard deviation of the difference of two estimates of a scale that did not change.
///
/// Both estimates are pulled towards the same prior, so their errors go together: with posterior covariances `Σ₁`, `Σ₂` and
/// prior precision `P` the difference of two posterior means of one unchanged person has covariance
/// `Σ₁ + Σ₂ - Σ₁ P Σ₂ - Σ₂ P Σ₁`. So a sitting with few answers, whose estimates are small, does not look like a change,
/// which the plain `Σ₁ + Σ₂` would hide behind a noise that is too large. All noise of an answer counts as fresh, though part
/// of it belongs to the question and comes back: what is shown is on the safe side.
fn measure_noise(matcher: &Matcher, before: &Outcome, after: &Outcome, scale: usize) -> f64 {
    let covariances = |outcome: &Outcome| outcome.information.posterior.covariances(scale).to_vec();
    let (first, second) = (covariances(before), covariances(after));

    // the scales alone: where covariances are learnt, answers stand behind them
    let prior = matcher.measurement.prior();
    let prior = Matrix::from_fn(SCALE_COUNT, |row, column| prior.at(row, column));
    let shared = prior.solve(&second).map_or(0.0, |solved| dot(&first, &solved));
    (first[scale] + second[scale] - 2.0 * shared).max(f64::EPSILON).sqrt()
}

fn compare_careers(matcher: &Matcher, before: Administration<'_>, after: Administration<'_>, found: &mut Moved) {
    if [before, after].iter().any(|administration| administration.outcome.verdict != Verdict::Ranked) {
        return;
    }

    let intervals = |administration: Administration<'_>| {
        matcher.start_intervals(administration.outcome, administration.answers).finish(&matcher.metric)
    };
    let (first, second) = (intervals(before), intervals(after));

    for fit in &after.outcome.fits {
        let earlier = before.outcome.find_fit(fit.career).map(|fit| fit.rank);
        let intervals = first.find_interval(fit.career).zip(second.find_interval(fit.career));
        let Some((earlier, (was, is))) = earlier.zip(intervals) else { continue };
        let moved = MovedCareer { career: fit.career, before: (earlier, was), after: (fit.rank, is) };
        if earlier.min(fit.rank) > MAX_RANK {
            continue;
        }

        if moved.after.1.high < moved.before.1.low {
            found.rose.push(moved);
        } else if moved.after.1.low > moved.before.1.high {
            found.fell.push(moved);
        }
    }

    // those that rose stand in the order of their ranks now, as the list does
    found.fell.sort_by_key(|moved| moved.before.0);
}
