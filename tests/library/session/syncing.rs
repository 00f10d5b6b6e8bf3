//! What is waited for until it is on the disk, and what is not.

use super::{folder, open, saved, with};
use careerfit::session::{Disk, Error, Session, Store};
use std::fs::{self, File};
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// A disk that notes which files it was asked to sync, and begins the first of them only when it is told to.
struct Watched {
    synced: Mutex<Vec<u64>>,
    asked: Mutex<Sender<()>>,
    go_on: Mutex<Receiver<()>>,
}

impl Disk for Watched {
    fn sync(&self, file: &File, _: &Path) -> io::Result<()> {
        self.asked.lock().expect("ours").send(()).expect("heard");
        // once nobody holds it back any more, this comes to nothing at once
        let _told = self.go_on.lock().expect("ours").recv_timeout(Duration::from_secs(20));
        self.synced.lock().expect("ours").push(file.metadata()?.ino());
        Ok(())
    }
}

/// A store on such a disk: it, what tells that a sync was asked for, and what lets it begin.
fn watched(folder: &Path) -> (Store, Arc<Watched>, Receiver<()>, Sender<()>) {
    let ((asked, heard), (tell, go_on)) = (channel(), channel());
    let disk = Arc::new(Watched { synced: Mutex::default(), asked: Mutex::new(asked), go_on: Mutex::new(go_on) });
    let store = Store::on(Arc::clone(&disk) as _, folder).expect("a store");
    (store, disk, heard, tell)
}

fn number(folder: &Path, file: &str) -> u64 {
    fs::metadata(folder.join(file)).expect("there").ino()
}

#[test]
fn an_opened_session_is_synced() {
    let place = saved(3);
    let (mut store, disk, _heard, tell) = watched(place.path());
    drop(tell);
    store.load("me").expect("readable");
    store.flush().expect("synced");
    assert_eq!(*disk.synced.lock().expect("ours"), [number(place.path(), "me.toml")]);
}

#[test]
fn a_slow_disk_is_asked_for_the_newest_version_of_each_session_and_for_none_between() {
    let place = folder();
    let (mut store, disk, heard, tell) = watched(place.path());
    let you = |answers| Session { name: "you".into(), ..with(answers) };
    store.save(&with(1)).expect("saved");
    heard.recv_timeout(Duration::from_secs(20)).expect("the first is waited for");
    let first = number(place.path(), "me.toml");
    for answers in 2..=4 {
        store.save(&with(answers)).expect("saved");
        store.save(&you(answers)).expect("saved");
    }
    drop(tell);
    store.flush().expect("synced");
    let last = ["me.toml", "you.toml"].map(|file| number(place.path(), file));
    assert_eq!(*disk.synced.lock().expect("ours"), [first, last[0], last[1]]);
}

#[test]
fn a_session_that_is_let_go_of_is_another_programs_to_open() {
    let place = saved(3);
    let (mut first, mut second) = (open(&place), open(&place));
    first.load("me").expect("readable");
    assert!(second.load("me").expect("readable").busy);
    first.close("me").expect("settled");
    assert_eq!(second.load("me").expect("readable").read_only, None);
    assert!(matches!(first.save(&with(4)), Err(Error::Busy(_))), "it is not the first one's any more");
}
