//! A profile against all careers: ranked fits, reasons, limits.
//!
//! Place in the flow: after `assess`, below `interview`, which aims its questions at the top of the ranking. Pure: it
//! sees no file and no terminal.

mod bands;
mod matcher;
mod metric;
mod person;
mod rank;
mod reasons;
mod search;

pub use bands::band;
pub use matcher::{Matcher, Outcome};
pub use metric::Metric;
pub use person::Person;
pub use rank::{contributions, rank};
pub use reasons::{Reasons, reasons};
pub use search::{Hit, search};
