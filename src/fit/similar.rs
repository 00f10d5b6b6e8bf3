//! Careers that are alike by their ratings, and rows that fold near twins.

use super::whitening::{Whitening, multiply_groups};
use crate::model::{CareerId, Fit, Group};

/// Careers more alike than this are near twins.
pub const TWINS: f64 = 0.8;

/// How alike two careers are by their ratings, -1 to 1.
pub fn compute_likeness(white: &Whitening, a: CareerId, b: CareerId) -> f64 {
    let (a, b) = (a.index(), b.index());
    let products = multiply_groups(&white.ratings()[a], &white.ratings()[b]);
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
pub fn fold_rows(white: &Whitening, fits: &[Fit], edge: f64, count: usize) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for fit in fits {
        let head = rows.iter_mut().take(count).find(|row| compute_likeness(white, row.fit.career, fit.career) > edge);
        match head {
            Some(row) => row.twins.push(fit.clone()),
            None => rows.push(Row { fit: fit.clone(), twins: Vec::new() }),
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped::load_shipped;
    use crate::fit::Matcher;
    use crate::model::Band;

    #[test]
    fn the_first_rows_are_ideas_apart_and_hold_every_career_once_with_its_twins_behind_the_best() {
        const FIRST: usize = 40;
        let matcher = Matcher::new(load_shipped().expect("the shipped data"));
        let white = matcher.whitening();
        let fit = |(career, rank): (CareerId, usize)| Fit { career, score: 0.0, rank, band: Band::Slight };
        let fits: Vec<Fit> = CareerId::first(300).zip(1..).map(fit).collect();

        let found = fold_rows(white, &fits, TWINS, FIRST);
        let mut careers: Vec<CareerId> = Vec::new();
        for (at, row) in found.iter().enumerate() {
            careers.extend([row.fit.career].into_iter().chain(row.twins.iter().map(|twin| twin.career)));
            assert!(row.twins.iter().all(|twin| compute_likeness(white, row.fit.career, twin.career) > TWINS));
            assert!(row.twins.is_empty() || at < FIRST, "what comes after the first rows is left as it is");
            let before = found[..at.min(FIRST)].iter();
            assert!(before.into_iter().all(|other| compute_likeness(white, other.fit.career, row.fit.career) <= TWINS));
        }

        careers.sort_unstable();
        assert_eq!(careers, CareerId::first(300).collect::<Vec<_>>());
        assert!(found.iter().any(|row| !row.twins.is_empty()), "no twins here, so this shows nothing");
    }

    #[test]
    fn a_career_is_wholly_like_itself_and_no_two_are_more_alike() {
        let matcher = Matcher::new(load_shipped().expect("the shipped data"));
        let white = matcher.whitening();
        for one in CareerId::first(60) {
            assert!((compute_likeness(white, one, one) - 1.0).abs() < 1e-6);
            let other = CareerId(one.0 + 300);
            let alike = compute_likeness(white, one, other);
            assert!(
                (-1.0..1.0).contains(&alike) && alike.to_bits() == compute_likeness(white, other, one).to_bits(),
                "{alike}"
            );
        }
    }
}
