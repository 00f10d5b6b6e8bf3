//! Deleted sessions: the files of each are kept for a time beside the sessions' folder, with the second in their names, and
//! can be taken back until they are swept.

use super::files::{Files, is_there};
use super::{Error, Store, name};
use crate::model::SECONDS_PER_DAY;
use std::fs::{self, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

/// The folder beside the sessions'.
const FOLDER: &str = "deleted";

/// Seconds that a deleted session is kept: thirty days.
pub const KEPT: u64 = 30 * SECONDS_PER_DAY;

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
    /// Deletes a session at this time, and keeps all its files to take it back from. A link is only removed.
    ///
    /// # Errors
    ///
    /// There is none of this name, another program has it, or the disk refuses; the session is there still then.
    pub fn discard(&mut self, name: &str, at: u64) -> Result<Left, Error> {
        let files = self.find_existing(name)?;
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
    pub fn list_deleted(&self) -> Result<Vec<Deleted>, Error> {
        let folder = self.trash_folder();
        let entries = match fs::read_dir(&folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries.map_err(Error::wrap_refusal("read", &folder))?,
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
        let files = self.find_files(name)?;
        let back = |(path, ending): &(PathBuf, String)| {
            let to = files.folder.join(format!("{name}{ending}"));
            self.disk.rename(path, &to).map_err(Error::wrap_refusal("restore", path))
        };
        let renamed = self.list_parts(deleted).and_then(|parts| parts.iter().try_for_each(back));
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
        let found: Vec<Deleted> = self.list_deleted()?.into_iter().filter(wanted).collect();
        for deleted in &found {
            for (path, _) in self.list_parts(deleted)? {
                self.disk.remove(&path).map_err(Error::wrap_refusal("remove", &path))?;
            }
        }
        Ok(found.len())
    }

    /// The files of a deleted session, each with what follows the name in its own; last the one that makes it one that can
    /// be taken back.
    fn list_parts(&self, deleted: &Deleted) -> Result<Vec<(PathBuf, String)>, Error> {
        let (folder, beginning) = (self.trash_folder(), format!("{}{AT}{}", deleted.name, deleted.at));
        let entries = fs::read_dir(&folder).map_err(Error::wrap_refusal("read", &folder))?;
        let part = |path: PathBuf| {
            let ending = path.file_name()?.to_str()?.strip_prefix(&beginning)?.to_string();
            (ending.starts_with('.') && path != deleted.path).then_some((path, ending))
        };

        let mut parts: Vec<(PathBuf, String)> = entries.filter_map(|entry| part(entry.ok()?.path())).collect();
        parts.sort_unstable();
        parts.push((deleted.path.clone(), ".toml".to_string()));
        Ok(parts)
    }

    /// Gives the files of a session second names among the deleted ones: a damaged one is nothing without the version
    /// before it, and what was kept beside it holds answers too.
    fn keep_copy(&self, files: &Files, at: u64) -> Result<Deleted, Error> {
        let folder = self.trash_folder();
        self.disk.make_folder(&folder).map_err(Error::wrap_refusal("make", &folder))?;

        // Sessions of one name can be deleted within one second: the later one counts as of the next.
        let taken = |at: &u64| is_there(&trash_path(&folder, &files.name, *at));
        let at = (at..u64::MAX).find(|at| !taken(at)).unwrap_or(at);

        for (from, ending) in files.list_all().map_err(Error::wrap_refusal("read", &files.folder))? {
            self.keep_file(&from, &folder.join(format!("{}{AT}{at}{ending}", files.name)))?;
        }
        Ok(Deleted { name: files.name.clone(), at, path: trash_path(&folder, &files.name, at) })
    }

    /// Gives a file a second name, or copies it where the disk has no such thing.
    fn keep_file(&self, from: &Path, to: &Path) -> Result<(), Error> {
        let kept = self.disk.link(from, to).or_else(|_| fs::copy(from, to).map(drop));
        kept.map_err(Error::wrap_refusal("keep a copy of", from))?;

        let opened = OpenOptions::new().read(true).write(true).open(to);
        let synced = opened.and_then(|file| self.disk.sync(&file, to.parent().unwrap_or(to)));
        synced.map_err(Error::wrap_refusal("keep", to))
    }

    fn trash_folder(&self) -> PathBuf {
        self.folder.with_file_name(FOLDER)
    }
}

fn trash_path(folder: &Path, name: &str, at: u64) -> PathBuf {
    folder.join(format!("{name}{AT}{at}.toml"))
}

fn from_path(path: &Path) -> Option<Deleted> {
    let stem = path.file_name()?.to_str()?.strip_suffix(".toml")?;
    let (name, at) = stem.split_once(AT)?;
    name::check_name(name).ok()?;
    Some(Deleted { name: name.to_string(), at: at.parse().ok()?, path: path.to_path_buf() })
}
