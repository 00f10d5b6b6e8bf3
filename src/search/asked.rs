//! What was typed, in the ways in which it may be meant.

use super::alike::Typed;
use super::index::Index;
use super::spelling::Spelled;

/// The most typed words that count, the last ones.
const MOST_WORDS: usize = 8;
/// The fewest letters of each of two words that were written as one, as in "busdriver".
const PARTS: (usize, usize) = (3, 4);
/// Words of rank and terms, which say nothing about the work where no name has them.
const TERMS: [&str; 14] = [
    "aprentice",
    "experienced",
    "freelance",
    "ful",
    "intern",
    "jr",
    "junior",
    "part",
    "qualified",
    "senior",
    "sr",
    "temp",
    "time",
    "trainee",
];

/// What was typed, in the ways in which it may be meant.
#[derive(Debug)]
pub(super) struct Asked {
    /// Words in order; the ways differ in where words end.
    pub(super) ways: Vec<Vec<Typed>>,
}

impl Asked {
    /// Reads what was typed; no ways for blanks.
    pub(super) fn new(text: &str, index: &Index) -> Self {
        let words = drop_terms(split_into_words(text), index);
        let mut ways = vec![words.clone()];
        ways.extend(split_brackets(text).into_iter().flatten().map(split_into_words));
        ways.extend(join_words(&words, index));
        ways.extend(split_words(&words, index));
        ways.retain(|way| !way.is_empty());

        Self { ways: ways.iter().map(|way| way.iter().map(|word| Typed::new(word)).collect()).collect() }
    }
}

/// The words of a text in the one spelling, the last ones where there are many.
fn split_into_words(text: &str) -> Vec<String> {
    let spelled = Spelled::of(text);
    let words = spelled.words();
    let last = &words[words.len().saturating_sub(MOST_WORDS)..];
    last.iter().map(|word| spelled.letters()[word.clone()].to_string()).collect()
}

fn drop_terms(words: Vec<String>, index: &Index) -> Vec<String> {
    let tells = |word: &String| !TERMS.contains(&word.as_str()) || index.place(word).is_some();
    let telling: Vec<String> = words.iter().filter(|word| tells(word)).cloned().collect();
    if telling.is_empty() { words } else { telling }
}

/// What stands before a bracket and what stands in it, which are two names of one thing.
pub(super) fn split_brackets(name: &str) -> Option<[&str; 2]> {
    let (before, rest) = name.split_once('(')?;
    let (inside, _) = rest.split_once(')')?;
    Some([before.trim(), inside.trim()])
}

/// Two typed words as one where names have that: "x ray" as "xray".
fn join_words(words: &[String], index: &Index) -> Option<Vec<String>> {
    (1..words.len()).find_map(|at| {
        let one = join_two(&words[at - 1], &words[at]);
        index.place(&one)?;
        let (before, after) = (&words[..at - 1], &words[at + 1..]);
        Some(before.iter().cloned().chain(std::iter::once(one)).chain(after.iter().cloned()).collect())
    })
}

/// Two words as one in the one spelling, which has no letter twice in a row.
fn join_two(first: &str, second: &str) -> String {
    let twice = second.chars().next().filter(|letter| first.ends_with(*letter));
    format!("{first}{}", &second[twice.map_or(0, char::len_utf8)..])
}

/// A typed word that no name has as two that names have: "busdriver" as "bus driver".
fn split_words(words: &[String], index: &Index) -> Option<Vec<String>> {
    words.iter().enumerate().filter(|(_, word)| index.place(word).is_none()).find_map(|(at, word)| {
        let splits = (PARTS.0..=word.len().saturating_sub(PARTS.1)).filter(|split| word.is_char_boundary(*split));
        let known = |(first, second): &(&str, &str)| index.place(first).is_some() && index.place(second).is_some();
        let (first, second) = splits.map(|split| word.split_at(split)).find(known)?;
        let two = [first.to_string(), second.to_string()];
        Some(words[..at].iter().cloned().chain(two).chain(words[at + 1..].iter().cloned()).collect())
    })
}
