//! Every name that careers go by, in one spelling, read once for a search at every key.

use super::search::Hit;
use super::spelling::Spelled;
use crate::model::{CareerId, Catalogue};
use std::ops::Range;

/// The names in a catalogue: each career's title, then its other names. Held small, since they stay in memory.
#[derive(Debug, Default)]
pub struct Names {
    /// The letters of all names, one after another.
    letters: String,
    /// The words of all names.
    words: Vec<Word>,
    /// A place of each different word; what was typed is held against each once.
    different: Vec<Range<u32>>,
    entries: Vec<Entry>,
}

/// A word of a name.
#[derive(Clone, Copy, Debug)]
struct Word {
    start: u32,
    /// Which of the different words it is.
    kind: u32,
}

/// A name of a career.
#[derive(Clone, Copy, Debug)]
struct Entry {
    career: CareerId,
    /// Which of the other names it is; none for the title.
    also: Option<u8>,
    /// Its first word.
    first: u32,
}

/// One name.
#[derive(Clone, Copy)]
pub(super) struct Name<'n> {
    names: &'n Names,
    words: &'n [Word],
    /// Whose it is.
    pub(super) career: CareerId,
    /// Which of the other names it is; none for the title.
    pub(super) also: Option<usize>,
}

impl Names {
    /// The names in a catalogue.
    pub fn new(catalogue: &Catalogue) -> Self {
        let mut names = Self::default();
        let mut spans = Vec::new();
        for (id, career) in catalogue.iter() {
            names.add(id, None, &career.title, &mut spans);
            for (at, name) in (0..u8::MAX).zip(&career.also) {
                names.add(id, Some(at), name, &mut spans);
            }
        }
        names.letters.shrink_to_fit();
        names.entries.shrink_to_fit();
        names.tell_apart(&spans);
        names
    }

    fn add(&mut self, career: CareerId, also: Option<u8>, name: &str, spans: &mut Vec<Range<u32>>) {
        let spelled = Spelled::of(name);
        let before = self.letters.len() as u32;
        self.entries.push(Entry { career, also, first: spans.len() as u32 });
        self.letters.push_str(spelled.letters());
        spans.extend(spelled.words().iter().map(|word| before + word.start as u32..before + word.end as u32));
    }

    /// Finds the different ones among all words.
    fn tell_apart(&mut self, spans: &[Range<u32>]) {
        let text = |word: &u32| &self.letters[wide(&spans[*word as usize])];
        let mut order: Vec<u32> = (0..spans.len() as u32).collect();
        order.sort_unstable_by_key(text);
        self.words = spans.iter().map(|span| Word { start: span.start, kind: 0 }).collect();
        for same in order.chunk_by(|one, other| text(one) == text(other)) {
            for word in same {
                self.words[*word as usize].kind = self.different.len() as u32;
            }
            self.different.push(spans[same[0] as usize].clone());
        }
        self.different.shrink_to_fit();
    }

    /// All names, the careers' in the order of the catalogue.
    pub(super) fn iter(&self) -> impl Iterator<Item = Name<'_>> {
        let ends = self.entries.iter().skip(1).map(|next| next.first as usize).chain([self.words.len()]);
        self.entries.iter().zip(ends).map(|(entry, end)| Name {
            names: self,
            words: &self.words[entry.first as usize..end],
            career: entry.career,
            also: entry.also.map(usize::from),
        })
    }

    /// Every word that is in a name, once.
    pub(super) fn different(&self) -> impl Iterator<Item = &str> {
        self.different.iter().map(|span| &self.letters[wide(span)])
    }

    /// Where these letters stand, across words and names.
    pub(super) fn places_of(&self, letters: &str) -> Vec<usize> {
        self.letters.match_indices(letters).map(|(at, _)| at).collect()
    }
}

impl Name<'_> {
    /// Which of the different words each word is.
    pub(super) fn kinds(&self) -> impl Iterator<Item = usize> {
        self.words.iter().map(|word| word.kind as usize)
    }

    /// Which of the different words each word is, and where it stands in the letters of all names.
    pub(super) fn words(&self) -> impl DoubleEndedIterator<Item = (usize, Range<usize>)> + ExactSizeIterator {
        self.words.iter().map(|word| {
            let span = &self.names.different[word.kind as usize];
            let start = word.start as usize;
            (word.kind as usize, start..start + (span.end - span.start) as usize)
        })
    }

    /// Where each word stands in the letters of all names.
    pub(super) fn spans(&self) -> impl DoubleEndedIterator<Item = Range<usize>> + ExactSizeIterator {
        self.words().map(|(_, span)| span)
    }

    /// All its letters from the first to the last word, in the letters of all names.
    pub(super) fn whole(&self) -> Range<usize> {
        let (first, last) = (self.words.first(), self.spans().next_back());
        first.map_or(0, |word| word.start as usize)..last.map_or(0, |span| span.end)
    }

    /// The first letter of each word.
    pub(super) fn initials(&self) -> impl Iterator<Item = char> {
        self.words.iter().filter_map(|word| self.names.letters[word.start as usize..].chars().next())
    }

    /// The hit, with the characters of the name that these parts of the letters of all names come from.
    pub(super) fn hit(&self, parts: &[Range<usize>], catalogue: &Catalogue) -> Hit {
        let career = catalogue.get(self.career);
        let spelled = Spelled::of(self.also.and_then(|at| career.also.get(at)).unwrap_or(&career.title));
        let own = spelled.words().first().map_or(0, |word| word.start);
        let before = self.whole().start - own;
        let places = parts.iter().flat_map(|part| spelled.places(part.start - before..part.end - before));
        let mut matched: Vec<usize> = places.collect();
        matched.sort_unstable();
        matched.dedup();
        Hit { career: self.career, also: self.also, matched }
    }
}

/// A part of the letters as they are looked up.
fn wide(span: &Range<u32>) -> Range<usize> {
    span.start as usize..span.end as usize
}
