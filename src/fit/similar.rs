//! Careers that are alike by their ratings, and rows that fold near twins.

use super::metric::Metric;
use crate::model::matrix::dot;
use crate::model::{CareerId, Fit, Group};

/// How alike two careers are, -1 to 1: the fit of one as if it were a person known without doubt.
pub fn likeness(metric: &Metric, a: CareerId, b: CareerId) -> f64 {
    let (a, b) = (&metric.unit()[a.index()], &metric.unit()[b.index()]);
    let groups = Group::ALL.into_iter();
    let total: f64 = Group::ALL.into_iter().map(|group| metric.weight(group)).sum();
    groups.map(|group| metric.weight(group) * dot(&a[group.range()], &b[group.range()])).sum::<f64>() / total
}

/// The careers most like this one, nearest first.
pub fn similar(metric: &Metric, career: CareerId, count: usize) -> Vec<CareerId> {
    let others = (0..metric.unit().len() as u16).map(CareerId).filter(|other| *other != career);
    let mut scored: Vec<(f64, CareerId)> = others.map(|other| (likeness(metric, career, other), other)).collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    scored.into_iter().take(count).map(|(_, other)| other).collect()
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
pub fn rows(metric: &Metric, fits: &[Fit], edge: f64, count: usize) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for fit in fits {
        let head = rows.iter_mut().take(count).find(|row| likeness(metric, row.fit.career, fit.career) > edge);
        match head {
            Some(row) => row.twins.push(fit.clone()),
            None => rows.push(Row { fit: fit.clone(), twins: Vec::new() }),
        }
    }
    rows
}
