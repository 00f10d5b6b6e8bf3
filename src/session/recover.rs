//! The best that a session's files give: the file itself, or what is whole of it, or the version before it.

use super::files::Files;
use super::names::explain_missing;
use super::read::is_newer;
use super::regular::read_regular;
use super::write::{BEGIN, END};
use super::{Error, Session, from_text};
use crate::diagnostics::{Problems, Source};
use crate::text::{pluralise, show_controls};
use std::io;
use std::path::Path;

/// No session comes near this size; a file of it is something else.
pub const MAX_SESSION_BYTES: u64 = 4 << 20;

/// Damaged places cut out before a file is given up.
const MAX_CUTS: usize = 100;

/// Bytes read in all while damaged places are cut out, so that a large file takes no longer than many cuts of a usual one.
const MOST_READ: usize = 32 << 20;

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
pub(super) fn find_session(files: &Files) -> Result<Found, Error> {
    let path = files.current();
    let (rest, why) = match look_at(&path, &files.name)? {
        Look::Whole(session) => return Ok(Found { session, note: None, damaged: false }),
        Look::Newer(problems) => return Err(Error::Newer(path, problems)),
        Look::Nothing => (None, Err(explain_missing(&files.name, &files.folder))),
        Look::Damaged(rest, problems) => (rest, Ok(problems)),
    };

    let previous = match look_at(&files.previous(), &files.name) {
        Ok(Look::Whole(session)) => Some(session),
        _ => None,
    };
    // A file that is gone holds nothing that could be overwritten.
    let damaged = why.is_ok();
    let what =
        why.as_ref().map_or_else(|_| format!("{} is gone", path.display()), |found| describe_first(&path, found));

    let Some((session, which)) = choose_better(rest, previous) else {
        return Err(why.map_or_else(|missing| missing, |problems| Error::Unreadable(path, problems)));
    };

    let note = Some(format!("{what}; {which} is used, with {}", pluralise(session.count_answers(), "answer")));
    Ok(Found { session, note, damaged })
}

/// What is left of the file, unless the version before it holds more of anything.
fn choose_better(rest: Option<Session>, previous: Option<Session>) -> Option<(Session, &'static str)> {
    let (rest_is, previous_is) = ("what is whole of it", "the version before it");
    match (rest, previous) {
        (Some(rest), Some(previous)) => {
            let lost_nothing =
                count_holdings(&rest).iter().zip(count_holdings(&previous)).all(|(now, before)| *now >= before);
            Some(if lost_nothing { (rest, rest_is) } else { (previous, previous_is) })
        }
        (Some(rest), None) => Some((rest, rest_is)),
        (None, previous) => Some((previous?, previous_is)),
    }
}

/// How much a session holds of each thing that a person says.
fn count_holdings(session: &Session) -> [usize; 13] {
    let Session { record, .. } = session;
    let plans = record.kept.iter().filter(|kept| kept.plan.is_some()).count();

    [
        record.given.len(),
        record.kept.len(),
        plans,
        record.situation.len(),
        record.goals.len(),
        record.leave.len(),
        record.sliders.len(),
        record.cards.len(),
        record.conditions.len(),
        record.opened.len(),
        record.limits.len(),
        usize::from(record.present_job.is_some()),
        usize::from(record.emphasis.is_some()),
    ]
}

fn describe_first(path: &Path, problems: &Problems) -> String {
    let Some(problem) = problems.kept_problems().first() else {
        return format!("{} is damaged", path.display());
    };
    format!("{}:{} is damaged, {}", path.display(), problem.line(), show_controls(&problem.what))
}

fn look_at(path: &Path, name: &str) -> Result<Look, Error> {
    let bytes = match read_regular(path, MAX_SESSION_BYTES) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Look::Nothing),
        bytes => bytes.map_err(Error::wrap_refusal("read", path))?,
    };

    let source = Source::new(path.display().to_string(), &*String::from_utf8_lossy(&bytes));
    let whole = from_text(&source).and_then(|session| check_bytes(&source, &bytes).or(session));
    // A file that was copied or renamed by hand has the name it got.
    let named = |session| Session { name: name.to_string(), ..session };

    Ok(match whole {
        Ok(session) => Look::Whole(named(session)),
        Err(problems) if is_newer(&source) => Look::Newer(problems),
        Err(problems) => Look::Damaged(read_whole_entries(&source).map(named), problems),
    })
}

/// What valid TOML can still hide: an end that is missing, bytes that are no text.
fn check_bytes(source: &Source, bytes: &[u8]) -> Problems {
    let mut problems = Problems::default();
    if let Err(error) = std::str::from_utf8(bytes) {
        let at = error.valid_up_to();
        problems.add(source, at..at, "not UTF-8 text", "save it as UTF-8");
    }

    let text = source.text.trim_end();
    if text.starts_with(BEGIN) && !text.ends_with(END) {
        let at = text.len();
        problems.add(source, at..at, "the end is missing", format!("end it with a line '{END}'"));
    }

    problems
}

/// The session without the entries that cannot be read, if that leaves one: of a file cut short, its beginning.
fn read_whole_entries(source: &Source) -> Option<Session> {
    let mut text = source.text.to_string();

    for _ in 0..MAX_CUTS.min(MOST_READ / text.len().max(1)) {
        let problems = match from_text(&Source::new(source.name.clone(), text.as_str())) {
            Ok(session) => return Some(session),
            Err(problems) => problems,
        };

        let first = problems.kept_problems().iter().map(|problem| problem.span.start).min()?;
        let (from, to) = find_entry(&text, first)?;
        text.replace_range(from..to, "");
    }
    None
}

/// The bytes of the entry that holds a place: from its header to the next one, a kept career with its plan.
fn find_entry(text: &str, place: usize) -> Option<(usize, usize)> {
    let header = text.as_bytes()[..text.len().min(place + 2)].windows(2).rposition(|pair| pair == b"\n[")?;
    let from = header + 1;
    let headers = text[from..].match_indices("\n[").map(|(at, _)| from + at + 1);
    let to = headers.into_iter().find(|at| !text[*at..].starts_with("[kept.plan]")).unwrap_or(text.len());
    Some((from, to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_damaged_file_the_entry_that_holds_the_place_is_cut_and_a_career_with_its_plan() {
        let text = "version = 1\n\n[[answer]]\na = 1\n\n[[kept]]\nb = 2\n[kept.plan]\nc = 3\n\n[[answer]]\nd = 4\n";
        let entry = |of: &str| {
            let (from, to) = find_entry(text, text.find(of).expect("there"))?;
            Some(text[from..to].trim_end())
        };
        assert_eq!(entry("a = 1"), Some("[[answer]]\na = 1"));
        assert_eq!(entry("b = 2"), Some("[[kept]]\nb = 2\n[kept.plan]\nc = 3"));
        assert_eq!(entry("d = 4"), Some("[[answer]]\nd = 4"));
        assert_eq!(entry("[[kept]]"), Some("[[kept]]\nb = 2\n[kept.plan]\nc = 3"), "its header is a part of it");
        assert_eq!(entry("version"), None, "before the first entry there is none to cut");
    }
}
