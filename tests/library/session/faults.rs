//! A disk that fails at its Nth call, for every N, once or from there on: nothing acknowledged is lost, nothing is done by
//! halves and nothing is said to be done that is not.

use super::{folder, open, with};
use careerfit::session::{Autosave, Disk, Error, RealDisk, Session, Store};
use std::fs::File;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// More calls than anything here makes.
const CALLS: usize = 60;

/// Fails at one call, or at that and all after it.
struct Faulty {
    left: AtomicUsize,
    for_good: bool,
}

impl Faulty {
    fn at(call: usize, for_good: bool) -> Arc<Self> {
        Arc::new(Self { left: AtomicUsize::new(call + 1), for_good })
    }

    fn call(&self) -> io::Result<()> {
        let left = self.left.load(SeqCst);
        let last = usize::from(self.for_good);
        if left > last {
            self.left.store(left - 1, SeqCst);
        }
        if left == 1 { Err(io::Error::other("a fault")) } else { Ok(()) }
    }
}

impl Disk for Faulty {
    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        self.call()?;
        RealDisk.make_folder(folder)
    }

    fn write(&self, path: &Path, text: &str) -> io::Result<File> {
        if let Err(error) = self.call() {
            RealDisk.write(path, &text[..text.len() / 2])?;
            return Err(error);
        }
        RealDisk.write(path, text)
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.call()?;
        RealDisk.link(from, to)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.call()?;
        RealDisk.rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.call()?;
        RealDisk.remove(path)
    }

    fn sync(&self, _: &File, _: &Path) -> io::Result<()> {
        self.call()
    }
}

fn store(place: &TempDir, disk: Arc<dyn Disk>) -> Store {
    Store::on(disk, place.path()).expect("a store")
}

/// Runs something with a fault at every call, once and for good.
fn with_every_fault(mut run: impl FnMut(Arc<Faulty>, &str)) {
    for (call, for_good) in (0..CALLS).flat_map(|call| [(call, false), (call, true)]) {
        run(Faulty::at(call, for_good), &format!("call {call}{}", if for_good { " and all after it" } else { "" }));
    }
}

/// A session with copies of its answers beside it.
fn with_copies() -> TempDir {
    let place = folder();
    let mut store = open(&place);
    for count in 3..=5 {
        store.save(&with(count)).expect("saved");
        store.flush().expect("synced");
    }
    drop(store);
    super::write(&place, "me.unreadable-1.toml", "what could not be read");
    super::write(&place, "me.conflict-1.toml", "what two programs wrote");
    super::write(&place, "me-too.unreadable-1.toml", "somebody else's");
    place
}

/// Names listed, each with its answers.
fn listed(place: &TempDir) -> Vec<(String, usize)> {
    let list = open(place).list().expect("a list").into_iter();
    list.map(|one| (one.name, one.session.map_or(0, |session| session.record.given.len()))).collect()
}

#[test]
fn at_every_fault_while_saving_what_was_acknowledged_is_there_and_the_rest_is_said() {
    with_every_fault(|disk, fault| {
        let place = folder();
        let mut store = store(&place, disk);
        let (mut acknowledged, mut said) = (0, false);
        for count in 1..=6 {
            match store.save(&with(count)) {
                Ok(()) => acknowledged = count,
                Err(_) => said = true,
            }
            said |= store.flush().is_err();
        }
        drop(store);
        let found = listed(&place).first().map_or(0, |(_, answers)| *answers);
        assert!(found >= acknowledged, "{fault}: {found} of {acknowledged}");
        assert!(found == 6 || said, "{fault}: {found} of 6, and not a word");
    });
}

#[test]
fn answers_that_were_written_elsewhere_count_as_lost_no_more() {
    let (place, disk) = (folder(), Faulty::at(usize::MAX - 1, true));
    let mut autosave = Autosave::new(store(&place, disk.clone()));
    autosave.begin(Session { name: "me".to_string(), ..Session::default() }).expect("begun");
    autosave.save(&with(2).record, "q", 7).expect("saved");
    assert!(autosave.trouble().is_none());

    disk.left.store(1, SeqCst);
    autosave.save(&with(3).record, "q", 7).expect_err("no call of the disk succeeds any more");
    assert!(autosave.trouble().is_some() && autosave.finish().is_err(), "leaving now would lose an answer");

    autosave.give_up();
    assert!(autosave.trouble().is_none());
}

#[test]
fn a_rename_interrupted_at_any_step_leaves_one_session_with_every_answer_and_never_says_done_when_it_is_not() {
    with_every_fault(|disk, fault| {
        let place = with_copies();
        let renamed = store(&place, disk).rename("me", "us");
        let list = listed(&place);
        assert_eq!(list.len(), 1, "{fault}: a ghost is left: {list:?}");
        let (name, answers) = &list[0];
        assert_eq!(*answers, 5, "{fault}");
        assert!(renamed.is_err() || name == "us", "{fault}: said to be done, and it is {name}");
    });
}

#[test]
fn a_deletion_interrupted_at_any_step_leaves_the_session_listed_or_nothing_of_it() {
    with_every_fault(|disk, fault| {
        let place = with_copies();
        let deleted = store(&place, disk).delete("me");
        let left: Vec<_> =
            std::fs::read_dir(place.path()).expect("a folder").map(|one| one.expect("one").path()).collect();
        let mine =
            left.iter().filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("me.")));
        let mine: Vec<_> = mine.filter(|path| path.extension().is_some_and(|ending| ending != "lock")).collect();
        if deleted.is_ok() {
            assert!(mine.is_empty(), "{fault}: left behind: {mine:?}");
        }
        assert!(mine.is_empty() || listed(&place).len() == 1, "{fault}: {mine:?} is left and not listed");
        assert!(left.iter().any(|path| path.ends_with("me-too.unreadable-1.toml")), "{fault}: somebody else's is gone");
    });
}

/// A disk whose syncs take for ever.
struct Hanging;

impl Disk for Hanging {
    fn sync(&self, _: &File, _: &Path) -> io::Result<()> {
        thread::sleep(Duration::from_secs(3600));
        Ok(())
    }
}

#[test]
fn leaving_waits_for_a_disk_that_does_not_answer_so_long_and_no_longer() {
    let place = folder();
    let mut store = store(&place, Arc::new(Hanging));
    store.save(&with(1)).expect("saved");
    let begun = Instant::now();
    assert!(matches!(store.flush_within(Duration::from_millis(100)), Err(Error::Slow)));
    drop(store);
    assert!(begun.elapsed() < Duration::from_secs(4), "{:?}", begun.elapsed());
    assert_eq!(open(&place).read("me").expect("readable").session, Session { name: "me".into(), ..with(1) });
}
