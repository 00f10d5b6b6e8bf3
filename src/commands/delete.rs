//! Deleting a session and taking it back.

use super::sessions_io;
use crate::cli::Delete;
use crate::diagnostics::suggest;
use crate::report::pluralise;
use crate::session::{KEPT, Left, Store, format_day};
use anyhow::{Context, Result};
use std::io::{self, BufRead, IsTerminal, Write};

/// Deletes a session; asks first where somebody can answer. What to say comes back.
pub fn delete(wanted: &Delete, store: &mut Store) -> Result<String> {
    let name = &wanted.name;
    let copies = store.list_deleted()?.iter().filter(|deleted| deleted.name == *name).count();

    // where the session itself is gone already, only its copies are left to delete
    if wanted.now && copies > 0 && !store.has(name) {
        store.forget(name)?;
        return Ok(format!("Every copy of '{name}' is deleted.\n"));
    }

    if !(wanted.yes || is_agreed(wanted, store)?) {
        return Ok("Nothing is deleted.\n".to_string());
    }

    if wanted.now {
        let stays = store.delete(name)?.map(|path| format!(" It was a link; {} stays.", path.display()));
        store.forget(name)?;
        return Ok(format!("'{name}' is deleted, with every copy of its answers.{}\n", stays.unwrap_or_default()));
    }

    Ok(match store.discard(name, sessions_io::now())? {
        Left::Target(path) => format!("'{name}' is deleted. It was a link; {} stays.\n", path.display()),
        Left::Copy(copy) => {
            let until = format_day(copy.at.saturating_add(KEPT)).unwrap_or_default();
            format!(
                "'{name}' is deleted. Until {until} 'careerfit sessions restore {name}' takes it back; its answers are in \
                 {} until then, or until 'careerfit sessions delete {name} --now'.\n",
                copy.path.display()
            )
        }
    })
}

/// Takes the latest deleted session of a name back, under another name if one is given. What to say comes back.
pub fn restore(name: &str, new_name: Option<&str>, store: &mut Store) -> Result<String> {
    let deleted = store.list_deleted()?;
    let found = deleted.iter().find(|deleted| deleted.name == name);
    let missing = || {
        let remedy = match suggest(name, deleted.iter().map(|deleted| deleted.name.as_str())) {
            Some(near) => format!("did you mean '{near}'?"),
            None => "'careerfit sessions list --deleted' lists them".to_string(),
        };
        format!("no deleted session is called '{name}'; {remedy}")
    };
    let found = found.with_context(missing)?;

    let new = new_name.unwrap_or(name);
    store.restore(found, new).with_context(|| format!("'{name}' is not restored (--as NEW gives another name)"))?;
    Ok(format!("'{new}' is there again.\n"))
}

/// Whether the person at the terminal agrees; where nobody can be asked, the command line is enough.
fn is_agreed(wanted: &Delete, store: &Store) -> Result<bool> {
    let name = &wanted.name;
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() || !store.has(name) {
        return Ok(true);
    }

    let answers =
        store.read(name).map_or_else(|_| "answers".into(), |read| pluralise(read.session.count_answers(), "answer"));
    let kept = if wanted.now { " for good?" } else { "? It can be restored for 30 days." };

    let mut out = io::stdout().lock();
    write!(out, "Delete '{name}' with its {answers}{kept} [y/N] ")?;
    out.flush()?;

    let mut typed = String::new();
    io::stdin().lock().read_line(&mut typed)?;
    Ok(["y", "yes"].contains(&typed.trim().to_lowercase().as_str()))
}
