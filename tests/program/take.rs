//! The questionnaire for programs: the transcript that the documentation shows is what happens.

use crate::manners::saved;
use crate::run::{Home, session, somebody};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// Whether a line is the pattern, in which `…` stands for anything.
fn matches(pattern: &str, line: &str) -> bool {
    let mut pieces = pattern.split('…');
    let first = pieces.next().unwrap_or_default();
    let Some(mut rest) = line.strip_prefix(first) else { return false };
    let pieces: Vec<&str> = pieces.collect();
    let Some((last, between)) = pieces.split_last() else { return rest.is_empty() };
    for piece in between {
        let Some((_, behind)) = rest.split_once(piece) else { return false };
        rest = behind;
    }
    rest.ends_with(last)
}

#[test]
fn the_transcript_of_the_documents_is_what_happens_and_each_line_in_gets_one_line_out() {
    let page = fs::read_to_string("docs/take.md").expect("the page");
    let (_, rest) = page.split_once("```text\n").expect("the transcript");
    let transcript: Vec<&str> = rest.split("```").next().unwrap_or_default().lines().collect();
    let input: String = transcript.iter().filter_map(|line| line.strip_prefix("> ")).flat_map(|l| [l, "\n"]).collect();
    let home = Home::new();
    let ran = home.run(&["take", "--jsonl", "--no-save", "--length", "quick"], &input);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let mut said = ran.out.lines();
    let turns = transcript.windows(2).filter(|pair| pair[0].starts_with("> "));
    for pair in turns {
        assert!(pair[1].starts_with("< "), "{}", pair[0]);
    }
    for pattern in transcript.iter().filter_map(|line| line.strip_prefix("< ")) {
        let line = said.next().expect("a line");
        assert!(matches(pattern, line), "the page says\n{pattern}\nbut it is\n{line}");
    }
    assert_eq!(said.next(), None);
    assert!(!home.path(".local").exists(), "--no-save leaves nothing behind");
}

#[test]
fn the_speed_of_a_program_is_not_held_against_its_answers() {
    let home = Home::new();
    let input = "{\"answer\":4}\n{\"answer\":2}\n".repeat(40);
    let ran = home.run(&["take", "--jsonl", "--no-save", "--parts-only", "--length", "quick"], &input);
    let result = ran.out.lines().find(|line| line.contains("\"result\"")).expect("a result");
    assert!(!result.contains("within a second"), "{result}");
}

#[test]
fn nor_is_it_where_the_session_of_a_program_is_read_later() {
    let home = Home::new();
    let input = "{\"answer\":4}\n{\"answer\":2}\n".repeat(40);
    home.run(&["take", "--jsonl", "--parts-only", "--length", "quick", "--session", "fast"], &input);
    for read in [&["score", "fast"][..], &["sessions", "export", "fast"]] {
        let said = home.run(read, "").out;
        assert!(said.contains("answers") && !said.contains("within a second"), "{said}");
    }

    home.write(".local/share/careerfit/sessions/anna.toml", session("anna", &somebody()));
    home.run(&["take", "--jsonl", "--parts-only", "--session", "anna"], "");
    let read = saved(&home, "anna");
    assert!(saved(&home, "fast").contains("by_program") && !read.contains("by_program"), "it gave no answer: {read}");
}

#[test]
fn an_answer_that_is_no_choice_is_refused_with_the_choices() {
    let home = Home::new();
    let arguments = ["take", "--jsonl", "--no-save", "--parts-only", "--length", "quick"];
    for answer in ["1.5", "\"yes\"", "9"] {
        let ran = home.run(&arguments, &format!("{{\"answer\":{answer}}}\n"));
        assert!(ran.out.contains("is none of the choices, which are 1, 2, 3, 4, 5"), "{answer}: {}", ran.out);
    }
}

#[test]
fn a_whole_number_with_a_fraction_of_nothing_is_that_number() {
    let said = Home::new().run(&["take", "--jsonl", "--no-save", "--parts-only"], "{\"answer\":4.0}\n").out;
    assert!(said.contains("\"answer\":4,\"label\""), "{said}");
}

#[test]
fn a_question_that_comes_again_to_check_has_no_answer_before() {
    let input = "{\"answer\":4}\n{\"answer\":2}\n{\"answer\":5}\n".repeat(40);
    let said = Home::new().run(&["take", "--jsonl", "--no-save", "--parts-only", "--length", "standard"], &input).out;
    let again: Vec<&str> = said.lines().filter(|line| line.contains("\"again\":true")).collect();
    assert!(!again.is_empty() && again.iter().all(|line| !line.contains("\"before\"")), "{again:?}");
}

#[test]
fn a_session_with_nothing_left_to_ask_gets_its_result_behind_the_greeting() {
    let home = Home::new();
    let all = "{\"answer\":2}\n".repeat(200);
    home.run(&["take", "--jsonl", "--parts-only", "--length", "quick", "--session", "done"], &all);
    let said = home.run(&["take", "--jsonl", "--session", "done", "--parts-only"], "").out;
    let lines: Vec<&str> = said.lines().collect();
    assert!(lines.len() == 2 && lines[0].contains("\"hello\"") && lines[1].contains("\"result\""), "{said}");
    let page = fs::read_to_string("docs/take.md").expect("the page");
    assert!(page.contains("or `hello` and the `result`"), "take.md says so");
}

#[test]
fn the_python_example_reads_a_ranking() {
    let program = env!("CARGO_BIN_EXE_careerfit");
    let Ok(ran) = std::process::Command::new("python3").args(["docs/take.py", program]).output() else {
        return; // there is no Python here
    };
    let said = String::from_utf8_lossy(&ran.stdout).into_owned();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    assert_eq!(said.lines().count(), 6, "{said}");
    assert!(said.contains("ranked") && said.contains("   1  "), "{said}");
}

#[test]
fn what_is_meant_for_another_question_and_two_wishes_at_once_are_refused_and_the_id_comes_back() {
    let input = "{\"answer\":4,\"question\":\"elsewhere\",\"id\":[1]}\n{\"answer\":4,\"skip\":true,\"id\":2}\n\
                 {\"answer\":4,\"answer\":5}\n{\"id\":3}\n";
    let ran = Home::new().run(&["take", "--jsonl", "--no-save"], input);
    let lines: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let errors: Vec<_> = lines.iter().filter(|line| line["error"]["message"].is_string()).collect();
    assert_eq!(errors.len(), 4, "{}", ran.out);
    assert_eq!([&errors[0]["id"], &errors[1]["id"], &errors[3]["id"]], [&serde_json::json!([1]), &2.into(), &3.into()]);
    assert!(errors[2]["error"]["message"].as_str().is_some_and(|said| said.contains("duplicate field `answer`")));
}

/// The lines of the transcript that a program says.
fn said(line: &str) -> bool {
    ["{\"answer\"", "{\"skip\"", "{\"back\"", "{\"undo\"", "{\"stop\""].iter().any(|begin| line.starts_with(begin))
}

/// Plays the program's side of a transcript and writes down both.
fn played(transcript: &str) -> String {
    let input: Vec<&str> = transcript.lines().filter(|line| said(line)).collect();
    let ran = Home::new().run(&["take", "--jsonl", "--parts-only", "--length", "quick"], &(input.join("\n") + "\n"));
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let mut input = input.into_iter();
    let mut lines = Vec::new();
    for line in ran.out.lines() {
        lines.push(line);
        if ["{\"ask\"", "{\"error\"", "{\"heard\""].iter().any(|begin| line.starts_with(begin)) {
            lines.extend(input.next());
        }
    }
    lines.join("\n") + "\n"
}

/// Write it anew with `UPDATE_TRANSCRIPT=1` after a change that is meant, and read it.
#[test]
fn the_transcript_is_what_happens() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/transcripts/take.jsonl");
    let transcript = fs::read_to_string(&path).expect("the transcript");
    let now = played(&transcript);
    if std::env::var_os("UPDATE_TRANSCRIPT").is_some() {
        fs::write(&path, now).expect("the transcript");
        return;
    }
    let differs = transcript.lines().zip(now.lines()).find(|(stands, now)| stands != now);
    assert!(now == transcript, "first {differs:?}: where it is meant, UPDATE_TRANSCRIPT=1 writes it anew, to be read");
}

/// A client that answers what is asked until there is a result; everything that was written comes back.
fn conversed(home: &Home, arguments: &[&str], mut answer: impl FnMut(&Value) -> Value) -> Vec<Value> {
    use std::io::{BufRead, BufReader, Write};
    use std::process::{Command, Stdio};
    let mut command = Command::new(env!("CARGO_BIN_EXE_careerfit"));
    command.args(arguments).env_clear().env("HOME", home.path("")).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().expect("the program runs");
    let mut input = child.stdin.take().expect("an input");
    let mut lines = Vec::new();
    for line in BufReader::new(child.stdout.take().expect("an output")).lines() {
        let line: Value = serde_json::from_str(&line.expect("a line")).expect("JSON");
        if line["ask"].is_object() {
            writeln!(input, "{}", answer(&line["ask"])).expect("sent");
        }
        lines.push(line);
    }
    assert!(child.wait().expect("an end").success());
    lines
}

#[test]
fn every_line_is_json_and_situation_goals_and_sliders_are_asked_too() {
    use serde_json::json;
    let home = Home::new();
    let answer = |ask: &Value| match ask["id"].as_str().unwrap_or_default() {
        "now" => json!({ "answer": 4 }),
        "leave" => json!({ "answer": [6] }),
        "present-job" => json!({ "answer": "carpenter" }),
        "bills-plan" => json!({ "answer": 5 }),
        _ if ask["kind"] == "several" => json!({ "answer": [2] }),
        _ => json!({ "answer": ask["choices"][0]["value"] }),
    };
    let lines = conversed(&home, &["take", "--jsonl", "--length", "quick", "--session", "bot"], answer);
    assert_eq!(lines[0]["hello"]["parts"], json!(["enjoy", "good-at", "passions", "you"]));
    let parts: Vec<&str> = lines.iter().filter_map(|line| line["ask"]["part"].as_str()).collect();
    for part in ["situation", "leave", "goals", "enjoy", "good-at", "passions", "you", "sliders"] {
        assert!(parts.contains(&part), "{part}: {parts:?}");
    }
    assert_eq!(lines.last().expect("a result")["result"]["person"], "bot");
    let saved = saved(&home, "bot");
    assert!(saved.contains("present_job = \"47-2031.00\"") && saved.contains("bills-plan = 5"), "{saved}");
}

/// A session that stands at the card of a bus driver, with an answer to every question.
fn at_a_card() -> Home {
    let home = Home::new();
    let text = session("bot", &somebody()).replacen("length =", "at = \"card:53-3052.00\"\nlength =", 1);
    home.write(".local/share/careerfit/sessions/bot.toml", text);
    home
}

/// What comes back to these lines at the card, without the greeting.
fn replies(home: &Home, input: &str) -> Vec<Value> {
    let ran = home.run(&["take", "--jsonl", "--session", "bot"], input);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    ran.out.lines().skip(1).map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

#[test]
fn moved_stands_only_in_the_reply_to_a_card_or_a_condition() {
    let input = "{\"answer\":1}\n{\"back\":true}\n{\"skip\":true}\n{\"undo\":true}\n";
    let said = replies(&at_a_card(), input);
    assert_eq!(said[0]["ask"]["id"], "card:53-3052.00");
    let moved: Vec<bool> = said[..5].iter().map(|line| line["moved"].is_object()).collect();
    assert_eq!(moved, [false, true, false, true, false], "{said:?}");

    // cards and conditions are followed by sliders, which move nothing
    let said = replies(&at_a_card(), &"{\"answer\":1}\n".repeat(60));
    let after = said.windows(2).filter(|pair| pair[1]["moved"].is_object()).map(|pair| &pair[0]["ask"]["part"]);
    let after: Vec<&str> = after.filter_map(Value::as_str).collect();
    assert!(
        after.contains(&"conditions") && after.iter().all(|part| ["cards", "conditions"].contains(part)),
        "{after:?}"
    );
    assert!(said.iter().any(|line| line["ask"]["part"] == "sliders"));
}

#[test]
fn undo_takes_the_last_card_back_and_says_so_where_nothing_is_left() {
    let home = at_a_card();
    let said = replies(&home, "{\"undo\":true}\n{\"answer\":1}\n{\"undo\":true,\"id\":3}\n");
    assert_eq!(said[1]["error"]["message"], "there is no answer to take back");
    assert_eq!((&said[3]["id"], &said[3]["heard"]["undo"]), (&3.into(), &true.into()), "{said:?}");
    assert_eq!(said[3]["ask"]["id"], "card:53-3052.00");
    assert!(!saved(&home, "bot").contains("[[card]]"), "as if it had never been given");
}

#[test]
fn a_card_that_is_not_for_somebody_because_of_its_pay_names_the_limit_that_hides_such_careers() {
    let said = replies(&at_a_card(), "{\"answer\":4}\n{\"answer\":1}\n");
    assert_eq!((&said[1]["limit"]["id"], said[1]["moved"]["came"].as_array().map(Vec::len)), (&"pay".into(), Some(0)));
    assert!(said[2]["limit"].is_null(), "{said:?}");
    let said = replies(&at_a_card(), "{\"answer\":8}\n");
    assert!(said[1]["limit"].is_null(), "of work that would bore nothing is known: {said:?}");
}

#[test]
fn of_several_choices_one_at_a_time_none_counts_twice() {
    let input = "{\"answer\":4}\n{\"answer\":2}\n{\"answer\":2}\n{\"skip\":true}\n";
    let ran = Home::new().run(&["take", "--jsonl", "--no-save"], input);
    let lines: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let twice = lines.iter().filter_map(|line| line["error"]["message"].as_str());
    assert_eq!(twice.collect::<Vec<_>>(), ["2 is chosen already: choose another, or skip to go on"]);
}

#[test]
fn what_cannot_be_understood_is_an_error_and_the_question_stays() {
    let mut input = String::new();
    for wrong in
        ["", "nonsense", "{}", "{\"answer\":9}", "{\"answer\":-1}", "{\"answer\":\"x\"}", "{\"skip\":false}", "[]"]
    {
        input += wrong;
        input += "\n";
    }
    input += "{\"back\":true}\n\u{1b}[2J\n";
    let ran = Home::new().run(&["take", "--jsonl", "--parts-only"], &input);
    assert_eq!(ran.code, 0);
    let lines: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(lines.iter().filter(|line| line["error"]["message"].is_string()).count(), 10, "{}", ran.out);
    assert_eq!(lines.iter().filter(|line| line["ask"].is_object()).count(), 1, "{}", ran.out);
    assert_eq!(lines.last().expect("a result")["result"]["verdict"], "no direction yet");
    assert!(!ran.out.contains('\u{1b}'));
}
