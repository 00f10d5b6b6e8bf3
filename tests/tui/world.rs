//! What the world may do to the program, and what the program does to the world: disks that fill, terminals that say
//! nothing or too much, files that mean harm, and no word to anybody.

use crate::pty::{PROGRAM, Real, asked_in, at, folder};
use rustix::process::Pid;
use std::collections::BTreeMap;
use std::fs;
use std::thread;
use std::time::{Duration, Instant};

/// A session's file in a home.
fn write_session(home: &tempfile::TempDir, name: &str, text: &str) {
    let sessions = home.path().join("careerfit/sessions");
    fs::create_dir_all(&sessions).expect("a folder");
    fs::write(sessions.join(format!("{name}.toml")), text).expect("written");
}

/// The numbers of all sockets that a process holds.
fn sockets(process: Pid) -> Vec<String> {
    let entries = fs::read_dir(format!("/proc/{}/fd", process.as_raw_nonzero())).expect("it runs");
    let links = entries.filter_map(|entry| fs::read_link(entry.ok()?.path()).ok());
    let names =
        links.filter_map(|link| Some(link.to_str()?.strip_prefix("socket:[")?.trim_end_matches(']').to_string()));
    names.collect()
}

/// Sockets of this machine that lead nowhere: pairs within a program, by number and whether they have a name.
fn unix(process: Pid) -> BTreeMap<String, bool> {
    let text = fs::read_to_string(format!("/proc/{}/net/unix", process.as_raw_nonzero())).expect("Linux");
    let fields = text.lines().skip(1).map(|line| line.split_whitespace().collect::<Vec<_>>());
    fields.filter_map(|fields| Some(((*fields.get(6)?).to_string(), fields.len() > 7))).collect()
}

/// What a signal is passed on with is a pair of sockets without a name inside the program: nothing else is held.
#[cfg(target_os = "linux")]
fn assert_no_way_out(real: &Real, place: &str) {
    let known = unix(real.process());
    for socket in sockets(real.process()) {
        let named = known.get(&socket);
        assert_eq!(named, Some(&false), "at {place} the socket {socket} is held, which is no nameless local one");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn no_screen_holds_a_socket_to_anywhere() {
    let mut real = Real::saying(&["--length", "quick", "--theme", "dark"]);
    real.wait_for("Begin the questionnaire");
    let way = [
        ("4", "version 0.1.0"),
        ("\x1b", "Begin the"),
        ("3", "A road map, or paying"),
        ("\x1b", "Begin the"),
        ("/", "type a word"),
        ("nurse", "Nurse"),
        ("\x1b", "type a word"),
        ("\x1b", "Begin the"),
        ("1", "Where are you right"),
        ("1", "How soon"),
        ("s", "Which job"),
        ("baker", "Baker"),
        ("\r", "What should work"),
        ("\r", "Part 1 of 4"),
    ];
    for (keys, then) in way {
        real.send(keys).wait_for(then);
        assert_no_way_out(&real, then);
    }
    real.send("\r");
    for question in 1..=asked_in(0) {
        real.wait_for(&at(question));
        assert_no_way_out(&real, &at(question));
        if question == 3 {
            for (keys, then) in
                [("?", "careerfit  Keys"), ("\x1b", "As a job"), ("v", "All your answers"), ("\x1b", "As a job")]
            {
                real.send(keys).wait_for(then);
                assert_no_way_out(&real, then);
            }
        }
        real.send(["5", "2", "4", "1"][question % 4]);
    }
    real.wait_for("Part 2 of 4").second_part(12 - asked_in(0)).send("r").wait_for("What fits you");
    for keys in ["\r", "m", "n", "L", " j c", "fF", "i", "p", "p2", "p3", "p4", "P", "w", "o", "e", "d", "?", "a"] {
        real.send(keys);
        for _ in 0..3 {
            thread::sleep(Duration::from_millis(40));
            assert_no_way_out(&real, keys);
            if real.screen().contains("What fits you") {
                break;
            }
            real.send("\x1b");
        }
    }
    thread::sleep(Duration::from_millis(100));
    real.send("\x03");
    assert_eq!(real.ends().exit_code(), 130);
}

#[test]
fn a_disk_without_room_is_said_and_what_was_saved_before_is_whole() {
    let mut real = Real::started(folder(), "sh", |sh| {
        sh.args(["-c", "ulimit -f 2; exec \"$0\" --length quick --theme dark", PROGRAM]);
    });
    real.wait_for("Begin the questionnaire").send("\r").wait_for("Where are you right now?").send("s");
    real.wait_for("How soon").send("s").wait_for("Which job").send("\r");
    real.wait_for("What should work bring you").send("\r").wait_for("Part 1 of 4").send("\r");
    for question in 1..=asked_in(0) {
        real.wait_for(&at(question)).send("4");
    }
    real.wait_for("Part 2 of 4").send("\r").wait_for("1 of 4").send("4").wait_for("2 of 4").send("4");
    real.wait_for("Not saved: cannot save").send("q").wait_for("Leave without them").send("3");
    assert_eq!(real.ends().exit_code(), 2);
    real.assert_clean();
    assert!(real.saved().ends_with("# end\n"), "{}", real.saved());
    assert!(real.saved().matches("[[answer]]").count() > 3);
}

#[test]
fn a_folder_that_cannot_be_used_is_said_and_one_can_go_on() {
    let home = folder();
    fs::write(home.path().join("careerfit"), "not a folder").expect("written");
    let mut real = Real::again(home);
    real.wait_for("cannot be kept").send("\r").wait_for("Go on without saving").send("1").wait_for("How much time");
    real.send("1").wait_for("Where are you right now?").send("1").wait_for("NOT SAVED").wait_for("How soon").send("q");
    real.wait_for("Leave without them").send("3");
    assert_eq!(real.ends().exit_code(), 2);
    real.assert_clean();
}

#[test]
fn garbage_in_the_place_of_a_session_is_said_and_left_alone() {
    let home = folder();
    write_session(&home, "answers", "\u{1b}]0;owned\u{7}garbage");
    let mut real = Real::again(home);
    real.wait_for("cannot be read").wait_for("FILE'").send("\r").wait_for("How much time").send("1");
    real.wait_for("Where are you right now?").send("1").wait_for("How soon").send("q");
    assert!(real.ends().success());
    assert!(real.saved().ends_with("garbage"));
    assert!(real.home.path().join("careerfit/sessions/answers-2.toml").exists());
    assert!(!real.raw().contains("\u{1b}]0;"), "the file's escape sequence reached the terminal");
}

#[test]
fn escape_sequences_in_a_session_never_reach_the_terminal() {
    let home = folder();
    let evil = "\\u001b]0;owned\\u0007\\u001b[2J\\u009b31m";
    let text = format!(
        "version = 1\nname = \"answers\"\nat = \"results\"\npresent_job = \"{evil}\"\nemphasis = \"{evil}\"\n\
         goals = [\"{evil}\"]\n[questionnaire]\nid = \"{evil}\"\nhash = \"0\"\n[situation]\nnow = \"{evil}\"\n\
         [[kept]]\ncareer = \"29-1141.00\"\nnote = \"{evil}\"\n[kept.plan]\nwhy = \"{evil}\"\nstep = \"{evil}\"\n\
         by = \"2020-01-01\"\n[[kept]]\ncareer = \"{evil}\"\nnote = \"{evil}\"\n\
         [[answer]]\nquestion = \"{evil}\"\ntext = \"0\"\nvalue = 3\n"
    );
    write_session(&home, "answers", &text);
    let mut real = Real::again(home);
    real.wait_for("You meant to").send("2").wait_for("No direction yet").send("m");
    thread::sleep(Duration::from_millis(100));
    for keys in ["\r", "\x1b", "v", "\x1b", "m", "\x1b", "/", "nurse", "\r"] {
        real.send(keys);
        thread::sleep(Duration::from_millis(60));
    }
    real.send("\x03");
    assert_eq!(real.ends().exit_code(), 130);
    let raw = real.raw();
    for sequence in ["\u{1b}]0;", "\u{7}", "\u{9b}"] {
        assert!(
            !raw.replace("\u{1b}]11;?\u{7}", "").replace("\u{1b}]10;?\u{7}", "").contains(sequence),
            "{sequence:?}"
        );
    }
    real.assert_clean();
}

/// Names pass byte for byte to another program; a terminal is shown them.
#[test]
fn a_csv_on_a_terminal_cannot_steer_it() {
    let home = folder();
    fs::write(home.path().join("x.csv"), "person,enjoy-street-photos\n\u{1b}]0;owned\u{7}n\u{200b}\u{202e},5\n")
        .expect("written");
    let mut real = Real::started(home, PROGRAM, |command| {
        command.args(["score", "x.csv", "--format", "csv", "--top", "1"]);
    });
    real.wait_for("^[]0;owned^Gn<U+200B><U+202E>");
    assert!(real.ends().success());
    assert!(!real.raw().contains(['\u{1b}', '\u{7}', '\u{202e}', '\u{200b}']), "{:?}", real.raw());
}

#[test]
fn a_session_from_the_future_says_so() {
    let home = folder();
    let text = "version = 1\n[questionnaire]\nid = \"q\"\nhash = \"0\"\n[[answer]]\nquestion = \"enjoy-judge\"\ntext = \"0\"\n\
                at = 253402214400\nvalue = 3\n";
    write_session(&home, "answers", text);
    let mut real = Real::saying_at(home, &["--session", "answers"]);
    real.wait_for("9999-12-31").wait_for("still to come").send("\x03");
    assert_eq!(real.ends().exit_code(), 130);
}

#[test]
fn a_mute_terminal_costs_little_and_a_late_answer_is_no_key() {
    let begun = Instant::now();
    let mut real = Real::start();
    real.first_question();
    assert!(begun.elapsed() < crate::pty::PATIENCE);
    for reply in ["\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\", "\x1b]10;rgb:4444/3333/2222\x07", "\x1b[?62;22c", "\x1b[5;5R"] {
        real.send(reply);
        thread::sleep(Duration::from_millis(40));
    }
    real.send("?").wait_for("careerfit  Keys");
    assert_eq!(real.saved().matches("[[answer]]").count(), 0, "a terminal's answer is nobody's");
    real.send("q");
    real.ends();
}

#[test]
fn without_utf8_every_byte_is_ascii() {
    let mut real = Real::started(folder(), PROGRAM, |command| command.env("LANG", "C"));
    real.first_question().send("?").wait_for("Keys").send("q");
    assert!(real.ends().success());
    assert!(real.raw().is_ascii(), "{}", real.raw());
}

#[test]
fn without_colour_the_selection_is_still_seen() {
    let mut real = Real::started(folder(), PROGRAM, |command| command.env("NO_COLOR", "1"));
    real.wait_for("Begin the questionnaire").send("j");
    let deadline = Instant::now() + crate::pty::PATIENCE;
    let marked = |real: &Real| {
        let shown = real.shown.lock().expect("the reader goes on");
        let screen = shown.screen.screen();
        let row = (0..24).find(|row| screen.contents_between(*row, 0, *row, 80).contains("Look around"));
        row.is_some_and(|row| (0..80).any(|column| screen.cell(row, column).is_some_and(vt100::Cell::inverse)))
    };
    while !marked(&real) {
        assert!(Instant::now() < deadline, "no row is marked:\n{}", real.screen());
        thread::sleep(crate::pty::STEP);
    }
    real.send("q");
    real.ends();
    let raw = real.raw();
    let coloured = ["\x1b[31m", "\x1b[32m", "\x1b[33m", "\x1b[34m", "\x1b[35m", "\x1b[36m", "\x1b[38;", "\x1b[48;"];
    assert!(coloured.iter().all(|colour| !raw.contains(colour)), "a colour is sent");
}

#[test]
fn a_screen_that_does_not_change_costs_no_byte() {
    let mut real = Real::saying(&["--theme", "dark"]);
    real.wait_for("Begin the questionnaire");
    thread::sleep(Duration::from_millis(300));
    let before = real.raw().len();
    real.send("k").send("g").send("\x1b[A");
    thread::sleep(Duration::from_millis(300));
    assert_eq!(real.raw().len(), before, "{}", &real.raw()[before..]);
    real.send("q");
    assert!(real.ends().success());
}
