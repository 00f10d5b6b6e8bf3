//! Any career by what people call it: whole names before parts of one, whole words before beginnings and typos.

use super::alike::{Alike, Typed};
use super::names::{Name, Names};
use super::spelling::Spelled;
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
    Names::new(catalogue).search(catalogue, typed, limit)
}

impl Names {
    /// The best hits for what was typed, best first; none for blanks. Ties stand in the order of the catalogue, which is
    /// the one that was read.
    ///
    /// Hits hold as many of the typed words as the best one does; typos are supposed where there is no other way.
    pub fn search(&self, catalogue: &Catalogue, typed: &str, limit: usize) -> Vec<Hit> {
        let mut asked = Asked::new(typed, self);
        if asked.words.is_empty() {
            return Vec::new();
        }
        let mut found = asked.of(self);
        if found.first().is_none_or(|best| best.rank.held < asked.words.len()) {
            asked.suppose_typos(self);
            found = asked.of(self);
        }
        let best = found.first().map(|best| (best.rank.held, best.rank.sure));
        let equals = found.iter().take_while(|found| Some((found.rank.held, found.rank.sure)) == best);
        equals.take(limit).map(|found| found.name.hit(&found.parts, catalogue)).collect()
    }
}

/// A name that holds something of what was typed.
struct Found<'n> {
    name: Name<'n>,
    rank: Rank,
    /// What was typed of it, in the letters of all names.
    parts: Vec<Range<usize>>,
}

/// What was typed.
struct Asked {
    /// In the order typed.
    words: Vec<Typed>,
    /// By typed word and different word of the names.
    alike: Vec<Vec<Option<Alike>>>,
    /// The same as one word.
    joined: String,
    /// Where that stands in the letters of all names.
    in_a_row: Vec<usize>,
    /// Whether it may be initials.
    initials: bool,
}

impl Asked {
    fn new(typed: &str, names: &Names) -> Self {
        let spelled = Spelled::of(typed);
        let spans = spelled.words();
        let all = spans.first().zip(spans.last()).map_or(0..0, |(first, last)| first.start..last.end);
        let last = &spans[spans.len().saturating_sub(MOST_WORDS)..];
        let words: Vec<Typed> = last.iter().map(|word| Typed::new(&spelled.letters()[word.clone()])).collect();
        let joined = spelled.letters()[all].to_string();
        let alike = words.iter().map(|typed| names.different().map(|word| typed.alike(word)).collect()).collect();
        let in_a_row = if joined.len() < ACROSS { Vec::new() } else { names.places_of(&joined) };
        let initials = words.len() == 1 && ABBREVIATION.contains(&joined.chars().count());
        Self { words, alike, joined, in_a_row, initials }
    }

    /// From now on typed words that no name has may be words with typos.
    fn suppose_typos(&mut self, names: &Names) {
        for (typed, alike) in self.words.iter_mut().zip(&mut self.alike) {
            if typed.suppose_typos(names.different()) {
                let again = |(alike, word): (&mut Option<Alike>, _)| *alike = alike.or_else(|| typed.alike(word));
                alike.iter_mut().zip(names.different()).for_each(again);
            }
        }
    }

    /// By career the best name that holds at least the last typed word, best first.
    fn of<'n>(&self, names: &'n Names) -> Vec<Found<'n>> {
        let mut found: Vec<Found<'n>> = Vec::new();
        for name in names.iter().filter(|name| self.may_be(name)) {
            let Some((mut rank, parts)) = self.held(&name) else { continue };
            rank.score = (rank.score + TITLE).saturating_sub(name.also.map_or(0, |at| TITLE + at));
            match found.last_mut().filter(|before| before.name.career == name.career) {
                Some(before) if before.rank >= rank => {}
                Some(before) => *before = Found { name, rank, parts },
                None => found.push(Found { name, rank, parts }),
            }
        }
        found.sort_by(|a, b| b.rank.cmp(&a.rank).then(a.name.career.cmp(&b.name.career)));
        found
    }

    /// Whether a name may hold what was typed: most do not, and need no more than this look.
    fn may_be(&self, name: &Name<'_>) -> bool {
        let last = self.alike.last().map_or(&[][..], Vec::as_slice);
        self.initials
            || self.row_within(&name.whole()).next().is_some()
            || name.kinds().any(|kind| last[kind].is_some())
    }

    /// Where all that was typed begins in a part of the letters.
    fn row_within(&self, part: &Range<usize>) -> impl Iterator<Item = usize> {
        let last = part.end.saturating_sub(self.joined.len());
        let from = self.in_a_row.partition_point(|at| *at < part.start);
        self.in_a_row[from..].iter().copied().take_while(move |at| *at <= last)
    }

    /// The best way in which a name holds what was typed.
    fn held(&self, name: &Name<'_>) -> Option<Held> {
        let ways = [self.in_a_row(name), self.by_words(name), self.by_initials(name)];
        let ways = ways.into_iter().flatten().map(|(rank, parts)| (whole(rank, &parts, name), parts));
        ways.reduce(|best, next| if next.0 > best.0 { next } else { best })
    }

    /// All that was typed in a row from the beginning of a word on, wherever the blanks stand.
    fn in_a_row(&self, name: &Name<'_>) -> Option<Held> {
        let start = self.row_within(&name.whole()).find(|at| name.spans().any(|span| span.start == *at))?;
        let end = start + self.joined.len();
        let word_end = name.spans().map(|span| span.end).find(|word_end| *word_end >= end)?;
        let score = if word_end == end { 1000 } else { 650 + 200 * self.joined.len() / (word_end - start) };
        Some((Rank { held: self.words.len(), sure: true, score }, std::iter::once(start..end).collect()))
    }

    /// Each typed word anywhere in the name; else the last ones, where the last is the name's last word too.
    fn by_words(&self, name: &Name<'_>) -> Option<Held> {
        let mut rank = Rank { held: 0, sure: true, score: 0 };
        let mut parts = Vec::new();
        for alike in self.alike.iter().rev() {
            let ways = name.words().filter_map(|(kind, span)| Some((alike[kind]?, span)));
            let best = ways.reduce(|best, next| if next.0 > best.0 { next } else { best });
            let Some((Alike { sure, score, begun }, span)) = best else { break };
            let score = rank.score + usize::from(score);
            rank = Rank { held: rank.held + 1, sure: rank.sure && sure, score };
            parts.push(span.start..span.start + usize::from(begun));
        }
        let last_is_last = parts.first().is_some_and(|part| name.spans().next_back().as_ref() == Some(part));
        rank.score /= rank.held.max(1);
        (rank.held == self.words.len() || last_is_last).then_some((rank, parts))
    }

    /// One typed word that is the first letters of a name.
    fn by_initials(&self, name: &Name<'_>) -> Option<Held> {
        if !self.initials || !ABBREVIATION.contains(&name.spans().len()) {
            return None;
        }
        let parts = || name.spans().map(|span| span.start..span.start + 1).collect();
        name.initials().eq(self.joined.chars()).then(|| (Rank { held: 1, sure: true, score: INITIALS }, parts()))
    }
}

/// The rank with what the name gains by how much of it was typed.
fn whole(mut rank: Rank, parts: &[Range<usize>], name: &Name<'_>) -> Rank {
    let typed = |span: &Range<usize>| parts.iter().any(|part| part.start < span.end && span.start < part.end);
    let covered = name.spans().filter(typed).count();
    let last = name.spans().next_back().filter(typed).map_or(0, |_| LAST);
    rank.score += WHOLE * covered / name.spans().len().max(1) + last;
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
