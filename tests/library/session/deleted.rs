//! Deleted sessions: what is kept of them, how long, and how they come back.

use super::{folder, with};
use careerfit::session::{Deleted, Error, KEPT, Left, Session, Store};
use std::fs;
use tempfile::TempDir;

/// A folder of sessions within a folder, since deleted ones are kept beside it.
fn store_in(place: &TempDir) -> Store {
    Store::open(place.path().join("sessions")).expect("a store")
}

fn named(name: &str, answers: usize) -> Session {
    Session { name: name.into(), ..with(answers) }
}

/// Saves a session and deletes it at a time.
fn discard(store: &mut Store, name: &str, answers: usize, at: u64) -> Deleted {
    store.save(&named(name, answers)).expect("saved");
    match store.discard(name, at).expect("deleted") {
        Left::Copy(copy) => copy,
        other => panic!("{other:?}"),
    }
}

fn kept(store: &Store) -> Vec<(String, u64)> {
    store.list_deleted().expect("a list").into_iter().map(|copy| (copy.name, copy.at)).collect()
}

#[test]
fn a_deleted_session_is_gone_from_the_list_and_comes_back_whole_under_a_free_name() {
    let place = folder();
    let mut store = store_in(&place);
    let copy = discard(&mut store, "me", 3, 500);
    assert!(!store.has("me") && store.list().expect("a list").is_empty());
    assert_eq!(copy.path, place.path().join("deleted/me@500.toml"));
    assert_eq!(store.list_deleted().expect("a list"), std::slice::from_ref(&copy));

    store.save(&named("me", 1)).expect("the name is free");
    assert!(matches!(store.restore(&copy, "me"), Err(Error::Taken(..))));
    store.restore(&copy, "again").expect("restored");
    assert_eq!(store_in(&place).load("again").expect("readable").session, named("again", 3));
    assert_eq!(store_in(&place).load("again").expect("readable").read_only, None, "it was let go of");
    assert!(kept(&store).is_empty() && !copy.path.exists());
}

#[test]
fn deleted_sessions_are_listed_latest_first_and_two_of_one_second_are_both_kept() {
    let place = folder();
    let mut store = store_in(&place);
    assert!(kept(&store).is_empty(), "no folder, no copies");
    for (name, at) in [("me", 500), ("you", 900), ("me", 500), ("us", 500)] {
        discard(&mut store, name, 2, at);
    }
    let expected = [("you", 900), ("me", 501), ("me", 500), ("us", 500)].map(|(name, at)| (name.to_string(), at));
    assert_eq!(kept(&store), expected);
}

#[test]
fn forgetting_removes_every_copy_of_one_name_and_says_how_many() {
    let place = folder();
    let mut store = store_in(&place);
    for (name, at) in [("me", 500), ("you", 600), ("me", 700)] {
        discard(&mut store, name, 2, at);
    }
    assert_eq!(store.forget("me").expect("removed"), 2);
    assert_eq!(kept(&store), [("you".to_string(), 600)]);
    assert_eq!(store.forget("me").expect("nothing is left"), 0);
}

#[test]
fn a_copy_is_kept_for_its_thirty_days_to_the_second_and_then_swept() {
    let place = folder();
    let mut store = store_in(&place);
    discard(&mut store, "me", 2, 500);
    discard(&mut store, "you", 2, 900);
    assert_eq!(KEPT, 30 * 24 * 60 * 60);
    assert_eq!(store.sweep_deleted(500 + KEPT).expect("listed"), 0);
    assert_eq!(store.sweep_deleted(501 + KEPT).expect("listed"), 1);
    assert_eq!(kept(&store), [("you".to_string(), 900)]);
}

#[test]
fn a_session_that_is_open_elsewhere_is_not_deleted() {
    let place = folder();
    let (mut first, mut second) = (store_in(&place), store_in(&place));
    first.save(&named("me", 2)).expect("saved");
    assert!(matches!(second.discard("me", 500), Err(Error::Busy(_))));
    assert!(kept(&second).is_empty() && second.has("me"));
    assert!(matches!(second.discard("nobody", 500), Err(Error::Missing(..))));
}

#[test]
fn nothing_but_copies_of_sessions_is_taken_for_one() {
    let place = folder();
    let mut store = store_in(&place);
    discard(&mut store, "me", 2, 500);
    for other in ["mine.txt", "me@soon.toml", "me.toml", "@5.toml"] {
        fs::write(place.path().join("deleted").join(other), "kept").expect("written");
    }
    assert_eq!(kept(&store), [("me".to_string(), 500)]);
}

#[test]
fn a_damaged_session_comes_back_with_the_version_before_it_and_what_was_kept_beside_it() {
    let place = folder();
    let mut store = store_in(&place);
    for answers in [2, 3] {
        store.save(&named("me", answers)).expect("saved");
        store.flush().expect("synced");
    }
    let file = |name: &str| place.path().join("sessions").join(name);
    fs::write(file("me.toml"), "garbage").expect("written");
    fs::write(file("me.conflict-1.toml"), "what another program had").expect("written");

    let Left::Copy(copy) = store.discard("me", 500).expect("deleted") else { panic!("it is no link") };
    assert_eq!(fs::read_dir(place.path().join("sessions")).expect("a folder").count(), 0, "all of it is gone");
    assert_eq!(kept(&store), [("me".to_string(), 500)], "one session, whatever it left");

    store.restore(&copy, "again").expect("restored");
    assert_eq!(store.read("again").expect("readable").session.record, with(2).record);
    assert_eq!(fs::read(file("again.conflict-1.toml")).expect("kept"), b"what another program had");
    assert_eq!(fs::read_dir(place.path().join("deleted")).expect("a folder").count(), 0);

    store.discard("again", 600).expect("deleted");
    assert_eq!(store.forget("again").expect("removed"), 1);
    assert_eq!(fs::read_dir(place.path().join("deleted")).expect("a folder").count(), 0, "no part is left behind");
}

#[test]
fn of_a_session_whose_file_is_gone_the_version_before_it_is_kept() {
    let place = folder();
    let mut store = store_in(&place);
    for answers in [2, 3] {
        store.save(&named("me", answers)).expect("saved");
        store.flush().expect("synced");
    }
    fs::remove_file(place.path().join("sessions/me.toml")).expect("removed");

    let Left::Copy(copy) = store.discard("me", 500).expect("deleted") else { panic!("it is no link") };
    store.restore(&copy, "me").expect("restored");
    assert_eq!(store.read("me").expect("readable").session, with(2));
}
