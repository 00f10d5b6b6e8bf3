//! `careerfit sessions export`, and the same from the screen: a report to keep, written whole or not at all.

use super::output::{find_reader, is_terminal, print, print_styled, say};
use super::place::{explain_refusal, list_names, place, place_beside};
use super::score::separate_columns;
use super::{ExitStatus, load, sessions_io};
use crate::cli::{Export, Separator};
use crate::fit::Matcher;
use crate::report::{self, Format, Report, Subject};
use crate::session::{Session, format_day};
use anyhow::{Context, Result, bail};
use std::env;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

/// Careers told in full in a report from the screen.
const MAX_CAREERS: usize = 10;

/// Prints a report, or writes it to a file.
pub fn run(wanted: &Export) -> Result<ExitStatus> {
    let to_output = wanted.out == Path::new("-");
    if to_output {
        keep_off_terminal(wanted.format, &format!("careerfit sessions export {}", wanted.name))?;
    }

    let matcher = load::load_matcher(&wanted.data)?;
    let (session, notes) = sessions_io::load_named(&wanted.name)?;
    let format = guard_format(wanted.format, wanted.safe_csv)?;
    refuse_separator(wanted.format, wanted.separator)?;
    if to_output && is_terminal() && format.name() == "text" {
        let write = |report: &Report<'_>| report::write_whole_for_reader(report, find_reader());
        print_styled(&write_report(&matcher, &session, notes, wanted.top, write)?)?;
        return Ok(ExitStatus::Done);
    }

    let text = export_session(&matcher, &session, notes, format, wanted.top)?;
    let is_csv = wanted.format.name() == "csv";
    let text = if is_csv { separate_columns(text, wanted.separator)? } else { text };

    if to_output {
        print(&text)?;
        return Ok(ExitStatus::Done);
    }

    place(&wanted.out, &text, wanted.force).map_err(|error| explain_refusal(&wanted.out, error))?;
    say(&format!("Written: {}", wanted.out.display()));
    Ok(ExitStatus::Done)
}

/// Refuses to pour a page for a browser over a terminal.
pub fn keep_off_terminal(format: Format, command: &str) -> Result<()> {
    let name = format.name();
    if name == "html" && io::stdout().is_terminal() {
        bail!("HTML is for a browser, not for this terminal: {command} --format {name} > report.{}", format.ending());
    }
    Ok(())
}

/// The format, with no cell in it that a spreadsheet would run, where that is asked for.
pub fn guard_format(format: Format, is_asked: bool) -> Result<Format> {
    if !is_asked {
        return Ok(format);
    }
    format.guard().with_context(|| format!("--safe-csv is for --format csv; {} needs none of it", format.name()))
}

/// Refuses a separator where no columns are separated.
pub fn refuse_separator(format: Format, separator: Separator) -> Result<()> {
    let name = format.name();
    if separator != Separator::Comma && name != "csv" {
        bail!("--separator is for --format csv; {name} needs none of it");
    }
    Ok(())
}

/// A report to keep on a session.
pub fn export_session(
    matcher: &Matcher,
    session: &Session,
    notes: Vec<String>,
    format: Format,
    top: usize,
) -> Result<String> {
    write_report(matcher, session, notes, top, |report| format.write(report))
}

fn write_report(
    matcher: &Matcher,
    session: &Session,
    mut notes: Vec<String>,
    top: usize,
    write: impl Fn(&Report<'_>) -> String,
) -> Result<String> {
    let (answers, aside) = sessions_io::collect_answers(session, &matcher.dataset.questionnaire)?;
    notes.extend(aside);

    let record = &session.record;
    let outcome = matcher.evaluate(&answers, record.emphasis());
    let subject = Subject { person: session.name.clone(), answers: &answers, record, notes };
    let made = format_day(sessions_io::now()).unwrap_or_default();
    Ok(write(&report::build_report(matcher, &outcome, subject, made, top)))
}

/// Where a report can be written: among the person's documents, or else at home or in the current folder, under a name that
/// no file has.
pub fn propose_path(name: &str, format: Format) -> PathBuf {
    let home = env::home_dir().filter(|home| home.is_dir());
    let documents = home.as_ref().map(|home| home.join("Documents")).filter(|folder| folder.is_dir());
    let folder = documents.or(home).or_else(|| env::current_dir().ok()).unwrap_or_default();

    let name = format!("careerfit-{name}");
    let free = list_names(&folder, &name, format.ending()).find(|path| path.symlink_metadata().is_err());
    free.unwrap_or(folder)
}

/// Writes a report to a path as the person typed it, where no file may be yet; what was written comes back.
pub fn write_to_keep(matcher: &Matcher, session: &Session, format: Format, path: &str) -> Result<PathBuf> {
    // typed on a screen, where no shell puts the home in the place of the tilde
    let path = match (path.strip_prefix("~/"), env::home_dir()) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => PathBuf::from(path),
    };

    let text = export_session(matcher, session, Vec::new(), format, MAX_CAREERS)?;
    match place(&path, &text, false) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && !path.is_dir() => {
            bail!("there is a file at {} already; choose another name", path.display())
        }
        placed => placed.map_err(|error| explain_refusal(&path, error))?,
    }
    Ok(path)
}

/// Writes answers that cannot be saved in their own folder: in the current folder, at home or where temporary files are.
pub fn write_elsewhere(name: &str, text: &str) -> Result<PathBuf> {
    let folders = [env::current_dir().ok(), env::home_dir(), Some(env::temp_dir())];
    // not collected: a folder is written to only where those before it refused
    let written =
        folders.into_iter().flatten().map(|folder| place_beside(&folder, &format!("careerfit-{name}"), "toml", text));

    let mut refused = None;
    for one in written {
        match one {
            Ok(path) => return Ok(path),
            Err(error) => refused = Some(error),
        }
    }
    Err(refused.unwrap_or_else(|| anyhow::anyhow!("there is no other folder to write to")))
}

/// What is said of answers that were written elsewhere than in the folder of their session.
pub fn say_elsewhere(name: &str, path: &Path, folder: &Path) -> String {
    let (path, folder) = (path.display(), folder.display());
    format!(
        "your answers are in {path}; to go on with them move that file to {folder}/{name}.toml, or see what they give \
         with 'careerfit score {path}'"
    )
}
