//! What is said on a terminal, in a pipe and in help: lines that fit, how far a long command is, a line for every shell.

use crate::run::{Home, Ran, csv, session, somebody};
use std::fs;

#[cfg(unix)]
#[test]
fn whatever_is_read_on_a_terminal_fits_it_and_a_pipe_gets_whole_lines() {
    use crate::manners::on_a_terminal;
    use unicode_width::UnicodeWidthStr;
    const SESSIONS: &str = ".local/share/careerfit/sessions";
    const NOBODY: &str = "a name that nobody has, however long one looks for it among the people of this file";
    let home = Home::new();
    home.write(&format!("{SESSIONS}/anna.toml"), session("anna", &somebody()));
    home.write("people.csv", csv("ben", &somebody()));
    home.write(&format!("{SESSIONS}/later.toml"), session("later", &somebody()[..90]));
    let cases: [(&[&str], bool); 9] = [
        (&["score", "anna"], true),
        (&["score", "people.csv"], true),
        (&["sessions", "show", "anna"], true),
        (&["sessions", "compare", "later", "anna"], true),
        (&["sessions", "list"], false),
        (&["sessions", "export", "anna"], true),
        (&["questions"], true),
        (&["--version", "--verbose"], false),
        (&["explain", "people.csv", "cook", "--person", NOBODY], false),
    ];
    for (arguments, has_heading) in cases {
        for columns in [60, 80] {
            let shown = on_a_terminal(&home, columns, arguments, "");
            assert_eq!(has_heading, shown.contains("\u{1b}[1m") && !shown.contains("error:"), "{arguments:?}: {shown}");
            let plain =
                ["\u{1b}[1m", "\u{1b}[0m", "\u{1b}[1;31m"].iter().fold(shown, |text, code| text.replace(code, ""));
            let folder = home.path("").display().to_string();
            let too_long = |line: &&str| line.trim_end().width() > usize::from(columns) && !line.contains(&folder);
            assert_eq!(plain.lines().find(too_long), None, "{arguments:?}: {plain}");
        }
        let Ran { out, err, .. } = home.run(arguments, "");
        assert!(!(out.clone() + &err).contains('\u{1b}'), "{out}{err}");
        assert!(arguments[0] == "sessions" || (out + &err).lines().any(|line| line.width() > 80), "{arguments:?}");
    }
}

#[cfg(unix)]
#[test]
fn the_questions_line_by_line_fit_a_terminal_and_what_is_no_answer_is_answered() {
    use crate::manners::on_a_terminal;
    use unicode_width::UnicodeWidthStr;
    let home = Home::new();
    home.write(".local/share/careerfit/sessions/anna.toml", session("anna", &somebody()));
    let shown = on_a_terminal(&home, 60, &["plain", "--length", "quick"], "9\n2\n1\n1\ns\n5 7\n?\nd\nr\nq\n");
    assert!(shown.contains("Type 1, 2 or q."), "{shown}");
    let too_long = |line: &&str| line.trim_end().width() > 60;
    assert_eq!(shown.lines().find(too_long), None, "{shown}");
    let piped = home.run(&["plain", "--new", "--length", "quick"], "1\n1\ns\n5 7\n?\n").out;
    assert!(piped.lines().any(|line| line.width() > 100), "a pipe gets whole lines: {piped}");
}

#[test]
fn an_audit_says_in_a_pipe_what_it_works_on() {
    for (audit, said) in [("recover", "quick like real people"), ("bands", "15 answers"), ("stopping", "full with")] {
        let ran = Home::new().run(&["audit", audit, "--people", "1"], "");
        assert!(ran.code == 0 && ran.err.contains(said) && ran.err.lines().count() > 2, "{audit}: {}", ran.err);
    }
}

#[test]
fn help_on_completions_has_the_line_of_every_shell() {
    let page = fs::read_to_string("docs/command-line.md").expect("the page");
    let help = Home::new().run(&["completions", "--help"], "").out;
    let rows = page.lines().filter(|line| line.contains("COMPLETE"));
    let lines: Vec<String> = rows.filter_map(|row| Some(row.split('`').nth(1)?.replace("\\|", "|"))).collect();
    assert_eq!(lines.len(), 5, "{lines:?}");
    for command in lines.iter().flat_map(|line| line.split("; ")) {
        assert!(help.contains(command), "{command}\n{help}");
    }
}
