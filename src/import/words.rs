//! The files of words, looked at and never touched: they name the figures files.

use super::tables::family;
use anyhow::{Context, Result};
use serde::Deserialize;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

#[derive(Deserialize)]
struct File {
    #[serde(default)]
    career: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    id: String,
}

/// The files of words of a catalogue.
pub struct Words {
    names: Vec<String>,
    ids: BTreeSet<String>,
}

impl Words {
    /// Lists the folder; one that is not there has no files.
    pub fn open(folder: &Path) -> Result<Self> {
        let mut words = Self { names: Vec::new(), ids: BTreeSet::new() };
        if !folder.is_dir() {
            return Ok(words);
        }

        let entries = fs::read_dir(folder).with_context(|| format!("cannot read the folder {}", folder.display()))?;
        for entry in entries {
            words.add(&entry?.path());
        }
        words.names.sort_unstable();
        Ok(words)
    }

    fn add(&mut self, file: &Path) {
        let Some(name) = file.file_name().and_then(|name| name.to_str()) else { return };
        if file.extension().is_none_or(|ending| ending != "toml") {
            return;
        }

        self.names.push(name.to_owned());
        // A file with mistakes is for `careerfit check` to explain; here it only names its family.
        let text = fs::read_to_string(file).unwrap_or_default();
        let parsed = toml::from_str::<File>(&text).map(|file| file.career).unwrap_or_default();
        self.ids.extend(parsed.into_iter().map(|entry| entry.id));
    }

    /// The name a family's figures file gets.
    pub fn file_name(&self, family_digits: &str) -> String {
        let named = self.names.iter().find(|name| family(name) == family_digits);
        named.cloned().unwrap_or_else(|| format!("{family_digits}.toml"))
    }

    /// How many of these careers have no words, none where there are no words at all.
    pub fn count_lacking<'a>(&self, careers: impl Iterator<Item = &'a String>) -> Option<usize> {
        (!self.ids.is_empty()).then(|| careers.filter(|id| !self.ids.contains(*id)).count())
    }
}
