//! Rows of many people as they come: from spreadsheets, in pieces, as JSON, some of them not to be read.

use crate::run::{Home, csv, somebody};
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::time::Duration;

const HEADER: &str = "person;enjoy-judge;enjoy-win-votes";

/// The people in a CSV that was written.
fn people(out: &str) -> Vec<&str> {
    out.lines().skip(1).filter_map(|line| line.split(',').next()).collect()
}

#[test]
fn a_header_counts_after_blank_lines_and_after_the_line_that_names_the_separator() {
    let begins = ["", "\n", "\u{feff}\r\n \r\n", "sep=;\n", "\u{feff}sep=;\r\n", "\"sep=;\"\r\n"];
    for begin in begins {
        let text = format!("{begin}{HEADER}\nanna;5;2\nben;7;2\n");
        let ran = Home::new().run(&["score", "-", "--input", "csv", "--format", "csv", "--top", "1"], &text);
        assert_eq!((ran.code, people(&ran.out)), (1, vec!["anna"]), "{begin:?}: {}", ran.err);

        let line = 3 + begin.matches('\n').count();
        assert!(ran.err.contains(&format!("standard input:{line}: '7' is no answer")), "{begin:?}: {}", ran.err);
    }
}

#[test]
fn a_separator_that_is_named_counts_whatever_the_header_has_more_of() {
    let text = "sep=|\nperson|enjoy-judge|enjoy-win-votes\nanna, b, c, d|5|2\n";
    let ran = Home::new().run(&["score", "-", "--input", "csv", "--format", "json", "--top", "1"], text);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains("\"person\":\"anna, b, c, d\""), "{}", ran.out);
}

#[test]
fn a_header_that_comes_in_pieces_is_read_whole() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_careerfit"));
    command.args(["score", "-", "--input", "csv", "--format", "csv", "--top", "1"]);
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program runs");

    let mut input = child.stdin.take().expect("input");
    for piece in ["per", "son;enjoy-judge;", "enjoy-win-votes\nanna;5;2\n"] {
        input.write_all(piece.as_bytes()).expect("written");
        input.flush().expect("written");
        // so that the pieces are read one by one
        std::thread::sleep(Duration::from_millis(100));
    }
    drop(input);

    let output = child.wait_with_output().expect("an end");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(people(&String::from_utf8_lossy(&output.stdout)), ["anna"]);
}

#[test]
fn empty_values_of_json_are_empty_cells() {
    let input =
        "{\"person\":\"\",\"enjoy-judge\":5,\"enjoy-win-votes\":\"\",\"training\":\"\",\"present-job\":\" \"}\n";
    let of_lines = Home::new().run(&["score", "-", "--input", "jsonl", "--format", "csv", "--top", "1"], input);
    assert_eq!((of_lines.code, of_lines.err.as_str()), (0, ""));
    assert_eq!(people(&of_lines.out), ["1"]);

    let cells = "person,enjoy-judge,enjoy-win-votes,training,present-job\n,5,,, \n";
    let of_csv = Home::new().run(&["score", "-", "--input", "csv", "--format", "csv", "--top", "1"], cells);
    assert_eq!(of_lines.out.replace("\n1,", "\n2,"), of_csv.out);
}

#[test]
fn a_line_that_is_no_json_is_named_by_one_place_only() {
    let ran = Home::new().run(&["score", "-", "--input", "jsonl"], "\n{\"person\": x}\n");
    assert_eq!(ran.code, 1);
    assert_eq!(
        ran.err.trim_end(),
        "error: standard input:2: no JSON object: expected value at column 12; write one object a line"
    );
}

#[test]
fn an_explanation_beside_rows_that_cannot_be_read_names_fifty_and_says_so_in_its_code() {
    let mut text = csv("bob", &somebody());
    text.push_str(&"x,y\n".repeat(60));

    let home = Home::new();
    home.write("people.csv", text);
    let ran = home.run(&["explain", "people.csv", "29-1141.00", "--person", "bob"], "");
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert!(ran.out.contains("Nurse (29-1141.00)"), "{}", ran.out);
    assert_eq!(ran.err.matches("people.csv:").count(), 50, "{}", ran.err);
    assert!(ran.err.contains("and 10 more rows that cannot be read"), "{}", ran.err);
}
