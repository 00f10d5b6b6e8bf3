//! What an answer did to the list.

use crate::model::CareerId;

/// What a reaction or a condition did to the first ten.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListChange {
    /// Careers that are among them now and were not before, the best fit first.
    pub came: Vec<CareerId>,
    /// Careers that were among them.
    pub went: Vec<CareerId>,
    /// The career on the card that was reacted to; none after a condition.
    pub card: Option<CareerId>,
}
