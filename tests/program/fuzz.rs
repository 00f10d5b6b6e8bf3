//! Files that were damaged at random: every reader says what is wrong, and none panics or sends on what it read raw.
//!
//! `CAREERFIT_FUZZ=10000000 cargo test --test program fuzz` tries as many files as that; without it 20,000.

use crate::readers::{Readers, source};
use careerfit::cli::{Look, SettingsFile, Walk};
use careerfit::commands::{config, people};
use careerfit::content::{self, Extent};
use careerfit::model::random::Random;
use careerfit::session::{self, Store};
use careerfit::tui::keys::Keys;
use std::fs;
use std::thread;

/// Threads that share the work, each with its own seed.
const THREADS: u64 = 2;

/// How many files are read in all.
fn events() -> u64 {
    std::env::var("CAREERFIT_FUZZ").ok().and_then(|count| count.parse().ok()).unwrap_or(20_000)
}

/// What a damaged file may hold that a whole one does not.
const ODD: [&[u8]; 22] = [
    b"99999999999999999999999999",
    b"-1",
    b"1e999",
    b"nan",
    b"0x7fffffffffffffff",
    b"\x1b[2J",
    b"\x1b]0;x\x07",
    b"\xff\xfe",
    b"\xc3\x28",
    b"\0",
    b"\r",
    b"\"",
    b"'''",
    b"[[",
    b"]]",
    b"{",
    b"=",
    "\u{202e}".as_bytes(),
    "\u{feff}".as_bytes(),
    "\u{9b}31m".as_bytes(),
    "e\u{301}\u{301}".as_bytes(),
    b"\n\n",
];

/// The bytes with one to four kinds of damage.
fn damaged(whole: &[u8], random: &mut Random) -> Vec<u8> {
    let mut bytes = whole.to_vec();
    for _ in 0..=random.below(4) {
        let (at, other) = (random.below(bytes.len() + 1), random.below(bytes.len() + 1));
        let (from, to) = (at.min(other), at.max(other).min(at.min(other) + 300));
        match random.below(11) {
            0 if at < bytes.len() => bytes[at] ^= 1 << random.below(8),
            1 if at < bytes.len() => bytes[at] = random.bits().to_be_bytes()[0],
            2 => bytes.truncate(at),
            3 => _ = bytes.drain(from..to),
            4 => _ = bytes.splice(at..at, whole[..random.below(whole.len() + 1)].iter().copied()),
            5 => _ = bytes.splice(from..to, ODD[random.below(ODD.len())].iter().copied()),
            6 => _ = bytes.splice(at..at, ODD[random.below(ODD.len())].iter().copied()),
            7 => _ = bytes.splice(at..at, [b"[", b"{", b"("][random.below(3)].repeat(1 + random.below(3000))),
            8 => lines(&mut bytes, random),
            9 => numbers(&mut bytes, random),
            _ => bytes.extend_from_within(from..to),
        }
    }
    bytes.truncate(1 << 16);
    bytes
}

/// One line twice, gone, or in the place of another.
fn lines(bytes: &mut Vec<u8>, random: &mut Random) {
    let mut all: Vec<Vec<u8>> = bytes.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
    if all.is_empty() {
        return;
    }
    let (one, other) = (random.below(all.len()), random.below(all.len()));
    match random.below(3) {
        0 => all.insert(other, all[one].clone()),
        1 => _ = all.remove(one),
        _ => all.swap(one, other),
    }
    *bytes = all.concat();
}

/// Another number in the place of one.
fn numbers(bytes: &mut Vec<u8>, random: &mut Random) {
    let digits: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at].is_ascii_digit()).collect();
    if let Some(at) = digits.get(random.below(digits.len().max(1))) {
        bytes.splice(*at..=*at, ODD[random.below(5)].iter().copied());
    }
}

/// Damages one file and reads it.
fn event(readers: &Readers, random: &mut Random) {
    match random.below(6) {
        0 => readers.questionnaire(&damaged(readers.questionnaire.as_bytes(), random)),
        1 => readers.catalogue(&damaged(readers.catalogue.as_bytes(), random)),
        2 => readers.session(&damaged(readers.session.as_bytes(), random)),
        3 => readers.config(&damaged(readers.config.as_bytes(), random)),
        4 => readers.csv(&damaged(readers.csv.as_bytes(), random)),
        _ => readers.jsonl(&damaged(readers.jsonl.as_bytes(), random)),
    }
}

/// Says which event it was when a reader panics.
struct Event {
    seed: u64,
    number: u64,
}

impl Drop for Event {
    fn drop(&mut self) {
        if thread::panicking() {
            eprintln!("seed {}, event {}", self.seed, self.number);
        }
    }
}

#[test]
fn no_reader_panics_on_damaged_files() {
    let share = |seed| {
        thread::spawn(move || {
            let readers = Readers::new();
            for number in 0..events() / THREADS {
                let _event = Event { seed, number };
                event(&readers, &mut Random::new((seed << 48) + number));
            }
        })
    };
    let shares: Vec<_> = (0..THREADS).map(share).collect();
    for share in shares {
        share.join().expect("no reader panics");
    }
}

#[test]
fn the_files_are_whole_before_they_are_damaged() {
    let readers = Readers::new();
    let scales = &readers.dataset.scales;
    content::read_questionnaire(&source(readers.questionnaire.as_bytes()), scales).expect("a questionnaire");
    content::read_catalogue(&[source(readers.catalogue.as_bytes())], Extent::Own, scales).expect("a catalogue");
    let session = session::from_text(&source(readers.session.as_bytes())).expect("a session");
    assert_eq!(session.record.collect_answers(&readers.dataset.questionnaire).iter().count(), 1);
    let path = readers.folder.path().join("config.toml");
    fs::write(&path, readers.config).expect("written");
    let file = SettingsFile { config: Some(path), ..SettingsFile::default() };
    let settings = config::read_settings(Walk::default(), &Look::default(), &file).expect("a config");
    Keys::new(&settings.keys).expect("keys");
    let rows = people::csv("mine.csv", readers.csv.as_bytes(), people::Asked::of(&readers.dataset)).expect("a header");
    assert_eq!(rows.filter(|row| matches!(row, Ok(Ok(_)))).count(), 2);
    let rows = people::jsonl("mine.jsonl", readers.jsonl.as_bytes(), people::Asked::of(&readers.dataset));
    assert_eq!(rows.filter(|row| matches!(row, Ok(Ok(_)))).count(), 2);
}

/// Found at random: marks that turn the direction of text, and control characters of the second block, were sent on.
#[test]
fn names_that_steer_a_terminal_are_shown_when_they_are_refused() {
    let readers = Readers::new();
    let odd = "t\u{202e}\u{9b}31m";
    let refused = readers.questionnaire.replace("usual", &format!("\"{}\"", "t\\u202E\\u009B31m"));
    let said = content::read_questionnaire(&source(refused.as_bytes()), &readers.dataset.scales)
        .expect_err("unknown")
        .to_string();
    assert!(said.contains("t<U+202E><U+009B>31m"), "{said}");
    let said = Keys::new(&[("skip".into(), vec![odd.into()])]).expect_err("no key").to_string();
    assert!(said.contains("'t<U+202E><U+009B>31m' is no key"), "{said}");
    let damaged = readers.session.replacen("question =", "\"t\\u202Eq\" =", 1);
    fs::write(readers.folder.path().join("me.toml"), damaged).expect("written");
    let loaded = Store::open(readers.folder.path()).expect("a store").load("me").expect("the rest of it");
    assert!(loaded.note.as_ref().is_some_and(|note| note.contains("t<U+202E>q")), "{:?}", loaded.note);
}
