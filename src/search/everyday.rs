//! Words that people say every day: names for a career, words that mean several, and work that no career covers.

use super::spelling::Spelled;
use crate::model::{CareerId, Catalogue};
use std::collections::BTreeMap;

/// What a word means that is no plain name.
#[derive(Debug)]
pub(super) enum Sense {
    /// Several careers share it.
    Choice(Vec<CareerId>),
    /// No career covers it.
    Missing {
        /// What to say.
        line: String,
        /// Careers near in kind.
        near: Vec<CareerId>,
    },
}

/// The words by what they mean.
#[derive(Debug, Default)]
pub(super) struct Everyday {
    names: BTreeMap<CareerId, Vec<String>>,
    senses: Vec<Sense>,
    /// Which sense each key has.
    keys: BTreeMap<String, usize>,
}

impl Everyday {
    /// Reads lines of kind, words, careers and a line to say; careers that the catalogue lacks are left out.
    pub(super) fn read(lines: &str, catalogue: &Catalogue) -> Self {
        let mut everyday = Self::default();
        for line in lines.lines() {
            let mut parts = line.split('\t');
            let [Some(kind), Some(words), Some(codes)] = [parts.next(), parts.next(), parts.next()] else { continue };
            let careers: Vec<CareerId> = codes.split(' ').filter_map(|code| catalogue.find(code)).collect();
            let words = words.split('|');

            match (kind, parts.next()) {
                ("name", _) => {
                    let names = words.map(str::to_string);
                    careers
                        .first()
                        .into_iter()
                        .for_each(|career| everyday.names.entry(*career).or_default().extend(names.clone()));
                }
                ("choice", _) if careers.len() > 1 => everyday.add_sense(words, Sense::Choice(careers)),
                ("missing", Some(line)) => {
                    everyday.add_sense(words, Sense::Missing { line: line.to_string(), near: careers });
                }
                _ => {}
            }
        }

        everyday
    }

    fn add_sense<'w>(&mut self, words: impl Iterator<Item = &'w str>, sense: Sense) {
        let place = self.senses.len();
        self.keys.extend(words.map(|word| (spell_key(word), place)));
        self.senses.push(sense);
    }

    /// Names of a career that are only searched.
    pub(super) fn names(&self, career: CareerId) -> impl Iterator<Item = &str> {
        self.names.get(&career).into_iter().flatten().map(String::as_str)
    }

    /// What these words mean where they are no plain name.
    pub(super) fn find_sense(&self, key: &str) -> Option<&Sense> {
        self.keys.get(key).and_then(|place| self.senses.get(*place))
    }
}

/// The words of a text in the one spelling, with blanks between.
pub(super) fn spell_key(text: &str) -> String {
    let spelled = Spelled::of(text);
    let words: Vec<&str> = spelled.words().iter().map(|word| &spelled.letters()[word.clone()]).collect();
    words.join(" ")
}

/// The last word of a text in the one spelling: what somebody is, which the other words only narrow.
pub(super) fn find_last_word(text: &str) -> String {
    let spelled = Spelled::of(text);
    spelled.words().last().map(|word| spelled.letters()[word.clone()].to_string()).unwrap_or_default()
}
