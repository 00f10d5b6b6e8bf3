//! Careers by what people call them, in English and in twenty other languages.
//!
//! Place in the flow: reads the names in the catalogue; the matcher and every front end look careers up here.

mod alike;
mod asked;
mod english;
mod everyday;
mod find;
mod foreign;
mod hit;
mod index;
mod language;
mod spelling;

use crate::model::{CareerId, Catalogue};
use asked::Asked;
use english::English;
use everyday::Sense;
use find::{Found, Held};
use foreign::Foreign;
use hit::{Candidate, Marker};
pub use hit::{Certainty, Findings, FoundAs, Hit};
pub use language::Language;
use std::collections::BTreeMap;
use std::sync::{Mutex, OnceLock, PoisonError};

/// What a career gains by each doubling, or so, of the people who work in it: enough among equals only.
const EMPLOYED: f32 = 0.01;
/// The same in other languages, where names are fewer and many only hold the word.
const EMPLOYED_ELSEWHERE: f32 = 0.06;
/// What a career loses to which others lead, unless its whole name was typed.
const LATER: f32 = 0.05;
/// The share of what was typed that a career's names must hold to be an answer rather than the nearest there is.
const FLOOR: f32 = 0.4;
/// The share that English must understand for no other language to be asked.
const MIN_UNDERSTOOD: f32 = 0.9;
/// How much more of what was typed a name in another language must hold than the best English one, unless it holds all.
const MORE: f32 = 0.25;
/// How much of it a guess in another language must hold: about one typo in a word.
const GUESSED: f32 = 0.55;
/// The share that counts as all.
const ALL: f32 = 0.999;
/// The fewest letters with which another language is asked.
const FEW: usize = 3;
/// The most careers shown as nearest.
const NEAREST: usize = 3;

/// All names, each language read when a search first needs it.
#[derive(Debug, Default)]
pub struct Search {
    language: Option<Language>,
    english: OnceLock<English>,
    foreign: Foreign,
    held: Mutex<Held>,
}

impl Search {
    /// The same for somebody whose computer speaks a language, which is looked through first; names stay read.
    #[must_use]
    pub fn with_language(self, language: Option<Language>) -> Self {
        Self { language, ..self }
    }

    /// The careers that what was typed may mean, best first; none for blanks. Reads all names that it needs.
    pub fn find(&self, catalogue: &Catalogue, typed: &str, limit: usize) -> Findings {
        self.find_in(|_| true, catalogue, typed, limit)
    }

    /// The same by the names that [`Search::read_next`] has read, so that no key waits for more than the English ones.
    pub fn find_in_read(&self, catalogue: &Catalogue, typed: &str, limit: usize) -> Findings {
        self.find_in(|language| self.foreign.is_read(language), catalogue, typed, limit)
    }

    /// Reads the next list of names: English, the person's own language, then the others. False when all are read.
    pub fn read_next(&self, catalogue: &Catalogue) -> bool {
        if self.english.get().is_none() {
            self.read_english(catalogue);
            return true;
        }

        let next = self.language.into_iter().chain(Language::all()).find(|language| !self.foreign.is_read(*language));
        next.is_some_and(|language| {
            self.foreign.read(language, catalogue);
            true
        })
    }

    /// Whether the names of all languages were read.
    pub fn has_read_all(&self) -> bool {
        self.english.get().is_some() && Language::all().all(|language| self.foreign.is_read(language))
    }

    fn read_english(&self, catalogue: &Catalogue) -> &English {
        self.english.get_or_init(|| English::new(catalogue))
    }

    fn find_in(
        &self,
        may_ask: impl Fn(Language) -> bool,
        catalogue: &Catalogue,
        typed: &str,
        limit: usize,
    ) -> Findings {
        let english = self.read_english(catalogue);
        let key = everyday::spell_key(typed);
        if key.is_empty() {
            return Findings::default();
        }

        match english.everyday.find_sense(&key) {
            Some(Sense::Missing { line, near }) => return Findings::of_missing(line, near, limit),
            Some(Sense::Choice(careers)) => return Findings::of_choice(sort_by_people(catalogue, careers), limit),
            None => {}
        }

        let candidates = self.find_candidates(english, may_ask, catalogue, typed);
        // "driving" is as much of a choice as "driver"
        let worker = key.strip_suffix("ing").map(|work| format!("{work}er"));
        let choice = |key: &String| english.find_choice(catalogue, key);
        if let Some(careers) = choice(&key).or_else(|| worker.as_ref().and_then(choice)) {
            let rest = candidates.iter().map(|candidate| candidate.career).filter(|career| !careers.contains(career));
            return Findings::of_choice(careers.iter().copied().chain(rest).collect(), limit);
        }

        let found = Self::build_findings(english, catalogue, typed, candidates, limit);
        if key.chars().nth(1).is_none() && !found.hits.is_empty() { found.of_one_letter() } else { found }
    }

    fn build_findings(
        english: &English,
        catalogue: &Catalogue,
        typed: &str,
        candidates: Vec<Candidate>,
        limit: usize,
    ) -> Findings {
        let certainty = match candidates.first() {
            Some(best) if best.scored.known >= FLOOR => Certainty::Sure,
            _ => Certainty::Nearest,
        };
        let limit = if certainty == Certainty::Sure { limit } else { limit.min(NEAREST) };

        let typed = Marker::new(typed);
        // each list is unpacked once, however many hits are from it
        let mut lists: BTreeMap<Language, String> = BTreeMap::new();
        let hits = candidates.into_iter().take(limit).map(|candidate| match candidate.language {
            None => {
                let (kind, text) = english.find_name(candidate, catalogue);
                hit::build_english_hit(kind, &text, candidate, catalogue, &typed)
            }
            Some(language) => {
                let list = lists.entry(language).or_insert_with(|| catalogue.names(language.letters()));
                let text = foreign::split_names(list).nth(candidate.scored.name).map_or("", |(_, _, name)| name);
                hit::build_foreign_hit(text, candidate, language, &typed)
            }
        });

        Findings { certainty, line: None, hits: hits.collect() }
    }

    /// Careers by their best name in any language, best first. Another language counts only where it holds clearly more
    /// of what was typed than English, the person's own where it holds as much.
    fn find_candidates(
        &self,
        english: &English,
        may_ask: impl Fn(Language) -> bool,
        catalogue: &Catalogue,
        typed: &str,
    ) -> Vec<Candidate> {
        let held = &mut *self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let Found { scored, understood } = english.index.find(&Asked::new(typed, &english.index), true, held);
        let mut found: Vec<Candidate> = scored.into_iter().map(Candidate::from_english).collect();

        if let Some(language) = self.language {
            let most = find_most_held(&found);
            let own = self.foreign.find_own(language, catalogue, typed, held);
            found.extend(own.into_iter().filter(|own| own.scored.held >= most));
        }

        let mut ask = |guess: bool, at_least: f32| {
            let others = Language::all().filter(|language| Some(*language) != self.language && may_ask(*language));
            let others = others.flat_map(|language| self.foreign.find_other(language, catalogue, (typed, guess), held));
            others.filter(|other| other.scored.held >= at_least).collect::<Vec<_>>()
        };

        let is_english = typed.is_ascii() && understood >= MIN_UNDERSTOOD;
        if !is_english && typed.chars().filter(|letter| letter.is_alphabetic()).count() >= FEW {
            // letters that English does not have speak for another language, whatever English makes of the rest
            let most = if typed.is_ascii() { find_most_held(&found) } else { 0.0 };
            found.extend(ask(false, (most + MORE).min(ALL)));
            let most = find_most_held(&found);
            // typos are supposed in other languages only where nothing found so far is an answer
            if most < FLOOR {
                found.extend(ask(true, (most + MORE).max(GUESSED)));
            }
        }

        put_work_first(merge_by_career(found, catalogue), catalogue)
    }
}

/// The most of what was typed that a name holds.
fn find_most_held(found: &[Candidate]) -> f32 {
    found.iter().map(|found| found.scored.held).fold(0.0, f32::max)
}

/// Careers by how many people work in them, most first.
fn sort_by_people(catalogue: &Catalogue, careers: &[CareerId]) -> Vec<CareerId> {
    let mut careers = careers.to_vec();
    careers.sort_by_key(|id| std::cmp::Reverse(count_people(catalogue, *id)));
    careers
}

fn count_people(catalogue: &Catalogue, career: CareerId) -> u32 {
    catalogue.get(career).figures.outlook.as_ref().map_or(0, |outlook| outlook.employed)
}

/// The best of each career, best first; among equals the one in which more people work.
fn merge_by_career(found: Vec<Candidate>, catalogue: &Catalogue) -> Vec<Candidate> {
    let mut best: BTreeMap<CareerId, Candidate> = BTreeMap::new();
    for candidate in found {
        let kept = best.entry(candidate.career).or_insert(candidate);
        if candidate.scored.score > kept.scored.score {
            *kept = candidate;
        }
    }

    let score = |candidate: &Candidate| {
        let later = catalogue.get(candidate.career).is_later_step() && !candidate.scored.whole;
        let telling = if candidate.language.is_some() { EMPLOYED_ELSEWHERE } else { EMPLOYED };
        let people = telling * (count_people(catalogue, candidate.career) as f32).ln_1p();
        candidate.scored.score + people - if later { LATER } else { 0.0 }
    };

    let mut scored: Vec<(f32, Candidate)> =
        best.into_values().map(|candidate| (score(&candidate), candidate)).collect();
    scored.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.career.cmp(&b.1.career)));
    scored.into_iter().map(|(_, candidate)| candidate).collect()
}

/// Puts the work before those who lead it, unless the leading was typed: a warehouse is not its supervisor.
fn put_work_first(mut found: Vec<Candidate>, catalogue: &Catalogue) -> Vec<Candidate> {
    let leads = |candidate: &Candidate| {
        let scored = candidate.scored;
        catalogue.get(candidate.career).is_later_step() && !scored.whole && !scored.headed
    };

    if found.first().is_some_and(leads) {
        let work = found.iter().position(|candidate| !leads(candidate) && candidate.scored.known >= FLOOR);
        if let Some(work) = work {
            let work = found.remove(work);
            found.insert(0, work);
        }
    }

    found
}
