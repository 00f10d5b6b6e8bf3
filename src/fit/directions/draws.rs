//! What draws a person: every career by what its work has more of than most, and how far that would come out again.

use crate::fit::information::Evidence;
use crate::fit::matcher::Matcher;
use crate::fit::person::{FitWeights, Person};
use crate::model::matrix::{add, dot};
use crate::model::{ByGroup, CareerId, DirectionRules, Reappearance, SCALE_COUNT};

/// Directions at most.
pub(super) const MOST: usize = 4;
/// Careers whose draw is worked out exactly, or half as many again as count as near the top where that is more.
const LOOKED_AT: usize = 150;
/// Careers from which directions are made.
const DRAWING: usize = 60;
/// A direction holds so many careers at least, near twins and later steps counted.
pub(super) const LEAST: usize = 3;
/// How much a direction draws is the mean of so many of its careers.
const STRONGEST: usize = 3;

/// How many careers of a catalogue count as near the top: a tenth, and in a small one enough for all directions.
pub(super) fn count_near_top(careers: usize) -> usize {
    (careers / 10).max(MOST * LEAST)
}

/// How much a group draws.
pub(super) fn measure_strength(group: &[Drawn]) -> f64 {
    average(group.iter().take(STRONGEST).map(|drawn| drawn.draw))
}

/// How much each career draws a person.
pub(super) struct Draws<'m> {
    pub(super) matcher: &'m Matcher,
    pub(super) information: &'m Evidence,
    pub(super) fit_weights: FitWeights,
    /// How the logarithm of the likelihood moves with each scale.
    pub(super) pull: [f64; SCALE_COUNT],
    /// The person with all groups of scales, and with what speaks for careers by itself.
    pub(super) whole: &'m Person,
    /// The careers that draw most, most first.
    pub(super) top: Vec<Drawn>,
    /// What the last career near the top is expected to draw with other questions.
    pub(super) edge: f64,
}

/// One career that draws.
#[derive(Clone, Copy)]
pub(super) struct Drawn {
    pub(super) career: CareerId,
    /// Logarithm of the likelihood ratio over the scales that the career is high on.
    pub(super) draw: f64,
    /// The same as expected with other questions.
    pub(super) again: f64,
}

impl<'m> Draws<'m> {
    /// What draws through these groups of scales.
    pub(super) fn new(
        matcher: &'m Matcher,
        information: &'m Evidence,
        whole: &'m Person,
        weights: ByGroup<f64>,
    ) -> Self {
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
    pub(super) fn rules(&self) -> &'m DirectionRules {
        &self.matcher.dataset.matching.directions
    }

    /// What each career may draw: what is taken off for how far answers could move it is guessed from the whole.
    pub(super) fn estimate_draws(&self) -> Vec<(f64, CareerId)> {
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
    pub(super) fn take_high(&self, career: CareerId) -> [f64; SCALE_COUNT] {
        self.matcher.metric.people()[career.index()].map(|place| place.max(0.0))
    }

    /// `K` times a place that is nothing on most scales.
    pub(super) fn multiply_by_evidence(&self, place: &[f64]) -> Vec<f64> {
        let mut product = vec![0.0; SCALE_COUNT];
        for (scale, value) in place.iter().enumerate().filter(|(_, value)| **value != 0.0) {
            add(&mut product, *value, self.information.evidence().row(scale));
        }
        product
    }

    /// The share of cases in which these careers stay near the top with other questions of as many answers. With `p` their
    /// mean place, the fresh draw is normal, with variance `p' (K - K S₀ K S₀ K) p` times what other wordings add; real people
    /// stay less often than that says.
    pub(super) fn estimate_stays(&self, group: &[Drawn]) -> f64 {
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
    pub(super) fn multiply_by_prior(&self, vector: &[f64]) -> Vec<f64> {
        let prior = self.matcher.measurement.prior();
        (0..SCALE_COUNT).map(|row| dot(&prior.row(row)[..SCALE_COUNT], vector)).collect()
    }

    /// Where the people of a group of careers stand on what it has more of than most.
    pub(super) fn average_place(&self, group: &[Drawn]) -> Vec<f64> {
        let mut place = vec![0.0; SCALE_COUNT];
        for drawn in group {
            add(&mut place, 1.0 / group.len() as f64, &self.take_high(drawn.career));
        }
        place
    }
}

pub(super) fn average(values: impl Iterator<Item = f64>) -> f64 {
    let (sum, count) = values.fold((0.0, 0.0_f64), |(sum, count), value| (sum + value, count + 1.0));
    sum / count.max(1.0)
}

/// The share of a normal distribution below so many standard deviations (Bowling and others 2009, off by .0002 at most).
pub(super) fn compute_normal_share(deviations: f64) -> f64 {
    1.0 / (1.0 + (-1.5976 * deviations - 0.070_56 * deviations.powi(3)).exp())
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::content::shipped::load_shipped;
    use crate::fit::direct::Known;
    use crate::model::{Answers, QuestionId, Rating, Response};

    const ALL: ByGroup<f64> = ByGroup::from_value(1.0);

    /// What draws somebody who likes every second question of the first part.
    pub fn with_draws(seen: impl Fn(Draws<'_>, &Answers)) {
        with_draws_of(60, seen);
    }

    /// The same of somebody who answered so many questions.
    pub fn with_draws_of(count: u16, seen: impl Fn(Draws<'_>, &Answers)) {
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
}
