//! The open session of a front end: saved whenever it changes, and what is not saved yet is known.

use super::{Error, Loaded, Session, Store};
use crate::model::SessionRecord;
use std::time::Duration;

/// Longest that leaving waits for the disk.
const MAX_WAIT_FOR_DISK: Duration = Duration::from_secs(2);

/// A store and the session that is open in it; both front ends save their answers through one.
pub struct Autosave {
    store: Store,
    open: Option<Open>,
}

struct Open {
    session: Session,
    /// Whether changes are to be saved: not where another program has the session, or where nothing can be written.
    saves: bool,
    /// Why the last change is not saved, if so.
    trouble: Option<Error>,
}

impl Autosave {
    /// Saves into a store, in which no session is open yet.
    pub fn new(store: Store) -> Self {
        Self { store, open: None }
    }

    /// The sessions.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// The sessions, to be changed.
    pub fn store_mut(&mut self) -> &mut Store {
        &mut self.store
    }

    /// The open session.
    pub fn session(&self) -> Option<&Session> {
        self.open.as_ref().map(|open| &open.session)
    }

    /// Opens a new session.
    ///
    /// # Errors
    ///
    /// The name is taken, another program has it, or the folder cannot be written.
    pub fn begin(&mut self, session: Session) -> Result<(), Error> {
        self.store.create(&session.name)?;
        self.open = Some(Open { session, saves: true, trouble: None });
        Ok(())
    }

    /// Opens a session that was kept; one that cannot be saved is open to be read.
    ///
    /// # Errors
    ///
    /// There is none of this name, or it cannot be read.
    pub fn open(&mut self, name: &str) -> Result<Loaded, Error> {
        let loaded = self.store.load(name)?;
        let saves = loaded.read_only.is_none();
        self.open = Some(Open { session: loaded.session.clone(), saves, trouble: None });
        Ok(loaded)
    }

    /// Saves what a person said where it has changed, together with what was not saved before.
    ///
    /// # Errors
    ///
    /// It is not saved, and is tried again with the next change and on leaving.
    pub fn save(&mut self, record: &SessionRecord, questionnaire: &str, hash: u64) -> Result<(), &Error> {
        let Some(open) = self.open.as_mut().filter(|open| open.saves) else { return Ok(()) };
        let session = &mut open.session;
        if session.record == *record && open.trouble.is_none() {
            return Ok(());
        }

        session.record.clone_from(record);
        session.questionnaire.clear();
        session.questionnaire.push_str(questionnaire);
        session.hash = hash;
        // What led by the answers before may not lead by these.
        session.lead = None;

        self.write()
    }

    /// Saves what leads by the answers that are saved, in a file that is as it was left: none is made for it. Where that
    /// fails nothing is lost: it is worked out again.
    pub fn save_lead(&mut self, lead: String) {
        let Some(open) = self.open.as_mut().filter(|open| open.saves && open.trouble.is_none()) else { return };
        let is_news = open.session.record.has_answers() && open.session.lead.as_ref() != Some(&lead);
        if is_news && self.store.is_as_left(&open.session.name) {
            open.session.lead = Some(lead);
            let _lead_only = self.store.save(&open.session);
        }
    }

    fn write(&mut self) -> Result<(), &Error> {
        let Some(open) = self.open.as_mut() else { return Ok(()) };
        open.trouble = self.store.save(&open.session).err();
        open.trouble.as_ref().map_or(Ok(()), Err)
    }

    /// Why the last change is not saved, if so.
    pub fn trouble(&self) -> Option<&Error> {
        self.open.as_ref()?.trouble.as_ref()
    }

    /// Tries once more to save what is not saved, and waits at most two seconds until all is on the disk.
    ///
    /// # Errors
    ///
    /// Something is not, and will be lost if the program ends now.
    pub fn finish(&mut self) -> Result<(), &Error> {
        let Some(open) = self.open.as_mut() else { return Ok(()) };
        let saved = if open.trouble.is_some() { self.store.save(&open.session) } else { Ok(()) };
        open.trouble = saved.and_then(|()| self.store.flush_within(MAX_WAIT_FOR_DISK)).err();
        open.trouble.as_ref().map_or(Ok(()), Err)
    }

    /// Counts what is not saved as taken care of: it was written elsewhere.
    pub fn give_up(&mut self) {
        if let Some(open) = &mut self.open {
            open.trouble = None;
        }
    }

    /// Lets go of the open session, so that another program may open it.
    ///
    /// # Errors
    ///
    /// The disk has refused what was saved last.
    pub fn close(&mut self) -> Result<(), Error> {
        self.open.take().map_or(Ok(()), |open| self.store.close(&open.session.name))
    }
}
