//! A profile against all careers: ranked fits, rank intervals, reasons, limits, similar careers, areas, what to start now.
//!
//! Place in the flow: after `assess`, below `interview`, which aims its questions at the top of the ranking. Pure: it
//! sees no file and no terminal.

mod activities;
mod activity_noise;
mod areas;
mod bands;
mod batch;
mod cards;
mod conditions;
mod direct;
mod directions;
mod emphasis;
mod hints;
mod information;
mod intervals;
mod learned;
mod leaving;
mod liking;
mod limits;
mod matcher;
mod metric;
mod more_training;
mod moved;
mod next_sitting;
mod noise;
mod outcome;
mod person;
mod rank;
mod reasons;
mod shares;
mod shifts;
mod similar;
mod start;
mod surprises;
mod tally;
mod verdict;
mod what_if;
mod whitening;
mod whole_person;

pub use activities::Activities;
pub use areas::{Advice, AreaView, Axis, areas};
pub use bands::{Trust, band};
pub use batch::{Batch, BatchRow, Ranked, Responses, answers};
pub use direct::{Direct, Known};
pub use directions::directions;
pub use hints::hints;
pub use information::{Asked, Evidence};
pub use intervals::{Intervals, Uncertainty};
pub use learned::Learned;
pub use leaving::{Leaving, Way, leaving};
pub use limits::{Limited, Mark, limited};
pub use matcher::Matcher;
pub use metric::Metric;
pub use more_training::more_training;
pub use moved::{Administration, Moved, MovedCareer, MovedScale, moved};
pub use outcome::Outcome;
pub use person::{FitWeights, Person};
pub use rank::{TOP_TEN, rank};
pub use reasons::{Others, Quotes, Reasons};
pub use shares::{Share, shares};
pub use similar::{Row, TWINS, likeness, rows};
pub use start::{Start, can_start, start_now, starts};
pub use surprises::{Surprise, surprises};
pub use what_if::{Change, WhatIf, what_if};
pub use whitening::Whitening;
