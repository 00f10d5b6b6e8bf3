//! What a fit is worth: how often a career of a given fit is truly among a simulated person's best, so that the edges of
//! the bands can be set.

use super::people::{Draw, People};
use super::recover::{interview, spread_over};
use super::table::Table;
use crate::fit::{Emphasis, Matcher, Person};
use crate::model::Length;
use crate::model::matrix::dot;

/// Careers at the top by the true scales that count as truly fitting.
const TRULY: usize = 30;
/// Width of a row, in points of fit.
const WIDTH: f64 = 5.0;
/// Rows, the last open upwards.
const ROWS: usize = 12;

/// By points of fit: careers a person with such a fit, and the share of them that are among the person's truly best
/// thirty, for each length.
pub fn bands(matcher: &Matcher, count: usize, people: People) -> Table {
    let basis =
        format!("simulated: {count} people, seed {}; truly best: first {TRULY} by the true scales", people.seed);
    let columns = ["quick: careers", "truly best", "standard: careers", "truly best ", "full: careers", "truly best  "];
    let mut table = Table::new("bands", &basis, &columns);
    let counts = Length::ALL.map(|length| counted(matcher, count, people, length));
    for row in 0..ROWS {
        let figures = counts.iter().flat_map(|rows| {
            let (careers, truly) = rows[row];
            [Some(careers / count.max(1) as f64), (careers > 0.0).then(|| truly / careers)]
        });
        table.row(format!("fit from {:.0}", row as f64 * WIDTH), figures.collect::<Vec<_>>());
    }
    table
}

/// By row: careers of that fit, and how many of them are truly best.
fn counted(matcher: &Matcher, count: usize, people: People, length: Length) -> [(f64, f64); ROWS] {
    let mut draw = Draw::new(matcher, people);
    let mut rows = [(0.0, 0.0); ROWS];
    for at in 0..count {
        let person = draw.person(spread_over(matcher, at));
        let outcome = matcher.outcome(&interview(matcher, &person.answers, length), Emphasis::Balanced);
        let truth = Person::from_estimate(&matcher.metric, &person.truth, [0.0; 4], outcome.shares);
        let score = |career: usize| dot(&truth.direction, &matcher.metric.unit()[career]);
        let mut best: Vec<usize> = (0..matcher.kit.catalogue.len()).collect();
        best.sort_by(|a, b| score(*b).total_cmp(&score(*a)));
        best.truncate(TRULY);
        for fit in outcome.fits.iter().filter(|fit| fit.score >= 0.0) {
            let row = &mut rows[((fit.score / WIDTH) as usize).min(ROWS - 1)];
            row.0 += 1.0;
            row.1 += f64::from(u8::from(best.contains(&fit.career.index())));
        }
    }
    rows
}
