//! Ratings that no table has, from the published related careers, else from the family.

use super::tables::{Row, Tables, family};
use crate::model::{Group, SCALE_COUNT};
use std::collections::BTreeMap;

/// What stands in for a rating that no career has: the middle, which tells no careers apart.
const MIDDLE_RATING: f64 = 50.0;

/// Fills every missing rating and marks its group as estimated; only published ratings are drawn on.
pub fn fill(tables: &mut Tables) {
    let published = tables.careers.clone();
    let families = average_families(&published);

    for (code, row) in &mut tables.careers {
        for group in Group::ALL.into_iter().filter(|&group| !published[code].has_ratings(group)) {
            row.estimated[group] = true;
            for scale in group.range().filter(|&scale| published[code].ratings[scale].is_none()) {
                let estimate = estimate_from_related(&published, row, scale).or(families[family(code)][scale]);
                row.ratings[scale] = Some(estimate.unwrap_or_else(|| average_everyone(&published, scale)));
            }
        }
    }
}

fn estimate_from_related(published: &BTreeMap<String, Row>, row: &Row, scale: usize) -> Option<f64> {
    let rated = row.related.iter().filter_map(|related| {
        let rating = published.get(&related.code)?.ratings[scale]?;
        Some((related.tier.weight(), rating))
    });

    let (weights, sum) =
        rated.fold((0.0, 0.0), |(weights, sum), (weight, rating)| (weights + weight, sum + weight * rating));
    (weights > 0.0).then(|| sum / weights)
}

fn average_families(published: &BTreeMap<String, Row>) -> BTreeMap<String, Vec<Option<f64>>> {
    let mut rows: BTreeMap<String, Vec<&Row>> = BTreeMap::new();
    for (code, row) in published {
        rows.entry(family(code).to_owned()).or_default().push(row);
    }

    let means = |rows: Vec<&Row>| (0..SCALE_COUNT).map(|scale| average(rows.iter().copied(), scale)).collect();
    rows.into_iter().map(|(family, rows)| (family, means(rows))).collect()
}

fn average_everyone(published: &BTreeMap<String, Row>, scale: usize) -> f64 {
    average(published.values(), scale).unwrap_or(MIDDLE_RATING)
}

fn average<'a>(rows: impl Iterator<Item = &'a Row>, scale: usize) -> Option<f64> {
    let rated: Vec<f64> = rows.filter_map(|row| row.ratings[scale]).collect();
    (!rated.is_empty()).then(|| rated.iter().sum::<f64>() / rated.len() as f64)
}
