//! Rank intervals: where a career would land if the person answered again.

use super::metric::Metric;
use super::next_sitting::NextSitting;
use super::person::Person;
use super::rank::TOP_TEN;
use super::shifts::{Shifts, to_steps};
use super::tally::Tally;
use crate::model::matrix::{add, dot};
use crate::model::{CareerId, Fit, RankInterval, SCALE_COUNT};

/// An order is clear where 8 in 10 repeated sittings would keep it: so many standard deviations between the two.
const CLEAR_ORDER_Z: f64 = 0.841_621;

/// Pairs of draws of a slice of work, which must not keep a key waiting.
const PAIRS_PER_SLICE: usize = 5;

/// Pairs of one product where nobody waits for a key: few large products are quicker than many small ones.
const PAIRS_AT_ONCE: usize = 250;

/// Draws a fresh set of answers from the posterior, estimates again and ranks, many times over; in blocks, so that it
/// never keeps a key waiting.
///
/// Cards and conditions stay as they are in every draw and so would make places surer than the questions do: where there
/// are any, the draws are ranked by the questions alone as well, and what is less sure is told.
#[derive(Clone, Debug)]
pub struct Intervals {
    sitting: NextSitting,
    shifts: Shifts,
    /// Careers whose ranks are wanted, in order.
    careers: Vec<CareerId>,
    /// Ranks by all that speaks for careers.
    whole: Tally,
    /// Ranks by the questions alone, and the first ten by them now; none where nothing else was said.
    alone: Option<(Tally, Vec<CareerId>)>,
    pairs_drawn: usize,
}

/// How sure the places of a list are.
#[derive(Clone, Debug)]
pub struct Uncertainty {
    /// How many of the first ten are expected to stay.
    pub staying: f64,
    /// Whether one of the first ten stands before its own interval.
    pub drifts: bool,
    /// As far as the last career shown, best first.
    places: Vec<Place>,
}

/// How sure the place of one career is.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    career: CareerId,
    /// Where it would land with other questions, its rank included; none where that was not asked.
    pub interval: Option<RankInterval>,
    /// Careers with the same number cannot be told apart by the answers.
    pub group: usize,
}

impl Uncertainty {
    /// How sure the place of a career is that is shown.
    pub fn place(&self, career: CareerId) -> Option<&Place> {
        self.places.iter().find(|place| place.career == career)
    }
}

impl Intervals {
    /// Prepares the draws for a person, with the ranks of all careers.
    pub fn new(metric: &Metric, sitting: NextSitting, shifts: Shifts) -> Self {
        let person = |estimate: &[f64]| sitting.fit_weights.build_person(estimate).with_direct(sitting.direct.clone());
        let (now, again) = (person(&sitting.estimate), person(&sitting.retest.mean));
        let careers: Vec<CareerId> = CareerId::first(metric.people().len()).collect();
        let alone = |person: &Person, career| person.score(metric, career) - sitting.direct.assumed_points(career);
        // a tenth of the way from the first draw to the last, to the nearest one
        let kept = ((2 * shifts.count_pairs()).saturating_sub(1) + 5) / 10 + 1;
        let tally = |fit: &dyn Fn(CareerId) -> f64| {
            let expected = careers.iter().map(|career| to_steps(fit(*career))).collect();
            Tally::new(expected, kept)
        };

        let whole = tally(&|career| again.score(metric, career));
        let by_questions = sitting.direct.has_assumed().then(|| {
            let mut first = careers.clone();
            first.sort_by(|one, other| to_steps(alone(&now, *other)).total_cmp(&to_steps(alone(&now, *one))));
            first.truncate(TOP_TEN);
            (tally(&|career| alone(&again, career)), first)
        });
        Self { sitting, shifts, careers, whole, alone: by_questions, pairs_drawn: 0 }
    }

    /// The same, before the first draw, with the ranks of these careers only, which is quicker for a few.
    pub fn limit_to(mut self, careers: impl Iterator<Item = CareerId>) -> Self {
        let first_alone = self.alone.iter().flat_map(|(_, first)| first);
        self.careers = careers.chain(first_alone.copied()).collect();
        self.careers.sort_unstable();
        self.careers.dedup();
        self
    }

    /// Whether all draws are done.
    pub fn is_done(&self) -> bool {
        self.pairs_drawn >= self.shifts.count_pairs()
    }

    /// A few more draws; less than a millisecond.
    pub fn draw(&mut self, metric: &Metric) {
        self.draw_block(metric, PAIRS_PER_SLICE);
    }

    fn draw_block(&mut self, metric: &Metric, most: usize) {
        // room is made with the first draw, when it is settled whose ranks are wanted
        let alone = self.alone.as_mut().map(|(tally, _)| tally);
        let mut tallies: Vec<&mut Tally> = std::iter::once(&mut self.whole).chain(alone).collect();
        for tally in &mut tallies {
            tally.make_room(self.careers.len());
        }

        let left = self.shifts.count_pairs() - self.pairs_drawn;
        let block = self.shifts.draw_block(metric, self.pairs_drawn, most.min(left));
        self.pairs_drawn += block.nrows();
        for shifts in block.rows() {
            for tally in &mut tallies {
                tally.count_pair(shifts.to_slice().unwrap_or_default(), &self.careers);
            }
        }
    }

    /// All draws at once.
    pub fn finish(mut self, metric: &Metric) -> Self {
        while !self.is_done() {
            self.draw_block(metric, PAIRS_AT_ONCE);
        }
        self
    }

    /// How many of these careers are expected among the first ten if the person answered again; no more than stay of the
    /// first ten by the questions alone.
    pub fn count_staying(&self, first: impl Iterator<Item = CareerId>) -> f64 {
        let times = |tally: &Tally, career| self.find_place(career).map_or(0, |place| tally.times_among_first(place));
        let whole: u32 = first.map(|career| times(&self.whole, career)).sum();
        let alone = self.alone.iter().map(|(tally, first)| first.iter().map(|career| times(tally, *career)).sum());
        f64::from(alone.fold(whole, u32::min)) / (2 * self.pairs_drawn).max(1) as f64
    }

    /// How sure the places are of those fits that are shown, all draws done: of all fits, best first, it takes as many as
    /// the last of these needs.
    pub fn measure_first(self, metric: &Metric, fits: &[Fit], shown: &[Fit]) -> Uncertainty {
        let first = &fits[..fits.len().min(TOP_TEN)];
        let drawn = self.limit_to(first.iter().chain(shown).map(|fit| fit.career)).finish(metric);

        let last = shown.last().and_then(|last| fits.iter().position(|fit| fit.career == last.career));
        let order = &fits[..last.map_or(0, |last| last + 1)];
        let groups = drawn.find_groups(metric, &order.iter().map(|fit| fit.career).collect::<Vec<_>>());
        let place =
            |(fit, group): (&Fit, usize)| Place { career: fit.career, interval: drawn.find_interval_of(fit), group };
        // by all that speaks for it: where a card lifts a career, that is no luck with the questions
        let whole = |career| drawn.find_place(career).and_then(|place| drawn.whole.find_interval(place));
        let drifts = |fit: &Fit| whole(fit.career).is_some_and(|interval| fit.rank < interval.low);

        Uncertainty {
            staying: drawn.count_staying(first.iter().map(|fit| fit.career)),
            drifts: first.iter().any(drifts),
            places: order.iter().zip(groups).map(place).collect(),
        }
    }

    /// By place in a list, best first: the number of its group, from 1. Neighbours stand in one group while repeated
    /// sittings would not put the first of the group before them clearly enough.
    pub fn find_groups<'l>(&self, metric: &Metric, list: &'l [CareerId]) -> Vec<usize> {
        let Some(mut head) = list.first() else { return Vec::new() };
        let mut group = 1;
        let number = |career: &'l CareerId| {
            if self.is_clearly_before(metric, *head, *career) {
                (head, group) = (career, group + 1);
            }
            group
        };
        list.iter().map(number).collect()
    }

    /// Whether repeated sittings put one career before another clearly enough. What lies between two fits is normal, as
    /// the fresh estimate is.
    fn is_clearly_before(&self, metric: &Metric, one: CareerId, other: CareerId) -> bool {
        let NextSitting { fit_weights, direct, retest, activities, .. } = &self.sitting;
        let (between, middle) = fit_weights.compare(metric, one, other);
        let points = fit_weights.points();
        // what is assumed stays as it is with any questions, and puts nobody before another more clearly
        let asked = |career| direct.total(career) - direct.assumed_points(career);
        let added = (asked(one) - asked(other)) / points;
        let variance = activities.compute_variance_between(one, other) / (points * points);

        // the root is a lower triangle, which holds nothing behind its diagonal
        let mut spread = [0.0; SCALE_COUNT];
        for (row, along) in between.iter().enumerate() {
            add(&mut spread[..=row], *along, &retest.root.row(row)[..=row]);
        }

        let apart = dot(&between, &retest.mean) + middle + added;
        apart >= CLEAR_ORDER_Z * (dot(&spread, &spread) + variance).sqrt() && one != other
    }

    /// The 10th to 90th percentile of a career's rank, where it was wanted; the wider one where the questions alone give
    /// another. All draws must be done.
    pub fn find_interval(&self, career: CareerId) -> Option<RankInterval> {
        let place = self.find_place(career)?;
        let whole = self.whole.find_interval(place)?;
        let alone = self.alone.as_ref().and_then(|(tally, _)| tally.find_interval(place));
        let width = |interval: &RankInterval| interval.high - interval.low;
        Some(alone.filter(|alone| width(alone) > width(&whole)).unwrap_or(whole))
    }

    /// The same as it is told of a place that is shown: widened to hold it.
    pub fn find_interval_of(&self, fit: &Fit) -> Option<RankInterval> {
        Some(self.find_interval(fit.career)?.extend_to(fit.rank))
    }

    /// Where a career stands among those whose ranks are wanted.
    fn find_place(&self, career: CareerId) -> Option<usize> {
        self.careers.binary_search(&career).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped::load_shipped;
    use crate::fit::{Matcher, Outcome};
    use crate::model::{Answers, Emphasis, Question, Rating, Response};

    /// Somebody who answered every question as a carpenter's people do, and the draws of their other sittings.
    fn with_intervals(seen: impl Fn(&Matcher, &Outcome, Intervals)) {
        let matcher = Matcher::new(load_shipped().expect("the shipped data"));
        let carpenter = matcher.dataset.catalogue.find("47-2031.00").expect("a carpenter");
        let there = matcher.standardize(carpenter);
        let value = |question: &Question| {
            let along: f64 = question.loads.iter().map(|load| load.weight * there[load.scale]).sum();
            Response::Value(Rating::nearest(question.usual + 1.5 * along))
        };
        let answers: Answers =
            matcher.dataset.questionnaire.iter().map(|(id, question)| (id, value(question))).collect();

        let outcome = matcher.evaluate(&answers, Emphasis::Balanced);
        seen(&matcher, &outcome, matcher.start_intervals(&outcome, &answers));
    }

    /// All draws, both of each pair.
    fn list_draws(shifts: &Shifts, metric: &Metric) -> Vec<Vec<f32>> {
        let count = shifts.count_pairs();
        let pairs = shifts.draw_block(metric, 0, count).into_owned();
        pairs.rows().into_iter().flat_map(|row| [row.to_vec(), row.iter().map(|shift| -shift).collect()]).collect()
    }

    #[test]
    fn ten_careers_are_among_the_first_ten_in_every_other_sitting() {
        with_intervals(|matcher, outcome, intervals| {
            let drawn = intervals.finish(&matcher.metric);
            let expected = |fits: &[Fit]| drawn.count_staying(fits.iter().map(|fit| fit.career));
            let (all, first) = (expected(&outcome.fits), expected(&outcome.fits[..TOP_TEN]));
            assert!((all - 10.0).abs() < 0.05, "ties apart: {all}");
            let next = expected(&outcome.fits[TOP_TEN..2 * TOP_TEN]);
            assert!(first > next && next > 0.1 && first < 9.0, "{first} of the first, {next} of the next ten");
        });
    }

    #[test]
    fn places_are_told_as_far_as_the_last_career_that_is_shown() {
        with_intervals(|matcher, outcome, intervals| {
            let shown = [outcome.fits[1].clone(), outcome.fits[29].clone()];
            let told = intervals.measure_first(&matcher.metric, &outcome.fits, &shown);
            let has_place = |rank: usize| told.place(outcome.fits[rank - 1].career).is_some();
            assert_eq!([1, 30, 31].map(has_place), [true, true, false]);

            let interval = |rank: usize| told.place(outcome.fits[rank - 1].career).and_then(|place| place.interval);
            assert!(
                interval(2).is_some() && interval(30).is_some() && interval(20).is_none(),
                "only where it is shown"
            );
        });
    }

    #[test]
    fn one_career_is_clearly_before_another_where_eight_in_ten_other_sittings_put_it_there() {
        with_intervals(|matcher, outcome, intervals| {
            // of careers that other questions about activities would move, and of all
            let activities = &intervals.sitting.activities;
            let is_made_of_one =
                |career: &CareerId| activities.compute_variance_between(*career, CareerId(u16::MAX)) > 0.0;
            let all = || outcome.fits.iter().map(|fit| fit.career);
            let some: Vec<CareerId> =
                all().filter(is_made_of_one).step_by(4).chain(all().step_by(25)).take(70).collect();
            let again = intervals.sitting.fit_weights.build_person(&intervals.sitting.retest.mean);
            let again = again.with_direct(intervals.sitting.direct.clone());
            let shifts = list_draws(&intervals.shifts, &matcher.metric);
            let count = shifts.len();

            let fit = |career: CareerId, draw: usize| {
                to_steps(again.score(&matcher.metric, career)) + shifts[draw][career.index()]
            };
            let (mut clear, mut unclear) = (0, 0);
            for (one, other) in some.iter().flat_map(|one| some.iter().map(move |other| (*one, *other))) {
                let before = (0..count).filter(|draw| fit(one, *draw) > fit(other, *draw)).count();
                let share = before as f64 / count as f64;
                if share > 0.85 {
                    assert!(intervals.is_clearly_before(&matcher.metric, one, other), "{share}");
                    clear += 1;
                } else if share < 0.75 {
                    assert!(!intervals.is_clearly_before(&matcher.metric, one, other), "{share}");
                    unclear += 1;
                }
            }
            assert!(clear > 100 && unclear > 100, "{clear} {unclear}");
        });
    }

    #[test]
    fn an_interval_goes_from_the_tenth_to_the_ninetieth_percentile_of_the_ranks_drawn() {
        with_intervals(|matcher, outcome, mut intervals| {
            let again = intervals.sitting.fit_weights.build_person(&intervals.sitting.retest.mean);
            let again = again.with_direct(intervals.sitting.direct.clone());
            let shifts = list_draws(&intervals.shifts, &matcher.metric);
            let count = shifts.len();
            let expected: Vec<f32> =
                intervals.careers.iter().map(|career| to_steps(again.score(&matcher.metric, *career))).collect();

            intervals = intervals.finish(&matcher.metric);
            for fit in outcome.fits.iter().step_by(60) {
                let mut ranks: Vec<usize> = Vec::new();
                for shifts in &shifts {
                    let drawn: Vec<f32> = expected.iter().zip(shifts).map(|(fit, shift)| fit + shift).collect();
                    ranks.push(1 + drawn.iter().filter(|other| **other > drawn[fit.career.index()]).count());
                }
                ranks.sort_unstable();

                // of 500 draws the 51st from either end: a tenth of the way from the first to the last
                let tenth = (count - 1 + 5) / 10;
                let wanted = RankInterval { low: ranks[tenth], high: ranks[count - 1 - tenth] };
                assert_eq!(intervals.find_interval(fit.career), Some(wanted));
            }
        });
    }
}
