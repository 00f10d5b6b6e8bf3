//! The questionnaire full screen: `App`, `Action`, `update` returning effects, screens that borrow, the key table, the
//! theme and the terminal guard.
//!
//! Place in the flow: above `interview` and `report`. It touches no file, no variable and no TOML: what it must know
//! comes in as [`Surroundings`], [`Loaded`] and [`News`], what must be done goes out as [`Effect`]s.

mod app;
pub mod clicks;
mod desk;
mod effect;
mod event_loop;
pub mod glyphs;
pub mod keys;
mod screen;
pub mod screens;
pub mod sureness;
mod surroundings;
pub mod terminal;
pub mod theme;
pub mod widgets;

pub use app::App;
pub use desk::{Desk, Loaded, Loading, Sitting, Standing};
pub use effect::{Effect, Input, News};
pub use event_loop::{Exit, Shell, run};
pub use keys::{Action, Key, Place};
pub use screen::{Go, Screen};
pub use surroundings::Surroundings;
