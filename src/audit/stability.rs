//! How much of a result survives an independent retest, and how often rank intervals hold the rank from it.

use super::people::{Draw, People};
use super::recover::{interview, spread_over};
use super::related::mean_and_error;
use super::table::Table;
use crate::fit::{Emphasis, Matcher, Outcome};
use crate::model::{Answers, CareerId, Length, QuestionId, Response};
use std::collections::BTreeSet;

/// Careers at the top that are compared.
const FIRST: usize = 10;

/// Per length: share of the first ten that stays, share of their bands that stays, and share of their ranks in the retest
/// that the 80 % interval holds. The retest asks the same questions of the same person.
pub fn stability(matcher: &Matcher, count: usize, people: People) -> Table {
    let basis = format!("simulated: {count} people, seed {}, the same questions asked again", people.seed);
    let columns = ["of ten stay", "std.err", "bands stay", "interval holds", "interval width"];
    let mut table = Table::new("stability", &basis, &columns);
    for length in Length::ALL {
        let mut draw = Draw::new(matcher, people);
        let (mut kept, mut bands, mut holds, mut widths) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for at in 0..count {
            let person = draw.person(spread_over(matcher, at));
            let first = interview(matcher, &person.answers, length);
            let again = repeated(&first, &draw.answer(&person.truth, &person.levels));
            let (one, two) = (matcher.outcome(&first, Emphasis::Balanced), matcher.outcome(&again, Emphasis::Balanced));
            kept.push(overlap(&one, &two));
            let intervals = matcher.intervals(&one, &first).finish(&matcher.metric);
            for fit in one.fits.iter().take(FIRST) {
                let Some(later) = two.fit(fit.career) else { continue };
                let interval = intervals[fit.career.index()];
                bands.push(f64::from(u8::from(later.band == fit.band)));
                holds.push(f64::from(u8::from((interval.low..=interval.high).contains(&later.rank))));
                widths.push((interval.high - interval.low) as f64);
            }
        }
        let (share, error) = mean_and_error(&kept);
        let mean = |values: &[f64]| Some(mean_and_error(values).0);
        table.row(length.name(), [Some(share), Some(error), mean(&bands), mean(&holds), mean(&widths)]);
    }
    table
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
