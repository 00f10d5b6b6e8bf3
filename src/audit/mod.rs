//! The matching against outside facts and simulated people.
//!
//! Place in the flow: above `interview`, beside the front ends; never in a hot path. It takes values and reads no files;
//! every simulated figure says so beside it.

mod fairness;
mod people;
mod reach;
mod recover;
mod related;
mod stability;
mod table;

pub use fairness::fairness;
pub use people::{Deviation, People};
pub use reach::reach;
pub use recover::recover;
pub use related::{Pairs, related};
pub use stability::stability;
pub use table::{Row, Table};
