//! What can be done with the sessions of a folder as a whole: list, name, rename, delete.

use super::files::{Files, is_there};
use super::names::{explain_missing, list_names};
use super::recover::find_session;
use super::regular::Stamp;
use super::{Error, Session, Store};
use std::fs::OpenOptions;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// A line in the list of sessions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The name.
    pub name: String,
    /// What can be read of it, if anything.
    pub session: Option<Session>,
    /// What is wrong with it, if anything.
    pub note: Option<String>,
    /// When its file was last written, in seconds since 1970, where the system says so.
    pub written: Option<u64>,
}

impl Listed {
    /// Questions with an answer that is no skip.
    pub fn answers(&self) -> usize {
        self.session.as_ref().map_or(0, Session::count_answers)
    }

    /// When the last answer was given, in seconds since 1970.
    pub fn last(&self) -> Option<u64> {
        self.session.as_ref().and_then(Session::last)
    }

    /// When something was last said in it, in seconds since 1970: where no question has an answer yet, when it was saved.
    pub fn find_time(&self) -> Option<u64> {
        self.session.as_ref()?.last().or(self.written)
    }
}

impl Store {
    /// All sessions, those in which something was said last first.
    ///
    /// # Errors
    /// The folder is there and cannot be read; a session that cannot be read is listed with the reason.
    pub fn list(&self) -> Result<Vec<Listed>, Error> {
        let names = list_names(&self.folder)?;
        let files = names.iter().filter_map(|name| self.find_files(name).ok());
        let mut list: Vec<Listed> = files.map(|files| list_files(&files)).collect();
        list.sort_by_key(|one| std::cmp::Reverse(one.find_time()));
        Ok(list)
    }

    /// Whether there is a session of this name, readable or not.
    pub fn has(&self, name: &str) -> bool {
        self.find_files(name).is_ok_and(|files| files.exist())
    }

    /// A name that no session has yet.
    pub fn new_name(&self) -> String {
        let names = std::iter::once("answers".to_string()).chain((2_u32..).map(|number| format!("answers-{number}")));
        let free = |name: &String| self.find_files(name).is_ok_and(|files| !files.exist() && !files.lock().exists());
        names.into_iter().find(free).unwrap_or_default()
    }

    /// Gives a session another name; refused while another program has it.
    ///
    /// # Errors
    /// [`Error::Missing`], [`Error::Taken`], [`Error::Busy`], [`Error::Name`], or the system refuses a step.
    pub fn rename(&mut self, from: &str, to: &str) -> Result<(), Error> {
        let (old, new) = (self.find_existing(from)?, self.find_files(to)?);
        let opened = self.locked.contains_key(from);
        self.acquire(&old)?;

        let moved = self.move_files(&old, &new);
        if !opened {
            self.locked.remove(if moved.is_ok() { to } else { from });
        }
        moved
    }

    fn move_files(&mut self, old: &Files, new: &Files) -> Result<(), Error> {
        self.flush()?;
        self.create(&new.name)?;

        let renamed = self.rename_files(old, new);
        if renamed.is_ok() {
            let known = Stamp::at(&new.current());
            if let Some(locked) = self.locked.get_mut(&new.name) {
                locked.known = known;
            }
            self.sync_opened(new);
        }

        self.locked.remove(if renamed.is_ok() { &old.name } else { &new.name });
        renamed
    }

    /// One step moves the session: before it everything has the old name, after it the new one. What was kept beside it
    /// goes ahead, since it is no session of its own; the version before it is not needed once the file itself is whole
    /// and on the disk, and would else be left as a session under the old name.
    fn rename_files(&self, old: &Files, new: &Files) -> Result<(), Error> {
        let rename = |from: &Path, to: &Path| self.disk.rename(from, to).map_err(Error::wrap_refusal("rename", from));
        for (path, ending) in old.list_kept_beside().map_err(Error::wrap_refusal("read", &old.folder))? {
            rename(&path, &new.folder.join(format!("{}{ending}", new.name)))?;
        }

        let (current, previous) = (old.current(), old.previous());
        if !is_there(&current) {
            return rename(&previous, &new.current());
        }

        let is_whole = find_session(old).is_ok_and(|found| !found.damaged);
        if is_whole {
            self.make_safe(&old.target())?;
            self.disk.remove(&previous).map_err(Error::wrap_refusal("remove", &previous))?;
        }

        rename(&current, &new.current())?;
        if !is_whole && is_there(&previous) {
            rename(&previous, &new.previous())?;
        }
        Ok(())
    }

    /// Waits until a file that somebody else may have written is on the disk.
    fn make_safe(&self, path: &Path) -> Result<(), Error> {
        let folder = path.parent().unwrap_or(path);
        let synced =
            OpenOptions::new().read(true).write(true).open(path).and_then(|file| self.disk.sync(&file, folder));
        synced.map_err(Error::wrap_refusal("make safe on the disk", path))
    }

    /// Removes a session, with every copy of its answers; refused while another program has it. What stays comes back:
    /// the file that a session leads to, if it is a link.
    ///
    /// # Errors
    /// [`Error::Missing`], [`Error::Busy`], [`Error::Name`], or the system refuses to remove a file.
    pub fn delete(&mut self, name: &str) -> Result<Option<PathBuf>, Error> {
        let files = self.find_existing(name)?;
        self.acquire(&files)?;

        // A disk that fails must not keep answers that somebody wants gone: it is told of afterwards.
        let settled = self.flush();
        let stays = files.is_link().then(|| files.target());
        let gone = self.remove_files(&files);
        self.locked.remove(name);

        gone.and(settled).map(|()| stays.filter(|path| path.exists()))
    }

    /// The session itself last: until then it is listed, and can be deleted again.
    pub(super) fn remove_files(&self, files: &Files) -> Result<(), Error> {
        let beside = files
            .list_kept_beside()
            .map_err(Error::wrap_refusal("read", &files.folder))?
            .into_iter()
            .map(|(path, _)| path);
        let mut paths = beside.chain([files.next(), files.previous(), files.current()]);
        paths.try_for_each(|path| self.disk.remove(&path).map_err(Error::wrap_refusal("remove", &path)))
    }

    /// The files of a session that is there.
    pub(super) fn find_existing(&self, name: &str) -> Result<Files, Error> {
        let files = self.find_files(name)?;
        if files.exist() { Ok(files) } else { Err(explain_missing(name, &self.folder)) }
    }
}

fn list_files(files: &Files) -> Listed {
    let (name, written) = (files.name.clone(), find_time_written(&files.current()));
    match find_session(files) {
        Ok(found) => Listed { name, session: Some(found.session), note: found.note, written },
        Err(error) => Listed { name, session: None, note: Some(error.to_string()), written },
    }
}

fn find_time_written(path: &Path) -> Option<u64> {
    let changed = std::fs::metadata(path).and_then(|data| data.modified()).ok()?;
    changed.duration_since(UNIX_EPOCH).ok().map(|since| since.as_secs())
}
