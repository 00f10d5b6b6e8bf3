//! Any career by what people call it: letters in order first, and where nothing is found, words with typos.

use crate::model::{CareerId, Catalogue};
use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

/// A typed word this alike to a word of a name is the same word with a typo (0 to 1).
const ALIKE: f64 = 0.8;

/// Names count a little less than titles, so that the title wins where both match.
const NAME_LESS: u32 = 4;

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

/// The best hits for what was typed, best first; none for blanks. Ties stand in the order of the catalogue.
pub fn search(catalogue: &Catalogue, typed: &str, limit: usize) -> Vec<Hit> {
    if typed.trim().is_empty() {
        return Vec::new();
    }
    let found = in_order(catalogue, typed);
    let mut found = if found.is_empty() { alike(catalogue, typed) } else { found };
    found.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.career.cmp(&b.1.career)));
    found.into_iter().take(limit).map(|(_, hit)| hit).collect()
}

/// Every name a career goes by: the title, then the others.
fn names(career: &crate::model::Career) -> impl Iterator<Item = (Option<usize>, &str)> {
    let others = career.also.iter().enumerate().map(|(at, name)| (Some(at), name.as_str()));
    std::iter::once((None, career.title.as_str())).chain(others)
}

/// Careers with a name that holds every typed word, its letters in order; the score of the best name.
fn in_order(catalogue: &Catalogue, typed: &str) -> Vec<(u32, Hit)> {
    let pattern = Pattern::new(typed, CaseMatching::Ignore, Normalization::Smart, AtomKind::Fuzzy);
    let mut matcher = Matcher::new(Config::DEFAULT);
    let (mut characters, mut places) = (Vec::new(), Vec::new());
    let least = least(typed);
    let mut found = Vec::new();
    for (id, career) in catalogue.iter() {
        let mut best: Option<(u32, Hit)> = None;
        for (also, name) in names(career) {
            places.clear();
            let score = pattern.indices(Utf32Str::new(name, &mut characters), &mut matcher, &mut places);
            let Some(score) = score.map(|score| weighed(score, also, name, typed)).filter(|score| *score >= least)
            else {
                continue;
            };
            if best.as_ref().is_none_or(|(before, _)| score > *before) {
                places.sort_unstable();
                places.dedup();
                let matched = places.iter().map(|place| *place as usize).collect();
                best = Some((score, Hit { career: id, also, matched }));
            }
        }
        found.extend(best);
    }
    found
}

/// Letters that stand scattered over a name are no match: about what letters in a row, with a gap or two, score.
fn least(typed: &str) -> u32 {
    let letters = typed.chars().filter(|c| !c.is_whitespace()).count() as u32;
    letters * 20
}

/// A whole name beats a part of one, and a title beats another name.
fn weighed(score: u32, also: Option<usize>, name: &str, typed: &str) -> u32 {
    let whole = if name.eq_ignore_ascii_case(typed.trim()) { 100 } else { 0 };
    (score + whole).saturating_sub(if also.is_some() { NAME_LESS } else { 0 })
}

/// Careers with a name that has a word alike to every typed word.
fn alike(catalogue: &Catalogue, typed: &str) -> Vec<(u32, Hit)> {
    let typed: Vec<String> = typed.split_whitespace().map(str::to_lowercase).collect();
    let mut found = Vec::new();
    for (id, career) in catalogue.iter() {
        let scored = names(career).filter_map(|(also, name)| Some((likeness(name, &typed)?, also)));
        let best = scored.reduce(|best, next| if next.0 > best.0 { next } else { best });
        found.extend(best.map(|(score, also)| (score, Hit { career: id, also, matched: Vec::new() })));
    }
    found
}

/// How alike a name is to what was typed, in thousandths; none where a typed word has no counterpart.
fn likeness(name: &str, typed: &[String]) -> Option<u32> {
    let words: Vec<String> = name.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase).collect();
    let mut sum = 0.0;
    for part in typed {
        let best = words.iter().map(|word| word_likeness(word, part)).fold(0.0, f64::max);
        if best < ALIKE {
            return None;
        }
        sum += best;
    }
    let spare = words.len().saturating_sub(typed.len()) as f64;
    Some((1000.0 * sum / typed.len() as f64 - spare).max(0.0) as u32)
}

/// Also the beginning of a longer word counts, since people stop typing when they see what they want.
fn word_likeness(word: &str, typed: &str) -> f64 {
    let begin: String = word.chars().take(typed.chars().count()).collect();
    let whole = strsim::normalized_damerau_levenshtein(word, typed);
    whole.max(strsim::normalized_damerau_levenshtein(&begin, typed) - 0.02)
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
    }

    #[test]
    fn matched_letters_lie_within_the_name() {
        let catalogue = shipped().expect("the shipped data").catalogue;
        for hit in search(&catalogue, "nurse", 20) {
            let career = catalogue.get(hit.career);
            let name = hit.also.map_or(&career.title, |at| &career.also[at]);
            assert!(hit.matched.iter().all(|at| *at < name.chars().count()));
        }
    }
}
