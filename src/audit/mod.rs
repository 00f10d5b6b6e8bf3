//! The matching against outside facts and simulated people.
//!
//! Place in the flow: above `interview`, beside the front ends; never in a hot path. It takes values and reads no files;
//! every simulated figure says so beside it.

mod bands;
mod beside;
mod cores;
mod criterion;
mod fairness;
mod gender_gap;
mod known;
mod no_list;
mod people;
mod reach;
mod recover;
mod related;
mod respondents;
mod stability;
mod stopping;
mod table;

pub use bands::bands;
pub use criterion::{Fields, criterion};
pub use fairness::fairness;
pub use gender_gap::gender_gap;
pub use known::Known;
pub use people::{Deviation, Draw, People, all};
pub use reach::reach;
pub use recover::{grid, recover};
pub use related::{Pairs, related};
pub use respondents::{Row as Respondent, columns, first_fives, is_choice, learnt, respondents};
pub use stability::{odd_and_even, stability};
pub use stopping::stopping;
pub use table::{Row, Table};
