//! `careerfit new`: a catalogue or questionnaire to begin with, which passes `check` as it is.

use super::ExitStatus;
use super::output::{print, say};
use super::place::explain_refusal;
use crate::cli::Scaffold;
use crate::content::shipped::load_texts;
use anyhow::{Result, bail};
use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::Path;

/// Prints a scaffold, or writes it to a file that is not there yet.
pub fn run(what: Scaffold, out: &Path) -> Result<ExitStatus> {
    let name = match what {
        Scaffold::Catalogue => "scaffolds/catalogue.toml",
        Scaffold::Questionnaire => "scaffolds/questionnaire.toml",
    };
    let Some(text) = load_texts().remove(name) else { bail!("the data of this program is damaged; install it again") };

    if out == Path::new("-") {
        print(&text)?;
        return Ok(ExitStatus::Done);
    }

    let shown = out.display();
    let file = OpenOptions::new().write(true).create_new(true).open(out);
    if file.as_ref().is_err_and(|error| error.kind() == ErrorKind::AlreadyExists) && !out.is_dir() {
        bail!("{shown} is there already; choose another name");
    }

    file.and_then(|mut file| file.write_all(text.as_bytes())).map_err(|error| explain_refusal(out, error))?;
    say(&format!("Written: {shown}. Change it, and see 'careerfit check {shown}'."));
    Ok(ExitStatus::Done)
}
