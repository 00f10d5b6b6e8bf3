//! Any career by what people call it: whole names before parts of one, whole words before beginnings and typos.

use super::alike::{Alike, Typed};
use super::spelling::{Spelled, Words};
use crate::model::{CareerId, Catalogue};
use std::ops::{Range, RangeInclusive};

/// What a name gains when all of it was typed, in thousandths of a word.
const WHOLE: usize = 300;
/// What the title gains over the other names, which stand with the best known first.
const TITLE: usize = 60;
/// What a name gains when its last word was typed, the one that the others only narrow: a school nurse is a nurse.
const LAST: usize = 40;
/// How well initials stand for a name: CFO.
const INITIALS: usize = 700;
/// The most typed words that count, the last ones.
const MOST_WORDS: usize = 8;
/// How many letters initials have.
const ABBREVIATION: RangeInclusive<usize> = 2..=4;
/// The fewest letters looked for across words, as in "busdriver".
const ACROSS: usize = 4;

/// A career that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The career.
    pub career: CareerId,
    /// The other name that matched, by its place in [`crate::model::Career::also`]; none when the title did.
    pub also: Option<usize>,
    /// Which characters of the title or name matched, by their place.
    pub matched: Vec<usize>,
}

/// How well a name holds what was typed, the better the greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    /// Typed words in the name, counted from the last: "trainee electrician" is an electrician.
    held: usize,
    /// Whether no typo had to be supposed.
    sure: bool,
    /// In thousandths of a word.
    score: usize,
}

/// A rank and the parts of the name that were typed.
type Held = (Rank, Vec<Range<usize>>);

/// The best hits for what was typed, best first; none for blanks. For one search; [`Names`] serves many.
pub fn search(catalogue: &Catalogue, typed: &str, limit: usize) -> Vec<Hit> {
    Names::new(catalogue).search(typed, limit)
}

/// Every name that careers go by, read once for a search at every key.
#[derive(Debug)]
pub struct Names {
    spelled: Spelled,
    /// Whose name, which of the other names or the title, which of the words.
    entries: Vec<(CareerId, Option<usize>, Range<usize>)>,
    /// By word of all names: which of the different ones it is.
    kinds: Vec<u32>,
    /// One place of each different word; what was typed is held against each once.
    different: Vec<usize>,
}

/// The words of a name, and which of the different ones they are.
#[derive(Clone, Copy)]
struct Name<'n> {
    words: Words<'n>,
    kinds: &'n [u32],
}

impl Names {
    /// The names in a catalogue: each career's title, then its other names.
    pub fn new(catalogue: &Catalogue) -> Self {
        let mut spelled = Spelled::default();
        let mut entries = Vec::new();
        for (id, career) in catalogue.iter() {
            entries.push((id, None, spelled.add(&career.title)));
            entries.extend(career.also.iter().enumerate().map(|(at, name)| (id, Some(at), spelled.add(name))));
        }
        spelled.close();
        entries.shrink_to_fit();
        let (kinds, different) = spelled.different();
        Self { spelled, entries, kinds, different }
    }

    /// The best hits for what was typed, best first; none for blanks. Ties stand in the order of the catalogue.
    ///
    /// Hits hold as many of the typed words as the best one does; typos are supposed where there is no other way.
    pub fn search(&self, typed: &str, limit: usize) -> Vec<Hit> {
        let mut asked = Asked::new(typed);
        if asked.words.is_empty() {
            return Vec::new();
        }
        let mut found = asked.of(self);
        if found.first().is_none_or(|(rank, _)| rank.held < asked.words.len()) {
            asked.suppose_typos(self);
            found = asked.of(self);
        }
        let best = found.first().map(|(rank, _)| (rank.held, rank.sure));
        let equals = found.into_iter().take_while(|(rank, _)| Some((rank.held, rank.sure)) == best);
        equals.take(limit).map(|(_, hit)| hit).collect()
    }

    fn iter(&self) -> impl Iterator<Item = (CareerId, Option<usize>, Name<'_>)> {
        let name =
            |own: &Range<usize>| Name { words: self.spelled.words(own.clone()), kinds: &self.kinds[own.clone()] };
        self.entries.iter().map(move |(id, also, own)| (*id, *also, name(own)))
    }

    /// Every word that is in a name, once.
    fn different(&self) -> impl Iterator<Item = &str> {
        self.different.iter().map(|place| self.spelled.word(*place))
    }
}

/// What was typed.
struct Asked {
    /// In the order typed.
    words: Vec<Typed>,
    /// The same as one word.
    joined: String,
}

impl Asked {
    fn new(typed: &str) -> Self {
        let mut spelled = Spelled::default();
        let own = spelled.add(typed);
        let words = spelled.words(own);
        let start = words.spans.first().map_or(0, |word| word.start);
        let spare = words.spans.len().saturating_sub(MOST_WORDS);
        Self { words: words.iter().skip(spare).map(Typed::new).collect(), joined: words.joined(start).to_string() }
    }

    /// From now on typed words that no name has may be words with typos.
    fn suppose_typos(&mut self, names: &Names) {
        for typed in &mut self.words {
            let known = names.different().any(|word| typed.is(word));
            typed.suppose_typos(known);
        }
    }

    /// The careers with a name that holds at least the last typed word, best first, each by its best name.
    fn of(&self, names: &Names) -> Vec<(Rank, Hit)> {
        let mut found: Vec<(Rank, Hit)> = Vec::new();
        let against = |typed: &Typed| names.different().map(|word| typed.alike(word)).collect();
        let alike: Vec<Vec<Option<Alike>>> = self.words.iter().map(against).collect();
        for (career, also, name) in names.iter() {
            let Some((mut rank, parts)) = self.held(name, &alike) else { continue };
            rank.score = (rank.score + TITLE).saturating_sub(also.map_or(0, |at| TITLE + at));
            let mut matched: Vec<usize> = parts.into_iter().flat_map(|part| names.spelled.places(part)).collect();
            matched.sort_unstable();
            matched.dedup();
            let hit = (rank, Hit { career, also, matched });
            match found.last_mut().filter(|(_, before)| before.career == career) {
                Some(before) if before.0 >= rank => {}
                Some(before) => *before = hit,
                None => found.push(hit),
            }
        }
        found.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.career.cmp(&b.1.career)));
        found
    }

    /// The best way in which a name holds what was typed.
    fn held(&self, name: Name<'_>, alike: &[Vec<Option<Alike>>]) -> Option<Held> {
        let ways = [self.in_a_row(name.words), by_words(name, alike), self.by_initials(name.words)];
        let ways = ways.into_iter().flatten().map(|(rank, parts)| (whole(rank, &parts, name.words), parts));
        ways.reduce(|best, next| if next.0 > best.0 { next } else { best })
    }

    /// All that was typed in a row from the beginning of a word on, wherever the blanks stand.
    fn in_a_row(&self, name: Words<'_>) -> Option<Held> {
        if self.joined.len() < ACROSS {
            return None;
        }
        let begins = |span: &&Range<usize>| name.joined(span.start).starts_with(&self.joined);
        let start = name.spans.iter().find(begins)?.start;
        let end = start + self.joined.len();
        let word_end = name.spans.iter().map(|span| span.end).find(|word_end| *word_end >= end)?;
        let score = if word_end == end { 1000 } else { 650 + 200 * self.joined.len() / (word_end - start) };
        Some((Rank { held: self.words.len(), sure: true, score }, std::iter::once(start..end).collect()))
    }

    /// One typed word that is the first letters of a name.
    fn by_initials(&self, name: Words<'_>) -> Option<Held> {
        if self.words.len() != 1 || !ABBREVIATION.contains(&name.spans.len()) {
            return None;
        }
        let initials = name.iter().filter_map(|word| word.chars().next());
        let parts = || name.spans.iter().map(|span| span.start..span.start + 1).collect();
        initials.eq(self.joined.chars()).then(|| (Rank { held: 1, sure: true, score: INITIALS }, parts()))
    }
}

/// Each typed word anywhere in the name; else the last ones, where the last is the name's last word too. `alike` says by
/// typed word how alike each of the different words is.
fn by_words(name: Name<'_>, alike: &[Vec<Option<Alike>>]) -> Option<Held> {
    let mut rank = Rank { held: 0, sure: true, score: 0 };
    let mut parts = Vec::new();
    for typed in alike.iter().rev() {
        let ways =
            name.kinds.iter().zip(name.words.spans).filter_map(|(kind, span)| Some((typed[*kind as usize]?, span)));
        let best = ways.reduce(|best, next| if next.0 > best.0 { next } else { best });
        let Some((Alike { sure, score, begun }, span)) = best else { break };
        rank = Rank { held: rank.held + 1, sure: rank.sure && sure, score: rank.score + score };
        parts.push(span.start..span.start + begun);
    }
    let last_is_last = parts.first().is_some_and(|part| name.words.spans.last() == Some(part));
    rank.score /= rank.held.max(1);
    (rank.held == alike.len() || last_is_last).then_some((rank, parts))
}

/// The rank with what the name gains by how much of it was typed.
fn whole(mut rank: Rank, parts: &[Range<usize>], name: Words<'_>) -> Rank {
    let typed = |span: &&Range<usize>| parts.iter().any(|part| part.start < span.end && span.start < part.end);
    let covered = name.spans.iter().filter(typed).count();
    let last = name.spans.last().filter(typed).map_or(0, |_| LAST);
    rank.score += WHOLE * covered / name.spans.len().max(1) + last;
    rank
}

#[cfg(test)]
#[cfg(packed)]
mod tests {
    use super::*;
    use crate::content::shipped::shipped;

    fn first(typed: &str) -> Vec<String> {
        let catalogue = shipped().expect("the shipped data").catalogue;
        search(&catalogue, typed, 5).iter().map(|hit| catalogue.get(hit.career).title.clone()).collect()
    }

    #[test]
    fn a_title_finds_its_career_first() {
        assert_eq!(first("carpenter")[0], "Carpenter");
        assert_eq!(first("Dentist")[0], "Dentist");
    }

    #[test]
    fn a_typo_still_finds_it() {
        for typed in ["capenter", "carpentr", "carpetner", "Karpenter"] {
            assert!(first(typed).contains(&"Carpenter".to_string()), "{typed}: {:?}", first(typed));
        }
    }

    #[test]
    fn another_name_finds_it() {
        assert_eq!(first("tooth doctor")[0], "Dentist");
    }

    #[test]
    fn blanks_and_nonsense_find_nothing() {
        assert_eq!(first("  "), Vec::<String>::new());
        assert_eq!(first("xqzjvw"), Vec::<String>::new());
        assert_eq!(first("fix xqzjvw"), Vec::<String>::new());
        assert_eq!(first("'&-"), Vec::<String>::new());
    }

    #[test]
    fn words_in_front_that_no_name_has_do_not_hide_a_trade() {
        assert_eq!(first("trainee electrician")[0], "Electrician");
        assert_eq!(first("self-employed plumber")[0], "Plumber and Pipefitter");
    }

    #[test]
    fn a_word_that_names_have_is_no_typo() {
        assert!(first("baker").iter().all(|title| !title.contains("maker") && !title.contains("Banker")));
    }

    #[test]
    fn the_typed_letters_are_the_matched_ones() {
        let catalogue = shipped().expect("the shipped data").catalogue;
        let marked = |typed: &str| {
            let hits = search(&catalogue, typed, 1);
            let hit = hits.first().expect("a hit");
            let career = catalogue.get(hit.career);
            let name: Vec<char> = hit.also.map_or(&career.title, |at| &career.also[at]).chars().collect();
            hit.matched.iter().map(|at| name[*at]).collect::<String>()
        };
        assert_eq!(marked("nurse"), "Nurse");
        assert_eq!(marked("xray tech"), "Xraytech");
        assert_eq!(marked("doctors family"), "FamilyDoctor");
        assert_eq!(marked("cfo"), "cfo");
    }
}
