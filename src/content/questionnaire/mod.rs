//! A questionnaire file: parts, questions, pairs, and the unscored questions around them.

mod careers;
mod columns;
mod covariance;
mod raw;
mod unscored;
mod words;

pub use careers::check as check_activities;

use super::scales::find_scale;
use super::wording::check_characters;
use crate::diagnostics::document::Document;
use crate::diagnostics::shape::{Entry, Examples, Text};
use crate::diagnostics::{Problems, Source, is_stand_in, suggest};
use crate::model::{Choice, Loading, Pair, PairSide, Part, PartId, Question, Questionnaire, Scales, hash_texts};
use raw::{RawPair, RawPart, RawQuestion, RawSide};
use std::collections::{BTreeMap, BTreeSet};

/// How fields of an entry are written, for where they are missing.
const EXAMPLES: Examples = &[
    ("id", "id = \"enjoy-mend-chair\""),
    ("part", "part = \"enjoy\", the id of a [[part]]"),
    ("text", "text = \"Mend a chair\""),
    ("loads", "loads = { \"interests.realistic\" = 0.6 }"),
    ("usual", "usual = 3.0, what people in general answer"),
    ("title", "title = \"What do you enjoy doing?\""),
    ("intro", "intro = \"There are no right answers.\""),
    ("prompt", "prompt = \"Would you enjoy doing this?\""),
    ("choices", "choices = [{ value = 1, label = \"No\" }, { value = 5, label = \"Yes\" }]"),
    ("quota", "quota = { quick = 3, standard = 6, full = 9 }"),
];

const KEYS: [&str; 17] = [
    "condition",
    "evidence",
    "id",
    "no_activity",
    "part",
    "question",
    "pair",
    "situation",
    "goal",
    "leave",
    "slider",
    "outcome",
    "limit",
    "words",
    "job_or_career",
    "covariance",
    "note",
];

/// The checked questionnaire; its loadings name scales of `scales`.
///
/// # Errors
/// Every problem of the file.
pub fn read_questionnaire(source: &Source, scales: &Scales) -> Result<Questionnaire, Problems> {
    let mut problems = Problems::default();
    let found = read_parts(source, scales, &mut problems);
    problems.or(found)
}

fn read_parts(source: &Source, scales: &Scales, problems: &mut Problems) -> Questionnaire {
    let mut document = Document::parse(source, problems).with_examples(EXAMPLES);
    let id = document.read_value::<String>("id", problems).map(|entry| entry.value).unwrap_or_default();
    let raw_parts = document.read_list::<RawPart>("part", problems);
    let raw_questions = document.read_list::<RawQuestion>("question", problems);
    let raw_pairs = document.read_list::<RawPair>("pair", problems);
    let unscored = unscored::read_unscored(source, &mut document, scales, problems);
    let words = words::read_step_words(source, &mut document, problems);
    let alone = document.read_optional::<bool>("job_or_career", problems).is_some_and(|entry| !entry.value);
    let learnt = document.read_optional("covariance", problems);
    // Whose careers these are is known beside a catalogue only: see `careers::check`.
    document.read_optional::<Vec<String>>("no_activity", problems);
    document.finish(&KEYS, problems);

    if problems.is_empty() && (raw_parts.is_empty() || raw_questions.is_empty()) {
        problems.add(source, 0..0, "no part or no question is there", "add [[part]] and [[question]] entries");
    }

    check_unique(source, raw_parts.iter().map(|entry| &entry.value.id), problems);
    let ids = raw_questions.iter().map(|entry| &entry.value.id).chain(raw_pairs.iter().map(|entry| &entry.value.id));
    check_unique(source, ids, problems);
    columns::check_questions(source, raw_questions.iter().map(|entry| &entry.value.id), &unscored.conditions, problems);
    report_too_many(source, "parts", raw_parts.len(), u8::MAX.into(), problems);
    report_too_many(source, "questions", raw_questions.len(), u16::MAX.into(), problems);

    let parts: Vec<Part> = raw_parts.into_iter().map(|entry| read_part(source, entry, problems)).collect();
    let questions: Vec<Question> = raw_questions
        .into_iter()
        .filter_map(|entry| read_question(source, entry.value, &parts, scales, problems))
        .collect();
    let pairs = raw_pairs.into_iter().map(|entry| read_pair(source, entry.value, scales, problems)).collect();
    let covariance = learnt.and_then(|entry| covariance::check_covariance(source, entry, &questions, problems));

    let hash = hash_texts(questions.iter().flat_map(|q| [q.id.as_str(), q.text.as_str()]));
    Questionnaire { id, hash, parts, questions, pairs, words, alone, covariance, ..unscored }
}

/// Notes more entries than their ids can tell apart.
fn report_too_many(source: &Source, of_what: &str, count: usize, most: usize, problems: &mut Problems) {
    if count > most {
        let what = format!("{count} {of_what}; there can be {most} at most");
        problems.add(source, 0..0, what, "take some out, or make several questionnaires of it");
    }
}

/// Notes ids that are not kebab case or stand twice, naming both places.
fn check_unique<'t>(source: &Source, ids: impl Iterator<Item = &'t Text>, problems: &mut Problems) {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for id in ids {
        let name = id.get_ref().as_str();
        let fine = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if name.is_empty() || !name.chars().all(fine) {
            let what = format!("the id '{name}' is not in kebab case");
            problems.add(source, id.span(), what, "use small letters, digits and '-'");
        }

        if let Some(first) = seen.insert(name, source.line(id.span().start)) {
            let what = format!("the id '{name}' is used twice, first on line {first}");
            problems.add(source, id.span(), what, "give each its own id");
        }
    }
}

fn read_part(source: &Source, entry: Entry<RawPart>, problems: &mut Problems) -> Part {
    let raw = entry.value;
    let mut values = BTreeSet::new();
    for choice in &raw.choices {
        let value = *choice.value.get_ref();
        if value > 5 || !values.insert(value) {
            let what = format!("the value {value} is above 5 or there twice");
            problems.add(source, choice.value.span(), what, "use 1 to 5, and 0 for 'never had the chance'");
        }
        check_characters(source, "label", &choice.label, problems);
    }

    if values.iter().filter(|value| **value > 0).count() < 2 {
        problems.add(source, raw.id.span(), "fewer than two choices from 1 to 5", "add choices to tell people apart");
    }

    let choices = raw.choices.into_iter();
    Part {
        id: raw.id.into_inner(),
        title: raw.title.into_inner(),
        intro: raw.intro.into_inner(),
        prompt: raw.prompt.into_inner(),
        choices: choices.map(|c| Choice { value: c.value.into_inner(), label: c.label.into_inner() }).collect(),
        quota: raw.quota.by_length(),
    }
}

fn read_question(
    source: &Source,
    raw: RawQuestion,
    parts: &[Part],
    scales: &Scales,
    problems: &mut Problems,
) -> Option<Question> {
    for (name, text) in
        [("text", Some(&raw.text)), ("example", raw.example.as_ref()), ("example_work", raw.example_work.as_ref())]
    {
        if let Some(text) = text {
            check_characters(source, name, text, problems);
        }
    }

    let place = parts.iter().position(|part| part.id == *raw.part.get_ref());
    if place.is_none() {
        let near = suggest(raw.part.get_ref(), parts.iter().map(|part| part.id.as_str()));
        let remedy = near.map_or("add the part first".to_string(), |near| format!("did you mean '{near}'?"));
        problems.add(source, raw.part.span(), format!("unknown part '{}'", raw.part.get_ref()), remedy);
    }

    if !(1.0..=5.0).contains(raw.usual.get_ref()) {
        let what = format!("the usual answer {} is outside 1 to 5", raw.usual.get_ref());
        problems.add(source, raw.usual.span(), what, "write what people in general answer, 3 if you do not know");
    }

    let loads = read_loadings(source, &raw.id, raw.loads, scales, problems);
    let explained: f64 = loads.iter().map(|loading| loading.weight * loading.weight).sum();
    // even where scales explain all of an answer, some chance is left in it
    let noise = raw.noise.as_ref().map_or((1.0 - explained).max(0.05), |noise| *noise.get_ref());
    if !noise.is_finite() || noise <= 0.0 {
        let span = raw.noise.map_or(0..0, |noise| noise.span());
        problems.add(source, span, format!("the noise {noise} is no number above 0"), "write a variance such as 0.5");
    }

    let text_hash = hash_texts([raw.text.get_ref().as_str()]);
    let hash = hash_meaning(raw.text.get_ref(), &parts.get(place?)?.choices);
    careers::check_count(source, &raw.id, &raw.careers, problems);

    Some(Question {
        id: raw.id.into_inner(),
        part: PartId(u8::try_from(place?).ok()?),
        text: raw.text.into_inner(),
        example: raw.example.map(Text::into_inner),
        example_work: raw.example_work.map(Text::into_inner),
        loads,
        usual: raw.usual.into_inner(),
        noise,
        careers: raw.careers.into_iter().map(Text::into_inner).collect(),
        hash,
        text_hash,
    })
}

/// Hash of what an answer means: the question's text, and each value with its label, in whatever order they stand.
fn hash_meaning(text: &str, choices: &[Choice]) -> u64 {
    let mut labels: Vec<(String, &str)> =
        choices.iter().map(|choice| (choice.value.to_string(), choice.label.as_str())).collect();
    labels.sort_unstable();
    let choices = labels.iter().flat_map(|(value, label)| [value.as_str(), label]);
    hash_texts(std::iter::once(text).chain(choices))
}

fn read_loadings(
    source: &Source,
    id: &Text,
    raw: raw::RawLoads,
    scales: &Scales,
    problems: &mut Problems,
) -> Vec<Loading> {
    if raw.0.is_empty() {
        let what = format!("'{}' tells about no scale", id.get_ref());
        problems.add(source, id.span(), what, "write loads = { \"interests.realistic\" = 0.7 }");
    }

    let mut found = Vec::new();
    for (name, weight) in raw.0 {
        if is_stand_in(&weight.span()) {
            continue;
        }

        let value = *weight.get_ref();
        if value == 0.0 || !(-1.0..=1.0).contains(&value) {
            let what = format!("the loading {value} is not between -1 and 1, or is 0");
            problems.add(source, weight.span(), what, "use 0.75 for a clear sign, negative for a reversed question");
        }
        found.extend(find_scale(source, &name, scales, problems).map(|scale| Loading { scale, weight: value }));
    }
    found
}

fn read_pair(source: &Source, raw: RawPair, scales: &Scales, problems: &mut Problems) -> Pair {
    let hash = hash_texts([raw.text.get_ref().as_str(), raw.a.text.get_ref(), raw.b.text.get_ref()]);
    let mut side = |side: RawSide| {
        check_characters(source, "text", &side.text, problems);
        let loads = read_loadings(source, &side.text, side.loads, scales, problems);
        PairSide { text: side.text.into_inner(), loads }
    };

    let (a, b) = (side(raw.a), side(raw.b));
    Pair { id: raw.id.into_inner(), text: raw.text.into_inner(), a, b, hash }
}
