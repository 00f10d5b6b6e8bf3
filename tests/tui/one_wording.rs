//! A plan, limits, the map of areas, job and career, and answers that point nowhere: each is worded once, and the screens,
//! line mode and what is exported say it so.

use crate::person::{Person, matcher};
use crate::results::{carpenter, like, saved_session};
use crate::telling::{READ, assert_says, drawn, texts, written};
use careerfit::fit::{apply_limits, find_hints, map_areas};
use careerfit::model::{
    AnswerEntry, Bookmark, Day, Emphasis, LimitSetting, LookBack, Plan, Response, SessionRecord, Strength,
};
use careerfit::report::telling::{self, LookBackQuestion};
use careerfit::tui::Environment;
use serde_json::{Value, json};

/// The career that is kept, by id and title.
const KEPT: (&str, &str) = ("47-2031.00", "Carpenter");

/// Somebody who keeps a career with a note and a plan, of which so much is written.
fn planning(plan: Plan) -> SessionRecord {
    let kept = Bookmark { career: KEPT.0.into(), note: "Smells of wood".into(), plan: Some(plan) };
    SessionRecord { kept: vec![kept], ..carpenter() }
}

fn plan() -> Plan {
    Plan {
        why: "I like wood".into(),
        doubt: "The dust".into(),
        ask: "The joiner".into(),
        step: "Ring the workshop".into(),
        obstacle: "I am shy".into(),
        instead: "I write".into(),
        told: "Aunt Jo".into(),
        ..Plan::default()
    }
}

/// At the results, on a screen so narrow that nothing stands beside anything, and so high that nothing is hidden.
fn at_results(record: &SessionRecord) -> Person {
    let mut person = Person::with(60, 300, Environment::default(), saved_session(record.clone()));
    person.press("<enter>");
    person
}

/// What is on the screen after each of these groups of keys.
fn seen(record: &SessionRecord, keys: &[&str]) -> String {
    let mut person = at_results(record);
    let first = person.screen();
    keys.iter().fold(first, |seen, keys| seen + "\n" + &person.press(keys).screen())
}

/// What line mode says when these lines are typed at the results.
fn heard(record: &SessionRecord, lines: &[&str]) -> String {
    written(record, &["plain", "--session", "zoe"], &(lines.join("\n") + "\nq\n"))
}

/// Labels and what stands for them, each a sentence to be found.
fn apart(pairs: Vec<(&'static str, String)>) -> Vec<String> {
    let told = pairs.into_iter().filter(|(_, says)| !says.is_empty());
    told.flat_map(|(label, says)| [label.to_string(), says]).collect()
}

#[test]
fn a_note_and_a_plan_are_said_alike_on_the_screen_in_line_mode_and_in_every_export() {
    let record = planning(plan());
    let kept = &record.kept[0];
    let whole = apart(telling::list_own_words(kept));
    assert!(whole.len() >= 16, "{whole:?}");

    assert_says("the list of kept careers", &seen(&record, &["F"]), &[telling::describe_plan(&plan())]);
    assert_says("the career's page", &seen(&record, &["F", "<enter>"]), &apart(telling::list_own_words_in_short(kept)));
    assert_says("the plan's screen", &seen(&record, &["F", "<enter>", "P"]), &apart(telling::list_plan(&plan())));
    assert_says(
        "the kept careers of line mode",
        &heard(&record, &["F"]),
        &apart(telling::list_own_words_in_short(kept)),
    );
    let lines = ["P carpenter", "", "", "", "", "", "", "", ""];
    assert_says("the plan of line mode", &heard(&record, &lines), &apart(telling::list_plan(&plan())));
    for format in READ {
        assert_says(format, &drawn(&record, format), &whole);
    }
}

#[test]
fn the_step_of_a_plan_is_the_same_on_the_first_screen_of_the_results_and_on_the_card() {
    let record = planning(plan());
    let (_, step) = telling::describe_next_step(&plan(), Day(0)).expect("a step");
    assert_says("the results", &seen(&record, &[]), std::slice::from_ref(&step));

    let card = drawn(&record, "card");
    let step = step.strip_prefix(telling::NEXT_STEP).expect("a step that is not due");
    let first = format!("1 {}", matcher().dataset.catalogue.get(first(&record)).title);
    assert_says("the card", &card, &[step.into(), plan().doubt, first, telling::REPORT_TITLE.into()]);
    for format in READ {
        assert_says(format, &drawn(&record, format), &[telling::REPORT_TITLE.into()]);
    }
}

#[test]
fn where_the_answers_point_and_what_to_begin_with_open_the_results_on_the_screen_and_in_line_mode() {
    let (matcher, record) = (matcher(), planning(plan()));
    let dataset = &matcher.dataset;
    let outcome = matcher.evaluate(&record.collect_answers(&dataset.questionnaire), Emphasis::Balanced);
    let directions = telling::limit_directions(dataset, &record, &outcome.directions, &outcome.fits);

    let (headline, today) = (telling::describe_headline(dataset, &directions), Day(0));
    let planned = telling::list_first_steps(dataset, &record, &directions, &outcome.fits, today);
    let offered = telling::list_first_steps(dataset, &carpenter(), &directions, &outcome.fits, today);
    assert!(planned.len() == 2 && planned[0].starts_with("A job to start with: "), "{planned:?}");
    assert!(offered[1].starts_with(telling::THIS_WEEK) && planned[1].starts_with(telling::NEXT_STEP), "{offered:?}");

    for (record, steps) in [(record, planned), (carpenter(), offered)] {
        let said = [vec![headline.clone()], steps].concat();
        assert_says("the results", &seen(&record, &[]), &said);
        assert_says("line mode", &heard(&record, &[]), &said);
    }
}

fn first(record: &SessionRecord) -> careerfit::model::CareerId {
    let matcher = matcher();
    matcher.evaluate(&record.collect_answers(&matcher.dataset.questionnaire), Emphasis::Balanced).fits[0].career
}

#[test]
fn a_look_back_asks_the_same_on_the_screen_and_in_line_mode() {
    let record = planning(plan());
    let asked = LookBackQuestion::ALL;
    let mut said: Vec<String> = asked.iter().map(|question| question.text().to_string()).collect();
    said.extend(asked.iter().flat_map(|question| question.choices()).map(|choice| (*choice).to_string()));
    let look_back = LookBack { gave_energy: Some(true), again: Some(true) };
    said.extend([telling::describe_after_look_back(look_back).to_string(), telling::describe_look_back(look_back)]);

    let screens = seen(&record, &["F", "<enter>", "PG<enter>", "1", "1", "1"]);
    assert_says("the screen", &screens, &said);
    assert_says("the screen", &screens, &[telling::ask_done(&plan().step, None)]);
    assert_says("line mode", &heard(&record, &["done carpenter", "1", "1"]), &said);
}

#[test]
fn what_a_plan_lacks_and_a_day_that_is_none_are_said_alike_on_the_screen_and_in_line_mode() {
    let record = planning(Plan { why: "I like wood".into(), ..Plan::default() });
    let said = [telling::refuse_no_first_step(KEPT.1), telling::refuse_day("soon"), telling::DAY_FORM.to_string()];

    assert_says("the screen", &seen(&record, &["F", "<enter>", "PG<enter>", "5", "soon<enter>"]), &said);
    let lines = ["done carpenter", "P carpenter", "", "", "", "", "soon"];
    assert_says("line mode", &heard(&record, &lines), &said);
}

#[test]
fn limits_ask_and_come_to_the_same_on_the_screen_and_in_line_mode() {
    let matcher = matcher();
    let (catalogue, questionnaire) = (&matcher.dataset.catalogue, &matcher.dataset.questionnaire);
    let mut record = carpenter();
    for limit in &questionnaire.limits[1..] {
        record.limits.insert(limit.id.clone(), LimitSetting::must(&limit.choices[1].id));
    }

    let fits = matcher.evaluate(&record.collect_answers(questionnaire), Emphasis::Balanced).fits;
    let limited = apply_limits(catalogue, &questionnaire.limits, &record.limits, &fits);
    let mut said = telling::describe_limited(&matcher.dataset, &limited, fits.len());
    assert!(said.len() > 1, "{said:?}");
    said.extend(Strength::ALL.map(|strength| telling::describe_strength(strength).to_string()));
    said.extend([telling::LIMITS_DO, telling::ANY].map(str::to_string));

    assert_says("the screen", &seen(&record, &["L", "1", "1"]), &said);
    assert_says("line mode", &heard(&record, &["L", "1", "", "", ""]), &said);
}

#[test]
fn the_map_of_areas_is_read_alike_on_the_screen_and_in_every_export() {
    let (record, matcher) = (carpenter(), matcher());
    let answers = record.collect_answers(&matcher.dataset.questionnaire);
    let areas = map_areas(&matcher, &matcher.evaluate(&answers, Emphasis::Balanced), &answers);
    let axes = [telling::MAP_LEGEND, telling::ENJOY, telling::GOOD_AT].map(str::to_string);

    let screen = seen(&record, &["p3"]);
    assert_says("the screen", &screen, &axes);
    let headings: Vec<String> = areas.iter().map(|area| telling::describe_advice_heading(area.advice)).collect();
    assert_says("the screen", &screen, &headings);
    assert_says("the screen", &screen, &[telling::SHADING.into()]);

    for format in READ {
        let text = drawn(&record, format);
        assert_says(format, &text, &axes);
        assert_says(format, &text, &areas.iter().map(telling::describe_advice).collect::<Vec<_>>());
    }
    assert_says("html", &drawn(&record, "html"), &[telling::describe_map()]);
}

#[test]
fn job_and_career_are_told_apart_alike_on_the_screen_and_in_line_mode() {
    let record = carpenter();
    let mut said = texts(&telling::compose_distinctions(&matcher().dataset.distinctions));
    said.extend([telling::AS_A_JOB, telling::AS_A_CAREER, telling::ASK_YOURSELF].map(str::to_string));
    assert!(said.len() > 15, "{said:?}");

    assert_says("the screen", &seen(&record, &["d"]), &said);
    assert_says("line mode", &heard(&record, &["d"]), &said);
}

#[test]
fn answers_that_point_nowhere_are_said_to_in_the_same_words_everywhere() {
    let mut few = carpenter();
    few.given.truncate(3);
    let mut alike = carpenter();
    for given in &mut alike.given {
        given.response = Response::from_choice(3).expect("a choice");
    }
    let first_hints = hint(&mut alike);

    for record in [few, alike.clone()] {
        let answered = record.given.len();
        let [says, ways] = telling::describe_no_direction(&matcher().dataset.questionnaire, answered);
        let says = [says];
        assert_says("the screen", &seen(&record, &[]), &says);
        assert_says("the card", &drawn(&record, "card"), &says);
        assert_says("score", &written(&record, &["score", "zoe"], ""), &says);

        let both = [says, [ways]].concat();
        assert_says("line mode", &heard(&record, &[]), &both);
        for format in READ {
            assert_says(format, &drawn(&record, format), &both);
        }
    }

    let names: Vec<&str> = first_hints.iter().map(String::as_str).collect();
    let says = [telling::describe_hints(&names).expect("a side was taken")];
    assert_says("the screen", &seen(&alike, &[]), &says);
    assert_says("line mode", &heard(&alike, &[]), &says);
    assert_says("score", &written(&alike, &["score", "zoe"], ""), &says);
    for format in READ.into_iter().chain(["card"]) {
        assert_says(format, &drawn(&alike, format), &says);
    }
    for printed in [drawn(&alike, "json"), written(&alike, &["score", "zoe", "--format", "json"], "")] {
        let value: Value = serde_json::from_str(&printed).expect("JSON");
        assert_eq!(value["hints"], json!(first_hints), "{printed}");
    }
    let ranked: Value = serde_json::from_str(&drawn(&carpenter(), "json")).expect("JSON");
    assert_eq!(ranked.get("hints"), None, "where careers are ranked nothing is left to hint at");
}

/// Takes the first side of each either-or question for this person; families that this hints at.
fn hint(record: &mut SessionRecord) -> Vec<String> {
    let matcher = matcher();
    for pair in &matcher.dataset.questionnaire.pairs {
        let response = Response::from_choice(1).expect("a side");
        let (question, text) = (pair.id.clone(), pair.hash);
        record.given.push(AnswerEntry { question, text, response, at: 0, again: false });
    }
    find_hints(&matcher, record).into_iter().map(str::to_string).collect()
}

#[test]
fn who_has_a_job_and_is_fine_with_it_is_told_where_it_leads_and_of_no_other_to_start_with() {
    let everywhere = |record: &SessionRecord| {
        let read = READ.map(|format| drawn(record, format)).concat();
        [seen(record, &[]), heard(record, &[]), read, written(record, &["score", "zoe"], "")]
    };
    let offered = |text: &String| text.contains("A job to start with") || text.contains("To start with");
    let says = |now: &str, pay: &str, record: &SessionRecord| {
        let situation = [("now", now), ("pay", pay)].map(|(id, said)| (id.to_string(), said.to_string()));
        everywhere(&SessionRecord { situation: situation.into(), ..record.clone() })
    };

    // among those that have a job to start with in a direction
    let people = ["35-3031.00", "39-9011.00", "37-3011.00", "53-3033.00", "31-1131.00"].map(|career| like(career, 1));
    let person = people.into_iter().find(|record| everywhere(record).iter().all(offered)).expect("somebody");
    assert!(says("working-fine", "no-hurry", &person).iter().all(|text| !offered(text)));
    // the screen opens at Start now
    assert!(says("working-fine", "now", &person)[1..].iter().all(offered), "pay is needed all the same");
    assert!(says("out-of-work", "no-hurry", &person).iter().all(offered));

    let mate = SessionRecord { present_job: Some("47-3012.00".into()), ..carpenter() };
    let leads = "Your job as it is can lead on: from Carpenter's Mate to Carpenter".to_string();
    let told = says("working-fine", "no-hurry", &mate);
    assert_says("the screen", &told[0], std::slice::from_ref(&leads));
    assert_says("line mode", &told[1], std::slice::from_ref(&leads));
    assert!(says("want-out", "no-hurry", &mate).iter().all(|text| !text.contains("can lead on")));
}
