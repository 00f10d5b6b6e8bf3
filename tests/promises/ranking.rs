//! What a place in the ranking is called, and what counts more in it where somebody says so.

use crate::support::matcher;
use careerfit::fit::{Emphasis, Trust, band};
use careerfit::model::{Band, ByGroup, Group};

fn called(score: f64, evidence: usize, disagree: bool) -> Band {
    band(score, Trust { evidence, disagree }, &matcher().dataset.matching)
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
        assert_eq!(called(least - 1.0, row.answers, false), Band::WeakerFit);
    }
}

#[test]
fn answers_that_disagree_lower_every_word_by_one_and_few_answers_have_only_one() {
    let matching = &matcher().dataset.matching;
    let row = matching.bands.last().expect("bands");
    let words = [Band::Good, Band::WorthALook, Band::WeakerFit];
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
fn what_comes_first_counts_three_times_as_much_as_each_other_part_and_all_together_as_much_as_before() {
    for (emphasis, first) in
        [(Emphasis::Enjoy, Group::Interests), (Emphasis::GoodAt, Group::Skills), (Emphasis::Passions, Group::Subjects)]
    {
        let weights = emphasis.weights(ByGroup::alike(true));
        let sum: f64 = weights.values().iter().sum();
        assert!((sum - 4.0).abs() < 1e-12, "{sum}");
        for group in Group::ALL {
            let times = if group == first { 3.0 } else { 1.0 };
            assert!((weights[group] * 6.0 - times * 4.0).abs() < 1e-12, "{group:?}: {}", weights[group]);
        }
        let unanswered = ByGroup::from_fn(|group| group != first);
        assert_eq!(emphasis.weights(unanswered), ByGroup::alike(1.0), "what was not answered cannot count more");
    }
    assert_eq!(Emphasis::Balanced.weights(ByGroup::alike(true)), ByGroup::alike(1.0));
}

#[test]
fn every_emphasis_is_found_by_its_name_and_no_other_name_is_one() {
    for emphasis in Emphasis::ALL {
        assert_eq!(Emphasis::from_name(Some(emphasis.name())), emphasis);
    }
    assert_eq!([None, Some(""), Some("money")].map(Emphasis::from_name), [Emphasis::Balanced; 3]);
}
