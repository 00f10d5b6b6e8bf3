//! The data is there, and no session is open.

use super::shell::Shell;
use crate::fit::Matcher;
use crate::model::{Catalogue, Dataset, Questionnaire};
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

/// What screens have once the data is there.
#[derive(Debug)]
pub struct Idle {
    shell: Shell,
    matcher: Arc<Matcher>,
}

impl Idle {
    /// Takes what was read.
    pub fn new(shell: Shell, matcher: Arc<Matcher>) -> Self {
        Self { shell, matcher }
    }

    /// The data, ready for matching.
    pub fn matcher(&self) -> &Arc<Matcher> {
        &self.matcher
    }

    /// Everything that was read from the data files.
    pub fn dataset(&self) -> &Dataset {
        &self.matcher.dataset
    }

    /// All careers.
    pub fn catalogue(&self) -> &Catalogue {
        &self.dataset().catalogue
    }

    /// All questions, and the words around them.
    pub fn questionnaire(&self) -> &Questionnaire {
        &self.dataset().questionnaire
    }

    /// Works out what leads in one of the first sessions of before; false when that is done for all of them.
    pub fn work_out_lead(&mut self, first: usize) -> bool {
        self.shell.sessions.work_out_lead(&self.matcher, first)
    }
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
