//! Precision at ten of career-to-career similarity against a list of related careers, from ratings only.

use super::table::Table;
use crate::fit::{Matcher, likeness};
use crate::model::{CareerId, Group};

/// Careers counted as found.
const FIRST: usize = 10;

/// Pairs of a career and one it is related to.
pub type Pairs = [(CareerId, CareerId)];

/// Compares the metric people are matched by, and the correlation of six interests, with a list of related careers;
/// without one, with the published primary ones. Only careers rated on all four groups take part.
pub fn related(matcher: &Matcher, against: Option<&Pairs>) -> Table {
    let careers: Vec<CareerId> = matcher
        .kit
        .catalogue
        .iter()
        .filter(|(_, career)| !career.figures.estimated.iter().any(|estimated| *estimated))
        .map(|(id, _)| id)
        .collect();
    let mut wanted = vec![Vec::new(); matcher.kit.catalogue.len()];
    for (career, related) in against.map_or_else(|| published(matcher), <[_]>::to_vec) {
        if careers.contains(&related) {
            wanted[career.index()].push(related);
        }
    }
    let metric = &matcher.metric;
    let ours = precision(&careers, &wanted, |a, b| likeness(metric, a, b));
    let interests = interest_profiles(matcher);
    let theirs = precision(&careers, &wanted, |a, b| {
        interests[a.index()].iter().zip(&interests[b.index()]).map(|(x, y)| x * y).sum()
    });
    let basis = format!(
        "related careers found among the first {FIRST}, {} fully rated careers, from ratings only",
        careers.len()
    );
    let mut table = Table::new("related", &basis, &["precision", "std.err"]);
    table.row("the metric people are matched by", [Some(ours.0), Some(ours.1)]);
    table.row("correlation of six interests", [Some(theirs.0), Some(theirs.1)]);
    table
}

/// The published primary related careers.
fn published(matcher: &Matcher) -> Vec<(CareerId, CareerId)> {
    let pairs = matcher.kit.catalogue.iter();
    pairs.flat_map(|(id, career)| career.figures.related.iter().map(move |related| (id, *related))).collect()
}

/// Raw interest ratings, centred and of length one within each career: their product is a correlation.
fn interest_profiles(matcher: &Matcher) -> Vec<Vec<f64>> {
    let profile = |career: &crate::model::Career| {
        let ratings = &career.figures.all_ratings()[Group::Interests.range()];
        let mean = ratings.iter().sum::<f64>() / ratings.len() as f64;
        let centred: Vec<f64> = ratings.iter().map(|value| value - mean).collect();
        let length = centred.iter().map(|value| value * value).sum::<f64>().sqrt().max(1e-9);
        centred.into_iter().map(|value| value / length).collect()
    };
    matcher.kit.catalogue.careers().iter().map(profile).collect()
}

/// Mean share of a career's related ones that stand among its first ten, and its standard error.
fn precision(careers: &[CareerId], wanted: &[Vec<CareerId>], alike: impl Fn(CareerId, CareerId) -> f64) -> (f64, f64) {
    let mut shares = Vec::new();
    for career in careers.iter().filter(|career| !wanted[career.index()].is_empty()) {
        let others = careers.iter().filter(|other| *other != career);
        let mut scored: Vec<(f64, CareerId)> = others.map(|other| (alike(*career, *other), *other)).collect();
        scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let found = scored.iter().take(FIRST).filter(|(_, other)| wanted[career.index()].contains(other)).count();
        shares.push(found as f64 / wanted[career.index()].len().min(FIRST) as f64);
    }
    mean_and_error(&shares)
}

/// Mean and standard error of some shares.
pub(super) fn mean_and_error(shares: &[f64]) -> (f64, f64) {
    let count = shares.len().max(1) as f64;
    let mean = shares.iter().sum::<f64>() / count;
    let variance = shares.iter().map(|share| (share - mean).powi(2)).sum::<f64>() / count;
    (mean, (variance / count).sqrt())
}
