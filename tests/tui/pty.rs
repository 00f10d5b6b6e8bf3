//! A terminal in memory with the real program in it.

use crate::person::matcher;
use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, WaitOptions, kill_process, waitpid};
use std::io::{Read, Write};
use std::num::NonZero;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// The program that is tested.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_careerfit");

/// So long a slow machine may take before a test gives up.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// Between two looks at the screen.
pub const STEP: Duration = Duration::from_millis(2);

/// Longer than a question must have been painted before a digit counts.
const READ: Duration = Duration::from_millis(160);

/// What the terminal was sent: as it looks, and raw.
pub struct Shown {
    pub screen: vt100::Parser,
    pub raw: Vec<u8>,
}

/// A terminal with a program in it.
pub struct Real {
    pub child: Box<dyn Child + Send + Sync>,
    pub master: Box<dyn MasterPty + Send>,
    pub writer: Box<dyn Write + Send>,
    pub shown: Arc<Mutex<Shown>>,
    /// Tells the reader to let go of the terminal at the next output.
    pub gone: Arc<AtomicBool>,
    cooked: String,
    pub home: TempDir,
}

/// A size of a terminal.
pub fn cells(count: u16) -> NonZero<u16> {
    NonZero::new(count).expect("a size")
}

/// How a terminal treats what is typed.
fn modes(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios())
}

impl Real {
    /// The program as a person starts it first.
    pub fn start() -> Self {
        Self::again(folder())
    }

    /// The program started again.
    pub fn again(home: TempDir) -> Self {
        Self::started(home, PROGRAM, |_| ())
    }

    /// The program with these arguments.
    pub fn saying(arguments: &[&str]) -> Self {
        Self::saying_at(folder(), arguments)
    }

    /// The program with these arguments, at home in this folder.
    pub fn saying_at(home: TempDir, arguments: &[&str]) -> Self {
        Self::started(home, PROGRAM, |command| command.args(arguments))
    }

    /// Any program at home in this folder, with what else it is told.
    pub fn started(home: TempDir, program: &str, tell: impl FnOnce(&mut CommandBuilder)) -> Self {
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pty = native_pty_system().openpty(size).expect("a pseudo-terminal");
        let cooked = modes(pty.master.as_ref());
        let mut command = CommandBuilder::new(program);
        command.env("XDG_DATA_HOME", home.path());
        command.env("HOME", home.path());
        command.cwd(home.path());
        command.env("TERM", "xterm-256color");
        command.env("LANG", "en_US.UTF-8");
        command.env_remove("LC_ALL");
        command.env_remove("NO_COLOR");
        tell(&mut command);
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

    pub fn screen(&self) -> String {
        self.shown.lock().expect("the reader goes on").screen.screen().contents()
    }

    pub fn raw(&self) -> String {
        String::from_utf8_lossy(&self.shown.lock().expect("the reader goes on").raw).into_owned()
    }

    /// Presses keys as a person does: one alone comes some time after the last frame.
    pub fn send(&mut self, keys: &str) -> &mut Self {
        if keys.len() == 1 {
            thread::sleep(READ);
        }
        self.rush(keys)
    }

    /// Sends keys at once.
    pub fn rush(&mut self, keys: &str) -> &mut Self {
        self.writer.write_all(keys.as_bytes()).expect("the terminal takes keys");
        self.writer.flush().expect("the terminal takes keys");
        self
    }

    pub fn wait_for(&mut self, text: &str) -> &mut Self {
        let deadline = Instant::now() + PATIENCE;
        // a sentence may be wrapped
        let shows = |screen: String| {
            screen.contains(text) || screen.split_whitespace().collect::<Vec<_>>().join(" ").contains(text)
        };
        while !shows(self.screen()) {
            assert!(Instant::now() < deadline, "'{text}' never came:\n{}", self.screen());
            thread::sleep(STEP);
        }
        self
    }

    /// To the first scored question, passing over what is not scored.
    pub fn first_question(&mut self) -> &mut Self {
        self.wait_for("Begin the questionnaire").send("\r").wait_for("How much time").send("1");
        self.wait_for("Where are you right now?").send("s").wait_for("How soon").send("s");
        self.wait_for("Which job").send("\r").wait_for("What should work bring you").send("\r");
        self.wait_for("Part 1 of 4").send("\r").wait_for(&at(1))
    }

    /// Answers every question of the first part.
    pub fn first_part(&mut self) -> &mut Self {
        for (question, digit) in (1..=asked_in(0)).zip("524315243152524315243152".chars()) {
            self.wait_for(&at(question)).send(&digit.to_string());
        }
        self.wait_for("Part 2 of 4")
    }

    /// Answers so many questions of the second part.
    pub fn second_part(&mut self, count: usize) -> &mut Self {
        self.send("\r");
        for question in 1..=count {
            self.wait_for(&format!("{question} of {}", asked_in(1))).send("4");
        }
        self
    }

    pub fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.shown.lock().expect("the reader goes on").screen.screen_mut().set_size(cells(rows), cells(columns));
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        self.master.resize(size).expect("it can be resized");
        self
    }

    pub fn signal(&self, signal: Signal) {
        kill_process(self.process(), signal).expect("it runs");
    }

    /// Waits until it has stopped, so that going on comes after that and is not lost.
    pub fn stops(&self) {
        let status = waitpid(Some(self.process()), WaitOptions::UNTRACED).expect("it is our child");
        assert!(status.is_some_and(|(_, status)| status.stopped()), "it ended");
    }

    pub fn ends(&mut self) -> ExitStatus {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().expect("it is our child") {
                return status;
            }
            assert!(Instant::now() < deadline, "it never ended:\n{}", self.screen());
            thread::sleep(STEP);
        }
    }

    /// Whether the terminal treats what is typed as it did before.
    pub fn is_cooked(&self) -> bool {
        modes(self.master.as_ref()) == self.cooked
    }

    /// Waits until the terminal shows the main screen again, and checks everything that was changed.
    pub fn assert_clean(&self) {
        let deadline = Instant::now() + PATIENCE;
        let left = || {
            let shown = self.shown.lock().expect("the reader goes on");
            let screen = shown.screen.screen();
            !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste()
        };
        while !left() && Instant::now() < deadline {
            thread::sleep(STEP);
        }
        assert!(left(), "the other screen, a hidden cursor or bracketed paste is left behind");
        assert_eq!(modes(self.master.as_ref()), self.cooked, "raw mode is left behind");
    }

    pub fn saved(&self) -> String {
        std::fs::read_to_string(self.home.path().join("careerfit/sessions/answers.toml")).unwrap_or_default()
    }

    /// The number of the process.
    pub fn process(&self) -> Pid {
        self.child.process_id().and_then(|id| Pid::from_raw(id.cast_signed())).expect("it runs")
    }
}

/// How many questions a part asks of somebody who has little time.
pub fn asked_in(part: usize) -> usize {
    matcher().dataset.questionnaire.parts[part].quota[0]
}

/// What the header says at a question of the first part.
pub fn at(question: usize) -> String {
    format!("{question} of {}", asked_in(0))
}

/// A folder in memory where there is one: syncing is then quick.
pub fn folder() -> TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| TempDir::new()).expect("a folder")
}
