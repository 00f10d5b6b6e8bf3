//! The data is there, and the sessions of before.

use super::shell::Shell;
use crate::fit::{Emphasis, Matcher};
use crate::model::{Catalogue, Dataset, LookBack, Questionnaire, SessionRecord, Verdict};
use crate::report::telling;
use crate::tui::saved_session::SavedSession;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

/// What is read after the first screen was painted.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The data, ready for matching.
    pub matcher: Arc<Matcher>,
    /// Sessions of before, newest first.
    pub sessions: Vec<SavedSession>,
    /// Something the person should know about what was read.
    pub notes: Vec<String>,
}

/// How many answers the first-run hint stays.
const ANSWERS_WITH_HINT: u8 = 3;

/// What screens have once the data is there.
#[derive(Debug)]
pub struct Idle {
    shell: Shell,
    loaded: Loaded,
}

impl Idle {
    /// Takes what was read, and says what there is to say about it.
    pub fn new(mut shell: Shell, loaded: Loaded) -> Self {
        shell.say(loaded.notes.join(" "));
        shell.hints_left = if loaded.sessions.is_empty() { ANSWERS_WITH_HINT } else { 0 };
        Self { shell, loaded }
    }

    /// Sessions of before, newest first.
    pub fn sessions(&self) -> &[SavedSession] {
        &self.loaded.sessions
    }

    /// The data, ready for matching.
    pub fn matcher(&self) -> &Arc<Matcher> {
        &self.loaded.matcher
    }

    /// Everything that was read from the data files.
    pub fn dataset(&self) -> &Dataset {
        &self.loaded.matcher.dataset
    }

    /// All careers.
    pub fn catalogue(&self) -> &Catalogue {
        &self.dataset().catalogue
    }

    /// All questions, and the words around them.
    pub fn questionnaire(&self) -> &Questionnaire {
        &self.dataset().questionnaire
    }

    /// Marks the first step planned for a career as done among the sessions of before.
    pub fn mark_done(&mut self, session: &str, career: &str, look_back: LookBack) {
        let sessions = self.loaded.sessions.iter_mut().filter(|saved_session| saved_session.name == session);
        let kept =
            sessions.flat_map(|saved_session| &mut saved_session.record.kept).filter(|kept| kept.career == career);
        kept.filter_map(|kept| kept.plan.as_mut()).for_each(|plan| (plan.done, plan.look_back) = (true, look_back));
    }

    /// Puts a session first among those to go on with, as it is now; one without answers is not among them.
    pub fn put_first(&mut self, name: String, record: SessionRecord) {
        self.loaded.sessions.retain(|saved_session| saved_session.name != name);
        if record.has_answers() {
            let when = "just now".to_string();
            self.loaded.sessions.insert(0, SavedSession { name, when, record, ..SavedSession::default() });
        }
    }

    /// Works out what leads in one of the first sessions to go on with; false when all of them are known.
    pub fn refine_sessions(&mut self, first: usize) -> bool {
        let Loaded { matcher, sessions, .. } = &mut self.loaded;
        let unknown = sessions.iter_mut().take(first).find(|session| session.leads.is_none());
        unknown.map(|session| session.leads = Some(leads(matcher, &session.record))).is_some()
    }
}

/// What leads by the answers of a session: a direction, or else a career; empty where nothing does.
fn leads(matcher: &Matcher, record: &SessionRecord) -> String {
    let answers = record.answers(&matcher.dataset.questionnaire);
    let outcome = matcher.outcome(&answers, Emphasis::from_name(record.emphasis.as_deref()));
    let direction = outcome.directions.first().map(|one| telling::direction_title(&matcher.dataset, one).to_string());
    let ranked = outcome.fits.first().filter(|_| outcome.verdict == Verdict::Ranked);
    let career = ranked.map(|fit| matcher.dataset.catalogue.get(fit.career).title.clone());
    direction.or(career).unwrap_or_default()
}

impl Deref for Idle {
    type Target = Shell;

    fn deref(&self) -> &Shell {
        &self.shell
    }
}

impl DerefMut for Idle {
    fn deref_mut(&mut self) -> &mut Shell {
        &mut self.shell
    }
}
