//! One typed word beside one word of a name: the same, its beginning, the doer of the work, kin, or only a guess.

use strsim::osa_distance;

/// The fewest letters that count at either end of a longer word, as in "sitter" for babysitter.
const PART: usize = 4;
/// The fewest letters before an ending that is taken off or exchanged.
const STEM: usize = 3;

/// What work is called, and who does it: cooking and cook, biology and biologist; also adviser and advisor.
const DOERS: [(&str, &str); 15] = [
    ("er", "or"),
    ("or", "er"),
    ("ing", ""),
    ("ing", "e"),
    ("ing", "er"),
    ("ing", "or"),
    ("ing", "ant"),
    ("i", "er"),
    ("i", "ist"),
    ("ri", ""),
    ("ri", "er"),
    ("ic", "ist"),
    ("", "ian"),
    ("ism", "ist"),
    ("ion", "or"),
];

/// Endings of kin such as painter and painting, longer ones first.
const ENDINGS: [&str; 17] = [
    "ation", "ement", "ance", "ment", "ant", "ian", "ing", "ion", "ism", "ist", "al", "ed", "er", "ic", "or", "e", "i",
];

/// How a word of a name is what was typed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Alike {
    /// It is the same.
    Same,
    /// It does the work that was typed.
    Doer,
    /// It begins with what was typed, which is this share of it.
    Begun(f32),
    /// It differs in the ending alone.
    Kin,
}

/// A typed word, in the one spelling.
#[derive(Clone, Debug)]
pub(super) struct Typed {
    word: String,
    doers: Vec<String>,
    letters: u32,
    /// How many typos it may have to be meant still; a bound over all words of a language, so it is counted once.
    typos: usize,
}

impl Alike {
    /// 1 for the same word, less for less.
    pub(super) fn likeness(self) -> f32 {
        match self {
            Self::Same => 1.0,
            Self::Doer => 0.95,
            Self::Begun(share) => 0.65 + 0.2 * share,
            Self::Kin => 0.6,
        }
    }
}

impl Typed {
    /// A word as typed.
    pub(super) fn new(word: &str) -> Self {
        let doer = |(work, doer): &(&str, &str)| {
            Some(word.strip_suffix(work).filter(|stem| stem.len() >= STEM)?.to_string() + doer)
        };
        let typos = match word.chars().count() {
            0..4 => 0,
            4..8 => 1,
            _ => 2,
        };

        Self {
            word: word.to_string(),
            doers: DOERS.iter().filter_map(doer).collect(),
            letters: mask_letters(word),
            typos,
        }
    }

    /// The letters that every word begins with which is alike.
    pub(super) fn root(&self) -> &str {
        self.word.get(..STEM).unwrap_or(&self.word)
    }

    /// How a word of a name is the typed one; none where it is another word.
    pub(super) fn compare(&self, word: &str) -> Option<Alike> {
        let typed = self.word.as_str();
        if word == typed {
            Some(Alike::Same)
        } else if self.doers.iter().any(|doer| doer == word) {
            Some(Alike::Doer)
        } else if word.starts_with(typed) {
            Some(Alike::Begun(typed.len() as f32 / word.len() as f32))
        } else {
            are_kin(typed, word).then_some(Alike::Kin)
        }
    }

    /// How likely a word of a name was meant by a word that no name has: with a typo in it, none in a short word and two
    /// at most in a long one, or as part of a compound that begins or ends as this one does. None where that is unlikely.
    pub(super) fn guess_likeness(&self, word: &str) -> Option<f32> {
        self.compare_with_typos(word).into_iter().chain(self.compare_parts(word)).reduce(f32::max)
    }

    fn compare_with_typos(&self, word: &str) -> Option<f32> {
        if self.typos == 0 {
            return None;
        }

        let few = |other: &str| Some(osa_distance(other, &self.word)).filter(|typos| *typos <= self.typos);
        // a bound that costs next to nothing and spares nearly all words the counting of their typos
        let is_near = |other: &&str| (self.letters ^ mask_letters(other)).count_ones() as usize <= 2 * self.typos;

        if word.len().abs_diff(self.word.len()) <= self.typos {
            Some(word).filter(is_near).and_then(few).map(|typos| 0.81 - 0.21 * typos as f32)
        } else {
            let begins_alike = word.as_bytes().first() == self.word.as_bytes().first();
            let begun = if begins_alike { word.get(..self.word.len()) } else { None };
            begun.filter(is_near).and_then(few).map(|typos| 0.71 - 0.21 * typos as f32)
        }
    }

    fn compare_parts(&self, word: &str) -> Option<f32> {
        let typed = self.word.as_str();
        if !have_common_end(typed.as_bytes(), word.as_bytes()) {
            return None;
        }

        if word.ends_with(typed) {
            return Some(0.5);
        }

        let begins = typed.bytes().zip(word.bytes()).take_while(|(a, b)| a == b).count();
        let ends = typed.bytes().rev().zip(word.bytes().rev()).take_while(|(a, b)| a == b).count();
        let share = begins.max(ends) as f32 / typed.len() as f32;

        (begins.max(ends) > PART || (ends == PART && word.len() == PART)).then_some(0.05 + 0.3 * share)
    }

    /// How many letters of a word are the typed ones, from its beginning on; none of another word.
    pub(super) fn count_shown(&self, word: &str) -> usize {
        match self.compare(word) {
            Some(Alike::Begun(_)) => self.word.len(),
            Some(_) => word.len(),
            None => self.guess_likeness(word).map_or(0, |_| word.len()),
        }
    }
}

/// Whether two words share a stem; one of three letters only where both have an ending after it.
fn are_kin(one: &str, other: &str) -> bool {
    let ((stem, cut), (other, also_cut)) = (find_stem(one), find_stem(other));
    stem == other && (stem.len() > STEM || (cut && also_cut))
}

/// Whether two words begin or end in enough of the same letters for a part of a compound; nearly all words do not, and cost
/// next to nothing so.
fn have_common_end(one: &[u8], other: &[u8]) -> bool {
    let begin = one.first_chunk::<{ PART + 1 }>().is_some_and(|begin| other.first_chunk() == Some(begin));
    begin || one.last_chunk::<PART>().is_some_and(|end| other.last_chunk() == Some(end))
}

/// A word without its ending, and whether it has one.
fn find_stem(word: &str) -> (&str, bool) {
    let stem = ENDINGS.iter().filter_map(|ending| word.strip_suffix(ending)).find(|stem| stem.len() >= STEM);
    stem.map_or((word, false), |stem| (stem, true))
}

/// Which letters a word has, a bit each: every typo changes two at most.
fn mask_letters(word: &str) -> u32 {
    word.bytes().fold(0, |letters, byte| letters | 1 << (byte % 32))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn round_guess(typed: &str, word: &str) -> Option<f32> {
        Typed::new(typed).guess_likeness(word).map(|likeness| (100.0 * likeness).round() / 100.0)
    }

    #[test]
    fn a_typo_costs_the_same_wherever_it_is_and_two_are_for_long_words() {
        assert_eq!(round_guess("plumer", "plumber"), Some(0.6));
        assert_eq!(round_guess("carpetner", "carpenter"), Some(0.6));
        assert_eq!(round_guess("carpetnre", "carpenter"), Some(0.39));
        // the beginning of a longer word, with a typo in it
        assert_eq!(round_guess("elect", "electrician"), Some(0.71));
        assert_eq!(round_guess("elecr", "electrician"), Some(0.5));

        assert_eq!(round_guess("plmmmr", "plumber"), None, "two typos in a short word");
        assert_eq!(round_guess("coo", "cook"), None, "a short word has none");
        assert_eq!(round_guess("glectr", "electrician"), None, "the first letter of a longer word is no typo");
    }

    #[test]
    fn a_compound_is_guessed_by_either_end() {
        assert_eq!(round_guess("sitter", "babisitter"), Some(0.5));
        assert_eq!(round_guess("softwareguru", "softwareentwickler"), Some(0.25));
        assert_eq!(round_guess("hausarst", "arst"), Some(0.2));
        assert_eq!(round_guess("hausgast", "arst"), None);
        assert_eq!(round_guess("banker", "bankangestelter"), None, "four letters begin too many words");
    }

    #[test]
    fn kin_differ_in_the_ending_alone() {
        let alike = |typed: &str, word: &str| Typed::new(typed).compare(word);
        assert_eq!(alike("painter", "painting"), Some(Alike::Kin));
        // of three letters before the ending, both words must have one
        assert_eq!(alike("actor", "action"), Some(Alike::Kin));
        assert_eq!(alike("actor", "act"), None);
        assert_eq!(alike("painter", "paint"), Some(Alike::Kin));
        assert_eq!(alike("insulator", "insurance"), None);
    }

    #[test]
    fn each_letter_of_a_word_has_a_mark_of_its_own() {
        let all: Vec<u32> = ('a'..='z').map(|letter| mask_letters(&letter.to_string())).collect();
        assert!(
            all.iter().all(|mark| mark.is_power_of_two())
                && all.iter().fold(0, |seen, mark| seen | mark).count_ones() == 26
        );
        assert_eq!((mask_letters("tact"), mask_letters("")), (mask_letters("cat"), 0));
    }
}
