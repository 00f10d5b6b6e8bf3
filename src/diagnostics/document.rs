//! A TOML document read entry by entry, so that one bad entry does not hide the problems of the next.

use super::problem::{Problems, Source};
use super::shape::{Entry, Examples, read_shape};
use super::suggest::suggest;
use super::weight::{LONGEST, TOO_HEAVY, TooMuch, weigh};
use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A parsed document; what is taken out of it is checked, what is left at the end is unknown.
pub struct Document<'s> {
    source: &'s Source,
    table: DeTable<'s>,
    examples: Examples,
    /// Whether the text was taken apart; where it was not, nothing is missing in it either.
    is_read: bool,
}

impl<'s> Document<'s> {
    /// Parses the text; syntax errors are noted, and what could be read goes on. Of errors on one line and on those that
    /// follow it without a break only the first is noted: the others nearly always come of it.
    pub fn parse(source: &'s Source, problems: &mut Problems) -> Self {
        if let Err(too_much) = weigh(&source.text) {
            report_too_much(source, too_much, problems);
            return Self { source, table: DeTable::default(), examples: &[], is_read: false };
        }

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

        Self { source, table: table.into_inner(), examples: &[], is_read: true }
    }

    /// The same document, with examples for the fields that its entries may lack.
    pub fn with_examples(self, examples: Examples) -> Self {
        Self { examples, ..self }
    }

    /// Takes all `[[key]]` entries.
    pub fn read_list<T: DeserializeOwned>(&mut self, key: &str, problems: &mut Problems) -> Vec<Entry<T>> {
        let Some(value) = self.table.remove(key) else { return Vec::new() };
        let span = value.span();
        let DeValue::Array(items) = value.into_inner() else {
            let remedy = format!("write [[{key}]] above each entry");
            problems.add(self.source, span, format!("'{key}' must be a list of tables"), remedy);
            return Vec::new();
        };

        items.into_iter().filter_map(|item| self.read_entry(item, problems)).collect()
    }

    /// Takes one value that must be there.
    pub fn read_value<T: DeserializeOwned>(&mut self, key: &str, problems: &mut Problems) -> Option<Entry<T>> {
        let Some(value) = self.table.remove(key) else {
            if self.is_read {
                problems.add(self.source, 0..0, format!("'{key}' is missing"), format!("add '{key} = ...' at the top"));
            }
            return None;
        };

        self.read_entry(value, problems)
    }

    /// Takes one value that may be left out.
    pub fn read_optional<T: DeserializeOwned>(&mut self, key: &str, problems: &mut Problems) -> Option<Entry<T>> {
        let value = self.table.remove(key)?;
        self.read_entry(value, problems)
    }

    /// Reads the whole document as one shape.
    pub fn read_whole<T: DeserializeOwned>(self, problems: &mut Problems) -> Option<T> {
        let value = Spanned::new(0..0, DeValue::Table(self.table));
        Some(read_shape(self.source, value, self.examples, problems)?.value)
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

    fn read_entry<T: DeserializeOwned>(
        &self,
        value: Spanned<DeValue<'s>>,
        problems: &mut Problems,
    ) -> Option<Entry<T>> {
        read_shape(self.source, value, self.examples, problems)
    }
}

/// Notes why a text is not taken apart.
fn report_too_much(source: &Source, too_much: TooMuch, problems: &mut Problems) {
    let (at, what) = match too_much {
        TooMuch::Heavy(at) => (at, format!("up to here this file has {TOO_HEAVY}")),
        TooMuch::Long(at) => (at, format!("what begins here is longer than {} KiB", LONGEST >> 10)),
    };
    problems.add(source, at..at + 1, what, "take out what does not belong here, or make several files of it");
}
