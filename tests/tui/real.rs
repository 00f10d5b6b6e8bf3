//! The real program in a pseudo-terminal: from welcome to results, and every way out leaves the terminal clean.

use crate::pty::{PATIENCE, PROGRAM, Real, STEP, asked_in, at, folder};
use careerfit::content::shipped::load_shipped;
use rustix::process::Signal;
use std::sync::atomic::Ordering;
use std::thread;
use std::time::Instant;

#[test]
fn from_welcome_to_results_and_back_at_the_next_start() {
    let mut real = Real::start();
    real.first_question();
    real.first_part().wait_for("So far you lean towards").second_part(12 - asked_in(0)).send("r");
    real.wait_for("provisional, from 12 answers").wait_for("One step for this week").send("q");
    assert!(real.ends().success());
    real.assert_clean();
    assert_eq!(real.saved().matches("[[answer]]").count(), 12);

    let mut real = Real::again(real.home);
    real.wait_for("Go on with 'answers' (12 answers, today").send("\r");
    real.wait_for("What fits you").send("a").wait_for("Part 2 of 4").send("\r");
    real.wait_for(&format!("{} of {}", 13 - asked_in(0), asked_in(1))).send("q");
    assert!(real.ends().success());
}

#[test]
fn who_leaves_before_the_first_question_goes_on_there_at_the_next_start() {
    let mut real = Real::saying(&["--length", "standard"]);
    real.wait_for("Begin the questionnaire").send("\r").wait_for("Where are you right now?").send("4");
    real.wait_for("get away from").send("1").send("\r").wait_for("How soon").send("1");
    real.wait_for("Which job").send("baker").wait_for("Baker").send("\r");
    real.wait_for("What should work bring you").send("1").send("2").send("3").wait_for("Part 1 of 4").send("q");
    assert!(real.ends().success());

    let mut real = Real::again(real.home);
    real.wait_for("Go on with 'answers' (only begun, today)").send("1").wait_for("Part 1 of 4").send("q");
    assert!(real.ends().success());
    let sessions = std::fs::read_dir(real.home.path().join("careerfit/sessions")).expect("a folder");
    let begun =
        sessions.filter_map(|file| file.ok()?.file_name().into_string().ok()).filter(|name| name.contains("-2"));
    assert_eq!(begun.count(), 0, "no second session is begun");
}

#[test]
fn a_pasted_run_of_digits_answers_no_question_that_was_not_painted() {
    let mut real = Real::start();
    real.first_question().send("\x1b[200~444444\x1b[201~").send("?").wait_for("careerfit  Keys");
    assert_eq!(real.saved().matches("[[answer]]").count(), 0, "a paste that is marked answers nothing");
    real.send("q");
    real.ends();

    let mut real = Real::start();
    real.first_question();
    thread::sleep(std::time::Duration::from_millis(160));
    real.send("4444444444").wait_for(&at(2)).send("?").wait_for("careerfit  Keys");
    assert_eq!(real.saved().matches("[[answer]]").count(), 1, "one that is not marked answers what was painted");
    real.send("q");
    real.ends();
}

#[test]
fn resize_is_followed_down_to_too_small_and_back() {
    let mut real = Real::start();
    real.wait_for("Begin the questionnaire");
    real.resize(40, 12).wait_for("needs 60x16, this is 40x12");
    real.resize(120, 40).wait_for("Begin the questionnaire").send("q");
    assert!(real.ends().success());
    real.assert_clean();
}

#[test]
fn a_terminal_that_was_small_for_a_moment_is_painted_whole_again() {
    let mut real = Real::start();
    real.wait_for("Begin the questionnaire").send("?").wait_for("careerfit  Keys").wait_for("q leave");
    real.signal(Signal::STOP);
    real.stops();
    let painted = real.raw().len();
    real.resize(40, 6).resize(80, 24);
    real.signal(Signal::CONT);
    let deadline = Instant::now() + PATIENCE;
    while !real.raw()[painted..].contains("Keys") {
        assert!(Instant::now() < deadline, "it is as large as before, and nothing was painted");
        thread::sleep(STEP);
    }
    real.send("q");
    assert!(real.ends().success());
}

#[test]
fn the_mouse_is_taken_only_when_it_is_asked_for_and_given_back() {
    for (arguments, taken) in [(&[][..], 0), (&["--mouse"], 1)] {
        let mut real = Real::saying(arguments);
        real.wait_for("Begin the questionnaire");
        if taken > 0 {
            // a click on the second line of the menu, as a terminal reports it
            real.send("\x1b[<0;8;9M\x1b[<0;8;9m").wait_for("Look a career up").send("\x1b[<65;8;9M");
        }
        real.send("\x03");
        real.ends();
        real.assert_clean();
        let count = |sequence: &str| real.raw().matches(sequence).count();
        assert_eq!((count("\x1b[?1000h"), count("\x1b[?1000l")), (taken, taken));
    }
}

#[test]
fn ctrl_c_leaves_with_130_and_a_clean_terminal() {
    let mut real = Real::start();
    real.first_question().send("\x03");
    assert_eq!(real.ends().exit_code(), 130);
    real.assert_clean();
}

#[test]
fn signals_leave_a_clean_terminal_and_end_the_program_as_signals_do() {
    for (signal, name) in [(Signal::TERM, "Terminated"), (Signal::INT, "Interrupt"), (Signal::HUP, "Hangup")] {
        let mut real = Real::start();
        real.wait_for("Begin the questionnaire");
        real.signal(signal);
        let status = real.ends();
        assert!(!status.success() && status.signal() == Some(name), "{status:?}");
        real.assert_clean();
    }
}

/// A shell with job control: it says when the program has stopped, and continues it.
const SHELL: &str = "\"$0\"; echo given back; stty -a | grep -o ' icanon'; sleep 0.3; fg; exit";

#[test]
fn ctrl_z_gives_the_terminal_back_and_fg_brings_the_same_screen() {
    let mut real = Real::started(folder(), "sh", |sh| sh.args(["-mc", SHELL, PROGRAM]));
    real.first_question().send("\x1a").wait_for("given back").wait_for("icanon");
    real.wait_for(&at(1)).wait_for("As a career").send("q");
    real.ends();
    real.assert_clean();
}

#[test]
fn a_terminal_that_goes_away_ends_the_program_even_where_hangup_is_ignored() {
    for shell in ["exec \"$0\"", "trap '' HUP; exec \"$0\""] {
        let mut real = Real::started(folder(), "sh", |sh| sh.args(["-c", shell, PROGRAM]));
        real.first_question().send("4").wait_for(&at(2));
        real.gone.store(true, Ordering::Relaxed);
        real.send("j");
        let Real { mut child, master, writer, home, .. } = real;
        drop((writer, master));
        let deadline = Instant::now() + PATIENCE;
        while child.try_wait().expect("it is our child").is_none() {
            assert!(Instant::now() < deadline, "it goes on without a terminal");
            thread::sleep(STEP);
        }
        let mut real = Real::again(home);
        real.wait_for("Go on with 'answers'");
        assert_eq!(real.saved().matches("[[answer]]").count(), 1, "{shell}");
        real.send("q");
        real.ends();
    }
}

#[test]
fn an_own_questionnaire_of_one_length_asks_for_none_and_speaks_its_own_language() {
    let page = include_str!("../../docs/own-catalogue.md");
    let mut blocks = page.split("```toml\n").filter_map(|block| block.split_once("```"));
    let (own, _) = blocks.find(|(block, _)| block.contains("splice-rope")).expect("an example");
    let own = own.replace("id = \"my-town-1\"", "id = \"my-town-1\"\njob_or_career = false");
    let own = own.replace("{ quick = 3, standard = 6, full = 6 }", "{ quick = 6, standard = 6, full = 6 }");
    let words = "[words]\npart_of = \"Teil {part} von {parts}\"\nnumber_of = \"{number} von {of}\"\n\
                 left = \"noch {left}\"\nat_once = \"Eine Ziffer antwortet sofort\"\nstep_back = \"{key} geht zurück\"\n";
    let home = folder();
    std::fs::write(home.path().join("own.toml"), own + words).expect("written");

    let mut real = Real::saying_at(home, &["--questionnaire", "own.toml"]);
    real.wait_for("A few questions ask about it.").send("\r").wait_for("Teil 1 von 1").wait_for("noch 6");
    assert!(!real.raw().contains("How much time"), "there is nothing to choose");
    real.send("\r").wait_for("1 von 6").wait_for("Eine Ziffer antwortet sofort; b geht zurück.");
    assert!(!real.raw().contains("As a job"), "{}", real.screen());
    real.send("\x03");
    real.ends();
}

#[test]
fn own_careers_are_there_instead_of_the_shipped_ones_or_beside_them() {
    let blocks =
        include_str!("../../docs/own-catalogue.md").split("```toml\n").filter_map(|block| block.split_once("```"));
    let own = blocks.map(|(block, _)| block).find(|block| block.contains("ferry-deckhand")).expect("an example");
    let shipped = load_shipped().expect("the shipped data").catalogue.len();
    for (option, count) in [("--catalogue", 3), ("--add-catalogue", shipped + 3)] {
        let careers = format!("{count} careers");
        let home = folder();
        std::fs::write(home.path().join("own.toml"), own).expect("a file");
        let mut real = Real::started(home, PROGRAM, |command| command.args([option, "own.toml"]));
        real.wait_for("Look around").send("/").wait_for(&careers).send("ferry deck").wait_for("Ferry Deckhand");
        real.send("\x03");
        real.ends();
    }
}

#[test]
fn a_panic_leaves_a_clean_terminal_with_its_message_on_it() {
    let this = std::env::current_exe().expect("this test");
    let mut real = Real::started(folder(), &this.to_string_lossy(), |command| {
        command.args(["--exact", "real::panics_in_the_terminal", "--ignored", "--nocapture"]);
    });
    assert_eq!(real.ends().exit_code(), 101);
    real.assert_clean();
    let raw = real.raw();
    let (entered, left) = (raw.find("\x1b[?1049h"), raw.find("\x1b[?1049l"));
    assert!(entered < left && left < raw.find("on purpose"), "{raw}");
    assert!(!raw.contains("test result"), "the program ends there, and does not unwind or abort: {raw}");
}

#[test]
#[ignore = "run by the test above, in a terminal of its own"]
fn panics_in_the_terminal() {
    careerfit::commands::end_on_panic();
    let mut guard = careerfit::tui::terminal::Guard::enter(false, false).expect("a terminal");
    guard.draw(|_| {}).expect("a frame");
    panic!("on purpose");
}

#[test]
fn the_command_line_chooses_session_and_length() {
    let mut real = Real::saying(&["--session", "mine", "--length", "full"]);
    real.wait_for("Where are you right now?").send("1").wait_for("How soon").send("q");
    assert!(real.ends().success());
    assert!(real.home.path().join("careerfit/sessions/mine.toml").exists());
}

#[test]
fn without_a_terminal_there_is_a_message_and_exit_code_2() {
    let output = std::process::Command::new(PROGRAM).stdin(std::process::Stdio::null()).output().expect("it starts");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("careerfit plain"));
}

#[test]
fn a_report_is_written_where_the_person_says_and_never_over_another() {
    let mut real = Real::start();
    real.first_question();
    real.first_part()
        .second_part(12 - asked_in(0))
        .send("r")
        .wait_for("What fits you")
        .send("e")
        .wait_for("A report to keep")
        .send("1")
        .wait_for("careerfit-answers.html");
    real.send("\r").wait_for("Written. You find it here:").send("\r").wait_for("What fits you");
    real.send("e").wait_for("A report to keep").send("1").wait_for("careerfit-answers-2.html").send("\r");
    real.wait_for("Written. You find it here:").send("\x1b").wait_for("What fits you").send("q");
    assert!(real.ends().success());
    for name in ["careerfit-answers.html", "careerfit-answers-2.html"] {
        let page = std::fs::read_to_string(real.home.path().join(name)).expect("a report");
        assert!(page.contains("<h1>") && page.ends_with("</html>\n"));
    }
}
