//! The careers of a catalogue that stay when others are put on top of it.

use super::Parts;
use crate::model::catalogue::Family;
use crate::model::{Career, CareerId, CareerWords, Catalogue};
use std::collections::BTreeMap;

/// What stays, by id; nothing where a catalogue stands alone.
#[derive(Default)]
pub struct BaseCareers<'c> {
    below: Option<&'c Catalogue>,
    places: BTreeMap<&'c str, CareerId>,
}

impl<'c> BaseCareers<'c> {
    /// The careers whose id stays.
    pub fn new(below: &'c Catalogue, stays: impl Fn(&str) -> bool) -> Self {
        let places = below.iter().map(|(place, career)| (career.id.as_str(), place)).filter(|(id, _)| stays(id));
        Self { below: Some(below), places: places.collect() }
    }

    /// Their ids.
    pub fn ids(&self) -> impl Iterator<Item = &'c str> {
        self.places.keys().copied()
    }

    /// Their titles in small letters, with their ids.
    pub fn titles(&self) -> impl Iterator<Item = (String, &'c str)> {
        let career = |place: &CareerId| self.below.map(|below| below.get(*place));
        self.places.values().filter_map(career).map(|career| (career.title.to_lowercase(), career.id.as_str()))
    }

    /// The families of the catalogue below.
    pub fn families(&self) -> impl Iterator<Item = Family> {
        self.below.into_iter().flat_map(|below| below.families().iter().cloned())
    }

    /// A career and its words with the new places of all that it names; `own` families stand before its own.
    pub fn career(
        &self,
        id: &str,
        own: u16,
        ids: &BTreeMap<String, CareerId>,
    ) -> (Option<Career>, Option<CareerWords>) {
        let Some((below, place)) = self.below.zip(self.places.get(id)) else { return (None, None) };

        let moved = |places: &[CareerId]| -> Vec<CareerId> {
            places.iter().filter_map(|place| ids.get(&below.get(*place).id).copied()).collect()
        };
        let mut career = below.get(*place).clone();
        let mut words = below.words(*place).as_ref().clone();
        career.family += own;
        career.arrive_from = moved(&career.arrive_from);
        career.rungs = moved(&career.rungs);
        career.meanwhile = moved(&career.meanwhile);
        career.figures.related = moved(&career.figures.related);
        words.path.next = moved(&words.path.next);

        (Some(career), Some(words))
    }
}

/// A rung, or work to do meanwhile, that was replaced by what cannot be started within weeks is none any more.
pub fn let_go_of_later_rungs(parts: &mut Parts, own: u16) {
    let starts = |career: &Career| career.starts_within_weeks() && !career.is_later_step();
    let startable: Vec<bool> = parts.careers.iter().map(starts).collect();
    let stays = |job: &CareerId| startable.get(job.index()).copied().unwrap_or_default();

    for career in parts.careers.iter_mut().filter(|career| career.family >= own) {
        career.rungs.retain(stays);
        career.meanwhile.retain(stays);
    }
}
