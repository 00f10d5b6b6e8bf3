//! One file a subcommand: each reads files, calls the modules below, carries out effects and prints.
//!
//! Place in the flow: the outermost module, below `main` only. What is computed comes from the modules below.

mod audit;
mod career;
mod check;
mod compare;
mod complete;
mod completions;
pub mod config;
mod delete;
mod effects;
mod exit;
mod explain;
mod export;
mod folded;
mod import;
mod input;
mod interrupt;
mod load;
mod man;
mod offered;
mod output;
mod parse;
pub mod people;
mod place;
mod plain;
mod progress;
pub mod questionnaire;
mod questions;
mod scaffold;
mod schema;
mod score;
mod serve_jsonl;
mod sessions;
mod sessions_io;
mod show;
mod unused;
mod version;

pub use exit::{ExitStatus, end_on_panic, print_error};
pub use parse::parse_arguments;

use crate::cli::{Audit, Cli, Command, Explain, Listing, Score, Take, Walk};
use anyhow::Result;
use std::env;

/// Does what the command line says.
///
/// # Errors
/// Whatever keeps the command from being done; [`ExitStatus::of`] says how the program ends then.
pub fn run(cli: Cli) -> Result<ExitStatus> {
    unused::refuse(&cli)?;
    if cli.version {
        return version::run(cli.verbose, cli.format.unwrap_or(Listing::Text), &cli.data, &cli.settings);
    }

    let Cli { command, walk, look, data, settings, .. } = cli;
    match command {
        None if wants_lines() => plain::run(&config::read_walk_settings(walk, &settings)?, &data),
        None => questionnaire::run(walk, &look, &settings, &data),
        Some(Command::Plain { walk: own, data: named, settings: file }) => {
            plain::run(&config::read_walk_settings(join_walks(own, walk), &file.or(settings))?, &named.or(data))
        }
        Some(Command::Take(take)) => {
            let found =
                config::read_walk_settings(join_walks(take.walk.clone(), walk), &take.settings.clone().or(settings))?;
            serve_jsonl::run(&Take { data: take.data.or(data), ..take }, &found)
        }
        Some(Command::Config { init, format, settings: file }) => config::run(init, format, &file.or(settings)),
        Some(Command::Questions { format, questions }) => questions::run(format, questions.or(data.questions)),
        Some(Command::Score(score)) => score::run(&Score { data: score.data.or(data), ..score }),
        Some(Command::Explain(explain)) => explain::run(&Explain { data: explain.data.or(data), ..explain }),
        Some(Command::Career { words, format, careers }) => {
            career::run(&words.join(" "), format, careers.or(data.careers))
        }
        Some(Command::Sessions(sessions)) => sessions::run(sessions, data),
        Some(Command::New { what, out }) => scaffold::run(what, &out),
        Some(Command::Check { files, added, complete, format }) => {
            check::run(&files, check::Careers::from_flags(added, complete), format)
        }
        Some(Command::Schema { name }) => schema::run(name.as_deref()),
        Some(Command::Completions { shell }) => completions::run(shell),
        Some(Command::Man { out }) => man::run(out.as_deref()),
        Some(Command::Import(import)) => import::run(&import),
        Some(Command::Audit(audit)) => audit::run(&Audit { data: audit.data.or(data), ..audit }),
    }
}

/// What stands before the subcommand counts as well as what stands after it, which wins.
fn join_walks(own: Walk, before: Walk) -> Walk {
    Walk {
        length: own.length.or(before.length),
        choose_length: own.choose_length || before.choose_length,
        session: own.session.or(before.session),
        new: own.new || before.new,
    }
}

/// Whether full screens are of no use here: a screen reader, or a terminal that cannot move its cursor.
fn wants_lines() -> bool {
    let is = |name: &str, value: &str| env::var_os(name).is_some_and(|found| found == value);
    is("ACCESSIBLE", "1") || is("TERM", "dumb")
}
