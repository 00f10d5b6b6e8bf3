//! What moved between two sittings: only what is larger than noise.

use crate::support::{answers, like, matcher, outcome};
use careerfit::fit::{Administration, Moved, compare_sittings};
use careerfit::model::Answers;

fn compare(before: &Answers, after: &Answers) -> Moved {
    let (first, second) = (outcome(before), outcome(after));
    compare_sittings(
        &matcher(),
        Administration { outcome: &first, answers: before },
        Administration { outcome: &second, answers: after },
    )
}

#[test]
fn the_same_answers_have_moved_nothing() {
    let same = answers(like("29-1141.00"));
    let found = compare(&same, &same);
    assert!(found.scales.is_empty() && found.rose.is_empty() && found.fell.is_empty());
    assert!(found.compared > 20 && found.asked_once == 0);
}

#[test]
fn another_person_has_moved_and_the_career_of_the_second_rose() {
    let found = compare(&answers(like("29-1141.00")), &answers(like("15-1252.00")));
    assert!(!found.scales.is_empty());
    let title = |moved: &careerfit::fit::MovedCareer| matcher().dataset.catalogue.get(moved.career).id.clone();
    assert!(found.rose.iter().any(|moved| title(moved) == "15-1252.00"));
    assert!(found.fell.iter().any(|moved| title(moved) == "29-1141.00"));
    assert!(found.scales.windows(2).all(|two| {
        let z = |moved: &careerfit::fit::MovedScale| (moved.after - moved.before).abs() / moved.noise;
        z(&two[0]) >= z(&two[1])
    }));
}

#[test]
fn a_step_on_a_few_answers_is_noise() {
    let before = like("29-1141.00");
    let mut after = before.clone();
    for (question, value) in after.iter_mut().step_by(25) {
        let _ = question;
        *value = if *value == 5 { 4 } else { *value + 1 };
    }
    let found = compare(&answers(before), &answers(after));
    assert!(found.scales.len() <= 1 && found.rose.is_empty() && found.fell.is_empty(), "{found:?}");
}
