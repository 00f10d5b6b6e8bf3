//! Deleted sessions: each is kept for a time beside the sessions' folder, in one file with the second in its name, and can
//! be taken back until it is swept.

use super::files::{Files, is_there};
use super::{Error, Store, name};
use std::fs::{self, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

/// The folder beside the sessions'.
const FOLDER: &str = "deleted";

/// Seconds that a deleted session is kept: thirty days.
pub const KEPT: u64 = 30 * 86_400;

/// What stands between a session's name and when it was deleted; no session's name can hold it.
const AT: char = '@';

/// A session that can be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deleted {
    /// Its name.
    pub name: String,
    /// When it was deleted, in seconds since 1970.
    pub at: u64,
    /// The file that holds its answers.
    pub path: PathBuf,
}

/// What is left of a session that was deleted.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Left {
    /// A copy to take it back from.
    Copy(Deleted),
    /// The session was a link: the file that it led to.
    Target(PathBuf),
}

impl Store {
    /// Deletes a session at this time, and keeps one copy of it to take it back from. A link is only removed.
    ///
    /// # Errors
    ///
    /// There is none of this name, another program has it, or the disk refuses; the session is there still then.
    pub fn discard(&mut self, name: &str, at: u64) -> Result<Left, Error> {
        let files = self.existing(name)?;
        if files.is_link() {
            let target = files.target();
            return self.delete(name).map(|_| Left::Target(target));
        }

        self.acquire(&files)?;
        let kept = self.flush().and_then(|()| self.keep_copy(&files, at));
        let gone = kept.and_then(|copy| self.remove_files(&files).map(|()| Left::Copy(copy)));
        self.locked.remove(name);
        gone
    }

    /// Deleted sessions that can be taken back, the latest first.
    ///
    /// # Errors
    /// The folder is there and cannot be read.
    pub fn deleted(&self) -> Result<Vec<Deleted>, Error> {
        let folder = self.trash();
        let entries = match fs::read_dir(&folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries.map_err(Error::file("read", &folder))?,
        };

        let mut found: Vec<Deleted> = entries.filter_map(|entry| from_path(&entry.ok()?.path())).collect();
        found.sort_unstable_by(|a, b| b.at.cmp(&a.at).then_with(|| a.name.cmp(&b.name)));
        Ok(found)
    }

    /// Takes a deleted session back under a name that no session has.
    ///
    /// # Errors
    /// Those of [`Store::create`], or the copy cannot be moved.
    pub fn restore(&mut self, deleted: &Deleted, name: &str) -> Result<(), Error> {
        self.create(name)?;
        let files = self.files(name)?;
        let renamed = self.disk.rename(&deleted.path, &files.current()).map_err(Error::file("restore", &deleted.path));
        if renamed.is_ok() {
            self.sync_opened(&files);
        }

        let settled = self.flush();
        self.locked.remove(name);
        renamed.and(settled)
    }

    /// Removes every copy of deleted sessions of this name; how many there were comes back.
    ///
    /// # Errors
    /// Copies cannot be listed, or one cannot be removed.
    pub fn forget(&self, name: &str) -> Result<usize, Error> {
        self.remove_deleted(|deleted| deleted.name == name)
    }

    /// Removes copies of sessions that were deleted too long ago.
    ///
    /// # Errors
    /// Copies cannot be listed, or one cannot be removed.
    pub fn sweep_deleted(&self, now: u64) -> Result<usize, Error> {
        self.remove_deleted(|deleted| deleted.at.saturating_add(KEPT) < now)
    }

    fn remove_deleted(&self, wanted: impl Fn(&Deleted) -> bool) -> Result<usize, Error> {
        let found: Vec<Deleted> = self.deleted()?.into_iter().filter(wanted).collect();
        for deleted in &found {
            self.disk.remove(&deleted.path).map_err(Error::file("remove", &deleted.path))?;
        }
        Ok(found.len())
    }

    /// Gives the newest file of a session a second name among the deleted ones.
    fn keep_copy(&self, files: &Files, at: u64) -> Result<Deleted, Error> {
        let folder = self.trash();
        self.disk.make_folder(&folder).map_err(Error::file("make", &folder))?;

        let newest = if is_there(&files.current()) { files.current() } else { files.previous() };
        // Sessions of one name can be deleted within one second: the later one counts as of the next.
        let taken = |at: &u64| is_there(&path(&folder, &files.name, *at));
        let at = (at..u64::MAX).find(|at| !taken(at)).unwrap_or(at);
        let path = path(&folder, &files.name, at);

        let kept = self.disk.link(&newest, &path).or_else(|_| fs::copy(&newest, &path).map(drop));
        kept.map_err(Error::file("keep a copy of", &newest))?;

        let opened = OpenOptions::new().read(true).write(true).open(&path);
        opened.and_then(|file| self.disk.sync(&file, &folder)).map_err(Error::file("keep", &path))?;
        Ok(Deleted { name: files.name.clone(), at, path })
    }

    fn trash(&self) -> PathBuf {
        self.folder.with_file_name(FOLDER)
    }
}

fn path(folder: &Path, name: &str, at: u64) -> PathBuf {
    folder.join(format!("{name}{AT}{at}.toml"))
}

fn from_path(path: &Path) -> Option<Deleted> {
    let stem = path.file_name()?.to_str()?.strip_suffix(".toml")?;
    let (name, at) = stem.split_once(AT)?;
    name::check(name).ok()?;
    Some(Deleted { name: name.to_string(), at: at.parse().ok()?, path: path.to_path_buf() })
}
