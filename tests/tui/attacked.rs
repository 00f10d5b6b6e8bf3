//! The real program where the disk refuses, another program is there, keys come too fast, and signals at the worst moment.
//!
//! `CAREERFIT_LONG=1 cargo test --test tui attacked` sends 1,000 signals in place of 45.

use crate::pty::{PATIENCE, PROGRAM, Real, STEP, at, folder};
use careerfit::model::random::Random;
use rustix::process::Signal;
use std::fs;
use std::path::PathBuf;
use std::sync::PoisonError;
use std::thread;
use std::time::{Duration, Instant};
use tempfile::TempDir;

fn sessions(home: &TempDir) -> PathBuf {
    home.path().join("careerfit/sessions")
}

fn answers(text: &str) -> usize {
    text.matches("[[answer]]").count()
}

/// Something else takes the place of the sessions' folder: no save works from here on, whoever runs this.
fn disk_refuses(real: &Real) {
    let folder = sessions(&real.home);
    fs::rename(&folder, folder.with_extension("away")).expect("moved");
    fs::write(&folder, "no folder").expect("written");
}

fn disk_works_again(real: &Real) {
    let folder = sessions(&real.home);
    fs::remove_file(&folder).expect("removed");
    fs::rename(folder.with_extension("away"), &folder).expect("moved back");
}

/// Three answers, of which the last two are not saved.
fn with_unsaved() -> Real {
    let mut real = Real::start();
    real.first_question().send("3").wait_for(&at(2));
    disk_refuses(&real);
    real.send("4").wait_for("Not saved").send("3").wait_for(&at(4)).wait_for("NOT SAVED");
    real
}

#[test]
fn leaving_with_unsaved_answers_asks_and_leaving_without_them_is_said_with_exit_code_2() {
    let mut real = with_unsaved();
    real.send("?").wait_for("NOT SAVED").send("q").wait_for("Leave without them").send("3");
    assert_eq!(real.ends().exit_code(), 2);
    real.assert_clean();
    real.wait_for("the last answers are not saved");
}

#[test]
fn leaving_tries_once_more_where_the_disk_works_again() {
    let mut real = with_unsaved();
    disk_works_again(&real);
    real.send("q");
    assert!(real.ends().success());
    assert_eq!(answers(&real.saved()), 3);

    let mut real = with_unsaved();
    real.send("q").wait_for("Try again");
    disk_works_again(&real);
    real.send("1");
    assert!(real.ends().success());
    assert_eq!(answers(&real.saved()), 3);
}

#[test]
fn unsaved_answers_can_be_saved_elsewhere() {
    let mut real = with_unsaved();
    real.send("q").wait_for("Save them to a file elsewhere").send("2");
    assert!(real.ends().success());
    real.assert_clean();
    let kept = fs::read_to_string(real.home.path().join("careerfit-answers.toml")).expect("a file");
    assert_eq!(answers(&kept), 3);
    real.wait_for("careerfit-answers.toml");
}

#[test]
fn a_second_ctrl_c_leaves_at_once_with_130_and_the_sentence() {
    let mut real = with_unsaved();
    real.send("\x03").wait_for("Leave without them").send("\x03");
    assert_eq!(real.ends().exit_code(), 130);
    real.assert_clean();
    real.wait_for("the last answers are not saved");
}

#[test]
fn a_signal_says_what_is_not_saved() {
    let mut real = with_unsaved();
    real.signal(Signal::TERM);
    real.ends();
    real.assert_clean();
    real.wait_for("the last answers are not saved");
}

#[test]
fn where_nothing_can_be_saved_the_questionnaire_is_taken_all_the_same() {
    let home = folder();
    fs::write(home.path().join("careerfit"), "no folder").expect("written");
    let mut real = Real::again(home);
    real.wait_for("Begin the questionnaire").send("\r").wait_for("Go on without saving").send("1");
    real.wait_for("How much time").send("1").wait_for("Where are you right now?").wait_for("NOT SAVED").send("1");
    real.wait_for("How soon").send("q").wait_for("Leave without them").send("3");
    assert_eq!(real.ends().exit_code(), 2);
}

#[test]
fn a_second_program_is_read_only_on_every_screen_and_says_why_a_digit_does_not_count() {
    let mut first = Real::start();
    first.first_question().send("3").wait_for(&at(2));
    let at_home = first.home.path().to_path_buf();
    let mut second = Real::started(folder(), PROGRAM, |command| {
        command.env("XDG_DATA_HOME", &at_home);
        command.args(["--session", "answers"]);
    });
    second.wait_for("Only look at it").wait_for("is open in another").wait_for("Begin a new").send("1");
    second.wait_for(&at(2)).wait_for("READ ONLY").send("4").wait_for("This does not count").wait_for("READ ONLY");
    second.wait_for(&at(2)).send("?").wait_for("READ ONLY").send("\x1b").wait_for(&at(2));
    assert_eq!(answers(&first.saved()), 1);

    first.send("q");
    assert!(first.ends().success());
    second.send("4").wait_for("every answer counts").send("4").wait_for(&at(3)).send("q");
    assert!(second.ends().success());
    assert_eq!(answers(&first.saved()), 2);
}

#[test]
fn a_second_program_can_begin_a_session_of_its_own() {
    let mut first = Real::start();
    first.first_question().send("3").wait_for(&at(2));
    let at_home = first.home.path().to_path_buf();
    let mut second = Real::started(folder(), PROGRAM, |command| {
        command.env("XDG_DATA_HOME", &at_home);
        command.args(["--session", "answers", "--length", "quick"]);
    });
    second.wait_for("Begin a new").send("3").wait_for("Where are you right now?").send("1").wait_for("How soon");
    assert!(!second.screen().contains("READ ONLY"), "{}", second.screen());
    second.send("q");
    assert!(second.ends().success());
    assert!(sessions(&first.home).join("answers-2.toml").exists());
    first.send("q");
    first.ends();
}

/// How many answers come of a key held for two seconds, and whether this machine kept up: a repeat that comes too late is a
/// key pressed anew.
fn hold_a_digit() -> (usize, bool) {
    let mut real = Real::start();
    real.first_question().send("3");
    thread::sleep(Duration::from_millis(300));
    let mut kept_up = true;
    for _ in 0..60 {
        let sent = Instant::now();
        real.rush("3");
        thread::sleep(Duration::from_millis(33));
        kept_up &= sent.elapsed() < Duration::from_millis(80);
    }
    real.send("?").wait_for("careerfit  Keys");
    let given = answers(&real.saved());
    real.send("q");
    real.ends();
    (given, kept_up)
}

#[test]
fn a_held_digit_answers_no_question_that_nobody_read() {
    let mut tries = (0..5).map(|_| hold_a_digit());
    let (given, _) =
        tries.find(|(given, kept_up)| *kept_up || (1..=2).contains(given)).expect("a machine that keeps up");
    assert!((1..=2).contains(&given), "{given} answers of one key held for two seconds");
}

/// A terminal that knows the keyboard protocol of kitty tells a held key from one pressed anew, at whatever speed.
#[test]
fn a_key_that_the_terminal_says_is_held_answers_nothing_however_slowly_it_repeats() {
    let mut real = Real::start();
    real.first_question().send("3").wait_for(&at(2));
    for _ in 0..5 {
        thread::sleep(Duration::from_millis(400));
        real.rush("\x1b[51;1:2u");
    }
    real.rush("\x1b[51;1:3u").send("?").wait_for("careerfit  Keys").rush("\x1b[27u").wait_for(&at(2));
    assert_eq!(answers(&real.saved()), 1);
    real.send("q");
    real.ends();
    let raw = real.raw();
    let (asked, taken_back) = (raw.find("\x1b[>7u"), raw.rfind("\x1b[<1u"));
    assert!(asked.is_some() && taken_back > asked && taken_back < raw.rfind("\x1b[?1049l"), "{asked:?} {taken_back:?}");
}

#[test]
fn a_paste_that_is_not_marked_answers_one_question_at_most() {
    let mut real = Real::start();
    real.first_question();
    for _ in 0..16 {
        real.rush(&"31425".repeat(40));
        thread::sleep(Duration::from_millis(50));
    }
    thread::sleep(Duration::from_millis(300));
    real.send("?").wait_for("careerfit  Keys");
    assert!(answers(&real.saved()) <= 1, "{} answers", answers(&real.saved()));
    real.send("q");
    real.ends();
}

#[test]
fn an_odd_file_among_the_sessions_holds_nothing_up() {
    let home = folder();
    fs::create_dir_all(sessions(&home)).expect("made");
    let (pipe, kind) = (sessions(&home).join("x.toml"), rustix::fs::FileType::Fifo);
    rustix::fs::mknodat(rustix::fs::CWD, pipe, kind, 0o600.into(), 0).expect("made");
    let mut real = Real::again(home);
    real.wait_for("Begin the questionnaire").wait_for("not a regular file");
    let begun = Instant::now();
    real.send("\r").wait_for("How much time").send("q");
    assert!(real.ends().success() && begun.elapsed() < Duration::from_secs(5));
}

/// Whoever ends it: within a second, though nobody reads what it writes.
#[test]
fn a_terminal_that_does_not_read_cannot_hold_the_program() {
    for signal in [Signal::TERM, Signal::HUP, Signal::INT] {
        let mut real = Real::start();
        real.first_question();
        let shown = std::sync::Arc::clone(&real.shown);
        let stuck = shown.lock().unwrap_or_else(PoisonError::into_inner);
        for _ in 0..400 {
            real.rush("?");
            thread::sleep(STEP);
        }
        let begun = Instant::now();
        real.signal(signal);
        while real.child.try_wait().expect("it is our child").is_none() {
            assert!(begun.elapsed() < Duration::from_millis(1500), "{signal:?} does not end it");
            thread::sleep(STEP);
        }
        assert!(real.is_cooked(), "{signal:?} leaves the terminal raw");
        drop(stuck);
    }
}

/// What the terminal answers when it is asked for its colours, and after how long; nothing where it never does.
const REPLIES: [Option<u64>; 3] = [Some(0), Some(60), None];

#[test]
fn a_signal_while_the_terminal_is_asked_for_its_colours_leaves_it_as_it_was() {
    let long = std::env::var_os("CAREERFIT_LONG").is_some();
    let mut random = Random::new(18);
    for number in 0..if long { 1000 } else { 45 } {
        let mut real = Real::start();
        let begun = Instant::now();
        let at = Duration::from_micros(random.below(120_000) as u64);
        let mut reply = REPLIES[number % REPLIES.len()].map(Duration::from_millis);
        while begun.elapsed() < at {
            if let Some(after) = reply
                && begun.elapsed() >= after
                && real.raw().contains("\x1b]11;?")
            {
                real.rush("\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\\x1b[?62c");
                reply = None;
            }
            thread::sleep(Duration::from_micros(200));
        }
        real.signal([Signal::TERM, Signal::INT, Signal::HUP][number % 3]);
        let deadline = Instant::now() + PATIENCE;
        while real.child.try_wait().expect("it is our child").is_none() {
            assert!(Instant::now() < deadline, "it never ended");
            thread::sleep(STEP);
        }
        real.assert_clean();
        let raw = real.raw();
        let after = raw.rsplit("\x1b[?1049l").next().unwrap_or_default();
        assert!(!raw.contains("\x1b[?1049l") || !after.contains("\x1b[?2026h"), "a frame after leaving: {after:?}");
    }
}

#[test]
fn ctrl_z_where_nobody_could_continue_it_does_nothing_but_say_so() {
    let mut real = Real::start();
    real.first_question().send("\x1a").wait_for("it goes on").send("3").wait_for(&at(2)).send("q");
    assert!(real.ends().success());
}

#[test]
fn stopped_from_outside_the_terminal_is_given_back_and_painted_again_on_return() {
    let shell = "(until test -e now; do sleep 0.1; done; kill -TSTP $(cat pid)) & \
                 sh -c 'echo $$ > pid; exec \"$0\"' \"$0\"; echo given back; sleep 0.3; fg %2; exit";
    let mut real = Real::started(folder(), "sh", |sh| sh.args(["-mc", shell, PROGRAM]));
    real.first_question();
    fs::write(real.home.path().join("now"), "").expect("written");
    real.wait_for("given back");
    real.wait_for(&at(1)).send("3").wait_for(&at(2)).send("q");
    real.ends();
    real.assert_clean();
}
