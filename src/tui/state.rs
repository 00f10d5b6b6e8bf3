//! How far the program is: what is there, with the screens that can stand over it.

use super::context::{Idle, OpenSession, Waiting};
use super::saved_session::SavedSession;
use super::screens::welcome::Welcome;
use super::stack::Stack;
use crate::fit::Matcher;
use std::sync::Arc;

/// The three states; each becomes the next one, and a session the next session.
#[derive(Debug)]
pub enum State {
    /// The data is being read, or cannot be.
    Loading(Stack<Waiting>),
    /// The data is there, and no session is open.
    Idle(Stack<Idle>),
    /// A session is open.
    Session(Box<Stack<OpenSession>>),
}

/// Does the same with the screens of whichever state it is.
macro_rules! in_any_state {
    ($state:expr, $stack:ident => $does:expr) => {
        match $state {
            State::Loading($stack) => $does,
            State::Idle($stack) => $does,
            State::Session($stack) => $does,
        }
    };
}
pub(super) use in_any_state;

impl State {
    /// The data is there.
    pub fn load(self, matcher: Arc<Matcher>) -> Self {
        match self {
            Self::Loading(stack) => {
                let (waiting, first) = stack.into_parts();
                Self::Idle(Stack::new(Idle::new(waiting.into_shell(), matcher), first))
            }
            ready => ready,
        }
    }

    /// A session is to be open, which needs the data.
    pub fn open(self, saved_session: SavedSession) -> Self {
        let (idle, first) = match self {
            Self::Loading(stack) => return Self::Loading(stack),
            Self::Idle(stack) => stack.into_parts(),
            Self::Session(stack) => {
                let (session, first) = stack.into_parts();
                (session.into_idle(), first)
            }
        };

        Self::Session(Box::new(Stack::new(OpenSession::new(idle, saved_session), first)))
    }
}

impl Default for State {
    /// What stands there while one state becomes the next.
    fn default() -> Self {
        Self::Loading(Stack::new(Waiting::default(), Welcome::default()))
    }
}
