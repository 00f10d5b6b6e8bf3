//! Sessions: exact round trips, and nothing lost whatever happens to the disk, the machine or the other program.

mod damage;
mod deleted;
mod ends;
mod faults;
mod folder;
mod others;
mod refusal;
mod syncing;
mod text;

use careerfit::model::{AnswerEntry, Bookmark, Rating, Response};
use careerfit::session::{Session, Store};
use std::fs;
use tempfile::TempDir;

/// A folder in memory where there is one: syncing is then quick, and what is tested stays the same.
fn folder() -> TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| TempDir::new()).expect("a folder")
}

fn open(place: &TempDir) -> Store {
    Store::open(place.path()).expect("a store")
}

fn write(place: &TempDir, file: &str, text: impl AsRef<[u8]>) {
    fs::write(place.path().join(file), text).expect("written");
}

fn file(place: &TempDir, file: &str) -> String {
    fs::read_to_string(place.path().join(file)).unwrap_or_default()
}

/// A session with so many answers.
fn with(answers: usize) -> Session {
    let mut session = Session { name: "me".into(), questionnaire: "q".into(), hash: 7, ..Session::default() };
    session.record.kept.push(Bookmark { career: "29-1141.00".into(), note: "why\n[[answer]]\nnot".into(), plan: None });
    for number in 0..answers {
        let (question, response) =
            (format!("enjoy-{number}"), Response::Value(Rating::nearest((1 + number % 5) as f64)));
        session.record.given.push(AnswerEntry {
            question,
            text: 99,
            response,
            at: 1000 - number as u64,
            again: number == 1,
        });
    }
    session
}

/// A folder with `me` at so many answers, and the version before it.
fn saved(answers: usize) -> TempDir {
    let place = folder();
    let mut store = open(&place);
    for count in [answers - 1, answers] {
        if count > 0 {
            store.save(&with(count)).expect("saved");
            store.flush().expect("synced");
        }
    }
    place
}

fn answers(store: &mut Store) -> usize {
    let loaded = store.load("me").expect("readable");
    let count = loaded.session.record.given.len();
    assert_eq!(loaded.session, with(count));
    count
}
