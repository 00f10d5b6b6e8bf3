//! A TOML document read entry by entry, so that one bad entry does not hide the problems of the next.

use super::problem::{Problems, Source, suggest};
use serde::Deserialize;
use serde::de::{DeserializeOwned, IntoDeserializer};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A parsed document; what is taken out of it is checked, what is left at the end is unknown.
pub struct Document<'s> {
    source: &'s Source,
    table: DeTable<'s>,
}

/// An entry and where it stands.
pub struct Entry<T> {
    /// The entry's shape.
    pub value: T,
    /// Bytes of its header.
    pub span: Range<usize>,
}

impl<'s> Document<'s> {
    /// Parses the text; syntax errors are noted, and what could be read goes on. Of errors on one line and on those that
    /// follow it without a break only the first is noted: the others nearly always come of it.
    pub fn parse(source: &'s Source, problems: &mut Problems) -> Self {
        let (table, errors) = DeTable::parse_recoverable(&source.text);
        let mut last = None;
        for error in &errors {
            let line = source.line(error.span().map_or(0, |span| span.start));
            if last.replace(line).is_some_and(|last| line <= last + 1) {
                continue;
            }
            let what = format!("not valid TOML: {}", error.message().replace('\n', ", "));
            problems.add(source, error.span().unwrap_or(0..0), what, "mend the syntax here; see https://toml.io");
        }
        Self { source, table: table.into_inner() }
    }

    /// Takes all `[[key]]` entries.
    pub fn list<T: DeserializeOwned>(&mut self, key: &str, problems: &mut Problems) -> Vec<Entry<T>> {
        let Some(value) = self.table.remove(key) else { return Vec::new() };
        let span = value.span();
        let DeValue::Array(items) = value.into_inner() else {
            let remedy = format!("write [[{key}]] above each entry");
            problems.add(self.source, span, format!("'{key}' must be a list of tables"), remedy);
            return Vec::new();
        };
        items.into_iter().filter_map(|item| self.entry(item, problems)).collect()
    }

    /// Takes one value that must be there.
    pub fn value<T: DeserializeOwned>(&mut self, key: &str, problems: &mut Problems) -> Option<Entry<T>> {
        let Some(value) = self.table.remove(key) else {
            problems.add(self.source, 0..0, format!("'{key}' is missing"), format!("add '{key} = ...' at the top"));
            return None;
        };
        self.entry(value, problems)
    }

    /// Takes one value that may be left out.
    pub fn optional<T: DeserializeOwned>(&mut self, key: &str, problems: &mut Problems) -> Option<Entry<T>> {
        let value = self.table.remove(key)?;
        self.entry(value, problems)
    }

    /// Reads the whole document as one shape.
    pub fn whole<T: DeserializeOwned>(self, problems: &mut Problems) -> Option<T> {
        let value = Spanned::new(0..0, DeValue::Table(self.table));
        Some(shape(self.source, value, problems)?.value)
    }

    /// Notes every key that nobody took.
    pub fn finish(self, known: &[&str], problems: &mut Problems) {
        for (key, _) in self.table {
            let name = key.get_ref();
            let remedy = match suggest(name, known.iter().copied()) {
                Some(near) => format!("did you mean '{near}'?"),
                None => format!("known here: {}", known.join(", ")),
            };
            problems.add(self.source, key.span(), format!("unknown key '{name}'"), remedy);
        }
    }

    fn entry<T: DeserializeOwned>(&self, value: Spanned<DeValue<'s>>, problems: &mut Problems) -> Option<Entry<T>> {
        shape(self.source, value, problems)
    }
}

fn shape<T: DeserializeOwned>(
    source: &Source,
    value: Spanned<DeValue<'_>>,
    problems: &mut Problems,
) -> Option<Entry<T>> {
    let span = value.span();
    match T::deserialize(value.into_deserializer()) {
        Ok(value) => Some(Entry { value, span }),
        Err(error) => {
            let what = error.message().replace('\n', ", ");
            let remedy = if what.starts_with("missing field") {
                "add the field to this entry"
            } else if what.starts_with("unknown field") {
                "correct the name or take the line out"
            } else {
                "write the kind of value that is expected"
            };
            problems.add(source, error.span().unwrap_or(span), what, remedy);
            None
        }
    }
}

/// A text with its place, as it stands in a raw shape.
pub type Text = Spanned<String>;

/// Deserialises a list that may be written as one table of name and value, keeping the places of both.
#[derive(Debug, Default, Deserialize)]
#[serde(transparent)]
pub struct Named<V>(pub std::collections::BTreeMap<Text, Spanned<V>>);
