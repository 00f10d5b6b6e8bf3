//! A FILE of the command line: a session, by path or by name, or the rows of many people.

use super::people::{self, Asked, Rows};
use super::sessions_io;
use crate::cli::Kind;
use crate::own;
use crate::session::{MAX_SESSION_BYTES, Session, open_regular, read_up_to};
use anyhow::{Context, Result, bail};
use std::io::{self, Read};
use std::path::Path;

/// What a FILE holds.
pub enum Input<'q> {
    /// One person's session, and what the reader must know.
    Session(Box<Session>, Vec<String>),
    /// Many people's answers.
    People(Rows<'q>),
}

/// Opens a FILE; `-` is standard input.
pub fn open<'q>(file: &'q str, told: Option<Kind>, asked: Asked<'q>) -> Result<Input<'q>> {
    let path = Path::new(file);
    let Some(kind) = told.or_else(|| guess_by_ending(path)) else { return open_by_name(file, path) };

    let name = if file == "-" { "standard input" } else { file };
    let mut reader: Box<dyn Read> = if file == "-" {
        Box::new(io::stdin().lock())
    } else {
        Box::new(open_regular(path).with_context(|| format!("cannot read {file}"))?)
    };

    match kind {
        Kind::Csv => Ok(Input::People(people::csv(name, reader, asked)?)),
        Kind::Jsonl => Ok(Input::People(people::jsonl(name, reader, asked))),
        Kind::Session if file == "-" => {
            let bytes =
                read_up_to(&mut reader, MAX_SESSION_BYTES).context("cannot read a session from standard input")?;
            let text = own::decode_text(Path::new(name), bytes)?;
            Ok(Input::Session(Box::new(sessions_io::from_text(name, text)?), Vec::new()))
        }
        Kind::Session => Ok(Input::Session(Box::new(sessions_io::from_file(path)?), Vec::new())),
    }
}

fn guess_by_ending(path: &Path) -> Option<Kind> {
    match path.extension()?.to_str()? {
        "toml" => Some(Kind::Session),
        "csv" => Some(Kind::Csv),
        "jsonl" => Some(Kind::Jsonl),
        _ => None,
    }
}

fn open_by_name<'q>(file: &str, path: &Path) -> Result<Input<'q>> {
    if file == "-" {
        bail!("say what standard input holds: add --input session, --input csv or --input jsonl");
    }

    let store = sessions_io::open_store()?;
    if !store.has(file) && path.exists() {
        bail!("the name of {file} does not tell what it holds: add --input session, --input csv or --input jsonl");
    }

    // no session's name has either, so that a file was meant
    if file.contains(['.', '/', '\\']) {
        bail!("there is no file {file}");
    }

    let loaded = store.read(file)?;
    Ok(Input::Session(Box::new(loaded.session), loaded.note.into_iter().collect()))
}
