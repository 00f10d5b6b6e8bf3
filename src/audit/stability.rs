//! How much of a result survives an independent retest, and how often rank intervals hold the rank from it.

use super::known::Known;
use super::people::{People, simulate, to_response};
use super::recover::run_interview;
use super::related::compute_mean_and_error;
use super::table::Table;
use crate::fit::{Matcher, Outcome, TOP_TEN};
use crate::model::{Answers, CareerId, Emphasis, Fit, Length, QuestionId, RankInterval};
use std::collections::BTreeSet;

/// Per length: share of the first ten that stays, share of their bands that stays, and share of their ranks in the retest
/// that the 80 % interval holds. The retest asks the same questions of the same person.
pub fn measure_stability(matcher: &Matcher, count: usize, people: People, say: &dyn Fn(&str)) -> Table {
    let basis = format!("simulated: {count} people, seed {}, the same questions asked again", people.seed);
    let columns = ["of ten stay", "std.err", "bands stay", "interval holds", "std.err ", "interval width"];
    let mut table = Table::new("stability", &basis, &columns);

    for length in Length::ALL {
        say(length.name());
        let each = simulate(matcher, people, count, |draw, career| {
            let person = draw.draw_person(career);
            let first = run_interview(matcher, &person.answers, length);
            let again = repeat_answers(&first, &draw.answer(&person.truth, &person.levels));
            let (one, two) =
                (matcher.evaluate(&first, Emphasis::Balanced), matcher.evaluate(&again, Emphasis::Balanced));

            let firsts = one.fits.iter().take(TOP_TEN);
            let drawn = matcher.start_intervals(&one, &first).limit_to(firsts.clone().map(|fit| fit.career));
            let drawn = drawn.finish(&matcher.metric);
            let held: Vec<[f64; 3]> = firsts
                .filter_map(|fit| {
                    Some(check_interval(fit, two.find_fit(fit.career)?, drawn.find_interval(fit.career)?))
                })
                .collect();

            let mean = |at: usize| held.iter().map(|held| held[at]).sum::<f64>() / held.len().max(1) as f64;
            [measure_overlap(&one, &two), mean(0), mean(1), mean(2)]
        });

        let column = |at: usize| compute_mean_and_error(&each.iter().map(|figures| figures[at]).collect::<Vec<f64>>());
        let ((share, error), (holds, spread)) = (column(0), column(2));
        table.add_row(length.name(), [share, error, column(1).0, holds, spread, column(3).0].map(Some));
    }
    table
}

/// Real people's odd against even items, both ways: share of all careers, of the first ten and of first ones whose place by
/// the other half lies in the 80 % interval of this half, and how many of the first ten are said to stay and do.
pub fn compare_odd_and_even(matcher: &Matcher, people: &[Known], count: usize) -> Table {
    let basis =
        format!("measured on {} real people: one half of their items against the other", people.len().min(count));
    let columns = ["people", "interval holds", "of first ten", "of firsts", "said to stay", "stay", "std.err"];
    let mut table = Table::new("stability", &basis, &columns);

    let step = people.len().div_ceil(count.max(1)).max(1);
    let chosen: Vec<&Known> = people.iter().step_by(step).collect();

    for (name, parity) in [("odd to even", 0), ("even to odd", 1)] {
        let each: Vec<[f64; 5]> = chosen.iter().filter_map(|person| compare_halves(matcher, person, parity)).collect();
        let column = |at: usize| compute_mean_and_error(&each.iter().map(|figures| figures[at]).collect::<Vec<f64>>());
        let (stay, error) = column(4);
        let shares = [column(0).0, column(1).0, column(2).0, column(3).0];
        table.add_row(name, [each.len() as f64].into_iter().chain(shares).chain([stay, error]).map(Some));
    }
    table
}

/// One person's half of the items against the other; nothing where one of them points nowhere.
fn compare_halves(matcher: &Matcher, person: &Known, parity: usize) -> Option<[f64; 5]> {
    let half = |parity: usize| -> Answers {
        let given = person.answers.iter().enumerate().filter(|(place, _)| place % 2 == parity);
        given.filter_map(|(place, response)| Some((QuestionId(u16::try_from(place).ok()?), (*response)?))).collect()
    };

    let (first, other) = (half(parity), half(1 - parity));
    let (one, two) = (matcher.evaluate(&first, Emphasis::Balanced), matcher.evaluate(&other, Emphasis::Balanced));
    if one.fits.is_empty() || two.fits.is_empty() {
        return None;
    }

    let drawn = matcher.start_intervals(&one, &first).finish(&matcher.metric);
    let mut places = vec![0; matcher.dataset.catalogue.len()];
    for fit in &two.fits {
        places[fit.career.index()] = fit.rank;
    }

    let holds = |fit: &Fit| {
        let place = places[fit.career.index()];
        let interval = drawn.find_interval(fit.career);
        f64::from(u8::from(interval.is_some_and(|interval| (interval.low..=interval.high).contains(&place))))
    };

    let share = |count: usize| one.fits.iter().take(count).map(holds).sum::<f64>() / count as f64;
    let staying = drawn.count_staying(one.fits.iter().take(TOP_TEN).map(|fit| fit.career));
    Some([share(one.fits.len()), share(TOP_TEN), share(1), staying, TOP_TEN as f64 * measure_overlap(&one, &two)])
}

/// Whether a career keeps its band in the retest, whether its interval holds the new rank, and the interval's width.
fn check_interval(before: &Fit, after: &Fit, interval: RankInterval) -> [f64; 3] {
    let one_if = |held: bool| f64::from(u8::from(held));
    let holds = (interval.low..=interval.high).contains(&after.rank);
    [one_if(before.band == after.band), one_if(holds), (interval.high - interval.low) as f64]
}

/// The same questions with fresh values.
fn repeat_answers(asked: &Answers, fresh: &[u8]) -> Answers {
    asked.iter().map(|(question, _)| (question, to_response(fresh[question.index()]))).collect()
}

fn measure_overlap(one: &Outcome, two: &Outcome) -> f64 {
    let first =
        |outcome: &Outcome| -> BTreeSet<CareerId> { outcome.fits.iter().take(TOP_TEN).map(|f| f.career).collect() };
    first(one).intersection(&first(two)).count() as f64 / TOP_TEN as f64
}
