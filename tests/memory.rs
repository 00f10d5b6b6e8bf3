//! No input makes memory grow past 300 MB, whatever it says and however long it is, and none ends in an abort.
//!
//! `CAREERFIT_LONG=1 cargo test --test memory` reads all of them at their full size; without it they are a quarter of that.
#![cfg(feature = "app")]
#![cfg(unix)]

use nix::sys::resource::{UsageWho, getrusage};
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Instant;
use tempfile::TempDir;

/// The most that any run may take, in KiB.
const MOST: i64 = 300 * 1024;

const MIB: usize = 1 << 20;

/// A file made of one piece again and again, and what reads it as `x.ENDING`.
struct Hostile {
    arguments: &'static [&'static str],
    begin: &'static str,
    piece: &'static str,
    bytes: usize,
}

const fn toml(begin: &'static str, piece: &'static str) -> Hostile {
    Hostile { arguments: &["check", "x.toml"], begin, piece, bytes: 64 * MIB - 4096 }
}

const fn session(begin: &'static str, piece: &'static str) -> Hostile {
    Hostile { arguments: &["score", "x.toml"], begin, piece, bytes: 4 * MIB - 4096 }
}

const fn csv(begin: &'static str, piece: &'static str) -> Hostile {
    Hostile { arguments: &["score", "x.csv"], begin, piece, bytes: 160 * MIB }
}

const fn jsonl(begin: &'static str, piece: &'static str) -> Hostile {
    Hostile { arguments: &["score", "x.jsonl"], begin, piece, bytes: 160 * MIB }
}

const HEAD: &str = "version = 1\n[questionnaire]\nid = \"q\"\nhash = \"1\"\n";
const COLUMNS: &str = "person,enjoy-street-photos\n";

const HOSTILE: [Hostile; 33] = [
    toml("", "[[career]]\n"),
    toml("", "[[career]]\nid = 7\n"),
    toml("", "[[question]]\nid = \"a\"\n"),
    toml("career = [", "[],"),
    toml("career = [", "{a=1},"),
    toml("career = [", "["),
    toml("a", ".a"),
    toml("version = 1\n", "=\n"),
    toml("version = 1\n", "]\n"),
    toml("version = 1\n", "\u{1}\n"),
    toml("version = 1\n", "\"\\q\" = 1\n"),
    toml("version = \"", "\\q"),
    toml("version = \"", "a"),
    toml("version = 1\n", "a"),
    toml("# ", "a"),
    toml("version = 1\n", "\n"),
    toml("[[career]]\nid = \"a\"\nroles = [", "\"\","),
    Hostile { arguments: &["--questionnaire", "x.toml", "questions"], ..toml("", "[[part]]\nid = \"a\"\n") },
    Hostile { arguments: &["--catalogue", "x.toml", "career", "nurse"], ..toml("", "[[figures]]\nid = \"a\"\n") },
    Hostile { arguments: &["--config", "x.toml", "take", "--jsonl"], ..toml("", "[keys]\n") },
    session(HEAD, "[[answer]]\nquestion = 7\n"),
    session(HEAD, "[[answer]]\nquestion = \"a\"\ntext = \"1\"\nvalue = 1\n"),
    session("a", ".a"),
    session("version = 1\n", "=\n"),
    session("# A careerfit session\nversion = 1\ngoals = [", "[],"),
    csv("", "x"),
    csv("", "x,"),
    csv("person,enjoy-street-photos\n\"", "nobody has the three cells of this row,5,\n"),
    csv(COLUMNS, ","),
    csv(COLUMNS, "somebody whose answer is none of the choices,9\n"),
    jsonl("", "["),
    jsonl("{\"person\":[", "0,"),
    jsonl("", "{\"enjoy-street-photos\":9}\n"),
];

fn write(path: &Path, hostile: &Hostile, bytes: usize) {
    let mut file = BufWriter::new(File::create(path).expect("a file"));
    file.write_all(hostile.begin.as_bytes()).expect("written");
    let many = hostile.piece.repeat(4096);
    for _ in 0..bytes / many.len() {
        file.write_all(many.as_bytes()).expect("written");
    }
    file.flush().expect("written");
}

/// The most memory that any run took so far, in KiB.
fn peak() -> i64 {
    getrusage(UsageWho::RUSAGE_CHILDREN).expect("the system says").max_rss()
}

/// Reads every other of the hostile files, from one on, and says what each cost.
fn read_every_other(first: usize) -> Vec<(String, i64)> {
    let part = if std::env::var_os("CAREERFIT_LONG").is_some() { 1 } else { 4 };
    let home = TempDir::new().expect("a folder");
    let mut runs: Vec<(String, i64)> = Vec::new();
    for hostile in HOSTILE.iter().skip(first).step_by(2) {
        let name = hostile.arguments.iter().find(|argument| argument.starts_with("x.")).expect("a file");
        let path = home.path().join(name);
        // a session is read whole in a moment, and what is not as large is as heavy
        let bytes = if hostile.bytes < 8 * MIB { hostile.bytes } else { hostile.bytes / part };
        write(&path, hostile, bytes);

        let begun = Instant::now();
        let mut command = Command::new(env!("CARGO_BIN_EXE_careerfit"));
        command.env_clear().env("HOME", home.path()).current_dir(home.path()).args(hostile.arguments);
        let status =
            command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status().expect("it runs");

        let what = format!("{:?} {:?}{:?}…", hostile.arguments, hostile.begin, hostile.piece);
        assert!(matches!(status.code(), Some(0..=2)), "{what}: {status}");
        runs.push((format!("{what} {:.1} s", begun.elapsed().as_secs_f64()), peak()));
        fs::remove_file(path).expect("removed");
    }
    runs
}

#[test]
fn no_input_fills_the_memory_or_ends_in_an_abort() {
    let halves = [0, 1].map(|first| thread::spawn(move || read_every_other(first)));
    for (what, peak) in halves.into_iter().flat_map(|half| half.join().expect("a half of them")) {
        println!("{:>6} MB so far after {what}", peak / 1024);
    }
    assert!(peak() <= MOST, "{} MB", peak() / 1024);
}
