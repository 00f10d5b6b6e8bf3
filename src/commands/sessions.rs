//! `careerfit sessions`: what is saved, tidying it, and taking it along.

use super::output::{note, print, print_lines, print_text};
use super::{ExitStatus, compare, delete, export, sessions_io, show};
use crate::cli::{Compare, Data, Export, Listing, Sessions};
use crate::report::{choose_form, escape_json};
use crate::session::{Deleted, KEPT, Listed, Store, format_day};
use anyhow::Result;
use serde_json::json;
use std::io;

/// Lists, shows, renames, deletes, restores, compares or exports sessions; `before` stood in front of the subcommand.
pub fn run(what: Sessions, before: Data) -> Result<ExitStatus> {
    let mut store = sessions_io::open_store()?;
    // what cannot be swept now is swept another time
    let _another_time = store.sweep_deleted(sessions_io::now());

    let said = match what {
        Sessions::Compare(wanted) => {
            return compare::run(&Compare { data: wanted.data.or(before), ..wanted }, &store);
        }
        Sessions::Export(wanted) => return export::run(&Export { data: wanted.data.or(before), ..wanted }),
        Sessions::List { deleted, format } => {
            let said = if deleted {
                list_deleted(&store.list_deleted()?, format)
            } else {
                list_sessions(&store.list()?, format)
            };
            return print_said(&said, format, print_lines);
        }
        Sessions::Show { name, format, data } => {
            return print_said(&show_session(&store, &name, format, &data.or(before))?, format, print_text);
        }
        Sessions::Rename { from, to } => {
            store.rename(&from, &to)?;
            format!("'{from}' is now '{to}'.\n")
        }
        Sessions::Delete(wanted) => delete::delete(&wanted, &mut store)?,
        Sessions::Restore { name, new_name } => delete::restore(&name, new_name.as_deref(), &mut store)?,
    };

    print_lines(&said)?;
    Ok(ExitStatus::Done)
}

/// Prints what a program reads as it is, and the rest as `to_be_read`.
fn print_said(said: &str, format: Listing, to_be_read: fn(&str) -> io::Result<()>) -> Result<ExitStatus> {
    if format == Listing::Json {
        print(said)?;
    } else {
        to_be_read(said)?;
    }
    Ok(ExitStatus::Done)
}

fn show_session(store: &Store, name: &str, format: Listing, data: &Data) -> Result<String> {
    let loaded = store.read(name)?;
    if let Some(said) = &loaded.note {
        note(said);
    }
    show::show_session(&loaded.session, format, data)
}

fn list_sessions(sessions: &[Listed], format: Listing) -> String {
    let last = |one: &Listed| one.last().and_then(format_day);

    if format == Listing::Json {
        let row = |one: &Listed| {
            let (name, answered) = (&one.name, one.answers());
            json!({ "name": name, "answered": answered, "last": last(one), "note": find_note(one) })
        };
        let rows: Vec<_> = sessions.iter().map(row).collect();
        return escape_json(json!({ "version": 1, "sessions": rows }).to_string()) + "\n";
    }

    if sessions.is_empty() {
        return "No session is saved yet; 'careerfit' begins one.\n".to_string();
    }

    let widest = sessions.iter().map(|one| one.name.chars().count()).max().unwrap_or_default().max(24);
    let line = |one: &Listed| {
        let (last, note) = (last(one).unwrap_or_default(), find_note(one).map(|note| format!("  {note}")));
        let (count, answers) = (one.answers(), choose_form(one.answers(), "answer"));
        let line = format!("{:<widest$} {count:>4} {answers:<7}  {last:<10}{}", one.name, note.unwrap_or_default());
        line.trim_end().to_string() + "\n"
    };
    sessions.iter().map(line).collect()
}

/// What is wrong with a session, or odd about it, in a line.
fn find_note(one: &Listed) -> Option<String> {
    let first = one.note.as_ref().and_then(|note| note.lines().next()).map(str::to_string);
    first.or_else(|| one.session.as_ref()?.warn_of_future(sessions_io::now()))
}

fn list_deleted(found: &[Deleted], format: Listing) -> String {
    let dates = |one: &Deleted| [one.at, one.at.saturating_add(KEPT)].map(|at| format_day(at).unwrap_or_default());

    if format == Listing::Json {
        let row = |one: &Deleted| {
            let [at, until] = dates(one);
            json!({ "name": one.name, "deleted": at, "until": until, "file": one.path.display().to_string() })
        };
        let rows: Vec<_> = found.iter().map(row).collect();
        return escape_json(json!({ "version": 1, "deleted": rows }).to_string()) + "\n";
    }

    if found.is_empty() {
        return "No deleted session can be restored.\n".to_string();
    }

    let line = |one: &Deleted| {
        let [at, until] = dates(one);
        format!("{:<24} deleted {at}, kept until {until} in {}\n", one.name, one.path.display())
    };
    found.iter().map(line).collect()
}
