//! From welcome to results, and back.

use crate::person::{Person, keys_of};
use careerfit::model::{Bookmark, LookBack, Plan, Response, SessionRecord};
use careerfit::tui::{App, Effect, Environment, Input, Read, SavedSession, SavedSessions};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::sync::mpsc;
use std::time::Duration;

/// Answers everything that is asked, never twice the same in a row, up to the results.
fn to_results(person: &mut Person) {
    for round in 0..400 {
        if person.sees("What fits you") {
            return;
        }
        let asks = person.sees("1 ○") || person.sees("1 ●");
        person.press(match (asks && !person.sees("Should your work pay the bills"), round % 3) {
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
    let beside =
        person.app.session().map_or(0, |open| open.interview().cards_seen() + open.interview().conditions_seen());
    assert_eq!(person.answered() + beside, 30, "quick asks thirty questions");
    assert!(person.sees("One step for this week") && person.sees("from 22 answers"), "{}", person.screen());
    let before = person.screen();
    person.press("j");
    assert_ne!(before, person.screen(), "the marker moves");
}

/// On the way to the results until this is on screen.
fn to_the_step(person: &mut Person, title: &str) {
    for round in 0..400 {
        if person.sees(title) {
            return;
        }
        person.press(if person.sees("1 ○") { ["5", "2", "4"][round % 3] } else { "<enter>" });
    }
    panic!("'{title}' never came:\n{}", person.screen());
}

#[test]
fn on_cards_and_conditions_a_digit_answers_and_esc_goes_a_step_back_as_on_every_question() {
    for title in ["Career cards", "How you like to work"] {
        for (columns, rows) in [(80, 24), (120, 40)] {
            let mut person = Person::begin(columns, rows);
            to_the_step(&mut person, title);
            let first = person.screen();
            insta::assert_snapshot!(format!("{}-{columns}x{rows}", title.to_lowercase().replace(' ', "-")), first);

            person.press("2");
            assert_ne!(person.screen(), first, "a digit answers and goes on");
            person.press("<esc>");
            assert!(person.sees(title) && person.sees("2 ●"), "{title}: a step back, not out\n{}", person.screen());
        }
    }
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
    assert_eq!(last.value(), Some(2));
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
    assert!(person.sees("There is no answer to take back."));
}

#[test]
fn one_can_stop_early_and_go_on_later() {
    let mut person = Person::begin(80, 24);
    person.press("<enter>");
    for keys in ["5", "2", "4", "1", "5", "3", "2", "4", "1", "5", "<enter>", "3", "4"] {
        person.press(keys);
    }
    assert!(person.sees("Your answers already give a first result: r shows it."), "{}", person.screen());
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
        assert!(!person.sees("already give a first result"), "there will be none\n{}", person.screen());
        person.press(if person.sees("1 ○") { "3" } else { "<enter>" });
    }
    assert!(person.sees("Either, or") && person.sees("which is common"), "{}", person.screen());
    person.press("r");
    assert!(person.sees("Your answers do not point anywhere yet"), "{}", person.screen());
    person.press("1").press("1").press("r");
    assert!(person.sees("A first hint from your either-or answers: "), "{}", person.screen());
}

#[test]
fn who_skips_all_but_six_questions_can_answer_the_skipped_ones_and_gets_a_list() {
    let mut person = Person::begin(80, 24);
    person.press("<enter>514251");
    for _ in 0..60 {
        if person.sees("No direction yet") {
            break;
        }
        assert!(!person.sees("Either, or"), "too few answers, of which no choice makes enough\n{}", person.screen());
        person.press(if person.sees("enter go on") { "<enter>" } else { "s" });
    }
    assert!(person.sees("You have answered six questions so far."), "{}", person.screen());
    assert!(person.sees("▸ 1 ○ Answer") && person.sees("questions that you skipped"), "{}", person.screen());

    person.press("1");
    for answer in ["5", "1", "4", "2", "5", "1"] {
        assert!(person.sees("1 ○") && !person.sees("●"), "a skipped question comes\n{}", person.screen());
        person.press(answer);
    }
    person.press("r");
    assert!(person.sees("What fits you") && person.sees("from 12 answers"), "{}", person.screen());
}

#[test]
fn who_skips_again_what_was_skipped_comes_back_to_the_ways_on() {
    let mut person = Person::begin(80, 24);
    person.press("<enter>514251");
    let skip_all = |person: &mut Person| {
        for _ in 0..60 {
            if person.sees("No direction yet") {
                return;
            }
            person.press(if person.sees("enter go on") { "<enter>" } else { "s" });
        }
        panic!("no end:\n{}", person.screen());
    };
    skip_all(&mut person);
    person.press("1");
    assert!(!person.sees("No direction yet"), "{}", person.screen());
    skip_all(&mut person);
}

#[test]
fn goals_are_three_at_most() {
    let mut person = Person::at(80, 24);
    person.press("<enter>1ss<enter>").press("13");
    assert!(person.sees("2 of 3 chosen"), "{}", person.screen());
    person.press("5");
    assert_eq!(person.kept.as_ref().expect("saved").goals.len(), 3);
    assert!(person.sees("Part 1 of 4"), "the third one goes on\n{}", person.screen());
    person.press("b0");
    assert!(person.sees("Three at most"), "{}", person.screen());
    person.press("1");
    assert_eq!(person.kept.as_ref().expect("saved").goals.len(), 2);
}

#[test]
fn who_wants_out_is_asked_what_to_leave() {
    let mut person = Person::at(80, 24);
    person.press("<enter>14");
    assert!(person.sees("What do you want to get away from?"), "{}", person.screen());
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
    assert!(person.sees("1 ○ Quick: no questions left") && person.sees("▸ 2 ○ Standard: "), "{}", person.screen());
    person.press("1");
    assert!(person.sees("That length has no questions left."), "{}", person.screen());
    person.press("2");
    assert!(person.sees("Part 1 of 4") && person.sees("30 left"), "{}", person.screen());
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
    person.press("<backspace>");
    assert!(!person.sees("So far"), "{}", person.screen());
    person.press("<enter>");
    assert_eq!(person.kept.as_ref().expect("saved").present_job, None, "backspace lets go of it");
}

#[test]
fn one_letter_and_enter_choose_no_job() {
    let mut person = Person::at(80, 24);
    person.press("<enter>1ss").press("s<enter>");
    assert!(person.sees("No career is chosen."), "{}", person.screen());
    person.press("<down>");
    assert!(person.sees("▸"), "{}", person.screen());
    person.press("<enter>");
    assert!(person.kept.as_ref().expect("saved").present_job.is_some(), "one that was moved to is taken");
}

#[test]
fn what_no_career_is_called_is_said_and_enter_takes_none_of_the_nearest() {
    let mut person = Person::at(80, 24);
    person.press("<enter>1ss").press("soldier");
    assert!(person.sees("The armed forces are not in this catalogue"), "{}", person.screen());
    assert!(!person.sees("▸ Police Officer"), "{}", person.screen());
    person.press("<enter>");
    assert!(person.sees("Move to one with up or down"), "{}", person.screen());
    person.press("<down>");
    assert!(person.sees("▸ "), "{}", person.screen());
}

#[test]
fn sliders_end_in_a_sentence() {
    let mut person = Person::begin(80, 24);
    for _ in 0..100 {
        if person.sees("Should your work pay the bills") {
            break;
        }
        person.press(if person.sees("1 ○") { ["5", "1", "4"][person.answered() % 3] } else { "<enter>" });
    }
    person.press("11111");
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
    let saved_session =
        SavedSession { name: "answers".into(), when: "yesterday".into(), record, ..SavedSession::default() };
    let mut person = Person::with(80, 24, Environment::default(), vec![saved_session]);
    assert!(person.sees("Go on with 'answers' (3 answers, yesterday)"), "{}", person.screen());
    person.press("<enter>");
    assert_eq!(person.screen().lines().nth(5).map(str::to_string), question);
    assert_eq!(person.answered(), 3);
}

#[test]
fn a_planned_step_is_asked_about_at_the_next_start() {
    let plan = Plan { step: "Ring the workshop".into(), by: Some("2026-11-20".into()), ..Plan::default() };
    let kept = vec![Bookmark { career: "47-2031.00".into(), plan: Some(plan), ..Bookmark::default() }];
    let saved_session = SavedSession {
        name: "a".into(),
        record: SessionRecord { kept, ..SessionRecord::default() },
        ..SavedSession::default()
    };
    let environment = Environment { now: || 20_779 * 86_400, ..Environment::default() };
    let mut person = Person::with(80, 24, environment, vec![saved_session]);
    assert!(person.sees("You meant to \"Ring the workshop\" by Friday. Done?"), "{}", person.screen());
    person.press("<enter>1");
    assert!(person.sees("How was it?"), "{}", person.screen());
    person.press("12");
    let look_back = LookBack { gave_energy: Some(true), again: Some(false) };
    assert!(person.asked.contains(&Effect::Done { session: "a".into(), career: "47-2031.00".into(), look_back }));
    assert!(!person.sees("You meant to"), "{}", person.screen());
}

#[test]
fn leaving_says_with_which_code() {
    assert_eq!(Person::at(80, 24).press("q").left, Some(0));
    assert_eq!(Person::begin(80, 24).press("<ctrl-c>").left, Some(130));
}

#[test]
fn esc_goes_a_step_back_from_every_question_down_to_the_first_screen() {
    let mut person = Person::at(80, 24);
    person.press("<enter>");
    assert!(person.sees("How much time do you have?"), "{}", person.screen());
    person.press("<esc>");
    assert!(person.sees("Begin the questionnaire"), "how long may be left again\n{}", person.screen());
    person.press("<enter>1s<esc>");
    assert!(person.sees("Where are you right now?"), "{}", person.screen());
    person.press("<esc>");
    assert!(person.sees("How much time do you have?"), "{}", person.screen());
    person.press("<esc>");
    assert!(person.sees("1 ○ Begin the questionnaire"), "a session without answers is not listed\n{}", person.screen());
}

#[test]
fn a_session_in_which_only_the_situation_was_said_is_offered_too() {
    let mut person = Person::at(80, 24);
    person.press("<enter>11<esc><esc><esc>");
    assert!(person.sees("1 ○ Go on with 'test' (only begun, just now)"), "{}", person.screen());
    person.press("1");
    assert!(person.sees("Where are you right now?") && person.sees("1 ●"), "{}", person.screen());
}

#[test]
fn the_first_picture_has_the_sessions_of_before_while_the_data_is_still_read() {
    let mut before = Person::begin(80, 24);
    before.press("<enter>5241");
    let record = before.kept.clone().expect("saved");
    let saved = SavedSession { name: "mine".into(), record, lead: Some("Health".into()), ..SavedSession::default() };
    let (send, receive) = mpsc::channel();
    send.send(Ok(Read::Sessions(SavedSessions::new(vec![saved]), Vec::new()))).expect("the app waits");
    let mut app = App::new(Environment::default(), receive).expect("the usual keys");
    app.wait_for_sessions(Duration::from_secs(60));
    assert!(app.idle().is_none(), "no data is there");

    let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
    app.draw(&mut buffer);
    let screen: String = buffer.content().iter().map(ratatui::buffer::Cell::symbol).collect();
    assert!(screen.contains("Go on with 'mine' (4 answers; Health first)"), "{screen}");
    drop(send);
}

#[test]
fn where_the_data_cannot_be_read_every_choice_that_needs_it_says_so() {
    let (send, receive) = mpsc::channel();
    send.send(Err("the catalogue has a hole".to_string())).expect("the app waits");
    let mut app = App::new(Environment::default(), receive).expect("the usual keys");
    app.wait(Duration::from_secs(60));
    let screen = |app: &mut App| {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
        app.draw(&mut buffer);
        buffer.content().iter().map(ratatui::buffer::Cell::symbol).collect::<String>()
    };
    let press = |app: &mut App, keys: &str| {
        keys_of(keys).into_iter().flat_map(|key| app.update(Input::Key(key))).collect::<Vec<Effect>>()
    };
    for choice in ["1", "2"] {
        press(&mut app, "<down>");
        assert!(!screen(&mut app).contains("a hole"), "another key takes the line away");
        assert_eq!(press(&mut app, choice).len(), 0, "nothing is begun");
        let shown = screen(&mut app);
        assert!(shown.contains("the catalogue has a hole"), "{choice}: {shown}");
    }
}

#[test]
fn a_session_says_its_name_day_answers_and_what_leads() {
    let mut before = Person::begin(80, 24);
    before.press("<enter>5241524152<enter>41");
    let record = before.kept.clone().expect("saved");
    let named = |name: &str, record| SavedSession {
        name: name.into(),
        when: "yesterday".into(),
        record,
        ..SavedSession::default()
    };
    let sessions = vec![named("mine", record.clone()), named("answers", record)];
    let person = Person::with(120, 40, Environment::default(), sessions);
    let row = person.screen().lines().find(|row| row.contains("mine")).expect("a row").to_string();
    assert!(row.contains("Go on with 'mine' (12 answers, yesterday; ") && row.contains(" first)"), "{row}");
    assert!(person.sees("Begin anew: what you answered before stays"), "{}", person.screen());
}

#[test]
fn a_planned_step_stands_at_the_start_with_the_days_that_are_left() {
    let plan = Plan { step: "Ring the workshop".into(), by: Some("2026-12-04".into()), ..Plan::default() };
    let kept = vec![Bookmark { career: "47-2031.00".into(), plan: Some(plan), ..Bookmark::default() }];
    let record = SessionRecord { kept, ..SessionRecord::default() };
    let saved = SavedSession { name: "a".into(), record, ..SavedSession::default() };
    let environment = Environment { now: || 20_779 * 86_400, ..Environment::default() };
    let mut person = Person::with(80, 24, environment, vec![saved]);
    assert!(person.sees("Your next step: \"Ring the workshop\", 12 days left (2026-12-04)"), "{}", person.screen());
    person.press("22");
    assert!(person.sees("It stays in your plan.") && person.sees("12 days left"), "{}", person.screen());
    person.press("21");
    let look_back = LookBack::default();
    assert!(person.asked.contains(&Effect::Done { session: "a".into(), career: "47-2031.00".into(), look_back }));
}

#[test]
fn what_is_said_at_the_start_is_what_the_questions_count_down_from() {
    for (row, digit) in ["Quick", "Standard", "Full"].into_iter().zip(1..) {
        let mut person = Person::at(80, 24);
        person.press("<enter>");
        let label = person.screen().lines().find(|line| line.contains(row)).expect("a length").to_string();
        let numbers: Vec<&str> = label.split([' ', ',']).filter(|word| word.parse::<u64>().is_ok()).collect();
        let [_, questions, minutes] = numbers[..] else { panic!("{label}") };
        person.press(&digit.to_string()).press("1s<enter><enter>");
        assert!(person.sees(&format!("{questions} left · {minutes} min")), "{label}\n{}", person.screen());
    }
}

#[test]
fn the_first_insight_comes_after_a_few_answers_and_quotes_one_that_said_yes() {
    for size in [(80, 24), (120, 40)] {
        let mut person = Person::begin(size.0, size.1);
        person.press("<enter>");
        for answer in "52415".chars() {
            person.press(&answer.to_string());
        }
        // wrapped beside the question at 120 columns, whole under it at 80
        assert!(person.sees("You answered \"") && person.sees(": Yes, I"), "{}", person.screen());
    }
}

#[test]
fn a_question_that_comes_again_says_so() {
    let mut person = Person::at(80, 24);
    person.press("<enter>21s<enter><enter><enter>");
    for round in 0..40 {
        if person.sees("Once more, to check.") {
            assert!(!person.sees("●"), "the first answer is shown\n{}", person.screen());
            assert!(person.sees("▸ 3 ○"), "the cursor is in the middle\n{}", person.screen());
            return;
        }
        assert!(!person.sees("Part 2 of 4"), "nothing was asked again in part one");
        person.press(["5", "2", "4", "1"][round % 4]);
    }
    panic!("nothing was asked again:\n{}", person.screen());
}

#[test]
fn a_digit_sets_a_slider_and_moves_on_and_what_was_not_set_stays_unset() {
    let mut person = Person::begin(80, 24);
    for _ in 0..100 {
        if person.sees("Should your work pay the bills") {
            break;
        }
        person.press(if person.sees("1 ○") { ["5", "1", "4"][person.answered() % 3] } else { "<enter>" });
    }
    assert!(person.sees("left right move") && person.sees("1-5 set"), "{}", person.screen());
    person.press("445");
    let sliders = &person.kept.as_ref().expect("saved").sliders;
    assert_eq!(sliders.values().copied().collect::<Vec<_>>().len(), 3, "{sliders:?}");
    assert_eq!(person.screen().matches("─ -").count(), 2, "two are shown as not set\n{}", person.screen());
    person.press("<enter>");
    assert_eq!(person.kept.as_ref().expect("saved").sliders.len(), 3);
}

#[test]
fn nothing_beside_the_questions_stays_for_ten_screens() {
    for size in [(80, 24), (120, 40)] {
        let mut person = Person::begin(size.0, size.1);
        person.press("<enter>");
        let mut said: Vec<(String, usize)> = Vec::new();
        for round in 0..12 {
            let shown = person.screen();
            let mut job = shown.lines().skip_while(|line| !line.contains("As a job"));
            let line = job.nth(1).unwrap_or_default().to_string();
            match said.last_mut() {
                Some((last, count)) if *last == line => *count += 1,
                _ => said.push((line, 1)),
            }
            person.press(["5", "1", "4"][round % 3]);
        }
        assert!(said.iter().all(|(line, count)| line.is_empty() || *count < 10), "{said:?}");
        assert!(said.len() > 2, "{said:?}");
    }
}
