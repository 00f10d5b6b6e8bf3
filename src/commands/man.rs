//! `careerfit man`: the manual page of the program, or a folder with a page for each subcommand too.

use super::ExitStatus;
use super::output::print;
use crate::PROGRAM;
use crate::cli::Cli;
use anyhow::{Context, Result};
use clap::{Command, CommandFactory};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};
use std::fs;
use std::io;
use std::path::Path;

/// Where things lie, as every page says; `~` stands for the reader's home.
const FILES: [(&str, &str); 2] = [
    (
        "$XDG_DATA_HOME/careerfit/sessions/NAME.toml",
        "Saved answers, ~/.local/share/careerfit where the variable is not set.",
    ),
    ("$XDG_CONFIG_HOME/careerfit/config.toml", "Settings, ~/.config/careerfit where the variable is not set."),
];

const ENVIRONMENT: [(&str, &str); 5] = [
    ("ACCESSIBLE", "1 asks line by line, as careerfit plain does."),
    ("NO_COLOR", "Not empty: no colours."),
    ("TERM", "dumb asks line by line; linux draws with ASCII characters."),
    ("COLORTERM", "truecolor allows colours of 24 bits."),
    ("LC_ALL, LC_CTYPE, LANG", "Whether characters outside ASCII can be shown."),
];

const EXIT_STATUS: [(&str, &str); 6] = [
    ("0", "Done."),
    ("1", "Something that was read has problems, or career found nothing."),
    ("2", "The command line is wrong, something named is not there, or a file cannot be read or written."),
    ("101", "A defect in the program."),
    ("129", "The terminal went away."),
    ("130", "Interrupted."),
];

/// Prints the program's page, or writes one for it and for every subcommand into a folder.
pub fn run(out: Option<&Path>) -> Result<ExitStatus> {
    let mut command = Cli::command().disable_help_subcommand(true);
    command.build();
    let Some(folder) = out else {
        print(&page(&command, "careerfit")?)?;
        return Ok(ExitStatus::Done);
    };

    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    write_pages(&command, "careerfit", folder)?;
    Ok(ExitStatus::Done)
}

fn write_pages(command: &Command, name: &str, folder: &Path) -> Result<()> {
    let path = folder.join(format!("{name}.1"));
    fs::write(&path, page(command, name)?).with_context(|| format!("cannot write {}", path.display()))?;

    for below in command.get_subcommands() {
        write_pages(below, &format!("{name}-{}", below.get_name()), folder)?;
    }
    Ok(())
}

/// One page in roff, without the summary of examples and files that help prints: they have sections of their own.
fn page(command: &Command, name: &str) -> io::Result<String> {
    let man = Man::new(command.clone()).title(name.to_uppercase()).source(PROGRAM).manual("careerfit manual");

    let mut text = Vec::new();
    man.render_title(&mut text)?;
    man.render_name_section(&mut text)?;
    man.render_synopsis_section(&mut text)?;
    man.render_description_section(&mut text)?;
    if command.get_arguments().next().is_some() {
        man.render_options_section(&mut text)?;
    }
    if command.has_subcommands() {
        man.render_subcommands_section(&mut text)?;
    }

    examples(command).to_writer(&mut text)?;
    for (title, rows) in [("FILES", &FILES[..]), ("ENVIRONMENT", &ENVIRONMENT), ("EXIT STATUS", &EXIT_STATUS)] {
        list(title, rows).to_writer(&mut text)?;
    }
    Ok(String::from_utf8_lossy(&text).into_owned())
}

/// What stands behind the options in help, line by line as it stands there.
fn examples(command: &Command) -> Roff {
    let mut roff = Roff::new();
    if let Some(after) = command.get_after_help() {
        roff.control("SH", ["EXAMPLES AND NOTES"]).control("nf", []);
        roff.text([roman(after.to_string())]).control("fi", []);
    }
    roff
}

fn list(title: &str, rows: &[(&str, &str)]) -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", [title]);
    for (term, meaning) in rows {
        roff.control("TP", []).text([bold(*term)]).text([roman(*meaning)]);
    }
    roff
}
