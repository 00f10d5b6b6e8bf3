//! Precision at ten of career-to-career similarity against a list of related careers, from ratings only.

use super::people::answer_all;
use super::table::Table;
use crate::fit::{Evidence, FitWeights, Learned, Matcher, Person, TOP_TEN, compute_likeness};
use crate::model::{ByGroup, CareerId, Group};

/// Any answer: how far answers can move a fit does not depend on them.
const ANY_ANSWER: u8 = 3;

/// Puts neighbours in the catalogue into different folds.
const STRIDE: usize = 7;

/// Pairs of a career and one it is related to.
pub type Pairs = [(CareerId, CareerId)];

/// Compares the fit people are matched by, the likeness of ratings and the correlation of six interests with a list of related careers;
/// without one, with the published primary ones. Only careers rated on all four groups take part.
pub fn measure_related(matcher: &Matcher, against: Option<&Pairs>) -> Table {
    let careers: Vec<CareerId> = matcher
        .dataset
        .catalogue
        .iter()
        .filter(|(_, career)| !career.figures.estimated.values().contains(&true))
        .map(|(id, _)| id)
        .collect();

    let mut wanted = vec![Vec::new(); matcher.dataset.catalogue.len()];
    for (career, related) in against.map_or_else(|| matcher.dataset.catalogue.related(), <[_]>::to_vec) {
        if careers.contains(&related) {
            wanted[career.index()].push(related);
        }
    }

    let metric = &matcher.metric;
    let everything = answer_all(&vec![ANY_ANSWER; matcher.dataset.questionnaire.questions.len()]);
    let information = Evidence::of(metric, &matcher.measurement, &everything);
    let fit_weights = FitWeights::new(matcher, &information, ByGroup::from_value(1.0));
    let people = matcher.dataset.catalogue.iter().map(|(career, _)| fit_weights.build_person_like(metric, career));
    let people: Vec<Person> = people.collect();
    let fit = |a: CareerId, b| people[a.index()].score(metric, b);

    let ours = compute_mean_and_error(&compute_shares(&careers, &careers, &wanted, fit));
    let alike = compute_mean_and_error(&compute_shares(&careers, &careers, &wanted, |a, b| {
        compute_likeness(matcher.whitening(), a, b)
    }));

    let interests = collect_interest_profiles(matcher);
    let theirs = compute_shares(&careers, &careers, &wanted, |a, b| {
        interests[a.index()].iter().zip(&interests[b.index()]).map(|(x, y)| x * y).sum()
    });
    let theirs = compute_mean_and_error(&theirs);
    let learnt = measure_learned(matcher, &careers, &wanted);

    let basis = format!(
        "related careers found among the first {TOP_TEN}, {} fully rated careers, from ratings only",
        careers.len()
    );
    let mut table = Table::new("related", &basis, &["precision", "std.err"]);
    table.add_row("the fit of somebody who answers as the career's people do", [Some(ours.0), Some(ours.1)]);
    table.add_row("likeness of ratings", [Some(alike.0), Some(alike.1)]);
    table.add_row("similar careers, learnt, cross-validated by career", [Some(learnt.0), Some(learnt.1)]);
    table.add_row("correlation of six interests", [Some(theirs.0), Some(theirs.1)]);
    table
}

/// Careers are put into so many folds; those of one are looked up with what the pairs without them taught.
const FOLDS: usize = 10;

/// The learned likeness, cross-validated by career: no pair that a looked-up career belongs to was learnt from.
fn measure_learned(matcher: &Matcher, careers: &[CareerId], wanted: &[Vec<CareerId>]) -> (f64, f64) {
    let pairs = matcher.dataset.catalogue.related();
    let fold = |career: CareerId| (career.index() * STRIDE) % FOLDS;
    let mut shares = Vec::new();

    for held_out in 0..FOLDS {
        let kept = pairs.iter().filter(|(one, other)| fold(*one) != held_out && fold(*other) != held_out);
        let learned = Learned::new(matcher.whitening(), &kept.copied().collect::<Vec<_>>());
        let looked_up: Vec<CareerId> = careers.iter().copied().filter(|career| fold(*career) == held_out).collect();
        shares.extend(compute_shares(&looked_up, careers, wanted, |a, b| learned.compute_likeness(a, b)));
    }
    compute_mean_and_error(&shares)
}

/// Raw interest ratings, centred and of length one within each career: their product is a correlation.
fn collect_interest_profiles(matcher: &Matcher) -> Vec<Vec<f64>> {
    let profile = |career: &crate::model::Career| {
        let ratings = career.figures.all_ratings();
        let ratings = &ratings.as_slice()[Group::Interests.range()];
        let mean = ratings.iter().sum::<f64>() / ratings.len() as f64;
        let centred: Vec<f64> = ratings.iter().map(|value| value - mean).collect();
        let length = centred.iter().map(|value| value * value).sum::<f64>().sqrt().max(1e-9);
        centred.into_iter().map(|value| value / length).collect()
    };
    matcher.dataset.catalogue.careers().iter().map(profile).collect()
}

/// Of each career looked up: the share of its related ones that stand among its first ten.
fn compute_shares(
    looked_up: &[CareerId],
    careers: &[CareerId],
    wanted: &[Vec<CareerId>],
    alike: impl Fn(CareerId, CareerId) -> f64,
) -> Vec<f64> {
    let share = |career: &CareerId| {
        let others = careers.iter().filter(|other| *other != career);
        let mut scored: Vec<(f64, CareerId)> = others.map(|other| (alike(*career, *other), *other)).collect();
        scored.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));

        let wanted = &wanted[career.index()];
        let found = scored.iter().take(TOP_TEN).filter(|(_, other)| wanted.contains(other)).count();
        found as f64 / wanted.len().min(TOP_TEN) as f64
    };
    looked_up.iter().filter(|career| !wanted[career.index()].is_empty()).map(share).collect()
}

/// Mean and standard error of some shares.
pub(super) fn compute_mean_and_error(shares: &[f64]) -> (f64, f64) {
    let count = shares.len().max(1) as f64;
    let mean = shares.iter().sum::<f64>() / count;
    let variance = shares.iter().map(|share| (share - mean).powi(2)).sum::<f64>() / count;
    (mean, (variance / count).sqrt())
}
