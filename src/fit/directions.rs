//! Directions: few groups of careers that hold together, each with the answers that point there.
//!
//! A list by fit puts careers in front that have something of everything a person likes. A direction asks what draws towards
//! a career: only what its work has more of than most, liked or not, so that an unused strength takes nothing away. Two
//! strong, unrelated interests so lead to a direction each, and not only to what lies between them.

mod told;

use super::direct::Known;
use super::information::Evidence;
use super::matcher::Matcher;
use super::person::{FitWeights, Person};
use super::similar::compute_likeness;
use crate::model::matrix::{add, dot};
use crate::model::{Answers, ByGroup, CareerId, Direction, DirectionRules, DrawnBy, Fit, Reappearance, SCALE_COUNT};

/// Directions at most.
const MOST: usize = 4;
/// Careers whose draw is worked out exactly, or half as many again as count as near the top where that is more.
const LOOKED_AT: usize = 150;
/// Careers from which directions are made.
const DRAWING: usize = 60;
/// A direction holds so many careers at least, near twins and later steps counted.
const LEAST: usize = 3;
/// And so many of them can be named.
const EXAMPLES: usize = 2;
/// How much a direction draws is the mean of so many of its careers.
const STRONGEST: usize = 3;
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

/// How many careers of a catalogue count as near the top: a tenth, and in a small one enough for all directions.
fn count_near_top(careers: usize) -> usize {
    (careers / 10).max(MOST * LEAST)
}

/// How much a group draws.
fn measure_strength(group: &[Drawn]) -> f64 {
    average(group.iter().take(STRONGEST).map(|drawn| drawn.draw))
}

/// How much each career draws a person.
struct Draws<'m> {
    matcher: &'m Matcher,
    information: &'m Evidence,
    fit_weights: FitWeights,
    /// How the logarithm of the likelihood moves with each scale.
    pull: [f64; SCALE_COUNT],
    /// The person with all groups of scales, and with what speaks for careers by itself.
    whole: &'m Person,
    /// The careers that draw most, most first.
    top: Vec<Drawn>,
    /// What the last career near the top is expected to draw with other questions.
    edge: f64,
}

/// One career that draws.
#[derive(Clone, Copy)]
struct Drawn {
    career: CareerId,
    /// Logarithm of the likelihood ratio over the scales that the career is high on.
    draw: f64,
    /// The same as expected with other questions.
    again: f64,
}

impl<'m> Draws<'m> {
    /// What draws through these groups of scales.
    fn new(matcher: &'m Matcher, information: &'m Evidence, whole: &'m Person, weights: ByGroup<f64>) -> Self {
        let fit_weights = FitWeights::new(matcher, information, weights);
        let estimate = information.posterior.mean();
        let pull = *fit_weights.build_person(estimate).pull();
        let again = fit_weights.weigh(information.evidence().multiply(estimate));
        let mut draws = Self { matcher, information, whole, fit_weights, pull, top: Vec::new(), edge: 0.0 };

        let mut careers: Vec<(f64, CareerId)> = draws.estimate_draws();
        careers.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let near = count_near_top(matcher.dataset.catalogue.len());
        careers.truncate(LOOKED_AT.max(near + near / 2));

        let drawn = |(_, career): (f64, CareerId)| {
            let high = draws.take_high(career);
            let half = 0.5 * dot(&draws.fit_weights.weigh(high.to_vec()), &draws.multiply_by_evidence(&high));
            Drawn { career, draw: dot(&high, &draws.pull) - half, again: dot(&high, &again) - half }
        };
        let mut top: Vec<Drawn> = careers.into_iter().map(drawn).collect();

        // before those are left out that draw nothing, since being near the top is a place among all
        let mut expected: Vec<f64> = top.iter().map(|drawn| drawn.again).collect();
        expected.sort_unstable_by(|a, b| b.total_cmp(a));
        top.sort_unstable_by(|a, b| b.draw.total_cmp(&a.draw).then(a.career.cmp(&b.career)));
        top.retain(|drawn| drawn.draw > 0.0);
        top.truncate(DRAWING);

        (draws.top, draws.edge) = (top, expected.get(near - 1).copied().unwrap_or(0.0));
        draws
    }

    /// What makes careers a direction.
    fn rules(&self) -> &'m DirectionRules {
        &self.matcher.dataset.matching.directions
    }

    /// What each career may draw: what is taken off for how far answers could move it is guessed from the whole.
    fn estimate_draws(&self) -> Vec<(f64, CareerId)> {
        let careers = self.matcher.dataset.catalogue.iter().filter(|(_, career)| !career.is_later_step());
        let guess = |id: CareerId| {
            let place = &self.matcher.metric.people()[id.index()];
            let high = self.take_high(id);
            let share = dot(&high, &high) / dot(place, place).max(f64::MIN_POSITIVE);
            (dot(&high, &self.pull) - share * self.fit_weights.halves()[id.index()], id)
        };
        careers.map(|(id, _)| guess(id)).collect()
    }

    /// Where a career's people stand on what the career has more of than most; in the middle elsewhere.
    fn take_high(&self, career: CareerId) -> [f64; SCALE_COUNT] {
        self.matcher.metric.people()[career.index()].map(|place| place.max(0.0))
    }

    /// `K` times a place that is nothing on most scales.
    fn multiply_by_evidence(&self, place: &[f64]) -> Vec<f64> {
        let mut product = vec![0.0; SCALE_COUNT];
        for (scale, value) in place.iter().enumerate().filter(|(_, value)| **value != 0.0) {
            add(&mut product, *value, self.information.evidence().row(scale));
        }
        product
    }

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

    /// The share of cases in which these careers stay near the top with other questions of as many answers. With `p` their
    /// mean place, the fresh draw is normal, with variance `p' (K - K S₀ K S₀ K) p` times what other wordings add; real people
    /// stay less often than that says.
    fn estimate_stays(&self, group: &[Drawn]) -> f64 {
        let place = self.fit_weights.weigh(self.average_place(group));
        let seen = self.multiply_by_evidence(&place);
        let spread = self.multiply_by_prior(&seen);
        let twice = self.multiply_by_prior(&self.multiply_by_evidence(&spread));
        let widened = self.matcher.measurement.retest_spread();
        let variance = widened * (dot(&place, &seen) - dot(&seen, &twice)).max(f64::MIN_POSITIVE);
        let deviations = (average(group.iter().map(|drawn| drawn.again)) - self.edge) / variance.sqrt();
        let Reappearance { times, less } = self.rules().again;
        compute_normal_share(times * deviations - less)
    }

    /// `S₀` times a vector over the scales.
    fn multiply_by_prior(&self, vector: &[f64]) -> Vec<f64> {
        let prior = self.matcher.measurement.prior();
        (0..SCALE_COUNT).map(|row| dot(&prior.row(row)[..SCALE_COUNT], vector)).collect()
    }

    /// Where the people of a group of careers stand on what it has more of than most.
    fn average_place(&self, group: &[Drawn]) -> Vec<f64> {
        let mut place = vec![0.0; SCALE_COUNT];
        for drawn in group {
            add(&mut place, 1.0 / group.len() as f64, &self.take_high(drawn.career));
        }
        place
    }
}

fn average(values: impl Iterator<Item = f64>) -> f64 {
    let (sum, count) = values.fold((0.0, 0.0_f64), |(sum, count), value| (sum + value, count + 1.0));
    sum / count.max(1.0)
}

/// The share of a normal distribution below so many standard deviations (Bowling and others 2009, off by .0002 at most).
fn compute_normal_share(deviations: f64) -> f64 {
    1.0 / (1.0 + (-1.5976 * deviations - 0.070_56 * deviations.powi(3)).exp())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped::load_shipped;
    use crate::model::{DirectionName, Group, QuestionId, Quote, Rating, Response};

    /// What draws somebody who likes every second question of the first part.
    fn with_draws(seen: impl Fn(Draws<'_>, &Answers)) {
        with_draws_of(60, seen);
    }

    /// The same of somebody who answered so many questions.
    fn with_draws_of(count: u16, seen: impl Fn(Draws<'_>, &Answers)) {
        let matcher = Matcher::new(load_shipped().expect("the shipped data"));
        let value = |at: u16| Response::Value(Rating::nearest(if at.is_multiple_of(2) { 5.0 } else { 2.0 }));
        let given = (0..count).map(|at| (QuestionId(at), value(at)));
        let answers: Answers = given.collect();

        let information = Evidence::of(&matcher.metric, &matcher.measurement, &answers);
        let covariances = |scale| information.posterior.covariances(scale);
        let known = Known { estimate: information.posterior.mean(), covariances: &covariances, weights: ALL };
        let whole = matcher.build_person(&FitWeights::new(&matcher, &information, ALL), &answers, known);
        seen(Draws::new(&matcher, &information, &whole, ALL), &answers);
    }

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
    fn a_direction_that_the_model_gives_an_even_chance_comes_out_again_in_a_quarter_of_the_cases() {
        with_draws(|mut draws, _| {
            let group = draws.top[..STRONGEST].to_vec();
            draws.edge = average(group.iter().map(|drawn| drawn.again));
            assert!(
                (draws.estimate_stays(&group) - 0.258).abs() < 0.002,
                "as real people's do: {}",
                draws.estimate_stays(&group)
            );
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
    fn near_the_top_is_a_tenth_of_a_catalogue_and_leaves_room_for_all_directions_in_a_small_one() {
        assert_eq!([923, 4000, 120, 30].map(count_near_top), [92, 400, 12, 12]);
    }

    #[test]
    fn the_prior_is_multiplied_row_by_row() {
        with_draws(|draws, _| {
            let prior = draws.matcher.measurement.prior();
            let unit: Vec<f64> = (0..SCALE_COUNT).map(|scale| if scale == 7 { 2.0 } else { 0.0 }).collect();
            let wanted: Vec<f64> = (0..SCALE_COUNT).map(|row| 2.0 * prior.row(row)[7]).collect();
            assert_eq!(draws.multiply_by_prior(&unit), wanted);
        });
    }

    #[test]
    fn shares_below_are_those_of_the_normal_distribution() {
        for (deviations, share) in
            [(0.0, 0.5), (0.5, 0.691_46), (1.0, 0.841_34), (1.645, 0.950_0), (2.326, 0.99), (3.5, 0.999_77)]
        {
            assert!((compute_normal_share(deviations) - share).abs() < 2e-4, "{deviations}");
            assert!((compute_normal_share(-deviations) - (1.0 - share)).abs() < 2e-4, "-{deviations}");
        }
    }

    #[test]
    fn only_what_one_part_clearly_speaks_against_is_drawn_by_the_other_alone() {
        with_draws_of(120, |draws, _| {
            let pull = draws.whole.pull();
            // an interest and a skill that speak for so much and so much
            let drawn_by = |enjoying: f64, being_good: f64| {
                let mut place = vec![0.0; SCALE_COUNT];
                for (group, share) in [(Group::Interests, enjoying), (Group::Skills, being_good)] {
                    let scale =
                        group.range().find(|scale| pull[*scale].abs() > 0.01).expect("a scale that was asked about");
                    place[scale] = share / pull[scale];
                }
                draws.find_drawn_by(&place)
            };

            let cases = [(1.0, 1.0), (1.0, 0.2), (1.0, -0.2), (-0.2, 1.0), (0.2, 1.0), (-1.0, -1.0)];
            assert!(cases.iter().all(|(enjoying, good)| drawn_by(*enjoying, *good) == DrawnBy::Both));
            assert_eq!([drawn_by(1.0, -0.3), drawn_by(-0.3, 1.0)], [DrawnBy::Enjoying, DrawnBy::BeingGood]);
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
