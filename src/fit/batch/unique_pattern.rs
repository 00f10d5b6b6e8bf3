//! Rows whose questions nobody else answered: what they are told of every career by products over a block of them.

use super::best::Best;
use super::{
    Batch, BatchRow, EXTRA_CANDIDATES, Given, Ranked, build_profile, list_values, measure_trust, reach_verdict,
    to_estimates,
};
use crate::assess::{PatternPosterior, Precision, RetestPattern};
use crate::fit::activity_noise::ActivityNoise;
use crate::fit::direct::Direct;
use crate::fit::information::{Asked, compute_evidence, find_asked, split_by_group};
use crate::fit::intervals::Intervals;
use crate::fit::matcher::Matcher;
use crate::fit::metric::{Metric, to_single};
use crate::fit::next_sitting::NextSitting;
use crate::fit::person::{FitWeights, Person};
use crate::fit::shifts::Shifts;
use crate::model::{ByGroup, CareerId, Matrix, Profile, SCALE_COUNT, Verdict};
use ndarray::Array2;
use std::sync::Arc;

/// Rows of one product: what is told of every career stays in the cache.
const ROWS_PER_PRODUCT: usize = 48;

/// The careers as products want them, beside their places.
#[derive(Debug)]
pub struct UniquePattern {
    /// By pair of scales and career: half of the products of its place, those of two different scales twice.
    pairs: Array2<f32>,
}

/// A row on its way.
struct Row {
    at: usize,
    given: Vec<Given>,
    known: PatternPosterior,
    asked: Asked,
    evidence: Arc<Matrix>,
    estimate: Vec<f64>,
    direct: Direct,
}

impl UniquePattern {
    /// Prepares the careers.
    pub fn new(metric: &Metric) -> Self {
        let (people, count) = (metric.people(), metric.people().len());
        let pairs: Vec<(usize, usize)> = (0..SCALE_COUNT).flat_map(|row| (0..=row).map(move |at| (row, at))).collect();
        let product = |(pair, career): (usize, usize)| {
            let ((row, column), place) = (pairs[pair], &people[career]);
            let times = if row == column { 0.5 } else { 1.0 };
            to_single(times * place[row] * place[column])
        };

        Self { pairs: Array2::from_shape_fn((pairs.len(), count), product) }
    }

    /// Ranks these rows; one that single precision cannot decide is left out.
    pub fn rank(
        &self,
        batch: &Batch<'_>,
        precision: &Precision,
        rows: &[BatchRow<'_>],
        members: &[usize],
        done: &mut [Option<Ranked>],
    ) {
        let mut best = Best::new(batch.count_ranked() + EXTRA_CANDIDATES);
        for members in members.chunks(ROWS_PER_PRODUCT) {
            let known = members.iter().filter_map(|at| Row::new(batch, precision, &rows[*at], *at));
            let known: Vec<Row> = known.collect();
            let (pulled, halves) = self.multiply(batch.matcher, &known);
            let mut scores = pulled - &halves;

            for ((row, mut scores), halves) in known.iter().zip(scores.rows_mut()).zip(halves.rows()) {
                let scores = scores.as_slice_mut().unwrap_or_default();
                row.direct.add_to(scores, batch.matcher.dataset.matching.points);
                done[row.at] = rank_row(batch, row, scores, halves.to_slice().unwrap_or_default(), &mut best);
            }
        }
    }

    /// What pulls rows to careers and what is taken off it, which together are their fits, but for the points.
    fn multiply(&self, matcher: &Matcher, rows: &[Row]) -> (Array2<f32>, Array2<f32>) {
        let mut pulls = Vec::with_capacity(rows.len() * SCALE_COUNT);
        let mut halves = Vec::with_capacity(rows.len() * self.pairs.nrows());
        for row in rows {
            // exact for no career: only the pull is wanted, which has nothing to do with them
            let person = row.build_person(matcher, std::iter::empty());
            pulls.extend(person.pull().iter().map(|pull| to_single(*pull)));
            add_half(&mut halves, &row.evidence);
        }

        let pulls = Array2::from_shape_vec((rows.len(), SCALE_COUNT), pulls).unwrap_or_default();
        let halves = Array2::from_shape_vec((rows.len(), self.pairs.nrows()), halves).unwrap_or_default();
        (pulls.dot(matcher.metric.places()), halves.dot(&self.pairs))
    }
}

/// Adds the lower half of a symmetric matrix, row by row.
fn add_half(halves: &mut Vec<f32>, matrix: &Matrix) {
    for row in 0..matrix.size() {
        halves.extend(matrix.row(row)[..=row].iter().map(|value| to_single(*value)));
    }
}

impl Row {
    fn new(batch: &Batch<'_>, precision: &Precision, row: &BatchRow<'_>, at: usize) -> Option<Self> {
        let model = &batch.matcher.measurement;
        let given: Vec<Given> = list_values(row.responses).collect();
        let known = precision.condition_on(model, given.iter().map(|(question, _)| *question).collect())?;
        let asked = find_asked(model, known.questions().iter().copied());
        let evidence = Arc::new(compute_evidence(model, |scale| known.covariances(scale), &asked));

        let estimate = known.estimate(model, &given);
        let direct = batch.sum_direct(&given, row.beside, &known, &estimate);
        Some(Self { at, given, known, asked, evidence, estimate, direct })
    }

    /// The person, exact for these careers only.
    fn build_person(&self, matcher: &Matcher, careers: impl Iterator<Item = CareerId>) -> Person {
        let people = matcher.metric.people();
        let mut told = vec![ByGroup::from_value(0.0); people.len()];
        for career in careers {
            told[career.index()] = split_by_group(&self.evidence, &people[career.index()]);
        }
        let (evidence, weights) = (Arc::clone(&self.evidence), ByGroup::from_value(1.0));
        self.build_person_by(&FitWeights::from_parts(matcher, evidence, told.into_iter(), self.asked, weights))
    }

    /// The person for all careers, by what single precision takes off: it errs by less than any difference that is told.
    fn build_whole_person(&self, matcher: &Matcher, halves: &[f32]) -> Person {
        self.build_person_by(&self.build_whole_fit_weights(matcher, halves))
    }

    fn build_person_by(&self, fit_weights: &FitWeights) -> Person {
        fit_weights.build_person(&self.estimate).with_direct(self.direct.clone())
    }

    fn build_whole_fit_weights(&self, matcher: &Matcher, halves: &[f32]) -> FitWeights {
        let (evidence, halves) = (Arc::clone(&self.evidence), halves.iter().copied().map(f64::from));
        FitWeights::from_halves(matcher, evidence, halves, self.asked, ByGroup::from_value(1.0))
    }

    /// The draws of another sitting.
    fn start_intervals(&self, matcher: &Matcher, halves: &[f32]) -> Intervals {
        let pattern = RetestPattern::new(&matcher.measurement, &self.known);
        let sitting = NextSitting {
            fit_weights: self.build_whole_fit_weights(matcher, halves),
            estimate: self.estimate.clone(),
            direct: self.direct.clone(),
            retest: pattern.predict_retest(&matcher.measurement, &self.estimate),
            activities: ActivityNoise::new(matcher, self.known.questions().iter().copied()),
        };

        let shifts = Shifts::new(matcher, &sitting);
        Intervals::new(&matcher.metric, sitting, shifts)
    }
}

fn rank_row(batch: &Batch<'_>, row: &Row, scores: &[f32], halves: &[f32], best: &mut Best) -> Option<Ranked> {
    let verdict = reach_verdict(batch.matcher, &row.given);
    let trust = measure_trust(batch.matcher, &row.given);

    let fits = if verdict == Verdict::Ranked {
        best.find(scores);
        let person = row.build_person(batch.matcher, best.careers().map(CareerId));
        batch.choose_fits(&person, best, trust)?
    } else {
        Vec::new()
    };

    let profile = Profile { estimate: to_estimates(&row.estimate), ..build_profile(batch.matcher, &row.known) };
    let ranked = Ranked::new(verdict, trust, profile, fits);
    let person = || row.build_whole_person(batch.matcher, halves);
    Some(batch.complete_row(ranked, &row.direct, person, || row.start_intervals(batch.matcher, halves)))
}
