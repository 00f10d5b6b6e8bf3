//! Disks and folders that refuse.

use super::{answers, file, folder, open, saved, with, write};
use careerfit::session::{Disk, Error, RealDisk, Store, to_text};
use std::fs::{self, File};
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::sync::Arc;

struct Failing {
    kind: io::ErrorKind,
    at: &'static str,
}

impl Failing {
    fn at(&self, step: &str) -> io::Result<()> {
        if self.at == step { Err(self.kind.into()) } else { Ok(()) }
    }
}

impl Disk for Failing {
    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        self.at("make")?;
        RealDisk.make_folder(folder)
    }

    fn write(&self, path: &Path, text: &str) -> io::Result<File> {
        if let Err(error) = self.at("write") {
            RealDisk.write(path, &text[..text.len() / 2])?;
            return Err(error);
        }
        RealDisk.write(path, text)
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.at("link")?;
        RealDisk.link(from, to)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.at("rename")?;
        RealDisk.rename(from, to)
    }

    fn sync(&self, file: &File, folder: &Path) -> io::Result<()> {
        self.at("sync")?;
        RealDisk.sync(file, folder)
    }
}

#[test]
fn a_disk_that_refuses_leaves_what_was_saved_and_says_place_and_remedy() {
    let cases = [
        (io::ErrorKind::StorageFull, "write", "free some space"),
        (io::ErrorKind::PermissionDenied, "write", "writable"),
        (io::ErrorKind::ReadOnlyFilesystem, "rename", "writable"),
        (io::ErrorKind::Other, "write", "check the disk"),
    ];
    for (kind, at, remedy) in cases {
        let place = saved(3);
        let before = file(&place, "me.toml");
        let mut store = Store::on(Arc::new(Failing { kind, at }), place.path()).expect("a store");
        store.load("me").expect("readable");
        let said = store.save(&with(4)).expect_err("refused").to_string();
        assert!(said.contains("me.toml") && said.contains(remedy), "{said}");
        drop(store);
        assert_eq!(file(&place, "me.toml"), before);
        assert_eq!(answers(&mut open(&place)), 3);
    }
}

#[test]
fn a_file_system_without_second_names_keeps_the_version_before_too() {
    let place = folder();
    let disk = Arc::new(Failing { kind: io::ErrorKind::Unsupported, at: "link" });
    let mut store = Store::on(disk, place.path()).expect("a store");
    for count in 1..=3 {
        store.save(&with(count)).expect("saved");
        store.flush().expect("synced");
    }
    assert_eq!(file(&place, "me.bak"), to_text(&with(2)));
    assert_eq!(file(&place, "me.toml"), to_text(&with(3)));
}

#[test]
fn damage_on_a_disk_that_is_full_can_be_read_and_stays() {
    let place = saved(3);
    write(&place, "me.toml", "version = 1");
    let disk = Arc::new(Failing { kind: io::ErrorKind::StorageFull, at: "write" });
    let loaded = Store::on(disk, place.path()).expect("a store").load("me").expect("readable");
    assert!(loaded.read_only.is_some_and(|why| why.contains("free some space")));
    assert_eq!((loaded.session, file(&place, "me.toml").as_str()), (with(2), "version = 1"));
}

#[test]
fn a_folder_that_refuses_is_named() {
    let place = folder();
    write(&place, "plain", "a file");
    let said = Store::open(place.path().join("plain")).err().expect("no folder").to_string();
    assert!(said.contains("plain") && said.contains("move it away"), "{said}");
    let below = Store::open(place.path().join("plain/sessions")).err().expect("no folder").to_string();
    assert!(below.contains("plain/sessions"), "{below}");
    let disk = Arc::new(Failing { kind: io::ErrorKind::PermissionDenied, at: "make" });
    let mut store = Store::on(disk, place.path().join("new")).expect("a store");
    let said = store.save(&with(1)).expect_err("refused").to_string();
    assert!(said.contains("new") && said.contains("XDG_DATA_HOME"), "{said}");
}

/// Root may write anywhere, so for root nothing is shown here; the tests above refuse for everybody.
#[test]
fn a_read_only_folder_is_read_and_said() {
    let place = saved(3);
    fs::set_permissions(place.path(), fs::Permissions::from_mode(0o500)).expect("set");
    if File::create(place.path().join("probe")).is_err() {
        let loaded = open(&place).load("me").expect("readable");
        assert!(loaded.read_only.is_some_and(|why| why.contains("writable")));
        assert_eq!(loaded.session, with(3));
    }
    fs::set_permissions(place.path(), fs::Permissions::from_mode(0o700)).expect("set");
}

#[test]
fn a_folder_removed_meanwhile_is_made_again() {
    let place = folder();
    let path = place.path().join("careerfit/sessions");
    let mut store = Store::open(&path).expect("a store");
    store.save(&with(1)).expect("saved");
    store.flush().expect("synced");
    fs::remove_dir_all(place.path().join("careerfit")).expect("removed");
    store.save(&with(2)).expect("saved");
    assert_eq!(answers(&mut store), 2);
    assert!(matches!(Store::open(&path).expect("a store").save(&with(3)), Err(Error::Busy(_))));
}

#[test]
fn trouble_in_the_background_is_said_at_the_next_call_and_saving_goes_on() {
    let place = folder();
    let disk = Arc::new(Failing { kind: io::ErrorKind::StorageFull, at: "sync" });
    let mut store = Store::on(disk, place.path()).expect("a store");
    store.save(&with(1)).expect("saved");
    let said = store.flush().expect_err("trouble").to_string();
    assert!(said.contains("me.toml") && said.contains("free some space"), "{said}");
    assert!(store.flush().is_ok(), "said once");
    assert_eq!(answers(&mut store), 1);
}
