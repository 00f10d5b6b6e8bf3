//! Keys: one meaning each, anything by its name, and a word for those that do nothing.

use crate::person::Person;
use crate::results::{carpenter, with};
use careerfit::tui::Environment;
use careerfit::tui::keys::{Action, KeyScope, Keys, TABLE};
use std::collections::BTreeMap;

#[test]
fn a_letter_means_one_thing_through_the_whole_program() {
    let mut meant: BTreeMap<&str, Vec<Action>> = BTreeMap::new();
    for binding in TABLE {
        for key in binding.keys.iter().filter(|key| key.chars().count() == 1) {
            let actions = meant.entry(key).or_default();
            if !actions.contains(&binding.action) {
                actions.push(binding.action);
            }
        }
    }
    let twice: Vec<_> = meant.iter().filter(|(_, actions)| actions.len() > 1).collect();
    assert!(twice.is_empty(), "{twice:?}");
}

#[test]
fn a_key_that_does_nothing_says_why_and_an_old_one_tells_the_new_one() {
    let mut person = Person::begin(80, 24);
    person.press("<enter>z");
    assert!(person.sees("z does nothing here; ? lists the keys that do."), "{}", person.screen());
    person.press("F");
    assert!(person.sees("F works in the results: careers you keep"), "{}", person.screen());
    person.press("7");
    assert!(person.sees("Choose 1-5.") && person.answered() == 0, "{}", person.screen());
    let mut person = with(carpenter());
    person.press("l");
    assert!(person.sees("l is L now: what work must give you"), "{}", person.screen());
    person.press("l");
    assert!(!person.sees("l is L now"), "it is told once\n{}", person.screen());
}

#[test]
fn the_footer_names_six_keys_at_most_and_no_half_of_a_pair() {
    let mut person = Person::begin(80, 24);
    let footer = |person: &Person| person.screen().lines().last().expect("a footer").to_string();
    let hints = |footer: &str| footer.trim().split("   ").filter(|hint| !hint.is_empty()).count();
    for keys in ["", "<enter>", "5", "r", "<enter>", "<esc>m", "<esc>p", "<esc>L"] {
        person.press(keys);
        for size in [(60, 16), (80, 24), (120, 40)] {
            person.resize(size.0, size.1);
            let footer = footer(&person);
            assert!((1..=6).contains(&hints(&footer)), "{footer}");
            assert!(!footer.contains("left ") || footer.contains("left right"), "{footer}");
        }
    }
}

#[test]
fn the_palette_finds_actions_screens_and_careers_and_does_them() {
    let mut person = with(carpenter());
    person.press(":");
    assert!(person.sees("Find anything") && person.sees("what work must give you"), "{}", person.screen());
    person.press("limit");
    let row = person.screen().lines().find(|row| row.contains("▸")).expect("a row is marked").to_string();
    assert!(row.contains("L ") && row.contains("limits"), "its key stands beside it: {row}");
    person.press("<enter>");
    assert!(person.sees("What work must give me"), "{}", person.screen());
    person.press("<esc>");
    assert!(person.sees("What fits you"), "the palette is gone\n{}", person.screen());
    person.press(":kep<enter>");
    assert!(!person.sees("Find anything"), "letters in order are enough\n{}", person.screen());

    let mut person = Person::at(80, 24);
    person.press("<ctrl-p>crpenter<enter>");
    assert!(person.sees("A career in full") && person.sees("Carpenter"), "{}", person.screen());
    person.press("<esc>");
    assert!(person.sees("Begin the questionnaire"), "{}", person.screen());
}

#[test]
fn the_palette_skips_a_question_that_it_lay_upon() {
    let mut person = Person::begin(80, 24);
    person.press("<enter>:skip<enter>");
    assert_eq!(person.answered(), 1, "{}", person.screen());
    assert!(person.sees("2 of 10"), "{}", person.screen());
}

#[test]
fn sentences_that_name_a_key_follow_a_change_of_it() {
    let keys = vec![("back".into(), vec!["x".into()]), ("results".into(), vec!["e".into()])];
    let mut person = Person::with(80, 24, Environment { keys, ..Environment::default() }, Vec::new());
    person.press("<enter>1ss<enter><enter><enter>");
    assert!(person.sees("A digit answers at once; x goes a step back."), "{}", person.screen());
    for answer in "5241352413".chars() {
        person.press(&answer.to_string());
    }
    person.press("<enter>52<enter>");
    assert!(person.sees("a first result: e shows it."), "{}", person.screen());
}

#[test]
fn the_menu_shows_the_letter_beside_each_row_that_has_one() {
    let mut person = with(carpenter());
    person.resize(120, 40);
    let keys = Keys::new(&[]).expect("the table");
    for action in [Action::Start, Action::Profile, Action::Limits, Action::Bookmark, Action::Export] {
        let key = keys.name_key(action, KeyScope::Overview);
        let shown = person
            .screen()
            .lines()
            .any(|row| row.trim_end().ends_with(&format!(" {key}")) || row.contains(&format!("  {key}  ")));
        assert!(shown, "{key} is missing in\n{}", person.screen());
    }
}
