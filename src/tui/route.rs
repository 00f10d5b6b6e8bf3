//! Where a key can lead: a screen names the next one and never builds it, so that screens do not know each other.

use super::keys::{Action, KeyScope};
use crate::model::{CareerId, PlanEntry, QuestionId};
use crate::report::telling::{self, NOTE};

/// A screen to open on top of the present one; `screens::open` builds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The keys that work in a place, then all others.
    Help(KeyScope),
    /// Any action, screen or career by its name: where it was asked for, and what can be asked for there now.
    Palette(KeyScope, Vec<Action>),
    /// The five differences between a job and a career.
    Distinctions,
    /// What this is, and where its figures are from.
    About,
    /// Looking any career up.
    Search,
    /// How long the questionnaire is to be.
    Length,
    /// What is still acceptable and what would be ideal of one limit, by its place in the questionnaire.
    Limit(usize),
    /// What counts most when careers are ranked.
    Emphasis,
    /// How the first step planned for a career went.
    LookBack(CareerId),
    /// The formats of a report to keep.
    Export,
    /// All answers, to change any of them.
    Review,
    /// Only the answers to these questions, to look at them again.
    LookAgain(Vec<QuestionId>),
    /// The person in bars and pictures.
    Profile,
    /// What the person must or would rather have.
    Limits,
    /// Careers that the person keeps.
    Bookmark,
    /// What can be started within weeks, by fit.
    StartNow,
    /// The whole list of careers, with this one in focus where one is given.
    List(Option<CareerId>),
    /// All families of careers.
    Families,
    /// The careers of one family, by its place in the catalogue.
    Family(u16),
    /// One career in full.
    Career(CareerId),
    /// The person's plan for a career.
    Plan(CareerId),
    /// A line of the person's own about a career.
    Write(CareerId, Target),
    /// Two or three careers side by side.
    Compare(Vec<CareerId>),
    /// What the person wants to leave of the present job.
    Leave(CareerId),
    /// The ways out of the present job's field.
    WaysOut(CareerId),
    /// A planned first step whose day has come.
    PlanReminder,
    /// What can be done where answers cannot be kept.
    NotKept,
    /// The same on leaving, with why the last answers are not saved.
    LeavingUnsaved(String),
}

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The note on a kept career.
    Note,
    /// An entry of its plan.
    Entry(PlanEntry),
}

impl Target {
    /// What stands over it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Note => NOTE,
            Self::Entry(entry) => telling::name_plan_entry(entry),
        }
    }
}
