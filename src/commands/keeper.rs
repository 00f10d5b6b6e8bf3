//! Keeps the sessions of the full-screen questionnaire: carries out its effects on the disk.

use super::export;
use super::keep::now;
use crate::cli::Walk;
use crate::model::Record;
use crate::session::{self, Listed, Session, Store};
use crate::tui::{App, Effect, News, Shell, Sitting};
use anyhow::{Context, Result};
use std::path::PathBuf;

/// So many sessions are read to be offered.
const OFFERED: usize = 5;

const DAY: u64 = 86_400;

/// The sessions' folder and the session that is open.
pub struct Keeper {
    store: Result<Store, String>,
    folder: Option<PathBuf>,
    open: Option<Session>,
    /// Whether the open session cannot be saved, which was told when it was opened.
    read_only: bool,
    /// Which session and which length were asked for on the command line.
    walk: Walk,
}

impl Keeper {
    /// A keeper of a folder, or of nothing where there is no folder to keep in.
    pub fn new(folder: Result<PathBuf, String>, walk: Walk) -> Self {
        let kept_in = folder.as_ref().ok().cloned();
        let store = folder.and_then(|folder| Store::open(folder).map_err(|error| error.to_string()));
        Self { store, folder: kept_in, open: None, read_only: false, walk }
    }

    /// Waits until everything is on the disk.
    pub fn settle(&self) -> Result<()> {
        match &self.store {
            Ok(store) => store.settle().context("the last answers may not be on the disk"),
            Err(_) => Ok(()),
        }
    }

    fn save(&mut self, app: &App) -> Option<News> {
        let (Some(session), Some(record)) = (&mut self.open, app.desk().record()) else { return None };
        if self.read_only || !says_something(record) {
            return None;
        }
        session.record.clone_from(record);
        if let Some(matcher) = app.desk().matcher() {
            session.questionnaire.clone_from(&matcher.kit.questionnaire.id);
            session.hash = matcher.kit.questionnaire.hash;
        }
        let saved = match &mut self.store {
            Ok(store) => store.save(session).map_err(|error| error.to_string()),
            Err(error) => Err(error.clone()),
        };
        saved.err().map(|error| News::Trouble(format!("Not saved: {error}")))
    }

    fn begin(&mut self) -> News {
        self.close();
        let asked = self.walk.session.take();
        let name = asked.unwrap_or_else(|| self.store.as_ref().map_or("answers".to_string(), Store::new_name));
        if let Some(Err(error)) = self.store.as_mut().ok().map(|store| store.create(&name)) {
            return News::Trouble(error.to_string());
        }
        self.open = Some(Session { name: name.clone(), ..Session::default() });
        let record = Record { length: self.walk.length.unwrap_or_default(), ..Record::default() };
        let choose_length = self.walk.length.is_none();
        News::Opened(Box::new(Sitting { name, record, choose_length, ..Sitting::default() }))
    }

    fn load(&mut self, name: &str, app: &App) -> News {
        self.close();
        let loaded = match &mut self.store {
            Ok(store) => store.load(name).map_err(|error| error.to_string()),
            Err(error) => Err(error.clone()),
        };
        let loaded = match loaded {
            Ok(loaded) => loaded,
            Err(error) => return News::Trouble(error),
        };
        let aside = app.desk().matcher().and_then(|m| loaded.session.set_aside(&m.kit.questionnaire));
        self.read_only = loaded.read_only.is_some();
        let mut record = loaded.session.record.clone();
        record.length = self.walk.length.unwrap_or(record.length);
        self.open = Some(loaded.session);
        let notes = [loaded.read_only, loaded.note, aside].into_iter().flatten().collect();
        let (name, read_only) = (name.to_string(), self.read_only);
        News::Opened(Box::new(Sitting { name, record, read_only, notes, ..Sitting::default() }))
    }

    /// Marks a plan's step as done in a session that is not on screen.
    fn done(&mut self, name: &str, career: &str) -> Option<News> {
        let Ok(store) = &mut self.store else { return None };
        let marked = store.load(name).and_then(|mut loaded| {
            let plans = loaded.session.record.kept.iter_mut().filter(|kept| kept.career == career);
            plans.filter_map(|kept| kept.plan.as_mut()).for_each(|plan| plan.done = true);
            store.save(&loaded.session)
        });
        marked.err().map(|error| News::Trouble(error.to_string()))
    }

    /// Writes a report where the person is, or else beside the sessions; it never takes the place of a file.
    fn export(&self, format: &str, app: &App) -> News {
        let desk = app.desk();
        let (Some(matcher), Some(record)) = (desk.matcher(), desk.record()) else {
            return News::Trouble("There is nothing to write yet: answer a few questions first.".to_string());
        };
        let session =
            Session { name: desk.session.clone().unwrap_or_default(), record: record.clone(), ..Session::default() };
        let beside = self.folder.as_ref().and_then(|folder| Some(folder.parent()?.join("reports")));
        match export::to_keep(matcher, &session, format, beside.as_deref()) {
            Ok(path) => News::Said(format!("Written: {}", path.display())),
            Err(error) => News::Trouble(format!("No report was written: {error:#}")),
        }
    }

    fn has(&self, name: &str) -> bool {
        self.store.as_ref().is_ok_and(|store| store.has(name))
    }

    fn close(&mut self) {
        self.read_only = false;
        if let (Some(session), Ok(store)) = (self.open.take(), &mut self.store) {
            // trouble with a session already saved is told when leaving
            let _told_later = store.close(&session.name);
        }
    }
}

impl Shell for Keeper {
    fn carry_out(&mut self, effect: &Effect, app: &App) -> Option<News> {
        match effect {
            Effect::Save => self.save(app),
            Effect::Begin => Some(self.begin()),
            Effect::Open(name) => Some(if self.has(name) { self.load(name, app) } else { self.begin() }),
            Effect::Done { session, career } => self.done(session, career),
            Effect::Export(format) => Some(self.export(format, app)),
            Effect::Suspend | Effect::Quit(_) => None,
        }
    }
}

/// Whether there is anything to keep: somebody who only looked in leaves no file behind.
fn says_something(record: &Record) -> bool {
    let around = record.situation.is_empty() && record.goals.is_empty() && record.present_job.is_none();
    !(around && record.given.is_empty() && record.kept.is_empty())
}

/// The newest sessions of a folder, and what is wrong with it.
pub fn sittings(folder: Result<PathBuf, String>) -> (Vec<Sitting>, Vec<String>) {
    let listed = folder.and_then(|folder| {
        let store = Store::open(folder).map_err(|error| error.to_string())?;
        store.list().map_err(|error| error.to_string())
    });
    let listed = match listed {
        Ok(found) => found,
        Err(error) => return (Vec::new(), vec![format!("Your answers cannot be kept: {error}")]),
    };
    let unreadable = listed.iter().filter(|one| one.session.is_none());
    let unreadable: Vec<&str> = unreadable.filter_map(|one| one.note.as_deref()?.lines().next()).collect();
    let notes = unreadable.iter().map(|first| format!("{}.", first.trim_end_matches('.')));
    let why = (!unreadable.is_empty()).then(|| "'careerfit check FILE' says what is wrong with it.".to_string());
    let notes = notes.chain(why).collect();
    let sitting = |one: Listed| {
        let when = one.last().map(|last| when(last, now())).unwrap_or_default();
        Some(Sitting { name: one.name, when, record: one.session?.record, ..Sitting::default() })
    };
    (listed.into_iter().filter_map(sitting).take(OFFERED).collect(), notes)
}

/// A time in words, seen from now; both in seconds since 1970.
fn when(last: u64, now: u64) -> String {
    match (now / DAY).checked_sub(last / DAY) {
        Some(0) => "today".to_string(),
        Some(1) => "yesterday".to_string(),
        _ => session::day(last).unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::when;

    #[test]
    fn a_day_is_told_as_people_say_it() {
        let now = 20_000 * 86_400 + 100;
        assert_eq!(when(now - 50, now), "today");
        assert_eq!(when(now - 200, now), "yesterday");
        assert_eq!(when(86_400, now), "1970-01-02");
        assert_eq!(when(now + 3 * 86_400, now), "2024-10-07", "a clock that went backwards");
    }
}
