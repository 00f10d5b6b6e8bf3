//! One typed word beside one word of a name: the same, its beginning, its end, the doer of the work, or a typo.

use strsim::osa_distance;

/// The fewest letters that count at the end of a longer word, as in "sitter" for babysitter.
const ENDING: usize = 4;

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

/// How alike two words are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Alike {
    /// Whether no typo had to be supposed.
    pub(super) sure: bool,
    /// 1000 for the same word, less for less.
    pub(super) score: u16,
    /// How many letters from the beginning on are the typed ones.
    pub(super) begun: u16,
}

/// A typed word, in the one spelling.
#[derive(Debug)]
pub(super) struct Typed {
    word: String,
    doers: Vec<String>,
    letters: u32,
    /// The most typos supposed, none at first.
    typos: usize,
}

impl Typed {
    /// A word as typed.
    pub(super) fn new(word: &str) -> Self {
        let first = |letter: char| word.starts_with(letter);
        let doer = |(work, doer): &(&str, &str)| Some(word.strip_suffix(work)?.to_string() + doer);
        let doers = DOERS.iter().filter_map(doer).filter(|doer| doer.len() > 2 && doer.starts_with(first));
        Self { word: word.to_string(), doers: doers.collect(), letters: letters(word), typos: 0 }
    }

    /// From now on the word may hold typos unless it is one of these: the longer the more, in a short one none. Whether
    /// it may.
    pub(super) fn suppose_typos<'w>(&mut self, mut known: impl Iterator<Item = &'w str>) -> bool {
        self.typos = match self.word.chars().count() {
            0..4 => 0,
            _ if known.any(|word| word == self.word) => 0,
            4..6 => 1,
            _ => 2,
        };
        self.typos > 0
    }

    /// How alike a word of a name is; none where it is another word.
    pub(super) fn alike(&self, word: &str) -> Option<Alike> {
        let typed = self.word.as_str();
        let sure = |score: usize, begun: usize| Some(Alike { sure: true, score: score as u16, begun: begun as u16 });
        // most words begin with another letter, and need no more than this look
        if word.as_bytes().first() == typed.as_bytes().first() {
            if word == typed {
                return sure(1000, word.len());
            } else if self.doers.iter().any(|doer| doer == word) {
                return sure(950, word.len());
            } else if word.starts_with(typed) {
                return sure(650 + 200 * typed.len() / word.len(), typed.len());
            }
        }
        if typed.len() >= ENDING && word.ends_with(typed) {
            sure(500, word.len())
        } else if self.typos > 0 {
            self.with_typos(word)
        } else {
            None
        }
    }

    /// The word or its beginning with typos in it.
    fn with_typos(&self, word: &str) -> Option<Alike> {
        let most = self.typos;
        let few = |other: &str| Some(osa_distance(other, &self.word)).filter(|typos| *typos <= most);
        let unsure = |typos: usize, score: usize, begun: usize| {
            let score = score.saturating_sub(100 * typos);
            Alike { sure: false, score: score as u16, begun: begun as u16 }
        };
        if word.len().abs_diff(self.word.len()) <= most {
            let near = (self.letters ^ letters(word)).count_ones() as usize <= 2 * most;
            return near.then(|| few(word)).flatten().map(|typos| unsure(typos, 700, word.len()));
        }
        let begun =
            word.get(..self.word.len()).filter(|begun| begun.as_bytes().first() == self.word.as_bytes().first())?;
        few(begun).map(|typos| unsure(typos, 600, begun.len()))
    }
}

/// Which letters a word has, a bit each: every typo changes two at most.
fn letters(word: &str) -> u32 {
    word.bytes().fold(0, |letters, byte| letters | 1 << (byte % 32))
}
