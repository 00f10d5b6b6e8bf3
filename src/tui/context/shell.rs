//! What is there from the first frame on: the terminal, the person's wishes, what is said and what is asked for.

use crate::text::show_controls;
use crate::tui::clicks::Clicks;
use crate::tui::effect::Effect;
use crate::tui::environment::Environment;
use crate::tui::keys::{Keys, Unusable};
use crate::tui::saved_session::SavedSessions;
use crate::tui::theme::Theme;

/// What every screen has, whatever is loaded or open.
#[derive(Debug, Default)]
pub struct Shell {
    /// The terminal and the person's wishes.
    pub environment: Environment,
    /// Styles by role.
    pub theme: Theme,
    /// Which key asks for what.
    pub keys: Keys,
    /// The sessions of before, once they are read.
    pub sessions: SavedSessions,
    /// One line for the person, until the next key.
    pub message: Option<Message>,
    /// How many first-run hints are still to be shown.
    pub hints_left: u8,
    /// Where a report can be written, or was.
    pub report: Option<ReportFile>,
    /// Where a click does something.
    pub clicks: Clicks,
    outbox: Vec<Effect>,
}

/// The file of a report to keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReportFile {
    /// A path that can be written to.
    Proposed(String),
    /// Where it was written.
    Written(String),
}

/// A line for the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The line.
    pub text: String,
    /// Whether something went wrong.
    pub trouble: bool,
}

impl Shell {
    /// What a terminal and a person's wishes come to.
    ///
    /// # Errors
    /// A key of the settings that cannot be used.
    pub fn new(environment: Environment) -> Result<Self, Unusable> {
        let (theme, keys) = (Theme::new(&environment), Keys::new(&environment.keys)?);
        Ok(Self { environment, theme, keys, ..Self::default() })
    }

    /// Asks the effect handler to do something.
    pub fn ask(&mut self, effect: Effect) {
        self.outbox.push(effect);
    }

    /// Everything asked of the effect handler since the last time.
    pub fn take_effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.outbox)
    }

    /// Shows a line; an empty one shows nothing.
    pub fn say(&mut self, text: impl Into<String>) {
        let text = show_controls(&text.into()).into_owned();
        self.message = (!text.is_empty()).then_some(Message { text, trouble: false });
    }

    /// Shows a line about something that went wrong.
    pub fn complain(&mut self, text: impl Into<String>) {
        self.message = Some(Message { text: show_controls(&text.into()).into_owned(), trouble: true });
    }

    /// Seconds since 1970.
    pub fn now(&self) -> u64 {
        (self.environment.now)()
    }
}
