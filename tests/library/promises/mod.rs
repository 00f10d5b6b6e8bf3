//! What the core promises, each by an example in the words of the domain: limits, surprises, leaving a field, what moved,
//! care for the answers, and the conversation from any side.

mod areas;
#[cfg(feature = "app")]
mod audits;
mod care;
mod conversation;
mod leaving;
mod limits;
mod loved;
mod moved;
mod ranking;
mod training;
