//! What other programs and odd files in the folder do to a session.

use super::{answers, file, folder, open, saved, with, write};
use careerfit::model::{CardEntry, Reaction};
use careerfit::session::{Autosave, Error, MAX_SESSION_BYTES, to_text};
use std::fs;
use std::os::unix::fs::symlink;
use std::time::{Duration, Instant};

#[test]
fn what_another_program_wrote_meanwhile_is_left_alone_and_ones_own_kept_beside_it() {
    let place = saved(3);
    let mut first = open(&place);
    first.load("me").expect("readable");
    fs::remove_file(place.path().join("me.lock")).expect("there");
    let mut second = open(&place);
    second.load("me").expect("readable");
    second.save(&with(7)).expect("saved");
    for count in [4, 5] {
        let said = first.save(&with(count)).expect_err("noticed");
        assert!(matches!(said, Error::Changed(..)) && said.to_string().contains("me.conflict-1.toml"), "{said}");
        assert_eq!(file(&place, "me.conflict-1.toml"), to_text(&with(count)));
    }
    second.save(&with(8)).expect("its own file was not touched");
    assert_eq!(file(&place, "me.toml"), to_text(&with(8)));
}

#[test]
fn a_file_edited_by_hand_while_it_is_open_is_left_alone() {
    let place = saved(3);
    let mut store = open(&place);
    store.load("me").expect("readable");
    let edited = to_text(&with(3)).replace("why", "edited");
    fs::write(place.path().join("me.toml"), &edited).expect("written");
    assert!(matches!(store.save(&with(4)), Err(Error::Changed(..))));
    assert_eq!(file(&place, "me.toml"), edited);
}

#[test]
fn what_leads_is_kept_with_its_answers_and_no_file_is_made_or_changed_for_it() {
    let place = saved(3);
    let mut autosave = Autosave::new(open(&place));
    autosave.open("me").expect("readable");
    autosave.save_lead("Health".to_string());
    let kept = open(&place).read("me").expect("readable").session;
    assert_eq!((kept.lead.as_deref(), &kept.record), (Some("Health"), &with(3).record));

    autosave.save(&with(4).record, "q", 7).expect("saved");
    assert_eq!(open(&place).read("me").expect("readable").session.lead, None, "it was of other answers");

    let edited = to_text(&with(4)).replace("why", "edited");
    fs::write(place.path().join("me.toml"), &edited).expect("written");
    autosave.save_lead("Health".to_string());
    assert_eq!(file(&place, "me.toml"), edited, "somebody else's file is left alone");
    assert!(!place.path().join("me.conflict-1.toml").exists());

    fs::remove_file(place.path().join("me.toml")).expect("there");
    autosave.save_lead("Health".to_string());
    assert!(!place.path().join("me.toml").exists(), "a session that was removed does not come back");
}

#[test]
fn a_session_that_is_a_link_is_written_where_it_leads() {
    let (place, elsewhere) = (saved(3), folder());
    let real = elsewhere.path().join("real.toml");
    fs::rename(place.path().join("me.toml"), &real).expect("moved");
    symlink(&real, place.path().join("me.toml")).expect("linked");
    let mut store = open(&place);
    store.load("me").expect("readable");
    for count in 4..=6 {
        store.save(&with(count)).expect("saved");
        store.flush().expect("synced");
    }
    assert!(place.path().join("me.toml").is_symlink());
    assert_eq!(fs::read_to_string(&real).expect("there"), to_text(&with(6)));
    assert_eq!(file(&place, "me.bak"), to_text(&with(5)));
    assert_eq!(fs::read_dir(elsewhere.path()).expect("a folder").count(), 1, "nothing else is left there");
    assert_eq!(store.delete("me").expect("deleted"), Some(real.canonicalize().expect("there")));
    assert!(real.exists());
}

#[test]
fn one_odd_file_holds_nothing_up_and_is_named() {
    let place = saved(3);
    let path = |name: &str| place.path().join(name);
    rustix::fs::mknodat(rustix::fs::CWD, path("pipe.toml"), rustix::fs::FileType::Fifo, 0o600.into(), 0).expect("made");
    symlink("/dev/zero", path("zero.toml")).expect("linked");
    fs::create_dir(path("folder.toml")).expect("made");
    fs::File::create(path("large.toml")).and_then(|file| file.set_len(MAX_SESSION_BYTES + 1)).expect("made");
    let begun = Instant::now();
    let list = open(&place).list().expect("a list");
    assert!(begun.elapsed() < Duration::from_secs(2));
    for (name, says) in [("pipe", "not a regular file"), ("zero", "not a regular file"), ("large", "larger than 4 MiB")]
    {
        let note = list.iter().find(|one| one.name == name).and_then(|one| one.note.clone()).expect("a note");
        assert!(note.contains(&format!("{name}.toml")) && note.contains(says), "{note}");
    }
    assert_eq!(list.iter().filter(|one| one.session.is_some()).count(), 1);
    assert_eq!(answers(&mut open(&place)), 3);
}

#[test]
fn recovery_takes_the_file_that_lost_nothing() {
    let mut session = with(3);
    session.record.sliders.insert("pay".into(), 4);
    session.record.conditions.insert("training".into(), "months".into());
    session.record.cards.push(CardEntry { career: "29-1141.00".into(), reaction: Reaction::ForMe, at: 9 });
    session.record.opened.push("11-1011.00".into());
    let damages = [
        ("pay = 4", "pay = four"),
        ("training = \"months\"", "training = 3"),
        ("reaction = \"for-me\"", "reaction = \"perhaps\""),
        ("opened = [", "opened = [3, "),
    ];
    for (said, damaged) in damages {
        let place = folder();
        let mut store = open(&place);
        store.save(&session).expect("saved");
        store.flush().expect("synced");
        store.save(&session).expect("saved");
        drop(store);
        let whole = file(&place, "me.toml");
        assert!(whole.contains(said), "{said} is not in {whole}");
        write(&place, "me.toml", whole.replace(said, damaged));
        let loaded = open(&place).load("me").expect("readable");
        assert_eq!(loaded.session.record, session.record, "{damaged}: {:?}", loaded.note);
    }
}

#[test]
fn a_session_that_is_let_go_can_be_opened_by_another_program() {
    let place = saved(3);
    let mut autosave = Autosave::new(open(&place));
    autosave.open("me").expect("readable");
    assert!(open(&place).load("me").expect("readable").read_only.is_some());

    autosave.close().expect("saved");
    assert!(open(&place).load("me").expect("readable").read_only.is_none());
}

#[test]
fn a_name_that_is_taken_is_refused_and_left_to_whoever_has_it() {
    let place = saved(3);
    let mut second = open(&place);
    for _ in 0..2 {
        assert!(matches!(second.create("me"), Err(Error::Taken(..))));
    }
    let first = open(&place).load("me").expect("readable");
    assert!(first.read_only.is_none(), "the name is not held: {:?}", first.read_only);

    // one's own session stays one's own when somebody tries its name once more
    second.load("me").expect("readable");
    assert!(matches!(second.create("me"), Err(Error::Taken(..))));
    assert!(open(&place).load("me").expect("readable").read_only.is_some());
}
