//! How much of a result survives an independent retest, and how often rank intervals hold the rank from it.

use super::people::{People, simulated};
use super::recover::interview;
use super::related::mean_and_error;
use super::table::Table;
use crate::fit::{Emphasis, Matcher, Outcome};
use crate::model::{Answers, CareerId, Fit, Length, QuestionId, RankInterval, Response};
use std::collections::BTreeSet;

/// Careers at the top that are compared.
const FIRST: usize = 10;

/// Per length: share of the first ten that stays, share of their bands that stays, and share of their ranks in the retest
/// that the 80 % interval holds. The retest asks the same questions of the same person.
pub fn stability(matcher: &Matcher, count: usize, people: People) -> Table {
    let basis = format!("simulated: {count} people, seed {}, the same questions asked again", people.seed);
    let columns = ["of ten stay", "std.err", "bands stay", "interval holds", "std.err ", "interval width"];
    let mut table = Table::new("stability", &basis, &columns);
    for length in Length::ALL {
        let each = simulated(matcher, people, count, |draw, career| {
            let person = draw.person(career);
            let first = interview(matcher, &person.answers, length);
            let again = repeated(&first, &draw.answer(&person.truth, &person.levels));
            let (one, two) = (matcher.outcome(&first, Emphasis::Balanced), matcher.outcome(&again, Emphasis::Balanced));
            let intervals = matcher.intervals(&one, &first).finish(&matcher.metric);
            let firsts = one.fits.iter().take(FIRST);
            let held: Vec<[f64; 3]> =
                firsts.filter_map(|fit| Some(held(fit, two.fit(fit.career)?, intervals[fit.career.index()]))).collect();
            let mean = |at: usize| held.iter().map(|held| held[at]).sum::<f64>() / held.len().max(1) as f64;
            [overlap(&one, &two), mean(0), mean(1), mean(2)]
        });
        let column = |at: usize| mean_and_error(&each.iter().map(|figures| figures[at]).collect::<Vec<f64>>());
        let ((share, error), (holds, spread)) = (column(0), column(2));
        table.row(length.name(), [share, error, column(1).0, holds, spread, column(3).0].map(Some));
    }
    table
}

/// Whether a career keeps its band in the retest, whether its interval holds the new rank, and the interval's width.
fn held(before: &Fit, after: &Fit, interval: RankInterval) -> [f64; 3] {
    let one_if = |held: bool| f64::from(u8::from(held));
    let holds = (interval.low..=interval.high).contains(&after.rank);
    [one_if(before.band == after.band), one_if(holds), (interval.high - interval.low) as f64]
}

/// The same questions with fresh values.
fn repeated(asked: &Answers, fresh: &[u8]) -> Answers {
    asked.iter().map(|(QuestionId(place), _)| (QuestionId(place), Response::Value(fresh[usize::from(place)]))).collect()
}

fn overlap(one: &Outcome, two: &Outcome) -> f64 {
    let first =
        |outcome: &Outcome| -> BTreeSet<CareerId> { outcome.fits.iter().take(FIRST).map(|f| f.career).collect() };
    first(one).intersection(&first(two)).count() as f64 / FIRST as f64
}
