//! The data a command works with: the shipped one, with what the command line puts in its place.

use crate::cli::Data;
use crate::content::{self, Extent, Source};
use crate::fit::Matcher;
use crate::model::Kit;
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// What is asked and ranked.
pub fn kit(data: &Data) -> Result<Kit> {
    let mut kit = content::shipped::shipped().context("the data of this program is damaged; install it again")?;
    if let Some(path) = &data.questionnaire {
        kit.questionnaire = content::questionnaire(&source(path)?, &kit.scales)?;
    }
    if let Some(path) = &data.catalogue {
        kit.catalogue = content::catalogue(&sources(path)?, Extent::Own, &kit.scales)?.into();
    }
    if let Some(path) = &data.add_catalogue {
        kit.catalogue = content::addition(&sources(path)?, &kit.catalogue, &kit.scales)?.into();
    }
    Ok(kit)
}

/// The same, ready for matching.
pub fn matcher(data: &Data) -> Result<Matcher> {
    Ok(Matcher::new(kit(data)?))
}

/// The files of a catalogue.
fn sources(path: &Path) -> Result<Vec<Source>> {
    files(path)?.iter().map(|file| source(file)).collect()
}

/// A text file under the name the person gave it.
pub fn source(path: &Path) -> Result<Source> {
    let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    let text = String::from_utf8(bytes).ok();
    let text = text.with_context(|| format!("{} is not UTF-8 text; save it as UTF-8", path.display()))?;
    Ok(Source::new(path.display().to_string(), text))
}

/// The file itself; of a folder the `.toml` files in it and in its folders `careers` and `figures`.
pub fn files(path: &Path) -> Result<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(vec![path.to_path_buf()]);
    }
    let mut found = Vec::new();
    let parts = [path.join("careers"), path.join("figures")];
    let split = parts.iter().any(|part| part.is_dir());
    let folders = if split { parts.into_iter().filter(|part| part.is_dir()).collect() } else { vec![path.into()] };
    for folder in folders {
        let cannot = || format!("cannot read {}", folder.display());
        for entry in fs::read_dir(&folder).with_context(cannot)? {
            found.push(entry.with_context(cannot)?.path());
        }
    }
    found.retain(|file| file.extension().is_some_and(|ending| ending == "toml"));
    found.sort();
    if found.is_empty() {
        anyhow::bail!("there is no .toml file in {}", path.display());
    }
    Ok(found)
}
