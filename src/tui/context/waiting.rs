//! Before the data is there, and where it never comes.

use super::Context;
use super::shell::Shell;
use crate::fit::Matcher;
use crate::tui::saved_session::SavedSessions;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

/// What is read beside the first screen.
#[derive(Debug)]
pub enum Read {
    /// The sessions of before, which come first, and what the person should know about them.
    Sessions(SavedSessions, Vec<String>),
    /// The data, ready for matching.
    Data(Arc<Matcher>),
}

/// Where it comes from; an error says why there is no data.
pub type Loading = Receiver<Result<Read, String>>;

/// How many answers the first-run hint stays.
const ANSWERS_WITH_HINT: u8 = 3;

/// The data is not read yet; by itself it never will be.
#[derive(Debug, Default)]
pub struct Waiting {
    shell: Shell,
    /// None once it is clear that nothing will come.
    loading: Option<Loading>,
    why: String,
}

/// What came of waiting.
#[derive(Debug)]
pub enum Waited {
    /// Nothing yet.
    InVain,
    /// The sessions of before; the data is still to come.
    ForSessions,
    /// The data.
    ForData(Arc<Matcher>),
    /// It is clear that no data will come; the person is told.
    Failed,
}

impl Waiting {
    /// Waits for what is being read.
    pub fn new(shell: Shell, loading: Loading) -> Self {
        Self { shell, loading: Some(loading), why: String::new() }
    }

    /// What comes next, if it comes within this time.
    pub fn wait(&mut self, at_most: Duration) -> Waited {
        let Some(loading) = &self.loading else { return Waited::Failed };

        let why = match loading.recv_timeout(at_most) {
            Ok(Ok(Read::Data(matcher))) => return Waited::ForData(matcher),
            Ok(Ok(Read::Sessions(sessions, notes))) => {
                self.take_sessions(sessions, &notes);
                return Waited::ForSessions;
            }
            Err(RecvTimeoutError::Timeout) => return Waited::InVain,
            Ok(Err(why)) => why,
            Err(RecvTimeoutError::Disconnected) => "the data could not be read".to_string(),
        };

        (self.loading, self.why) = (None, why);
        self.complain_again();
        Waited::Failed
    }

    fn take_sessions(&mut self, sessions: SavedSessions, notes: &[String]) {
        self.shell.say(notes.join(" "));
        self.shell.hints_left = if sessions.all().is_empty() { ANSWERS_WITH_HINT } else { 0 };
        self.shell.sessions = sessions;
    }

    /// Whether nothing will come any more.
    pub fn has_failed(&self) -> bool {
        self.loading.is_none()
    }

    /// Lets go of what was there from the first frame on.
    pub fn into_shell(self) -> Shell {
        self.shell
    }
}

impl Context for Waiting {
    fn shell(&self) -> &Shell {
        &self.shell
    }

    fn shell_mut(&mut self) -> &mut Shell {
        &mut self.shell
    }

    fn complain_again(&mut self) {
        self.shell.complain(self.why.as_str());
    }
}
