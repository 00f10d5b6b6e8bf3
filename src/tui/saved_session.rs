//! A saved session as the screens know it.

use crate::model::SessionRecord;

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
    /// What leads by its answers, once it was worked out; empty where nothing does.
    pub leads: Option<String>,
    /// Something to say about it: answers set aside, a clock that went backwards.
    pub notes: Vec<String>,
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
