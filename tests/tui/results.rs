//! What a person sees after the questions.

use crate::person::{Person, matcher};
use careerfit::model::{Given, Kept, Plan, Record, Response};
use careerfit::tui::clicks::{Mouse, Turn};
use careerfit::tui::{Effect, Input, Sitting, Surroundings};
use insta::assert_snapshot;
use ratatui::layout::Position;

/// Sizes at which every screen is looked at.
const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (60, 16)];

/// What somebody just like a career answers; every so many questions only.
fn like(career: &str, every: usize) -> Record {
    let matcher = matcher();
    let place = matcher.kit.catalogue.find(career).expect("a shipped career");
    let plain = matcher.plain(place);
    let given = matcher.kit.questionnaire.questions.iter().step_by(every).map(|question| {
        let off: f64 = question.loads.iter().map(|load| load.weight * plain[load.scale.index()]).sum();
        let value = (question.usual + off / matcher.measurement.step()).round().clamp(1.0, 5.0) as u8;
        Given {
            question: question.id.clone(),
            text: question.hash,
            response: Response::Value(value),
            at: 0,
            again: false,
        }
    });
    Record { given: given.collect(), at: Some("results".into()), ..Record::default() }
}

/// A carpenter by answers, at the results.
pub fn carpenter() -> Record {
    like("47-2031.00", 1)
}

fn sitting(record: Record) -> Vec<Sitting> {
    vec![Sitting { name: "answers".into(), when: "yesterday".into(), record, ..Sitting::default() }]
}

/// Somebody who goes on with a record.
pub fn with(record: Record) -> Person {
    with_around(record, Surroundings::default())
}

fn with_around(record: Record, around: Surroundings) -> Person {
    let mut person = Person::with(80, 24, around, sitting(record));
    person.press("<enter>");
    person
}

fn kept(person: &Person) -> Vec<Kept> {
    person.kept.as_ref().map(|record| record.kept.clone()).unwrap_or_default()
}

/// Screens of the results by name, and the keys that lead there from the list.
const SCREENS: [(&str, &str); 20] = [
    ("list", ""),
    ("list-by-family", "o"),
    ("list-by-training", "oo"),
    ("career", "<enter>"),
    ("career-down", "<enter><pagedown><pagedown>"),
    ("more", "m"),
    ("start-now", "n"),
    ("limits", "llljljjl<space>"),
    ("limits-tight", "lllljllll"),
    ("compare", "<space>jjj<space>c"),
    ("kept", "fjjfwWarm hands<enter>y"),
    ("plan", "tWood<enter>"),
    ("plan-write", "tjjj<enter>"),
    ("what-if", "i"),
    ("profile", "p"),
    ("profile-interests", "p2"),
    ("profile-areas", "p3"),
    ("profile-wishes", "p4"),
    ("surprises", "m5<enter>"),
    ("report", "e"),
];

#[test]
fn every_screen_of_the_results_at_every_size() {
    for (name, keys) in SCREENS {
        let mut record = carpenter();
        record.sliders.insert("bills-plan".into(), 4);
        record.goals = vec!["make-things".into(), "own-boss".into()];
        let mut person = with(record);
        person.press(keys);
        for (columns, rows) in SIZES {
            person.resize(columns, rows);
            assert_snapshot!(format!("after-{name}-{columns}x{rows}"), person.screen());
        }
    }
}

#[test]
fn no_direction_and_families_at_every_size() {
    let mut record = carpenter();
    record.given.iter_mut().for_each(|given| given.response = Response::Value(3));
    let mut person = with(record);
    for (name, keys) in [("nowhere", ""), ("families", "2<enter>"), ("family", "<enter>")] {
        person.press(keys);
        for (columns, rows) in SIZES {
            person.resize(columns, rows);
            assert_snapshot!(format!("after-{name}-{columns}x{rows}"), person.screen());
        }
        person.resize(80, 24);
    }
}

/// A nurse who wants out.
fn nurse_who_wants_out() -> Record {
    let mut record = like("29-1141.00", 1);
    record.situation.insert("now".into(), "want-out".into());
    record.present_job = Some("29-1141.00".into());
    record
}

#[test]
fn leaving_a_field_asks_first_and_shows_two_columns() {
    let mut person = with(nurse_who_wants_out());
    person.press("m");
    assert!(person.sees("My job, Registered Nurse: rank"), "{}", person.screen());
    person.press("8");
    assert!(person.sees("What do you want to leave?"), "{}", person.screen());
    person.press("16<enter>");
    assert_eq!(person.kept.as_ref().map(|record| record.leave.clone()), Some(vec!["tasks".into(), "field".into()]));
    for (columns, rows) in SIZES {
        person.resize(columns, rows);
        assert_snapshot!(format!("after-leaving-{columns}x{rows}"), person.screen());
    }
}

#[test]
fn mono_and_ascii() {
    let mono = Surroundings { no_color: true, ..Surroundings::default() };
    let person = with_around(carpenter(), mono);
    assert!(!person.is_coloured());
    let reversed = person.rows_in(ratatui::style::Modifier::REVERSED).join("\n");
    assert_snapshot!("after-list-80x24-mono", format!("{}\nreversed\n{reversed}", person.screen()));
    let ascii = Surroundings { ascii: true, ..Surroundings::default() };
    for (name, keys) in
        [("list", ""), ("profile-interests", "p2"), ("profile-areas", "p3"), ("career-down", "<enter><pagedown>")]
    {
        let mut person = with_around(carpenter(), ascii.clone());
        person.press(keys);
        assert!(person.screen().is_ascii());
        assert_snapshot!(format!("after-{name}-80x24-ascii"), person.screen());
    }
}

#[test]
fn the_detail_follows_the_list_at_once() {
    let mut person = with(carpenter());
    assert!(person.sees("strong · rank 1 ·"), "{}", person.screen());
    person.press("j");
    assert!(!person.sees("rank 1 ·") && person.sees("strong · rank 2 ·"), "{}", person.screen());
}

#[test]
fn the_mouse_chooses_reads_on_and_presses_what_the_footer_names() {
    let mut person = with(carpenter());
    person.click("Carpet Installer").wheel(5, Turn::Down).wheel(5, Turn::Up);
    assert!(person.sees("▸   6 Carpet Installer"), "{}", person.screen());
    person.wheel(50, Turn::Down);
    assert!(person.sees("▸   6 Carpet Installer") && !person.sees("Why it fits"), "{}", person.screen());
    person.click("▸   6 Carpet Installer");
    assert!(person.sees("A career in full"), "{}", person.screen());
    person.wheel(9, Turn::Down).click("b back").click("m more").click("3 ○ What I must");
    assert!(person.sees("careerfit  What you must"), "{}", person.screen());
}

#[test]
fn a_click_answers_the_question_that_is_painted_and_no_other() {
    let mut person = Person::begin(80, 24);
    person.press("<enter>").click("2 ○ Not really");
    assert_eq!(person.kept.as_ref().map(|record| record.given.len()), Some(1));
    assert!(person.sees("2 of 12"), "{}", person.screen());
    let at = Mouse::Click(Position { x: 10, y: 8 });
    person.stir(Input::Mouse(at));
    person.stir(Input::Mouse(at));
    assert_eq!(person.kept.as_ref().map(|record| record.given.len()), Some(2), "the second click had nothing to see");
}

#[test]
fn the_rank_interval_arrives_beside_the_screen() {
    let person = with(carpenter());
    assert!(person.sees("again"), "{}", person.screen());
}

#[test]
fn another_emphasis_ranks_anew_and_says_what_stays() {
    let mut person = with(carpenter());
    person.press("r");
    assert!(person.sees("of the first ten stay"), "{}", person.screen());
    assert_eq!(person.kept.as_ref().and_then(|record| record.emphasis.clone()), Some("enjoy".into()));
    person.press("rrr");
    assert_eq!(person.kept.as_ref().and_then(|record| record.emphasis.clone()), None);
}

#[test]
fn a_limit_hides_careers_and_says_how_many() {
    let mut person = with(carpenter());
    person.press("ll");
    assert!(person.sees("must: A few weeks (hides "), "{}", person.screen());
    person.press("<esc>");
    assert!(person.sees(" hidden"), "{}", person.screen());
    person.press("l<space><esc>");
    assert!(!person.sees(" hidden"), "a limit one would rather have hides nothing: {}", person.screen());
}

#[test]
fn a_career_hidden_by_a_limit_says_so_when_it_is_looked_up() {
    let mut person = with(carpenter());
    person.press("ll<esc>/surgeon<enter>");
    assert!(person.sees("Hidden by your limits: time to train"), "{}", person.screen());
    assert!(person.sees("rank "), "{}", person.screen());
}

#[test]
fn keeping_a_career_with_a_note_loses_no_note() {
    let mut person = with(carpenter());
    person.press("f");
    assert_eq!(kept(&person).len(), 1);
    person.press("f");
    assert_eq!(kept(&person).len(), 0);
    person.press("wsmells of wood<enter>f");
    assert_eq!(kept(&person)[0].note, "smells of wood");
    assert!(person.sees("It stays"), "{}", person.screen());
}

#[test]
fn a_plan_is_written_with_a_real_day_only() {
    let mut person = with(carpenter());
    person.press("tjjjj<enter>2027-02-30<enter>");
    assert!(person.sees("is no day"), "{}", person.screen());
    person.press("<backspace><backspace>15<enter>k<space>");
    let plan = kept(&person)[0].plan.clone().expect("a plan");
    assert_eq!(plan.by, "2027-02-15");
    assert!(!plan.step.is_empty(), "space takes what the career offers to try");
}

#[test]
fn a_plan_in_which_nothing_is_written_is_let_go_and_a_fourth_is_refused() {
    let mut person = with(carpenter());
    person.press("t<esc>");
    assert_eq!(kept(&person)[0].plan, None);
    let mut record = carpenter();
    let plan = |step: &str| Plan { step: step.into(), ..Plan::default() };
    let ids = ["29-1141.00", "29-1021.00", "29-1011.00"];
    record.kept = ids.map(|id| Kept { career: id.into(), plan: Some(plan("x")), ..Kept::default() }).to_vec();
    let mut person = with(record);
    person.press("t");
    assert!(person.sees("Three plans are enough"), "{}", person.screen());
}

#[test]
fn a_note_that_steers_a_terminal_is_shown_and_not_obeyed() {
    let mut record = carpenter();
    record.kept = vec![Kept { career: "47-2031.00".into(), note: "a\u{1b}[2Jb\u{202e}c".into(), plan: None }];
    let mut person = with(record);
    person.press("y");
    assert!(person.sees("a\u{241b}[2Jb\u{fffd}c"), "{}", person.screen());
    assert!(!person.screen().contains('\u{1b}'));
}

#[test]
fn two_careers_are_compared_and_one_is_not() {
    let mut person = with(carpenter());
    person.press("<space>c");
    assert!(person.sees("Mark two or three"), "{}", person.screen());
    person.press("j<space>c");
    assert!(person.sees("Side by side") && person.sees("Speaks against it"), "{}", person.screen());
}

#[test]
fn start_now_opens_first_when_pay_is_needed_soon_and_once_only() {
    let mut record = carpenter();
    record.situation.insert("pay".into(), "now".into());
    let mut person = with(record);
    assert!(person.sees("Start now") && person.sees("Needed on day one") && person.sees("Leads to"));
    person.press("<esc>");
    assert!(person.sees("What fits you"), "{}", person.screen());
    person.press("v<enter>5");
    assert!(person.sees("What fits you"), "{}", person.screen());
}

#[test]
fn start_now_comes_with_one_key_from_twelve_answers_on() {
    let mut person = Person::begin(80, 24);
    person.press("<enter>5n");
    assert!(person.sees("From 12 answers on"), "{}", person.screen());
    for _ in 0..40 {
        if person.answered() >= 12 {
            break;
        }
        let keys = if person.sees("1 ○") || person.sees("1 ●") {
            ["5", "1", "4"][person.answered() % 3]
        } else {
            "<enter>"
        };
        person.press(keys);
    }
    person.press("n");
    assert!(person.sees("Start now"), "{}", person.screen());
    person.press("<esc>");
    assert!(!person.sees("Start now: "), "{}", person.screen());
}

#[test]
fn answers_that_are_all_alike_get_a_kind_word_and_ways_on_and_no_list() {
    let mut record = carpenter();
    record.given.iter_mut().for_each(|given| given.response = Response::Value(3));
    let mut person = with(record);
    assert!(person.sees("which is common") && !person.sees("rank 1"), "{}", person.screen());
    person.press("1");
    assert!(person.sees("Either, or"), "{}", person.screen());
}

#[test]
fn few_answers_show_families_before_careers() {
    let person = with(like("29-1141.00", 15));
    let first = person.screen().lines().nth(3).expect("a body").to_string();
    assert!(first.contains("Health"), "{}", person.screen());
}

#[test]
fn what_was_opened_is_remembered_and_saved() {
    let mut person = with(carpenter());
    person.press("<enter>");
    assert_eq!(person.kept.as_ref().map(|record| record.opened.len()), Some(1));
    assert!(person.asked.contains(&Effect::Save));
}

#[test]
fn a_report_is_asked_for_in_the_format_chosen() {
    for (keys, format) in [("e1", "html"), ("ejj<enter>", "text"), ("<enter>e2", "markdown"), ("pe5", "csv")] {
        let mut person = with(carpenter());
        person.press(keys);
        assert_eq!(person.asked.last(), Some(&Effect::Export(format)), "{keys}");
        person.press("<esc>");
        assert!(!person.sees("A report to keep"), "{}", person.screen());
    }
    let mut person = with(carpenter());
    person.press("mG");
    assert!(person.sees("A report to keep"), "{}", person.screen());
}
