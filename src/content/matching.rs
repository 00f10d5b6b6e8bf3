//! `data/matching.toml`: weights, constants, band edges.

use super::document::Document;
use super::problem::{Problems, Source};
use crate::model::Matching;

/// The checked constants.
pub fn matching(source: &Source) -> Result<Matching, Problems> {
    let mut problems = Problems::default();
    let found: Option<Matching> = Document::parse(source, &mut problems).whole(&mut problems);
    let Some(matching) = found else { return Err(problems) };
    let mut wants = |right: bool, what: &str, remedy: &str| {
        if !right {
            let at = source.text.find(what.split_whitespace().next().unwrap_or_default()).unwrap_or(0);
            problems.add(source, at..at, what, remedy);
        }
    };
    wants(matching.weights.iter().all(|w| *w > 0.0), "weights must be above 0", "give every group some weight");
    wants(matching.ridge.iter().all(|r| *r > 0.0), "ridge must be above 0", "a small one such as 0.1 is enough");
    wants(matching.clamp > 0.0, "clamp must be above 0", "2.5 standard deviations is usual");
    wants(matching.prior_variance > 0.0, "prior_variance must be above 0", "1 to 3 is usual");
    wants((0.0..1.0).contains(&matching.prior_correlation), "prior_correlation must be 0 to 1", "0.9 is usual");
    wants(matching.answer_sd > 0.0, "answer_sd must be above 0", "1.2 is usual");
    problems.or(matching)
}
