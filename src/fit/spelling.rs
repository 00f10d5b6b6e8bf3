//! Words in one spelling, so that capitals, plurals, hyphens and British or American letters make no difference.

use std::collections::HashMap;
use std::ops::Range;

/// Words that say nothing about the work, left out beside others.
const SMALL: [&str; 10] = ["a", "an", "and", "at", "for", "in", "of", "the", "to", "with"];

/// Texts as words in one spelling, one text after another.
#[derive(Debug, Default)]
pub(super) struct Spelled {
    letters: String,
    /// For every byte of `letters`, which character of its text it comes from.
    places: Vec<u16>,
    words: Vec<Range<usize>>,
}

/// The words of one text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words<'a> {
    letters: &'a str,
    /// Where each word stands in the letters of all texts.
    pub(super) spans: &'a [Range<usize>],
}

impl<'a> Words<'a> {
    /// The words in the order of the text.
    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = &'a str> + use<'a> {
        let letters = self.letters;
        self.spans.iter().map(move |word| &letters[word.clone()])
    }

    /// From a word on, all that follows as one word, since people write "hair dresser" and "busdriver".
    pub(super) fn joined(&self, from: usize) -> &'a str {
        let end = self.spans.last().map_or(from, |word| word.end);
        self.letters.get(from..end).unwrap_or_default()
    }
}

impl Spelled {
    /// Adds a text; which of all words are its own.
    pub(super) fn add(&mut self, text: &str) -> Range<usize> {
        let first = self.words.len();
        let mut start = self.letters.len();
        for (place, character) in (0..u16::MAX).zip(text.chars()) {
            match character {
                'a'..='z' | '0'..='9' => self.push(start, character, place),
                'A'..='Z' => self.push(start, character.to_ascii_lowercase(), place),
                '\'' | '’' | '-' | '&' | '.' => {}
                _ if character.is_alphanumeric() => character.to_lowercase().for_each(|c| self.push(start, c, place)),
                _ => start = self.end(start),
            }
        }
        self.end(start);
        self.leave_out_small(first);
        first..self.words.len()
    }

    /// Gives back the room that more texts would have taken.
    pub(super) fn close(&mut self) {
        self.letters.shrink_to_fit();
        self.places.shrink_to_fit();
        self.words.shrink_to_fit();
    }

    /// The words of a text.
    pub(super) fn words(&self, own: Range<usize>) -> Words<'_> {
        Words { letters: &self.letters, spans: &self.words[own] }
    }

    /// One word of all texts.
    pub(super) fn word(&self, place: usize) -> &str {
        &self.letters[self.words[place].clone()]
    }

    /// By word of all texts which of the different ones it is, and one place of each of those.
    pub(super) fn different(&self) -> (Vec<u32>, Vec<usize>) {
        let (mut known, mut different) = (HashMap::new(), Vec::new());
        let mut kind = |place| {
            *known.entry(self.word(place)).or_insert_with(|| {
                different.push(place);
                different.len() as u32 - 1
            })
        };
        ((0..self.words.len()).map(&mut kind).collect(), different)
    }

    /// Which characters of its text a part of the letters comes from.
    pub(super) fn places(&self, part: Range<usize>) -> impl Iterator<Item = usize> {
        self.places[part].iter().copied().map(usize::from)
    }

    /// Adds a letter to the word begun at `start`: counsellor as counselor, colour as color, organise as organize.
    fn push(&mut self, start: usize, letter: char, place: u16) {
        let letter = match letter {
            'z' => 's',
            'y' => 'i',
            other => other,
        };
        let word = &self.letters.as_bytes()[start..];
        let last = word.last().map(|last| char::from(*last));
        if (last == Some(letter) && word.len() > 1) || (last == Some('o') && letter == 'u') {
            return;
        }
        if last == Some('a') && letter == 'e' && word.len() > 1 {
            self.drop_last();
        }
        self.letters.push(letter);
        (0..letter.len_utf8()).for_each(|_| self.places.push(place));
    }

    /// Ends the word begun at `start`, without a plural, centre as center; where the next begins.
    fn end(&mut self, start: usize) -> usize {
        if self.letters.len() > start + 3 {
            let ends = |ending: &str| self.letters.ends_with(ending);
            if ends("men") {
                self.end_with("an");
            } else if ends("tre") || ends("bre") {
                self.end_with("er");
            } else if ends("s") {
                self.drop_last();
            }
            if self.letters.ends_with("ie") {
                self.drop_last();
            }
        }
        if self.letters.len() > start {
            self.words.push(start..self.letters.len());
        }
        self.letters.len()
    }

    /// Changes the last two letters.
    fn end_with(&mut self, two: &str) {
        self.letters.replace_range(self.letters.len() - 2.., two);
    }

    fn drop_last(&mut self) {
        self.letters.pop();
        self.places.truncate(self.letters.len());
    }

    /// Leaves out small words from the word `first` on, unless there are only such.
    fn leave_out_small(&mut self, first: usize) {
        let letters = &self.letters;
        let small = |word: &Range<usize>| word.len() < 5 && SMALL.contains(&&letters[word.clone()]);
        let count = self.words[first..].iter().filter(|word| small(word)).count();
        if count > 0 && first + count < self.words.len() {
            let telling: Vec<_> = self.words.drain(first..).filter(|word| !small(word)).collect();
            self.words.extend(telling);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &str) -> Vec<String> {
        let mut spelled = Spelled::default();
        let own = spelled.add(text);
        spelled.words(own).iter().map(str::to_string).collect()
    }

    #[test]
    fn spellings_of_one_name_are_one() {
        for (a, b) in [
            ("Counsellors", "counselor"),
            ("colour", "color"),
            ("organiser", "organizer"),
            ("tyre", "tire"),
            ("secretaries", "Secretary"),
            ("paediatrician", "pediatrician"),
            ("firemen", "fireman"),
            ("theatre", "theater"),
            ("cabbies", "cabbie"),
            ("X-ray", "xray"),
            ("A&E", "AE"),
            ("doctor's", "doctors"),
        ] {
            assert_eq!(one(a), one(b), "{a} and {b}");
        }
    }

    #[test]
    fn small_words_are_left_out_beside_others_only() {
        assert_eq!(one("head of the school"), one("head school"));
        assert_eq!(one("the"), ["the"]);
    }

    #[test]
    fn letters_know_where_they_come_from() {
        let mut spelled = Spelled::default();
        spelled.add("Jäger & Söhne");
        let own = spelled.add("Ex-Zoo Größe");
        let places: Vec<Vec<usize>> =
            spelled.words(own).spans.iter().map(|span| spelled.places(span.clone()).collect()).collect();
        assert_eq!(places, [vec![0, 1, 3, 4], vec![7, 8, 9, 9, 10, 10, 11]]);
    }
}
