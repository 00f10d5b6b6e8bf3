//! The data a command works with: the shipped one, with what the command line puts in its place.

use crate::cli::Data;
use crate::content;
use crate::diagnostics::Source;
use crate::diagnostics::weight::{HEAVIEST, TOO_HEAVY, weigh};
use crate::fit::Matcher;
use crate::model::{Catalogue, Dataset};
use crate::search::Language;
use crate::session::read_regular;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// The largest file of a catalogue or a questionnaire that is read; the shipped ones are far below it.
const MAX_FILE_BYTES: u64 = 64 << 20;

/// What is asked and ranked.
pub fn dataset(data: &Data) -> Result<Dataset> {
    let mut dataset = content::shipped::shipped().context("the data of this program is damaged; install it again")?;
    if let Some(path) = &data.questions.questionnaire {
        dataset.questionnaire = content::questionnaire(&source(path)?, &dataset.scales)?;
    }
    if let Some(path) = &data.careers.catalogue {
        let own = sources(&files(path)?)?;
        dataset.catalogue = content::own_catalogue(&own, &dataset.catalogue, &dataset.scales)?.into();
    }
    if let Some(path) = &data.careers.add_catalogue {
        let added: Catalogue = content::addition(&sources(&files(path)?)?, &dataset.catalogue, &dataset.scales)?.into();
        dataset.catalogue = added.with_names(dataset.catalogue.hidden());
    }
    Ok(dataset)
}

/// The same, ready for matching.
pub fn matcher(data: &Data) -> Result<Matcher> {
    Ok(Matcher::new(dataset(data)?).speaking(language()))
}

/// The language of the person's computer, where names are known in it.
pub fn language() -> Option<Language> {
    let mut variables = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok());
    Language::of_locale(&variables.find(|value| !value.is_empty())?)
}

/// The files of a catalogue, which are no larger and no heavier together than one file may be.
pub fn sources(paths: &[PathBuf]) -> Result<Vec<Source>> {
    let (mut sources, mut bytes, mut weight) = (Vec::new(), 0, 0);
    for path in paths {
        let source = source(path)?;
        bytes += source.text.len() as u64;
        // one that is too heavy by itself is reported with its place when it is taken apart
        weight += weigh(&source.text).unwrap_or_default();
        if bytes > MAX_FILE_BYTES || weight > HEAVIEST {
            let what = if bytes > MAX_FILE_BYTES {
                "they are larger than 64 MiB".to_string()
            } else {
                format!("they have {TOO_HEAVY}")
            };
            bail!("cannot read {} together with the files before it: {what}", path.display());
        }
        sources.push(source);
    }
    Ok(sources)
}

/// A text file under the name the person gave it.
pub fn source(path: &Path) -> Result<Source> {
    let bytes = read_regular(path, MAX_FILE_BYTES).with_context(|| format!("cannot read {}", path.display()))?;
    let text = String::from_utf8(bytes).ok();
    let text = text.with_context(|| format!("{} is not UTF-8 text; save it as UTF-8", path.display()))?;
    Ok(Source::new(path.display().to_string(), text))
}

/// The file itself; of a folder the `.toml` files in it or in its folders `careers`, `figures` and `figures/own`.
pub fn files(path: &Path) -> Result<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(vec![path.to_path_buf()]);
    }
    let mut found = Vec::new();
    let parts = [path.join("careers"), path.join("figures"), path.join("figures/own")];
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
        bail!("there is no .toml file in {}", path.display());
    }
    Ok(found)
}
