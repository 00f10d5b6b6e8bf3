//! Names of one language in one spelling: every different word once, and which names hold it.

use super::language::Head;
use super::spelling::Spelled;
use std::ops::Range;

/// The names of one language. Held small, since they stay in memory: how a name is written is read again to show it.
#[derive(Debug, Default)]
pub(super) struct Index {
    names: Vec<Entry>,
    /// The different words in the one spelling, one after another in alphabetical order.
    letters: String,
    /// Where each word begins in the letters, and where the last ends.
    words: Vec<u32>,
    /// Which names hold each word, one word after another.
    holders: Vec<Holder>,
    /// Where each word's names begin in the holders, and where the last end.
    held: Vec<u32>,
    /// How telling each word is, by rarity over all owners.
    telling: Vec<f32>,
    pub(super) head: Head,
}

/// A name that holds a word, and where in it the word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Holder(u32);

/// A name, whose it is and what it is.
#[derive(Clone, Copy, Debug)]
struct Entry {
    owner: u16,
    kind: Kind,
    /// How telling its words are together.
    weight: f32,
}

/// Where a name comes from, the best known first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// The career's title.
    Title,
    /// Another name that is shown, by its place.
    Also(u8),
    /// A name that people say every day, which is only searched.
    Said,
    /// Any other name that is only searched.
    Hidden,
}

/// The bytes of names to a word, a little fewer than there are in most languages.
const LETTERS: usize = 7;

/// Names on their way into an index, in as much memory as they will need: growing step by step takes up to twice that.
#[derive(Debug)]
pub(super) struct Collected {
    index: Index,
    letters: String,
    /// Words of all names: where they stand in the letters, and in which name.
    words: Vec<(u32, u32, Holder)>,
}

/// A place or a length as it is kept.
#[expect(clippy::cast_possible_truncation, reason = "files of names are read up to 64 MiB")]
fn narrow(place: usize) -> u32 {
    place as u32
}

impl Holder {
    /// The word at this place in a name, of as many words.
    fn new(name: u32, place: usize, words: usize) -> Self {
        Self(name << 8 | narrow(place.min(127)) << 1 | u32::from(place + 1 == words))
    }

    /// Which name.
    pub(super) fn name(self) -> usize {
        (self.0 >> 8) as usize
    }

    /// Where the word stands among the name's words.
    pub(super) fn place(self) -> u8 {
        self.0.to_le_bytes()[0] >> 1
    }

    /// Whether it is the name's last word.
    pub(super) fn is_last(self) -> bool {
        self.0 & 1 == 1
    }
}

impl Collected {
    /// For names of about so many bytes together.
    pub(super) fn with_capacity(bytes: usize, head: Head) -> Self {
        let words = Vec::with_capacity(bytes / LETTERS);
        Self { index: Index { head, ..Index::default() }, letters: String::with_capacity(bytes), words }
    }

    /// Adds a name; owners come one after another.
    pub(super) fn add(&mut self, owner: u16, kind: Kind, name: &str) {
        let spelled = Spelled::of(name);
        let (before, place) = (narrow(self.letters.len()), narrow(self.index.names.len()));
        self.index.names.push(Entry { owner, kind, weight: 0.0 });
        self.letters.push_str(spelled.letters());

        let words = spelled.words();
        let holder = |at: usize| Holder::new(place, at, words.len());
        let word = |(at, word): (usize, &Range<usize>)| (before + narrow(word.start), narrow(word.len()), holder(at));
        self.words.extend(words.iter().enumerate().map(word));
    }

    /// The index of all that was added.
    pub(super) fn build(self) -> Index {
        let Self { mut index, letters, mut words, .. } = self;
        let text = |word: &(u32, u32, Holder)| &letters[word.0 as usize..][..word.1 as usize];
        words.sort_unstable_by(|a, b| text(a).cmp(text(b)).then(a.2.cmp(&b.2)));
        // in this order a name that has a word twice keeps the first place of it
        words.dedup_by(|a, b| a.2.name() == b.2.name() && text(a) == text(b));

        index.holders.reserve_exact(words.len());
        let mut owners = Vec::new();
        for same in words.chunk_by(|a, b| text(a) == text(b)) {
            index.words.push(narrow(index.letters.len()));
            index.letters.push_str(text(&same[0]));
            index.held.push(narrow(index.holders.len()));
            index.holders.extend(same.iter().map(|word| word.2));
            owners.push(index.count_owners(&index.holders[index.holders.len() - same.len()..]));
        }
        index.words.push(narrow(index.letters.len()));
        index.held.push(narrow(index.holders.len()));

        index.weigh(&owners);
        index.shrink();
        index
    }
}

impl Index {
    /// How many owners these names have, which stand in order.
    fn count_owners(&self, names: &[Holder]) -> usize {
        names.chunk_by(|a, b| self.owner(a.name()) == self.owner(b.name())).count()
    }

    fn shrink(&mut self) {
        self.names.shrink_to_fit();
        self.letters.shrink_to_fit();
        self.words.shrink_to_fit();
        self.holders.shrink_to_fit();
        self.held.shrink_to_fit();
    }

    /// Works out how telling words and names are from how many owners have each word.
    fn weigh(&mut self, owners: &[usize]) {
        let all = 1.0 + f32::from(self.names.last().map_or(0, |name| name.owner));
        self.telling = owners.iter().map(|owners| (1.0 + all / *owners as f32).ln()).collect();

        for word in 0..owners.len() {
            for holder in self.held[word]..self.held[word + 1] {
                let name = self.holders[holder as usize].name();
                self.names[name].weight += self.telling[word];
            }
        }
    }

    /// How many owners there are.
    pub(super) fn owner_count(&self) -> usize {
        self.names.last().map_or(0, |name| usize::from(name.owner) + 1)
    }

    /// How many names an owner has in the mean.
    pub(super) fn mean_names(&self) -> f32 {
        self.names.len() as f32 / self.owner_count().max(1) as f32
    }

    /// How many different words there are.
    pub(super) fn word_count(&self) -> usize {
        self.telling.len()
    }

    /// How many names there are.
    pub(super) fn name_count(&self) -> usize {
        self.names.len()
    }

    /// One of the different words, by its place.
    pub(super) fn word(&self, place: usize) -> &str {
        &self.letters[self.words[place] as usize..self.words[place + 1] as usize]
    }

    /// Where a word stands that names have.
    pub(super) fn place(&self, word: &str) -> Option<usize> {
        let place = self.count_before(|other| other < word);
        (place < self.word_count() && self.word(place) == word).then_some(place)
    }

    /// The words that begin so, by their places.
    pub(super) fn find_beginning(&self, letters: &str) -> Range<usize> {
        let from = self.count_before(|word| word < letters);
        from..from + self.count_from(from, |word| word.starts_with(letters))
    }

    fn count_before(&self, before: impl Fn(&str) -> bool) -> usize {
        self.count_from(0, before)
    }

    /// How many words from this one on are so.
    fn count_from(&self, from: usize, are: impl Fn(&str) -> bool) -> usize {
        // the words are no slice that could be searched: each is cut out of the letters by its place
        let (mut low, mut high) = (from, self.word_count());
        while low < high {
            let middle = usize::midpoint(low, high);
            if are(self.word(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }

        low - from
    }

    /// The names that hold a word.
    pub(super) fn holders(&self, word: usize) -> &[Holder] {
        &self.holders[self.held[word] as usize..self.held[word + 1] as usize]
    }

    /// How telling a word is: the natural logarithm of one and the owners that one in as many of has it.
    pub(super) fn telling(&self, word: usize) -> f32 {
        self.telling[word]
    }

    /// How telling a name's words are together.
    pub(super) fn weight(&self, name: usize) -> f32 {
        self.names[name].weight
    }

    /// Whose a name is.
    pub(super) fn owner(&self, name: usize) -> u16 {
        self.names[name].owner
    }

    /// Where a name comes from.
    pub(super) fn kind(&self, name: usize) -> Kind {
        self.names[name].kind
    }

    /// Which of its owner's names a name is.
    pub(super) fn place_of(&self, name: usize) -> usize {
        let owner = self.names[name].owner;
        name - self.names.partition_point(|entry| entry.owner < owner)
    }
}
