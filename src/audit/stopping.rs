//! What ending a part early saves in questions and costs in own careers found.

use super::people::{People, simulate};
use super::recover::{run_interview_until, score_rank};
use super::related::compute_mean_and_error;
use super::table::Table;
use crate::fit::Matcher;
use crate::model::{Emphasis, Length};

/// Thresholds tried, in squares of the fit.
const TRIED: [f64; 5] = [0.0, 3e-6, 5e-6, 7e-6, 1e-5];

/// Per length and threshold: questions asked, own career in the first ten, and the difference from never ending early,
/// of the same people, with its standard error.
pub fn measure_stopping(matcher: &Matcher, count: usize, people: People, say: &dyn Fn(&str)) -> Table {
    let basis = format!("simulated: {count} people, seed {}; a part asks at least four", people.seed);
    let mut table = Table::new("stopping", &basis, &["questions", "own in 10", "cost", "std.err of cost"]);

    for length in Length::ALL {
        say(&format!("{} with {} thresholds", length.name(), TRIED.len()));
        let each = simulate(matcher, people, count, |draw, career| {
            let person = draw.draw_person(career);
            TRIED.map(|below| {
                let answers = run_interview_until(matcher, &person.answers, length, below);
                let outcome = matcher.evaluate(&answers, Emphasis::Balanced);
                (answers.evidence() as f64, score_rank(outcome.find_fit(career).map(|fit| fit.rank)))
            })
        });

        for (at, below) in TRIED.iter().enumerate() {
            let asked: Vec<f64> = each.iter().map(|tried| tried[at].0).collect();
            let seen: Vec<f64> = each.iter().map(|tried| tried[at].1).collect();
            let lost: Vec<f64> = each.iter().map(|tried| tried[0].1 - tried[at].1).collect();

            let (cost, error) = compute_mean_and_error(&lost);
            let figures = [compute_mean_and_error(&asked).0, compute_mean_and_error(&seen).0, cost, error];
            table.add_row(format!("{} below {below:e}", length.name()), figures.map(Some));
        }
    }
    table
}
