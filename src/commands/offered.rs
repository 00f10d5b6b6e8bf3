//! The sessions of before that the first screen offers, and what is wrong with their folder.

use super::sessions_io::now;
use crate::model::SECONDS_PER_DAY;
use crate::session::{self, Listed, Session, Store};
use crate::tui::{SavedSession, SavedSessions};
use std::path::PathBuf;

/// So many sessions are read to be offered.
const MAX_SESSIONS: usize = 5;

/// The newest sessions of a folder, those answered with the questionnaire of this id first, and what is wrong with it.
pub fn offer_sessions(folder: Result<PathBuf, String>, questionnaire: &str) -> (SavedSessions, Vec<String>) {
    let listed = folder.and_then(|folder| {
        let store = Store::open(folder).map_err(|error| error.to_string())?;
        // what cannot be swept now is swept another time
        let _ = store.sweep_deleted(now());
        Ok((store.list().map_err(|error| error.to_string())?, store.warn_of_exposure()))
    });
    let (mut listed, exposed) = match listed {
        Ok(found) => found,
        Err(error) => return (SavedSessions::default(), vec![format!("Your answers cannot be kept: {error}")]),
    };

    // this sort keeps the order of equals: the newest stay first
    listed.sort_by_key(|one| one.session.as_ref().is_none_or(|session| session.questionnaire != questionnaire));
    let unreadable = listed.iter().filter(|one| one.session.is_none());
    let unreadable: Vec<&str> = unreadable.filter_map(|one| one.note.as_deref()?.lines().next()).collect();
    let notes = unreadable.iter().map(|first| format!("{}.", first.trim_end_matches('.')));
    let why = (!unreadable.is_empty()).then(|| "'careerfit check FILE' says what is wrong with it.".to_string());
    let notes = notes.chain(why).chain(exposed.map(|why| format!("{why}."))).collect();

    let saved_session = |one: Listed| {
        let when = one.find_time().map(|last| describe_time(last, now())).unwrap_or_default();
        let Session { record, lead, .. } = one.session?;
        Some(SavedSession { name: one.name, when, record, lead, ..SavedSession::default() })
    };
    let sessions = listed.into_iter().filter_map(saved_session).filter(|session| session.record.is_begun());
    (SavedSessions::new(sessions.take(MAX_SESSIONS).collect()), notes)
}

/// A time in words, seen from now; both in seconds since 1970.
fn describe_time(last: u64, now: u64) -> String {
    match (now / SECONDS_PER_DAY).checked_sub(last / SECONDS_PER_DAY) {
        Some(0) => "today".to_string(),
        Some(1) => "yesterday".to_string(),
        _ => session::format_day(last).unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::{describe_time, offer_sessions};
    use crate::model::{AnswerEntry, Rating, Response};
    use crate::session::{Session, to_text};
    use std::fs;

    #[test]
    fn answers_to_the_questions_that_are_asked_are_offered_first() {
        let folder = tempfile::tempdir().expect("a folder");
        for (name, questionnaire, at) in [("old", "ours", 60), ("new", "others", 900), ("older", "ours", 5)] {
            let mut session = Session { name: name.into(), questionnaire: questionnaire.into(), ..Session::default() };
            let (question, response) = ("a".to_string(), Response::Value(Rating::MIDDLE));
            session.record.given.push(AnswerEntry { question, text: 1, response, at, again: false });
            fs::write(folder.path().join(format!("{name}.toml")), to_text(&session)).expect("written");
        }

        let offered = |asked: &str| {
            let (found, _) = offer_sessions(Ok(folder.path().to_path_buf()), asked);
            found.all().iter().map(|one| one.name.clone()).collect::<Vec<_>>()
        };
        assert_eq!(offered("ours"), ["old", "older", "new"]);
        assert_eq!(offered("others"), ["new", "old", "older"]);
    }

    #[test]
    fn a_session_that_was_only_begun_is_offered_by_the_day_it_was_saved() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut old = Session { name: "old".into(), questionnaire: "ours".into(), ..Session::default() };
        let response = Response::Value(Rating::MIDDLE);
        old.record.given.push(AnswerEntry { question: "a".into(), text: 1, response, at: 60, again: false });
        let mut begun = Session { name: "begun".into(), questionnaire: "ours".into(), ..Session::default() };
        begun.record.situation.insert("now".into(), "school".into());
        let looked_in = Session { name: "looked-in".into(), questionnaire: "ours".into(), ..Session::default() };
        for session in [old, begun, looked_in] {
            fs::write(folder.path().join(format!("{}.toml", session.name)), to_text(&session)).expect("written");
        }

        let (found, _) = offer_sessions(Ok(folder.path().to_path_buf()), "ours");
        let offered: Vec<(&str, &str)> = found.all().iter().map(|one| (one.name.as_str(), one.when.as_str())).collect();
        assert_eq!(offered, [("begun", "today"), ("old", "1970-01-01")]);
    }

    #[test]
    fn a_day_is_told_as_people_say_it() {
        let now = 20_000 * 86_400 + 100;
        assert_eq!(describe_time(now - 50, now), "today");
        assert_eq!(describe_time(now - 200, now), "yesterday");
        assert_eq!(describe_time(86_400, now), "1970-01-02");
        assert_eq!(describe_time(now + 3 * 86_400, now), "2024-10-07", "a clock that went backwards");
    }
}
