//! All careers, and where their words are read from.

use super::career::{Career, CareerId, CareerWords};
use super::fingerprint;
use serde::{Deserialize, Serialize};
use std::fmt::Debug;
use std::sync::{Arc, OnceLock};

/// Where a career's words come from: packed bytes, or words already in memory.
pub trait ReadWords: Debug + Send + Sync {
    /// The words of one career; empty ones for an id outside the catalogue.
    fn read(&self, career: CareerId) -> Arc<CareerWords>;
}

/// Where names that are only searched are read from.
pub trait ReadNames: Debug + Sync {
    /// The lines of a list by its name, such as `de`; nothing where there is none.
    fn read(&self, list: &str) -> String;
}

impl ReadWords for Vec<Arc<CareerWords>> {
    fn read(&self, career: CareerId) -> Arc<CareerWords> {
        self.get(career.index()).cloned().unwrap_or_default()
    }
}

/// The list that has the English names which are only searched of a career with this code: a line a career, its code first,
/// for all careers whose codes begin alike, so that few are read to show one.
pub fn name_hidden_list(code: &str) -> String {
    format!("hidden-{}", code.get(..5).unwrap_or_default())
}

/// All careers that are ranked together.
#[derive(Debug)]
pub struct Catalogue {
    careers: Vec<Career>,
    families: Vec<Family>,
    words: Box<dyn ReadWords>,
    names: Option<&'static dyn ReadNames>,
    hash: OnceLock<u64>,
}

/// The careers of one file, a SOC major group in the shipped catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Family {
    /// The file's stem, e.g. `29-health`.
    pub key: String,
    /// Plain name.
    pub name: String,
}

impl Catalogue {
    /// A catalogue of checked careers in order of id; `families` are named by [`Career::family`].
    pub fn new(careers: Vec<Career>, families: Vec<Family>, words: Box<dyn ReadWords>) -> Self {
        Self { careers, families, words, names: None, hash: OnceLock::new() }
    }

    /// The same with names that are only searched; careers are found in them by id.
    pub fn with_names(self, names: Option<&'static dyn ReadNames>) -> Self {
        Self { names, ..self }
    }

    /// Where its names that are only searched are read from, to lend them to another catalogue.
    pub fn hidden_names(&self) -> Option<&'static dyn ReadNames> {
        self.names
    }

    /// A list of names that are only searched; nothing where there is none.
    pub fn names(&self, list: &str) -> String {
        self.names.map(|names| names.read(list)).unwrap_or_default()
    }

    /// Hash of what rankings depend on: ids, titles and ratings, career by career. Worked out once.
    pub fn hash(&self) -> u64 {
        *self.hash.get_or_init(|| {
            let texts = |career: &Career| [career.id.clone(), career.title.clone()];
            let bytes = |career: &Career| {
                // a byte after each text, so that "ab" and "c" are not "a" and "bc"
                let words = texts(career).into_iter().flat_map(|text| text.into_bytes().into_iter().chain([0]));
                words.chain(career.figures.ratings.clone()).collect::<Vec<u8>>()
            };

            fingerprint::hash_bytes(self.careers.iter().flat_map(bytes))
        })
    }

    /// All careers in order of id.
    pub fn careers(&self) -> &[Career] {
        &self.careers
    }

    /// All careers with their places.
    pub fn iter(&self) -> impl Iterator<Item = (CareerId, &Career)> {
        CareerId::first(self.careers.len()).zip(&self.careers)
    }

    /// One career.
    pub fn get(&self, id: CareerId) -> &Career {
        &self.careers[id.index()]
    }

    /// The career with this id as written in files, if there is one.
    pub fn find(&self, id: &str) -> Option<CareerId> {
        self.careers.binary_search_by(|career| career.id.as_str().cmp(id)).ok().and_then(CareerId::at)
    }

    /// The words of one career.
    pub fn words(&self, id: CareerId) -> Arc<CareerWords> {
        self.words.read(id)
    }

    /// The family a career belongs to.
    pub fn family(&self, id: CareerId) -> &Family {
        &self.families[usize::from(self.get(id).family)]
    }

    /// All families, by [`Career::family`].
    pub fn families(&self) -> &[Family] {
        &self.families
    }

    /// Pairs of a career and a published related one, both rated on all groups by themselves.
    pub fn related(&self) -> Vec<(CareerId, CareerId)> {
        let rated = |id: CareerId| !self.get(id).figures.estimated.values().contains(&true);
        let pairs = self.iter().flat_map(|(id, career)| career.figures.related.iter().map(move |other| (id, *other)));
        pairs.filter(|(one, other)| rated(*one) && rated(*other)).collect()
    }

    /// Number of careers.
    pub fn len(&self) -> usize {
        self.careers.len()
    }

    /// Whether there is no career at all.
    pub fn is_empty(&self) -> bool {
        self.careers.is_empty()
    }
}
