//! What can be done with the sessions of a folder as a whole: list, name, rename, delete.

use super::files::Files;
use super::recover::find;
use super::{Error, Session, Store};
use std::collections::BTreeSet;
use std::{fs, io};

/// A line in the list of sessions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The name.
    pub name: String,
    /// What can be read of it, if anything.
    pub session: Option<Session>,
    /// What is wrong with it, if anything.
    pub note: Option<String>,
}

impl Listed {
    /// Questions with an answer that is no skip.
    pub fn answers(&self) -> usize {
        self.session.as_ref().map_or(0, Session::answered)
    }

    /// When the last answer was given, in seconds since 1970.
    pub fn last(&self) -> Option<u64> {
        self.session.as_ref().and_then(Session::last)
    }
}

impl Store {
    /// All sessions, those with the latest answers first.
    pub fn list(&self) -> Result<Vec<Listed>, Error> {
        let entries = match fs::read_dir(&self.folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries.map_err(Error::file("read", &self.folder))?,
        };
        let paths = entries.filter_map(|entry| entry.ok().map(|entry| entry.path()));
        let ours = paths.filter(|path| path.extension().is_some_and(|ending| ending == "toml" || ending == "bak"));
        let names: BTreeSet<String> = ours.filter_map(|path| Some(path.file_stem()?.to_str()?.to_string())).collect();
        let files = names.iter().filter_map(|name| self.files(name).ok());
        let mut list: Vec<Listed> = files.map(|files| listed(&files)).collect();
        list.sort_by_key(|one| std::cmp::Reverse(one.last()));
        Ok(list)
    }

    /// Whether there is a session of this name, readable or not.
    pub fn has(&self, name: &str) -> bool {
        self.files(name).is_ok_and(|files| files.exist())
    }

    /// A name that no session has yet.
    pub fn new_name(&self) -> String {
        let names = std::iter::once("answers".to_string()).chain((2_u32..).map(|number| format!("answers-{number}")));
        let free = |name: &String| self.files(name).is_ok_and(|files| !files.exist() && !files.lock().exists());
        names.into_iter().find(free).unwrap_or_default()
    }

    /// Gives a session another name; refused while another program has it.
    pub fn rename(&mut self, from: &str, to: &str) -> Result<(), Error> {
        let (old, new) = (self.existing(from)?, self.files(to)?);
        let opened = self.held.contains_key(from);
        self.hold(&old)?;
        let moved = self.moved(&old, &new);
        if !opened {
            self.held.remove(if moved.is_ok() { to } else { from });
        }
        moved
    }

    fn moved(&mut self, old: &Files, new: &Files) -> Result<(), Error> {
        self.settle()?;
        self.create(&new.name)?;
        let renamed = self.rename_files(old, new);
        if renamed.is_ok() {
            self.sync_opened(new);
        }
        self.held.remove(if renamed.is_ok() { &old.name } else { &new.name });
        renamed
    }

    /// The session first: an end in between leaves it whole under the new name, and an older copy under the old one.
    fn rename_files(&self, old: &Files, new: &Files) -> Result<(), Error> {
        for (from, to) in [(old.current(), new.current()), (old.previous(), new.previous())] {
            if from.symlink_metadata().is_ok() {
                self.disk.rename(&from, &to).map_err(Error::file("rename", &from))?;
            }
        }
        Ok(())
    }

    /// Removes a session, with the version before it; refused while another program has it.
    pub fn delete(&mut self, name: &str) -> Result<(), Error> {
        let files = self.existing(name)?;
        self.hold(&files)?;
        let settled = self.settle();
        let gone = [files.next(), files.previous(), files.current()]
            .iter()
            .try_for_each(|path| self.disk.remove(path).map_err(Error::file("remove", path)));
        self.held.remove(name);
        gone.and(settled)
    }

    /// The files of a session that is there.
    pub(super) fn existing(&self, name: &str) -> Result<Files, Error> {
        let files = self.files(name)?;
        let missing = || Error::Missing(name.to_string(), self.folder.clone());
        if files.exist() { Ok(files) } else { Err(missing()) }
    }
}

fn listed(files: &Files) -> Listed {
    let name = files.name.clone();
    match find(files) {
        Ok(found) => Listed { name, session: Some(found.session), note: found.note },
        Err(error) => Listed { name, session: None, note: Some(error.to_string()) },
    }
}
