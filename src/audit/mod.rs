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

pub use bands::measure_bands;
pub use criterion::{Fields, measure_criterion};
pub use fairness::measure_fairness;
pub use gender_gap::measure_gender_gap;
pub use known::Known;
pub use people::{Deviation, Draw, People, answer_all};
pub use reach::measure_reach;
pub use recover::{measure_grid, recover};
pub use related::{Pairs, measure_related};
pub use respondents::{Row as Respondent, find_first_fives, is_choice, learn_from, list_columns, measure_respondents};
pub use stability::{compare_odd_and_even, measure_stability};
pub use stopping::measure_stopping;
pub use table::{Row, Table};
