//! What a person sees after the questions.

use crate::person::{Person, matcher};
use careerfit::model::{AnswerEntry, Bookmark, Emphasis, Plan, Rating, Response, SessionRecord};
use careerfit::report::Format;
use careerfit::tui::clicks::{Mouse, ScrollDirection};
use careerfit::tui::{Effect, Environment, Input, SavedSession};
use insta::assert_snapshot;
use ratatui::layout::Position;
use std::collections::BTreeMap;

/// Sizes at which every screen is looked at.
const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (60, 16)];

/// What somebody just like a career answers; every so many questions only.
pub fn like(career: &str, every: usize) -> SessionRecord {
    let matcher = matcher();
    let place = matcher.dataset.catalogue.find(career).expect("a shipped career");
    let plain = matcher.standardize(place);
    let given = matcher.dataset.questionnaire.questions.iter().step_by(every).map(|question| {
        let off: f64 = question.loads.iter().map(|load| load.weight * plain[load.scale]).sum();
        let value = Rating::nearest(question.usual + off / matcher.measurement.step()).get();
        AnswerEntry {
            question: question.id.clone(),
            text: question.hash,
            response: Response::from_choice(value).expect("a choice"),
            at: 0,
            again: false,
        }
    });
    SessionRecord { given: given.collect(), at: Some("results".into()), ..SessionRecord::default() }
}

/// A carpenter by answers, at the results.
pub fn carpenter() -> SessionRecord {
    like("47-2031.00", 1)
}

pub fn saved_session(record: SessionRecord) -> Vec<SavedSession> {
    vec![SavedSession { name: "answers".into(), when: "yesterday".into(), record, ..SavedSession::default() }]
}

/// Somebody who goes on with a record.
pub fn with(record: SessionRecord) -> Person {
    with_around(record, Environment::default())
}

fn with_around(record: SessionRecord, environment: Environment) -> Person {
    let mut person = Person::with(80, 24, environment, saved_session(record));
    person.press("<enter>");
    person
}

fn kept(person: &Person) -> Vec<Bookmark> {
    person.kept.as_ref().map(|record| record.kept.clone()).unwrap_or_default()
}

/// Somebody who goes on with a record and opens the whole list.
fn at_list(record: SessionRecord) -> Person {
    let mut person = with(record);
    person.click("All careers");
    person
}

/// Screens of the results by name, what is chosen on the first of them, and the keys that lead on from there.
const SCREENS: [(&str, &str, &str); 22] = [
    ("overview", "", ""),
    ("list", "All careers", ""),
    ("list-by-direction", "", "<enter>"),
    ("list-by-family", "All careers", "3"),
    ("list-by-training", "All careers", "4"),
    ("career", "All careers", "<enter>"),
    ("career-down", "All careers", "<enter><pagedown><pagedown>"),
    ("career-lower", "All careers", "<pagedown><enter><pagedown>"),
    ("start-now", "Start now", ""),
    ("limits", "Must-haves", "1121<esc>"),
    ("limit", "Must-haves", "2"),
    ("limits-tight", "Must-haves", "15125<enter><esc>"),
    ("what-counts", "Must-haves", "9"),
    ("compare", "All careers", "<space>jjj<space>c"),
    ("kept", "All careers", "fjjfwWarm hands<enter><esc>F"),
    ("plan", "All careers", "P"),
    ("plan-write", "All careers", "Pjjj<enter>"),
    ("profile", "My profile", ""),
    ("profile-interests", "My profile", "2"),
    ("profile-areas", "My profile", "3"),
    ("profile-wishes", "My profile", "4"),
    ("report", "Report", ""),
];

#[test]
fn every_screen_of_the_results_at_every_size() {
    for (name, chosen, keys) in SCREENS {
        let mut record = carpenter();
        record.sliders.insert("bills-plan".into(), 4);
        record.goals = vec!["make-things".into(), "own-boss".into()];
        let mut person = with(record);
        if !chosen.is_empty() {
            person.click(chosen);
        }
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
    record.given.iter_mut().for_each(|given| given.response = Response::Value(Rating::MIDDLE));
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
pub fn nurse_who_wants_out() -> SessionRecord {
    let mut record = like("29-1141.00", 1);
    record.situation.insert("now".into(), "want-out".into());
    record.present_job = Some("29-1141.00".into());
    record
}

#[test]
fn leaving_a_field_asks_first_and_shows_two_columns() {
    let mut person = with(nurse_who_wants_out());
    person.click("Leaving my field");
    assert!(person.sees("What do you want to get away from?"), "{}", person.screen());
    person.press("16<enter>");
    assert_eq!(person.kept.as_ref().map(|record| record.leave.clone()), Some(vec!["tasks".into(), "field".into()]));
    for (columns, rows) in SIZES {
        person.resize(columns, rows);
        let screen = person.screen();
        let mut named = screen.lines().filter(|row| row.contains("you bring") || row.contains("you learn"));
        assert!(columns < 80 || named.all(|row| !row.contains('…')), "a name is cut\n{screen}");
        assert!(!screen.contains("english"), "{screen}");
        assert_snapshot!(format!("after-leaving-{columns}x{rows}"), screen);
    }
}

#[test]
fn mono_and_ascii() {
    let mono = Environment { no_color: true, ..Environment::default() };
    let person = with_around(carpenter(), mono);
    assert!(!person.is_coloured());
    let reversed = person.rows_in(ratatui::style::Modifier::REVERSED).join("\n");
    assert_snapshot!("after-overview-80x24-mono", format!("{}\nreversed\n{reversed}", person.screen()));
    let ascii = Environment { ascii: true, ..Environment::default() };
    for (name, keys) in [("overview", ""), ("profile-interests", "p2"), ("profile-areas", "p3")] {
        let mut person = with_around(carpenter(), ascii.clone());
        person.press(keys);
        assert!(person.screen().is_ascii());
        assert_snapshot!(format!("after-{name}-80x24-ascii"), person.screen());
    }
}

#[test]
fn the_first_screen_says_where_how_sure_why_and_what_to_do_and_fits() {
    for sessions in [carpenter(), like("29-1141.00", 2), like("27-1024.00", 3)] {
        let person = with(sessions);
        let screen = person.screen();
        assert!(screen.contains("Your answers point") || screen.contains("spread over"), "{screen}");
        assert!(screen.contains("come out again") || screen.contains("starting point"), "{screen}");
        assert!(screen.contains("You answered \"") || screen.contains("Careers to try first"), "{screen}");
        assert!(screen.contains("One step for this week: "), "{screen}");
        assert!(screen.contains("All careers") && screen.contains("Report"), "everything fits on it: {screen}");
        let hints = screen.lines().last().expect("a footer").split("   ").filter(|hint| !hint.trim().is_empty());
        assert!(hints.count() <= 6, "{screen}");
    }
}

#[test]
fn at_most_eight_screens_open_from_the_results() {
    let mut titles = std::collections::BTreeSet::new();
    let title = |person: &Person| person.screen().lines().next().unwrap_or_default().trim_end().to_string();
    let keys = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "<enter>", "L", "p", "F", "n", "e"];
    for key in keys.into_iter().chain(["m", "o", "i", "t", "y", "c", "W", "w", "f", "P"]) {
        let mut person = with(nurse_who_wants_out());
        let before = title(&person);
        person.press(key);
        let opened: String = title(&person).split("  ").take(3).collect();
        if title(&person) != before {
            titles.insert(opened);
        }
    }
    assert!(titles.len() <= 8 && titles.len() >= 6, "{titles:#?}");
}

#[test]
fn titles_are_not_cut_at_80_columns() {
    let mut person = at_list(carpenter());
    let titles: Vec<String> = matcher().dataset.catalogue.careers().iter().map(|career| career.title.clone()).collect();
    let mut seen = 0;
    for _ in 0..40 {
        let screen = person.screen();
        for row in screen.lines().skip(4).take_while(|row| !row.starts_with("  ─")) {
            let row = row.trim_start_matches([' ', '▸']).trim_start();
            let Some((rank, rest)) = row.split_once(' ').filter(|(rank, _)| rank.parse::<u16>().is_ok()) else {
                continue;
            };
            let title = rest.split("  ").next().unwrap_or_default().trim_end_matches(['↑', '↓']).trim();
            assert!(titles.iter().any(|known| known == title), "{rank} {title}\n{screen}");
            seen += 1;
        }
        person.press("<pagedown>");
    }
    assert!(seen > 300, "{seen}");
}

#[test]
fn the_detail_follows_the_list_at_once() {
    let mut person = at_list(carpenter());
    assert!(person.sees("· rank 1 of"), "{}", person.screen());
    person.press("j");
    assert!(!person.sees("· rank 1 of") && person.sees("· rank 2"), "{}", person.screen());
}

#[test]
fn the_mouse_chooses_and_presses_what_the_screen_names() {
    let mut person = at_list(carpenter());
    person.click("Plumber").wheel(5, ScrollDirection::Down).wheel(5, ScrollDirection::Up);
    assert!(person.sees("▸   3 Plumber"), "{}", person.screen());
    person.click("▸   3 Plumber");
    assert!(person.sees("A career in full"), "{}", person.screen());
    person.wheel(9, ScrollDirection::Down).click("b back").click("b back").click("Must-haves");
    assert!(person.sees("careerfit  What work must give me"), "{}", person.screen());
}

#[test]
fn a_click_answers_the_question_that_is_painted_and_no_other() {
    let mut person = Person::begin(80, 24);
    person.press("<enter>").click("2 ○ Not really");
    assert_eq!(person.kept.as_ref().map(|record| record.given.len()), Some(1));
    assert!(person.sees("2 of 10"), "{}", person.screen());
    let at = Mouse::Click(Position { x: 10, y: 8 });
    person.stir(Input::Mouse(at));
    person.stir(Input::Mouse(at));
    assert_eq!(person.kept.as_ref().map(|record| record.given.len()), Some(2), "the second click had nothing to see");
}

#[test]
fn the_rank_interval_arrives_beside_the_screen() {
    let person = at_list(carpenter());
    assert!(person.sees("with other"), "{}", person.screen());
}

#[test]
fn what_counts_most_is_chosen_among_all_ways_and_says_what_stays() {
    let mut person = with(carpenter());
    person.press("L92");
    assert!(person.sees("of the first ten stay") && person.sees("what I enjoy first"), "{}", person.screen());
    assert_eq!(person.kept.as_ref().and_then(|record| record.emphasis.clone()), Some("enjoy".into()));
    person.press("91");
    assert_eq!(person.kept.as_ref().and_then(|record| record.emphasis.clone()), None);
}

#[test]
fn a_limit_says_what_each_choice_hides_and_the_first_hides_little() {
    let mut person = with(carpenter());
    person.press("L1");
    let hides: Vec<usize> = person
        .screen()
        .lines()
        .filter_map(|row| {
            let (_, after) = row.split_once("(hides ")?;
            Some(after.trim_end_matches(')').parse().unwrap_or(0))
        })
        .collect();
    assert!(hides.is_sorted() && hides.len() == 5 && hides[1] < 200, "{hides:?}\n{}", person.screen());
    person.press("21<esc>");
    assert!(person.sees(&format!("{} hidden", hides[1])), "{}", person.screen());
    let set = person.kept.as_ref().and_then(|record| record.limits.get("training").cloned()).expect("a limit");
    assert!(set.acceptable.is_some() && set.ideal.is_none());
    person.press("L113<esc>");
    assert!(!person.sees(" hidden"), "what would be ideal hides nothing: {}", person.screen());
    person.click("All careers");
    assert!(person.sees("not ideal: "), "it marks: {}", person.screen());
}

#[test]
fn a_career_hidden_by_a_limit_says_so_when_it_is_looked_up() {
    let mut person = with(carpenter());
    person.press("L151<esc>/surgeon<enter>");
    assert!(person.sees("Hidden by your limits: Time to train"), "{}", person.screen());
    assert!(person.sees("rank "), "{}", person.screen());
}

#[test]
fn keeping_a_career_with_a_note_loses_no_note() {
    let mut person = at_list(carpenter());
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
    let mut person = at_list(carpenter());
    person.press("Pjjjj<enter>2027-02-30<enter>");
    assert!(person.sees("isn't a date"), "{}", person.screen());
    person.press("<backspace><backspace>15<enter>k<space>");
    let plan = kept(&person)[0].plan.clone().expect("a plan");
    assert_eq!(plan.by, Some("2027-02-15".into()));
    assert!(!plan.step.is_empty(), "space takes what the career offers to try");
}

#[test]
fn enter_takes_what_is_offered_for_a_plan_where_nothing_is_written_and_an_entry_can_be_emptied() {
    let mut person = at_list(carpenter());
    let step = |person: &Person| kept(person)[0].plan.clone().unwrap_or_default().step;
    person.press("P4");
    assert!(person.sees("enter take what is offered"), "{}", person.screen());
    person.press("x<backspace><enter>");
    assert!(step(&person).split_whitespace().count() > 5, "what was read there is the step now");

    person.press("4");
    assert!(person.sees("enter keep it"), "{}", person.screen());
    person.press("<ctrl-u>").press("<enter>");
    assert_eq!(step(&person), "", "what was written is gone, and nothing takes its place");
}

#[test]
fn a_plan_in_which_nothing_is_written_is_let_go_and_a_fourth_is_refused() {
    let mut person = at_list(carpenter());
    person.press("P<esc>");
    assert_eq!(kept(&person)[0].plan, None);
    let mut record = carpenter();
    let plan = |step: &str| Plan { step: step.into(), ..Plan::default() };
    let ids = ["29-1141.00", "29-1021.00", "29-1011.00"];
    record.kept = ids.map(|id| Bookmark { career: id.into(), plan: Some(plan("x")), ..Bookmark::default() }).to_vec();
    let mut person = at_list(record);
    person.press("P");
    assert!(person.sees("Three plans are enough"), "{}", person.screen());
}

#[test]
fn a_note_that_steers_a_terminal_is_shown_and_not_obeyed() {
    let mut record = carpenter();
    record.kept = vec![Bookmark {
        career: "47-2031.00".into(),
        note: "a\u{1b}[2Jb\u{202e}c\u{9b}d\u{200b}e\u{e0001}f".into(),
        plan: None,
    }];
    let mut person = with(record);
    person.press("F");
    assert!(person.sees("a^[[2Jb<U+202E>c<U+009B>d<U+200B>e<U+E0001>f"), "{}", person.screen());
    assert!(!person.screen().contains('\u{1b}'));
}

#[test]
fn two_careers_are_compared_and_one_is_not() {
    let mut person = at_list(carpenter());
    person.press("<space>c");
    assert!(person.sees("Mark two or three"), "{}", person.screen());
    person.press("j<space>c");
    assert!(person.sees("Side by side") && person.sees("Speaks against it"), "{}", person.screen());
    person.press("G");
    assert!(person.sees("from $0 to $"), "pay stands above each other on one axis: {}", person.screen());
}

#[test]
fn start_now_opens_first_when_pay_is_needed_soon_and_once_only() {
    let mut record = carpenter();
    record.situation.insert("pay".into(), "now".into());
    let mut person = with(record);
    assert!(person.sees("Start now") && person.sees("On day one you need") && person.sees("It leads to"));
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
    record.given.iter_mut().for_each(|given| given.response = Response::Value(Rating::MIDDLE));
    let mut person = with(record);
    assert!(person.sees("which is common") && !person.sees("rank 1"), "{}", person.screen());
    person.press("1");
    assert!(person.sees("Either, or"), "{}", person.screen());
}

#[test]
fn few_answers_show_families_before_careers() {
    let record = like("29-1141.00", 11);
    let catalogue = &matcher().dataset.catalogue;
    let fits = matcher().evaluate(&record.collect_answers(&matcher().dataset.questionnaire), Emphasis::Balanced).fits;
    let family = &catalogue.family(fits[0].career).name;

    let person = at_list(record);
    let mut body = person.screen().lines().skip(4).map(str::to_string).collect::<Vec<_>>().into_iter();
    assert_eq!(body.next().as_deref().map(str::trim), Some(family.as_str()), "{}", person.screen());
    assert!(body.next().is_some_and(|row| row.contains("▸   1 ")), "{}", person.screen());
}

#[test]
fn what_was_opened_is_remembered_and_saved() {
    let mut person = at_list(carpenter());
    person.press("<enter>");
    assert_eq!(person.kept.as_ref().map(|record| record.opened.len()), Some(1));
    assert!(person.asked.contains(&Effect::Save));
}

#[test]
fn a_report_is_written_where_the_person_says_and_once_only() {
    for (keys, format) in [("e1", "html"), ("ejj<enter>", "text"), ("e2", "markdown"), ("pe6", "csv")] {
        let mut person = with(carpenter());
        person.press(keys);
        let format = Format::find(format).expect("a format");
        let proposed = format!("/home/zoe/careerfit-test.{}", format.ending());
        assert!(person.sees(&proposed), "{}", person.screen());
        assert!(
            !person.asked.iter().any(|effect| matches!(effect, Effect::Export(..))),
            "nothing before the path is seen"
        );
        person.press("<enter>");
        assert_eq!(person.asked.last(), Some(&Effect::Export(format, proposed.clone())), "{keys}");
        assert!(person.sees("Written") && person.sees(&proposed), "{}", person.screen());
        person.press("<enter>");
        let written = person.asked.iter().filter(|effect| matches!(effect, Effect::Export(..))).count();
        assert_eq!(written, 1, "a second enter writes no second copy");
        assert!(!person.sees("A report to keep"), "{}", person.screen());
    }
    let mut person = with(carpenter());
    person.press("e1<ctrl-u>/reports/mine.html<enter>");
    let html = Format::find("html").expect("a format");
    assert_eq!(person.asked.last(), Some(&Effect::Export(html, "/reports/mine.html".into())));
}

#[test]
fn a_career_further_down_says_which_answers_would_bring_it_up_and_offers_them() {
    let mut person = at_list(like("47-2031.00", 2));
    person.press("<pagedown><enter>").resize(80, 200);
    assert!(person.sees("What would bring it into your first ten"), "{}", person.screen());
    assert!(!person.sees("leaves it at"), "{}", person.screen());
    if person.sees("other answer") {
        person.press("i");
        assert!(person.sees("Answers worth another look"), "{}", person.screen());
    }
    let mut person = at_list(like("47-2031.00", 2));
    person.press("<enter>").resize(80, 200);
    assert!(person.sees("What would take it out of your first ten"), "{}", person.screen());
}

#[test]
fn a_step_is_looked_back_at_in_the_open_session() {
    let mut person = at_list(carpenter());
    person.press("PG<enter>");
    assert!(person.sees("has no first step yet. Write one first."), "{}", person.screen());
    person.press("kkkkkk<home>jjj<enter>Ring the workshop<enter>G<enter>");
    assert!(person.sees("Ring the workshop\". Done?"), "{}", person.screen());
    person.press("12");
    assert!(person.sees("Would you do it again?"), "{}", person.screen());
    person.press("1");
    let plan = kept(&person)[0].plan.clone().expect("a plan");
    assert!(plan.done && plan.look_back.gave_energy == Some(false) && plan.look_back.again == Some(true));
    assert!(person.sees("done: cost me energy; I would do it again"), "{}", person.screen());

    // whoever looks back once more and leaves half way loses nothing that was said before
    person.press("<enter>1<esc>");
    let again = kept(&person)[0].plan.clone().expect("a plan");
    assert_eq!((again.done, again.look_back), (true, plan.look_back), "{}", person.screen());
    person.press("G<enter>2");
    let undone = kept(&person)[0].plan.clone().expect("a plan");
    assert_eq!((undone.done, undone.look_back), (false, plan.look_back), "{}", person.screen());
}

#[test]
fn page_keys_read_on_beside_a_list_and_move_in_it_where_no_page_stands() {
    let mut person = at_list(carpenter());
    person.press("f").press("jf".repeat(14).as_str()).press("<esc>F");
    let marked = |person: &Person| person.screen().lines().position(|line| line.trim_start().starts_with('▸'));
    person.resize(80, 24);
    let (before, screen) = (marked(&person), person.screen().clone());
    person.press("<pagedown>");
    assert!(marked(&person) > before, "{}", person.screen());
    assert_ne!(person.screen(), screen);
    person.press("<home>").resize(120, 30);
    let (row, page) = (marked(&person), person.screen().clone());
    person.press("<pagedown>");
    assert_eq!(marked(&person), row, "{}", person.screen());
    assert_ne!(person.screen(), page, "the page beside it is read on");
}

#[test]
fn an_entry_of_the_plan_opens_by_its_digit() {
    let mut person = at_list(carpenter());
    person.press("P").press("4Ask at the till<enter>").press("52027-02-15<enter>");
    let plan = kept(&person)[0].plan.clone().expect("a plan");
    assert_eq!((plan.step.as_str(), plan.by), ("Ask at the till", Some("2027-02-15".into())));
    person.press("0");
    assert!(person.sees("Choose 1-9."), "{}", person.screen());
    person.press("9");
    assert!(person.sees("You meant to \"Ask at the till\". Done?"), "{}", person.screen());
}

#[test]
fn what_may_get_in_the_way_and_whom_i_told_stand_in_the_plan() {
    let mut person = at_list(carpenter());
    person.press("Pjjjjj<enter>Rain<enter>j<enter>Go by bus<enter>j<enter>Mira<enter>");
    let plan = kept(&person)[0].plan.clone().expect("a plan");
    assert_eq!((plan.obstacle.as_str(), plan.instead.as_str(), plan.told.as_str()), ("Rain", "Go by bus", "Mira"));
}

#[test]
fn the_families_are_those_that_have_careers() {
    let mut record = carpenter();
    record.given.iter_mut().for_each(|given| given.response = Response::Value(Rating::MIDDLE));
    let mut person = with(record);
    person.press("3").resize(100, 60);
    assert!(!person.sees(" 0 careers") && person.sees("careers"), "{}", person.screen());
}

#[test]
fn where_nothing_points_anywhere_no_question_is_promised_that_is_not_asked() {
    let mut record = carpenter();
    record.given.iter_mut().for_each(|given| given.response = Response::Value(Rating::MIDDLE));
    let mut person = with(record);
    person.click("Go on with the questions");
    for _ in 0..60 {
        if person.sees("What should work do for you now?") {
            break;
        }
        person.press("s");
    }
    person.press("<enter>");
    assert!(person.sees("which is common") && !person.sees(" left)"), "{}", person.screen());
    person.click("Answer more questions");
    assert!(person.sees("How much time do you have?"), "{}", person.screen());
}

#[test]
fn the_examples_of_a_direction_are_whole_names() {
    for record in [carpenter(), like("29-1141.00", 1), like("27-1024.00", 1), like("15-1252.00", 2)] {
        let person = with(record);
        let directions = person.screen();
        let directions =
            directions.lines().filter(|row| ["likely", "perhaps"].iter().any(|sure| row.trim_end().ends_with(sure)));
        for row in directions {
            assert!(!row.contains('…'), "{row}");
        }
    }
}

#[test]
fn the_names_of_limits_are_not_cut_at_80_columns() {
    let mut person = with(carpenter());
    person.press("L");
    for keys in ["", "22", "2", "33", "3"] {
        person.press(keys);
        if person.sees("ideal") && person.sees("What counts most") {
            for limit in &matcher().dataset.questionnaire.limits {
                assert!(person.sees(&limit.text), "{}\n{}", limit.text, person.screen());
            }
        }
    }
    assert!(person.sees("What counts most"), "{}", person.screen());
}

#[test]
fn what_is_said_of_a_key_in_the_results_follows_a_change_of_it() {
    let keys = vec![("toggle".into(), vec!["x".into()])];
    let mut person = with_around(carpenter(), Environment { keys, ..Environment::default() });
    person.click("All careers");
    person.press("c");
    assert!(person.sees("Mark two or three careers with x first."), "{}", person.screen());
}

#[test]
fn the_job_to_start_with_stands_in_start_now_and_keeps_the_limits() {
    let mut named = 0;
    for (career, pay) in [("47-2031.00", ""), ("29-1141.00", ""), ("27-1024.00", ""), ("47-2031.00", "from-55000")] {
        let mut record = like(career, 2);
        if !pay.is_empty() {
            record.limits.entry("pay".into()).or_default().acceptable = Some(pay.into());
        }
        let mut person = with_around(record, Environment::default());
        person.resize(120, 60);
        let screen = person.screen();
        let job = screen.lines().find_map(|row| row.split_once("A job to start with: ")?.1.split(". ").next());
        person.press("n");
        match job.map(|job| job.trim().trim_end_matches('.').trim()) {
            Some(job) => assert!(person.sees(job), "{job}\n{}", person.screen()),
            None => assert!(person.sees("Nothing that can be begun"), "{screen}\n{}", person.screen()),
        }
        named += usize::from(job.is_some());
    }
    assert!(named > 0);
}

#[test]
fn a_quoted_answer_is_whole_or_says_that_it_is_cut() {
    for every in 1..5 {
        for career in ["47-2031.00", "29-1141.00", "27-1024.00", "15-1252.00"] {
            let screen = with(like(career, every)).screen();
            let rows: Vec<&str> = screen.lines().map(str::trim_end).collect();
            for (at, _) in rows.iter().enumerate().filter(|(_, row)| row.trim_start().starts_with("You answered")) {
                let ends = |row: &str| row.ends_with('.') || row.ends_with('…');
                assert!(ends(rows[at]) || ends(rows[at + 1]), "{screen}");
            }
        }
    }
}

#[test]
fn careers_that_just_miss_a_limit_are_named_once_for_it() {
    let mut record = carpenter();
    record.limits.entry("pay".into()).or_default().acceptable = Some("from-55000".into());
    let mut person = with(record);
    person.press("L");
    assert_eq!(person.screen().matches(" just miss").count(), 1, "{}", person.screen());
}

#[test]
fn with_two_careers_marked_the_footer_names_the_key_that_compares() {
    let mut person = at_list(carpenter());
    person.press("<space>j<space>");
    let screen = person.screen();
    assert!(screen.lines().last().is_some_and(|footer| footer.contains("c compare")), "{screen}");
}

#[test]
fn an_empty_list_offers_no_key_that_does_nothing_and_says_what_does() {
    let keys = vec![("keep".into(), vec!["x".into()])];
    let mut person = with_around(carpenter(), Environment { keys, ..Environment::default() });
    person.press("F");
    let screen = person.screen();
    assert!(screen.contains("No career is kept yet: x keeps one"), "{screen}");
    let footer = screen.lines().last().unwrap_or_default();
    assert!(!footer.contains("read") && !footer.contains("keep") && !footer.contains("compare"), "{screen}");
}

#[test]
fn what_the_sign_in_start_now_means_is_in_sight_wherever_the_sign_is() {
    let mut person = with(carpenter());
    person.press("n");
    let mut signs = 0;
    for (columns, rows) in SIZES {
        person.resize(columns, rows).press("<home>");
        for _ in 0..8 {
            let screen = person.screen();
            signs += usize::from(screen.contains(" %!"));
            assert!(!screen.contains(" %!") || screen.contains("! shrinking, or few openings"), "{screen}");
            person.press("j");
        }
    }
    assert!(signs > SIZES.len(), "hardly any row has the sign, so this shows nothing");
    person.press("<esc>F");
    assert!(!person.sees("! shrinking"), "no other list has the sign\n{}", person.screen());
}

#[test]
fn what_one_answer_alone_says_of_a_strength_is_called_perhaps() {
    let matcher = matcher();
    let questionnaire = &matcher.dataset.questionnaire;
    let record = like("47-2031.00", 2);
    let mut about = BTreeMap::new();
    for given in &record.given {
        let question = questionnaire.question(questionnaire.find(&given.question).expect("a question"));
        question.loads.iter().for_each(|load| *about.entry(load.scale).or_insert(0) += 1);
    }

    let mut person = Person::with(80, 400, Environment::default(), saved_session(record));
    let screen = person.press("<enter>p").screen();
    let mut told = [0; 2];
    for (scale, answers) in about {
        let short = &matcher.dataset.scales.get(scale).short;
        let row = screen.lines().find(|row| row.trim_start().starts_with(short.as_str()));
        let Some(row) = row.filter(|row| row.contains("above") || row.contains("below")) else { continue };
        assert_eq!(row.contains("perhaps"), answers < 2, "{answers} answers: {row}");
        told[usize::from(answers < 2)] += 1;
    }
    assert!(told.iter().all(|rows| *rows > 3), "{told:?}: this shows nothing\n{screen}");
    assert!(screen.contains("no more than one answer says so"), "{screen}");
}

#[test]
fn what_was_answered_stands_before_what_is_guessed_in_the_profile() {
    // every third question, so that of most groups some scales are guessed
    let mut record = like("47-2031.00", 3);
    record.given = record.given.into_iter().step_by(3).collect();
    let mut person = Person::with(80, 400, Environment::default(), saved_session(record));
    let screen = person.press("<enter>p").screen();

    let (mut is_guessed, mut changes) = (false, 0);
    for row in screen.lines() {
        match row.trim_end() {
            row if row.ends_with("guessed") => {
                changes += usize::from(!is_guessed);
                is_guessed = true;
            }
            row if row.ends_with("above") || row.ends_with("below") || row.ends_with("usual") => {
                assert!(!is_guessed, "{row}\n{screen}");
            }
            // a group ends
            _ => is_guessed = false,
        }
    }
    assert!(changes > 1, "nothing is guessed, so this shows nothing\n{screen}");
}

#[test]
fn without_a_direction_no_order_by_direction_is_offered() {
    let record = like("29-1141.00", 9);
    let answers = record.collect_answers(&matcher().dataset.questionnaire);
    let outcome = matcher().evaluate(&answers, Emphasis::Balanced);
    assert!(!outcome.fits.is_empty() && outcome.directions.is_empty());

    let mut person = at_list(record);
    assert!(!person.sees("by direction") && person.sees("2 by family   3 by training"), "{}", person.screen());
    person.press("4");
    assert!(!person.sees("All others"), "{}", person.screen());
    person.press("3");
    assert!(
        person.sees("a master's degree") && person.sees("1-3 groups"),
        "the digits are those that are shown\n{}",
        person.screen()
    );
}

#[test]
fn nobody_who_wants_out_is_told_to_bring_nothing() {
    let record = SessionRecord { given: like("27-2023.00", 1).given, ..nurse_who_wants_out() };
    let mut person = with(record);
    person.click("Leaving my field").press("6<enter>");

    let mut seen = String::new();
    for _ in 0..8 {
        seen += &person.screen();
        person.press("j");
    }
    assert!(seen.contains("Sports Referee") && seen.contains("no single skill stands out"), "{seen}");
    assert!(!seen.contains("what you bring is not clear") && !seen.contains("nothing"), "{seen}");
}
