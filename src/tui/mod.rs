//! The questionnaire full screen: `App`, `Action`, `update` returning effects, screens that borrow, the key table, the
//! theme and the terminal guard.
//!
//! Place in the flow: above `interview` and `report`. It touches no file, no variable and no TOML: what it must know
//! comes in as [`Environment`], [`Read`] and [`Reply`], what must be done goes out as [`Effect`]s.

mod app;
pub mod clicks;
mod context;
mod effect;
mod environment;
mod event_loop;
pub mod glyphs;
mod key_repeat;
pub mod keys;
pub mod rank_uncertainty;
mod route;
mod saved_session;
mod screen;
pub mod screens;
mod stack;
mod state;
pub mod terminal;
pub mod theme;
pub mod widgets;

pub use app::App;
pub use context::{Context, Idle, Loading, OpenSession, Read, Ready, Shell, Waiting};
pub use effect::{Effect, Input, Reply};
pub use environment::Environment;
pub use event_loop::{EffectHandler, Exit, run};
pub use keys::{Action, Key, KeyScope};
pub use route::{Route, Target};
pub use saved_session::{Keeping, SavedSession, SavedSessions};
pub use screen::{Screen, Transition};
