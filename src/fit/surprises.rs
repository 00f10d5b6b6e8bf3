//! Up to three surprises: good fits that the person would not have thought of.

use super::matcher::{Matcher, Outcome};
use crate::model::{Band, CareerId, Fit};
use std::collections::BTreeSet;

/// How far down the list a surprise may stand.
const DEPTH: usize = 60;
/// The first careers, whose families are no surprise.
const FIRST: usize = 10;
/// Surprises named at most.
const MOST: usize = 3;

/// A good fit far from the person's first families; `more_training` says that it takes more than they usually see in
/// their first ten.
#[derive(Clone, Debug, PartialEq)]
pub struct Surprise {
    /// The career and its fit.
    pub fit: Fit,
    /// Whether its job zone is not that of the first ten: `Less`, `Same` or `More` training.
    pub training: std::cmp::Ordering,
}

/// Surprises, best fit first, each from another family.
pub fn surprises(matcher: &Matcher, outcome: &Outcome) -> Vec<Surprise> {
    let catalogue = &matcher.kit.catalogue;
    let first = &outcome.fits[..outcome.fits.len().min(FIRST)];
    let mut families: BTreeSet<u16> = first.iter().map(|fit| catalogue.get(fit.career).family).collect();
    let zone = |career: CareerId| catalogue.get(career).figures.zone;
    let mut zones: Vec<u8> = first.iter().filter_map(|fit| zone(fit.career)).collect();
    zones.sort_unstable();
    let usual = zones.get(zones.len() / 2).copied();
    let mut found = Vec::new();
    for fit in outcome.fits.iter().skip(FIRST).take(DEPTH) {
        let fresh = fit.band < Band::FirstHint && !catalogue.get(fit.career).is_later_step();
        if found.len() < MOST && fresh && families.insert(catalogue.get(fit.career).family) {
            found.push(Surprise { fit: fit.clone(), training: zone(fit.career).cmp(&usual) });
        }
    }
    found
}
