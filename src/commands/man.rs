//! `careerfit man`: the manual page of the program, or a folder with a page for each subcommand too.

use super::ExitStatus;
use super::output::{print, say};
use crate::PROGRAM;
use crate::cli::{Cli, FOR_DEVELOPERS};
use anyhow::{Context, Result};
use clap::{Arg, Command, CommandFactory};
use clap_mangen::Man;
use clap_mangen::roff::{Inline, Roff, bold, italic, roman};
use std::fs;
use std::io;
use std::path::Path;

/// Where things lie, as every page says; `~` stands for the reader's home.
const FILES: [(&str, &str); 3] = [
    (
        "$XDG_DATA_HOME/careerfit/sessions/NAME.toml",
        "Saved answers; ~/.local/share/careerfit/sessions/NAME.toml where the variable is not set.",
    ),
    (
        "$XDG_DATA_HOME/careerfit/deleted/",
        "Deleted sessions for 30 days; ~/.local/share/careerfit/deleted/ where the variable is not set.",
    ),
    (
        "$XDG_CONFIG_HOME/careerfit/config.toml",
        "Settings; ~/.config/careerfit/config.toml where the variable is not set.",
    ),
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
    // help leaves these out, but they have pages as the others do
    for name in FOR_DEVELOPERS {
        command = command.mut_subcommand(name, |below| below.hide(false));
    }
    command.build();
    let Some(folder) = out else {
        print(&write_page(&command, "careerfit")?)?;
        return Ok(ExitStatus::Done);
    };

    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let pages = write_pages(&command, "careerfit", folder)?;
    say(&format!("Written: {pages} pages in {}", folder.display()));
    Ok(ExitStatus::Done)
}

/// Writes the page of a command and those of the commands below it; how many there are comes back.
fn write_pages(command: &Command, name: &str, folder: &Path) -> Result<usize> {
    let path = folder.join(format!("{name}.1"));
    fs::write(&path, write_page(command, name)?).with_context(|| format!("cannot write {}", path.display()))?;

    let mut pages = 1;
    for below in command.get_subcommands() {
        pages += write_pages(below, &format!("{name}-{}", below.get_name()), folder)?;
    }
    Ok(pages)
}

/// One page in roff, without the summary of examples and files that help prints: they have sections of their own.
fn write_page(command: &Command, name: &str) -> io::Result<String> {
    let man = Man::new(command.clone()).title(name.to_uppercase()).source(PROGRAM).manual("careerfit manual");

    let mut text = Vec::new();
    man.render_title(&mut text)?;
    man.render_name_section(&mut text)?;
    write_synopsis(command).to_writer(&mut text)?;
    man.render_description_section(&mut text)?;
    if command.get_arguments().next().is_some() {
        man.render_options_section(&mut text)?;
    }
    if command.has_subcommands() {
        man.render_subcommands_section(&mut text)?;
    }

    write_examples(command).to_writer(&mut text)?;
    for (title, rows) in [("FILES", &FILES[..]), ("ENVIRONMENT", &ENVIRONMENT), ("EXIT STATUS", &EXIT_STATUS)] {
        write_list(title, rows).to_writer(&mut text)?;
    }
    Ok(spell_in_ascii(&empty_date(&String::from_utf8_lossy(&text))))
}

/// The title with a place for the date, which would otherwise be taken by the version behind it. It stays empty: the program
/// does not know when it was released, and `.ci/package`, which does, writes it in.
fn empty_date(page: &str) -> String {
    page.replacen(" 1  \"", " 1 \"\" \"", 1)
}

/// The page with roff's own names for characters outside ASCII, which not every groff reads otherwise.
fn spell_in_ascii(page: &str) -> String {
    let written = |letter: char| match letter {
        '…' => "...".to_string(),
        letter if letter.is_ascii() => letter.to_string(),
        letter => format!("\\[u{:04X}]", u32::from(letter)),
    };
    page.chars().map(written).collect()
}

/// How the command is called: options with their values, and then what stands without a name.
fn write_synopsis(command: &Command) -> Roff {
    let mut arguments: Vec<&Arg> = command.get_arguments().filter(|argument| !argument.is_hide_set()).collect();
    arguments.sort_by_key(|argument| argument.is_positional());

    let mut line = vec![bold(command.get_bin_name().unwrap_or_else(|| command.get_name()))];
    line.extend(arguments.into_iter().flat_map(write_argument));
    if command.has_subcommands() {
        line.extend(put_in_brackets(!command.is_subcommand_required_set(), vec![italic("subcommand")]));
    }

    let mut roff = Roff::new();
    roff.control("SH", ["SYNOPSIS"]).text(line);
    roff
}

fn write_argument(argument: &Arg) -> Vec<Inline> {
    let names = argument.get_value_names().unwrap_or_default().iter().map(ToString::to_string);
    let value = names.collect::<Vec<String>>().join(" ");
    let value = if value.is_empty() { argument.get_id().to_string() } else { value };
    let several = if argument.get_num_args().is_some_and(|count| count.max_values() > 1) { "..." } else { "" };

    let mut inside = Vec::new();
    inside.extend(argument.get_short().map(|short| bold(format!("-{short}"))));
    if let Some(long) = argument.get_long() {
        inside.extend((!inside.is_empty()).then(|| roman("|")));
        inside.push(bold(format!("--{long}")));
    }
    if argument.get_action().takes_values() {
        inside.extend((!argument.is_positional()).then(|| roman(" ")));
        inside.push(italic(value + several));
    }
    put_in_brackets(!argument.is_required_set(), inside)
}

/// Behind a blank, and in brackets where it may be left out.
fn put_in_brackets(may_be_left_out: bool, mut inside: Vec<Inline>) -> Vec<Inline> {
    inside.insert(0, roman(if may_be_left_out { " [" } else { " " }));
    inside.extend(may_be_left_out.then(|| roman("]")));
    inside
}

/// What stands behind the options in help: lines further in as they stand there, the others as text.
fn write_examples(command: &Command) -> Roff {
    let mut roff = Roff::new();
    let Some(after) = command.get_after_help().map(ToString::to_string) else { return roff };
    roff.control("SH", ["EXAMPLES AND NOTES"]);

    let lines: Vec<&str> = after.lines().collect();
    for block in lines.chunk_by(|one, other| one.starts_with(' ') == other.starts_with(' ')) {
        let is_as_it_stands = block[0].starts_with(' ');
        roff.control(if is_as_it_stands { "nf" } else { "fi" }, []);
        for line in block {
            if line.is_empty() {
                roff.control("PP", []);
            } else {
                roff.text([roman(*line)]);
            }
        }
    }
    roff.control("fi", []);
    roff
}

fn write_list(title: &str, rows: &[(&str, &str)]) -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", [title]);
    for (term, meaning) in rows {
        roff.control("TP", []).text([bold(*term)]).text([roman(*meaning)]);
    }
    roff
}
