//! Fit and sureness in a word: the fit itself fades with the evidence, so its size says both.

use crate::model::{Band, Matching};

/// The band of a fit; with few answers every one is a first hint.
pub fn band(score: f64, evidence: usize, matching: &Matching) -> Band {
    if evidence < matching.hint_below {
        return Band::FirstHint;
    }
    let place = matching.bands.iter().position(|edge| score >= *edge);
    place.map_or(Band::WeakerFit, |place| Band::ALL[place])
}
