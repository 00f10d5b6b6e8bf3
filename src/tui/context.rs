//! What screens are given to work with: [`Waiting`] before the data is there, then [`Idle`], and an [`OpenSession`] once
//! there is one. Each has all of the one before it, so that a screen of a session finds nothing missing.

mod idle;
mod open_session;
mod shell;
mod waiting;

pub use idle::Idle;
pub use open_session::{OpenSession, SLICE_OF_WORK};
pub use shell::{ReportFile, Shell};
pub use waiting::{Loading, Read, Waited, Waiting};

use std::ops::Deref;

/// Whatever state the program is in, for screens that stand over any of them.
pub trait Context {
    /// What is there from the first frame on.
    fn shell(&self) -> &Shell;

    /// The same, to say or to ask for something.
    fn shell_mut(&mut self) -> &mut Shell;

    /// The data, once it is there.
    fn ready(&self) -> Option<&dyn Ready> {
        None
    }

    /// The same, to change something.
    fn ready_mut(&mut self) -> Option<&mut dyn Ready> {
        None
    }

    /// Says once more why there is no data, where there will be none.
    fn complain_again(&mut self) {}
}

/// A state in which the data is there, for screens on which careers are read with and without a session.
pub trait Ready {
    /// The data.
    fn data(&self) -> &Idle;

    /// The same, to change what stands beside it.
    fn data_mut(&mut self) -> &mut Idle;

    /// The open session, once there is one.
    fn session(&self) -> Option<&OpenSession> {
        None
    }

    /// The same, to change it.
    fn session_mut(&mut self) -> Option<&mut OpenSession> {
        None
    }
}

impl<C: Ready + 'static> Context for C {
    fn shell(&self) -> &Shell {
        self.data()
    }

    fn shell_mut(&mut self) -> &mut Shell {
        self.data_mut()
    }

    fn ready(&self) -> Option<&dyn Ready> {
        Some(self)
    }

    fn ready_mut(&mut self) -> Option<&mut dyn Ready> {
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

    fn session(&self) -> Option<&OpenSession> {
        Some(self)
    }

    fn session_mut(&mut self) -> Option<&mut OpenSession> {
        Some(self)
    }
}

impl Deref for dyn Ready + '_ {
    type Target = Idle;

    fn deref(&self) -> &Idle {
        self.data()
    }
}
