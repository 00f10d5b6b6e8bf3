//! `data/matching.toml`: weights, constants, band edges.

use crate::diagnostics::document::Document;
use crate::diagnostics::{Problems, Source};
use crate::model::{Matching, Matrix};

/// The checked constants.
///
/// # Errors
/// Every problem of the file.
pub fn matching(source: &Source) -> Result<Matching, Problems> {
    let mut problems = Problems::default();
    let found: Option<Matching> = Document::parse(source, &mut problems).whole(&mut problems);
    let Some(matching) = found else { return Err(problems) };

    let mut wants = |right: bool, what: &str, remedy: &str| {
        if !right {
            // what is said begins with the key, which shows where it stands
            let at = source.text.find(what.split_whitespace().next().unwrap_or_default()).unwrap_or(0);
            problems.add(source, at..at, what, remedy);
        }
    };

    wants(
        matching.weights.values().iter().all(|w| *w > 0.0),
        "weights must be above 0",
        "give every group some weight",
    );
    wants(
        matching.ridge.values().iter().all(|r| *r > 0.0),
        "ridge must be above 0",
        "a small one such as 0.1 is enough",
    );
    wants(matching.clamp > 0.0, "clamp must be above 0", "2.5 standard deviations is usual");
    wants(matching.slope.values().iter().all(|slope| *slope > 0.0), "slope must be above 0", "0.3 to 0.5 is usual");
    wants((0.0..=2.0).contains(&matching.activity), "activity must be 0 to 2", "0.5 to 1 is usual");
    wants((0.0..1.0).contains(&matching.card_validity), "card_validity must be 0 to 1", "0.5 is usual");
    wants(matching.training_loss >= 0.0, "training_loss must not be below 0", "2 to 4 is usual");
    wants((0.0..=1.0).contains(&matching.context_slope), "context_slope must be 0 to 1", "0.4 is usual");
    wants(matching.points > 0.0, "points must be above 0", "1 is plain");
    wants(
        correlations(&matching),
        "interest_correlations must be the correlations of six things",
        "mirror it, with 1 on the diagonal",
    );
    wants((0.0..1.0).contains(&matching.prior_correlation), "prior_correlation must be 0 to 1", "0.9 is usual");
    wants(matching.answer_sd > 0.0, "answer_sd must be above 0", "1.2 is usual");

    let falling = matching.bands.iter().all(|row| row.edges.is_sorted_by(|a, b| a > b));
    let rising = matching.bands.is_sorted_by(|a, b| a.answers < b.answers) && !matching.bands.is_empty();
    wants(falling && rising, "bands must rise by answers, each with falling edges", "see `careerfit audit bands`");
    problems.or(matching)
}

/// Whether the interests' correlations are ones: symmetric, with 1 on the diagonal, and positive definite.
fn correlations(matching: &Matching) -> bool {
    let values = &matching.interest_correlations;
    let same = |a: f64, b: f64| (a - b).abs() < 1e-9;
    let mirrored = (0..6).all(|row| (0..row).all(|column| same(values[row][column], values[column][row])));
    let ones = (0..6).all(|at| same(values[at][at], 1.0));
    mirrored && ones && Matrix::from_fn(6, |row, column| values[row][column]).cholesky().is_some()
}
