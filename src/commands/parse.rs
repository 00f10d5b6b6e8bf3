//! The command line as it is parsed here, with this computer's places in its help.

use super::complete;
use super::config::find_usual_place;
use super::output::complain;
use crate::cli::{Cli, FOR_DEVELOPERS};
use crate::diagnostics::suggest;
use crate::session::find_data_folder;
use crate::text::show_controls_in_lines;
use clap::error::{ContextKind, ContextValue};
use clap::{CommandFactory, FromArgMatches};
use std::env;
use std::io::{self, Write as _};

const CODES: &str = "\
Exit codes: 0 done, 1 problems found in what was read, 2 wrong command line or a file that cannot be read or written, \
130 interrupted.";

/// As clap writes headings and names; it leaves the sequences out where there are to be none.
const HEAD: &str = "\u{1b}[1m\u{1b}[4m";
const BOLD: &str = "\u{1b}[1m";
const PLAIN: &str = "\u{1b}[0m";

/// What the person wrote; ends the program with help or a usage error where that is due.
pub fn parse_arguments() -> Cli {
    complete::answer_shell();

    // The usual start has nothing to parse, and the first paint need not wait for the definitions of all commands.
    if env::args_os().len() == 1 {
        return Cli::default();
    }

    let mut command = Cli::command().help_template(build_template());
    let examples = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    command = command.after_long_help(format!("{examples}\n\n{}\n\n{CODES}", describe_places()));

    let parsed = command.clone().try_get_matches();
    let cli = parsed.and_then(|mut matches| Cli::from_arg_matches_mut(&mut matches));
    cli.unwrap_or_else(|error| end(&drop_far_tip(error).format(&mut command)))
}

/// The error without an option that is offered for one that is not like it.
fn drop_far_tip(mut error: clap::Error) -> clap::Error {
    let said = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(said)) => Some(said.clone()),
        _ => None,
    };
    let (typed, offered) = (said(ContextKind::InvalidArg), said(ContextKind::SuggestedArg));
    if let (Some(typed), Some(offered)) = (typed, offered)
        && suggest(typed.trim_start_matches('-'), [offered.trim_start_matches('-')].into_iter()).is_none()
    {
        error.remove(ContextKind::SuggestedArg);
        // which names that option as well
        error.remove(ContextKind::Usage);
    }
    error
}

/// Says what is wrong with the command line, or the help that was asked for; what was typed is said harmlessly.
fn end(error: &clap::Error) -> ! {
    let text = error.to_string();
    if show_controls_in_lines(&text) != text {
        complain(text.trim_end());
        std::process::exit(error.exit_code());
    }

    match error.print().and_then(|()| io::stdout().flush()) {
        Err(refused) if refused.kind() != io::ErrorKind::BrokenPipe => {
            complain(&format!("cannot write: {refused}"));
            std::process::exit(2)
        }
        _ => std::process::exit(error.exit_code()),
    }
}

/// Help with the commands for developers in a group of their own.
fn build_template() -> String {
    let command = Cli::command();
    let listed = FOR_DEVELOPERS.iter().filter_map(|name| {
        let about = command.find_subcommand(name)?.get_about()?;
        Some(format!("  {BOLD}{name:<11}{PLAIN}  {about}\n"))
    });
    let listed: String = listed.collect();

    format!(
        "{{before-help}}{{about-with-newline}}\n{{usage-heading}} {{usage}}\n\n{HEAD}Commands:{PLAIN}\n{{subcommands}}\n\n\
         {HEAD}For developers:{PLAIN}\n{listed}\n{HEAD}Options:{PLAIN}\n{{options}}{{after-help}}"
    )
}

/// Where sessions and settings live on this computer.
fn describe_places() -> String {
    let sessions =
        find_data_folder("careerfit").map_or("(no home folder is known)".into(), |at| at.display().to_string());
    let config = find_usual_place().map_or("(no home folder is known)".into(), |at| at.display().to_string());
    format!("Files:\n  sessions   {sessions}\n  settings   {config}")
}
