//! Before the data is there, and where it never comes.

use super::Context;
use super::idle::Loaded;
use super::shell::Shell;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

/// Where the data comes from: it is sent once, or an error that says why not.
pub type Loading = Receiver<Result<Loaded, String>>;

/// Nothing is read yet; by itself nothing ever will be.
#[derive(Debug, Default)]
pub struct Waiting {
    shell: Shell,
    /// None once it is clear that nothing will come.
    loading: Option<Loading>,
    why: String,
}

impl Waiting {
    /// Waits for what is being read.
    pub fn new(shell: Shell, loading: Loading) -> Self {
        Self { shell, loading: Some(loading), why: String::new() }
    }

    /// The data, if it comes within this time; the person is told where it never will.
    pub fn wait(&mut self, at_most: Duration) -> Option<Loaded> {
        let why = match self.loading.as_ref()?.recv_timeout(at_most) {
            Ok(Ok(loaded)) => return Some(loaded),
            Err(RecvTimeoutError::Timeout) => return None,
            Ok(Err(why)) => why,
            Err(RecvTimeoutError::Disconnected) => "the data could not be read".to_string(),
        };
        (self.loading, self.why) = (None, why);
        self.complain_again();
        None
    }

    /// Whether nothing will come any more.
    pub fn has_failed(&self) -> bool {
        self.loading.is_none()
    }

    /// Says once more why nothing was read.
    pub fn complain_again(&mut self) {
        self.shell.complain(self.why.as_str());
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
}
