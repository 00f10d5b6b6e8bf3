//! Sessions on disk, as the commands use them.

use super::data;
use super::ending::Unusable;
use crate::cli::Walk;
use crate::content::Source;
use crate::model::{Answers, Questionnaire};
use crate::session::{self, Session, Store, data_folder};
use anyhow::{Result, bail};
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

/// The person's sessions.
pub fn store() -> Result<Store> {
    Ok(Store::open(data_folder("careerfit")?)?)
}

/// Seconds since 1970, UTC.
pub fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}

/// A session in a file of any name.
pub fn from_file(path: &Path) -> Result<Session> {
    Ok(session::from_text(&data::source(path)?)?)
}

/// A session as somebody names it: a file ending in .toml, or else one of the person's own; and what the reader must know.
pub fn named(name: &str) -> Result<(Session, Vec<String>)> {
    let path = Path::new(name);
    if path.extension().is_some_and(|ending| ending == "toml") {
        return Ok((from_file(path)?, Vec::new()));
    }
    let loaded = store()?.read(name)?;
    Ok((loaded.session, loaded.note.into_iter().collect()))
}

/// A session in a text.
pub fn from_text(name: &str, text: String) -> Result<Session> {
    Ok(session::from_text(&Source::new(name, text))?)
}

/// The answers of a session that count, all of them choices of this questionnaire, and what the reader must know.
pub fn answers(session: &Session, questionnaire: &Questionnaire) -> Result<(Answers, Vec<String>)> {
    let answers = session.record.answers(questionnaire);
    for (question, value) in answers.values() {
        if questionnaire.part_of(question).label(value).is_none() {
            let (name, id) = (&session.name, &questionnaire.question(question).id);
            bail!(Unusable(format!("{name}: {value} is no answer to '{id}'; correct it in the session's file")));
        }
    }
    Ok((answers, session.set_aside(questionnaire).into_iter().collect()))
}

/// A session to answer questions in: the one named, or a new one.
pub fn open(store: &mut Store, walk: &Walk, questionnaire: &Questionnaire) -> Result<(Session, Option<String>)> {
    let name = walk.session.clone().unwrap_or_else(|| store.new_name());
    let (mut session, note) = if store.has(&name) && !walk.new {
        let loaded = store.load(&name)?;
        if let Some(why) = loaded.read_only {
            bail!("{why}");
        }
        (loaded.session, loaded.note)
    } else {
        store.create(&name)?;
        (Session::new(name, questionnaire), None)
    };
    if let Some(length) = walk.length {
        session.record.length = length;
    }
    let aside = session.set_aside(questionnaire);
    let notes: Vec<String> = note.into_iter().chain(aside).collect();
    Ok((session, (!notes.is_empty()).then(|| notes.join("\n"))))
}
