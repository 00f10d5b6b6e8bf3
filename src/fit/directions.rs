//! Directions: few groups of careers that hold together, each with the answers that point there.
//!
//! A list by fit puts careers in front that have something of everything a person likes. A direction asks what draws towards
//! a career: only what its work has more of than most, liked or not, so that an unused strength takes nothing away. Two
//! strong, unrelated interests so lead to a direction each, and not only to what lies between them.

mod draws;
mod told;

use super::direct::Known;
use super::information::Evidence;
use super::matcher::Matcher;
use super::person::FitWeights;
use super::similar::compute_likeness;
use crate::model::{Answers, ByGroup, CareerId, Direction, DrawnBy, Fit};
use draws::{Drawn, Draws, LEAST, MOST, average, measure_strength};

/// Half of what makes a career the middle of a direction is how much so many careers most like it draw: one odd career is
/// no direction.
const AROUND: usize = 4;
/// A direction none of whose careers stands among so many first ones would contradict the list.
const AMONG_FIRST: usize = 100;

/// All parts together; what a person enjoys and is drawn to; what they are good at.
const ALL: ByGroup<f64> = ByGroup::from_value(1.0);
const ENJOYED: ByGroup<f64> = ByGroup::in_order([1.0, 0.0, 1.0, 0.0]);
const GOOD_AT: ByGroup<f64> = ByGroup::in_order([0.0, 1.0, 0.0, 0.0]);

/// The directions that these answers point to, the one that draws most first: at most four, or one, or none. Where what the
/// person enjoys and what they are good at point to different work, there is one for each. Answers that disagree point
/// somewhere only where it is sure all the same.
///
/// What no career of the ranking's first hundred bears out is none: the list below it would contradict it. Careers whose
/// card was answered with "not for me" are named in none.
pub fn find_directions(
    matcher: &Matcher,
    information: &Evidence,
    answers: &Answers,
    disagree: bool,
    fits: &[Fit],
) -> Vec<Direction> {
    let first: Vec<CareerId> = fits.iter().take(AMONG_FIRST).map(|fit| fit.career).collect();
    let mut found = find_drawn_directions(matcher, information, answers, disagree);
    found.retain(|one| one.careers.iter().any(|career| first.contains(career)));
    found
}

/// The directions by what draws alone.
fn find_drawn_directions(
    matcher: &Matcher,
    information: &Evidence,
    answers: &Answers,
    disagree: bool,
) -> Vec<Direction> {
    let covariances = |scale| information.posterior.covariances(scale);
    let known = Known { estimate: information.posterior.mean(), covariances: &covariances, weights: ALL };
    let whole = matcher.build_person(&FitWeights::new(matcher, information, ALL), answers, known);
    let drawn = |weights: ByGroup<f64>| Draws::new(matcher, information, &whole, weights);

    let rules = &matcher.dataset.matching.directions;
    let all = drawn(ALL);
    let mut found =
        all.collect_directions(answers, if disagree { rules.stays_if_disagreeing } else { rules.stays }, 0.0);
    found.truncate(MOST);
    // one part alone tells less than all do, and too little where answers disagree
    if disagree {
        return found.into_iter().map(|(_, direction)| direction).collect();
    }

    let by_all = found.len();
    let least = rules.share * found.first().map_or(0.0, |(group, _)| measure_strength(group));
    for (weights, drawn_by) in [(ENJOYED, DrawnBy::Enjoying), (GOOD_AT, DrawnBy::BeingGood)] {
        let draws = drawn(weights);
        let own = draws.collect_directions(answers, rules.stays_by_one_part, least).into_iter().next();
        let Some((group, own)) = own.filter(|(_, own)| own.drawn_by == drawn_by) else { continue };

        let left = drop_known(own.careers, &found);
        if let Some(new) = draws
            .describe_group_by(&group, left, answers)
            .filter(|new| !found.iter().any(|(_, known)| is_same(known, new)))
        {
            found.push((group, new));
        }
    }

    // the least of what all parts draw give way, never what one part alone draws
    let of_one_part = found.len() - by_all;
    found.drain(by_all.min(MOST - of_one_part)..by_all);
    found.into_iter().map(|(_, direction)| direction).collect()
}

/// Careers without those that other directions name.
fn drop_known(mut careers: Vec<CareerId>, found: &[(Vec<Drawn>, Direction)]) -> Vec<CareerId> {
    careers.retain(|career| found.iter().all(|(_, known)| !known.careers.contains(career)));
    careers
}

/// Whether two directions would be told alike: by one name, or by one answer.
fn is_same(one: &Direction, other: &Direction) -> bool {
    one.name == other.name || one.quotes.first() == other.quotes.first()
}

/// The first two directions that would be told alike, by their places.
fn find_alike(found: &[(Vec<Drawn>, Direction)]) -> Option<(usize, usize)> {
    let mut pairs = (0..found.len()).flat_map(|one| (one + 1..found.len()).map(move |other| (one, other)));
    pairs.find(|(one, other)| is_same(&found[*one].1, &found[*other].1))
}

impl Draws<'_> {
    /// The groups of careers that hold together, stay near the top in at least so many of the cases and draw as much; those
    /// that would be told alike are one.
    fn collect_directions(&self, answers: &Answers, stays: f64, draw: f64) -> Vec<(Vec<Drawn>, Direction)> {
        let mut groups = self.collect_groups();
        groups.retain(|group| {
            group.len() >= LEAST && measure_strength(group) >= draw && self.estimate_stays(group) >= stays
        });
        groups.sort_by(|a, b| measure_strength(b).total_cmp(&measure_strength(a)).then(a[0].career.cmp(&b[0].career)));
        let least = groups.first().map_or(0.0, |group| self.rules().share * measure_strength(group));
        groups.retain(|group| measure_strength(group) >= least);

        let mut found: Vec<(Vec<Drawn>, Direction)> = Vec::new();
        for group in groups {
            found.extend(self.describe_group(&group, answers).map(|direction| (group, direction)));
        }

        while let Some((one, other)) = find_alike(&found) {
            let (more, _) = found.remove(other);
            found[one].0.extend(more);
            if let Some(both) = self.describe_group(&found[one].0, answers) {
                found[one].1 = both;
            }
        }
        found
    }

    /// Careers around those in the middle, each with the one most like it, the one that draws most first.
    fn collect_groups(&self) -> Vec<Vec<Drawn>> {
        let top = &self.top;
        let alike: Vec<Vec<f64>> = top
            .iter()
            .map(|one| {
                top.iter().map(|other| compute_likeness(self.matcher.whitening(), one.career, other.career)).collect()
            })
            .collect();

        let middles = self.find_middles(&alike);
        let belongs = |at: usize| {
            let nearest = middles.iter().copied().max_by(|a, b| alike[*a][at].total_cmp(&alike[*b][at]).then(b.cmp(a)));
            nearest.filter(|middle| alike[*middle][at] >= self.rules().holds)
        };

        let of = |middle: &usize| -> Vec<Drawn> {
            let own = (0..top.len()).filter(|at| belongs(*at) == Some(*middle));
            own.map(|at| top[at]).collect()
        };
        middles.iter().map(of).collect()
    }

    /// Careers that draw, among careers that draw, and unlike each other.
    fn find_middles(&self, alike: &[Vec<f64>]) -> Vec<usize> {
        let around = |at: usize| {
            let mut near: Vec<usize> = (0..alike.len()).collect();
            near.sort_unstable_by(|a, b| alike[at][*b].total_cmp(&alike[at][*a]).then(a.cmp(b)));
            let near = average(near.iter().take(AROUND).map(|other| self.top[*other].draw));
            0.5 * (self.top[at].draw + near)
        };
        let strength: Vec<f64> = (0..alike.len()).map(around).collect();
        let stronger = |a: &usize, b: &usize| strength[*a].total_cmp(&strength[*b]).then(b.cmp(a));

        let mut middles: Vec<usize> = Vec::new();
        let apart = |middles: &[usize], at: usize| middles.iter().all(|middle| alike[*middle][at] < self.rules().apart);
        while let Some(next) = (0..alike.len()).filter(|at| apart(&middles, *at)).max_by(stronger) {
            middles.push(next);
        }
        middles
    }
}

#[cfg(test)]
mod tests {
    use super::draws::tests::with_draws;
    use super::*;
    use crate::model::{DirectionName, QuestionId, Quote};

    #[test]
    fn a_direction_draws_enough_and_stays_often_enough_and_never_only_one_of_them() {
        with_draws(|draws, answers| {
            assert!(!draws.collect_directions(answers, 0.0, f64::NEG_INFINITY).is_empty());
            assert!(
                draws.collect_directions(answers, 1.1, f64::NEG_INFINITY).is_empty(),
                "none stays in more than all cases"
            );
            assert!(draws.collect_directions(answers, 0.0, f64::INFINITY).is_empty(), "none draws so much");
        });
    }

    #[test]
    fn in_the_middle_is_what_draws_with_what_is_around_it_and_never_two_that_are_alike() {
        with_draws(|mut draws, _| {
            let career = draws.top[0].career;
            let drawing = |draw: f64| Drawn { career, draw, again: 0.0 };
            // one that draws much, most like three that draw little; and four alike that draw something
            draws.top = [6.0, 3.5, 3.5, 3.5, 3.5, 0.5, 0.5, 0.5].map(drawing).to_vec();
            let alike = |one: usize, other: usize| match (one, other) {
                _ if one == other => 1.0,
                (1..=4, 1..=4) | (5..=7, 5..=7) => 0.9,
                (0, 5..=7) | (5..=7, 0) => 0.2,
                _ => 0.1,
            };
            let table: Vec<Vec<f64>> = (0..8).map(|one| (0..8).map(|other| alike(one, other)).collect()).collect();
            // (6.0 + 1.875) / 2, 3.5 and (0.5 + 1.875) / 2
            assert_eq!(draws.find_middles(&table), [0, 1, 5]);
        });
    }

    #[test]
    fn directions_of_one_name_or_one_quoted_answer_are_told_alike() {
        let direction = |area: usize, question: u16| Direction {
            name: DirectionName::Area(area),
            centre: CareerId(0),
            careers: Vec::new(),
            start: None,
            quotes: vec![Quote { question: QuestionId(question), value: 5 }],
            stays: 0.5,
            drawn_by: DrawnBy::Both,
        };
        let alike =
            |told: [(usize, u16); 3]| find_alike(&told.map(|(area, question)| (Vec::new(), direction(area, question))));
        assert_eq!(alike([(0, 1), (1, 2), (2, 3)]), None);
        assert_eq!(alike([(0, 1), (1, 2), (1, 3)]), Some((1, 2)));
        assert_eq!(alike([(0, 1), (1, 2), (2, 1)]), Some((0, 2)));
    }
}
