//! `careerfit sessions export`, and the same from the screen: a report to keep, written whole or not at all.

use super::output::print;
use super::{Ending, complain, data, keep};
use crate::cli::{Data, Export, Format};
use crate::fit::{Emphasis, Matcher};
use crate::report::{self, Report, Subject};
use crate::session::{Disk, RealDisk, Session, day};
use anyhow::{Context, Result, bail};
use clap::ValueEnum;
use std::env;
use std::fs::DirBuilder;
use std::io;
use std::path::{Path, PathBuf};

/// Careers told in full in a report from the screen.
const TOLD: usize = 10;
/// Reports of one name in one folder.
const MOST: u32 = 1000;

/// Prints a report, or writes it to a file.
pub fn run(wanted: &Export, data: &Data) -> Result<Ending> {
    let matcher = data::matcher(data)?;
    let (session, notes) = keep::named(&wanted.name)?;
    let text = of_session(&matcher, &session, notes, wanted.format, wanted.top)?;
    if wanted.out == Path::new("-") {
        print(&text)?;
        return Ok(Ending::Done);
    }
    place(&wanted.out, &text, wanted.force).map_err(|error| refusal(&wanted.out, error))?;
    complain(&format!("written: {}", wanted.out.display()));
    Ok(Ending::Done)
}

/// A report to keep on a session.
pub fn of_session(
    matcher: &Matcher,
    session: &Session,
    mut notes: Vec<String>,
    format: Format,
    top: usize,
) -> Result<String> {
    let (answers, aside) = keep::answers(session, &matcher.kit.questionnaire)?;
    notes.extend(aside);
    let record = &session.record;
    let outcome = matcher.outcome(&answers, Emphasis::from_name(record.emphasis.as_deref()));
    let subject = Subject { person: session.name.clone(), answers: &answers, limits: &record.limits, notes };
    let made = day(keep::now()).unwrap_or_default();
    let head = if format == Format::Csv { report::csv_head() } else { String::new() };
    Ok(head + &written(&report::whole(matcher, &outcome, subject, record, made, top), format))
}

/// A report in a format.
pub fn written(report: &Report<'_>, format: Format) -> String {
    match format {
        Format::Text => report::text(report) + "\n",
        Format::Json => report::json(report) + "\n",
        Format::Csv => report::csv(report),
        Format::Markdown => report::markdown(report),
        Format::Html => report::html(report),
    }
}

/// Writes a report under a name that no file has: in the current folder, or where that cannot be written in `beside`.
pub fn to_keep(matcher: &Matcher, session: &Session, format: &str, beside: Option<&Path>) -> Result<PathBuf> {
    let format = Format::from_str(format, true).map_err(anyhow::Error::msg)?;
    let text = of_session(matcher, session, Vec::new(), format, TOLD)?;
    let here = env::current_dir().context("the current folder is gone");
    let name = format!("careerfit-{}", session.name);
    let first = here.and_then(|here| place_beside(&here, &name, ending(format), &text));
    match (first, beside) {
        (Err(_), Some(beside)) => {
            private_folder(beside).with_context(|| format!("cannot make {}", beside.display()))?;
            place_beside(beside, &name, ending(format), &text)
        }
        (first, _) => first,
    }
}

const fn ending(format: Format) -> &'static str {
    match format {
        Format::Text => "txt",
        Format::Json => "json",
        Format::Csv => "csv",
        Format::Markdown => "md",
        Format::Html => "html",
    }
}

/// Writes under the first free name: NAME.html, NAME-2.html and so on.
fn place_beside(folder: &Path, name: &str, ending: &str, text: &str) -> Result<PathBuf> {
    for number in 1..MOST {
        let more = if number == 1 { String::new() } else { format!("-{number}") };
        let path = folder.join(format!("{name}{more}.{ending}"));
        match place(&path, text, false) {
            Ok(()) => return Ok(path),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(refusal(&path, error)),
        }
    }
    bail!("{} holds very many reports: tidy it first", folder.display())
}

/// Writes a file for its owner only, whole or not at all; takes the place of another only where `force` says so.
fn place(path: &Path, text: &str, force: bool) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !force && path.symlink_metadata().is_ok() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let part = folder.join(format!(".{name}.{}.part", std::process::id()));
    let disk = RealDisk;
    let placed = disk.write(&part, text).and_then(|file| {
        disk.sync(&file, folder)?;
        // a second name is refused where there is a file already, a rename takes its place; some disks know no second names
        match disk.link(&part, path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && !force => Err(error),
            Err(_) => disk.rename(&part, path),
            Ok(()) => Ok(()),
        }
    });
    disk.remove(&part)?;
    placed
}

fn refusal(path: &Path, error: io::Error) -> anyhow::Error {
    let remedy = match error.kind() {
        io::ErrorKind::AlreadyExists => "choose another name, or add --force to write in its place",
        io::ErrorKind::NotFound => "make its folder first",
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => "choose a folder that you can write to",
        io::ErrorKind::StorageFull => "free some space first",
        _ => "choose another place",
    };
    anyhow::Error::new(error).context(format!("cannot write {} ({remedy})", path.display()))
}

fn private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_report_takes_the_place_of_no_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let write = |text| place_beside(folder.path(), "careerfit-me", "html", text).expect("written");
        let (first, second, third) = (write("one"), write("two"), write("three"));
        assert_eq!(second, folder.path().join("careerfit-me-2.html"));
        assert_eq!(
            [first, second, third].map(|path| fs::read_to_string(path).expect("a file")),
            ["one", "two", "three"]
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_report_is_for_its_owner_only() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("a folder");
        let path = place_beside(folder.path(), "me", "md", "x").expect("written");
        assert_eq!(fs::metadata(path).expect("a file").permissions().mode() & 0o777, 0o600);
    }
}
