//! One file a subcommand: each reads files, calls the rooms, carries out effects and prints.
//!
//! Place in the flow: the outermost room, below `main` only. What is computed comes from the rooms below.

mod audit;
mod career;
mod check;
mod compare;
pub mod config;
mod data;
mod ending;
mod explain;
mod export;
mod help;
mod import;
mod input;
mod interrupt;
mod keep;
mod keeper;
mod output;
pub mod people;
mod plain;
mod progress;
pub mod questionnaire;
mod questions;
mod score;
mod sessions;
mod shell;
mod take;

pub use ending::{Ending, wording};
pub use help::arguments;
pub use output::complain;

use crate::cli::{Cli, Command, Walk};
use anyhow::Result;
use std::env;

/// Does what the command line says.
pub fn run(cli: Cli) -> Result<Ending> {
    let Cli { command, walk, look, data } = cli;
    match command {
        None if wants_lines() => plain::run(&walk, &data),
        None => questionnaire::run(walk, look, &data),
        Some(Command::Plain { walk: own }) => plain::run(&joined(own, walk), &data),
        Some(Command::Take(take)) => take::run(&joined(take.walk, walk), take.parts_only, &data),
        Some(Command::Questions { format }) => questions::run(format, &data),
        Some(Command::Score(score)) => score::run(&score, &data),
        Some(Command::Explain(explain)) => explain::run(&explain, &data),
        Some(Command::Career { words }) => career::run(&words.join(" "), &data),
        Some(Command::Sessions(sessions)) => sessions::run(&sessions, &data),
        Some(Command::Check { files, added }) => check::run(&files, added),
        Some(Command::Import(import)) => import::run(&import),
        Some(Command::Audit(audit)) => audit::run(&audit, &data),
        Some(Command::Completions { shell }) => shell::completions(shell),
        Some(Command::Man) => shell::man(),
    }
}

/// What stands before the subcommand counts as well as what stands after it, which wins.
fn joined(own: Walk, before: Walk) -> Walk {
    Walk { length: own.length.or(before.length), session: own.session.or(before.session), new: own.new || before.new }
}

/// Whether full screens are of no use here: a screen reader, or a terminal that cannot move its cursor.
fn wants_lines() -> bool {
    let is = |name: &str, value: &str| env::var_os(name).is_some_and(|found| found == value);
    is("ACCESSIBLE", "1") || is("TERM", "dumb")
}
