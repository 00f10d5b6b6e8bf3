//! From welcome to results, and back.

use crate::person::Person;
use careerfit::model::{Kept, Plan, Record, Response};
use careerfit::tui::{Effect, Sitting, Surroundings};

/// Answers everything that is asked, never twice the same in a row, up to the results.
fn to_results(person: &mut Person) {
    for round in 0..400 {
        if person.sees("What fits you") {
            return;
        }
        let asks = person.sees("1 ○") || person.sees("1 ●");
        person.press(match (asks && !person.sees("I want my work to"), round % 3) {
            (true, 0) => "5",
            (true, 1) => "2",
            (true, _) => "4",
            (false, _) => "<enter>",
        });
    }
    panic!("the results never came:\n{}", person.screen());
}

#[test]
fn the_walk_leads_from_welcome_to_results() {
    let mut person = Person::begin(80, 24);
    assert!(person.sees("Part 1 of 4") && person.sees("What do you enjoy doing?"), "{}", person.screen());
    to_results(&mut person);
    assert_eq!(person.answered(), 30, "quick asks thirty questions");
    assert!(person.sees("Why it fits") && person.sees("from 30 answers"), "{}", person.screen());
    let before = person.screen();
    person.press("j");
    assert_ne!(before, person.screen(), "the detail follows the list");
}

#[test]
fn every_answer_is_saved_before_the_next_question() {
    let mut person = Person::begin(80, 24);
    person.press("<enter>");
    for count in 1..=5 {
        person.press("4");
        assert_eq!(person.kept.as_ref().expect("saved").given.len(), count);
    }
}

#[test]
fn an_answer_can_be_gone_back_to_and_changed() {
    let mut person = Person::begin(80, 24);
    person.press("<enter>4");
    let second = person.screen();
    person.press("b");
    assert!(person.sees("4 ● Yes, I would enjoy it"), "the answer given is marked\n{}", person.screen());
    person.press("2");
    assert_eq!(person.answered(), 1);
    let last = person.kept.as_ref().expect("saved").given.last().expect("given").response;
    assert_eq!(last, Response::Value(2));
    assert_ne!(second, "");
}

#[test]
fn skip_and_undo() {
    let mut person = Person::begin(80, 24);
    person.press("<enter>s");
    assert_eq!(person.kept.as_ref().expect("saved").given[0].response, Response::Skipped);
    person.press("u");
    assert_eq!(person.answered(), 0);
    assert!(person.sees("Taken back."));
    person.press("u");
    assert!(person.sees("There is nothing to take back."));
}

#[test]
fn one_can_stop_early_and_go_on_later() {
    let mut person = Person::begin(80, 24);
    person.press("<enter>");
    for keys in ["5", "2", "4", "1", "5", "3", "2", "4", "1", "5", "3", "4"] {
        person.press(keys);
    }
    person.press("<enter>");
    assert!(person.sees("You can stop here"), "{}", person.screen());
    person.press("r");
    assert!(person.sees("provisional, from 12 answers"), "{}", person.screen());
    person.press("a");
    assert!(person.sees("What are you good at?"), "{}", person.screen());
}

#[test]
fn the_review_lists_answers_and_leads_to_one_and_back() {
    let mut person = Person::begin(80, 24);
    person.press("<enter>5241");
    let here = person.screen();
    person.press("v");
    assert!(person.sees("All your answers") && person.sees("4 of 4"), "{}", person.screen());
    person.press("g<enter>");
    assert!(person.sees("5 ● Yes, I would love it"), "{}", person.screen());
    person.press("1");
    assert_eq!(person.answered(), 4);
    assert!(person.screen().lines().nth(5) == here.lines().nth(5), "back at the question it left from");
}

#[test]
fn answers_all_alike_give_no_list_but_ways_on() {
    let mut person = Person::begin(80, 24);
    for _ in 0..60 {
        if person.sees("Either, or") || person.sees("What fits you") {
            break;
        }
        person.press(if person.sees("1 ○") { "3" } else { "<enter>" });
    }
    assert!(person.sees("Either, or") && person.sees("which is common"), "{}", person.screen());
    person.press("r");
    assert!(person.sees("Your answers do not point anywhere yet"), "{}", person.screen());
}

#[test]
fn goals_are_three_at_most() {
    let mut person = Person::at(80, 24);
    person.press("<enter>1ss<enter>");
    person.press("1350");
    assert_eq!(person.kept.as_ref().expect("saved").goals.len(), 3);
    assert!(person.sees("Three at most"));
    person.press("1");
    assert_eq!(person.kept.as_ref().expect("saved").goals.len(), 2);
}

#[test]
fn who_wants_out_is_asked_what_to_leave() {
    let mut person = Person::at(80, 24);
    person.press("<enter>14");
    assert!(person.sees("What do you want to leave?"), "{}", person.screen());
    person.press("23<enter>");
    assert_eq!(person.kept.as_ref().expect("saved").leave, ["people", "hours"]);
    assert!(person.sees("How soon do you need pay?"), "{}", person.screen());
}

#[test]
fn more_questions_can_be_taken_when_all_are_answered() {
    let mut person = Person::begin(80, 24);
    to_results(&mut person);
    person.press("a");
    assert!(person.sees("How much time do you have?"), "{}", person.screen());
    person.press("2");
    assert!(person.sees("Part 1 of 4") && person.sees("32 left"), "{}", person.screen());
}

#[test]
fn the_present_job_is_found_with_a_typo() {
    let mut person = Person::at(80, 24);
    person.press("<enter>1ss").press("carpnter");
    assert!(person.sees("▸ Carpenter"), "{}", person.screen());
    person.press("<enter>");
    assert_eq!(person.kept.as_ref().expect("saved").present_job.as_deref(), Some("47-2031.00"));
    person.press("b");
    assert!(person.sees("So far: Carpenter"), "{}", person.screen());
}

#[test]
fn sliders_end_in_a_sentence() {
    let mut person = Person::begin(80, 24);
    for _ in 0..100 {
        if person.sees("I want my work to") {
            break;
        }
        person.press(if person.sees("1 ○") { ["5", "1", "4"][person.answered() % 3] } else { "<enter>" });
    }
    person.press("1j1j1j1j1");
    assert!(person.sees("You lean firmly towards a job right now"), "{}", person.screen());
    person.press("<right><right>");
    assert_eq!(person.kept.as_ref().expect("saved").sliders["pay-learn"], 3);
}

#[test]
fn a_session_of_before_goes_on_at_the_same_question() {
    let mut before = Person::begin(80, 24);
    before.press("<enter>524");
    let record = before.kept.clone().expect("saved");
    let question = before.screen().lines().nth(5).map(str::to_string);
    let sitting = Sitting { name: "answers".into(), when: "yesterday".into(), record, ..Sitting::default() };
    let mut person = Person::with(80, 24, Surroundings::default(), vec![sitting]);
    assert!(person.sees("Go on where you left off: yesterday, part 1, question 4"), "{}", person.screen());
    person.press("<enter>");
    assert_eq!(person.screen().lines().nth(5).map(str::to_string), question);
    assert_eq!(person.answered(), 3);
}

#[test]
fn a_planned_step_is_asked_about_at_the_next_start() {
    let plan = Plan { step: "Ring the workshop".into(), by: "2026-11-20".into(), ..Plan::default() };
    let kept = vec![Kept { career: "47-2031.00".into(), plan: Some(plan), ..Kept::default() }];
    let sitting = Sitting { name: "a".into(), record: Record { kept, ..Record::default() }, ..Sitting::default() };
    let around = Surroundings { now: || 20_779 * 86_400, ..Surroundings::default() };
    let mut person = Person::with(80, 24, around, vec![sitting]);
    assert!(person.sees("You meant to \"Ring the workshop\" by Friday. Done?"), "{}", person.screen());
    person.press("<enter>1");
    assert!(person.asked.contains(&Effect::Done { session: "a".into(), career: "47-2031.00".into() }));
    assert!(!person.sees("You meant to"), "{}", person.screen());
}

#[test]
fn leaving_says_with_which_code() {
    assert_eq!(Person::at(80, 24).press("q").left, Some(0));
    assert_eq!(Person::begin(80, 24).press("<ctrl-c>").left, Some(130));
}
