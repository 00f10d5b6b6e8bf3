//! Many people at once: the same figures as one by one, by dense products.
//!
//! Rows that answered the same questions share everything but the answers. A product of whole blocks in single precision
//! finds a few careers more than are wanted for each row; those alone are then scored the exact way. Where the last of
//! them is not clearly apart from the rest, the row goes the exact way whole.

mod best;
mod shared_pattern;
mod unique_pattern;

use super::bands::Trust;
use super::direct::{Direct, Known};
use super::intervals::{Intervals, Uncertainty};
use super::matcher::Matcher;
use super::more_training::{find_lost_to_training, find_more_training};
use super::outcome::Outcome;
use super::person::Person;
use super::rank::{TOP_TEN, order_careers};
use super::verdict::are_level;
use crate::assess::{self, PatternPosterior, Precision};
use crate::model::{Answers, ByGroup, ByScale, CareerId, Emphasis, Fit, Profile, QuestionId, Response, Verdict};
use best::Best;
use shared_pattern::SharedPattern;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use unique_pattern::UniquePattern;

/// Careers found beyond those wanted, so that the exact order of the wanted ones is among them.
const EXTRA_CANDIDATES: usize = 6;
/// Points by which a career that was not scored exactly must lie behind; single precision errs by far less.
const SLACK: f64 = 0.01;
/// Rows of a block from which it pays to work out what their questions share.
const MIN_ROWS_TO_SHARE: usize = 12;
/// Sets of questions whose shared part is kept for the next block.
const CACHED_PATTERNS: usize = 16;

/// One row: the answer to each question of the questionnaire, by [`QuestionId`]; none where the person gave none.
pub type Responses = [Option<Response>];

/// An answer that is evidence.
type Given = (QuestionId, u8);

/// One row with what was said beside the questions: cards, conditions, the present job.
#[derive(Clone, Copy, Debug)]
pub struct BatchRow<'r> {
    /// Answers to the questions.
    pub responses: &'r Responses,
    /// Cards, conditions and the present job; answers to questions in it are passed over.
    pub beside: &'r Answers,
}

impl Ranked {
    /// A row with these first careers, of which nothing else is said yet.
    fn new(verdict: Verdict, trust: Trust, profile: Profile, fits: Vec<Fit>) -> Self {
        let (Trust { evidence, disagree }, profile) = (trust, Box::new(profile));
        Self { verdict, evidence, disagree, profile, fits, uncertainty: None, more_training: Vec::new() }
    }
}

impl BatchRow<'_> {
    /// The row as one person's answers.
    pub fn to_answers(&self) -> Answers {
        self.beside.clone().with_given(collect_responses(self.responses))
    }
}

/// What is said of one row.
#[derive(Clone, Debug)]
pub struct Ranked {
    /// Whether the answers point anywhere.
    pub verdict: Verdict,
    /// Answers that are evidence.
    pub evidence: usize,
    /// Whether answers to like questions disagree.
    pub disagree: bool,
    /// Estimates and uncertainty.
    pub profile: Box<Profile>,
    /// The first careers by fit; empty without a direction.
    pub fits: Vec<Fit>,
    /// How sure their places are, where that was asked for and there are any.
    pub uncertainty: Option<Uncertainty>,
    /// Careers that take more training than the person is ready for, see [`super::find_more_training`].
    pub more_training: Vec<CareerId>,
}

/// Ranks blocks of rows; shared by all threads.
#[derive(Debug)]
pub struct Batch<'m> {
    matcher: &'m Matcher,
    top: usize,
    /// Whether the places come with their uncertainty.
    uncertain: bool,
    fast: Option<Fast>,
    kept: Mutex<BTreeMap<Vec<QuestionId>, Arc<SharedPattern>>>,
}

/// What the fast ways need; a questionnaire with learnt covariances has none.
#[derive(Debug)]
struct Fast {
    precision: Precision,
    /// Made for the first row that needs it: many megabytes, and most files need none.
    alone: OnceLock<UniquePattern>,
}

impl<'m> Batch<'m> {
    /// Prepares for ranking the `top` first careers of each row.
    pub fn new(matcher: &'m Matcher, top: usize) -> Self {
        let pays = top.max(TOP_TEN) + EXTRA_CANDIDATES < matcher.dataset.catalogue.len();
        let precision = pays.then(|| Precision::new(&matcher.measurement)).flatten();
        let fast = precision.map(|precision| Fast { precision, alone: OnceLock::new() });
        Self { matcher, top, uncertain: false, fast, kept: Mutex::default() }
    }

    /// The same with how sure the places are.
    pub fn with_uncertainty(self) -> Self {
        Self { uncertain: true, ..self }
    }

    /// How many careers are ranked of each row: what stays of the first ones is told of all of those.
    fn count_ranked(&self) -> usize {
        if self.uncertain { self.top.max(TOP_TEN) } else { self.top }
    }

    /// What is said of each row, in the order given.
    pub fn rank(&self, rows: &[&Responses]) -> Vec<Ranked> {
        let nothing = Answers::default();
        let rows: Vec<BatchRow<'_>> = rows.iter().map(|responses| BatchRow { responses, beside: &nothing }).collect();
        self.rank_rows(&rows)
    }

    /// The same of rows with what was said beside the questions.
    pub fn rank_rows(&self, rows: &[BatchRow<'_>]) -> Vec<Ranked> {
        let done = self.fast.as_ref().map(|fast| self.decide(fast, rows));
        let done = done.unwrap_or_else(|| vec![None; rows.len()]);
        done.into_iter().zip(rows).map(|(ranked, row)| ranked.unwrap_or_else(|| self.rank_exactly(row))).collect()
    }

    /// The rows that the fast ways decide.
    fn decide(&self, fast: &Fast, rows: &[BatchRow<'_>]) -> Vec<Option<Ranked>> {
        let mut done: Vec<Option<Ranked>> = vec![None; rows.len()];
        let mut alone = Vec::new();
        for (asked, members) in group_by_questions(rows) {
            if members.len() < MIN_ROWS_TO_SHARE {
                alone.extend(members);
            } else if let Some(same) = self.find_shared(fast, asked) {
                same.rank(self, rows, &members, &mut done);
            }
        }

        if !alone.is_empty() {
            alone.sort_unstable();
            let unique = fast.alone.get_or_init(|| UniquePattern::new(&self.matcher.metric));
            unique.rank(self, &fast.precision, rows, &alone, &mut done);
        }
        done
    }

    /// What everybody shares who answered these questions.
    fn find_shared(&self, fast: &Fast, asked: Vec<QuestionId>) -> Option<Arc<SharedPattern>> {
        let lock_kept = || self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(same) = lock_kept().get(&asked) {
            return Some(Arc::clone(same));
        }

        // the lock is open meanwhile, so that no other thread waits, though two may come to work out the same
        let known = fast.precision.condition_on(&self.matcher.measurement, asked.clone())?;
        let same = Arc::new(SharedPattern::new(self.matcher, known));

        let mut kept = lock_kept();
        if kept.len() < CACHED_PATTERNS {
            kept.insert(asked, Arc::clone(&same));
        }
        Some(same)
    }

    /// One row the way of a session.
    fn rank_exactly(&self, row: &BatchRow<'_>) -> Ranked {
        let answers = row.to_answers();
        let outcome = self.matcher.evaluate(&answers, Emphasis::Balanced);

        let wanted = self.uncertain && outcome.verdict == Verdict::Ranked;
        let uncertainty =
            wanted.then(|| self.measure_uncertainty(self.matcher.start_intervals(&outcome, &answers), &outcome.fits));
        let more_training = find_more_training(self.matcher, &outcome, &outcome.fits);

        // cut only now, since the first ten and training are told of all that were ranked
        let Outcome { verdict, evidence, disagree, profile, mut fits, .. } = outcome;
        fits.truncate(self.top);
        Ranked { verdict, evidence, disagree, profile: Box::new(profile), fits, uncertainty, more_training }
    }

    /// How sure the places are of the careers wanted.
    fn measure_uncertainty(&self, intervals: Intervals, fits: &[Fit]) -> Uncertainty {
        intervals.measure_first(&self.matcher.metric, fits, &fits[..fits.len().min(self.top)])
    }

    /// A row whose first careers are ranked, with what else is said of it: by what speaks for careers by itself, a person
    /// who is exact for all careers, and what another sitting would give.
    fn complete_row(
        &self,
        of: Ranked,
        direct: &Direct,
        person: impl FnOnce() -> Person,
        intervals: impl FnOnce() -> Intervals,
    ) -> Ranked {
        if of.verdict != Verdict::Ranked {
            return of;
        }

        let uncertainty = self.uncertain.then(|| self.measure_uncertainty(intervals(), &of.fits));
        let more_training = find_lost_to_training(self.matcher, direct, || {
            let (metric, person) = (&self.matcher.metric, person());
            let careers = CareerId::first(metric.people().len());
            careers.map(|career| (career, person.score(metric, career))).collect()
        });

        let mut fits = of.fits;
        fits.truncate(self.top);
        Ranked { fits, uncertainty, more_training, ..of }
    }

    /// What speaks for careers by itself, by these answers and what was said beside them.
    fn sum_direct(&self, given: &[Given], beside: &Answers, pattern: &PatternPosterior, estimate: &[f64]) -> Direct {
        let covariances = |scale| pattern.covariances(scale);
        self.matcher.sum_direct_of(
            given,
            beside,
            Known { estimate, covariances: &covariances, weights: ByGroup::from_value(1.0) },
        )
    }

    /// The wanted careers of a row out of those that were found, or none where others could be among them.
    fn choose_fits(&self, person: &Person, best: &Best, trust: Trust) -> Option<Vec<Fit>> {
        let matcher = self.matcher;
        let behind = f64::from(best.lowest()) * person.points();
        let found = best.careers().map(CareerId);
        let mut fits = order_careers(&matcher.metric, (person, person), found, trust, &matcher.dataset.matching);
        fits.truncate(self.count_ranked());

        let apart = fits.last().is_none_or(|last| last.score - behind > SLACK);
        // whether a list of equals points anywhere is for the exact way to say
        let level = are_level(&fits, matcher.dataset.catalogue.len());
        (apart && !level).then_some(fits)
    }
}

/// The rows of each set of questions, by place; sets in a fixed order.
fn group_by_questions(rows: &[BatchRow<'_>]) -> BTreeMap<Vec<QuestionId>, Vec<usize>> {
    let mut sets: BTreeMap<Vec<QuestionId>, Vec<usize>> = BTreeMap::new();
    // many files ask the same questions row after row: such a run is looked up once
    let mut last: Option<(&Responses, Vec<usize>)> = None;
    let mut close = |run: Option<(&Responses, Vec<usize>)>| {
        if let Some((row, members)) = run {
            sets.entry(list_values(row).map(|(question, _)| question).collect()).or_default().extend(members);
        }
    };

    for (at, row) in rows.iter().map(|row| row.responses).enumerate() {
        match &mut last {
            Some((before, members)) if have_same_questions(before, row) => members.push(at),
            _ => close(last.replace((row, vec![at]))),
        }
    }
    close(last);
    sets
}

/// Whether two rows answered the same questions.
fn have_same_questions(one: &Responses, other: &Responses) -> bool {
    let counts = |response: &Option<Response>| matches!(response, Some(Response::Value(_)));
    one.len() == other.len() && one.iter().zip(other).all(|(a, b)| counts(a) == counts(b))
}

/// The answers of a row that are evidence, in the questionnaire's order.
fn list_values(row: &Responses) -> impl Iterator<Item = Given> {
    row.iter().zip(0..).filter_map(|(response, at)| Some((QuestionId(at), (*response)?.value()?)))
}

/// A row as answers, in the questionnaire's order.
pub fn collect_answers(row: &Responses) -> Answers {
    Answers::in_order(collect_responses(row))
}

fn collect_responses(row: &Responses) -> Vec<(QuestionId, Response)> {
    let mut given = Vec::with_capacity(row.len());
    given.extend(row.iter().zip(0..).filter_map(|(response, at)| Some((QuestionId(at), (*response)?))));
    given
}

/// How far the answers of a row can be trusted.
fn measure_trust(matcher: &Matcher, given: &[Given]) -> Trust {
    let disagree = assess::has_disagreement(&matcher.measurement, given.iter().copied());
    Trust { evidence: given.len(), disagree }
}

/// Whether the answers of a row point anywhere.
fn reach_verdict(matcher: &Matcher, given: &[Given]) -> Verdict {
    let points = assess::has_direction(&matcher.dataset.questionnaire, given.iter().copied());
    if points { Verdict::Ranked } else { Verdict::NoDirection }
}

/// The profile that everybody has who answered the same questions, but for the estimates.
fn build_profile(matcher: &Matcher, known: &PatternPosterior) -> Profile {
    let answers = matcher.dataset.questionnaire.count_about(known.questions().iter().copied());
    let sd = ByScale::from_fn(|scale| known.covariances(scale.index())[scale.index()].max(0.0).sqrt());
    Profile { estimate: ByScale::from_value(0.0), sd, answers }
}

/// The estimates of a row as the profile has them.
fn to_estimates(values: &[f64]) -> ByScale<f64> {
    ByScale::from_fn(|scale| values.get(scale.index()).copied().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped::load_shipped;
    use crate::model::Rating;
    use crate::model::random::Random;

    #[test]
    fn nearly_every_row_goes_the_fast_way() {
        let matcher = Matcher::new(load_shipped().expect("the shipped data"));
        for batch in [Batch::new(&matcher, 10), Batch::new(&matcher, 2).with_uncertainty()] {
            assert_fast_way(&matcher, &batch);
        }
    }

    fn assert_fast_way(matcher: &Matcher, batch: &Batch<'_>) {
        let mut random = Random::new(1);
        for (chance, most) in [(1.0, 1), (0.6, 5)] {
            let mut answer = || {
                (random.uniform() < chance)
                    .then(|| Response::Value(Rating::nearest(random.uniform().mul_add(5.0, 0.5))))
            };

            let questions = matcher.dataset.questionnaire.questions.len();
            let people: Vec<Vec<_>> = (0..100).map(|_| (0..questions).map(|_| answer()).collect()).collect();
            let nothing = Answers::default();
            let rows: Vec<BatchRow<'_>> =
                people.iter().map(|row| BatchRow { responses: row, beside: &nothing }).collect();

            let fast = batch.fast.as_ref().expect("the shipped questionnaire has a fast way");
            let undecided = batch.decide(fast, &rows).iter().filter(|ranked| ranked.is_none()).count();
            assert!(undecided <= most, "{undecided} of 100 at {chance}");
        }
    }

    #[test]
    fn what_people_share_who_answered_the_same_questions_is_worked_out_once() {
        let matcher = Matcher::new(load_shipped().expect("the shipped data"));
        let batch = Batch::new(&matcher, 10);
        let fast = batch.fast.as_ref().expect("the shipped questionnaire has a fast way");
        let same = |count: u16| batch.find_shared(fast, (0..count).map(QuestionId).collect()).expect("a pattern");
        assert!(Arc::ptr_eq(&same(30), &same(30)));
        assert!(!Arc::ptr_eq(&same(30), &same(31)));
    }
}
