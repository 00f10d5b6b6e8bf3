//! Opens sessions for the full-screen questionnaire: a new one, one that was saved, one that another program had.

use super::{MAX_WAIT, SessionEffects};
use crate::commands::sessions_io::now;
use crate::model::SessionRecord;
use crate::session::{Error, Session};
use crate::tui::{App, Keeping, Reply, SavedSession};

impl SessionEffects {
    pub(super) fn begin(&mut self, app: &App) -> Reply {
        if let Err(reply) = self.close(app) {
            return reply;
        }

        let asked = self.walk.session.take();
        let begun = self.ask(MAX_WAIT, |sessions| {
            let name = asked.unwrap_or_else(|| sessions.store().new_name());
            let session = Session { name: name.clone(), ..Session::default() };
            (name, sessions.begin(session))
        });

        let (name, keeping) = match begun {
            Ok((name, Ok(()))) => (name, Keeping::Saved),
            // questions can be answered without a disk: on leaving, the answers can be written elsewhere
            Ok((name, Err(error @ Error::File(..)))) => (name, Keeping::Nowhere(error.to_string())),
            Ok((_, Err(error))) => return Reply::Trouble(error.to_string()),
            Err(why) => ("answers".to_string(), Keeping::Nowhere(why)),
        };

        let record = SessionRecord { length: self.new_length.unwrap_or_default(), ..SessionRecord::default() };
        let choose_length = self.new_length.is_none();
        Reply::Opened(Box::new(SavedSession { name, record, choose_length, keeping, ..SavedSession::default() }))
    }

    pub(super) fn load(&mut self, name: &str, app: &App) -> Reply {
        if let Err(reply) = self.close(app) {
            return reply;
        }

        self.walk.session = None;
        match self.open_session(name, app) {
            Ok(saved_session) => Reply::Opened(Box::new(saved_session)),
            Err(error) => Reply::Trouble(error),
        }
    }

    fn open_session(&mut self, name: &str, app: &App) -> Result<SavedSession, String> {
        let wanted = name.to_string();
        let opened = self.ask(MAX_WAIT, move |sessions| sessions.open(&wanted).map_err(|error| error.to_string()));
        let loaded = opened??;

        let keeping = match loaded.read_only {
            None => Keeping::Saved,
            Some(why) if loaded.busy => Keeping::ReadOnly(why),
            Some(why) => Keeping::Nowhere(why),
        };

        let aside = app.idle().and_then(|idle| loaded.session.describe_set_aside(idle.questionnaire()));
        let ahead = loaded.session.warn_of_future(now());
        let mut record = loaded.session.record;
        record.length = self.walk.length.unwrap_or(record.length);
        let notes = [loaded.note, aside, ahead].into_iter().flatten().collect();

        Ok(SavedSession { name: name.to_string(), record, keeping, notes, ..SavedSession::default() })
    }

    /// Tries again to have a session for oneself: answers given since are saved then, and those of others shown.
    pub(super) fn claim(&mut self, app: &App) -> Option<Reply> {
        let open = app.session()?;
        if matches!(open.keeping, Keeping::Nowhere(_)) {
            return Some(self.claim_nowhere(&open.name, open.record().clone(), app));
        }

        match self.open_session(&open.name, app) {
            Ok(SavedSession { keeping: Keeping::ReadOnly(_), .. }) => None,
            Ok(mut saved_session) => {
                saved_session
                    .notes
                    .push("It is closed in the other program: from here on every answer counts.".to_string());
                Some(Reply::Opened(Box::new(saved_session)))
            }
            Err(error) => Some(Reply::Trouble(error)),
        }
    }

    fn claim_nowhere(&mut self, name: &str, given: SessionRecord, app: &App) -> Reply {
        let opened = if self.has(name) {
            self.open_session(name, app).map(|saved_session| saved_session.keeping)
        } else {
            let session = Session { name: name.to_string(), ..Session::default() };
            let begun = self.ask(MAX_WAIT, |sessions| sessions.begin(session).map_err(|error| error.to_string()));
            begun.and_then(|begun| begun).map(|()| Keeping::Saved)
        };

        match opened {
            Ok(Keeping::Saved) => {
                self.nowhere = None;
                let notes = vec!["Saving works now.".to_string()];
                Reply::Opened(Box::new(SavedSession {
                    name: name.to_string(),
                    record: given,
                    notes,
                    ..SavedSession::default()
                }))
            }
            Ok(Keeping::ReadOnly(why) | Keeping::Nowhere(why) | Keeping::Failing(why)) | Err(why) => {
                Reply::Trouble(why)
            }
        }
    }

    pub(super) fn has(&mut self, name: &str) -> bool {
        let name = name.to_string();
        self.ask(MAX_WAIT, move |sessions| sessions.store().has(&name)).unwrap_or_default()
    }
}
