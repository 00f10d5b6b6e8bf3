//! Which files a session has.

use super::{Error, name};
use std::path::{Path, PathBuf};

/// The paths of one session; its name is a checked one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Files {
    pub folder: PathBuf,
    pub name: String,
}

impl Files {
    pub fn new(folder: &Path, name: &str) -> Result<Self, Error> {
        name::check(name)?;
        Ok(Self { folder: folder.to_path_buf(), name: name.to_string() })
    }

    /// The session as it was last saved.
    pub fn current(&self) -> PathBuf {
        self.with("toml")
    }

    /// An earlier version, the newest that surely reached the disk.
    pub fn previous(&self) -> PathBuf {
        self.with("bak")
    }

    /// The next version while it is written.
    pub fn next(&self) -> PathBuf {
        self.with("tmp")
    }

    pub fn lock(&self) -> PathBuf {
        self.with("lock")
    }

    /// A free name for a file that cannot be read.
    pub fn aside(&self) -> PathBuf {
        let mut names = (1..u32::MAX).map(|number| self.with(&format!("unreadable-{number}.toml")));
        names.find(|path| path.symlink_metadata().is_err()).unwrap_or_else(|| self.with("unreadable.toml"))
    }

    pub fn exist(&self) -> bool {
        self.current().symlink_metadata().is_ok() || self.previous().symlink_metadata().is_ok()
    }

    fn with(&self, ending: &str) -> PathBuf {
        self.folder.join(format!("{}.{ending}", self.name))
    }
}
