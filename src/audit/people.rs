//! Simulated people: a career's profile, deviations of their own, and noisy answers.

use super::cores::run_on_all_cores;
use crate::fit::Matcher;
use crate::model::random::Random;
use crate::model::{Answers, ByGroup, ByScale, CareerId, Group, Matrix, QuestionId, Rating, Response, SCALE_COUNT};

/// A prime that no catalogue of a usual size is a multiple of.
const STRIDE: usize = 7919;

/// How people deviate from their career.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deviation {
    /// Each scale for itself.
    Independent,
    /// As the scales are correlated over the catalogue.
    Correlated,
}

/// What simulated people are like; the defaults are as near to real ones as is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct People {
    /// How they deviate.
    pub deviation: Deviation,
    /// Standard deviation from their career on each scale.
    pub own: f64,
    /// How far they follow their career, in their standard deviations per one of the career's, by group of scales.
    pub slope: ByGroup<f64>,
    /// Standard deviation of their level of saying yes to a part, in answer deviations.
    pub level: f64,
    /// Answer noise, as a multiple of what the loadings leave unexplained.
    pub noise: f64,
    /// Validity: loadings of the four parts as a multiple of the questionnaire's.
    pub validity: [f64; 4],
    /// Seed of the draws.
    pub seed: u64,
}

/// How far real people follow their career in interests (8,115 people with a known field of study, self-selected, United
/// States); in skills, subjects and styles it is assumed.
const SLOPE: ByGroup<f64> = ByGroup::in_order([0.37, 0.7, 0.7, 0.3]);
/// How far real people of one field spread in interests.
const SPREAD: f64 = 0.93;

impl People {
    /// People as the published comparison of designs made them: each much like their career. Far too rosy.
    pub fn rosy(seed: u64) -> Self {
        Self { own: 0.7, slope: ByGroup::from_value(1.0), seed, ..Self::default() }
    }

    /// Where the average of a career's people stands.
    pub(super) fn place(&self, plain: &ByScale<f64>) -> ByScale<f64> {
        let mut place = *plain;
        for group in Group::ALL {
            place.as_mut_slice()[group.range()].iter_mut().for_each(|value| *value *= self.slope[group]);
        }
        place
    }
}

impl Default for People {
    fn default() -> Self {
        Self {
            deviation: Deviation::Independent,
            own: SPREAD,
            slope: SLOPE,
            level: 0.4,
            noise: 1.0,
            validity: [1.0; 4],
            seed: 1,
        }
    }
}

/// Draws people for a matcher.
#[derive(Debug)]
pub struct Draw<'m> {
    matcher: &'m Matcher,
    people: People,
    root: Option<Matrix>,
    random: Random,
}

/// One simulated person: who they are and how they would answer everything.
#[derive(Clone, Debug)]
pub struct Simulated {
    /// The career they were made from.
    pub career: CareerId,
    /// Their true scales, in standard deviations of people.
    pub truth: ByScale<f64>,
    /// Their level of saying yes, by part.
    pub levels: Vec<f64>,
    /// Their answers to every question.
    pub answers: Vec<u8>,
    /// What chance gives to all else that they say.
    pub chance: Random,
}

impl<'m> Draw<'m> {
    /// A fresh sequence of people.
    pub fn new(matcher: &'m Matcher, people: People) -> Self {
        let root = (people.deviation == Deviation::Correlated).then(|| {
            // The catalogue's correlations are singular to the last bits; a trace of independence makes them a root.
            let nearly = Matrix::from_fn(SCALE_COUNT, |row, column| {
                let value = 0.999 * matcher.metric.correlation(row, column);
                if row == column { 1.0 } else { value }
            });
            nearly.cholesky().unwrap_or_else(|| Matrix::identity(SCALE_COUNT))
        });

        Self { matcher, people, root, random: Random::new(people.seed) }
    }

    /// One person of this career.
    pub fn draw_person(&mut self, career: CareerId) -> Simulated {
        let fresh: Vec<f64> = (0..SCALE_COUNT).map(|_| self.random.normal()).collect();
        let off = self.root.as_ref().map_or(fresh.clone(), |root| root.multiply(&fresh));
        let place = self.people.place(&self.matcher.standardize(career));
        let truth = ByScale::from_fn(|scale| place[scale] + self.people.own * off[scale.index()]);

        let parts = self.matcher.dataset.questionnaire.parts.len();
        let levels: Vec<f64> = (0..parts).map(|_| self.people.level * self.random.normal()).collect();
        let answers = self.answer(&truth, &levels);
        let chance = Random::new(self.random.bits());
        Simulated { career, truth, levels, answers, chance }
    }

    /// A fresh set of answers of the same person.
    pub fn answer(&mut self, truth: &ByScale<f64>, levels: &[f64]) -> Vec<u8> {
        let questions = &self.matcher.dataset.questionnaire.questions;
        let steps = 1.0 / self.matcher.measurement.step();
        let (people, random) = (self.people, &mut self.random);

        let one = |question: &crate::model::Question| {
            let part = question.part.index();
            let validity = people.validity.get(part).copied().unwrap_or(1.0);
            let load = |weight: f64| weight * validity;
            let signal: f64 = question.loads.iter().map(|l| load(l.weight) * truth[l.scale]).sum();
            let explained: f64 = question.loads.iter().map(|l| load(l.weight).powi(2)).sum();
            let noise = people.noise * (1.0 - explained).max(0.0).sqrt() * random.normal();
            Rating::nearest(question.usual + steps * (signal + levels[part] + noise)).get()
        };
        questions.iter().map(one).collect()
    }

    /// Uniform random answers to everything.
    pub fn draw_random_answers(&mut self) -> Vec<u8> {
        let count = self.matcher.dataset.questionnaire.questions.len();
        (0..count).map(|_| [1, 2, 3, 4, 5][self.random.below(5)]).collect()
    }
}

/// People drawn one after the other from one seed; each lot has a seed of its own, so that the cores share the work and
/// the same seed always gives the same people.
const LOT: usize = 50;

/// Draws so many people, spread over the careers, on all cores, and says of each what `of` says, in their order.
pub fn simulate<T: Send>(
    matcher: &Matcher,
    people: People,
    count: usize,
    of: impl Fn(&mut Draw<'_>, CareerId) -> T + Sync,
) -> Vec<T> {
    let lot = |lot: usize| -> Vec<T> {
        // drawn, since seeds a fixed step apart would give the same numbers shifted
        let seed = Random::new(people.seed ^ (lot as u64) << 32).bits();
        let mut draw = Draw::new(matcher, People { seed, ..people });
        let members = lot * LOT..count.min((lot + 1) * LOT);
        members.map(|at| of(&mut draw, find_spread_career(matcher, at))).collect()
    };

    run_on_all_cores(count.div_ceil(LOT), lot).into_iter().flatten().collect()
}

/// The career of the person at this place: all in turn, spread over the catalogue when there are fewer people.
fn find_spread_career(matcher: &Matcher, at: usize) -> CareerId {
    let place = at * STRIDE % matcher.dataset.catalogue.len().max(1);
    CareerId(u16::try_from(place).unwrap_or(u16::MAX))
}

/// Full answers as evidence.
pub fn answer_all(answers: &[u8]) -> Answers {
    answers.iter().zip(0..).map(|(value, question)| (QuestionId(question), to_response(*value))).collect()
}

/// A simulated or recorded value, 1 to 5, as an answer.
pub fn to_response(value: u8) -> Response {
    Response::Value(Rating::nearest(f64::from(value)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped::load_shipped;

    #[test]
    fn people_of_different_lots_have_no_chance_in_common() {
        let matcher = Matcher::new(load_shipped().expect("the shipped data"));
        let lots = 6;
        let found = simulate(&matcher, People::default(), lots * LOT, |draw, _| draw.draw_random_answers());
        let first = |lot: usize| -> Vec<u8> { found[lot * LOT..(lot + 1) * LOT].concat() };
        let all: Vec<Vec<u8>> = (0..lots).map(first).collect();
        for (one, other) in (0..lots).flat_map(|one| (0..one).map(move |other| (one, other))) {
            for shift in 0..8 {
                let pairs = all[one].iter().zip(&all[other][shift..]);
                let (same, count) = (pairs.clone().filter(|(a, b)| a == b).count(), pairs.count());
                assert!(same * 10 < count * 3, "{same} of {count} answers of lots {one} and {other} are the same");
            }
        }
    }
}
