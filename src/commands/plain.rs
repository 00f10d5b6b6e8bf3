//! `careerfit plain`: the questionnaire line by line.

use super::config::Settings;
use super::output::{Folding, Shown, note};
use super::sessions_io::Opened;
use super::{ExitStatus, export, interrupt, load, sessions_io};
use crate::cli::{Data, Walk};
use crate::interview::Interview;
use crate::model::SessionRecord;
use crate::plain::{Conversation, Dialogue, Host};
use crate::report::{Format, telling};
use crate::session::{Autosave, Listed, Session, Store, find_data_folder, format_day, to_text};
use anyhow::{Result, bail};
use std::io::{self, BufRead, IsTerminal, Write};
use std::sync::Arc;

/// Asks line by line and saves every answer.
pub fn run(settings: &Settings, data: &Data) -> Result<ExitStatus> {
    interrupt::end_quietly()?;
    let matcher = Arc::new(load::load_matcher(data)?);
    let mut sessions = Autosave::new(sessions_io::open_store()?);
    let (mut input, mut out) = (io::stdin().lock(), Shown::new(Folding::new(io::stdout().lock())));
    let asked = &matcher.dataset.questionnaire.id;
    let Some(walk) = choose_walk(&settings.walk, sessions.store(), asked, &mut input, &mut out)? else {
        return Ok(ExitStatus::Done);
    };

    let settings = Settings { walk, ..settings.clone() };
    let Opened { session, notes, nowhere } =
        sessions_io::open(&mut sessions, &settings, &matcher.dataset.questionnaire)?;
    for said in &notes {
        note(said);
    }
    if let Some(why) = &nowhere {
        note(&format!("{why}; you can go on, and your answers are written to another file when you stop"));
    }

    let talk = Conversation::new(Interview::new(matcher, session.record.clone(), false));
    let mut host = SavedAnswers { nowhere, ..SavedAnswers::new(sessions, &session) };
    Dialogue::new(talk, input, &mut out, &mut host).run()?;

    match host.close()? {
        Some(name) => writeln!(out, "\nSaved as '{name}'. Go on with: careerfit plain --session {name}")?,
        None => writeln!(out, "\nYou have answered nothing, so nothing is saved.")?,
    }
    out.flush()?;
    Ok(ExitStatus::Done)
}

/// Whether to go on with the latest session of the questionnaire with this id, asked where somebody can answer; nothing if
/// they answer nothing.
fn choose_walk(
    walk: &Walk,
    store: &Store,
    asked: &str,
    input: &mut impl BufRead,
    out: &mut impl Write,
) -> Result<Option<Walk>> {
    let named = walk.new || walk.session.is_some() || !io::stdin().is_terminal();
    let is_of_these = |one: &Listed| one.session.as_ref().is_some_and(|session| session.questionnaire == asked);
    let is_begun = |one: &Listed| one.session.as_ref().is_some_and(|session| session.record.is_begun());
    let is_offered = |one: &Listed| is_begun(one) && is_of_these(one);
    let latest = if named { None } else { store.list()?.into_iter().find(is_offered) };
    let Some(latest) = latest else { return Ok(Some(walk.clone())) };

    let on = latest.find_time().and_then(format_day).map_or(String::new(), |day| format!(" of {day}"));
    let extent = telling::describe_extent(latest.answers());
    loop {
        writeln!(out, "You have '{}'{on}: {extent}.", latest.name)?;
        writeln!(out, "1 go on with them; 2 begin anew; q quit.")?;
        out.flush()?;

        let mut typed = String::new();
        if input.read_line(&mut typed)? == 0 {
            return Ok(None);
        }

        match typed.trim() {
            "1" => return Ok(Some(Walk { session: Some(latest.name), ..walk.clone() })),
            "2" => return Ok(Some(Walk { new: true, ..walk.clone() })),
            "q" => return Ok(None),
            _ => writeln!(out, "\nType 1, 2 or q.")?,
        }
    }
}

/// A session that is saved whenever it changes, for the front ends that read lines.
pub struct SavedAnswers {
    sessions: Autosave,
    name: String,
    questionnaire: (String, u64),
    /// Why nothing can be saved in it, if so.
    nowhere: Option<String>,
    /// What was said when it was opened, and what by now: written elsewhere where it cannot be saved.
    first: SessionRecord,
    last: SessionRecord,
    /// Whether a program answers.
    by_program: bool,
}

impl SavedAnswers {
    /// Saves the session that is open.
    pub fn new(sessions: Autosave, session: &Session) -> Self {
        let questionnaire = (session.questionnaire.clone(), session.hash);
        Self {
            sessions,
            name: session.name.clone(),
            questionnaire,
            nowhere: None,
            first: session.record.clone(),
            last: session.record.clone(),
            by_program: false,
        }
    }

    /// The same where a program answers, which the session then says.
    pub fn of_program(self) -> Self {
        Self { by_program: true, ..self }
    }

    /// Tries once more, waits until all is on the disk and tells the session's name, if there is one by now.
    pub fn close(mut self) -> Result<Option<String>> {
        let failed = self.sessions.finish().err().map(|why| (why.to_string(), why.loses_answers()));
        let failed = failed.or_else(|| self.nowhere.take().filter(|_| self.last != self.first).map(|why| (why, true)));
        match failed {
            Some((why, true)) => {
                let elsewhere = self.write_elsewhere().unwrap_or_else(|error| format!("nor elsewhere: {error:#}"));
                bail!("the last answers are not saved: {why}; {elsewhere}");
            }
            Some((why, false)) => bail!("{why}"),
            None => {}
        }

        self.sessions.close()?;
        let written = self.sessions.store().has(&self.name);
        Ok(written.then_some(self.name))
    }

    /// Writes what was said where it can be written, and says where that is.
    fn write_elsewhere(&self) -> Result<String> {
        let ((questionnaire, hash), record) = (self.questionnaire.clone(), self.last.clone());
        let session = Session { name: self.name.clone(), questionnaire, hash, record, ..Session::default() };
        let path = export::write_elsewhere(&self.name, &to_text(&session))?;
        Ok(export::say_elsewhere(&self.name, &path, &find_data_folder("careerfit")?))
    }
}

impl Host for SavedAnswers {
    fn save(&mut self, record: &SessionRecord) -> Result<(), String> {
        self.last.clone_from(record);
        // a program that only reads the result of somebody's answers gave none of them
        self.last.by_program |= self.by_program && record.given != self.first.given;
        let (questionnaire, hash) = &self.questionnaire;
        let saved = self.sessions.save(&self.last, questionnaire, *hash).map_err(ToString::to_string);
        interrupt::say(saved.clone().err().map(|why| format!("the last answers are not saved: {why}")));
        saved
    }

    fn now(&self) -> u64 {
        sessions_io::now()
    }

    fn propose_path(&self, format: Format) -> String {
        export::propose_path(&self.name, format).display().to_string()
    }

    fn write_report(&mut self, interview: &Interview, format: Format, path: &str) -> Result<String, String> {
        let record = interview.record().clone();
        let session = Session { name: self.name.clone(), record, ..Session::default() };
        let written = export::write_to_keep(interview.matcher(), &session, format, path);
        written.map(|path| path.display().to_string()).map_err(|error| format!("{error:#}"))
    }
}
