//! Hostile and ambiguous input at the command line: refused by name, never picked from.

use std::fs;
use std::process::{Command, Output};
use tempfile::TempDir;

fn careerfit(home: &TempDir, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_careerfit"));
    command.env("XDG_DATA_HOME", home.path()).env("XDG_CONFIG_HOME", home.path()).env("HOME", home.path());
    command.current_dir(home.path()).args(arguments).output().expect("it starts")
}

fn home(name: &str, text: impl AsRef<[u8]>) -> TempDir {
    let home = tempfile::tempdir().expect("a folder");
    fs::write(home.path().join(name), text).expect("written");
    home
}

fn error(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_question_twice_on_a_line_is_refused() {
    let home = home("x.jsonl", "{\"person\":\"a\",\"enjoy-street-photos\":5,\"enjoy-street-photos\":1}\n");
    let output = careerfit(&home, &["score", "x.jsonl"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(error(&output).contains("x.jsonl:1: 'enjoy-street-photos' is there twice"), "{}", error(&output));
}

#[test]
fn json_lines_may_begin_with_a_byte_order_mark() {
    let home = home("x.jsonl", "\u{feff}{\"person\":\"a\",\"enjoy-street-photos\":5}\n");
    let output = careerfit(&home, &["score", "x.jsonl"]);
    assert!(output.status.success(), "{}", error(&output));
}

#[test]
fn two_rows_of_one_name_are_never_picked_from() {
    for text in ["person,enjoy-street-photos\nx,5\nx,1\n", "person,enjoy-street-photos\n3,5\n,1\n"] {
        let home = home("x.csv", text);
        let wanted = if text.contains('x') { "x" } else { "3" };
        let output = careerfit(&home, &["explain", "x.csv", "carpenter", "--person", wanted]);
        assert_eq!(output.status.code(), Some(2), "{text}");
        assert!(error(&output).contains("on lines 2 and 3"), "{}", error(&output));
    }
}

#[test]
fn another_encoding_is_named_with_its_line() {
    let home = home("x.csv", b"person,enjoy-street-photos\nJos\xe9,5\nJos\xe8,1\nAnna,3\n");
    let output = careerfit(&home, &["score", "x.csv", "--format", "csv"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(error(&output).contains("x.csv:2: this is not UTF-8 text"), "{}", error(&output));
    assert!(String::from_utf8_lossy(&output.stdout).contains("Anna"), "the rest goes on");
    assert!(!String::from_utf8_lossy(&output.stdout).contains('\u{fffd}'));
}

#[test]
fn what_is_no_regular_file_or_too_large_is_refused_by_name() {
    let home = home("x.toml", "");
    fs::create_dir(home.path().join("d.csv")).expect("made");
    let large = fs::File::create(home.path().join("large.toml")).expect("made");
    large.set_len(2 << 30).expect("set");
    for (arguments, says) in [
        (&["score", "d.csv"][..], "d.csv"),
        (&["score", "large.toml"], "large.toml: it is larger than 4 MiB"),
        (&["check", "large.toml"], "large.toml: it is larger than 64 MiB"),
        (&["--questionnaire", "large.toml", "questions"], "larger than 64 MiB"),
        (&["check", "/dev/zero"], "/dev/zero: it is not a regular file"),
    ] {
        let output = careerfit(&home, arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(error(&output).contains(says), "{}", error(&output));
    }
}

#[test]
fn a_settings_file_that_is_named_counts_wherever_it_is_offered() {
    let home = home("short.toml", "length = \"quick\"\n");
    fs::write(home.path().join("bad.toml"), "theem = 1\n").expect("written");
    for command in [&["plain"][..], &["take", "--jsonl"], &["config"]] {
        for (file, code) in [("nowhere.toml", 2), ("bad.toml", 1)] {
            let output = careerfit(&home, &[&["--config", file], command].concat());
            assert_eq!(output.status.code(), Some(code), "{command:?} {file}: {}", error(&output));
        }
    }
    let refused = careerfit(&home, &["--config", "short.toml", "questions"]);
    assert!(refused.status.code() == Some(2) && error(&refused).contains("leave it out"), "{}", error(&refused));
    let output = careerfit(&home, &["--config", "short.toml", "take", "--jsonl"]);
    assert!(String::from_utf8_lossy(&output.stdout).contains("\"length\":\"quick\""));
}

#[test]
fn what_was_typed_is_said_harmlessly() {
    let home = home("x.toml", "");
    let output = careerfit(&home, &["score", "--format", "\u{202e}\u{1b}[2J", "x.toml"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(!error(&output).contains(['\u{202e}', '\u{1b}']), "{:?}", error(&output));
}

#[test]
fn a_deleted_session_leaves_no_copy_and_nothing_answered_is_not_said_to_be_saved() {
    let home = home("x.toml", "");
    let sessions = home.path().join("careerfit/sessions");
    fs::create_dir_all(&sessions).expect("made");
    fs::write(sessions.join("me.toml"), "version = 1").expect("written");
    fs::write(sessions.join("me.unreadable-1.toml"), "answers").expect("written");
    assert!(careerfit(&home, &["sessions", "delete", "me"]).status.success());
    assert_eq!(fs::read_dir(&sessions).expect("a folder").count(), 0);
    let output = careerfit(&home, &["plain"]);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(said.contains("nothing is saved") && !said.contains("Saved as"), "{said}");
}

#[test]
fn a_quote_that_nobody_closes_costs_its_own_line_and_no_other() {
    let home = home("x.csv", "person,enjoy-street-photos\na,5\n\"b,5\nc,5\nd,5\n");
    let output = careerfit(&home, &["score", "x.csv", "--format", "csv", "--top", "1"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(error(&output).contains("x.csv:3: a quote opened on this line is never closed, so this line was not read"));
    assert_eq!(String::from_utf8_lossy(&output.stdout).lines().count(), 4, "the header and a, c, d");

    let home = self::home("x.csv", "person,enjoy-street-photos\n\"b,5\nc,5\n\"d\",5\ne,5\n");
    let output = careerfit(&home, &["score", "x.csv", "--format", "csv", "--top", "1"]);
    assert!(
        error(&output).contains("x.csv:2: ")
            && error(&output).contains("closed on line 4 in the middle of a cell, so 3 lines")
    );
    assert!(String::from_utf8_lossy(&output.stdout).contains("\ne,"), "the rest goes on");
}

#[test]
fn somebody_without_a_name_and_somebody_called_like_that_line_are_never_mixed_up() {
    for (text, second) in [
        ("person,enjoy-street-photos\n3,5\n,1\nx,2\n", 3),
        ("person,enjoy-street-photos\n,5\nx,1\n2,2\n", 4),
        ("person,enjoy-street-photos\nx,5\n,1\n3,2\n", 4),
    ] {
        let home = home("x.csv", text);
        let output = careerfit(&home, &["score", "x.csv", "--format", "csv", "--top", "1"]);
        assert_eq!(output.status.code(), Some(1), "{text}");
        assert!(error(&output).contains(&format!("x.csv:{second}: '")) && error(&output).contains("ambiguous"));
        assert_eq!(String::from_utf8_lossy(&output.stdout).lines().count(), 3, "the header and the other two");
    }
    let home = home("x.jsonl", "{\"person\":2,\"enjoy-street-photos\":5}\n{\"enjoy-street-photos\":1}\n");
    let output = careerfit(&home, &["score", "x.jsonl"]);
    assert!(error(&output).contains("x.jsonl:2: '2' is ambiguous"), "{}", error(&output));
    let home = self::home("x.csv", "enjoy-street-photos\n5\n1\n");
    assert!(careerfit(&home, &["score", "x.csv"]).status.success(), "nobody has a name");
}

/// Names come out as they went in, for the next program; a spreadsheet gets nothing that it would run, where that is asked.
#[test]
fn names_pass_byte_for_byte_and_a_spreadsheet_can_be_kept_from_running_them() {
    let names =
        ["=cmd|' /C calc'!A0", "@SUM(1)", "+1-1", "-2", "\t=1+1", " x ", "a\tb", "\u{202e}n\u{200b}", "-", "a\nb"];
    let rows = names.map(|name| format!("\"{name}\",5\n")).concat();
    let home = home("x.csv", format!("person,enjoy-street-photos\n{rows}"));
    let scored = |more: &[&str]| {
        let output = careerfit(&home, &[&["score", "x.csv", "--format", "csv", "--top", "1"], more].concat());
        assert!(output.status.success(), "{}", error(&output));
        let mut table = csv::Reader::from_reader(output.stdout.as_slice());
        table.records().map(|row| row.expect("a row")[0].to_string()).collect::<Vec<_>>()
    };
    assert_eq!(scored(&[]), names);
    for (guarded, name) in scored(&["--safe-csv"]).iter().zip(names) {
        let runs = name.starts_with(['=', '+', '-', '@', '\t']);
        assert_eq!(*guarded, if runs { format!("'{name}") } else { name.to_string() });
    }
    let output = careerfit(&home, &["score", "x.csv", "--safe-csv"]);
    assert_eq!(output.status.code(), Some(2), "only a CSV can be guarded");
}

#[test]
fn of_very_many_mistakes_the_first_are_said_and_the_rest_is_counted() {
    let many = |count, piece: &dyn Fn(usize) -> String| (0..count).map(piece).collect::<Vec<_>>().concat();
    let columns = many(100_000, &|number| format!(",odd-{number}"));
    let home = home("columns.csv", format!("person{columns}\n"));
    fs::write(home.path().join("rows.csv"), format!("person,enjoy-street-photos\n{}", "x,9\n".repeat(100_000)))
        .expect("written");
    let keys = many(50_000, &|number| format!(",\"odd-{number}\":1"));
    fs::write(home.path().join("keys.jsonl"), format!("{{\"person\":\"x\"{keys}}}\n")).expect("written");
    fs::write(home.path().join("careers.toml"), "[[career]]\nid = 7\n".repeat(50_000)).expect("written");
    let tables = "version = 1\n".to_string() + &many(100_000, &|number| format!("[odd{number}]\n"));
    fs::write(home.path().join("tables.toml"), tables).expect("written");
    fs::write(home.path().join("syntax.toml"), "[[career]]\nid = = 1\n\n".repeat(50_000)).expect("written");
    for (arguments, rest) in [
        (&["score", "columns.csv"][..], "and 99990 more columns"),
        (&["score", "keys.jsonl"], "and 49950 more keys"),
        (&["score", "rows.csv"], "and 99950 more rows that cannot be read"),
        (&["check", "careers.toml"], "careers.toml: and "),
        (&["check", "tables.toml"], "tables.toml: and "),
        (&["check", "syntax.toml"], "syntax.toml: and "),
        (&["--catalogue", "careers.toml", "career", "nurse"], "careers.toml: and "),
    ] {
        let output = careerfit(&home, arguments);
        let said = String::from_utf8_lossy(&output.stdout).into_owned() + &error(&output);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}: {said}");
        assert!(said.contains(rest) && said.len() < 60_000, "{arguments:?}: {} bytes: {said:.2000}", said.len());
    }
}

/// Runs a line of shell beside the program, whose path is `$0`.
fn shell(home: &TempDir, line: &str) -> Output {
    let mut command = Command::new("sh");
    command.env("XDG_DATA_HOME", home.path()).env("XDG_CONFIG_HOME", home.path()).env("HOME", home.path());
    command.current_dir(home.path()).args(["-c", line, env!("CARGO_BIN_EXE_careerfit")]).output().expect("a shell")
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_cannot_be_written_is_no_success() {
    let home = home("x.toml", "");
    for arguments in
        ["--help", "-h", "--version", "score --help", "questions", "completions bash", "man", "sessions list"]
    {
        let output = shell(&home, &format!("\"$0\" {arguments} > /dev/full"));
        assert_eq!(output.status.code(), Some(2), "{arguments}: {}", error(&output));
    }
}

#[test]
fn a_home_that_is_no_whole_path_is_refused_by_name() {
    let home = home("x.toml", "");
    let output = shell(&home, "unset XDG_DATA_HOME XDG_CONFIG_HOME; HOME=relative \"$0\" sessions list");
    assert_eq!(output.status.code(), Some(2));
    assert!(error(&output).contains("'relative' is no whole path: set HOME"), "{}", error(&output));
    assert!(!home.path().join("relative").exists());
}

#[cfg(unix)]
#[test]
fn a_protected_session_is_left_as_it_is_and_a_folder_that_others_can_write_to_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let home = home("x.toml", "");
    assert!(shell(&home, "echo '{\"answer\":3}' | \"$0\" take --jsonl --parts-only --session me").status.success());
    let session = home.path().join("careerfit/sessions/me.toml");
    let before = fs::read(&session).expect("saved");
    fs::set_permissions(&session, fs::Permissions::from_mode(0o444)).expect("set");
    let output = shell(&home, "echo '{\"answer\":3}' | \"$0\" take --jsonl --parts-only --session me");
    assert_eq!(output.status.code(), Some(2));
    assert!(error(&output).contains("me.toml is protected against writing"), "{}", error(&output));
    assert_eq!(fs::read(&session).expect("there"), before);

    fs::set_permissions(home.path().join("careerfit/sessions"), fs::Permissions::from_mode(0o777)).expect("set");
    let output = shell(&home, "\"$0\" sessions list");
    assert!(output.status.success() && error(&output).contains("others can write to"), "{}", error(&output));
}

/// Killed at any moment, an export leaves a whole file or none, and nothing hidden.
#[cfg(target_os = "linux")]
#[test]
fn an_export_that_is_killed_leaves_nothing_behind() {
    let home = home("x.toml", "");
    assert!(shell(&home, "echo '{\"answer\":3}' | \"$0\" take --jsonl --parts-only --session me").status.success());
    let whole = shell(&home, "\"$0\" sessions export me --format html").stdout.len();
    let runs = if std::env::var_os("CAREERFIT_LONG").is_some() { 300 } else { 20 };
    for run in 0..runs {
        let mut command = Command::new(env!("CARGO_BIN_EXE_careerfit"));
        command.env("XDG_DATA_HOME", home.path()).env("HOME", home.path()).current_dir(home.path());
        let arguments = ["sessions", "export", "me", "--format", "html", "--out", "r.html"];
        let mut child = command.args(arguments).stderr(std::process::Stdio::null()).spawn().expect("it starts");
        std::thread::sleep(std::time::Duration::from_micros(run * 37_123 % 120_000));
        child.kill().expect("it is our child");
        child.wait().expect("it ends");
        let names = fs::read_dir(home.path()).expect("a folder").map(|entry| entry.expect("an entry").file_name());
        let hidden: Vec<_> = names.filter(|name| name.to_string_lossy().starts_with('.')).collect();
        assert!(hidden.is_empty(), "{hidden:?}");
        if let Ok(data) = fs::metadata(home.path().join("r.html")) {
            assert_eq!(usize::try_from(data.len()), Ok(whole), "a part of it");
            fs::remove_file(home.path().join("r.html")).expect("removed");
        }
    }
}
