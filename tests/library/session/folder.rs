//! Two programs in one folder, and the folder itself.

use super::{answers, folder, open, saved, with};
use careerfit::session::{Error, Session, Store};
use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::time::{Duration, Instant};

#[test]
fn a_second_program_reads_only_until_the_first_ends() {
    let place = saved(3);
    let (mut first, mut second) = (open(&place), open(&place));
    assert_eq!(first.load("me").expect("readable").read_only, None);
    let loaded = second.load("me").expect("readable");
    assert!(loaded.read_only.is_some_and(|why| why.contains("another program")));
    for refused in
        [second.save(&with(9)), second.delete("me").map(drop), second.rename("me", "you"), second.create("me")]
    {
        assert!(matches!(refused, Err(Error::Busy(_))), "{refused:?}");
    }
    first.save(&with(4)).expect("saved");
    drop(first);
    assert_eq!(second.load("me").expect("readable").read_only, None);
    assert_eq!(answers(&mut second), 4);
}

#[test]
fn a_new_name_is_ones_own_before_the_first_save() {
    let place = folder();
    let (mut first, mut second) = (open(&place), open(&place));
    first.create("me").expect("free");
    assert!(matches!(second.save(&with(1)), Err(Error::Busy(_))));
    first.save(&with(2)).expect("saved");
    drop(first);
    assert!(matches!(second.save(&with(1)), Err(Error::Taken(..))));
    assert_eq!(answers(&mut second), 2);
}

#[test]
fn everything_is_for_the_owner_only_and_the_folder_is_left_tidy() {
    let place = folder();
    let path = place.path().join("careerfit/sessions");
    let mut store = Store::open(&path).expect("a store");
    for count in 1..=2 {
        store.save(&with(count)).expect("saved");
        store.flush().expect("synced");
    }
    let mode = |path: &Path| fs::metadata(path).expect("there").permissions().mode() & 0o777;
    assert_eq!((mode(&path), mode(&place.path().join("careerfit"))), (0o700, 0o700));
    for name in ["me.toml", "me.bak", "me.lock"] {
        assert_eq!(mode(&path.join(name)), 0o600, "{name}");
    }
    assert_eq!(store.warn_of_exposure(), None);
    drop(store);
    let names = fs::read_dir(&path).expect("a folder").map(|entry| entry.expect("an entry").file_name());
    assert_eq!(names.collect::<BTreeSet<_>>(), ["me.bak".into(), "me.toml".into()].into());
}

#[test]
fn a_folder_that_is_gone_has_no_sessions() {
    let place = saved(3);
    let store = open(&place);
    assert!(store.has("me") && !store.has("you") && !store.has("../me"));
    fs::remove_dir_all(place.path()).expect("removed");
    assert_eq!(store.list().expect("nothing is there to be read").len(), 0);
    assert!(!store.has("me"));
}

#[test]
fn a_session_that_cannot_be_read_is_renamed_as_it_is() {
    let place = folder();
    super::write(&place, "me.toml", "what no program can read");
    let mut store = open(&place);
    store.rename("me", "us").expect("renamed");
    assert_eq!(super::file(&place, "us.toml"), "what no program can read");
    assert!(!store.has("me") && store.has("us"));
}

#[test]
fn sessions_are_listed_renamed_and_deleted() {
    let place = saved(3);
    let mut store = open(&place);
    store.save(&Session { name: "you".into(), ..with(1) }).expect("saved");
    let list = store.list().expect("a list");
    let shown: Vec<_> =
        list.iter().map(|one| (one.name.as_str(), one.answers(), one.last(), one.session.is_some())).collect();
    assert_eq!(
        shown,
        [("you", 1, Some(1000), true), ("me", 2, Some(998), true)],
        "the last in the file, a re-ask apart"
    );
    assert!(matches!(store.rename("you", "me"), Err(Error::Taken(..))));
    assert!(matches!(store.rename("nobody", "x"), Err(Error::Missing(..))));
    store.rename("me", "us").expect("renamed");
    assert_eq!(open(&place).load("us").expect("readable").session, Session { name: "us".into(), ..with(3) });
    store.rename("you", "me").expect("renamed");
    store.save(&with(2)).expect("still one's own");
    store.delete("me").expect("deleted");
    store.delete("us").expect("deleted");
    assert_eq!((store.list().expect("a list"), store.new_name().as_str()), (Vec::new(), "answers"));
    drop(store);
    assert_eq!(fs::read_dir(place.path()).expect("a folder").count(), 0);
}

#[test]
fn names_that_leave_the_folder_are_refused_everywhere() {
    let place = folder();
    let path = place.path().join("sessions");
    let mut store = Store::open(&path).expect("a store");
    for name in ["../x", "/etc/passwd", "..", "", "a.toml", "x\0"] {
        let session = Session { name: name.into(), ..with(1) };
        let refused =
            [store.save(&session), store.create(name), store.delete(name).map(drop), store.load(name).map(drop)];
        assert!(refused.iter().all(|result| matches!(result, Err(Error::Name(_)))), "{name}: {refused:?}");
    }
    assert!(matches!(store.load("nobody"), Err(Error::Missing(..))));
    assert!(!path.exists() && !place.path().join("x.toml").exists());
}

#[test]
fn a_clock_that_goes_back_changes_no_order() {
    let mut session = with(3);
    for (given, at) in session.record.given.iter_mut().zip([u64::MAX, 0, 5]) {
        given.at = at;
    }
    let place = folder();
    let mut store = open(&place);
    store.save(&session).expect("saved");
    assert_eq!(store.load("me").expect("readable").session, session);
    assert_eq!(store.list().expect("a list")[0].last(), Some(5));
}

/// Where the folder is in memory, a save may take 1 ms at most; other folders have no such bound.
#[test]
fn a_save_takes_no_time_that_a_person_notices() {
    let Ok(place) = tempfile::tempdir_in("/dev/shm") else { return };
    let mut store = open(&place);
    let mut times: Vec<Duration> = (100..130)
        .map(|count| {
            let session = with(count);
            let start = Instant::now();
            store.save(&session).expect("saved");
            start.elapsed()
        })
        .collect();
    times.sort();
    println!("median {:?}, longest {:?}", times[15], times[29]);
    assert!(times[15] < Duration::from_millis(1), "{times:?}");
}
