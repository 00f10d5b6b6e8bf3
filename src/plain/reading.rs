//! Where somebody is at the results: what the numbers mean, and what was read last.

use crate::model::CareerId;

/// What was read last.
#[derive(Debug, Default)]
pub(super) struct Reading {
    /// The careers of the list read last: there is only one numbering at a time.
    pub(super) list: Vec<CareerId>,
    /// The career read last.
    pub(super) focus: Option<CareerId>,
    /// Whether the results were read before.
    pub(super) is_known: bool,
}
