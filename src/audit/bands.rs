//! What answers at random reach, and how often a career of a given fit is truly among a simulated person's best, so that the
//! edges of the bands can be set.

use super::people::{People, simulate};
use super::recover::run_interview;
use super::table::Table;
use crate::fit::{FitWeights, Matcher, TOP_TEN};
use crate::model::{Answers, Band, CareerId, Emphasis, Length};

/// Careers at the top by the true scales that count as truly fitting.
const TRULY: usize = 30;

/// A number of answers: the first so many of an interview of this length, or all of it.
const LOOKED_AT: [(usize, Length); 7] = [
    (15, Length::Quick),
    (22, Length::Quick),
    (30, Length::Standard),
    (43, Length::Standard),
    (60, Length::Full),
    (80, Length::Full),
    (101, Length::Full),
];

/// By number of answers: the fit of the first career for half, 95 and 99.9 in 100 random clickers, and how many of them are
/// told that it is good or strong; the fit for half of the people made from a career, how many are told strong; and how many of these people's first ten careers are truly among their best thirty.
pub fn measure_bands(matcher: &Matcher, count: usize, people: People, say: &dyn Fn(&str)) -> Table {
    let basis =
        format!("simulated: {count} people, seed {}; truly best: first {TRULY} by the true scales", people.seed);
    let columns = [
        "random: half",
        "95 in 100",
        "99.9 in 100",
        "told good",
        "people: half",
        "rosy: half",
        "rosy strong",
        "truly best",
    ];
    let mut table = Table::new("bands", &basis, &columns);

    for (asked, length) in LOOKED_AT {
        let row = format!("{asked} answers");
        say(&row);
        let random = collect_first_fits(matcher, count, people, (asked, length), true);
        let own = collect_first_fits(matcher, count, people, (asked, length), false);
        let rosy = collect_first_fits(matcher, count, People::rosy(people.seed), (asked, length), false);

        let share = |of: &[First], is: fn(&First) -> f64| of.iter().map(is).sum::<f64>() / of.len().max(1) as f64;
        let good = share(&random, |first| f64::from(u8::from(matches!(first.band, Band::Good | Band::Strong))));
        let strong = share(&rosy, |first| f64::from(u8::from(first.band == Band::Strong)));
        let truly = share(&own, |first| first.truly);

        let random: Vec<f64> = sort_scores(&random);
        let reached = [0.5, 0.95, 0.999].map(|share| find_quantile(&random, share)).into_iter().chain([good]);
        let halves = [find_quantile(&sort_scores(&own), 0.5), find_quantile(&sort_scores(&rosy), 0.5)];
        table.add_row(row, reached.chain(halves).chain([strong, truly]).map(Some));
    }
    table
}

fn sort_scores(firsts: &[First]) -> Vec<f64> {
    let mut fits: Vec<f64> = firsts.iter().map(|first| first.fit).collect();
    fits.sort_unstable_by(f64::total_cmp);
    fits
}

fn find_quantile(sorted: &[f64], share: f64) -> f64 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of the places is one of them")]
    let at = (share * sorted.len().saturating_sub(1) as f64).round() as usize;
    sorted.get(at).copied().unwrap_or(0.0)
}

/// What comes first for one person.
struct First {
    /// The fit of the first career.
    fit: f64,
    /// What is said of it.
    band: Band,
    /// The share of the first ten that are truly among the best thirty.
    truly: f64,
}

/// By person: what comes first.
fn collect_first_fits(
    matcher: &Matcher,
    count: usize,
    people: People,
    (asked, length): (usize, Length),
    random: bool,
) -> Vec<First> {
    let fit_weights = FitWeights::knowing_all(matcher);

    simulate(matcher, people, count, |draw, career| {
        let person = draw.draw_person(career);
        let values = if random { draw.draw_random_answers() } else { person.answers };
        let answers: Answers = run_interview(matcher, &values, length).iter().take(asked).collect();
        let outcome = matcher.evaluate(&answers, Emphasis::Balanced);

        let truth = fit_weights.build_person(person.truth.as_slice());
        let mut best: Vec<(f64, CareerId)> =
            matcher.dataset.catalogue.iter().map(|(id, _)| (truth.score(&matcher.metric, id), id)).collect();
        best.sort_by(|a, b| b.0.total_cmp(&a.0));
        let best: Vec<CareerId> = best.into_iter().take(TRULY).map(|(_, career)| career).collect();

        let first = outcome.fits.iter().take(TOP_TEN);
        let truly = first.filter(|fit| best.contains(&fit.career)).count() as f64 / TOP_TEN as f64;
        let (fit, band) = outcome.fits.first().map_or((0.0, Band::FirstHint), |first| (first.score, first.band));
        First { fit, band, truly }
    })
}
