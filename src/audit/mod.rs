//! The matching against outside facts and simulated people.
//!
//! Place in the flow: above `interview`, beside the front ends; never in a hot path. It takes values and reads no files;
//! every simulated figure says so beside it.

mod people;
mod recover;
mod related;
mod table;

pub use people::{Deviation, People};
pub use recover::recover;
pub use related::{Pairs, related};
pub use table::{Row, Table};
