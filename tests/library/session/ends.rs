//! The program is killed or the power goes, at each step of saving.

use super::{answers, folder, open, with};
use careerfit::session::{Disk, RealDisk, Store};
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;
use tempfile::TempDir;

/// A disk that ends after so many steps (a write may end half way), and syncs so many times before it gets slow.
#[derive(Default)]
struct Ending {
    steps: AtomicUsize,
    syncs: AtomicUsize,
    ended: AtomicBool,
    unsynced: Mutex<BTreeSet<u64>>,
}

impl Ending {
    fn after(steps: usize, syncs: usize) -> Arc<Self> {
        Arc::new(Self { steps: steps.into(), syncs: syncs.into(), ..Self::default() })
    }

    fn end(&self) -> io::Error {
        self.ended.store(true, SeqCst);
        io::Error::other("the end")
    }

    fn step(&self) -> io::Result<()> {
        let left = self.steps.fetch_update(SeqCst, SeqCst, |left| left.checked_sub(1));
        left.map(drop).map_err(|_| self.end())
    }
}

impl Disk for Ending {
    fn write(&self, path: &Path, text: &str) -> io::Result<File> {
        self.step()?;
        let half = RealDisk.write(path, &text[..text.len() / 2])?;
        self.unsynced.lock().expect("a lock").insert(half.metadata()?.ino());
        self.step()?;
        fs::write(path, text)?;
        File::open(path)
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step()?;
        RealDisk.link(from, to)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step()?;
        RealDisk.rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.step()?;
        RealDisk.remove(path)
    }

    fn sync(&self, file: &File, _: &Path) -> io::Result<()> {
        if self.syncs.fetch_update(SeqCst, SeqCst, |left| left.checked_sub(1)).is_err() {
            while !self.ended.load(SeqCst) {
                thread::sleep(Duration::from_micros(100));
            }
        }
        self.step()?;
        self.unsynced.lock().expect("a lock").remove(&file.metadata()?.ino());
        Ok(())
    }
}

/// Saves four versions until the disk ends; the last acknowledged by `save`, and by `settle`.
fn save_until_the_end(place: &TempDir, disk: &Arc<Ending>, syncs: usize) -> (usize, usize) {
    let mut store = Store::on(Arc::clone(disk) as Arc<dyn Disk>, place.path()).expect("a store");
    let (mut acknowledged, mut durable) = (0, 0);
    for count in 1..=4 {
        if store.save(&with(count)).is_err() {
            break;
        }
        acknowledged = count;
        if count <= syncs && store.flush().is_ok() {
            durable = count;
        }
    }
    disk.end();
    (acknowledged, durable)
}

/// What a file holds that was not synced.
type Damage = fn(&[u8]) -> Vec<u8>;

/// The folder after a loss of power: what was not synced is damaged.
fn after_power_loss(place: &TempDir, disk: &Ending, damage: Damage) -> TempDir {
    let after = folder();
    for entry in fs::read_dir(place.path()).expect("a folder") {
        let path = entry.expect("an entry").path();
        let mut text = fs::read(&path).expect("readable");
        if disk.unsynced.lock().expect("a lock").contains(&path.metadata().expect("there").ino()) {
            text = damage(&text);
        }
        fs::write(after.path().join(path.file_name().expect("a name")), text).expect("written");
    }
    after
}

#[test]
fn whatever_step_the_program_or_the_power_ends_at_nothing_acknowledged_is_lost() {
    let damages: [Damage; 4] = [
        |_| Vec::new(),
        |text| text[..text.len() / 2].to_vec(),
        |text| vec![0; text.len()],
        |text| [&text[..text.len() / 3], &vec![0; text.len() / 3]].concat(),
    ];
    for (syncs, steps) in (0..=4).flat_map(|syncs| (0..40).map(move |steps| (syncs, steps))) {
        let place = folder();
        let disk = Ending::after(steps, syncs);
        let (acknowledged, durable) = save_until_the_end(&place, &disk, syncs);
        for damage in damages {
            let after = after_power_loss(&place, &disk, damage);
            if durable > 0 {
                let found = answers(&mut open(&after));
                assert!(found >= durable, "power, {syncs} syncs, {steps} steps: {found} of {durable}");
            }
        }
        if acknowledged > 0 {
            let found = answers(&mut open(&place));
            assert!(found >= acknowledged, "kill, {syncs} syncs, {steps} steps: {found} of {acknowledged}");
        }
    }
}
