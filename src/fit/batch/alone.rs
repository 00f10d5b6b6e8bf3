//! Rows whose questions nobody else answered: what they are told of every career by products over a block of them.

use super::best::Best;
use super::{Batch, Ranked, Responses, SPARE, estimates, profile, shares, value, values, verdict};
use crate::assess::{Known, Precision};
use crate::fit::information::{lost, told_of};
use crate::fit::matcher::Matcher;
use crate::fit::metric::Metric;
use crate::fit::person::Person;
use crate::model::{CareerId, Group, Matrix, Profile, SCALE_COUNT, Verdict};
use ndarray::{Array2, ArrayView1};

/// Rows of one product: what is told of every career stays in the cache.
const ROWS: usize = 48;
/// What is told of a career, as a share of what could be at most, under which single precision is not trusted.
const CLEAR: f32 = 0.005;

/// The careers as products want them, by group.
#[derive(Debug)]
pub struct Alone {
    groups: [Careers; 4],
}

/// One group's scales of all careers.
#[derive(Debug)]
struct Careers {
    /// By scale and career: whitened.
    white: Array2<f32>,
    /// By pair of scales and career: the products of the career's ray, those of two different scales twice.
    pairs: Array2<f32>,
    /// One over the squared length of each ray.
    per_length: Vec<f32>,
}

/// A row on its way.
struct Row {
    at: usize,
    known: Known,
    lost: [Matrix; 4],
    shares: [f64; 4],
    estimate: Vec<f64>,
}

impl Alone {
    /// Prepares the careers.
    pub fn new(metric: &Metric) -> Self {
        let rays =
            (0..metric.white().len() as u16).map(|career| metric.ray(CareerId(career)).map(|value| value as f32));
        let rays: Vec<[f32; SCALE_COUNT]> = rays.collect();
        Self { groups: Group::ALL.map(|group| Careers::new(metric, &rays, group)) }
    }

    /// Ranks these rows; one that single precision cannot decide is left out.
    pub fn rank(
        &self,
        batch: &Batch<'_>,
        precision: &Precision,
        rows: &[&Responses],
        members: &[usize],
        done: &mut [Option<Ranked>],
    ) {
        let mut best = Best::new(batch.top + SPARE);
        for members in members.chunks(ROWS) {
            let known = members.iter().filter_map(|at| Row::new(batch.matcher, precision, rows[*at], *at));
            let known: Vec<Row> = known.collect();
            let scores = self.scores(&batch.matcher.metric, &known);
            for (row, scores) in known.iter().zip(scores.rows()) {
                done[row.at] = ranked(batch, rows[row.at], row, scores, &mut best);
            }
        }
    }

    /// The fits of rows and careers, but for each row's factor; not a number where single precision is not trusted.
    fn scores(&self, metric: &Metric, rows: &[Row]) -> Array2<f32> {
        let mut scores = Array2::zeros((rows.len(), metric.white().len()));
        let white: Vec<[f64; SCALE_COUNT]> = rows.iter().map(|row| metric.whitened(&row.estimate)).collect();
        for (group, careers) in Group::ALL.iter().zip(&self.groups) {
            let range = group.range();
            let people =
                Array2::from_shape_fn((rows.len(), range.len()), |(row, at)| white[row][range.start + at] as f32);
            let mut halves = Vec::with_capacity(rows.len() * careers.pairs.nrows());
            for row in rows {
                add_half(&mut halves, &row.lost[group.index()]);
            }
            let Ok(halves) = Array2::from_shape_vec((rows.len(), careers.pairs.nrows()), halves) else { continue };
            let (along, told) = (people.dot(&careers.white), halves.dot(&careers.pairs));
            for (at, row) in rows.iter().enumerate().filter(|(_, row)| row.shares[group.index()] > 0.0) {
                let share = (row.shares[group.index()] / (range.len() as f64).sqrt()) as f32;
                let most = length(halves.row(at)) * CLEAR;
                let sums = scores.row_mut(at);
                let (along, told) = (along.row(at), told.row(at));
                for (((sum, along), told), per) in sums.into_iter().zip(along).zip(told).zip(&careers.per_length) {
                    *sum += if told * per > most { share * along / told.sqrt() } else { f32::NAN };
                }
            }
        }
        scores
    }
}

impl Careers {
    fn new(metric: &Metric, rays: &[[f32; SCALE_COUNT]], group: Group) -> Self {
        let (range, count) = (group.range(), metric.white().len());
        let white =
            Array2::from_shape_fn((range.len(), count), |(at, career)| metric.white()[career][range.start + at]);
        let pairs: Vec<(usize, usize)> =
            range.clone().flat_map(|row| (range.start..=row).map(move |at| (row, at))).collect();
        let product = |(pair, career): (usize, usize)| {
            let (row, column) = pairs[pair];
            let twice = if row == column { 1.0 } else { 2.0 };
            twice * rays[career][row] * rays[career][column]
        };
        let per_length = rays.iter().map(|ray| {
            let length: f32 = ray[range.clone()].iter().map(|value| value * value).sum();
            length.max(1e-12).recip()
        });
        Self { white, pairs: Array2::from_shape_fn((pairs.len(), count), product), per_length: per_length.collect() }
    }
}

/// Adds the lower half of a symmetric matrix, row by row.
fn add_half(halves: &mut Vec<f32>, matrix: &Matrix) {
    for row in 0..matrix.size() {
        halves.extend(matrix.row(row)[..=row].iter().map(|value| *value as f32));
    }
}

/// The length of a half as a vector: about the largest share of a squared length that a matrix can hold.
fn length(half: ArrayView1<'_, f32>) -> f32 {
    half.iter().map(|value| value * value).sum::<f32>().sqrt()
}

impl Row {
    fn new(matcher: &Matcher, precision: &Precision, row: &Responses, at: usize) -> Option<Self> {
        let model = &matcher.measurement;
        let known = precision.known(model, values(row).map(|(question, _)| question).collect())?;
        let lost = lost(model, |scale| known.covariances(scale));
        let shares = shares(matcher, &known);
        let estimate = known.estimate(model, |question| value(row, question));
        Some(Self { at, known, lost, shares, estimate })
    }

    /// The person, exact for these careers only.
    fn person(&self, matcher: &Matcher, careers: impl Iterator<Item = u16>) -> Person {
        let metric = &matcher.metric;
        let mut told = vec![[0.0; 4]; metric.white().len()];
        for career in careers.map(CareerId) {
            told[career.index()] = told_of(&self.lost, &metric.ray(career));
        }
        let yardstick = matcher.yardstick_of(|scale| self.known.covariances(scale), &told, self.shares);
        yardstick.person(metric, &self.estimate)
    }
}

fn ranked(
    batch: &Batch<'_>,
    answers: &Responses,
    row: &Row,
    scores: ArrayView1<'_, f32>,
    best: &mut Best,
) -> Option<Ranked> {
    let evidence = row.known.asked().len();
    let verdict = verdict(batch.matcher, answers);
    let fits = if verdict == Verdict::Ranked {
        let scores = scores.to_slice()?;
        if scores.iter().any(|score| score.is_nan()) {
            return None;
        }
        best.find(scores);
        let person = row.person(batch.matcher, best.careers());
        batch.chosen(&person, best, evidence)?
    } else {
        Vec::new()
    };
    let profile = Profile { estimate: estimates(&row.estimate), ..profile(batch.matcher, &row.known) };
    Some(Ranked { verdict, evidence, profile: Box::new(profile), fits })
}
