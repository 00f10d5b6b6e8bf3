//! One entry read into its shape. Serde stops at the first mistake of a table; here the mistake is noted, something that fits
//! is put in its place, and reading begins again, until every mistake of the entry is named.

use super::problem::{Problems, STAND_IN, Source};
use super::serde_words::{explain_message, find_wanted, list_choices};
use super::suggest::suggest;
use serde::Deserialize;
use serde::de::{DeserializeOwned, IntoDeserializer};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Error};

/// By field how it is written: shown where the field is missing.
pub type Examples = &'static [(&'static str, &'static str)];

/// An entry and where it stands.
pub struct Entry<T> {
    /// The entry's shape.
    pub value: T,
    /// Bytes of its header.
    pub span: Range<usize>,
}

/// A text with its place, as it stands in a raw shape.
pub type Text = Spanned<String>;

/// Deserialises a list that may be written as one table of name and value, keeping the places of both.
#[derive(Debug, Default, Deserialize)]
#[serde(transparent)]
pub struct Named<V>(pub std::collections::BTreeMap<Text, Spanned<V>>);

/// So many mistakes of one entry are named at the most.
const MAX_MISTAKES: usize = 40;

/// What may stand in for a value of unknown kind, tried in this order.
const STAND_INS: [&str; 6] = ["\"-\"", "1", "1.5", "true", "[]", "{}"];

/// The entry in its shape, and a note for each of its mistakes. An entry with mistakes comes back too, with values that
/// stand in for the wrong ones, so that its other values are checked; `None` where nothing fits.
pub fn read_shape<T: DeserializeOwned>(
    source: &Source,
    mut value: Spanned<DeValue<'_>>,
    examples: Examples,
    problems: &mut Problems,
) -> Option<Entry<T>> {
    let span = value.span();
    for _ in 0..MAX_MISTAKES {
        let error = match T::deserialize(value.clone().into_deserializer()) {
            Ok(shape) => return Some(Entry { value: shape, span }),
            Err(error) => error,
        };

        report_error(source, &value, &error, &span, examples, problems);
        if !mend::<T>(&mut value, &error) {
            return None;
        }
    }
    None
}

fn report_error(
    source: &Source,
    value: &Spanned<DeValue<'_>>,
    error: &Error,
    entry: &Range<usize>,
    examples: Examples,
    problems: &mut Problems,
) {
    let at = error.span().unwrap_or_else(|| entry.clone());
    let remedy = suggest_remedy(value, error.message(), &at, examples);
    problems.add(source, at, explain_message(error.message()), remedy);
}

/// What to do about an error in serde's words.
fn suggest_remedy(value: &Spanned<DeValue<'_>>, what: &str, at: &Range<usize>, examples: Examples) -> String {
    // serde puts names between backticks: every second piece is one, and the first of them is the wrong one
    let mut quoted = what.split('`').skip(1).step_by(2);
    let named = quoted.next().unwrap_or_default();

    if what.starts_with("missing field") {
        return match find_example(examples, named) {
            Some(example) => format!("add it to this entry, for example: {example}"),
            None => format!("add '{named} = ...' to this entry"),
        };
    }

    let is_word = what.starts_with("unknown variant");
    if is_word || what.starts_with("unknown field") {
        return match suggest(named, quoted.clone()) {
            Some(near) => format!("did you mean '{near}'?"),
            None if is_word => list_choices(quoted),
            None => "correct the name, or take the line out".to_string(),
        };
    }

    match find_dotted_name(value, at) {
        Some(name) => format!("put quotes around a name with a dot in it: \"{name}\" = ..."),
        None => {
            let wanted = find_wanted(what).unwrap_or_else(|| "write what is expected".to_string());
            let example = find_field(value, at).and_then(|field| find_example(examples, &field));
            // one example is enough
            let kind = wanted.split(" (such as").next().unwrap_or(&wanted);
            example.map_or_else(|| wanted.clone(), |example| format!("{kind}, for example: {example}"))
        }
    }
}

fn find_example(examples: Examples, field: &str) -> Option<&'static str> {
    examples.iter().find(|(known, _)| *known == field).map(|(_, example)| *example)
}

/// The field whose value stands there.
fn find_field(value: &Spanned<DeValue<'_>>, at: &Range<usize>) -> Option<String> {
    match value.get_ref() {
        DeValue::Table(table) => table.iter().find_map(|(key, below)| {
            let here = (below.span() == *at).then(|| key.get_ref().to_string());
            here.or_else(|| find_field(below, at))
        }),
        DeValue::Array(items) => items.iter().find_map(|item| find_field(item, at)),
        _ => None,
    }
}

/// The name that was meant where `group.name = 0.7` without quotes made a table of `group`.
fn find_dotted_name(value: &Spanned<DeValue<'_>>, at: &Range<usize>) -> Option<String> {
    let inner = |table: &DeTable<'_>| {
        let (key, found) = table.iter().find(|(_, found)| found.span() == *at)?;
        let (name, _) = found.get_ref().as_table()?.iter().next()?;
        Some(format!("{}.{}", key.get_ref(), name.get_ref()))
    };

    match value.get_ref() {
        DeValue::Table(table) => {
            inner(table).or_else(|| table.iter().find_map(|(_, below)| find_dotted_name(below, at)))
        }
        DeValue::Array(items) => items.iter().find_map(|item| find_dotted_name(item, at)),
        _ => None,
    }
}

/// Puts something that fits in the place of the mistake; `false` where that cannot be.
fn mend<T: DeserializeOwned>(value: &mut Spanned<DeValue<'_>>, error: &Error) -> bool {
    let Some(span) = error.span() else { return false };
    let message = error.message();
    let named = message.split('`').nth(1).unwrap_or_default();
    if message.starts_with("unknown field") {
        // what is nearly a field is read as that one: it is not missing as well
        let near = suggest(named, message.split('`').skip(3).step_by(2));
        return near.is_some_and(|near| rename_key(value, &span, near)) || remove_key(value, &span);
    }

    let missing = message.starts_with("missing field");
    // taken from the end: first the word that serde names, if it does, then the simplest kinds of value
    let mut candidates: Vec<DeValue<'static>> =
        STAND_INS.iter().rev().filter_map(|text| DeValue::parse(text).ok()).map(Spanned::into_inner).collect();
    candidates.extend(find_first_variant(error));

    while let Some(candidate) = candidates.pop() {
        let mut tried = value.clone();
        let stand_in = Spanned::new(STAND_IN, candidate);
        let put =
            if missing { insert(&mut tried, &span, named, stand_in) } else { replace(&mut tried, &span, stand_in) };

        match T::deserialize(tried.clone().into_deserializer()) {
            // a text where a word is wanted is refused with the words that would be right
            Err(next) if is_at_stand_in(&next) => candidates.extend(find_first_variant(&next)),
            // an error elsewhere is for the next round: this place is mended
            _ if put => {
                *value = tried;
                return true;
            }
            _ => return false,
        }
    }
    // what nothing simple can stand in for may be left out, if the entry can do without it
    !missing && remove_value(value, &span)
}

/// The first of the words that would have been right, where only some words are.
fn find_first_variant(error: &Error) -> Option<DeValue<'static>> {
    let message = error.message();
    let of_words = message.starts_with("unknown variant");
    // in serde's words: unknown variant `x`, expected `a` or `b`
    let first = message.split('`').nth(3).filter(|_| of_words)?;

    Some(DeValue::String(first.to_string().into()))
}

/// Whether an error is about a value that stands in for another.
fn is_at_stand_in(error: &Error) -> bool {
    error.span().is_some_and(|span| span == STAND_IN)
}

/// Gives the key that stands there another name, if that one is free.
fn rename_key(value: &mut Spanned<DeValue<'_>>, at: &Range<usize>, name: &str) -> bool {
    match value.get_mut() {
        DeValue::Table(table) => {
            let key = table.keys().find(|key| key.span() == *at).map(|key| key.get_ref().to_string());
            let Some(key) = key.filter(|_| !table.contains_key(name)) else {
                return table.iter_mut().any(|(_, below)| rename_key(below, at, name));
            };

            let held = table.remove(key.as_str());
            held.is_some_and(|held| table.insert(Spanned::new(at.clone(), name.to_string().into()), held).is_none())
        }
        DeValue::Array(items) => items.iter_mut().any(|item| rename_key(item, at, name)),
        _ => false,
    }
}

/// Takes out the field whose value stands there.
fn remove_value(value: &mut Spanned<DeValue<'_>>, at: &Range<usize>) -> bool {
    match value.get_mut() {
        DeValue::Table(table) => {
            let key = table.iter().find(|(_, below)| below.span() == *at).map(|(key, _)| key.get_ref().to_string());
            key.is_some_and(|key| table.remove(key.as_str()).is_some())
                || table.iter_mut().any(|(_, below)| remove_value(below, at))
        }
        DeValue::Array(items) => items.iter_mut().any(|item| remove_value(item, at)),
        _ => false,
    }
}

/// Takes out the key that stands there.
fn remove_key(value: &mut Spanned<DeValue<'_>>, at: &Range<usize>) -> bool {
    match value.get_mut() {
        DeValue::Table(table) => {
            let key = table.keys().find(|key| key.span() == *at).map(|key| key.get_ref().to_string());
            key.is_some_and(|key| table.remove(key.as_str()).is_some())
                || table.iter_mut().any(|(_, below)| remove_key(below, at))
        }
        DeValue::Array(items) => items.iter_mut().any(|item| remove_key(item, at)),
        _ => false,
    }
}

/// Puts a value where the innermost one stands that has this place.
fn replace<'d>(value: &mut Spanned<DeValue<'d>>, at: &Range<usize>, stand_in: Spanned<DeValue<'d>>) -> bool {
    if let Some(inner) = list_children(value).into_iter().find(|child| holds(child, at)) {
        return replace(inner, at, stand_in);
    }

    if value.span() != *at {
        return false;
    }
    *value = stand_in;
    true
}

/// Adds a field to the innermost table that has this place.
fn insert<'d>(
    value: &mut Spanned<DeValue<'d>>,
    at: &Range<usize>,
    field: &str,
    stand_in: Spanned<DeValue<'d>>,
) -> bool {
    if let Some(inner) = list_children(value).into_iter().find(|child| child.get_ref().is_table() && holds(child, at)) {
        return insert(inner, at, field, stand_in);
    }

    match value.get_mut() {
        DeValue::Table(table) => {
            table.insert(Spanned::new(STAND_IN, field.to_string().into()), stand_in);
            true
        }
        _ => false,
    }
}

/// Whether this value or one inside it has this place.
fn holds(value: &Spanned<DeValue<'_>>, at: &Range<usize>) -> bool {
    value.span() == *at
        || match value.get_ref() {
            DeValue::Table(table) => table.iter().any(|(_, below)| holds(below, at)),
            DeValue::Array(items) => items.iter().any(|item| holds(item, at)),
            _ => false,
        }
}

fn list_children<'v, 'd>(value: &'v mut Spanned<DeValue<'d>>) -> Vec<&'v mut Spanned<DeValue<'d>>> {
    match value.get_mut() {
        DeValue::Table(table) => table.iter_mut().map(|(_, below)| below).collect(),
        DeValue::Array(items) => items.iter_mut().collect(),
        _ => Vec::new(),
    }
}
