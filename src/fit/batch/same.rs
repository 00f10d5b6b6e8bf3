//! Rows that answered the same questions: two dense products a block.

use super::best::Best;
use super::{Batch, Ranked, Responses, SLACK, SPARE, estimates, profile, shares, value, verdict};
use crate::assess::Known;
use crate::fit::information::told;
use crate::fit::matcher::Matcher;
use crate::fit::person::{Person, Yardstick};
use crate::model::matrix::dot;
use crate::model::{Group, Profile, SCALE_COUNT, Verdict};
use ndarray::Array2;

/// Rows of one product: their scores stay in the cache.
const ROWS: usize = 128;
/// How far a sum of products over the scales may be off in single precision, as a share of both lengths.
const OFF: f64 = 1e-5;

/// What everybody shares who answered the same questions.
#[derive(Debug)]
pub struct Same {
    known: Known,
    profile: Profile,
    yardstick: Yardstick,
    /// By question and scale: how the estimate moves with the answer.
    gains: Array2<f64>,
    /// By scale and career: the whitened career with its factors.
    careers: Array2<f32>,
    /// Length of the longest career in it.
    longest: f64,
}

impl Same {
    /// Works out what they share.
    pub fn new(matcher: &Matcher, known: Known) -> Self {
        let (metric, model) = (&matcher.metric, &matcher.measurement);
        let told = told(metric, model, |scale| known.covariances(scale));
        let yardstick = matcher.yardstick_of(|scale| known.covariances(scale), &told, shares(matcher, &known));
        let gains = known.gains(model);
        let gains = Array2::from_shape_fn((gains.len(), SCALE_COUNT), |(answer, scale)| gains[answer][scale]);
        let groups: Vec<usize> = Group::ALL.iter().flat_map(|group| group.range().map(|_| group.index())).collect();
        let weighed = |career: usize, scale: usize| {
            yardstick.factors()[career][groups[scale]] * f64::from(metric.white()[career][scale])
        };
        let count = metric.white().len();
        let length = |career| (0..SCALE_COUNT).map(|scale| weighed(career, scale).powi(2)).sum::<f64>().sqrt();
        let longest = (0..count).map(length).fold(0.0, f64::max);
        let careers = Array2::from_shape_fn((SCALE_COUNT, count), |(scale, career)| weighed(career, scale) as f32);
        Self { profile: profile(matcher, &known), known, yardstick, gains, careers, longest }
    }

    /// Ranks these rows; one that single precision cannot decide is left out.
    pub fn rank(&self, batch: &Batch<'_>, rows: &[&Responses], members: &[usize], done: &mut [Option<Ranked>]) {
        let mut best = Best::new(batch.top + SPARE);
        for members in members.chunks(ROWS) {
            let estimates = self.estimated(batch.matcher, rows, members);
            let person = |row| self.yardstick.person(&batch.matcher.metric, row);
            let people: Vec<Person> =
                estimates.rows().into_iter().filter_map(|row| row.to_slice().map(person)).collect();
            let white =
                Array2::from_shape_fn((people.len(), SCALE_COUNT), |(row, scale)| people[row].white()[scale] as f32);
            let scores = white.dot(&self.careers);
            for (((at, person), scores), estimate) in
                members.iter().zip(&people).zip(scores.rows()).zip(estimates.rows())
            {
                best.find(scores.as_slice().unwrap_or_default());
                let estimate = estimate.as_slice().unwrap_or_default();
                done[*at] = self.ranked(batch, rows[*at], person, estimate, &mut best);
            }
        }
    }

    /// The estimates of some rows.
    fn estimated(&self, matcher: &Matcher, rows: &[&Responses], members: &[usize]) -> Array2<f64> {
        let mut offsets = Vec::with_capacity(members.len() * self.known.asked().len());
        for at in members {
            offsets.extend(self.known.offsets(&matcher.measurement, |question| value(rows[*at], question)));
        }
        let offsets = Array2::from_shape_vec((members.len(), self.known.asked().len()), offsets);
        offsets.map_or_else(|_| Array2::zeros((0, SCALE_COUNT)), |offsets| offsets.dot(&self.gains))
    }

    fn ranked(
        &self,
        batch: &Batch<'_>,
        row: &Responses,
        person: &Person,
        estimate: &[f64],
        best: &mut Best,
    ) -> Option<Ranked> {
        let evidence = self.known.asked().len();
        let verdict = verdict(batch.matcher, row);
        let off = OFF * person.points() * self.longest * dot(person.white(), person.white()).sqrt();
        let fits = match verdict {
            Verdict::NoDirection => Vec::new(),
            Verdict::Ranked if off < SLACK => batch.chosen(person, best, evidence)?,
            Verdict::Ranked => return None,
        };
        let mut profile = Box::new(self.profile.clone());
        profile.estimate = estimates(estimate);
        Some(Ranked { verdict, evidence, profile, fits })
    }
}
