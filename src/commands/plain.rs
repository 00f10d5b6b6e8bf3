//! `careerfit plain`: the questionnaire line by line.

use super::output::Shown;
use super::{Ending, complain, data, interrupt, keep};
use crate::cli::{Data, Walk};
use crate::interview::Interview;
use crate::model::Record;
use crate::plain::{Conversation, Dialogue, Keeper};
use crate::session::{Session, Store, day};
use anyhow::{Result, bail};
use std::io::{self, BufRead, IsTerminal, Write};
use std::sync::Arc;

/// Asks line by line and keeps every answer.
pub fn run(walk: &Walk, data: &Data) -> Result<Ending> {
    interrupt::end_quietly()?;
    let matcher = Arc::new(data::matcher(data)?);
    let mut store = keep::store()?;
    let (mut input, mut out) = (io::stdin().lock(), Shown::new(io::stdout().lock()));
    let Some(walk) = chosen(walk, &store, &mut input, &mut out)? else { return Ok(Ending::Done) };
    let (session, note) = keep::open(&mut store, &walk, &matcher.kit.questionnaire)?;
    if let Some(note) = note {
        complain(&note);
    }
    let talk = Conversation::new(Interview::new(matcher, session.record.clone(), false));
    let mut kept = Kept::new(store, session);
    Dialogue::new(talk, input, &mut out, &mut kept).run()?;
    let name = kept.close()?;
    writeln!(out, "\nSaved as '{name}'. Go on with: careerfit plain --session {name}")?;
    Ok(Ending::Done)
}

/// Whether to go on with the latest session, asked where somebody can answer; nothing if they answer nothing.
fn chosen(walk: &Walk, store: &Store, input: &mut impl BufRead, out: &mut impl Write) -> Result<Option<Walk>> {
    let named = walk.new || walk.session.is_some() || !io::stdin().is_terminal();
    let latest = if named { None } else { store.list()?.into_iter().find(|one| one.answers() > 0) };
    let Some(latest) = latest else { return Ok(Some(walk.clone())) };
    let on = latest.last().and_then(day).map_or(String::new(), |day| format!(" of {day}"));
    loop {
        writeln!(out, "You have answers{on}: '{}', {} of them.", latest.name, latest.answers())?;
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
            _ => {}
        }
    }
}

/// A session that is saved whenever it changes.
pub struct Kept {
    store: Store,
    session: Session,
    unsaved: Option<String>,
}

impl Kept {
    /// Keeps this session.
    pub fn new(store: Store, session: Session) -> Self {
        Self { store, session, unsaved: None }
    }

    /// Waits until all is on the disk and tells the session's name; an error if something is not.
    pub fn close(mut self) -> Result<String> {
        if let Some(why) = self.unsaved {
            bail!("the last answers are not saved: {why}");
        }
        self.store.close(&self.session.name)?;
        Ok(self.session.name)
    }
}

impl Keeper for Kept {
    fn keep(&mut self, record: &Record) -> Result<(), String> {
        if self.session.record == *record && self.unsaved.is_none() {
            return Ok(());
        }
        self.session.record.clone_from(record);
        self.unsaved = self.store.save(&self.session).err().map(|error| error.to_string());
        self.unsaved.clone().map_or(Ok(()), Err)
    }

    fn now(&self) -> u64 {
        keep::now()
    }
}
