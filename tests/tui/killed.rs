//! `kill -9` at any moment: every answer that the screen acknowledged is in the file, whole, at the next start.
//!
//! `CAREERFIT_LONG=1 cargo test --test tui killed` kills 400 times in place of 100.

use crate::pty::{PATIENCE, Real, STEP};
use careerfit::content::shipped::load_shipped;
use careerfit::diagnostics::Source;
use careerfit::model::random::Random;
use careerfit::session::from_text;
use rustix::process::Signal;
use std::sync::LazyLock;
use std::thread;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// Programs that are killed, in so many lines of sessions side by side.
const KILLS: usize = 100;
const LINES: usize = 4;

/// The longest that a line of sessions stays in the first part, whose answers are counted on the screen and which may end
/// before its quota.
const LAST: usize = 20;

/// What follows the number of a question of the first part.
static ASKED: LazyLock<String> =
    LazyLock::new(|| format!(" of {}", load_shipped().expect("the shipped data").questionnaire.parts[0].quota[2]));

/// Which question of the first part is on screen: one more than the answers given.
fn question(real: &Real) -> Option<usize> {
    let screen = real.screen();
    let before = screen.split(ASKED.as_str()).next().filter(|before| before.len() < screen.len())?;
    before.rsplit(' ').next()?.parse().ok()
}

fn wait_for_question(real: &Real, wanted: usize) {
    let deadline = Instant::now() + PATIENCE;
    while question(real) != Some(wanted) {
        assert!(Instant::now() < deadline, "question {wanted} never came:\n{}", real.screen());
        thread::sleep(STEP);
    }
}

/// Answers in the file; it must be whole.
fn kept(real: &Real) -> usize {
    let session = from_text(&Source::new("answers.toml", real.saved())).expect("a whole session");
    session.record.given.len()
}

/// A new session at the first question of the first part, left at once.
fn begun() -> TempDir {
    let mut real = Real::saying(&["--length", "full", "--theme", "dark"]);
    real.wait_for("Begin the questionnaire").send("\r").wait_for("Where are you right now?").send("1");
    real.wait_for("How soon").send("s").wait_for("Which job").send("\r");
    real.wait_for("What should work bring you").send("\r").wait_for("Part 1 of 4").send("\r");
    wait_for_question(&real, 1);
    real.send("q");
    real.ends();
    real.home
}

/// Goes on with a session, answers a few questions and is killed at a random moment; how many answers are kept.
fn killed(home: TempDir, answered: usize, random: &mut Random) -> (TempDir, usize) {
    let mut real = Real::started(home, crate::pty::PROGRAM, |command| {
        command.args(["--session", "answers", "--theme", "dark"]);
    });
    wait_for_question(&real, answered + 1);
    let mut acknowledged = answered;
    for _ in 0..random.below(3) {
        real.send(&(1 + random.below(5)).to_string());
        wait_for_question(&real, acknowledged + 2);
        acknowledged += 1;
        thread::sleep(Duration::from_micros(random.below(3000) as u64));
    }
    real.send(&(1 + random.below(5)).to_string());
    thread::sleep(Duration::from_micros(random.below(6000) as u64));
    acknowledged = question(&real).map_or(acknowledged, |shown| acknowledged.max(shown - 1));
    real.signal(Signal::KILL);
    real.ends();
    let kept = kept(&real);
    assert!(kept >= acknowledged, "{acknowledged} answers were acknowledged, {kept} are kept");
    assert!(kept <= acknowledged + 1, "{kept} are kept of {acknowledged} and one more");
    (real.home, kept)
}

#[test]
fn killed_a_hundred_times_at_random_no_acknowledged_answer_is_lost() {
    let line = |seed| {
        thread::spawn(move || {
            let mut random = Random::new(seed);
            let (mut home, mut answered) = (begun(), 0);
            let kills = if std::env::var_os("CAREERFIT_LONG").is_some() { 4 * KILLS } else { KILLS };
            for _ in 0..kills / LINES {
                if answered > LAST - 4 {
                    (home, answered) = (begun(), 0);
                }
                (home, answered) = killed(home, answered, &mut random);
            }
        })
    };
    let lines: Vec<_> = (0..LINES as u64).map(line).collect();
    for line in lines {
        line.join().expect("nothing was lost");
    }
}
