//! Rows that answered the same questions: two dense products a block.

use super::best::Best;
use super::{
    Batch, BatchRow, EXTRA_CANDIDATES, Given, Ranked, SLACK, build_profile, list_values, measure_trust, reach_verdict,
    to_estimates,
};
use crate::assess::{PatternPosterior, RetestPattern};
use crate::fit::activity_noise::ActivityNoise;
use crate::fit::direct::Direct;
use crate::fit::information::{compute_evidence, explain_variance, find_asked};
use crate::fit::intervals::Intervals;
use crate::fit::matcher::Matcher;
use crate::fit::metric::to_single;
use crate::fit::next_sitting::NextSitting;
use crate::fit::person::{FitWeights, Person};
use crate::fit::shifts::Shifts;
use crate::model::matrix::dot;
use crate::model::{ByGroup, Profile, SCALE_COUNT, Verdict};
use ndarray::Array2;
use std::sync::{Arc, OnceLock};

/// Rows of one product: their scores stay in the cache.
const ROWS_PER_PRODUCT: usize = 128;
/// How far a sum of products over the scales may be off in single precision, as a share of both lengths.
const SINGLE_PRECISION_ERROR: f64 = 1e-5;

/// What everybody shares who answered the same questions.
#[derive(Debug)]
pub struct SharedPattern {
    known: PatternPosterior,
    profile: Profile,
    fit_weights: FitWeights,
    /// By question and scale: how the estimate moves with the answer.
    gains: Array2<f64>,
    /// Prior precision of the scales.
    precision: Array2<f64>,
    /// By scale and career: the place of the career's people; behind the scales what is taken off.
    careers: Array2<f32>,
    /// Length of the place furthest out.
    longest: f64,
    /// What another sitting of theirs would give; made for the first row of which that is asked.
    again: OnceLock<RetestPattern>,
    /// How far it moves their fits, made in the same way.
    shifts: OnceLock<Shifts>,
}

impl SharedPattern {
    /// Works out what they share.
    pub fn new(matcher: &Matcher, known: PatternPosterior) -> Self {
        let (metric, model) = (&matcher.metric, &matcher.measurement);
        let asked = find_asked(model, known.questions().iter().copied());
        let evidence = compute_evidence(model, |scale| known.covariances(scale), &asked);
        let explained_variance = explain_variance(metric, &evidence);
        let fit_weights = FitWeights::from_parts(
            matcher,
            Arc::new(evidence),
            explained_variance.into_iter(),
            asked,
            ByGroup::from_value(1.0),
        );

        let gains = known.compute_gains(model);
        let gains = Array2::from_shape_fn((gains.len(), SCALE_COUNT), |(answer, scale)| gains[answer][scale]);
        let halves = fit_weights.halves();
        let prior = model.precision();
        let precision = Array2::from_shape_fn((SCALE_COUNT, SCALE_COUNT), |(row, column)| prior.at(row, column));

        let value = |(row, career): (usize, usize)| {
            if row < SCALE_COUNT { to_single(metric.people()[career][row]) } else { to_single(-halves[career]) }
        };
        let careers = Array2::from_shape_fn((SCALE_COUNT + 1, halves.len()), value);
        let length = |career: &[f64; SCALE_COUNT]| dot(career, career).sqrt();
        let longest = metric.people().iter().map(length).fold(0.0, f64::max);

        Self {
            profile: build_profile(matcher, &known),
            known,
            fit_weights,
            gains,
            precision,
            careers,
            longest,
            again: OnceLock::new(),
            shifts: OnceLock::new(),
        }
    }

    /// Ranks these rows; one that single precision cannot decide is left out.
    pub fn rank(&self, batch: &Batch<'_>, rows: &[BatchRow<'_>], members: &[usize], done: &mut [Option<Ranked>]) {
        let mut best = Best::new(batch.count_ranked() + EXTRA_CANDIDATES);
        for members in members.chunks(ROWS_PER_PRODUCT) {
            let given: Vec<Vec<Given>> = members.iter().map(|at| list_values(rows[*at].responses).collect()).collect();
            let estimates = self.estimate_rows(batch.matcher, &given);
            let along = estimates.dot(&self.precision);

            let direct = members.iter().zip(&given).zip(list_slices(&estimates));
            let direct =
                direct.map(|((at, given), known)| batch.sum_direct(given, rows[*at].beside, &self.known, known));
            let people = list_slices(&along).map(|along| self.fit_weights.build_person_along(along)).zip(direct);
            let people: Vec<Person> = people.map(|(person, direct)| person.with_direct(direct)).collect();

            // one behind the scales takes off, within the same product, what the careers hold there
            let pull =
                |(row, scale): (usize, usize)| people[row].pull().get(scale).map_or(1.0, |pull| to_single(*pull));
            let mut scores = Array2::from_shape_fn((people.len(), SCALE_COUNT + 1), pull).dot(&self.careers);

            for ((((at, given), person), mut scores), estimate) in
                members.iter().zip(&given).zip(&people).zip(scores.rows_mut()).zip(list_slices(&estimates))
            {
                let scores = scores.as_slice_mut().unwrap_or_default();
                person.direct().add_to(scores, person.points());
                best.find(scores);
                done[*at] = self.rank_row(batch, given, person, estimate, &mut best);
            }
        }
    }

    /// The estimates of some rows.
    fn estimate_rows(&self, matcher: &Matcher, rows: &[Vec<Given>]) -> Array2<f64> {
        let mut offsets = Vec::with_capacity(rows.len() * self.known.questions().len());
        for given in rows {
            offsets.extend(self.known.compute_offsets(&matcher.measurement, given));
        }
        let offsets = Array2::from_shape_vec((rows.len(), self.known.questions().len()), offsets);
        offsets.map_or_else(|_| Array2::zeros((0, SCALE_COUNT)), |offsets| offsets.dot(&self.gains))
    }

    fn rank_row(
        &self,
        batch: &Batch<'_>,
        given: &[Given],
        person: &Person,
        estimate: &[f64],
        best: &mut Best,
    ) -> Option<Ranked> {
        let verdict = reach_verdict(batch.matcher, given);
        let trust = measure_trust(batch.matcher, given);
        let off = SINGLE_PRECISION_ERROR * person.points() * self.longest * dot(person.pull(), person.pull()).sqrt();

        let fits = match verdict {
            Verdict::NoDirection => Vec::new(),
            Verdict::Ranked if off < SLACK => batch.choose_fits(person, best, trust)?,
            // so large a sum may be ordered wrongly in single precision
            Verdict::Ranked => return None,
        };

        let profile = Profile { estimate: to_estimates(estimate), ..self.profile.clone() };
        let ranked = Ranked::new(verdict, trust, profile, fits);
        let intervals = || self.start_intervals(batch.matcher, person.direct().clone(), estimate);
        Some(batch.complete_row(ranked, person.direct(), || person.clone(), intervals))
    }

    /// The draws of another sitting of somebody who is estimated at this.
    fn start_intervals(&self, matcher: &Matcher, direct: Direct, estimate: &[f64]) -> Intervals {
        let metric = &matcher.metric;
        let again = self.again.get_or_init(|| RetestPattern::new(&matcher.measurement, &self.known));
        let sitting = NextSitting {
            fit_weights: self.fit_weights.clone(),
            estimate: estimate.to_vec(),
            direct,
            retest: again.predict_retest(&matcher.measurement, estimate),
            activities: ActivityNoise::new(matcher, self.known.questions().iter().copied()),
        };

        // whoever comes first makes them for all: they depend on the questions and not on the answers
        let shifts = self.shifts.get_or_init(|| Shifts::new(matcher, &sitting).finish(metric)).clone();
        Intervals::new(metric, sitting, shifts)
    }
}

/// The rows of a table.
fn list_slices(table: &Array2<f64>) -> impl Iterator<Item = &[f64]> {
    table.rows().into_iter().filter_map(|row| row.to_slice())
}
