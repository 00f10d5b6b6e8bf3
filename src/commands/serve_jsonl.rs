//! `careerfit take`: the questionnaire for programs.

use super::config::Settings;
use super::output::note;
use super::plain::SavedAnswers;
use super::sessions_io::Opened;
use super::{ExitStatus, interrupt, load, sessions_io};
use crate::cli::Take;
use crate::fit::Matcher;
use crate::interview::Interview;
use crate::model::SessionRecord;
use crate::plain::{Conversation, Host, Protocol};
use crate::session::Autosave;
use anyhow::{Result, bail};
use std::io;
use std::sync::Arc;

/// The name in the result where nothing is kept.
const UNSAVED: &str = "unsaved";

/// Asks a program, and keeps every answer unless it wants none kept.
pub fn run(take: &Take, settings: &Settings) -> Result<ExitStatus> {
    if settings.walk.choose_length {
        bail!("--choose-length asks a person, and a program answers here: say --length instead");
    }

    interrupt::end_quietly()?;
    let matcher = Arc::new(load::load_matcher(&take.data)?);
    if take.no_save {
        let record = SessionRecord { length: settings.new_length.unwrap_or_default(), ..SessionRecord::default() };
        ask(matcher, record, take.parts_only, UNSAVED, &mut Unsaved)?;
        return Ok(ExitStatus::Done);
    }

    let mut sessions = Autosave::new(sessions_io::open_store()?);
    let Opened { session, notes, nowhere } =
        sessions_io::open(&mut sessions, settings, &matcher.dataset.questionnaire)?;
    // a program can be told to keep nothing, and must not think that it is kept
    if let Some(why) = nowhere {
        bail!("{why}");
    }
    for said in &notes {
        note(said);
    }

    let mut kept = SavedAnswers::new(sessions, &session).of_program();
    ask(matcher, session.record.clone(), take.parts_only, &session.name, &mut kept)?;
    kept.close()?;
    Ok(ExitStatus::Done)
}

fn ask(
    matcher: Arc<Matcher>,
    record: SessionRecord,
    parts_only: bool,
    name: &str,
    host: &mut dyn Host,
) -> io::Result<()> {
    let talk = Conversation::new(Interview::new(matcher, record, parts_only));
    Protocol::new(talk, name.to_string(), io::stdin().lock(), io::stdout().lock(), host).run().map(drop)
}

/// Saves nothing, as was asked for.
struct Unsaved;

impl Host for Unsaved {
    fn save(&mut self, _record: &SessionRecord) -> Result<(), String> {
        Ok(())
    }

    fn now(&self) -> u64 {
        sessions_io::now()
    }
}
