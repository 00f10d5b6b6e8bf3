//! Carries out the effects of the full-screen questionnaire on the disk: its sessions are saved, and reports written.

mod opening;

use super::export;
use crate::cli::Walk;
use crate::model::{Length, LookBack, SessionRecord};
use crate::report::{Format, telling};
use crate::session::{self, Autosave, Error, Session, Store, Worker};
use crate::tui::{App, Effect, EffectHandler, Keeping, Reply, terminal};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Longest that a key waits for the disk: a save that takes longer goes on beside the screen, which says so.
const MAX_KEY_WAIT: Duration = Duration::from_millis(500);

/// Longest that opening a session waits, and leaving.
const MAX_WAIT: Duration = Duration::from_secs(2);

/// The person's sessions, and what leaving has to say.
pub struct SessionEffects {
    sessions: Result<Worker<Autosave>, String>,
    folder: Option<PathBuf>,
    /// Which session and which length were asked for on the command line.
    walk: Walk,
    /// How long a new session is; asked where nothing says so.
    new_length: Option<Length>,
    /// Whether answers were given that nothing can save.
    nowhere: Option<String>,
    /// Why the last answers are not saved, if so.
    unsaved: Option<String>,
    /// What is said once the terminal is given back.
    farewell: Option<String>,
}

impl SessionEffects {
    /// The effects on a folder, or on nothing where there is none to save in.
    pub fn new(folder: Result<PathBuf, String>, walk: Walk, new_length: Option<Length>) -> Self {
        let kept_in = folder.as_ref().ok().cloned();
        let store = folder.and_then(|folder| Store::open(folder).map_err(|error| error.to_string()));
        Self { new_length, ..Self::of(store.map(Autosave::new), kept_in, walk) }
    }

    fn of(sessions: Result<Autosave, String>, folder: Option<PathBuf>, walk: Walk) -> Self {
        let (sessions, new_length) = (sessions.map(Worker::new), walk.length);
        Self { sessions, folder, walk, new_length, nowhere: None, unsaved: None, farewell: None }
    }

    /// Does something with the sessions, where there are any and the disk answers in time.
    fn ask<R: Send + 'static>(
        &mut self,
        at_most: Duration,
        work: impl FnOnce(&mut Autosave) -> R + Send + 'static,
    ) -> Result<R, String> {
        let sessions = self.sessions.as_mut().map_err(|why| why.clone())?;
        sessions.ask(at_most, work).ok_or_else(|| Error::Hanging.to_string())
    }

    /// The end, where nothing that the disk still does is waited for.
    pub fn abandon(self) {
        if let Ok(sessions) = self.sessions {
            sessions.abandon();
        }
    }

    /// What is to be said on standard error when the program has ended, and whether answers were left behind.
    pub fn farewell(&self) -> (Option<String>, bool) {
        match self.find_loss() {
            Some(why) => (Some(format!("the last answers are not saved: {why}")), true),
            None => (self.farewell.clone(), false),
        }
    }

    /// Why answers would be lost by leaving now, if so.
    fn find_loss(&self) -> Option<String> {
        self.unsaved.clone().or_else(|| self.nowhere.clone())
    }

    fn save(&mut self, app: &App) -> Option<Reply> {
        let open = app.session()?;
        let says = has_content(open.record());
        if let Keeping::Nowhere(why) = &open.keeping {
            self.nowhere = says.then(|| why.clone());
            return None;
        }
        if self.sessions.is_err() {
            return None;
        }

        let questionnaire = open.questionnaire();
        let (record, id, hash) = (open.record().clone(), questionnaire.id.clone(), questionnaire.hash);
        let kept = self.ask(MAX_KEY_WAIT, move |sessions| {
            // what was said and taken back must go from the file as well
            let said = sessions.session().is_some_and(|session| has_content(&session.record));
            if says || said { describe_error(sessions.save(&record, &id, hash).err()) } else { None }
        });

        let reply = match kept.unwrap_or_else(|hangs| Some((hangs, true))) {
            None => {
                self.unsaved = None;
                matches!(open.keeping, Keeping::Failing(_)).then_some(Reply::Saved)
            }
            Some((why, is_lost)) => {
                self.unsaved = is_lost.then(|| why.clone());
                self.farewell = (!is_lost).then(|| why.clone());
                Some(Reply::NotSaved(why))
            }
        };

        // a signal ends the program without asking here, so what it has to say is laid ready now
        terminal::say_on_signal(self.farewell().0);
        reply
    }

    /// Makes sure that nothing is lost by leaving or by opening another session, or says what would be.
    fn finish(&mut self) -> Result<(), String> {
        if self.sessions.is_ok() {
            let failed = self.ask(MAX_WAIT, |sessions| describe_error(sessions.finish().err()));
            let failed = failed.unwrap_or_else(|hangs| Some((hangs, true)));
            self.unsaved = failed.filter(|(_, is_lost)| *is_lost).map(|(why, _)| why);
            if let Some(why) = &self.unsaved {
                return Err(why.clone());
            }
        }

        self.nowhere.clone().map_or(Ok(()), Err)
    }

    /// Saves what leads by the answers of the open session, for the start screen of the next time.
    fn save_lead(&mut self, app: &App) {
        let Some(open) = app.session().filter(|open| open.keeping == Keeping::Saved) else { return };
        let lead = telling::find_lead(open.dataset(), open.outcome()).to_string();
        let _saved_or_not = self.ask(MAX_KEY_WAIT, move |sessions| sessions.save_lead(lead));
    }

    /// Lets go of the open session, if nothing of it would be lost.
    fn close(&mut self, app: &App) -> Result<(), Reply> {
        // before the wait for the disk, which is for this as well
        self.save_lead(app);
        self.finish().map_err(Reply::Unsaved)?;
        if self.sessions.is_err() {
            return Ok(());
        }

        let closed = self.ask(MAX_WAIT, |sessions| sessions.close().map_err(|error| error.to_string()));
        closed.and_then(|closed| closed).map_err(Reply::Trouble)
    }

    /// Before leaving: nothing to say where nothing would be lost.
    fn quit(&mut self, app: &App) -> Option<Reply> {
        // what it has to say comes from the last try below, or with the farewell
        let _told = self.save(app);
        self.save_lead(app);
        self.finish().err().map(Reply::Unsaved)
    }

    /// Writes the answers where the person is, or else at home or in the folder for what is temporary.
    fn save_elsewhere(&mut self, app: &App) -> Reply {
        let Some(open) = app.session() else { return Reply::Leave(0) };

        let name = &open.name;
        let session = Session { record: open.record().clone(), ..Session::new(name.clone(), open.questionnaire()) };
        match export::write_elsewhere(name, &session::to_text(&session)) {
            Ok(path) => {
                self.nowhere = None;
                self.unsaved = None;
                // where the disk does not answer nothing is left to give up
                let _given_up = self.ask(Duration::ZERO, Autosave::give_up);

                let folder = self.folder.as_deref().unwrap_or(Path::new("the sessions' folder"));
                self.farewell = Some(export::say_elsewhere(name, &path, folder));
                Reply::Leave(0)
            }
            Err(error) => Reply::Trouble(format!("{error:#}")),
        }
    }

    /// Marks a plan's step as done in a session that is not on screen.
    fn finish_step(&mut self, name: &str, career: &str, look_back: LookBack) -> Option<Reply> {
        let (name, career) = (name.to_string(), career.to_string());
        let marked = self.ask(MAX_WAIT, move |sessions| mark_done(sessions, &name, &career, look_back));
        let marked = marked.and_then(|marked| marked.map_err(|error| error.to_string()));
        marked.err().map(Reply::Trouble)
    }
}

/// What to say of an error, and whether answers would be lost by it.
fn describe_error(error: Option<&Error>) -> Option<(String, bool)> {
    error.map(|error| (error.to_string(), error.loses_answers()))
}

fn mark_done(sessions: &mut Autosave, name: &str, career: &str, look_back: LookBack) -> Result<(), Error> {
    let is_open = sessions.session().is_some_and(|session| session.name == name);
    let store = sessions.store_mut();
    let mut loaded = store.load(name)?;

    loaded.session.record.look_back(career, true, look_back);
    store.save(&loaded.session)?;
    // a session that is on screen stays locked
    if is_open { Ok(()) } else { store.close(name) }
}

/// Says where a report in this format can be written.
fn propose_export(format: Format, app: &App) -> Reply {
    let name = app.session().map_or("", |open| &open.name);
    Reply::Proposed(export::propose_path(name, format).display().to_string())
}

/// Writes a report to this path, where no file may be yet.
fn export(format: Format, path: &str, app: &App) -> Reply {
    let Some(open) = app.session() else {
        return Reply::Trouble("There is nothing to write yet: answer a few questions first.".to_string());
    };

    let session = Session { name: open.name.clone(), record: open.record().clone(), ..Session::default() };
    match export::write_to_keep(open.matcher(), &session, format, path) {
        Ok(path) => Reply::Written(path.display().to_string()),
        Err(error) => Reply::Trouble(format!("No report was written: {error:#}")),
    }
}

impl EffectHandler for SessionEffects {
    fn handle(&mut self, effect: &Effect, app: &App) -> Option<Reply> {
        match effect {
            Effect::Save => self.save(app),
            Effect::Begin => Some(self.begin(app)),
            Effect::Open(name) => Some(if self.has(name) { self.load(name, app) } else { self.begin(app) }),
            Effect::Claim => self.claim(app),
            Effect::Done { session, career, look_back } => self.finish_step(session, career, *look_back),
            Effect::Propose(format) => Some(propose_export(*format, app)),
            Effect::Export(format, path) => Some(export(*format, path, app)),
            Effect::SaveElsewhere => Some(self.save_elsewhere(app)),
            Effect::Quit(_) => self.quit(app),
            Effect::Suspend | Effect::Abandon(_) => None,
        }
    }
}

/// Whether there is anything to keep: somebody who only looked in leaves no file behind.
fn has_content(record: &SessionRecord) -> bool {
    let untouched = SessionRecord { length: record.length, opened: record.opened.clone(), ..SessionRecord::default() };
    *record != untouched
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped::load_shipped;
    use crate::fit::Matcher;
    use crate::model::{AnswerEntry, Rating, Response};
    use crate::session::Disk;
    use crate::tui::{Environment, Read, SavedSession};
    use std::fs::File;
    use std::io;
    use std::sync::{Arc, mpsc};
    use std::thread;
    use std::time::Instant;

    /// A disk that does not answer when something is to be written, like a network's that is gone.
    struct Gone;

    impl Disk for Gone {
        fn write(&self, _: &Path, _: &str) -> io::Result<File> {
            thread::sleep(Duration::from_secs(3600));
            Err(io::ErrorKind::TimedOut.into())
        }
    }

    /// Somebody with an answer on the screen.
    fn answer_all() -> App {
        let matcher = Arc::new(Matcher::new(load_shipped().expect("the shipped data")));
        let question = &matcher.dataset.questionnaire.questions[0];
        let (response, again) = (Response::Value(Rating::MIDDLE), false);
        let given = vec![AnswerEntry { question: question.id.clone(), text: question.hash, response, at: 1, again }];
        let record = SessionRecord { given, ..SessionRecord::default() };

        let (send, receive) = mpsc::channel();
        send.send(Ok(Read::Data(matcher))).expect("it waits");
        let mut app = App::new(Environment::default(), receive).expect("the usual keys");
        app.wait(Duration::from_secs(60));

        let session = SavedSession { name: "me".into(), record, ..SavedSession::default() };
        app.on_reply(Reply::Opened(Box::new(session)));
        app
    }

    #[test]
    fn leaving_keeps_what_leads_for_the_next_first_picture() {
        let place = tempfile::tempdir().expect("a folder");
        let store = Store::open(place.path()).expect("a store");
        let walk = Walk { session: Some("me".into()), ..Walk::default() };
        let mut effects = SessionEffects::of(Ok(Autosave::new(store)), None, walk);
        let app = answer_all();

        effects.handle(&Effect::Begin, &app);
        effects.handle(&Effect::Save, &app);

        let lead = || {
            let store = Store::open(place.path()).expect("a store");
            store.read("me").expect("readable").session.lead
        };
        assert_eq!(lead(), None, "an answer waits for nothing that is worked out");

        assert!(effects.handle(&Effect::Quit(0), &app).is_none());
        assert_eq!(lead().as_deref(), Some(""), "one answer leads nowhere, and that is known");
    }

    #[test]
    fn what_is_taken_back_is_gone_from_the_file_and_who_only_looked_in_leaves_none() {
        let place = tempfile::tempdir().expect("a folder");
        let store = Store::open(place.path()).expect("a store");
        let walk = Walk { session: Some("me".into()), ..Walk::default() };
        let mut effects = SessionEffects::of(Ok(Autosave::new(store)), None, walk);
        let mut app = answer_all();
        let saved = || {
            let store = Store::open(place.path()).expect("a store");
            store.read("me").map(|loaded| loaded.session.count_answers()).ok()
        };
        let untouched = || SavedSession { name: "me".into(), ..SavedSession::default() };

        effects.handle(&Effect::Begin, &app);
        app.on_reply(Reply::Opened(Box::new(untouched())));
        assert!(effects.handle(&Effect::Save, &app).is_none());
        assert_eq!(saved(), None);

        let app_answered = answer_all();
        effects.handle(&Effect::Save, &app_answered);
        assert_eq!(saved(), Some(1));
        effects.handle(&Effect::Save, &app);
        assert_eq!(saved(), Some(0));
    }

    #[test]
    fn a_disk_that_does_not_answer_holds_no_key_up_and_leaving_says_what_is_not_saved() {
        let place = tempfile::tempdir().expect("a folder");
        let store = Store::on(Arc::new(Gone), place.path()).expect("a store");
        let walk = Walk { session: Some("me".into()), ..Walk::default() };
        let mut effects = SessionEffects::of(Ok(Autosave::new(store)), None, walk);
        let app = answer_all();

        assert!(matches!(effects.handle(&Effect::Begin, &app), Some(Reply::Opened(_))));
        let begun = Instant::now();
        for _ in 0..2 {
            let reply = effects.handle(&Effect::Save, &app);
            assert!(matches!(reply, Some(Reply::NotSaved(why)) if why.contains("does not answer")));
        }
        assert!(begun.elapsed() < Duration::from_secs(2), "{:?}", begun.elapsed());

        assert!(matches!(effects.handle(&Effect::Quit(0), &app), Some(Reply::Unsaved(_))));
        assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
        assert!(effects.farewell().1);

        let leaving = Instant::now();
        effects.abandon();
        assert!(leaving.elapsed() < Duration::from_secs(1), "{:?}", leaving.elapsed());
    }
}
