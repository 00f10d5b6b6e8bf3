//! What a fit is worth: how often a career of a given fit is truly among a simulated person's best, so that the edges of
//! the bands can be set.

use super::people::{People, simulated};
use super::recover::interview;
use super::table::Table;
use crate::fit::{Emphasis, Matcher, Yardstick};
use crate::model::{CareerId, Length};

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
    let mut rows = [(0.0, 0.0); ROWS];
    let shares = Emphasis::Balanced.shares(&matcher.metric, matcher.asked, matcher.asked);
    let yardstick = Yardstick::knowing_all(&matcher.metric, &matcher.measurement, shares);
    let each = simulated(matcher, people, count, |draw, career| {
        let person = draw.person(career);
        let outcome = matcher.outcome(&interview(matcher, &person.answers, length), Emphasis::Balanced);
        let truth = yardstick.person(&matcher.metric, &person.truth);
        let mut best: Vec<(f64, CareerId)> =
            matcher.kit.catalogue.iter().map(|(id, _)| (truth.score(&matcher.metric, id), id)).collect();
        best.sort_by(|a, b| b.0.total_cmp(&a.0));
        let best: Vec<CareerId> = best.into_iter().take(TRULY).map(|(_, career)| career).collect();
        let fitting = outcome.fits.into_iter().filter(|fit| fit.score >= 0.0);
        fitting.map(|fit| (fit.score, best.contains(&fit.career))).collect::<Vec<(f64, bool)>>()
    });
    for (score, truly) in each.into_iter().flatten() {
        let row = &mut rows[((score / WIDTH) as usize).min(ROWS - 1)];
        row.0 += 1.0;
        row.1 += f64::from(u8::from(truly));
    }
    rows
}
