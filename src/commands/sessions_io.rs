//! Sessions on disk, as the commands use them.

use super::config::Settings;
use super::exit::Unusable;
use super::output::note;
use crate::diagnostics::Source;
use crate::model::{Answers, Length, Questionnaire};
use crate::session::{self, Autosave, Loaded, Session, Store, find_data_folder};
use anyhow::{Context, Result, bail};
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

/// The person's sessions.
pub fn open_store() -> Result<Store> {
    let store = Store::open(find_data_folder("careerfit")?)?;
    if let Some(why) = store.warn_of_exposure() {
        note(&why);
    }
    Ok(store)
}

/// Seconds since 1970, UTC.
pub fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}

/// A session in a file of any name.
pub fn from_file(path: &Path) -> Result<Session> {
    let bytes = session::read_regular(path, session::MAX_SESSION_BYTES);
    let bytes = bytes.with_context(|| format!("cannot read {}", path.display()))?;
    let text = crate::own::decode_text(path, bytes)?;
    Ok(session::from_text(&Source::new(path.display().to_string(), text))?)
}

/// A session as somebody names it: a file ending in .toml, or else one of the person's own; and what the reader must know.
pub fn load_named(name: &str) -> Result<(Session, Vec<String>)> {
    let path = Path::new(name);
    if path.extension().is_some_and(|ending| ending == "toml") {
        return Ok((from_file(path)?, Vec::new()));
    }

    let loaded = open_store()?.read(name)?;
    Ok((loaded.session, loaded.note.into_iter().collect()))
}

/// A session in a text.
pub fn from_text(name: &str, text: String) -> Result<Session> {
    Ok(session::from_text(&Source::new(name, text))?)
}

/// The answers of a session that count, all of them choices of this questionnaire, and what the reader must know.
pub fn collect_answers(session: &Session, questionnaire: &Questionnaire) -> Result<(Answers, Vec<String>)> {
    let answers = session.record.collect_answers(questionnaire);
    for (question, value) in answers.values() {
        if questionnaire.part_of(question).label(value).is_none() {
            let (name, id) = (&session.name, &questionnaire.question(question).id);
            bail!(Unusable(format!("{name}: {value} is no answer to '{id}'; correct it in the session's file")));
        }
    }

    Ok((answers, session.describe_set_aside(questionnaire).into_iter().collect()))
}

/// A session to answer questions in.
pub struct Opened {
    /// The session named, or a new one.
    pub session: Session,
    /// What must be known of it.
    pub notes: Vec<String>,
    /// Why nothing can be saved in it, if so.
    pub nowhere: Option<String>,
}

/// Opens the session that was asked for, or begins it.
///
/// # Errors
/// Another program has it, it cannot be read, or its name cannot be one.
pub fn open(sessions: &mut Autosave, settings: &Settings, questionnaire: &Questionnaire) -> Result<Opened> {
    let walk = &settings.walk;
    let name = walk.session.clone().unwrap_or_else(|| sessions.store().new_name());
    if sessions.store().has(&name) && !walk.new {
        return reopen(sessions, &name, walk.length, questionnaire);
    }

    let mut session = Session::new(name, questionnaire);
    let nowhere = match sessions.begin(session.clone()) {
        Ok(()) => None,
        // questions can be answered without a disk: the answers are written elsewhere at the end
        Err(error @ session::Error::File(..)) => Some(error.to_string()),
        Err(error) => return Err(error.into()),
    };
    session.record.length = settings.new_length.unwrap_or_default();
    Ok(Opened { session, notes: Vec::new(), nowhere })
}

/// Opens a session that is there; its length is another only where the command line says so.
fn reopen(
    sessions: &mut Autosave,
    name: &str,
    length: Option<Length>,
    questionnaire: &Questionnaire,
) -> Result<Opened> {
    let Loaded { mut session, note, read_only, busy, .. } = sessions.open(name)?;
    if let Some(why) = read_only.as_ref().filter(|_| busy) {
        bail!("{why}");
    }

    session.record.length = length.unwrap_or(session.record.length);
    let aside = session.describe_set_aside(questionnaire);
    let notes = [note, aside, session.warn_of_future(now())].into_iter().flatten().collect();
    Ok(Opened { session, notes, nowhere: read_only })
}
