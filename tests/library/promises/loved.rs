//! Work made of what somebody loves, where the rest of the answers points elsewhere.

use crate::support::{answers, like, matcher, outcome};
use careerfit::fit::{Outcome, find_loved_further_down};
use careerfit::model::Fit;

const ACCOUNTANT: &str = "13-2011.00";
const STORY: &str = "enjoy-short-story";

/// What an accountant's people answer, and how much they would like to write a short story.
fn accountant_and_story(story: u8) -> Outcome {
    let place = matcher().dataset.questionnaire.find(STORY).expect("a shipped question").index();
    outcome(&answers(like(ACCOUNTANT).into_iter().map(|(at, value)| (at, if at == place { story } else { value }))))
}

/// The career made of writing stories that is told of, if one is.
fn story_told(found: &Outcome) -> Option<Fit> {
    let story = matcher().dataset.questionnaire.find(STORY).expect("a shipped question");
    let made_of_it = matcher().activities.careers(story).clone();
    find_loved_further_down(&matcher(), found, &found.fits).into_iter().find(|fit| made_of_it.contains(&fit.career))
}

#[test]
fn who_loves_stories_among_figures_is_told_of_work_made_of_stories_and_where_it_stands() {
    let found = accountant_and_story(5);
    let told = story_told(&found).expect("a story is what a copywriter's and a poet's work is made of");
    assert!(told.rank > 10 && Some(&told) == found.find_fit(told.career), "{told:?}");
    for only_liked in 1..=4 {
        assert_eq!(story_told(&accountant_and_story(only_liked)), None, "{only_liked} is not to love it");
    }
}

#[test]
fn what_stands_among_the_first_ten_or_in_a_direction_is_not_told_again() {
    let catalogue = &matcher().dataset.catalogue;
    let mut told = 0;
    for career in catalogue.careers().iter().step_by(31) {
        let found = outcome(&answers(like(&career.id)));
        let loved = find_loved_further_down(&matcher(), &found, &found.fits);
        assert!(loved.len() <= 2, "{}", career.title);
        told += loved.len();

        for fit in &loved {
            let title = &catalogue.get(fit.career).title;
            assert!(!catalogue.get(fit.career).is_later_step(), "{title} is reached from other careers");
            assert!(fit.rank > 10, "{title} is among the first ten of {}", career.title);
            let in_direction = found.directions.iter().any(|one| one.careers.contains(&fit.career));
            assert!(!in_direction, "{title} is in a direction of {}", career.title);
        }
    }
    assert!(told > 0, "nobody here is told of any, so this shows nothing");
}

#[test]
fn who_loves_nearly_everything_is_told_of_nothing_further_down() {
    let count = matcher().dataset.questionnaire.questions.len();
    for every in [3, 9] {
        let found = outcome(&answers((0..count).map(|at| (at, if at % every == 0 { 4 } else { 5 }))));
        assert!(
            !found.fits.is_empty() && find_loved_further_down(&matcher(), &found, &found.fits).is_empty(),
            "a 4 at every {every}th"
        );
    }
}

#[test]
fn where_the_limits_hide_the_best_career_made_of_what_one_loves_the_next_one_is_told() {
    let found = accountant_and_story(5);
    let best = story_told(&found).expect("work made of stories");
    let left: Vec<Fit> = found.fits.iter().filter(|fit| fit.career != best.career).cloned().collect();

    let story = matcher().dataset.questionnaire.find(STORY).expect("a shipped question");
    let made_of_it = matcher().activities.careers(story).clone();
    let told = find_loved_further_down(&matcher(), &found, &left);
    let next = told.iter().find(|fit| made_of_it.contains(&fit.career)).expect("another career made of stories");
    assert!(next.rank > best.rank, "{next:?} behind {best:?}");
}
