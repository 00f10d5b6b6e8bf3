//! Many people at once: the same figures as one by one, by dense products.
//!
//! Rows that answered the same questions share everything but the answers. A product of whole blocks in single precision
//! finds a few careers more than are wanted for each row; those alone are then scored the exact way. Where the last of
//! them is not clearly apart from the rest, the row goes the exact way whole.

mod alone;
mod best;
mod same;

use super::emphasis::Emphasis;
use super::matcher::{Matcher, Outcome};
use super::person::Person;
use super::rank::ordered;
use crate::assess::{self, Known, Precision};
use crate::model::{Answers, CareerId, Fit, Profile, QuestionId, Response, SCALE_COUNT, Verdict};
use alone::Alone;
use best::Best;
use same::Same;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Careers found beyond those wanted, so that the exact order of the wanted ones is among them.
const SPARE: usize = 6;
/// Points by which a career that was not scored exactly must lie behind; single precision errs by far less.
const SLACK: f64 = 0.01;
/// Rows of a block from which it pays to work out what their questions share.
const MANY: usize = 12;
/// Sets of questions whose shared part is kept for the next block.
const KEPT: usize = 16;

/// One row: the answer to each question of the questionnaire, by [`QuestionId`]; none where the person gave none.
pub type Responses = [Option<Response>];

/// What is said of one row.
#[derive(Clone, Debug)]
pub struct Ranked {
    /// Whether the answers point anywhere.
    pub verdict: Verdict,
    /// Answers that are evidence.
    pub evidence: usize,
    /// Estimates and uncertainty.
    pub profile: Box<Profile>,
    /// The first careers by fit; empty without a direction.
    pub fits: Vec<Fit>,
}

/// Ranks blocks of rows; shared by all threads.
#[derive(Debug)]
pub struct Batch<'m> {
    matcher: &'m Matcher,
    top: usize,
    fast: Option<Fast>,
    kept: Mutex<BTreeMap<Vec<QuestionId>, Arc<Same>>>,
}

/// What the fast ways need; a questionnaire with learnt covariances has none.
#[derive(Debug)]
struct Fast {
    precision: Precision,
    alone: Alone,
}

impl<'m> Batch<'m> {
    /// Prepares for ranking the `top` first careers of each row.
    pub fn new(matcher: &'m Matcher, top: usize) -> Self {
        let pays = top + SPARE < matcher.kit.catalogue.len();
        let precision = pays.then(|| Precision::new(&matcher.measurement)).flatten();
        let fast = precision.map(|precision| Fast { precision, alone: Alone::new(&matcher.metric) });
        Self { matcher, top, fast, kept: Mutex::default() }
    }

    /// What is said of each row, in the order given.
    pub fn ranked(&self, rows: &[&Responses]) -> Vec<Ranked> {
        let done = self.fast.as_ref().map(|fast| self.decided(fast, rows));
        let done = done.unwrap_or_else(|| vec![None; rows.len()]);
        done.into_iter().zip(rows).map(|(ranked, row)| ranked.unwrap_or_else(|| self.exact(row))).collect()
    }

    /// The rows that the fast ways decide.
    fn decided(&self, fast: &Fast, rows: &[&Responses]) -> Vec<Option<Ranked>> {
        let mut done: Vec<Option<Ranked>> = vec![None; rows.len()];
        let mut alone = Vec::new();
        for (asked, members) in by_questions(rows) {
            if members.len() < MANY {
                alone.extend(members);
            } else if let Some(same) = self.same(fast, asked) {
                same.rank(self, rows, &members, &mut done);
            }
        }
        alone.sort_unstable();
        fast.alone.rank(self, &fast.precision, rows, &alone, &mut done);
        done
    }

    /// What everybody shares who answered these questions.
    fn same(&self, fast: &Fast, asked: Vec<QuestionId>) -> Option<Arc<Same>> {
        let kept = || self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(same) = kept().get(&asked) {
            return Some(Arc::clone(same));
        }
        let known = fast.precision.known(&self.matcher.measurement, asked.clone())?;
        let same = Arc::new(Same::new(self.matcher, known));
        let mut kept = kept();
        if kept.len() < KEPT {
            kept.insert(asked, Arc::clone(&same));
        }
        Some(same)
    }

    /// One row the way of a session.
    fn exact(&self, row: &Responses) -> Ranked {
        let outcome = self.matcher.outcome(&answers(row), Emphasis::Balanced);
        let Outcome { verdict, evidence, profile, mut fits, .. } = outcome;
        fits.truncate(self.top);
        Ranked { verdict, evidence, profile: Box::new(profile), fits }
    }

    /// The wanted careers of a row out of those that were found, or none where others could be among them.
    fn chosen(&self, person: &Person, best: &Best, evidence: usize) -> Option<Vec<Fit>> {
        let matcher = self.matcher;
        let behind = f64::from(best.behind()) * person.points();
        let found = best.careers().map(CareerId);
        let mut fits = ordered(&matcher.metric, person, found, evidence, &matcher.kit.matching);
        fits.truncate(self.top);
        let apart = fits.last().is_none_or(|last| last.score - behind > SLACK);
        apart.then_some(fits)
    }
}

/// The rows of each set of questions, by place; sets in a fixed order.
fn by_questions(rows: &[&Responses]) -> BTreeMap<Vec<QuestionId>, Vec<usize>> {
    let mut sets: BTreeMap<Vec<QuestionId>, Vec<usize>> = BTreeMap::new();
    let mut last: Option<(&Responses, Vec<usize>)> = None;
    let mut close = |run: Option<(&Responses, Vec<usize>)>| {
        if let Some((row, members)) = run {
            sets.entry(values(row).map(|(question, _)| question).collect()).or_default().extend(members);
        }
    };
    for (at, row) in rows.iter().enumerate() {
        match &mut last {
            Some((before, members)) if alike(before, row) => members.push(at),
            _ => close(last.replace((row, vec![at]))),
        }
    }
    close(last);
    sets
}

/// Whether two rows answered the same questions.
fn alike(one: &Responses, other: &Responses) -> bool {
    let counts = |response: &Option<Response>| matches!(response, Some(Response::Value(_)));
    one.len() == other.len() && one.iter().zip(other).all(|(a, b)| counts(a) == counts(b))
}

/// The answers of a row that are evidence, in the questionnaire's order.
fn values(row: &Responses) -> impl Iterator<Item = (QuestionId, u8)> {
    row.iter().zip(0..).filter_map(|(response, at)| Some((QuestionId(at), (*response)?.value()?)))
}

/// The value of an answer that is evidence.
fn value(row: &Responses, question: QuestionId) -> u8 {
    row.get(question.index()).copied().flatten().and_then(Response::value).unwrap_or_default()
}

/// A row as answers, in the questionnaire's order.
pub fn answers(row: &Responses) -> Answers {
    let given = row.iter().zip(0..);
    Answers::in_order(given.filter_map(|(response, at)| Some((QuestionId(at), (*response)?))).collect())
}

/// Whether the answers of a row point anywhere.
fn verdict(matcher: &Matcher, row: &Responses) -> Verdict {
    let differ = assess::differ(&matcher.kit.questionnaire, values(row));
    if differ { Verdict::Ranked } else { Verdict::NoDirection }
}

/// The profile that everybody has who answered the same questions, but for the estimates.
fn profile(matcher: &Matcher, known: &Known) -> Profile {
    let mut answered = [false; SCALE_COUNT];
    for question in known.asked() {
        for load in &matcher.kit.questionnaire.question(*question).loads {
            answered[load.scale.index()] = true;
        }
    }
    let sd = std::array::from_fn(|scale| known.covariances(scale)[scale].max(0.0).sqrt());
    Profile { estimate: [0.0; SCALE_COUNT], sd, answered }
}

/// Share of each group in the fit of a row.
fn shares(matcher: &Matcher, known: &Known) -> [f64; 4] {
    let counted = matcher.counted(known.asked().iter().copied());
    Emphasis::Balanced.shares(&matcher.metric, matcher.asked, counted)
}

/// The estimates of a row as the profile has them.
fn estimates(values: &[f64]) -> [f64; SCALE_COUNT] {
    std::array::from_fn(|scale| values.get(scale).copied().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped::shipped;
    use crate::model::random::Random;

    #[test]
    fn nearly_every_row_goes_the_fast_way() {
        let matcher = Matcher::new(shipped().expect("the shipped data"));
        let batch = Batch::new(&matcher, 10);
        let mut random = Random::new(1);
        for (chance, most) in [(1.0, 1), (0.6, 5)] {
            let mut answer =
                || (random.uniform() < chance).then(|| Response::Value(random.uniform().mul_add(5.0, 1.0) as u8));
            let questions = matcher.kit.questionnaire.questions.len();
            let people: Vec<Vec<_>> = (0..100).map(|_| (0..questions).map(|_| answer()).collect()).collect();
            let rows: Vec<&Responses> = people.iter().map(Vec::as_slice).collect();
            let fast = batch.fast.as_ref().expect("the shipped questionnaire has a fast way");
            let undecided = batch.decided(fast, &rows).iter().filter(|ranked| ranked.is_none()).count();
            assert!(undecided <= most, "{undecided} of 100 at {chance}");
        }
    }
}
