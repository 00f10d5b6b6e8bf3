//! A catalogue: the words and figures of all files together, linked by their ids.

mod base;
mod known;
mod startable;

use super::careers::{self, RawCareer};
use super::examples::CATALOGUE;
use super::figures::{self, RawFigures};
use super::wording::Wording;
use crate::diagnostics::document::Document;
use crate::diagnostics::shape::{Entry, Text};
use crate::diagnostics::{Problems, Source};
use crate::model::catalogue::Family;
use crate::model::{ByGroup, Career, CareerId, CareerWords, Catalogue, FigureSource, Figures, Hired, Scales};
use base::BaseCareers;
use known::Known;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The most careers, and the most files with those of a catalogue below: ranks are counted from 1 and one past the last.
const MOST: usize = u16::MAX as usize - 1;

/// How much a catalogue must hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// The shipped one: every text of every career.
    Complete,
    /// A person's own: `job` and `path` may be left out.
    Own,
}

/// A career's words before they are linked, with the file they are from.
struct Words<'s> {
    source: &'s Source,
    entry: Entry<RawCareer>,
    words: CareerWords,
}

/// A career's figures before they are linked.
struct Numbers<'s> {
    source: &'s Source,
    entry: Entry<RawFigures>,
    figures: Figures,
}

/// Careers, families and words before they become a [`Catalogue`], for packing.
#[derive(Debug, Default)]
pub struct Parts {
    /// All careers in order of id.
    pub careers: Vec<Career>,
    /// The families that careers name.
    pub families: Vec<Family>,
    /// Words by career.
    pub words: Vec<CareerWords>,
}

impl From<Parts> for Catalogue {
    fn from(parts: Parts) -> Self {
        Self::new(parts.careers, parts.families, Box::new(parts.words.into_iter().map(Arc::new).collect::<Vec<_>>()))
    }
}

/// The checked catalogue of all files; each may hold `[[career]]` and `[[figures]]` entries.
///
/// # Errors
/// Every problem of every file.
pub fn read_catalogue(sources: &[Source], extent: Extent, scales: &Scales) -> Result<Parts, Problems> {
    read_sources(sources, extent, Around::default(), scales)
}

/// A person's own catalogue, in which figures may be like those of a shipped career.
///
/// # Errors
/// Every problem of every file.
pub fn read_own_catalogue(sources: &[Source], shipped: &Catalogue, scales: &Scales) -> Result<Parts, Problems> {
    read_sources(sources, Extent::Own, Around { models: Some(shipped), below: None }, scales)
}

/// A catalogue with the careers of these files on top: one with an id that is there takes its place, and they may name
/// those that are there.
///
/// # Errors
/// Every problem of every file.
pub fn read_addition(sources: &[Source], below: &Catalogue, scales: &Scales) -> Result<Parts, Problems> {
    read_sources(sources, Extent::Own, Around { models: Some(below), below: Some(below) }, scales)
}

/// Careers that are there already.
#[derive(Clone, Copy, Default)]
struct Around<'c> {
    /// Those that figures may be like.
    models: Option<&'c Catalogue>,
    /// Those that stay beside the ones that are read.
    below: Option<&'c Catalogue>,
}

fn read_sources(sources: &[Source], extent: Extent, around: Around<'_>, scales: &Scales) -> Result<Parts, Problems> {
    let mut problems = Problems::default();
    let mut wording = Wording::new(extent == Extent::Complete);
    let (mut words, mut numbers) = (BTreeMap::new(), BTreeMap::new());
    let mut families = Vec::new();

    for source in sources {
        let mut document = Document::parse(source, &mut problems).with_examples(CATALOGUE);
        let family = document.read_optional::<String>("family", &mut problems).map(|entry| entry.value);
        let key = source.stem().to_string();
        families.push(Family { name: family.unwrap_or_else(|| key.clone()), key });

        for entry in document.read_list::<RawCareer>("career", &mut problems) {
            let read = careers::check_career(source, &entry, extent == Extent::Complete, &mut wording, &mut problems);
            let id = entry.value.id.clone();
            let added = words.insert(id.get_ref().clone(), Words { source, entry, words: read });
            report_twice(source, &id, added.map(|w| (w.source, w.entry.value.id)), &mut problems);
        }

        for entry in document.read_list::<RawFigures>("figures", &mut problems) {
            if extent == Extent::Complete {
                figures::check_source(source, &entry, &mut problems);
            }
            let figures = figures::check_figures(source, &entry, scales, around.models, &mut problems);
            let id = entry.value.id.clone();
            let added = numbers.insert(id.get_ref().clone(), Numbers { source, entry, figures });
            report_twice(source, &id, added.map(|n| (n.source, n.entry.value.id)), &mut problems);
        }

        document.finish(&["family", "career", "figures"], &mut problems);
    }

    let parts = link(sources, families, words, numbers, around, &mut problems);
    problems.or(parts)
}

fn report_twice(source: &Source, id: &Text, earlier: Option<(&Source, Text)>, problems: &mut Problems) {
    if let Some((other, first)) = earlier {
        let line = other.line(first.span().start);
        let what = format!("the id '{}' is used twice, first at {}:{line}", id.get_ref(), other.name);
        problems.add(source, id.span(), what, "give each career its own id");
    }
}

fn link(
    sources: &[Source],
    families: Vec<Family>,
    mut words: BTreeMap<String, Words<'_>>,
    mut numbers: BTreeMap<String, Numbers<'_>>,
    around: Around<'_>,
    problems: &mut Problems,
) -> Parts {
    // where entries could not be read it would be wrong to say that none is there
    if words.is_empty()
        && problems.is_empty()
        && let Some(source) = sources.first()
    {
        problems.add(source, 0..0, "no career is there", "add [[career]] and [[figures]] entries");
    }

    let kept = around.below.map(|below| BaseCareers::new(below, |id| !words.contains_key(id))).unwrap_or_default();
    let mut names: Vec<String> = words.keys().cloned().chain(kept.ids().map(str::to_string)).collect();
    names.sort_unstable();
    let own = families.len();
    let families: Vec<Family> = families.into_iter().chain(kept.families()).collect();

    report_too_many(sources, "careers", names.len(), problems);
    report_too_many(sources, "files", families.len(), problems);
    let Some(own) = u16::try_from(own).ok().filter(|_| names.len().max(families.len()) <= MOST) else {
        return Parts::default();
    };

    let ids: BTreeMap<String, CareerId> = names.iter().cloned().zip(CareerId::first(names.len())).collect();
    let known = Known { ids: &ids, models: around.models };
    check_titles(&words, &kept, problems);
    let mut parts = Parts { families, ..Parts::default() };
    let mut steps = Vec::new();

    for id in names {
        let Some(mut read) = words.remove(&id) else {
            let (career, words) = kept.career(&id, own, &ids);
            parts.careers.extend(career);
            parts.words.extend(words);
            continue;
        };

        let found = numbers.remove(&id);
        if found.is_none() {
            let text = &read.entry.value.id;
            let what = format!("'{id}' has words but no figures");
            let remedy = format!(
                "add [[figures]] with id = \"{id}\" and all ratings, or like = \"51-3011.00\" to take them over"
            );
            problems.add(read.source, text.span(), what, remedy);
        }

        let family = (0..own).zip(sources).find(|(_, source)| source.name == read.source.name);
        let family = family.map(|(place, _)| place).unwrap_or_default();
        steps.extend(read.entry.value.job.iter().flat_map(|job| startable::collect_steps(read.source, job, &ids)));
        parts.careers.push(build_career(&mut read, found, family, known, problems));
        parts.words.push(read.words);
    }

    for (id, left) in numbers {
        let text = &left.entry.value.id;
        let what = format!("'{id}' has figures but no words");
        problems.add(left.source, text.span(), what, "add [[career]] with this id");
    }

    startable::check_steps(steps, &parts, problems);
    // nobody here wrote the rungs of the catalogue below, so that those which lead nowhere now go without a word
    base::let_go_of_later_rungs(&mut parts, own);
    parts
}

/// Notes more careers, or files of them, than there are numbers for.
fn report_too_many(sources: &[Source], of_what: &str, count: usize, problems: &mut Problems) {
    if let Some(source) = sources.first().filter(|_| count > MOST) {
        let what = format!("{count} {of_what}; there can be {MOST} at most");
        problems.add(source, 0..0, what, "take some out, or make several catalogues of them");
    }
}

fn check_titles(words: &BTreeMap<String, Words<'_>>, kept: &BaseCareers<'_>, problems: &mut Problems) {
    let mut seen: BTreeMap<String, &str> = kept.titles().collect();
    for (id, read) in words {
        let title = &read.entry.value.title;
        if let Some(other) = seen.insert(title.get_ref().to_lowercase(), id) {
            let what = format!("the title '{}' is also that of '{other}'", title.get_ref());
            problems.add(read.source, title.span(), what, "give each career a title of its own");
        }
    }
}

fn build_career(
    read: &mut Words<'_>,
    found: Option<Numbers<'_>>,
    family: u16,
    known: Known<'_>,
    problems: &mut Problems,
) -> Career {
    let raw = &read.entry.value;
    let mut linked = |source: &Source, names: &[Text]| -> Vec<CareerId> {
        names.iter().filter_map(|name| known.find(source, name, &raw.id, problems)).collect()
    };

    let arrive_from = linked(read.source, &raw.arrive_from);
    let rungs = raw.job.as_ref().map(|job| linked(read.source, &job.rung)).unwrap_or_default();
    let meanwhile = raw.job.as_ref().map(|job| linked(read.source, &job.meanwhile)).unwrap_or_default();
    read.words.path.next = raw.path.as_ref().map(|path| linked(read.source, &path.next)).unwrap_or_default();
    let mut figures = found.map_or_else(empty_figures, |numbers| {
        let mut figures = numbers.figures;
        figures.related = linked(numbers.source, &numbers.entry.value.related);
        figures
    });

    let hiring = raw.job.as_ref().and_then(|job| careers::read_hiring(read.source, job, problems));
    if hiring.is_some_and(|hiring| hiring.hired == Hired::Weeks) && figures.allow_hiring_within_weeks() == Some(false) {
        let span = raw.job.as_ref().and_then(|job| job.hired.as_ref()).map_or(0..0, toml::Spanned::span);
        let what = "the figures ask for more than beginners within weeks can have";
        let remedy = "write \"months\" or \"years\", or correct the figures (at most a certificate, and no experience)";
        problems.add(read.source, span, what, remedy);
    }

    figures.related.truncate(10);
    Career {
        id: raw.id.get_ref().clone(),
        title: raw.title.get_ref().clone(),
        also: raw.also.iter().map(|name| name.get_ref().clone()).collect(),
        found_as: raw.found_as.iter().map(|name| name.get_ref().clone()).collect(),
        family,
        arrive_from,
        rungs,
        meanwhile,
        hiring,
        own_business: raw.path.as_ref().map(|path| path.own_business),
        figures,
    }
}

/// Stands in for missing figures until the problem is reported.
fn empty_figures() -> Figures {
    let ratings = vec![0; crate::model::SCALE_COUNT];
    let (zone, education, experience, training) = (None, None, None, None);
    let (context, pay, outlook, isco, related) = (None, None, None, Vec::new(), Vec::new());
    Figures {
        zone,
        education,
        experience,
        training,
        ratings,
        estimated: ByGroup::from_value(false),
        context,
        pay,
        outlook,
        isco,
        related,
        source: FigureSource::Published,
        like: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_careers_than_there_are_numbers_for_are_named() {
        let source = Source::new("many.toml", "");
        let mut problems = Problems::default();
        report_too_many(std::slice::from_ref(&source), "careers", MOST, &mut problems);
        assert!(problems.is_empty());

        report_too_many(&[source], "careers", 70_000, &mut problems);
        let said = problems.render(false);
        assert!(said.contains("70000 careers; there can be 65534 at most"), "{said}");
    }
}
