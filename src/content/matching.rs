//! `data/matching.toml`: weights, constants, band edges.

use crate::diagnostics::document::Document;
use crate::diagnostics::{Problems, Source};
use crate::model::{DirectionRules, Matching, Matrix};

/// The checked constants.
///
/// # Errors
/// Every problem of the file.
pub fn read_matching(source: &Source) -> Result<Matching, Problems> {
    let mut problems = Problems::default();
    let found: Option<Matching> = Document::parse(source, &mut problems).read_whole(&mut problems);
    let Some(matching) = found else { return Err(problems) };

    let mut wants = |right: bool, what: &str, remedy: &str| {
        if !right {
            // what is said begins with the key, which shows where it stands: at the start of a line, not in a comment
            let key = what.split_whitespace().next().unwrap_or_default();
            let at = source.text.find(&format!("\n{key} =")).map_or(0, |before| before + 1);
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
        are_correlations(&matching),
        "interest_correlations must be the correlations of six things",
        "mirror it, with 1 on the diagonal",
    );
    wants((0.0..1.0).contains(&matching.prior_correlation), "prior_correlation must be 0 to 1", "0.9 is usual");
    wants(matching.answer_sd > 0.0, "answer_sd must be above 0", "1.2 is usual");

    wants(
        matching.retest_spread >= 1.0,
        "retest_spread must be 1 or more",
        "1 trusts the model, 2.4 is what people showed",
    );
    want_directions(&matching.directions, &mut wants);

    let falling = matching.bands.iter().all(|row| row.edges.is_sorted_by(|a, b| a > b));
    let rising = matching.bands.is_sorted_by(|a, b| a.answers < b.answers) && !matching.bands.is_empty();
    wants(falling && rising, "bands must rise by answers, each with falling edges", "see `careerfit audit bands`");
    problems.or(matching)
}

fn want_directions(rules: &DirectionRules, wants: &mut impl FnMut(bool, &str, &str)) {
    let is_share = |value: f64| (0.0..=1.0).contains(&value);
    wants(is_share(rules.holds), "holds must be 0 to 1", "0.45 is usual");
    wants(is_share(rules.apart), "apart must be 0 to 1", "0.35 is usual");
    wants(is_share(rules.share), "share must be 0 to 1", "0.4 is usual");
    wants(rules.again.times > 0.0, "again must have 'times' above 0", "1 and 'less = 0' trust the model");
    wants(is_share(rules.stays), "stays must be 0 to 1", "0.34 is usual");
    wants(is_share(rules.stays_if_disagreeing), "stays_if_disagreeing must be 0 to 1", "0.71 is usual");
    wants(is_share(rules.stays_by_one_part), "stays_by_one_part must be 0 to 1", "0.26 is usual");
}

/// Whether the interests' correlations are ones: symmetric, with 1 on the diagonal, and positive definite.
fn are_correlations(matching: &Matching) -> bool {
    let values = &matching.interest_correlations;
    let same = |a: f64, b: f64| (a - b).abs() < 1e-9;
    let mirrored = (0..6).all(|row| (0..row).all(|column| same(values[row][column], values[column][row])));
    let ones = (0..6).all(|at| same(values[at][at], 1.0));
    mirrored && ones && Matrix::from_fn(6, |row, column| values[row][column]).cholesky().is_some()
}
