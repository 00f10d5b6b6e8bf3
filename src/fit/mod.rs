//! A profile against all careers: ranked fits, rank intervals, reasons, limits, similar careers, areas, what to start now.
//!
//! Place in the flow: after `assess`, below `interview`, which aims its questions at the top of the ranking. Pure: it
//! sees no file and no terminal.

mod alike;
mod areas;
mod bands;
mod batch;
mod emphasis;
mod hints;
mod information;
mod intervals;
mod learned;
mod leaving;
mod limits;
mod matcher;
mod metric;
mod moved;
mod names;
mod person;
mod rank;
mod reasons;
mod search;
mod similar;
mod spelling;
mod start;
mod surprises;
mod what_if;

pub use areas::{Advice, AreaView, areas};
pub use bands::band;
pub use batch::{Batch, Ranked, Responses, answers};
pub use emphasis::Emphasis;
pub use hints::hints;
pub use information::Information;
pub use intervals::Intervals;
pub use learned::Learned;
pub use leaving::{Leaving, Way, leaving};
pub use limits::{Limited, Mark, limited};
pub use matcher::{Matcher, Outcome};
pub use metric::Metric;
pub use moved::{Moved, MovedCareer, MovedScale, Sitting, moved};
pub use names::Names;
pub use person::{Person, Yardstick};
pub use rank::rank;
pub use reasons::{Reasons, reasons};
pub use search::{Hit, search};
pub use similar::{Row, likeness, rows};
pub use start::{Start, start_now};
pub use surprises::{Surprise, surprises};
pub use what_if::{Change, WhatIf, what_if};
