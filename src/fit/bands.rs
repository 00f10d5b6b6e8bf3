//! Fit and sureness in a word: how far a fit lies above what answers at random reach.

use crate::model::{Band, Matching};

/// How far answers can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trust {
    /// How many answers there are.
    pub evidence: usize,
    /// Whether answers to like questions disagree.
    pub disagree: bool,
}

/// The band of a fit. With few answers every one is a first hint; answers that disagree lower it by one.
pub fn find_band(score: f64, trust: Trust, matching: &Matching) -> Band {
    if trust.evidence < matching.hint_below {
        return Band::FirstHint;
    }

    let row = matching.bands.iter().take_while(|row| row.answers <= trust.evidence).last();
    let place = row.and_then(|row| row.edges.iter().position(|edge| score >= *edge));
    match place.map(|place| place + usize::from(trust.disagree)) {
        Some(place) if place < WORDS.len() => WORDS[place],
        _ if score > 0.0 => Band::Slight,
        _ => Band::WeakerFit,
    }
}

/// The bands that have an edge.
const WORDS: [Band; 3] = [Band::Strong, Band::Good, Band::WorthALook];
