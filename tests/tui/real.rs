//! The real program in a pseudo-terminal: from welcome to results, and every way out leaves the terminal clean.

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};
use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// So long a slow machine may take before a test gives up.
const PATIENCE: Duration = Duration::from_secs(60);

/// What the terminal was sent: as it looks, and raw.
struct Shown {
    screen: vt100::Parser,
    raw: Vec<u8>,
}

/// A terminal with a program in it.
struct Real {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    shown: Arc<Mutex<Shown>>,
    /// Tells the reader to let go of the terminal at the next output.
    gone: Arc<AtomicBool>,
    cooked: String,
    home: TempDir,
}

fn cells(count: u16) -> NonZero<u16> {
    NonZero::new(count).expect("a size")
}

fn modes(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios())
}

impl Real {
    fn start() -> Self {
        Self::run(CommandBuilder::new(env!("CARGO_BIN_EXE_careerfit")), tempfile::tempdir().expect("a folder"))
    }

    fn again(home: TempDir) -> Self {
        Self::run(CommandBuilder::new(env!("CARGO_BIN_EXE_careerfit")), home)
    }

    fn run(mut command: CommandBuilder, home: TempDir) -> Self {
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pty = native_pty_system().openpty(size).expect("a pseudo-terminal");
        let cooked = modes(pty.master.as_ref());
        command.env("XDG_DATA_HOME", home.path());
        command.env("HOME", home.path());
        command.cwd(home.path());
        command.env("TERM", "xterm-256color");
        command.env("LANG", "en_US.UTF-8");
        command.env_remove("LC_ALL");
        command.env_remove("NO_COLOR");
        let child = pty.slave.spawn_command(command).expect("the program starts");
        let mut reader = pty.master.try_clone_reader().expect("the terminal can be read");
        let writer = pty.master.take_writer().expect("the terminal can be written");
        let shown =
            Arc::new(Mutex::new(Shown { screen: vt100::Parser::new(cells(24), cells(80), 0), raw: Vec::new() }));
        let gone = Arc::new(AtomicBool::new(false));
        let (seen, closed) = (Arc::clone(&shown), Arc::clone(&gone));
        thread::spawn(move || {
            let mut chunk = [0; 4096];
            while let (Ok(count @ 1..), false) = (reader.read(&mut chunk), gone.load(Ordering::Relaxed)) {
                let mut shown = seen.lock().expect("the other thread goes on");
                shown.screen.process(&chunk[..count]);
                shown.raw.extend_from_slice(&chunk[..count]);
            }
        });
        Self { child, master: pty.master, writer, shown, gone: closed, cooked, home }
    }

    fn screen(&self) -> String {
        self.shown.lock().expect("the reader goes on").screen.screen().contents()
    }

    fn raw(&self) -> String {
        String::from_utf8_lossy(&self.shown.lock().expect("the reader goes on").raw).into_owned()
    }

    fn send(&mut self, keys: &str) -> &mut Self {
        self.writer.write_all(keys.as_bytes()).expect("the terminal takes keys");
        self.writer.flush().expect("the terminal takes keys");
        self
    }

    fn wait_for(&mut self, text: &str) -> &mut Self {
        let deadline = Instant::now() + PATIENCE;
        while !self.screen().contains(text) {
            assert!(Instant::now() < deadline, "'{text}' never came:\n{}", self.screen());
            thread::sleep(Duration::from_millis(5));
        }
        self
    }

    /// To the first scored question, passing over what is not scored.
    fn first_question(&mut self) -> &mut Self {
        self.wait_for("Begin the questionnaire").send("\r").wait_for("How much time").send("1");
        self.wait_for("Where are you right now?").send("s").wait_for("How soon").send("s");
        self.wait_for("Which job").send("\r").wait_for("What should work bring you").send("\r");
        self.wait_for("Part 1 of 4").send("\r").wait_for("1 of 12")
    }

    fn signal(&self, signal: Signal) {
        let id = self.child.process_id().and_then(|id| Pid::from_raw(id.cast_signed())).expect("it runs");
        kill_process(id, signal).expect("it runs");
    }

    fn ends(&mut self) -> ExitStatus {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().expect("it is our child") {
                return status;
            }
            assert!(Instant::now() < deadline, "it never ended:\n{}", self.screen());
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Waits until the terminal shows the main screen again, and checks everything that was changed.
    fn assert_clean(&self) {
        let deadline = Instant::now() + PATIENCE;
        let left = || {
            let shown = self.shown.lock().expect("the reader goes on");
            let screen = shown.screen.screen();
            !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste()
        };
        while !left() && Instant::now() < deadline {
            thread::sleep(Duration::from_millis(5));
        }
        assert!(left(), "the other screen, a hidden cursor or bracketed paste is left behind");
        assert_eq!(modes(self.master.as_ref()), self.cooked, "raw mode is left behind");
    }

    fn saved(&self) -> String {
        std::fs::read_to_string(saved(self.home.path())).unwrap_or_default()
    }
}

fn saved(home: &Path) -> std::path::PathBuf {
    home.join("careerfit/sessions/answers.toml")
}

#[test]
fn from_welcome_to_results_and_back_at_the_next_start() {
    let mut real = Real::start();
    real.first_question();
    for (question, digit) in (1..=12).zip("524315243152".chars()) {
        real.wait_for(&format!("{question} of 12")).send(&digit.to_string());
    }
    real.wait_for("Part 2 of 4").wait_for("So far you lean towards").send("r");
    real.wait_for("provisional, from 12 answers").wait_for("Why it fits").send("q");
    assert!(real.ends().success());
    real.assert_clean();
    assert_eq!(real.saved().matches("[[answer]]").count(), 12);

    let mut real = Real::again(real.home);
    real.wait_for("Go on where you left off: today, results of 12 answers").send("\r");
    real.wait_for("What fits you").send("a").wait_for("Part 2 of 4").send("\r").wait_for("1 of 6").send("q");
    assert!(real.ends().success());
}

#[test]
fn a_pasted_run_of_digits_answers_no_question_that_was_not_painted() {
    let mut real = Real::start();
    real.first_question().send("\x1b[200~444444\x1b[201~").send("?").wait_for("careerfit  Keys");
    assert_eq!(real.saved().matches("[[answer]]").count(), 0, "a paste that is marked answers nothing");
    real.send("q");
    real.ends();

    let mut real = Real::start();
    real.first_question().send("4444444444").wait_for("2 of 12").send("?").wait_for("careerfit  Keys");
    assert_eq!(real.saved().matches("[[answer]]").count(), 1, "one that is not marked answers what was painted");
    real.send("q");
    real.ends();
}

#[test]
fn a_held_digit_answers_only_what_was_painted() {
    let mut real = Real::start();
    real.first_question();
    let frames = |real: &Real| real.raw().matches("\x1b[?2026h").count();
    let before = frames(&real);
    for _ in 0..10 {
        real.send("4");
        thread::sleep(Duration::from_millis(2));
    }
    real.send("?").wait_for("careerfit  Keys");
    let answers = real.saved().matches("[[answer]]").count();
    assert!((1..=10).contains(&answers));
    assert!(frames(&real) - before > answers - 1, "each answer but the first has a painted question before it");
    real.send("q");
    real.ends();
}

#[test]
fn resize_is_followed_down_to_too_small_and_back() {
    let mut real = Real::start();
    real.wait_for("Begin the questionnaire");
    let resize = |real: &Real, rows, cols| {
        real.shown.lock().expect("the reader goes on").screen.screen_mut().set_size(cells(rows), cells(cols));
        real.master.resize(PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }).expect("it can be resized");
    };
    resize(&real, 12, 40);
    real.wait_for("needs 60x16, this is 40x12");
    resize(&real, 40, 120);
    real.wait_for("Begin the questionnaire").send("q");
    assert!(real.ends().success());
    real.assert_clean();
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

#[test]
fn ctrl_z_gives_the_terminal_back_and_fg_brings_the_same_screen() {
    let mut real = Real::start();
    real.first_question().send("\x1a");
    real.assert_clean();
    real.signal(Signal::CONT);
    real.wait_for("1 of 12").wait_for("As a career").send("q");
    assert!(real.ends().success());
    real.assert_clean();
}

#[test]
fn a_terminal_that_goes_away_ends_the_program_even_where_hangup_is_ignored() {
    let mut command = CommandBuilder::new("sh");
    command.args(["-c", "trap '' HUP; exec \"$0\"", env!("CARGO_BIN_EXE_careerfit")]);
    let mut real = Real::run(command, tempfile::tempdir().expect("a folder"));
    real.wait_for("Begin the questionnaire");
    real.gone.store(true, Ordering::Relaxed);
    real.send("j");
    let Real { mut child, master, writer, .. } = real;
    drop((writer, master));
    let deadline = Instant::now() + PATIENCE;
    while child.try_wait().expect("it is our child").is_none() {
        assert!(Instant::now() < deadline, "it goes on without a terminal");
        thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn a_panic_leaves_a_clean_terminal_with_its_message_on_it() {
    let mut command = CommandBuilder::new(std::env::current_exe().expect("this test"));
    command.args(["--exact", "real::panics_in_the_terminal", "--ignored", "--nocapture"]);
    let mut real = Real::run(command, tempfile::tempdir().expect("a folder"));
    assert!(!real.ends().success());
    real.assert_clean();
    let raw = real.raw();
    let (entered, left) = (raw.find("\x1b[?1049h"), raw.find("\x1b[?1049l"));
    assert!(entered < left && left < raw.find("on purpose"), "{raw}");
}

#[test]
#[ignore = "run by the test above, in a terminal of its own"]
fn panics_in_the_terminal() {
    let mut guard = careerfit::tui::terminal::Guard::enter().expect("a terminal");
    guard.draw(|_| {}).expect("a frame");
    panic!("on purpose");
}

#[test]
fn the_command_line_chooses_session_and_length() {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_careerfit"));
    command.args(["--session", "mine", "--length", "full"]);
    let mut real = Real::run(command, tempfile::tempdir().expect("a folder"));
    real.wait_for("Where are you right now?").send("1").wait_for("How soon").send("q");
    assert!(real.ends().success());
    assert!(real.home.path().join("careerfit/sessions/mine.toml").exists());
}

#[test]
fn without_a_terminal_there_is_a_message_and_exit_code_2() {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_careerfit"))
        .stdin(std::process::Stdio::null())
        .output()
        .expect("it starts");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("careerfit plain"));
}

#[test]
fn a_report_is_written_where_the_person_is_and_never_over_another() {
    let mut real = Real::start();
    real.first_question().send("5").wait_for("2 of 12").send("1").wait_for("3 of 12").send("r");
    real.wait_for("What fits you").send("e").wait_for("A report to keep").send("1").wait_for("careerfit-answers.html");
    real.send("1").wait_for("careerfit-answers-2.html").send("q");
    assert!(real.ends().success());
    for name in ["careerfit-answers.html", "careerfit-answers-2.html"] {
        let page = std::fs::read_to_string(real.home.path().join(name)).expect("a report");
        assert!(page.contains("<h1>") && page.ends_with("</html>\n"));
    }
}
