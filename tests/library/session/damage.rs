//! Files that were cut short, garbled, removed, or written by a newer program.

use super::{answers, file, folder, open, saved, with, write};
use careerfit::model::{Bookmark, Plan};
use careerfit::session::{Error, Session, to_text};
use std::fs;

#[test]
fn cut_short_at_any_byte_the_version_before_or_more_is_used_and_the_file_kept() {
    let whole = file(&saved(3), "me.toml");
    for end in 0..whole.len() - 1 {
        let place = saved(3);
        write(&place, "me.toml", &whole[..end]);
        let mut store = open(&place);
        let loaded = store.load("me").expect("readable");
        let found = loaded.session.record.given.len();
        assert!(found >= 2 && loaded.session == with(found), "cut at {end}: {found}");
        let note = loaded.note.expect("said");
        assert!(note.contains("me.toml") && note.contains("me.unreadable-1.toml"), "{note}");
        assert_eq!(file(&place, "me.unreadable-1.toml"), whole[..end]);
        assert_eq!(open(&place).read("me").expect("mended").session, loaded.session);
    }
}

#[test]
fn cut_short_without_a_version_before_its_beginning_is_used() {
    let place = saved(1);
    let whole = to_text(&with(9));
    let mut best = 0;
    for end in 0..whole.len() - 1 {
        write(&place, "me.toml", &whole[..end]);
        let before = file(&place, "me.toml");
        match open(&place).load("me") {
            Ok(loaded) => {
                let found = loaded.session.record.given.len();
                assert!(found >= best && loaded.note.is_some(), "cut at {end}");
                assert_eq!(loaded.session.record.given, with(found).record.given);
                best = found;
            }
            Err(error) => {
                assert!(matches!(error, Error::Unreadable(..)), "{error}");
                assert_eq!(file(&place, "me.toml"), before, "touched");
            }
        }
    }
    assert_eq!(best, 9);
}

#[test]
fn one_damaged_answer_costs_no_other() {
    let place = saved(1);
    let text = to_text(&with(9)).replacen("value = 3", "value = 33", 1);
    write(&place, "me.toml", text);
    let loaded = open(&place).load("me").expect("readable");
    let note = loaded.note.expect("said");
    assert!(note.contains("33") && note.contains("me.toml:"), "{note}");
    assert_eq!(loaded.session.record.given.len(), 8);
    assert_eq!(loaded.session.record.kept, with(1).record.kept);
}

#[test]
fn a_damaged_career_takes_its_plan_with_it_and_no_other_careers() {
    let bookmark = |career: &str, why: &str| Bookmark {
        career: career.into(),
        note: String::new(),
        plan: Some(Plan { why: why.into(), ..Plan::default() }),
    };
    let careers = [bookmark("29-1141.00", "the first"), bookmark("11-1011.00", "the second")];
    let mut session = with(3);
    session.record.kept = careers.to_vec();
    let place = saved(1);
    write(&place, "me.toml", to_text(&session).replace("career = \"11-1011.00\"", "career = 11"));
    let loaded = open(&place).load("me").expect("readable").session;
    assert_eq!(loaded.record.kept, careers[..1]);
    assert_eq!(loaded.record.given, session.record.given);
}

#[test]
fn a_small_file_is_mended_in_many_places_and_a_large_one_is_given_up_before_it_takes_long() {
    let damaged = |places: usize, note: usize| {
        let mut session = with(places + 2);
        session.record.kept[0].note = "x".repeat(note);
        to_text(&session).replacen("at = ", "at = about ", places + 1)
    };
    let place = folder();
    write(&place, "small.toml", damaged(40, 0));
    write(&place, "large.toml", damaged(40, 1 << 20));
    let mended = open(&place).load("small").expect("readable");
    assert_eq!(mended.session.record.given.len(), 1, "{:?}", mended.note);
    assert!(matches!(open(&place).load("large"), Err(Error::Unreadable(..))));
}

#[test]
fn garbage_alone_is_left_as_it_is_and_named_and_its_name_is_not_reused() {
    let place = folder();
    let garbage: Vec<u8> = (0..200_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13).to_le_bytes()[0]).collect();
    for bytes in [garbage.as_slice(), b"", &[0; 4096], &b"[[answer]]\n".repeat(5_000), &b"[".repeat(100_000)] {
        write(&place, "answers.toml", bytes);
        let mut store = open(&place);
        let said = store.load("answers").expect_err("garbage").to_string();
        assert!(said.contains("answers.toml") && said.contains("left as it is"), "{said}");
        assert!(!said.contains(|c: char| c.is_control() && c != '\n'), "{said:?}");
        let taken = store.save(&Session { name: "answers".into(), ..with(1) }).expect_err("taken").to_string();
        assert!(taken.contains("choose another name"), "{taken}");
        assert_eq!(store.new_name(), "answers-2");
        let list = store.list().expect("a list");
        assert!(list[0].session.is_none() && list[0].note.is_some());
        assert_eq!(fs::read(place.path().join("answers.toml")).expect("there"), bytes);
    }
}

#[test]
fn a_newer_version_is_said_and_left_alone_even_with_a_version_before() {
    let place = saved(3);
    let newer = file(&place, "me.toml").replace("version = 1", "version = 2\nfuture = 1");
    write(&place, "me.toml", &newer);
    let said = open(&place).load("me").expect_err("newer").to_string();
    assert!(said.contains("newer careerfit") && said.contains("me.toml:2"), "{said}");
    assert_eq!(file(&place, "me.toml"), newer);
}

#[test]
fn a_session_that_is_gone_comes_back_from_the_version_before() {
    let place = saved(3);
    fs::remove_file(place.path().join("me.toml")).expect("removed");
    let mut store = open(&place);
    assert_eq!(store.list().expect("a list").len(), 1);
    let loaded = store.load("me").expect("readable");
    assert!(loaded.note.is_some_and(|note| note.contains("gone")));
    store.save(&loaded.session).expect("saved");
    assert_eq!(answers(&mut store), 2);
}

#[test]
fn what_is_used_of_a_damaged_file_is_counted_without_skips_and_in_the_singular() {
    let place = saved(1);
    let mut session = with(2);
    session.record.given[1].response = careerfit::model::Response::Skipped;
    write(&place, "me.toml", to_text(&session) + "nonsense\n");
    let note = open(&place).load("me").expect("readable").note.expect("said");
    assert!(note.contains("with 1 answer") && !note.contains("with 1 answers"), "{note}");
}
