//! English names: those that are shown, those that people say every day, and those that are only searched.

use super::asked::split_brackets;
use super::everyday::{self, Everyday};
use super::hit::Candidate;
use super::index::{Collected, Index, Kind};
use super::language::Head;
use crate::model::catalogue::name_hidden_list;
use crate::model::{Career, CareerId, Catalogue};
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Mutex, PoisonError};

/// Careers that share a word from which on it opens a choice.
const SHARED: usize = 4;
/// Bytes of all names of a career, about.
const BYTES: usize = 1400;

/// The English names.
#[derive(Debug)]
pub(super) struct English {
    pub(super) index: Index,
    pub(super) everyday: Everyday,
    /// Careers that name a word as what somebody is, last in a name that is shown, by word.
    shared: BTreeMap<String, Vec<CareerId>>,
    /// Lists of names that are only searched, read to show one of them.
    shown: Mutex<BTreeMap<String, List>>,
    /// Names that were shown, by their places: the next key finds most of them again.
    written: Mutex<BTreeMap<usize, String>>,
}

/// A list of names that are only searched, and where in it those of each career are.
#[derive(Debug)]
struct List {
    text: String,
    of_code: BTreeMap<String, Range<usize>>,
}

impl List {
    /// A line a career: its code, then its names, with bars and a tab between.
    fn new(text: String) -> Self {
        let mut of_code = BTreeMap::new();
        let mut start = 0;

        for line in text.split_inclusive('\n') {
            let end = start + line.len();
            if let Some((code, _)) = line.split_once('\t') {
                of_code
                    .entry(code.to_string())
                    .or_insert(start + code.len()..start + line.trim_end_matches('\n').len());
            }
            start = end;
        }

        Self { text, of_code }
    }

    /// The names of a career, with bars and tabs between.
    fn names(&self, code: &str) -> &str {
        self.of_code.get(code).map_or("", |at| &self.text[at.clone()])
    }
}

/// All names of a career in the order of the index.
fn list_names<'n>(
    id: CareerId,
    career: &'n Career,
    everyday: &'n Everyday,
    hidden: &'n str,
) -> impl Iterator<Item = (Kind, &'n str)> {
    let also = (0..u8::MAX).zip(&career.also).map(|(at, name)| (Kind::Also(at), name.as_str()));
    let said = career.found_as.iter().map(String::as_str).chain(everyday.names(id)).map(|name| (Kind::Said, name));
    let hidden = hidden.split(['\t', '|']).filter(|name| !name.is_empty()).flat_map(|name| {
        let parts = split_brackets(name).into_iter().flatten().filter(|part| part.len() > 1);
        std::iter::once(name).chain(parts).map(|name| (Kind::Hidden, name))
    });

    std::iter::once((Kind::Title, career.title.as_str())).chain(also).chain(said).chain(hidden)
}

impl English {
    pub(super) fn new(catalogue: &Catalogue) -> Self {
        let everyday = Everyday::read(&catalogue.names("everyday"), catalogue);
        let (mut name, mut list) = (String::new(), List::new(String::new()));
        let mut collected = Collected::with_capacity(catalogue.len() * BYTES, Head::Last);
        let mut shared: BTreeMap<String, Vec<CareerId>> = BTreeMap::new();

        for (id, career) in catalogue.iter() {
            // careers stand in order of id, so that each list is read once for all careers that share it
            if name != name_hidden_list(&career.id) {
                name = name_hidden_list(&career.id);
                list = List::new(catalogue.names(&name));
            }

            for (kind, name) in list_names(id, career, &everyday, list.names(&career.id)) {
                collected.add(id.0, kind, name);
            }

            for name in std::iter::once(&career.title).chain(&career.also) {
                let careers = shared.entry(everyday::find_last_word(name)).or_default();
                // its names come one after another, so that a look at the last career is enough
                if careers.last() != Some(&id) {
                    careers.push(id);
                }
            }
        }

        shared.retain(|_, careers| careers.len() >= SHARED);
        Self { index: collected.build(), everyday, shared, shown: Mutex::default(), written: Mutex::default() }
    }

    /// What kind of name a career was found by, and how it is written.
    pub(super) fn find_name(&self, found: Candidate, catalogue: &Catalogue) -> (Kind, String) {
        let (name, career) = (found.scored.name, catalogue.get(found.career));
        let kind = self.index.kind(name);
        let known = match kind {
            Kind::Title => Some(&career.title),
            Kind::Also(at) => career.also.get(usize::from(at)),
            Kind::Said | Kind::Hidden => None,
        };
        if let Some(text) = known {
            return (kind, text.clone());
        }

        let mut written = self.written.lock().unwrap_or_else(PoisonError::into_inner);
        let text = written.entry(name).or_insert_with(|| self.find_hidden_name(found, catalogue));
        (kind, text.clone())
    }

    /// How a name is written that is not one of a career's own.
    fn find_hidden_name(&self, found: Candidate, catalogue: &Catalogue) -> String {
        let career = catalogue.get(found.career);
        let mut shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
        let list =
            shown.entry(name_hidden_list(&career.id)).or_insert_with_key(|list| List::new(catalogue.names(list)));
        // how a name is written is not kept in the index: it is found again by its place among those of its career
        let mut all = list_names(found.career, career, &self.everyday, list.names(&career.id));
        all.nth(self.index.place_of(found.scored.name)).map(|(_, text)| text.to_string()).unwrap_or_default()
    }

    /// Careers among which a single word is a choice: many are called so, and not one alone is called nothing else.
    pub(super) fn find_choice(&self, catalogue: &Catalogue, key: &str) -> Option<Vec<CareerId>> {
        let careers = self.shared.get(key)?;
        if catalogue.careers().iter().any(|career| everyday::spell_key(&career.title) == key) {
            return None;
        }

        let shown = |id: &CareerId| {
            let career = catalogue.get(*id);
            std::iter::once(&career.title).chain(&career.also).any(|name| everyday::spell_key(name) == key)
        };
        let said = |id: &CareerId| self.everyday.names(*id).any(|name| everyday::spell_key(name) == key);

        let called = careers.iter().filter(|id| shown(id) || said(id)).count();
        (called != 1).then(|| super::sort_by_people(catalogue, careers))
    }
}
