//! Which names the sessions of a folder have, and which of them is nearest to one that none has.

use super::Error;
use crate::diagnostics::suggest;
use std::collections::BTreeSet;
use std::path::Path;
use std::{fs, io};

/// The names of sessions in a folder, each once, though a session has two files and one of them may be gone.
pub(super) fn list_names(folder: &Path) -> Result<BTreeSet<String>, Error> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(BTreeSet::new()),
        entries => entries.map_err(Error::wrap_refusal("read", folder))?,
    };

    let paths = entries.filter_map(|entry| entry.ok().map(|entry| entry.path()));
    let ours = paths.filter(|path| path.extension().is_some_and(|ending| ending == "toml" || ending == "bak"));
    Ok(ours.filter_map(|path| Some(path.file_stem()?.to_str()?.to_string())).collect())
}

/// No session has this name; the nearest one that a session has is named with it.
pub(super) fn explain_missing(name: &str, folder: &Path) -> Error {
    let names = list_names(folder).unwrap_or_default();
    let near = suggest(name, names.iter().map(String::as_str)).map(str::to_string);
    Error::Missing(name.to_string(), folder.to_path_buf(), near)
}
