//! Names in other languages than English, by ESCO concept.

use super::asked::Asked;
use super::find::{Held, Scored};
use super::hit::Candidate;
use super::index::{Collected, Index, Kind};
use super::language::Language;
use crate::model::{CareerId, Catalogue};
use std::sync::OnceLock;

/// What a name loses in a language that the person's computer does not speak, and for each one that more people speak.
const OTHER: f32 = 0.2;
const BEHIND: f32 = 0.02;
/// What each career loses that stands after another for the same concept.
const NEXT: f32 = 0.1;
/// What a concept's preferred title gains over its other names.
const PREFERRED: f32 = 0.2;

/// The languages, each read when it is first searched.
#[derive(Debug, Default)]
pub(super) struct Foreign {
    concepts: OnceLock<Vec<Vec<CareerId>>>,
    indexes: [OnceLock<Index>; 20],
}

impl Foreign {
    /// Reads the names of a language, whose owners are concepts.
    pub(super) fn read(&self, language: Language, catalogue: &Catalogue) -> &Index {
        self.indexes[language.index()].get_or_init(|| {
            let list = catalogue.names(language.letters());
            let mut collected = Collected::with_capacity(list.len(), language.head());
            split_names(&list).for_each(|(concept, kind, name)| collected.add(concept, kind, name));
            collected.build()
        })
    }

    /// Whether the names of a language were read.
    pub(super) fn is_read(&self, language: Language) -> bool {
        self.indexes[language.index()].get().is_some()
    }

    /// The careers of each concept, nearest first.
    fn read_concepts(&self, catalogue: &Catalogue) -> &[Vec<CareerId>] {
        self.concepts.get_or_init(|| {
            let careers = |line: &str| line.split(' ').filter_map(|code| catalogue.find(code)).collect();
            catalogue.names("concepts").lines().map(careers).collect()
        })
    }

    /// The careers that the person's own language has for what was typed.
    pub(super) fn find_own(
        &self,
        language: Language,
        catalogue: &Catalogue,
        typed: &str,
        held: &mut Held,
    ) -> Vec<Candidate> {
        self.find_candidates(language, catalogue, (typed, true), 0.0, held)
    }

    /// The careers that another language has for what was typed; `guess` supposes typos.
    pub(super) fn find_other(
        &self,
        language: Language,
        catalogue: &Catalogue,
        (typed, guess): (&str, bool),
        held: &mut Held,
    ) -> Vec<Candidate> {
        self.find_candidates(language, catalogue, (typed, guess), OTHER + BEHIND * language.index() as f32, held)
    }

    fn find_candidates(
        &self,
        language: Language,
        catalogue: &Catalogue,
        (typed, guess): (&str, bool),
        loss: f32,
        held: &mut Held,
    ) -> Vec<Candidate> {
        let index = self.read(language, catalogue);
        let concepts = self.read_concepts(catalogue);

        let mut ways = vec![typed.to_lowercase()];
        ways.extend(put_umlauts(&ways[0]));
        let found = ways.iter().flat_map(|way| index.find(&Asked::new(way, index), guess, held).scored);

        let careers = |scored: Scored| {
            let preferred = if index.kind(scored.name) == Kind::Title { PREFERRED } else { 0.0 };
            let careers = concepts.get(usize::from(scored.owner)).into_iter().flatten();
            careers.zip(0_u8..).map(move |(career, place)| {
                let score = scored.score + preferred - loss - NEXT * f32::from(place);
                Candidate { career: *career, language: Some(language), scored: Scored { score, ..scored } }
            })
        };

        found.flat_map(careers).collect()
    }
}

/// The names in a list with their concepts, preferred ones first.
pub(super) fn split_names<'n>(list: &'n str) -> impl Iterator<Item = (u16, Kind, &'n str)> {
    (0..u16::MAX).zip(list.lines()).flat_map(|(concept, line)| {
        let (preferred, other) = line.split_once('\t').unwrap_or((line, ""));
        let each = |names: &'n str, kind| {
            names.split('|').filter(|name| !name.is_empty()).map(move |name| (concept, kind, name))
        };
        each(preferred, Kind::Title).chain(each(other, Kind::Said))
    })
}

/// A German word typed without its dots: Baecker for Bäcker.
fn put_umlauts(typed: &str) -> Option<String> {
    let dotted = typed.replace("ae", "ä").replace("oe", "ö").replace("ue", "ü");
    (dotted != typed).then_some(dotted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped::load_shipped;
    use std::collections::BTreeSet;

    #[test]
    fn no_name_of_a_language_stands_twice_for_a_concept() {
        let catalogue = load_shipped().expect("the shipped data").catalogue;
        for language in Language::all() {
            let mut seen = BTreeSet::new();
            let list = catalogue.names(language.letters());
            let again = split_names(&list).find(|(concept, _, name)| !seen.insert((*concept, *name)));
            assert_eq!(again.map(|(_, _, name)| name), None, "{}", language.name());
        }
    }

    #[test]
    fn a_concepts_careers_come_one_after_another_and_a_language_that_few_speak_later() {
        let catalogue = load_shipped().expect("the shipped data").catalogue;
        let (foreign, mut held) = (Foreign::default(), Held::default());
        let (concept, careers) = foreign
            .read_concepts(&catalogue)
            .iter()
            .enumerate()
            .find(|(_, careers)| careers.len() > 1)
            .expect("some have two");
        let (one, other) = (careers[0], careers[1]);

        for (language, loss) in Language::all().map(|language| (language, OTHER + BEHIND * language.index() as f32)) {
            let list = catalogue.names(language.letters());
            let Some((_, _, name)) = split_names(&list).find(|name| usize::from(name.0) == concept) else { continue };
            let mut score = |career: CareerId, is_own: bool| {
                let found = if is_own {
                    foreign.find_own(language, &catalogue, name, &mut held)
                } else {
                    foreign.find_other(language, &catalogue, (name, false), &mut held)
                };
                let best = |scored: &Candidate| scored.scored.owner == u16::try_from(concept).expect("a concept");
                let of = found.into_iter().filter(|found| found.career == career).find(best);
                of.expect("it is found").scored.score
            };

            let near = |a: f32, b: f32| (a - b).abs() < 1e-4;
            assert!(near(score(one, true) - score(other, true), NEXT), "{}", language.name());
            assert!(near(score(one, false) - score(other, false), NEXT), "{}", language.name());
            assert!(near(score(one, true) - score(one, false), loss), "{}", language.name());
        }
    }
}
