//! What a place in the ranking is called, and what counts more in it where somebody says so.

use crate::support::{answers, like, matcher};
use careerfit::assess::Retest;
use careerfit::fit::{Trust, find_band};
use careerfit::model::random::Random;
use careerfit::model::{Answers, Band, ByGroup, CareerId, Emphasis, Group, NoEmphasis, SCALE_COUNT, SessionRecord};

fn called(score: f64, evidence: usize, disagree: bool) -> Band {
    find_band(score, Trust { evidence, disagree }, &matcher().dataset.matching)
}

#[test]
fn an_edge_belongs_to_the_better_word_and_a_hair_below_it_to_the_next() {
    let matching = &matcher().dataset.matching;
    for row in &matching.bands {
        let words = [Band::Strong, Band::Good, Band::WorthALook];
        for (edge, word) in row.edges.iter().zip(words) {
            assert_eq!(called(*edge, row.answers, false), word, "{} answers", row.answers);
            assert!(called(*edge - 1e-9, row.answers, false) > word, "{} answers", row.answers);
        }
        let least = row.edges.iter().fold(f64::INFINITY, |least, edge| least.min(*edge));
        assert_eq!(called(least - 1.0, row.answers, false), Band::Slight);
    }
}

#[test]
fn answers_that_disagree_lower_every_word_by_one_and_few_answers_have_only_one() {
    let matching = &matcher().dataset.matching;
    let row = matching.bands.last().expect("bands");
    let words = [Band::Good, Band::WorthALook, Band::Slight];
    for (edge, lower) in row.edges.iter().zip(words) {
        assert_eq!(called(*edge, row.answers, true), lower);
    }
    for score in [-100.0, 0.0, 100.0] {
        for disagree in [false, true] {
            assert_eq!(called(score, matching.hint_below - 1, disagree), Band::FirstHint);
            assert_ne!(called(score, matching.hint_below, disagree), Band::FirstHint);
        }
    }
}

#[test]
fn only_what_fits_no_better_than_anything_is_called_a_weaker_fit() {
    for row in &matcher().dataset.matching.bands {
        for disagree in [false, true] {
            assert_eq!(called(0.1, row.answers, disagree), Band::Slight);
            assert_eq!(called(0.0, row.answers, disagree), Band::WeakerFit);
            assert_eq!(called(-50.0, row.answers, disagree), Band::WeakerFit);
        }
    }
}

#[test]
fn what_comes_first_counts_three_times_as_much_as_each_other_part() {
    for (emphasis, first) in
        [(Emphasis::Enjoy, Group::Interests), (Emphasis::GoodAt, Group::Skills), (Emphasis::Passions, Group::Subjects)]
    {
        let weights = emphasis.weigh_groups(ByGroup::from_value(true));
        for group in Group::ALL.into_iter().filter(|group| *group != first) {
            assert!((weights[first] - 3.0 * weights[group]).abs() < 1e-12, "{group:?}: {}", weights[group]);
        }
        let unanswered = ByGroup::from_fn(|group| group != first);
        assert_eq!(
            emphasis.weigh_groups(unanswered),
            ByGroup::from_value(1.0),
            "what was not answered cannot count more"
        );
    }
    assert_eq!(Emphasis::Balanced.weigh_groups(ByGroup::from_value(true)), ByGroup::from_value(1.0));
}

/// The answers to all questions by which a career's fit is highest, or lowest.
fn extreme(emphasis: Emphasis, career: CareerId, highest: bool) -> Answers {
    let matcher = matcher();
    let all = answers(like("29-1141.00"));
    let outcome = matcher.evaluate(&all, emphasis);
    let gains = Retest::compute_gains_by_question(&matcher.measurement, &outcome.information.posterior, &all);
    let fit = |estimate: &[f64]| outcome.fit_weights.build_person(estimate).score(&matcher.metric, career);
    let nothing = fit(&[0.0; SCALE_COUNT]);
    answers(gains.iter().map(|(question, gain)| {
        let lifts = fit(gain) > nothing;
        (question.index(), if lifts == highest { 5 } else { 1 })
    }))
}

#[test]
fn no_answers_leave_the_range_of_fits_whatever_comes_first() {
    let matcher = matcher();
    for emphasis in Emphasis::ALL {
        for (career, _) in matcher.dataset.catalogue.iter().step_by(40) {
            for highest in [true, false] {
                let outcome = matcher.evaluate(&extreme(emphasis, career, highest), emphasis);
                let furthest = outcome.fits.iter().map(|fit| fit.score.abs()).fold(0.0, f64::max);
                assert!(furthest <= 100.0, "{emphasis:?}: {furthest}");
            }
        }
    }
}

#[test]
fn what_comes_first_changes_the_order_and_no_band() {
    let matcher = matcher();
    let mut random = Random::new(3);
    for _ in 0..20 {
        let answers = answers((0..101).map(|question| (question, [1, 2, 3, 4, 5][random.below(5)])));
        let balanced = matcher.evaluate(&answers, Emphasis::Balanced);
        for emphasis in Emphasis::ALL {
            let outcome = matcher.evaluate(&answers, emphasis);
            for fit in &outcome.fits {
                assert_eq!(Some(fit.band), balanced.find_fit(fit.career).map(|fit| fit.band), "{emphasis:?}");
            }
        }
    }
}

#[test]
fn every_emphasis_is_found_by_its_name_and_no_other_name_is_one() {
    for emphasis in Emphasis::ALL {
        assert_eq!(emphasis.name().parse(), Ok(emphasis));
    }
    assert_eq!(["", "money"].map(str::parse::<Emphasis>), [Err(NoEmphasis); 2]);

    let counts = |emphasis| SessionRecord { emphasis, ..SessionRecord::default() }.emphasis();
    let said = [None, Some("money".into()), Some("enjoy".into())];
    assert_eq!(said.map(counts), [Emphasis::Balanced, Emphasis::Balanced, Emphasis::Enjoy]);
}
