//! What screens are given to work with: [`Waiting`] before the data is there, then [`Idle`], and an [`OpenSession`] once
//! there is one. Each has all of the one before it, so that a screen of a session finds nothing missing.

mod idle;
mod open_session;
mod shell;
mod waiting;

pub use idle::{Idle, Loaded};
pub use open_session::OpenSession;
pub use shell::{ReportFile, Shell};
pub use waiting::{Loading, Waiting};

use std::fmt::Debug;
use std::ops::Deref;

/// Whatever state the program is in, for screens that stand over any of them.
pub trait Context: Debug {
    /// What is there from the first frame on.
    fn shell(&self) -> &Shell;

    /// The same, to say or to ask for something.
    fn shell_mut(&mut self) -> &mut Shell;

    /// The data, once it is there.
    fn idle(&self) -> Option<&Idle> {
        None
    }

    /// The same, to change what is known of the sessions of before.
    fn idle_mut(&mut self) -> Option<&mut Idle> {
        None
    }

    /// The open session, once there is one.
    fn session(&self) -> Option<&OpenSession> {
        None
    }

    /// The same, to change it.
    fn session_mut(&mut self) -> Option<&mut OpenSession> {
        None
    }
}

/// A state in which the data is there, for screens on which careers are read with and without a session.
pub trait Ready: Context {
    /// The data.
    fn data(&self) -> &Idle;

    /// The same, to change what is known of the sessions of before.
    fn data_mut(&mut self) -> &mut Idle;
}

impl Context for Waiting {
    fn shell(&self) -> &Shell {
        self
    }

    fn shell_mut(&mut self) -> &mut Shell {
        self
    }
}

impl Context for Idle {
    fn shell(&self) -> &Shell {
        self
    }

    fn shell_mut(&mut self) -> &mut Shell {
        self
    }

    fn idle(&self) -> Option<&Idle> {
        Some(self)
    }

    fn idle_mut(&mut self) -> Option<&mut Idle> {
        Some(self)
    }
}

impl Context for OpenSession {
    fn shell(&self) -> &Shell {
        self
    }

    fn shell_mut(&mut self) -> &mut Shell {
        self
    }

    fn idle(&self) -> Option<&Idle> {
        Some(self)
    }

    fn idle_mut(&mut self) -> Option<&mut Idle> {
        Some(self)
    }

    fn session(&self) -> Option<&OpenSession> {
        Some(self)
    }

    fn session_mut(&mut self) -> Option<&mut OpenSession> {
        Some(self)
    }
}

impl Ready for Idle {
    fn data(&self) -> &Idle {
        self
    }

    fn data_mut(&mut self) -> &mut Idle {
        self
    }
}

impl Ready for OpenSession {
    fn data(&self) -> &Idle {
        self
    }

    fn data_mut(&mut self) -> &mut Idle {
        self
    }
}

impl Deref for dyn Ready + '_ {
    type Target = Idle;

    fn deref(&self) -> &Idle {
        self.data()
    }
}
