//! The map of areas: where somebody stands on enjoying and being good at, and what the two say together.

use crate::support::{answers, matcher, outcome};
use careerfit::content::shipped::load_shipped;
use careerfit::fit::{Advice, AreaView, Matcher, map_areas};
use careerfit::model::{Answers, Emphasis, QuestionId};
use std::collections::BTreeSet;

/// The questions on what one enjoys in the first area, and on what it takes.
fn questions() -> (Vec<QuestionId>, Vec<QuestionId>) {
    let matcher = matcher();
    let (questionnaire, area) = (&matcher.dataset.questionnaire, &matcher.dataset.scales.areas[0]);
    let activities = area.activities.iter().filter_map(|id| questionnaire.find(id)).collect();
    let takes = |question: QuestionId| {
        questionnaire.question(question).main_scale().is_some_and(|scale| area.skills.contains(&scale))
    };
    let ids = (0_u16..).take(questionnaire.questions.len()).map(QuestionId);
    (activities, ids.filter(|question| takes(*question)).collect())
}

/// The first area of somebody who gives these answers on it.
fn first(enjoy: &[u8], good_at: &[u8]) -> AreaView {
    let (activities, skills) = questions();
    let given = activities.iter().zip(enjoy).chain(skills.iter().zip(good_at));
    let given: Answers = answers(given.map(|(question, value)| (question.index(), *value)));
    map_areas(&matcher(), &outcome(&given), &given).swap_remove(0)
}

/// The same answer to every question of either side.
fn alike(enjoy: u8, good_at: u8) -> AreaView {
    let (activities, skills) = questions();
    first(&vec![enjoy; activities.len()], &vec![good_at; skills.len()])
}

#[test]
fn an_area_that_was_answered_whole_stands_where_its_answers_do() {
    let (activities, skills) = questions();
    let values: Vec<u8> = (0..activities.len()).map(|at| [2, 5, 4][at % 3]).collect();
    let area = first(&values, &vec![4; skills.len()]);
    let mean = values.iter().map(|value| f64::from(*value)).sum::<f64>() / values.len() as f64;
    assert!((area.enjoy.value - mean).abs() < 1e-12, "{} for {mean}", area.enjoy.value);
    assert_eq!((area.enjoy.sd, area.enjoy.answered), (0.0, activities.len()));
    assert_eq!((area.good_at.value, area.good_at.sd, area.good_at.answered), (4.0, 0.0, skills.len()));
    assert!(area.is_sure());
}

#[test]
fn what_is_enjoyed_and_done_well_says_what_to_do_with_an_area() {
    assert_eq!(alike(5, 5).advice, Advice::DoMore);
    assert_eq!(alike(4, 2).advice, Advice::Learn);
    assert_eq!(alike(2, 4).advice, Advice::RatherNot);
    assert_eq!(alike(1, 2).advice, Advice::Leave);
    assert_eq!(alike(3, 5).advice, Advice::Open, "neither enjoyed nor disliked");
    assert_eq!(alike(5, 3).advice, Advice::TryIt, "neither done well nor badly");
    assert_eq!(alike(5, 0).advice, Advice::TryIt, "never had the chance");
    assert_eq!(alike(1, 3).advice, Advice::Leave);
    assert!(!alike(3, 5).is_sure() && !alike(5, 3).is_sure(), "the middle is on no side");
}

#[test]
fn what_was_not_answered_is_estimated_with_its_spread() {
    let (activities, skills) = questions();
    let half = first(&vec![4; activities.len() / 2], &[]);
    assert_eq!((half.enjoy.answered, half.good_at.answered), (activities.len() / 2, 0));
    assert!(half.enjoy.value > 3.0 && half.enjoy.value <= 5.0, "{:?}", half.enjoy);
    assert!(half.enjoy.sd > 0.0 && half.good_at.sd > half.enjoy.sd, "{half:?}");

    let posterior = &outcome(&answers([])).information.posterior;
    let forecasts: Vec<(f64, f64)> =
        skills.iter().map(|question| posterior.forecast_answer(&matcher().measurement, *question)).collect();
    let mean = |of: fn(&(f64, f64)) -> f64| forecasts.iter().map(of).sum::<f64>() / skills.len() as f64;
    let nothing = first(&[], &[]);
    assert!((nothing.good_at.value - mean(|forecast| forecast.0.clamp(1.0, 5.0))).abs() < 1e-9);
    assert!((nothing.good_at.sd - mean(|forecast| forecast.1)).abs() < 1e-9);
    let is_sure = (nothing.good_at.value - 3.0).abs() > nothing.good_at.sd;
    assert_eq!(nothing.good_at.is_sure(), is_sure);
    assert!(!nothing.is_sure(), "nothing was answered");
}

#[test]
fn every_area_has_its_place_and_no_estimate_leaves_the_choices() {
    let person = answers((0..60).map(|question| (question, if question % 2 == 0 { 5 } else { 1 })));
    let found = map_areas(&matcher(), &outcome(&person), &person);
    let places: Vec<usize> = found.iter().map(|area| area.area).collect();
    assert_eq!(places, (0..matcher().dataset.scales.areas.len()).collect::<Vec<_>>());
    for axis in found.iter().flat_map(|area| [area.enjoy, area.good_at]) {
        assert!((1.0..=5.0).contains(&axis.value) && axis.sd >= 0.0, "{axis:?}");
    }
}

#[test]
fn an_area_that_is_not_asked_about_has_no_place_on_the_map() {
    let mut dataset = load_shipped().expect("the shipped data");
    let count = dataset.scales.areas.len();
    dataset.scales.areas[1].activities.clear();
    dataset.scales.areas[3].skills.clear();
    let matcher = Matcher::new(dataset);
    let given = answers((0..60).map(|question| (question, [1, 5, 2, 4][question % 4])));
    let found = map_areas(&matcher, &matcher.evaluate(&given, Emphasis::Balanced), &given);
    let places: Vec<usize> = found.iter().map(|view| view.area).collect();
    assert_eq!(places, (0..count).filter(|at| ![1, 3].contains(at)).collect::<Vec<_>>());
}

#[test]
fn each_place_on_the_map_has_words_of_its_own() {
    let all = [Advice::DoMore, Advice::Learn, Advice::RatherNot, Advice::Leave, Advice::TryIt, Advice::Open]
        .map(Advice::words);
    assert!(all.iter().all(|words| words.len() > 3), "{all:?}");
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "{all:?}");
}

#[test]
fn no_family_has_the_name_of_a_scale_or_an_area() {
    let dataset = &matcher().dataset;
    let scales = dataset.scales.scales.iter().map(|scale| scale.name.as_str());
    let areas = dataset.scales.areas.iter().map(|area| area.name.as_str());
    let names: Vec<&str> = scales.chain(areas).collect();
    for family in dataset.catalogue.families() {
        assert!(!names.contains(&family.name.as_str()), "{} is two things at once", family.name);
    }
}
