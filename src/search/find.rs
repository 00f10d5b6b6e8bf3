//! What was typed held against the names of one language.
//!
//! An owner's score is that of its best name, plus how often all its names together hold the typed words:
//! `held · (1 − REST + REST · named) + gains + OFTEN · Σ telling · n/(n + half) / Σ telling`, where a word is the more
//! telling the fewer owners have it, `held` is the share of what was typed that the name holds, `named` the share of
//! the name that was typed, and `n` how many of the owner's names hold a word.

use super::alike::{Alike, Typed};
use super::asked::Asked;
use super::index::{Holder, Index, Kind};
use super::language::Head;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// How telling a typed word is that no name has, as a share of the most telling one's.
const UNKNOWN: f32 = 0.9;
/// How much of a name's score hangs on how much of the name was typed.
const REST: f32 = 0.5;
/// What it adds that an owner's names hold the typed words often.
const OFTEN: f32 = 2.0;
/// In which share of the mean number of an owner's names a word counts half as often held.
const HALF: f32 = 0.09;
/// What the beginning of a word loses where it is no longer under way, or is a word of its own.
const UNDONE: f32 = 0.7;
/// How alike a word is at least that counts as understood.
const UNDERSTOOD: f32 = 0.65;
/// What a name gains that is shown.
const SHOWN: f32 = 0.05;
/// How much a name counts towards that of which the word only narrows what somebody is.
const ASIDE: f32 = 0.25;
/// How alike a word is at least that counts as typed.
const CERTAIN: f32 = 0.9;
/// What a name gains of which the word was typed, in its place, that says what somebody is.
const HEAD: f32 = 0.15;
/// What a name gains that holds the typed words side by side in their order.
const ORDER: f32 = 0.1;
/// What a title gains that begins with the one word that was typed.
const BEGUN: f32 = 0.6;
/// What the whole name gains: of a title or one that people say every day more than all else together, of another
/// that is shown nearly as much, of any other enough to come before those that only hold the words.
const WHOLE: [f32; 4] = [8.0, 4.0, 8.0, 1.0];
/// The same of a name that is only searched where it is a single word: what somebody is called at one workplace, such as
/// "Police" for whoever works in its office, does not come before work that has the word in its title and other names.
const WHOLE_WORD: f32 = 0.2;

/// What a language makes of what was typed.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// By owner the best name, best first.
    pub(super) scored: Vec<Scored>,
    /// The share of what was typed, by how telling it is, that the language has words for.
    pub(super) understood: f32,
}

/// An owner and its best name for what was typed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scored {
    /// Whose name it is.
    pub(super) owner: u16,
    /// Which name.
    pub(super) name: usize,
    /// How well it fits: 0 not at all, more for a whole name.
    pub(super) score: f32,
    /// The share of what was typed, by how telling it is, that the name holds.
    pub(super) held: f32,
    /// The same share for all names of the owner together.
    pub(super) known: f32,
    /// Whether all was typed that the name holds, and nothing else, without a typo.
    pub(super) whole: bool,
    /// Whether the name ends in the last of several typed words.
    pub(super) headed: bool,
}

/// What a name holds of what was typed.
#[derive(Clone, Copy, Debug, Default)]
struct Holds {
    /// Of what was typed, and of the name, by how telling the words are.
    asked: f32,
    named: f32,
    /// The last typed word that was counted, from 1, and where it stands in the name.
    counted: u8,
    place: u8,
    /// How many typed words stand side by side in their order, from the first on.
    run: u8,
    /// Whether what says what somebody is was typed as such: the first word in both, or the last.
    headed: bool,
}

/// What an owner's names hold together.
#[derive(Clone, Copy, Debug, Default)]
struct Owned {
    /// Names that hold the present word, and how alike it is at best.
    times: f32,
    best: f32,
    /// Sums over the words so far.
    often: f32,
    known: f32,
}

/// What a typed word may be.
struct Meant {
    /// Words of names with how alike they are, likest first.
    words: Vec<(usize, f32)>,
    telling: f32,
    understood: bool,
}

/// The names and owners that hold any of what was typed; kept from one search to the next, since to make it is as much
/// work as to search.
#[derive(Debug, Default)]
pub(super) struct Held {
    names: Vec<Holds>,
    touched: Vec<usize>,
    owners: Vec<Owned>,
    /// How telling all typed words are together.
    all: f32,
    words: u8,
}

impl Index {
    /// What the names make of what was typed; `guess` supposes typos and parts of words where no name has a word. `held`
    /// is written anew.
    pub(super) fn find(&self, asked: &Asked, guess: bool, held: &mut Held) -> Found {
        let mut best: BTreeMap<u16, Scored> = BTreeMap::new();
        let mut understood: f32 = 0.0;

        for way in &asked.ways {
            let words: Vec<Meant> =
                way.iter().zip(1..).map(|(typed, number)| self.read_word(typed, number == way.len(), guess)).collect();
            understood = understood.max(self.share_understood(&words));

            for scored in self.score_names(&words, held) {
                let kept = best.entry(scored.owner).or_insert(scored);
                if scored.score > kept.score {
                    *kept = scored;
                }
            }
        }

        let mut scored: Vec<Scored> = best.into_values().collect();
        scored.sort_unstable_by(|a, b| b.score.total_cmp(&a.score).then(a.owner.cmp(&b.owner)));
        Found { scored, understood }
    }

    /// What a typed word may be; only the last one may still be under way.
    fn read_word(&self, typed: &Typed, is_last: bool, guess: bool) -> Meant {
        let alike = |place: usize| Some((place, typed.compare(self.word(place))?));
        let alike: Vec<(usize, Alike)> = self.find_beginning(typed.root()).filter_map(alike).collect();

        let begun = match (is_last, alike.iter().any(|(_, alike)| *alike == Alike::Same)) {
            (true, false) => 1.0,
            (false, true) => 0.0,
            _ => UNDONE,
        };
        let likeness = |alike: Alike| alike.likeness() * if matches!(alike, Alike::Begun(_)) { begun } else { 1.0 };
        let understood = alike.iter().any(|(_, alike)| alike.likeness() >= UNDERSTOOD);

        let mut words: Vec<(usize, f32)> =
            alike.into_iter().map(|(place, alike)| (place, likeness(alike))).filter(|word| word.1 > 0.0).collect();
        if words.is_empty() && guess {
            words.extend(
                (0..self.word_count()).filter_map(|place| Some((place, typed.guess_likeness(self.word(place))?))),
            );
        }

        // of words that are equally alike the commonest stands first, so that nothing counts as more telling than it is
        words.sort_by(|a, b| b.1.total_cmp(&a.1).then(self.telling(a.0).total_cmp(&self.telling(b.0))));
        let telling = words.first().map_or_else(|| self.weigh_unknown(), |(word, _)| self.telling(*word));
        Meant { words, telling, understood }
    }

    /// How telling a word is that no name has.
    fn weigh_unknown(&self) -> f32 {
        UNKNOWN * (1.0 + self.owner_count() as f32).ln()
    }

    fn share_understood(&self, words: &[Meant]) -> f32 {
        let telling = |word: &Meant| if word.understood { word.telling } else { self.weigh_unknown() };
        let all: f32 = words.iter().map(telling).sum();
        words.iter().filter(|word| word.understood).map(telling).sum::<f32>() / all
    }

    /// The best name of every owner that holds any of the words.
    fn score_names(&self, words: &[Meant], held: &mut Held) -> Vec<Scored> {
        if words.iter().all(|word| word.words.is_empty()) {
            return Vec::new();
        }

        self.mark_words(held, words);
        // an owner's names stand side by side, so that in order they can be cut into one piece an owner
        held.touched.sort_unstable();
        let scored: Vec<Scored> = held.touched.iter().map(|name| self.score_name(*name, held)).collect();

        let best = |names: &[Scored]| {
            // the bits of a float that is not negative are in the order of the floats
            let best = names.iter().max_by_key(|scored| (scored.score.to_bits(), Reverse(scored.name)))?;
            let owned = held.owners[usize::from(best.owner)];
            let (often, known) = (OFTEN * owned.often / held.all, owned.known / held.all);
            Some(Scored { score: best.score + often, known, ..*best })
        };

        scored.chunk_by(|a, b| a.owner == b.owner).filter_map(best).collect()
    }

    fn mark_words(&self, held: &mut Held, words: &[Meant]) {
        // only what the last search touched is cleared: a language has many thousands of names
        for name in held.touched.drain(..) {
            held.names[name] = Holds::default();
        }
        held.names.resize(self.name_count().max(held.names.len()), Holds::default());
        held.owners.clear();
        held.owners.resize(self.owner_count(), Owned::default());

        held.all = words.iter().map(|word| word.telling).sum();
        held.words = u8::try_from(words.len()).unwrap_or(u8::MAX);

        for (meant, number) in words.iter().zip(1..) {
            for (word, likeness) in &meant.words {
                self.count_word(held, number, *word, *likeness, meant.telling);
            }

            for owned in &mut held.owners {
                owned.often += meant.telling * owned.times / (owned.times + HALF * self.mean_names());
                owned.known += meant.telling * owned.best;
                (owned.times, owned.best) = (0.0, 0.0);
            }
        }
    }

    /// Counts a word of names, which the typed word of this number may mean, in each name that holds it.
    fn count_word(&self, held: &mut Held, number: u8, word: usize, likeness: f32, telling: f32) {
        for holder in self.holders(word) {
            let name = holder.name();
            let holds = &mut held.names[name];
            // the likest words come first, so that a name is counted with the likest that the typed word may mean
            if holds.counted == number {
                continue;
            }

            if holds.counted == 0 {
                held.touched.push(name);
            }

            let follows = holds.run + 1 == number && (number == 1 || holds.place + 1 == holder.place());
            *holds = Holds {
                asked: holds.asked + telling * likeness,
                named: holds.named + self.telling(word) * likeness,
                counted: number,
                place: holder.place(),
                run: holds.run + u8::from(follows),
                headed: likeness > CERTAIN && self.is_head(*holder, number, held.words)
                    || (self.head == Head::First && holds.headed),
            };

            let owned = &mut held.owners[usize::from(self.owner(name))];
            owned.times += if self.is_aside(*holder, number) { ASIDE * likeness } else { likeness };
            owned.best = owned.best.max(likeness);
        }
    }

    /// Whether the typed word of this number, of so many, says what somebody is, and this one of the name as well.
    fn is_head(&self, holder: Holder, number: u8, words: u8) -> bool {
        match self.head {
            Head::First => number == 1 && holder.place() == 0,
            Head::Last => number == words && holder.is_last(),
        }
    }

    /// Whether the first typed word only narrows a name that begins with what somebody is.
    fn is_aside(&self, holder: Holder, number: u8) -> bool {
        self.head == Head::First && number == 1 && holder.place() > 0
    }

    fn score_name(&self, name: usize, found: &Held) -> Scored {
        let holds = found.names[name];
        let (held, named) = (holds.asked / found.all, holds.named / self.weight(name));
        // shares are sums of floats, so that all of them may come to a little less than one
        let whole = held > 0.999 && named > 0.999;
        let headed = holds.headed && (self.head == Head::First || holds.counted == found.words);

        let begins = found.words == 1 && holds.place == 0 && held > 0.999;

        let gain = match self.kind(name) {
            Kind::Hidden | Kind::Said if !whole => 0.0,
            Kind::Title if !whole && begins => SHOWN + BEGUN,
            _ if !whole => SHOWN,
            Kind::Title => WHOLE[0],
            Kind::Also(_) => WHOLE[1],
            Kind::Said => WHOLE[2],
            Kind::Hidden if found.words == 1 => WHOLE_WORD,
            Kind::Hidden => WHOLE[3],
        };

        let head = if headed { HEAD } else { 0.0 };
        let order = if found.words > 1 && holds.run == found.words { ORDER } else { 0.0 };
        let score = held * (1.0 - REST + REST * named.min(1.0)) + gain + head + order;
        Scored { owner: self.owner(name), name, score, held, known: 0.0, whole, headed: headed && found.words > 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::super::index::Collected;
    use super::*;

    /// Names of owners 0, 1, 2 and so on.
    fn build_index(names: &[(Kind, &str)], head: Head) -> Index {
        let mut collected = Collected::with_capacity(100, head);
        (0..).zip(names).for_each(|(owner, (kind, name))| collected.add(owner, *kind, name));
        collected.build()
    }

    fn find_typed(index: &Index, typed: &str) -> Found {
        index.find(&Asked::new(typed, index), true, &mut Held::default())
    }

    fn find_scored(index: &Index, typed: &str, owner: u16) -> Scored {
        *find_typed(index, typed).scored.iter().find(|scored| scored.owner == owner).expect("its names hold a word")
    }

    fn assert_near(found: f32, wanted: f32) {
        assert!((found - wanted).abs() < 1e-5, "{found} instead of {wanted}");
    }

    #[test]
    fn a_score_is_what_the_formula_says() {
        let index = build_index(
            &[(Kind::Title, "Baker Boy Chef"), (Kind::Hidden, "Farm Hand"), (Kind::Hidden, "Hodman")],
            Head::Last,
        );
        let often = OFTEN / (1.0 + HALF);
        // every word has one owner, so that a third of the name was typed
        assert_near(find_scored(&index, "baker", 0).score, 0.5 + 0.5 / 3.0 + SHOWN + BEGUN + often);
        assert_near(find_scored(&index, "chef", 0).score, 0.5 + 0.5 / 3.0 + SHOWN + HEAD + often);
        assert_near(find_scored(&index, "farm hand", 1).score, 1.0 + WHOLE[3] + HEAD + ORDER + often);
        assert_near(find_scored(&index, "hand farm", 1).score, 1.0 + WHOLE[3] + often);
        assert_near(find_scored(&index, "hodman", 2).score, 1.0 + WHOLE_WORD + HEAD + often);
    }

    #[test]
    fn words_side_by_side_in_the_typed_order_count_more() {
        let names = [
            (Kind::Title, "Sales Route Driver"),
            (Kind::Title, "Route Sales Driver"),
            (Kind::Title, "Sales Van Route"),
        ];
        let index = build_index(&names, Head::Last);
        let score = |owner| find_scored(&index, "sales route", owner).score;
        assert_near(score(0) - score(1), ORDER);
        assert!(score(2) < score(0), "the words stand apart");
    }

    #[test]
    fn a_word_that_names_have_is_not_the_beginning_of_another_unless_it_is_the_last() {
        let index = build_index(&[(Kind::Title, "Car Mechanic"), (Kind::Title, "Carpenter Mechanic")], Head::Last);
        let mechanic = (1.0 + 2.0 / 2.0_f32).ln() / ((1.0 + 2.0 / 2.0_f32).ln() + (1.0 + 2.0 / 1.0_f32).ln());
        assert_near(find_scored(&index, "car mechanic", 1).held, mechanic);
        assert!(find_scored(&index, "mechanic car", 1).held > mechanic + 0.1);
        assert_near(find_scored(&index, "mechanic car", 0).held, 1.0);
    }

    #[test]
    fn a_word_that_no_name_has_tells_nearly_as_much_as_the_rarest() {
        let index = build_index(&[(Kind::Title, "Baker"), (Kind::Title, "Farmer")], Head::Last);
        let (rarest, unknown) = (3.0_f32.ln(), UNKNOWN * 3.0_f32.ln());
        assert_near(find_typed(&index, "baker qqqq").understood, rarest / (rarest + unknown));
        assert_near(find_typed(&index, "baker farmer").understood, 1.0);
        assert_near(find_typed(&index, "qqqq").understood, 0.0);
    }

    #[test]
    fn where_the_first_word_says_what_somebody_is_a_later_one_only_narrows_it() {
        let names = [(Kind::Title, "tecnico agricola"), (Kind::Title, "agricola tecnico")];
        let index = build_index(&names, Head::First);
        let (first, aside) = (find_scored(&index, "tecnico", 0), find_scored(&index, "tecnico", 1));
        let often = |times: f32| OFTEN * times / (times + HALF);
        assert_near(first.score - aside.score, HEAD + BEGUN + often(1.0) - often(ASIDE));
    }
}
