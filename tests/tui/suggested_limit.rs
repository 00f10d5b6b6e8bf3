//! A limit follows from what was said before: on a card, or about training.

use crate::person::{Person, matcher};
use crate::results::{carpenter, saved_session, with};
use careerfit::model::SessionRecord;
use careerfit::tui::Environment;

const BUS_DRIVER: &str = "53-3052.00";

/// A carpenter by answers who is shown a career on a card and says this to it.
fn at_a_card(career: &str, said: &str, environment: Environment) -> Person {
    let record = SessionRecord { at: Some(format!("card:{career}")), ..carpenter() };
    let mut person = Person::with(80, 24, environment, saved_session(record));
    person.press("<enter>").press(said);
    person
}

/// The choice of a limit that the person has set to be still acceptable, and whether it hides a career.
fn hides(person: &Person, limit: &str, career: &str) -> bool {
    let dataset = &matcher().dataset;
    let set = person.kept.as_ref().and_then(|record| record.limits.get(limit)).and_then(|one| one.acceptable.clone());
    let choices = dataset.questionnaire.limits.iter().filter(|known| known.id == limit).flat_map(|one| &one.choices);
    let career = dataset.catalogue.get(dataset.catalogue.find(career).expect("a shipped career"));
    let chosen: Vec<_> = choices.filter(|choice| Some(&choice.id) == set.as_ref()).collect();
    chosen.iter().any(|choice| choice.compute_excess(career).is_some_and(|excess| excess > 0.0))
}

#[test]
fn a_card_that_was_not_for_somebody_because_of_its_pay_offers_the_limit_that_hides_such_careers() {
    let mut person = at_a_card(BUS_DRIVER, "4", Environment::default());
    assert!(person.sees("L can hide careers with pay like that."), "{}", person.screen());

    person.press("L");
    assert!(person.sees("Usual pay in a year"), "{}", person.screen());
    assert!(person.sees("Marked because Bus and Coach Driver was not for you: the pay."), "{}", person.screen());

    person.press("<enter><esc><esc>");
    assert!(hides(&person, "pay", BUS_DRIVER), "{:?}", person.kept);
    assert!(!person.sees("can hide careers"), "it is set: {}", person.screen());
}

#[test]
fn the_offer_names_the_key_of_the_settings_and_leads_to_the_limit_on_training_or_place() {
    let keys = vec![("limits".into(), vec!["x".into()])];
    let environment = || Environment { keys: keys.clone(), ..Environment::default() };
    for (career, said, limit) in [("29-1216.00", "7", "Time to train"), (BUS_DRIVER, "6", "Working")] {
        let mut person = at_a_card(career, said, environment());
        let screen = person.screen();
        assert!(screen.contains("x can hide careers"), "{screen}");
        person.press("x");
        assert!(person.sees(limit) && person.sees("Marked because "), "{}", person.screen());
    }
}

#[test]
fn a_card_that_was_not_for_somebody_because_of_the_work_offers_no_limit() {
    for said in ["3", "5", "8", "1"] {
        let person = at_a_card(BUS_DRIVER, said, Environment::default());
        assert!(!person.sees("can hide careers"), "{said}: {}", person.screen());
    }
}

#[test]
fn the_limit_on_training_begins_with_what_was_answered_about_training() {
    let mut record = carpenter();
    record.conditions.insert("training".into(), "year".into());
    record.conditions.insert("outdoors".into(), "much".into());

    let mut person = with(record.clone());
    person.press("L1");
    assert!(person.sees("Marked because you answered \"Up to a year\" before."), "{}", person.screen());
    person.press("<enter><esc><esc>");
    let kept = person.kept.clone().expect("a record");
    assert_eq!(kept.limits["training"].acceptable.as_deref(), Some("year"));

    // a liking is no must: only what would be ideal begins with it
    let mut person = with(record);
    person.press("L4");
    assert!(!person.sees("Marked because"), "{}", person.screen());
    person.press("<enter>");
    assert!(person.sees("Marked because you answered \"Most of it\" before."), "{}", person.screen());
    person.press("<enter>");
    let kept = person.kept.clone().expect("a record");
    assert_eq!(
        (&kept.limits["outdoors"].acceptable, kept.limits["outdoors"].ideal.as_deref()),
        (&None, Some("mostly"))
    );
}

#[test]
fn what_is_set_goes_before_what_was_answered() {
    let mut record = carpenter();
    record.conditions.insert("training".into(), "year".into());
    record.limits.entry("training".into()).or_default().acceptable = Some("weeks".into());
    let mut person = with(record);
    person.press("L1");
    assert!(!person.sees("Marked because"), "{}", person.screen());
    person.press("<enter><esc><esc>");
    assert_eq!(person.kept.expect("a record").limits["training"].acceptable.as_deref(), Some("weeks"));
}
