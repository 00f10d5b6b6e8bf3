//! The folder the tables lie in: finds a table whatever the spelling of its file name.

use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Sub-folders of the prepared layout that are looked into as well.
const INNER: [&str; 2] = ["occupations", "labour-market"];

/// Endings of the tables and of the release's own note.
const ENDINGS: [&str; 3] = ["txt", "csv", "tsv"];

/// Text files of a folder by their names without ending, case, spaces and punctuation.
pub struct Folder {
    path: PathBuf,
    files: BTreeMap<String, PathBuf>,
}

impl Folder {
    /// Lists the folder and its known sub-folders; the folder's own files win.
    pub fn open(path: &Path) -> Result<Self> {
        let mut files = list_files(path).with_context(|| format!("cannot read the folder {}", path.display()))?;
        for inner in INNER.map(|name| path.join(name)).iter().filter(|inner| inner.is_dir()) {
            let more = list_files(inner).with_context(|| format!("cannot read the folder {}", inner.display()))?;
            for (key, file) in more {
                files.entry(key).or_insert(file);
            }
        }

        Ok(Self { path: path.to_owned(), files })
    }

    /// The folder itself.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether a table of this name is there, ending and spelling aside.
    pub fn has(&self, name: &str) -> bool {
        self.files.contains_key(&squash(name))
    }

    /// File name and text of the first of these tables that is there.
    pub fn read_text(&self, names: &[&str]) -> Result<Option<(String, String)>> {
        let Some(file) = names.iter().find_map(|name| self.files.get(&squash(name))) else { return Ok(None) };
        let bytes = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Ok(Some((name, String::from_utf8_lossy(&bytes).into_owned())))
    }
}

fn list_files(path: &Path) -> Result<BTreeMap<String, PathBuf>> {
    let mut files = fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    files.retain(|file| file.is_file() && find_ending(file).is_some_and(|ending| ENDINGS.contains(&ending.as_str())));
    // Of `knowledge.csv` and `Knowledge.txt` the first in the order of names counts, on every machine.
    files.sort_unstable_by(|a, b| b.cmp(a));

    let key = |file: &Path| squash(&file.file_stem().unwrap_or_default().to_string_lossy());
    Ok(files.into_iter().map(|file| (key(&file), file)).collect())
}

fn find_ending(file: &Path) -> Option<String> {
    Some(file.extension()?.to_str()?.to_lowercase())
}

/// A name in lower case with letters and digits only: releases differ in spaces, dashes and case.
pub fn squash(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
