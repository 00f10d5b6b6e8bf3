//! The questionnaire for programs: the transcript that the documentation shows is what happens.

mod run;

use run::Home;
use serde_json::Value;
use std::fs;
use std::path::Path;

/// The lines of the transcript that a program says.
fn said(line: &str) -> bool {
    ["{\"answer\"", "{\"skip\"", "{\"back\"", "{\"stop\""].iter().any(|begin| line.starts_with(begin))
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
        if line.starts_with("{\"ask\"") || line.starts_with("{\"error\"") {
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
    assert!(now == transcript, "the transcript says\n{transcript}\nbut now it is\n{now}");
}

#[test]
fn every_line_is_json_and_situation_goals_and_sliders_are_asked_too() {
    let home = Home::new();
    let mut input = String::from("{\"answer\":4}\n{\"answer\":6}\n{\"skip\":true}\n{\"answer\":4}\n");
    input += "{\"answer\":\"carpenter\"}\n{\"answer\":2}\n{\"answer\":2}\n{\"skip\":true}\n";
    input += &"{\"answer\":3}\n".repeat(29);
    input += "{\"answer\":1}\n{\"answer\":4}\n{\"back\":true}\n{\"answer\":5}\n{\"skip\":true}\n";
    input += &"{\"answer\":3}\n".repeat(3);
    let ran = home.run(&["take", "--jsonl", "--length", "quick", "--session", "bot"], &input);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let lines: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(lines[0]["hello"]["parts"], serde_json::json!(["enjoy", "good-at", "passions", "you"]));
    let parts: Vec<&str> = lines.iter().filter_map(|line| line["ask"]["part"].as_str()).collect();
    for part in ["situation", "leave", "goals", "enjoy", "good-at", "passions", "you", "sliders"] {
        assert!(parts.contains(&part), "{part}: {parts:?}");
    }
    let twice = lines.iter().filter_map(|line| line["error"]["message"].as_str());
    assert_eq!(twice.collect::<Vec<_>>(), ["2 is chosen already: choose another, or skip to go on"]);
    assert_eq!(lines.last().expect("a result")["result"]["person"], "bot");
    let saved = home.saved("bot");
    assert!(saved.contains("present_job = \"47-2031.00\"") && saved.contains("bills-plan = 5"), "{saved}");
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
