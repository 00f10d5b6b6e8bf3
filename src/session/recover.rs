//! The best that a session's files give: the file itself, or what is whole of it, or the version before it.

use super::files::Files;
use super::read::is_newer;
use super::write::{BEGIN, END};
use super::{Error, Session, from_text, harmless};
use crate::content::{Problems, Source};
use std::path::Path;
use std::{fs, io};

/// No session comes near this size; a file of it is something else.
const LARGEST: u64 = 16 << 20;

/// Damaged places cut out before a file is given up.
const MOST_CUTS: usize = 100;

/// What was found of a session.
#[derive(Debug)]
pub(super) struct Found {
    pub session: Session,
    /// What is wrong with the file and what is used of it or in its place.
    pub note: Option<String>,
    /// Whether the file holds something that the session does not: it must not be overwritten.
    pub damaged: bool,
}

/// One file, as far as it can be read.
enum Look {
    Nothing,
    Whole(Session),
    Damaged(Option<Session>, Problems),
    Newer(Problems),
}

/// Reads a session, changing nothing.
pub(super) fn find(files: &Files) -> Result<Found, Error> {
    let path = files.current();
    let (rest, why) = match look(&path, &files.name)? {
        Look::Whole(session) => return Ok(Found { session, note: None, damaged: false }),
        Look::Newer(problems) => return Err(Error::Newer(path, problems)),
        Look::Nothing => (None, Err(Error::Missing(files.name.clone(), files.folder.clone()))),
        Look::Damaged(rest, problems) => (rest, Ok(problems)),
    };
    let previous = match look(&files.previous(), &files.name) {
        Ok(Look::Whole(session)) => Some(session),
        _ => None,
    };
    let damaged = why.is_ok();
    let what = why.as_ref().map_or_else(|_| format!("{} is gone", path.display()), |found| first(&path, found));
    let Some((session, which)) = better(rest, previous) else {
        return Err(why.map_or_else(|missing| missing, |problems| Error::Unreadable(path, problems)));
    };
    let note = Some(format!("{what}; {which} is used, with {} answers", session.record.given.len()));
    Ok(Found { session, note, damaged })
}

/// What is left of the file, unless the version before it holds more.
fn better(rest: Option<Session>, previous: Option<Session>) -> Option<(Session, &'static str)> {
    let holds = |session: &Session| (session.record.given.len(), session.record.kept.len());
    let (rest_is, previous_is) = ("what is whole of it", "the version before it");
    match (rest, previous) {
        (Some(rest), Some(previous)) => {
            let ((answers, kept), (answers_before, kept_before)) = (holds(&rest), holds(&previous));
            let enough = answers >= answers_before && kept >= kept_before;
            Some(if enough { (rest, rest_is) } else { (previous, previous_is) })
        }
        (Some(rest), None) => Some((rest, rest_is)),
        (None, previous) => Some((previous?, previous_is)),
    }
}

fn first(path: &Path, problems: &Problems) -> String {
    let Some(problem) = problems.0.iter().min_by_key(|problem| problem.span.start) else {
        return format!("{} is damaged", path.display());
    };
    format!("{}:{} is damaged, {}", path.display(), problem.line(), harmless(&problem.what))
}

fn look(path: &Path, name: &str) -> Result<Look, Error> {
    let bytes = match fs::metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Look::Nothing),
        Ok(data) if data.len() > LARGEST => Err(io::Error::other("it is too large for a session")),
        Ok(_) => fs::read(path),
        Err(error) => Err(error),
    };
    let bytes = bytes.map_err(Error::file("read", path))?;
    let source = Source::new(path.display().to_string(), &*String::from_utf8_lossy(&bytes));
    let whole = from_text(&source).and_then(|session| cut_or_garbled(&source, &bytes).or(session));
    // A file that was copied or renamed by hand has the name it got.
    let named = |session| Session { name: name.to_string(), ..session };
    Ok(match whole {
        Ok(session) => Look::Whole(named(session)),
        Err(problems) if is_newer(&source) => Look::Newer(problems),
        Err(problems) => Look::Damaged(whole_entries(&source).map(named), problems),
    })
}

/// What valid TOML can still hide: an end that is missing, bytes that are no text.
fn cut_or_garbled(source: &Source, bytes: &[u8]) -> Problems {
    let mut problems = Problems::default();
    if let Err(error) = std::str::from_utf8(bytes) {
        let at = error.valid_up_to();
        problems.add(source, at..at + 1, "not UTF-8 text", "save it as UTF-8");
    }
    let text = source.text.trim_end();
    if text.starts_with(BEGIN) && !text.ends_with(END) {
        let at = text.len();
        problems.add(source, at..at, "the end is missing", format!("end it with a line '{END}'"));
    }
    problems
}

/// The session without the entries that cannot be read, if that leaves one: of a file cut short, its beginning.
fn whole_entries(source: &Source) -> Option<Session> {
    let mut text = source.text.to_string();
    for _ in 0..MOST_CUTS {
        let problems = match from_text(&Source::new(source.name.clone(), text.as_str())) {
            Ok(session) => return Some(session),
            Err(problems) => problems,
        };
        let first = problems.0.iter().map(|problem| problem.span.start).min()?;
        let (from, to) = entry_at(&text, first)?;
        text.replace_range(from..to, "");
    }
    None
}

/// The bytes of the entry that holds a place: from its header to the next one, a kept career with its plan.
fn entry_at(text: &str, place: usize) -> Option<(usize, usize)> {
    let header = text.as_bytes()[..text.len().min(place + 2)].windows(2).rposition(|pair| pair == b"\n[")?;
    let from = header + 1;
    let headers = text[from..].match_indices("\n[").map(|(at, _)| from + at + 1);
    let to = headers.into_iter().find(|at| !text[*at..].starts_with("[kept.plan]")).unwrap_or(text.len());
    Some((from, to))
}
