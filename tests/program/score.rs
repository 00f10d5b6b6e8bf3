//! Scoring: the same person gives the same figures however they come, and bad rows stop nobody.

use crate::run::{Home, csv, questionnaire, session, somebody};
use serde_json::Value;

/// The JSON of each person, one a line.
fn json(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).expect("JSON on every line")).collect()
}

/// A person as a line of JSON.
fn jsonl(person: &str, answers: &[(String, u8)]) -> String {
    let keys: Vec<String> = answers.iter().map(|(id, value)| format!("\"{id}\":{value}")).collect();
    format!("{{\"person\":\"{person}\",{}}}\n", keys.join(","))
}

fn careers(person: &Value) -> Vec<(String, f64)> {
    let careers = person["careers"].as_array().expect("careers");
    careers.iter().map(|c| (c["id"].as_str().expect("an id").to_string(), c["fit"].as_f64().expect("a fit"))).collect()
}

#[test]
fn a_session_and_a_row_of_the_same_person_give_the_same_figures() {
    let (home, answers) = (Home::new(), somebody());
    home.write("anna.toml", session("anna", &answers));
    home.write("people.csv", csv("anna", &answers));
    home.write("people.jsonl", jsonl("anna", &answers.iter().rev().cloned().collect::<Vec<_>>()));
    let of_session = home.run(&["score", "anna.toml", "--format", "json"], "");
    assert_eq!((of_session.code, of_session.err.as_str()), (0, ""));
    for file in ["people.csv", "people.jsonl"] {
        let of_row = home.run(&["score", file, "--format", "json", "--intervals", "--reasons", "--directions"], "");
        assert_eq!(of_row.out, of_session.out, "{file}");
    }
}

#[test]
fn intervals_of_many_are_those_of_each_alone_however_many_answered_the_same_questions() {
    let (home, answers) = (Home::new(), somebody());
    let one_off = |by: usize| -> Vec<(String, u8)> {
        answers
            .iter()
            .zip(0..)
            .map(|((id, value), at)| (id.clone(), if at % 7 == by { 6 - value } else { *value }))
            .collect()
    };
    let few = |by: usize| -> Vec<(String, u8)> { one_off(by).into_iter().skip(40 + by).collect() };
    // twenty with the same questions, and three with questions of their own
    let people: Vec<_> = (0..20).map(|by| one_off(by % 8)).chain((0..3).map(few)).collect();
    let all: String = people.iter().enumerate().map(|(at, answers)| jsonl(&format!("p{at}"), answers)).collect();
    let uncertain = |person: &Value| {
        let careers = person["careers"].as_array().expect("careers");
        let of = |career: &Value| ["id", "rank", "rank_low", "rank_high", "group"].map(|key| career[key].clone());
        (careers.iter().map(of).collect::<Vec<_>>(), person["notes"].clone(), person["profile"].clone())
    };
    let shown = ["--format", "json", "--top", "4", "--intervals"];
    let many = json(&home.run(&[&["score", "-", "--input", "jsonl"], &shown[..]].concat(), &all).out);
    assert_eq!(many.len(), people.len());
    for (at, answers) in people.iter().enumerate().filter(|(at, _)| [0, 7, 20, 22].contains(at)) {
        home.write("one.toml", session(&format!("p{at}"), answers));
        let alone = &json(&home.run(&["score", "one.toml", "--format", "json", "--top", "4"], "").out)[0];
        assert!(alone["careers"][0]["rank_high"].is_u64());
        assert_eq!(uncertain(&many[at]), uncertain(alone), "p{at}");
    }
}

#[test]
fn a_row_names_the_careers_that_take_more_training_as_the_long_way_does() {
    let home = Home::new();
    let text = csv("p", &somebody());
    let (head, row) = text.trim_end().split_once('\n').expect("a row");
    for rows in [1, 14] {
        let rows: Vec<String> = (0..rows).map(|at| format!("{at}{row},weeks\n")).collect();
        let file = format!("{head},training\n{}", rows.concat());
        let notes = |more: &[&str]| {
            let asked = [&["score", "-", "--input", "csv", "--format", "json"], more].concat();
            json(&home.run(&asked, &file).out)[0]["notes"].clone()
        };
        let told = notes(&[]);
        assert!(told.as_array().is_some_and(|notes| !notes.is_empty()), "{told}");
        assert_eq!(told, notes(&["--reasons"]));
    }
}

#[test]
fn the_json_of_a_session_has_every_field_and_its_reasons_add_up() {
    let home = Home::new();
    home.write("anna.toml", session("anna", &somebody()));
    let person = &json(&home.run(&["score", "anna.toml", "--format", "json", "--top", "3"], "").out)[0];
    assert_eq!((person["person"].as_str(), person["answered"].as_u64()), (Some("anna"), Some(somebody().len() as u64)));
    assert_eq!(person["verdict"], "ranked");
    assert!(person["profile"]["interests"]["realistic"]["estimate"].is_f64());
    assert!(
        person["profile"]["skills"]["mathematics"]["sd"].as_f64().is_some_and(|sd| sd > 0.0 && sd < 3.0_f64.sqrt())
    );
    let careers = person["careers"].as_array().expect("careers");
    assert_eq!(careers.len(), 3);
    for (career, rank) in careers.iter().zip(1..) {
        assert_eq!(career["rank"], rank);
        assert!(career["rank_low"].as_u64() <= career["rank_high"].as_u64());
        assert!(career["title"].is_string() && career["band"].is_string() && career["later_step"].is_boolean());
        let reasons = career["reasons"].as_array().expect("reasons");
        let sum: f64 = reasons.iter().map(|reason| reason["contribution"].as_f64().expect("points")).sum();
        assert!((sum - career["fit"].as_f64().expect("a fit")).abs() < 1e-3, "{sum} {career}");
    }
    assert!(person["notes"].is_array());
}

#[test]
fn several_people_are_a_line_each_without_what_takes_long() {
    let (home, answers) = (Home::new(), somebody());
    let text = csv("anna", &answers);
    let row = text.lines().nth(1).expect("a row").to_string();
    let ran = home.run(&["score", "-", "--input", "csv", "--format", "json"], &format!("{text}{row}\n{row}\n"));
    let people = json(&ran.out);
    assert_eq!(people.len(), 3);
    assert_eq!(people[0]["careers"].as_array().map(Vec::len), Some(10));
    assert!(people[0]["careers"][0]["reasons"].is_null() && people[0]["careers"][0]["rank_low"].is_null());
    assert!(people[0]["profile"]["styles"]["empathy"]["sd"].is_null());
}

#[test]
fn one_more_on_every_answer_of_a_part_changes_nothing() {
    let (home, answers, questionnaire) = (Home::new(), somebody(), questionnaire());
    let before = home.run(&["score", "-", "--input", "csv", "--format", "json"], &csv("x", &answers));
    for part in questionnaire.part_ids() {
        let in_part = |id: &str| questionnaire.find(id).is_some_and(|q| questionnaire.question(q).part == part);
        let more: Vec<_> = answers.iter().map(|(id, v)| (id.clone(), v + u8::from(in_part(id)))).collect();
        let after = home.run(&["score", "-", "--input", "csv", "--format", "json"], &csv("x", &more));
        assert_eq!(json(&before.out)[0], json(&after.out)[0], "{}", questionnaire.part(part).id);
    }
}

#[test]
fn answers_all_alike_give_no_direction_and_no_list() {
    let (home, questionnaire) = (Home::new(), questionnaire());
    let turned = |id: &str| questionnaire.find(id).is_some_and(|q| questionnaire.question(q).is_reversed());
    let alike: Vec<_> = somebody().into_iter().map(|(id, _)| (id.clone(), if turned(&id) { 2 } else { 4 })).collect();
    let input = csv("x", &alike);
    let person = &json(&home.run(&["score", "-", "--input", "csv", "--format", "json"], &input).out)[0];
    assert_eq!((&person["verdict"], careers(person)), (&Value::from("no direction yet"), Vec::new()));
    let text = home.run(&["score", "-", "--input", "csv"], &input).out;
    assert!(text.contains("which is common") && !text.contains("   1  "), "{text}");
    let rows = home.run(&["score", "-", "--input", "csv", "--format", "csv"], &input).out;
    assert_eq!(rows.lines().nth(1), Some(format!("x,{},no direction yet,,,,,,", alike.len()).as_str()));
}

#[test]
fn too_few_answers_are_said_once_and_nothing_points_to_a_list_that_is_not_there() {
    let home = Home::new();
    for count in [0, 5] {
        let few: Vec<(String, u8)> = somebody().into_iter().take(count).collect();
        home.write(".local/share/careerfit/sessions/few.toml", session("few", &few));
        let told = home.run(&["score", "few"], "").out;
        assert!(told.contains("twelve answers") && !told.contains("below") && !told.contains("fit, from"), "{told}");
        for format in ["text", "markdown", "html"] {
            let report = home.run(&["sessions", "export", "few", "--format", format], "").out;
            assert!(!report.contains("The careers\n") && !report.contains("The careers<"), "{format}: {report}");
        }
    }
}

#[test]
fn a_session_is_told_each_thing_once_in_rows_that_every_terminal_has_room_for() {
    let home = Home::new();
    home.write("anna.toml", session("anna", &somebody()));
    let told = home.run(&["score", "anna.toml", "--top", "923"], "").out;
    let rows: Vec<&str> = told.lines().filter(|line| line.starts_with(' ')).collect();
    assert!(rows.len() > 923, "some titles go on in a line of their own");
    for row in rows {
        assert!(row.chars().count() <= 80, "{row}");
    }
    assert!(told.contains("\n      (a later step)\n"), "{told}");
    assert_eq!(told.matches("The figure after the word").count(), 1, "{told}");
}

#[test]
fn directions_are_an_empty_list_where_answers_point_nowhere() {
    let home = Home::new();
    let few: Vec<(String, u8)> = somebody().into_iter().take(3).collect();
    home.write("anna.toml", session("anna", &few));
    home.write("people.csv", csv("anna", &few));
    for arguments in [vec!["score", "anna.toml"], vec!["score", "people.csv", "--directions"]] {
        let ran = home.run(&[&arguments[..], &["--format", "json"]].concat(), "");
        let person = json(&ran.out).remove(0);
        assert_eq!(
            (&person["verdict"], &person["directions"]),
            (&"no direction yet".into(), &Value::Array(Vec::new()))
        );
    }
}

#[test]
fn every_bad_row_is_named_with_its_line_and_the_rest_goes_on() {
    let home = Home::new();
    let input = "person,enjoy-judge,good-at-listen,enjoy-check-bill\n\
                 anna,5,0,1\n\
                 \"ben\nand co\",6,2,x\n\
                 cleo,3\n\
                 ,4.0,, 1 \n";
    let ran = home.run(&["score", "-", "--input", "csv", "--format", "csv", "--top", "1"], input);
    assert_eq!(ran.code, 1);
    let people: Vec<&str> = ran.out.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
    assert_eq!(people, ["anna", "6"]);
    insta::assert_snapshot!(ran.err);
}

#[test]
fn every_bad_line_of_json_is_named_and_the_rest_goes_on() {
    let home = Home::new();
    let input = "{\"person\":\"anna\",\"enjoy-judge\":5,\"enjoy-check-bill\":null,\"enjoy-win-votes\":2}\n\
                 \n\
                 [1]\n\
                 {\"enjoy-jugde\":1,\"enjoy-judge\":\"5\"}\n\
                 {\"enjoy-judge\":1,\"enjoy-win-votes\":2}";
    let ran = home.run(&["score", "-", "--input", "jsonl", "--format", "csv", "--top", "1"], input);
    assert_eq!((ran.code, ran.out.lines().count()), (1, 3));
    assert!(ran.out.contains("\n5,2,no direction yet,"), "{}", ran.out);
    insta::assert_snapshot!(ran.err);
}

#[test]
fn an_unknown_column_is_an_error_that_names_the_nearest_id() {
    let ran = Home::new().run(&["score", "-", "--input", "csv"], "name,enjoy-jugde,enjoy-judge,enjoy-judge\n1,2,3,4\n");
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    insta::assert_snapshot!(ran.err);
}

#[test]
fn a_session_with_an_answer_that_is_no_choice_is_refused() {
    let home = Home::new();
    home.write("anna.toml", session("anna", &[("enjoy-judge".into(), 0), ("good-at-listen".into(), 0)]));
    // In `enjoy` there is no "never had the chance": such an answer is no evidence, and does no harm.
    assert_eq!(home.run(&["score", "anna.toml"], "").code, 0);
    home.write("ben.toml", session("ben", &[("enjoy-judge".into(), 4)]).replace("value = 4", "value = 9"));
    let ran = home.run(&["score", "ben.toml"], "");
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    assert!(ran.err.contains("ben.toml:") && ran.err.contains("the answer 9 is not between 0 and 5"), "{}", ran.err);
}

#[test]
fn answers_to_reworded_questions_do_not_count_and_are_named() {
    let home = Home::new();
    let text = session("anna", &[("enjoy-judge".into(), 4), ("enjoy-win-votes".into(), 1)]);
    let hash = text.lines().filter(|line| line.starts_with("text")).nth(1).expect("a hash").to_string();
    home.write("anna.toml", text.replace(&hash, "text = \"1\""));
    let ran = home.run(&["score", "anna.toml", "--format", "json"], "");
    assert_eq!(json(&ran.out)[0]["answered"], 1);
    assert!(json(&ran.out)[0]["notes"][0].as_str().is_some_and(|note| note.contains("enjoy-win-votes")), "{}", ran.out);
}

/// The shipped questionnaire in a file, with the labels of its first part turned round.
fn turned_round(home: &Home) {
    let shipped = include_str!("../../data/questionnaire.toml");
    let (before, rest) = shipped.split_once("choices = [").expect("choices");
    let (choices, after) = rest.split_once("\n]").expect("their end");
    let labels: Vec<&str> = choices.split("label = \"").skip(1).filter_map(|label| label.split('"').next()).collect();
    let turned: Vec<String> = labels
        .iter()
        .rev()
        .zip(1..)
        .map(|(label, value)| format!("{{ value = {value}, label = \"{label}\" }},\n"))
        .collect();
    home.write("turned.toml", format!("{before}choices = [\n{}]{after}", turned.concat()));
}

#[test]
fn answers_whose_choices_were_turned_round_do_not_count_and_are_named() {
    let home = Home::new();
    turned_round(&home);
    let answers = [("enjoy-judge".to_string(), 4), ("good-at-listen".to_string(), 4)];
    home.write("anna.toml", session("anna", &answers));
    let answered = |arguments: &[&str]| {
        let ran = home.run(&[arguments, &["score", "anna.toml", "--format", "json"]].concat(), "");
        let person = json(&ran.out)[0].clone();
        (person["answered"].as_u64().expect("a count"), person["notes"].to_string())
    };
    assert_eq!(answered(&[]).0, 2);
    let (count, notes) = answered(&["--questionnaire", "turned.toml"]);
    assert_eq!(count, 1);
    assert!(notes.contains("enjoy-judge") && !notes.contains("good-at-listen"), "{notes}");
}

/// Sessions of before knew the text alone: what was answered then counts where that is the same, and from the first time on
/// that such a session is opened an edit of the choices is noticed too.
#[test]
fn answers_of_older_sessions_count_where_their_text_is_the_same() {
    let home = Home::new();
    let older = |text: String| {
        let change = |text: String, question: &careerfit::model::Question| {
            text.replace(&format!("{:016x}", question.hash), &format!("{:016x}", question.text_hash))
        };
        questionnaire().questions.iter().fold(text, change)
    };
    let answers = [("enjoy-judge".to_string(), 4), ("enjoy-win-votes".to_string(), 2)];
    let text = older(session("anna", &answers));
    assert_ne!(text, session("anna", &answers));
    home.write("anna.toml", &text);
    let ran = home.run(&["score", "anna.toml", "--format", "json"], "");
    assert_eq!(json(&ran.out)[0]["answered"], 2, "{}", ran.out);

    home.write(".local/share/careerfit/sessions/anna.toml", &text);
    home.run(&["take", "--jsonl", "--parts-only", "--session", "anna"], "{\"answer\":3}\n");
    let saved = std::fs::read_to_string(home.path(".local/share/careerfit/sessions/anna.toml")).expect("a session");
    let kept = |question: &str, hash: u64| saved.contains(&format!("\"{question}\"\ntext = \"{hash:016x}\""));
    let questionnaire = questionnaire();
    for (id, _) in answers {
        let question = questionnaire.question(questionnaire.find(&id).expect("a question"));
        assert!(kept(&id, question.hash) && !kept(&id, question.text_hash), "{saved}");
    }
}

#[test]
fn limits_of_a_session_hide_careers_and_say_how_many() {
    let home = Home::new();
    let text = session("anna", &somebody()).replacen(
        "\n[[answer]]",
        "\n[limits]\ntraining = { choice = \"weeks\", strength = \"must\" }\n\n[[answer]]",
        1,
    );
    home.write("anna.toml", text);
    let person = &json(&home.run(&["score", "anna.toml", "--format", "json"], "").out)[0];
    let shown: Vec<u64> =
        person["careers"].as_array().expect("careers").iter().filter_map(|c| c["shown"].as_u64()).collect();
    assert_eq!(shown, (1..=10).collect::<Vec<_>>());
    assert!(person["careers"][9]["rank"].as_u64() > Some(10), "ranks count all careers");
    assert!(person["notes"].to_string().contains("Time to train before full pay\\\" hides"), "{}", person["notes"]);
}

#[test]
fn two_careers_in_one_explanation_are_told_apart_and_two_words_of_one_are_not() {
    let home = Home::new();
    home.write("people.csv", csv("ben", &somebody()));
    for words in [["nurse", "baker"], ["Baker", "plumber"]] {
        let ran = home.run(&["explain", "people.csv", words[0], words[1]], "");
        let says = ran.err.contains(&format!("'{}' is ", words[0])) && ran.err.contains(&format!("'{}' is ", words[1]));
        assert!(ran.code == 1 && ran.out.is_empty() && says, "{}{}", ran.out, ran.err);
        assert!(ran.err.contains("one of them at a time"), "{}", ran.err);
    }
    for words in [["bus", "driver"], ["software", "developer"], ["vet", "nurse"], ["pastry", "chef"]] {
        let ran = home.run(&["explain", "people.csv", words[0], words[1]], "");
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{words:?}");
    }
}

#[test]
fn an_unusable_header_names_ten_columns_each_as_an_error_and_counts_the_rest() {
    let home = Home::new();
    let head: Vec<String> = (1..=40).map(|number| format!("q{number}")).collect();
    let ran = home.run(&["score", "-", "--input", "csv"], &format!("{}\n", head.join(",")));
    let lines: Vec<&str> = ran.err.lines().collect();
    assert!(ran.code == 1 && lines.len() == 11, "{}", ran.err);
    assert!(lines.iter().all(|line| line.starts_with("error: standard input:1: ")), "{}", ran.err);
    assert!(lines[10].contains("30 more"), "{}", ran.err);
}

#[test]
fn an_explanation_says_why_for_whom_and_from_which_answers() {
    let (home, answers) = (Home::new(), somebody());
    home.write("people.csv", csv("anna", &answers));
    let ran = home.run(&["explain", "people.csv", "nurse", "--person", "anna"], "");
    assert_eq!(ran.code, 0);
    for part in ["Nurse (29-1141.00)", "Rank ", "Why it fits", "You answered \"", "Added up, this is the fit: "] {
        assert!(ran.out.contains(part), "'{part}' is missing in:\n{}", ran.out);
    }
    let nobody = home.run(&["explain", "people.csv", "nurse", "--person", "ben"], "");
    assert_eq!((nobody.code, nobody.out.as_str()), (2, ""));
    assert!(nobody.err.contains("nobody in people.csv is called 'ben'"), "{}", nobody.err);
}

/// Many people, each with their own few gaps, so that they need several blocks and both ways of ranking.
fn crowd(count: usize) -> String {
    let answers = somebody();
    let ids: Vec<&str> = answers.iter().map(|(id, _)| id.as_str()).collect();
    let mut text = format!("person,{}\n", ids.join(","));
    for person in 0..count {
        let cell = |(at, (_, value)): (usize, &(String, u8))| {
            if person % 3 == 0 && at % 7 == person % 7 {
                String::new()
            } else {
                (1 + (usize::from(*value) + at * person % 5) % 5).to_string()
            }
        };
        let cells: Vec<String> = answers.iter().enumerate().map(cell).collect();
        text.extend(["p", &person.to_string(), ",", &cells.join(","), "\n"]);
    }
    text
}

#[test]
fn many_people_come_out_in_their_order_with_the_figures_they_get_alone() {
    let (home, text) = (Home::new(), crowd(1300));
    let all = home.run(&["score", "-", "--input", "csv", "--format", "csv", "--top", "3"], &text);
    assert_eq!((all.code, all.err.as_str()), (0, ""));
    let people: Vec<&str> = all.out.lines().skip(1).step_by(3).filter_map(|line| line.split(',').next()).collect();
    assert_eq!(people, (0..1300).map(|person| format!("p{person}")).collect::<Vec<_>>());
    let (head, rows) = text.split_once('\n').expect("a header");
    for person in [0, 1, 3, 514, 1299] {
        let row = rows.lines().nth(person).expect("a row");
        let alone = home.run(
            &["score", "-", "--input", "csv", "--format", "csv", "--top", "3", "--reasons"],
            &format!("{head}\n{row}\n"),
        );
        let lines: Vec<&str> = all.out.lines().skip(1 + 3 * person).take(3).collect();
        assert_eq!(lines, alone.out.lines().skip(1).collect::<Vec<_>>());
    }
}

#[test]
fn json_lines_and_a_csv_of_the_same_people_give_the_same() {
    let (home, text) = (Home::new(), crowd(40));
    let (head, rows) = text.split_once('\n').expect("a header");
    let one = |row: &str| {
        let cells = head.split(',').zip(row.split(',')).filter(|(_, cell)| !cell.is_empty());
        let pairs: Vec<String> = cells
            .map(
                |(name, cell)| {
                    if name == "person" { format!("\"{name}\":\"{cell}\"") } else { format!("\"{name}\":{cell}") }
                },
            )
            .collect();
        format!("{{{}}}\n", pairs.join(","))
    };
    let lines: String = rows.lines().map(one).collect();
    for format in ["json", "csv", "text"] {
        let of_csv = home.run(&["score", "-", "--input", "csv", "--format", format], &text);
        let of_lines = home.run(&["score", "-", "--input", "jsonl", "--format", format], &lines);
        assert_eq!((of_csv.code, &of_csv.out, &of_csv.err), (0, &of_lines.out, &of_lines.err));
    }
}

#[cfg(unix)]
#[test]
fn whoever_stops_reading_ends_it_quietly() {
    let home = Home::new();
    home.write("people.csv", crowd(3000));
    let line = format!("{} score people.csv --format csv; echo $? >code", env!("CARGO_BIN_EXE_careerfit"));
    let piped = format!("( {line} ) | head -2 >two");
    let mut shell = std::process::Command::new("/bin/sh");
    let ran = shell.args(["-c", &piped]).current_dir(home.path(".")).output().expect("a shell");
    assert_eq!(String::from_utf8_lossy(&ran.stderr), "");
    let read = |name: &str| std::fs::read_to_string(home.path(name)).expect("a file");
    assert_eq!((read("code").trim(), read("two").lines().count()), ("0", 2));
}
