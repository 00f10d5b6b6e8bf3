//! Files of questions and careers, read with limits so that nothing that is given fills the memory.

use super::error::Error;
use crate::diagnostics::Source;
use crate::diagnostics::weight::{HEAVIEST, TOO_HEAVY, weigh};
use crate::session::read_regular;
use std::fs;
use std::path::{Path, PathBuf};

/// The largest file of a catalogue or a questionnaire that is read; the shipped ones are far below it.
const MAX_FILE_BYTES: u64 = 64 << 20;

/// A text file, under the name it was given.
///
/// # Errors
/// [`Error::File`] and [`Error::NotText`].
pub fn read_source(path: &Path) -> Result<Source, Error> {
    let bytes = read_regular(path, MAX_FILE_BYTES).map_err(|error| Error::File { path: path.to_path_buf(), error })?;
    Ok(Source::new(path.display().to_string(), decode_text(path, bytes)?))
}

/// The text in what was read, which is from this path or is called so.
///
/// # Errors
/// [`Error::NotText`].
pub fn decode_text(path: &Path, bytes: Vec<u8>) -> Result<String, Error> {
    String::from_utf8(bytes).map_err(|_| Error::NotText(path.to_path_buf()))
}

/// Several files, which are no larger and no heavier together than one may be.
///
/// # Errors
/// Those of [`read_source`], and [`Error::TooMuch`] for the first file that is one too many.
pub fn read_sources(paths: &[PathBuf]) -> Result<Vec<Source>, Error> {
    let (sources, errors) = read_readable_sources(paths);
    errors.into_iter().next().map_or(Ok(sources), Err)
}

/// The same files as far as they can be read, and why the others cannot; behind one too many none is read.
pub fn read_readable_sources(paths: &[PathBuf]) -> (Vec<Source>, Vec<Error>) {
    let (mut sources, mut errors, mut bytes, mut weight) = (Vec::new(), Vec::new(), 0, 0);
    for path in paths {
        let source = match read_source(path) {
            Ok(source) => source,
            Err(error) => {
                errors.push(error);
                continue;
            }
        };
        bytes += source.text.len() as u64;
        // one that is too heavy by itself is reported with its place when it is taken apart
        weight += weigh(&source.text).unwrap_or_default();

        if bytes > MAX_FILE_BYTES || weight > HEAVIEST {
            let what = if bytes > MAX_FILE_BYTES {
                "they are larger than 64 MiB".to_string()
            } else {
                format!("they have {TOO_HEAVY}")
            };
            errors.push(Error::TooMuch { path: path.clone(), what });
            break;
        }
        sources.push(source);
    }
    (sources, errors)
}

/// The file itself; of a folder the `.toml` files in it or in its folders `careers`, `figures` and `figures/own`.
///
/// # Errors
/// [`Error::File`] for a folder that cannot be read, [`Error::Empty`] for one without such a file.
pub fn list_toml_files(path: &Path) -> Result<Vec<PathBuf>, Error> {
    if !path.is_dir() {
        return Ok(vec![path.to_path_buf()]);
    }

    let parts = [path.join("careers"), path.join("figures"), path.join("figures/own")];
    let is_split = parts.iter().any(|part| part.is_dir());
    let folders = if is_split { parts.into_iter().filter(|part| part.is_dir()).collect() } else { vec![path.into()] };

    let mut found = Vec::new();
    for folder in folders {
        let cannot = |error| Error::File { path: folder.clone(), error };
        for entry in fs::read_dir(&folder).map_err(cannot)? {
            found.push(entry.map_err(cannot)?.path());
        }
    }

    found.retain(|file| file.extension().is_some_and(|ending| ending == "toml"));
    found.sort_unstable();
    if found.is_empty() { Err(Error::Empty(path.to_path_buf())) } else { Ok(found) }
}
