//! A limit hides or marks what lies outside it, says how much, and names the one to loosen.

use crate::support::{answers, like, matcher, outcome};
use careerfit::fit::{Limited, Mark, apply_limits};
use careerfit::model::{Career, LimitSetting, Strength};
use std::collections::BTreeMap;

/// The list of somebody exactly like a registered nurse, under these limits.
fn with_limits(set: &[(&str, &str, Strength)]) -> Limited {
    let matcher = matcher();
    let (catalogue, limits) = (&matcher.dataset.catalogue, &matcher.dataset.questionnaire.limits);
    let mut chosen: BTreeMap<String, LimitSetting> = BTreeMap::new();
    for (limit, way, firmly) in set {
        chosen.entry((*limit).to_string()).or_default().set(*firmly, Some((*way).to_string()));
    }
    apply_limits(catalogue, limits, &chosen, &outcome(&answers(like("29-1141.00"))).fits)
}

fn median_pay(career: &Career) -> Option<u32> {
    career.figures.pay.as_ref().and_then(careerfit::model::Pay::median)
}

/// How many careers of the catalogue are like this.
fn count(is: impl Fn(&Career) -> bool) -> usize {
    matcher().dataset.catalogue.careers().iter().filter(|career| is(career)).count()
}

#[test]
fn what_must_be_kept_hides_exactly_what_lies_outside_and_counts_it() {
    let limited = with_limits(&[("pay", "from-75000", Strength::Must)]);
    let outside = count(|career| median_pay(career).is_some_and(|pay| pay < 75_000));
    assert!(outside > 100, "the limit hides something: {outside}");
    assert_eq!(limited.hidden, [("pay".to_string(), outside)]);
    assert_eq!(limited.shown.len(), count(|_| true) - outside);

    let catalogue = &matcher().dataset.catalogue;
    for fit in &limited.shown {
        assert!(median_pay(catalogue.get(fit.career)).is_none_or(|pay| pay >= 75_000));
    }
}

#[test]
fn a_career_without_the_figure_stays_and_says_that_it_is_not_known() {
    let limited = with_limits(&[("pay", "from-75000", Strength::Must)]);
    let catalogue = &matcher().dataset.catalogue;
    let unknown: Vec<_> = limited.shown.iter().filter(|fit| median_pay(catalogue.get(fit.career)).is_none()).collect();
    assert!(!unknown.is_empty());
    for fit in unknown {
        assert_eq!(limited.marks[&fit.career], [Mark::NotKnown("pay".to_string())]);
    }
}

#[test]
fn what_one_would_rather_have_hides_nothing_and_marks_what_lies_outside() {
    let limited = with_limits(&[("pay", "from-75000", Strength::Rather)]);
    assert_eq!(limited.shown.len(), count(|_| true));
    assert!(limited.hidden.is_empty());
    let marked = limited.marks.values().filter(|marks| marks.contains(&Mark::RatherNot("pay".to_string()))).count();
    assert_eq!(marked, count(|career| median_pay(career).is_some_and(|pay| pay < 75_000)));
}

#[test]
fn limits_never_change_the_order() {
    let all = outcome(&answers(like("29-1141.00"))).fits;
    let limited = with_limits(&[("pay", "from-55000", Strength::Must), ("outdoors", "hardly", Strength::Must)]);
    let left: Vec<_> = all.iter().filter(|fit| limited.shown.contains(fit)).collect();
    assert_eq!(left, limited.shown.iter().collect::<Vec<_>>());
}

#[test]
fn of_two_limits_that_leave_too_few_the_one_that_hides_most_is_to_be_loosened() {
    let set = [("training", "weeks", Strength::Must), ("pay", "from-100000", Strength::Must)];
    let limited = with_limits(&set);
    assert!(limited.shown.len() < 10, "{} careers are left", limited.shown.len());
    let hides = |id: &str| limited.hidden.iter().find(|(limit, _)| limit == id).map_or(0, |(_, count)| *count);
    assert!(hides("training") > hides("pay") && hides("pay") > 0, "{:?}", limited.hidden);
    assert_eq!(limited.loosen.as_deref(), Some("training"));

    let turned = with_limits(&[("pay", "from-75000", Strength::Must)]);
    assert_eq!(turned.loosen, None, "nothing is to be loosened where enough are left");
}

#[test]
fn what_just_misses_one_limit_is_named_and_what_misses_two_is_not() {
    let limited = with_limits(&[("pay", "from-75000", Strength::Must), ("outdoors", "hardly", Strength::Must)]);
    let catalogue = &matcher().dataset.catalogue;
    let of_pay: Vec<_> = limited.near.iter().filter(|(_, limit)| limit == "pay").collect();
    assert!(!of_pay.is_empty());
    for (career, _) in of_pay {
        let career = catalogue.get(*career);
        let pay = median_pay(career).expect("a figure that misses");
        assert!((67_500..75_000).contains(&pay), "{} at {pay}", career.title);
        assert!(career.figures.context.as_ref().is_none_or(|context| context.outdoors <= 20), "{}", career.title);
    }
}
