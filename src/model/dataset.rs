//! All data the program works with, together.

use super::{Catalogue, Distinctions, Matching, Questionnaire, Scales};

/// All that the program asks and ranks with.
#[derive(Debug)]
pub struct Dataset {
    /// The 95 scales and twelve areas.
    pub scales: Scales,
    /// What is asked.
    pub questionnaire: Questionnaire,
    /// Job and career in five pairs.
    pub distinctions: Distinctions,
    /// Weights and constants.
    pub matching: Matching,
    /// The careers.
    pub catalogue: Catalogue,
}
