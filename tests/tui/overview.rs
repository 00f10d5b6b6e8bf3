//! The first screen of the results: where the answers point, and every way on at every size.

use crate::person::Person;
use crate::results::{like, nurse_who_wants_out, with};
use careerfit::model::{LimitSetting, SessionRecord};

/// People whose answers point no way, one way, two ways and three ways.
fn people() -> [(usize, SessionRecord); 4] {
    [(0, like("35-1011.00", 3)), (1, like("47-2031.00", 1)), (3, like("29-1141.00", 2)), (3, like("43-3031.00", 1))]
}

fn directions(person: &Person) -> usize {
    person
        .screen()
        .lines()
        .filter(|row| ["likely", "perhaps"].iter().any(|sure| row.trim_end().ends_with(sure)))
        .count()
}

/// The ways on that are no direction, as they are called.
const WAYS: [&str; 7] =
    ["All careers", "Start now", "My profile", "Kept and plans", "Must-haves", "Career cards", "Report"];

fn assert_every_way_is_in_sight(person: &mut Person, ways: &[&str], directions: usize) {
    for (columns, rows) in [80, 120].into_iter().flat_map(|columns| (24..=45).map(move |rows| (columns, rows))) {
        person.resize(columns, rows).press("<home>");
        let screen = person.screen();
        for (name, at) in ways.iter().zip(directions + 1..) {
            let key = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"].get(at - 1).copied().unwrap_or("e");
            assert!(screen.contains(&format!("{key} {name}")), "{key} {name} at {columns}x{rows}\n{screen}");
        }
        for row in 0..directions + ways.len() {
            assert!(person.sees("▸ "), "no marker at row {row}, {columns}x{rows}\n{}", person.screen());
            person.press("j");
        }
    }
}

#[test]
fn every_way_on_and_the_marker_are_in_sight_at_every_size() {
    for (count, record) in people() {
        let mut person = with(record);
        assert_eq!(directions(&person), count, "{}", person.screen());
        assert_every_way_is_in_sight(&mut person, &WAYS, count);
    }
}

#[test]
fn who_leaves_a_field_has_every_way_on_too_and_the_eleventh_its_own_key() {
    for (count, mut record) in people() {
        record.situation.insert("now".into(), "want-out".into());
        record.present_job = Some("29-1141.00".into());
        let mut person = with(record);
        let mut ways = WAYS.to_vec();
        ways.insert(1, "Leaving my field");
        assert_every_way_is_in_sight(&mut person, &ways, count);
    }
}

#[test]
fn at_the_smallest_size_every_way_on_is_in_sight() {
    for (_, record) in people() {
        let mut person = with(record);
        person.resize(60, 16);
        for name in WAYS {
            assert!(person.sees(name), "{name}\n{}", person.screen());
        }
    }
}

#[test]
fn who_wants_out_and_needs_pay_soon_has_both_ways_start_now_first() {
    let ways = |person: &Person| {
        let screen = person.screen();
        [screen.find("Start now"), screen.find("Leaving my field")].map(|at| at.expect("both are offered"))
    };

    let person = with(nurse_who_wants_out());
    let [start, leave] = ways(&person);
    assert!(leave < start, "{}", person.screen());

    let mut record = nurse_who_wants_out();
    record.situation.insert("pay".into(), "now".into());
    let mut person = with(record);
    person.press("<esc>");
    let [start, leave] = ways(&person);
    assert!(start < leave, "{}", person.screen());

    person.press(":away<esc>:leave my<enter>");
    assert!(person.sees("What do you want to get away from?"), "{}", person.screen());
}

#[test]
fn careers_that_a_must_have_hides_are_not_named_on_the_first_screen() {
    let (mut record, carpenter) = (like("47-2031.00", 1), "Carpenter");
    let told = |record: SessionRecord| {
        let mut person = with(record);
        person.resize(100, 45);
        person.screen()
    };

    let free = told(record.clone());
    assert!(free.contains(carpenter) && free.contains("Make a small stool"), "{free}");
    record.limits.insert("indoors".into(), LimitSetting::must("nearly-always"));
    let limited = told(record);
    assert!(!limited.contains(carpenter) && !limited.contains("Make a small stool"), "{limited}");
    assert!(limited.contains("One step for this week: "), "{limited}");
}

#[test]
fn the_step_for_this_week_is_cut_only_where_rows_are_short() {
    for (_, record) in people() {
        let screen = with(record).screen();
        let step = screen.split_once("One step for this week: ").expect("a step").1;
        let step = step.split("\n\n").next().unwrap_or_default();
        assert!(!step.contains('…'), "{screen}");
    }
}

#[test]
fn a_quoted_answer_loses_words_of_the_question_and_never_the_answer() {
    let mut shortened = 0;
    for (_, record) in people() {
        let mut person = with(record);
        for (columns, rows) in [(80, 24), (80, 22), (70, 24), (64, 20)] {
            person.resize(columns, rows);
            for row in person.screen().lines().filter(|row| row.contains("…\": ")) {
                let answer = row.rsplit("\": ").next().unwrap_or_default().trim_end();
                assert!(answer.starts_with("Yes") && !answer.contains('…'), "{row}");
                shortened += 1;
            }
            assert!(!person.screen().contains("\":…"), "{}", person.screen());
        }
    }
    assert!(shortened > 0);
}

#[test]
fn an_answer_on_training_is_left_out_among_the_must_haves() {
    let mut record = like("29-1141.00", 1);
    record.conditions.insert("training".into(), "none".into());
    let mut person = with(record);
    person.press("L");
    assert!(person.sees("0 Leave my training answer out"), "{}", person.screen());
    person.press("0");
    assert!(person.sees("0 Count my training answer"), "{}", person.screen());
    person.press("<esc>");
    assert!(person.sees("training answer left out"), "{}", person.screen());
}

#[test]
fn three_answers_are_told_how_many_make_a_result() {
    let mut person = Person::begin(80, 24);
    person.press("<enter>542r");
    assert!(person.sees("You have answered three questions so far."), "{}", person.screen());
    assert!(!person.sees("all alike"), "{}", person.screen());
}
