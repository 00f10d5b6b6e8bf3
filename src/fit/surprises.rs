//! Two surprises, or none: good fits that the person would not have thought of.

use super::matcher::Matcher;
use super::outcome::Outcome;
use super::rank::TOP_TEN;
use crate::model::Fit;
use std::collections::BTreeSet;

/// How far down the list a surprise may stand.
const MAX_RANK: usize = 60;
/// So many are named, or none: one alone reads like a mistake, and a third is no surprise any more.
const MAX_SURPRISES: usize = 2;
/// A surprise fits at least this share of what the first career does.
const LEAST_SHARE: f64 = 0.5;

/// A good fit far from the person's first families.
#[derive(Clone, Debug, PartialEq)]
pub struct Surprise {
    /// The career and its fit.
    pub fit: Fit,
}

/// Two surprises, the better fit first, each from another family; empty where there are no two.
pub fn find_surprises(matcher: &Matcher, outcome: &Outcome) -> Vec<Surprise> {
    let catalogue = &matcher.dataset.catalogue;
    let first = &outcome.fits[..outcome.fits.len().min(TOP_TEN)];
    let mut families: BTreeSet<u16> = first.iter().map(|fit| catalogue.get(fit.career).family).collect();

    let least = (LEAST_SHARE * first.first().map_or(0.0, |fit| fit.score)).max(f64::MIN_POSITIVE);
    let mut found = Vec::new();
    for fit in outcome.fits.iter().take(MAX_RANK).skip(TOP_TEN) {
        let fresh = fit.score >= least && !catalogue.get(fit.career).is_later_step();
        // the family is noted last, so that only a career that is named uses its family up
        if found.len() < MAX_SURPRISES && fresh && families.insert(catalogue.get(fit.career).family) {
            found.push(Surprise { fit: fit.clone() });
        }
    }

    if found.len() < MAX_SURPRISES { Vec::new() } else { found }
}
