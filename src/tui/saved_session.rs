//! A saved session as the screens know it.

use crate::fit::Matcher;
use crate::model::{LookBack, SessionRecord};
use crate::report::telling;

/// A session as it was kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SavedSession {
    /// Its name.
    pub name: String,
    /// When it was last saved, in words.
    pub when: String,
    /// Everything the person said.
    pub record: SessionRecord,
    /// Whether the person is to be asked how long it may take, before the first question.
    pub choose_length: bool,
    /// Whether what the person says is saved.
    pub keeping: Keeping,
    /// What leads by its answers, as it was kept or worked out; empty where nothing does.
    pub lead: Option<String>,
    /// Whether that was worked out by the data at hand.
    pub is_lead_checked: bool,
    /// Something to say about it: answers set aside, a clock that went backwards.
    pub notes: Vec<String>,
}

/// The sessions of before, newest first.
#[derive(Clone, Debug, Default)]
pub struct SavedSessions(Vec<SavedSession>);

impl SavedSessions {
    /// These, newest first.
    pub fn new(sessions: Vec<SavedSession>) -> Self {
        Self(sessions)
    }

    /// All of them.
    pub fn all(&self) -> &[SavedSession] {
        &self.0
    }

    /// Marks the first step planned for a career in one of them as done.
    pub fn mark_done(&mut self, session: &str, career: &str, look_back: LookBack) {
        let sessions = self.0.iter_mut().filter(|saved_session| saved_session.name == session);
        sessions.for_each(|saved_session| saved_session.record.look_back(career, true, look_back));
    }

    /// Puts a session first, as it is now; one in which nothing was said is not among them.
    pub fn put_first(&mut self, name: String, record: SessionRecord) {
        self.0.retain(|saved_session| saved_session.name != name);
        if record.is_begun() {
            let when = "just now".to_string();
            self.0.insert(0, SavedSession { name, when, record, ..SavedSession::default() });
        }
    }

    /// Works out what leads in one of the first ones; false when that is done for all of them.
    pub fn work_out_lead(&mut self, matcher: &Matcher, first: usize) -> bool {
        let unchecked = self.0.iter_mut().take(first).find(|session| !session.is_lead_checked);
        let Some(session) = unchecked else { return false };

        let answers = session.record.collect_answers(&matcher.dataset.questionnaire);
        let outcome = matcher.evaluate(&answers, session.record.emphasis());
        session.lead = Some(telling::find_lead(&matcher.dataset, &outcome).to_string());
        session.is_lead_checked = true;
        true
    }
}

/// Whether what the person says is saved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Keeping {
    /// Every change, before the next question is painted.
    #[default]
    Saved,
    /// The last change is not, for this reason; it is tried again with the next.
    Failing(String),
    /// Nothing can be saved, for this reason: answers count until the program ends.
    Nowhere(String),
    /// Another program has the session, as this says: it can be looked at, and nothing changed.
    ReadOnly(String),
}

impl Keeping {
    /// The mark in the header, on every screen.
    pub const fn mark(&self) -> &'static str {
        match self {
            Self::Saved => "",
            Self::Failing(_) | Self::Nowhere(_) => "NOT SAVED",
            Self::ReadOnly(_) => "READ ONLY",
        }
    }
}
