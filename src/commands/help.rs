//! The command line as it is parsed here, with this computer's places in its help.

use super::config::usual_place;
use crate::cli::Cli;
use crate::session::data_folder;
use clap::{CommandFactory, FromArgMatches};
use std::env;

const CODES: &str = "\
Exit codes: 0 done, 1 problems found in what was read, 2 wrong command line or a file that cannot be read or written, \
130 interrupted.";

/// What the person wrote; ends the program with help or a usage error where that is due.
pub fn arguments() -> Cli {
    // The usual start has nothing to parse, and the first paint need not wait for the definitions of all commands.
    if env::args_os().len() == 1 {
        return Cli::default();
    }
    let mut command = Cli::command();
    let examples = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    command = command.after_long_help(format!("{examples}\n\n{}\n\n{CODES}", places()));
    let mut matches = command.clone().get_matches();
    Cli::from_arg_matches_mut(&mut matches).unwrap_or_else(|error| error.format(&mut command).exit())
}

/// Where sessions and settings live on this computer.
fn places() -> String {
    let sessions = data_folder("careerfit").map_or("(no home folder is known)".into(), |at| at.display().to_string());
    let config = usual_place().map_or("(no home folder is known)".into(), |at| at.display().to_string());
    format!("Files:\n  sessions   {sessions}\n  settings   {config}")
}
