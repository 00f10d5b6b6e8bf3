//! What a shell offers while somebody types: names of sessions and careers, which only the running program knows.

use super::{schema, sessions_io};
use crate::cli::Cli;
use crate::content::shipped::load_shipped;
use clap::{Command, CommandFactory};
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate, PathCompleter, ValueCompleter};
use clap_complete::env::CompleteEnv;
use std::env;
use std::ffi::OsStr;
use std::path::Path;

/// The variable by which a shell asks.
const VARIABLE: &str = "COMPLETE";

/// Answers a shell that asks what could be typed, and ends; does nothing else.
pub fn answer_shell() {
    if env::var_os(VARIABLE).is_some() {
        CompleteEnv::with_factory(build_command).complete();
    }
}

/// The command line with what can be offered for each argument.
fn build_command() -> Command {
    let mut command = Cli::command().mut_arg("session", |arg| arg.add(ArgValueCompleter::new(complete_sessions)));
    for name in ["plain", "take"] {
        let session = |arg: clap::Arg| arg.add(ArgValueCompleter::new(complete_sessions));
        command = command.mut_subcommand(name, |command| command.mut_arg("session", session));
    }

    let offered = |command: Command, name: &'static str, argument: &'static str, offers: ArgValueCompleter| {
        command.mut_subcommand(name, |command| command.mut_arg(argument, |arg| arg.add(offers)))
    };

    command = offered(command, "score", "file", ArgValueCompleter::new(complete_sessions_and_files));
    command = offered(command, "explain", "file", ArgValueCompleter::new(complete_sessions_and_files));
    command = offered(command, "explain", "career", ArgValueCompleter::new(complete_careers));
    command = offered(command, "career", "words", ArgValueCompleter::new(complete_careers));
    command = offered(command, "schema", "name", ArgValueCompleter::new(complete_schemas));

    command.mut_subcommand("sessions", |mut command| {
        for (name, argument) in [("show", "name"), ("rename", "from"), ("delete", "name")] {
            command = offered(command, name, argument, ArgValueCompleter::new(complete_sessions));
        }
        command = offered(command, "restore", "name", ArgValueCompleter::new(complete_deleted));
        for (name, argument) in [("compare", "first"), ("compare", "second"), ("export", "name")] {
            command = offered(command, name, argument, ArgValueCompleter::new(complete_sessions_and_their_files));
        }
        command
    })
}

/// Those of the names that begin as what was typed, in any case.
fn filter_names(typed: &OsStr, names: impl Iterator<Item = String>) -> Vec<CompletionCandidate> {
    let typed = typed.to_string_lossy().to_lowercase();
    names.filter(|name| name.to_lowercase().starts_with(&typed)).map(CompletionCandidate::new).collect()
}

fn complete_sessions(typed: &OsStr) -> Vec<CompletionCandidate> {
    let listed = sessions_io::open_store().ok().and_then(|store| store.list().ok()).unwrap_or_default();
    filter_names(typed, listed.into_iter().map(|one| one.name))
}

fn complete_deleted(typed: &OsStr) -> Vec<CompletionCandidate> {
    let listed = sessions_io::open_store().ok().and_then(|store| store.list_deleted().ok()).unwrap_or_default();
    filter_names(typed, listed.into_iter().map(|one| one.name))
}

fn complete_sessions_and_files(typed: &OsStr) -> Vec<CompletionCandidate> {
    let mut offered = complete_sessions(typed);
    offered.extend(PathCompleter::file().complete(typed));
    offered
}

/// Sessions by name, and files that may hold one.
fn complete_sessions_and_their_files(typed: &OsStr) -> Vec<CompletionCandidate> {
    let is_session = |path: &Path| path.extension().is_some_and(|ending| ending == "toml");
    let mut offered = complete_sessions(typed);
    offered.extend(PathCompleter::file().filter(is_session).complete(typed));
    offered
}

fn complete_careers(typed: &OsStr) -> Vec<CompletionCandidate> {
    let Ok(dataset) = load_shipped() else { return Vec::new() };
    let (by_id, careers) =
        (typed.to_string_lossy().starts_with(|c: char| c.is_ascii_digit()), dataset.catalogue.careers());
    filter_names(typed, careers.iter().map(|career| if by_id { career.id.clone() } else { career.title.clone() }))
}

fn complete_schemas(typed: &OsStr) -> Vec<CompletionCandidate> {
    filter_names(typed, schema::collect_schemas().into_keys())
}
