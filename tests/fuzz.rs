//! Files that were damaged at random: every reader says what is wrong, and none panics or sends on what it read raw.
//!
//! `CAREERFIT_FUZZ=10000000 cargo test --test fuzz` tries as many files as that; without it 20,000.

use careerfit::cli::{Data, Look, Walk};
use careerfit::commands::{config, people};
use careerfit::content::shipped::shipped;
use careerfit::content::{self, Extent, Source};
use careerfit::fit::{Emphasis, Matcher};
use careerfit::model::random::Random;
use careerfit::model::visible::steers;
use careerfit::model::{Answers, Kit, QuestionId, Response};
use careerfit::session::{self, Store};
use careerfit::tui::keys::Keys;
use std::fmt::Display;
use std::fs;
use std::thread;
use tempfile::TempDir;

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
            1 if at < bytes.len() => bytes[at] = random.below(256) as u8,
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

/// What is said about a file is safe to print.
fn is_harmless(said: &impl Display) {
    let said = said.to_string();
    assert!(!said.contains(|c| steers(c) && c != '\n'), "{said:?}");
}

/// The files that are damaged, and what reads them.
struct Readers {
    kit: Kit,
    folder: TempDir,
    questionnaire: String,
    catalogue: String,
    session: String,
    config: &'static str,
    csv: String,
    jsonl: String,
}

const QUESTIONNAIRE: &str = concat!(
    include_str!("support/part.toml"),
    r#"[[question]]
id = "chair"
part = "enjoy"
text = "Mend a chair"
example = "A leg is loose"
loads = { "interests.realistic" = 0.7 }
usual = 3.0
[[question]]
id = "poem"
part = "enjoy"
text = "Write a poem"
loads = { "interests.artistic" = 0.8, "interests.realistic" = -0.1 }
usual = 2.5
noise = 1.1
"#
);

const CONFIG: &str =
    "theme = \"dark\"\nascii = true\nlength = \"quick\"\n[keys]\nskip = [\"z\"]\nback = [\"x\", \"ctrl-p\"]\n";

const SESSION: &str =
    "\n[[kept]]\ncareer = \"29-1141.00\"\nnote = \"Warm\"\n[kept.plan]\nwhy = \"Hands\"\nby = \"2027-03-15\"\n";

impl Readers {
    fn new() -> Self {
        let kit = shipped().expect("the shipped data");
        let group = |name: &str| {
            let ids = kit.scales.scales.iter().filter_map(|scale| scale.id.strip_prefix(&format!("{name}.")));
            let each: Vec<String> = ids.enumerate().map(|(at, id)| format!("{id} = {}", at * 7 % 100)).collect();
            format!("{name} = {{ {} }}\n", each.join(", "))
        };
        let ratings = ["interests", "skills", "subjects", "styles"].map(group).concat();
        let career = |id: &str, title: &str| {
            let words = format!("id = \"{id}\"\ntitle = \"{title}\"\nsummary = \"Does the work of {id} in town.\"\n");
            format!("[[career]]\n{words}[[figures]]\nid = \"{id}\"\n{ratings}")
        };
        let catalogue = career("x1", "Baker") + &career("x2", "Miller");
        let ids: Vec<&str> = kit.questionnaire.questions.iter().take(4).map(|question| question.id.as_str()).collect();
        let question = &kit.questionnaire.questions[0];
        let answer =
            format!("[[answer]]\nquestion = \"{}\"\ntext = \"{:x}\"\nat = 7\nvalue = 4\n", ids[0], question.hash);
        let session = format!(
            "# A careerfit session\nversion = 1\nname = \"me\"\nlength = \"full\"\nat = \"results\"\ngoals = [\"be-own-boss\"]\n\
             [questionnaire]\nid = \"careerfit\"\nhash = \"1f\"\n[situation]\nnow = \"school\"\n[sliders]\nbills-plan = 4\n\
             [limits]\ntraining = {{ choice = \"months\", strength = \"must\" }}\n{SESSION}{answer}{answer}# end\n"
        );
        let csv = format!("person,{}\nanna,1,2,3,4\n\"b, c\",5,4,,1\n", ids.join(","));
        let jsonl = format!("{{\"person\":\"anna\",\"{}\":4,\"{}\":null}}\n{{\"{}\":1.0}}\n", ids[0], ids[1], ids[2]);
        let folder = tempfile::tempdir_in("/dev/shm").or_else(|_| TempDir::new()).expect("a folder");
        Self { questionnaire: QUESTIONNAIRE.into(), config: CONFIG, kit, folder, catalogue, session, csv, jsonl }
    }

    /// Damages one file and reads it.
    fn event(&self, random: &mut Random) {
        match random.below(6) {
            0 => self.questionnaire(&damaged(self.questionnaire.as_bytes(), random)),
            1 => self.catalogue(&damaged(self.catalogue.as_bytes(), random)),
            2 => self.session(&damaged(self.session.as_bytes(), random)),
            3 => self.config(&damaged(self.config.as_bytes(), random)),
            4 => self.csv(&damaged(self.csv.as_bytes(), random)),
            _ => self.jsonl(&damaged(self.jsonl.as_bytes(), random)),
        }
    }

    fn questionnaire(&self, bytes: &[u8]) {
        match content::questionnaire(&source(bytes), &self.kit.scales) {
            Err(problems) => is_harmless(&problems),
            Ok(questionnaire) => {
                let answered = (0..questionnaire.questions.len() as u16).map(|at| (QuestionId(at), Response::Value(4)));
                let answers: Answers = answered.collect();
                let matcher = Matcher::new(Kit { questionnaire, ..shipped().expect("the shipped data") });
                let outcome = matcher.outcome(&answers, Emphasis::Balanced);
                assert!(outcome.fits.iter().all(|fit| fit.score.is_finite()));
            }
        }
    }

    fn catalogue(&self, bytes: &[u8]) {
        match content::catalogue(&[source(bytes)], Extent::Own, &self.kit.scales) {
            Err(problems) => is_harmless(&problems),
            Ok(parts) => {
                let matcher = Matcher::new(Kit { catalogue: parts.into(), ..shipped().expect("the shipped data") });
                let answers: Answers =
                    (0..60).map(|at| (QuestionId(at), Response::Value(1 + (at % 5) as u8))).collect();
                let outcome = matcher.outcome(&answers, Emphasis::Balanced);
                assert!(outcome.fits.iter().all(|fit| fit.score.is_finite()));
                matcher.search("bakr", 5);
            }
        }
    }

    fn session(&self, bytes: &[u8]) {
        if let Ok(session) = session::from_text(&source(bytes)) {
            let again = session::from_text(&Source::new("mine.toml", session::to_text(&session)));
            assert_eq!(again.as_ref(), Ok(&session), "what is read is written as it was");
            is_harmless(&session.set_aside(&self.kit.questionnaire).unwrap_or_default());
        }
        fs::write(self.folder.path().join("me.toml"), bytes).expect("written");
        let mut store = Store::open(self.folder.path()).expect("a store");
        match store.load("me") {
            Ok(loaded) => is_harmless(&loaded.note.unwrap_or_default()),
            Err(error) => is_harmless(&error),
        }
        drop(store);
        let left = fs::read_dir(self.folder.path()).expect("a folder").filter_map(Result::ok);
        left.filter(|entry| entry.file_name() != "config.toml").for_each(|entry| _ = fs::remove_file(entry.path()));
    }

    fn config(&self, bytes: &[u8]) {
        let path = self.folder.path().join("config.toml");
        fs::write(&path, bytes).expect("written");
        let data = Data { config: Some(path), ..Data::default() };
        match config::settings(Walk::default(), Look::default(), &data) {
            Ok(settings) => _ = Keys::new(&settings.keys).map_err(|error| is_harmless(&error)),
            Err(error) => is_harmless(&error),
        }
    }

    fn csv(&self, bytes: &[u8]) {
        match people::csv("mine.csv", bytes, &self.kit.questionnaire) {
            Ok(rows) => rows.for_each(|row| _ = row.expect("bytes can be read")),
            Err(error) => _ = error.to_string(),
        }
    }

    fn jsonl(&self, bytes: &[u8]) {
        people::jsonl("mine.jsonl", bytes, &self.kit.questionnaire).for_each(|row| _ = row.expect("bytes can be read"));
    }
}

fn source(bytes: &[u8]) -> Source {
    Source::new("mine.toml", String::from_utf8_lossy(bytes).into_owned())
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
                readers.event(&mut Random::new((seed << 48) + number));
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
    let scales = &readers.kit.scales;
    content::questionnaire(&source(readers.questionnaire.as_bytes()), scales).expect("a questionnaire");
    content::catalogue(&[source(readers.catalogue.as_bytes())], Extent::Own, scales).expect("a catalogue");
    let session = session::from_text(&source(readers.session.as_bytes())).expect("a session");
    assert_eq!(session.record.answers(&readers.kit.questionnaire).iter().count(), 1);
    let path = readers.folder.path().join("config.toml");
    fs::write(&path, readers.config).expect("written");
    let data = Data { config: Some(path), ..Data::default() };
    let settings = config::settings(Walk::default(), Look::default(), &data).expect("a config");
    Keys::new(&settings.keys).expect("keys");
    let rows = people::csv("mine.csv", readers.csv.as_bytes(), &readers.kit.questionnaire).expect("a header");
    assert_eq!(rows.filter(|row| matches!(row, Ok(Ok(_)))).count(), 2);
    let rows = people::jsonl("mine.jsonl", readers.jsonl.as_bytes(), &readers.kit.questionnaire);
    assert_eq!(rows.filter(|row| matches!(row, Ok(Ok(_)))).count(), 2);
}

/// Found at random: marks that turn the direction of text, and control characters of the second block, were sent on.
#[test]
fn names_that_steer_a_terminal_are_shown_when_they_are_refused() {
    let readers = Readers::new();
    let odd = "t\u{202e}\u{9b}31m";
    let refused = readers.questionnaire.replace("usual", &format!("\"{}\"", "t\\u202E\\u009B31m"));
    let said =
        content::questionnaire(&source(refused.as_bytes()), &readers.kit.scales).expect_err("unknown").to_string();
    assert!(said.contains("t<U+202E><U+009B>31m"), "{said}");
    let said = Keys::new(&[("skip".into(), vec![odd.into()])]).expect_err("no key").to_string();
    assert!(said.contains("'t<U+202E><U+009B>31m' is no key"), "{said}");
    let damaged = readers.session.replacen("question =", "\"t\\u202Eq\" =", 1);
    fs::write(readers.folder.path().join("me.toml"), damaged).expect("written");
    let loaded = Store::open(readers.folder.path()).expect("a store").load("me").expect("the rest of it");
    assert!(loaded.note.as_ref().is_some_and(|note| note.contains("t<U+202E>q")), "{:?}", loaded.note);
}
