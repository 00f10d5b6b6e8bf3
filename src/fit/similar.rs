//! Careers that are alike by their ratings, and rows that fold near twins.

use super::whitening::{Whitening, products};
use crate::model::{CareerId, Fit, Group};

/// Careers more alike than this are near twins.
pub const TWINS: f64 = 0.8;

/// How alike two careers are by their ratings, -1 to 1.
pub fn likeness(white: &Whitening, a: CareerId, b: CareerId) -> f64 {
    let (a, b) = (a.index(), b.index());
    let products = products(&white.ratings()[a], &white.ratings()[b]);
    let lengths = |group: Group| (white.lengths()[a][group] * white.lengths()[b][group]).max(f64::MIN_POSITIVE);
    let total: f64 = Group::ALL.into_iter().map(|group| white.weight(group)).sum();
    let part = |group: Group| white.weight(group) * products[group] / lengths(group);
    Group::ALL.into_iter().map(part).sum::<f64>() / total
}

/// A row of the list: a career and the near twins that stand behind it.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The best fitting of them.
    pub fit: Fit,
    /// Its near twins further down, best first.
    pub twins: Vec<Fit>,
}

/// Folds careers that are more alike than `edge` into the row of the best one, for the first `count` rows; what comes
/// after is left as it is. So the first ten are ten ideas.
pub fn rows(white: &Whitening, fits: &[Fit], edge: f64, count: usize) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for fit in fits {
        let head = rows.iter_mut().take(count).find(|row| likeness(white, row.fit.career, fit.career) > edge);
        match head {
            Some(row) => row.twins.push(fit.clone()),
            None => rows.push(Row { fit: fit.clone(), twins: Vec::new() }),
        }
    }
    rows
}
