//! How differently a ranking serves women and men of one level and one field.

use super::known::Known;
use super::related::compute_mean_and_error;
use crate::model::random::Random;
use std::collections::BTreeMap;

/// People of one gender from which a cell counts.
const MIN_PEOPLE: usize = 60;
/// Resamples of the people behind a standard error.
const DRAWS: usize = 60;
/// Seed of the resamples.
const SEED: u64 = 1;

/// The people of one level and field, by gender: whether each finds a career of their own field.
type Cell = Vec<Vec<f64>>;

/// People in the cells of one level and one field that hold at least sixty of two genders, by how much the shares who find a
/// career of their own field lie apart there on average, and the standard error of that; nothing where there is no such
/// cell. `found` is by person, 1 or 0.
pub fn measure_gender_gap(people: &[Known], found: &[f64]) -> Option<[f64; 3]> {
    let cells = collect_cells(people, found);
    if cells.is_empty() {
        return None;
    }

    let mut random = Random::new(SEED);
    let mut again = |same: &Vec<f64>| -> Vec<f64> { same.iter().map(|_| same[random.below(same.len())]).collect() };
    let mut redrawn = || -> f64 {
        average_gaps(&cells.iter().map(|cell| cell.iter().map(&mut again).collect()).collect::<Vec<Cell>>())
    };

    let drawn: Vec<f64> = (0..DRAWS).map(|_| redrawn()).collect();
    // the spread of the resamples is the standard error, not the error of their mean
    let error = compute_mean_and_error(&drawn).1 * (DRAWS as f64).sqrt();
    let count: usize = cells.iter().flatten().map(Vec::len).sum();
    Some([count as f64, average_gaps(&cells), error])
}

/// The cells that hold enough of two genders, and of each of their genders enough.
fn collect_cells(people: &[Known], found: &[f64]) -> Vec<Cell> {
    let mut cells: BTreeMap<(&str, &str), BTreeMap<&str, Vec<f64>>> = BTreeMap::new();
    for (person, found) in people.iter().zip(found).filter(|(person, _)| !person.gender.is_empty()) {
        let cell = cells.entry((&person.level, &person.field)).or_default();
        cell.entry(&person.gender).or_default().push(*found);
    }

    let enough = |cell: BTreeMap<&str, Vec<f64>>| -> Cell {
        cell.into_values().filter(|same| same.len() >= MIN_PEOPLE).collect()
    };
    cells.into_values().map(enough).filter(|cell| cell.len() > 1).collect()
}

/// How far the genders' shares lie apart, averaged over the cells.
fn average_gaps(cells: &[Cell]) -> f64 {
    let gap = |cell: &Cell| {
        let shares = || cell.iter().map(|same| compute_mean_and_error(same).0);
        shares().fold(f64::MIN, f64::max) - shares().fold(f64::MAX, f64::min)
    };
    compute_mean_and_error(&cells.iter().map(gap).collect::<Vec<f64>>()).0
}
