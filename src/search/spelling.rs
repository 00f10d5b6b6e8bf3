//! Words in one spelling, so that capitals, plurals, hyphens and British or American letters make no difference.

use crate::text::ascii::strip_marks;
use std::ops::Range;

/// Words that say nothing about the work, left out beside others.
const SMALL: [&str; 10] = ["a", "an", "and", "at", "for", "in", "of", "the", "to", "with"];

/// A text as words in one spelling.
#[derive(Debug, Default)]
pub(super) struct Spelled {
    letters: String,
    /// For every byte of `letters`, which character of the text it comes from.
    places: Vec<u16>,
    words: Vec<Range<usize>>,
}

impl Spelled {
    /// The words of a text.
    pub(super) fn of(text: &str) -> Self {
        let mut spelled = Self::default();
        let mut start = 0;

        for (place, character) in (0..u16::MAX).zip(text.chars()) {
            match character {
                'a'..='z' | '0'..='9' => spelled.push_letter(start, character, place),
                'A'..='Z' => spelled.push_letter(start, character.to_ascii_lowercase(), place),
                // these join parts of a word: "X-ray" is written "xray" as well
                '\'' | '’' | '-' | '&' | '.' => {}
                _ if character.is_alphanumeric() => {
                    for letter in character.to_lowercase() {
                        match letter {
                            'æ' | 'œ' => spelled.push_letter(start, 'e', place),
                            'ß' => ['s', 's'].into_iter().for_each(|letter| spelled.push_letter(start, letter, place)),
                            other => spelled.push_letter(start, strip_marks(other).unwrap_or(other), place),
                        }
                    }
                }
                _ if is_combining(character) => {}
                _ => start = spelled.end_word(start),
            }
        }

        spelled.end_word(start);
        spelled.leave_out_small();
        spelled
    }

    /// The letters of all words, small ones and all.
    pub(super) fn letters(&self) -> &str {
        &self.letters
    }

    /// Where each word stands in the letters.
    pub(super) fn words(&self) -> &[Range<usize>] {
        &self.words
    }

    /// Which characters of the text a part of the letters comes from.
    pub(super) fn list_places(&self, part: Range<usize>) -> impl Iterator<Item = usize> {
        self.places[part].iter().copied().map(usize::from)
    }

    /// Adds a letter to the word begun at `start`: counsellor as counselor, colour as color, organise as organize.
    fn push_letter(&mut self, start: usize, letter: char, place: u16) {
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

        // "paediatric" as "pediatric"; at the beginning of a word it stays, as in "aerial"
        if last == Some('a') && letter == 'e' && word.len() > 1 {
            self.drop_last_letter();
        }

        self.letters.push(letter);
        (0..letter.len_utf8()).for_each(|_| self.places.push(place));
    }

    /// Ends the word begun at `start`, without a plural, centre as center; where the next begins.
    fn end_word(&mut self, start: usize) -> usize {
        if self.letters.len() > start + 3 {
            let ends = |ending: &str| self.letters.ends_with(ending);
            if ends("men") {
                self.end_with("an");
            } else if ends("tre") || ends("bre") {
                self.end_with("er");
            } else if ends("eses") {
                self.letters.truncate(self.letters.len() - 3);
            } else if ends("s") {
                self.drop_last_letter();
            }

            // what is left of "secretaries" ends as "secretary" does, whose y is written i
            if self.letters.ends_with("ie") {
                self.drop_last_letter();
            }
            self.places.truncate(self.letters.len());
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

    fn drop_last_letter(&mut self) {
        self.letters.pop();
        self.places.truncate(self.letters.len());
    }

    /// Leaves out small words, unless there are only such.
    fn leave_out_small(&mut self) {
        let letters = &self.letters;
        let telling = |word: &Range<usize>| word.len() > 4 || !SMALL.contains(&&letters[word.clone()]);
        if self.words.iter().any(telling) {
            self.words.retain(telling);
        }
    }
}

/// Whether a character is an accent of its own, after the letter that it stands on.
fn is_combining(character: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&character)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split_words(text: &str) -> Vec<String> {
        let spelled = Spelled::of(text);
        spelled.words().iter().map(|word| spelled.letters()[word.clone()].to_string()).collect()
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
            ("waitresses", "waitress"),
            ("X-ray", "xray"),
            ("A&E", "AE"),
            ("doctor's", "doctors"),
            ("Krankenpflegerin für Säuglinge", "krankenpflegerin fur sauglinge"),
            ("lékař", "lekar"),
            ("façadier", "facadier"),
            ("žurnalist", "zurnalist"),
            ("bu\u{308}cher", "bücher"),
        ] {
            assert_eq!(split_words(a), split_words(b), "{a} and {b}");
        }
    }

    #[test]
    fn small_words_are_left_out_beside_others_only() {
        assert_eq!(split_words("head of the school"), split_words("head school"));
        assert_eq!(split_words("the"), ["the"]);
    }

    #[test]
    fn letters_know_where_they_come_from() {
        let spelled = Spelled::of("Ex-Zoo Größe");
        let places: Vec<Vec<usize>> =
            spelled.words().iter().map(|word| spelled.list_places(word.clone()).collect()).collect();
        assert_eq!(places, [vec![0, 1, 3, 4], vec![7, 8, 9, 10, 11]]);
    }
}
