//! Which files a session has.

use super::{Error, name};
use std::io;
use std::path::{Path, PathBuf};

/// What follows the name of a session whose file could not be read.
const UNREADABLE: &str = "unreadable-";

/// What follows the name of a session that two programs wrote.
const CONFLICT: &str = "conflict-";

/// The paths of one session; its name is a checked one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Files {
    pub folder: PathBuf,
    pub name: String,
}

impl Files {
    pub fn new(folder: &Path, name: &str) -> Result<Self, Error> {
        name::check_name(name)?;
        Ok(Self { folder: folder.to_path_buf(), name: name.to_string() })
    }

    /// The session as it was last saved.
    pub fn current(&self) -> PathBuf {
        self.with_ending("toml")
    }

    /// An earlier version, the newest that surely reached the disk.
    pub fn previous(&self) -> PathBuf {
        self.with_ending("bak")
    }

    /// The file that is written: where the session is a link, what it leads to.
    pub fn target(&self) -> PathBuf {
        let current = self.current();
        if self.is_link() { current.canonicalize().unwrap_or(current) } else { current }
    }

    /// Whether the session is a link to a file elsewhere.
    pub fn is_link(&self) -> bool {
        self.current().is_symlink()
    }

    /// The next version while it is written, beside the file whose place it takes.
    pub fn next(&self) -> PathBuf {
        let target = self.target();
        match target.parent() {
            Some(elsewhere) if target != self.current() => elsewhere.join(format!(".{}.careerfit.tmp", self.name)),
            _ => self.with_ending("tmp"),
        }
    }

    pub fn lock(&self) -> PathBuf {
        self.with_ending("lock")
    }

    /// A free name for a file that cannot be read.
    pub fn aside(&self) -> PathBuf {
        self.find_free(UNREADABLE)
    }

    /// A free name for what this program has, where another one wrote the session meanwhile.
    pub fn conflict(&self) -> PathBuf {
        self.find_free(CONFLICT)
    }

    /// Every file that was kept beside the session, which holds answers too, each with what follows the name in its own.
    pub fn list_kept_beside(&self) -> io::Result<Vec<(PathBuf, String)>> {
        // No session's name has a dot in it, so none of another one's files begins like this.
        let ours = |path: PathBuf| {
            let ending = path.file_name()?.to_str()?.strip_prefix(&self.name)?.to_string();
            let is_kept = [UNREADABLE, CONFLICT].iter().any(|what| ending.starts_with(&format!(".{what}")));
            let is_toml = path.extension().is_some_and(|ending| ending == "toml");
            (is_kept && is_toml).then_some((path, ending))
        };

        let paths = std::fs::read_dir(&self.folder)?.map(|entry| entry.map(|entry| entry.path()));
        let mut found: Vec<(PathBuf, String)> =
            paths.collect::<io::Result<Vec<_>>>()?.into_iter().filter_map(ours).collect();
        found.sort_unstable();
        Ok(found)
    }

    /// Every file that holds answers of the session, each with what follows the name in its own; last the one that counts,
    /// with the ending that makes it count.
    pub fn list_all(&self) -> io::Result<Vec<(PathBuf, String)>> {
        let mut all = self.list_kept_beside()?;
        let (current, previous) = (self.current(), self.previous());
        let counts = if is_there(&current) {
            all.extend(is_there(&previous).then(|| (previous, ".bak".to_string())));
            current
        } else {
            previous
        };
        all.push((counts, ".toml".to_string()));
        Ok(all)
    }

    /// Whether there is a session; a file that the system says nothing about may well be there.
    pub fn exist(&self) -> bool {
        is_there(&self.current()) || is_there(&self.previous())
    }

    fn find_free(&self, what: &str) -> PathBuf {
        let mut names = (1..u32::MAX).map(|number| self.with_ending(&format!("{what}{number}.toml")));
        names.find(|path| !is_there(path)).unwrap_or_else(|| self.with_ending(&format!("{what}.toml")))
    }

    fn with_ending(&self, ending: &str) -> PathBuf {
        self.folder.join(format!("{}.{ending}", self.name))
    }
}

/// Whether something has this name: only the system's word that there is nothing is taken for that.
pub(super) fn is_there(path: &Path) -> bool {
    path.symlink_metadata().map_or_else(|error| error.kind() != io::ErrorKind::NotFound, |_| true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_version_is_written_beside_the_file_whose_place_it_takes() {
        let place = tempfile::tempdir().expect("a folder");
        let files = Files::new(place.path(), "me").expect("a name");
        assert_eq!(files.next(), place.path().join("me.tmp"));

        #[cfg(unix)]
        {
            let elsewhere = tempfile::tempdir().expect("another folder");
            let real = elsewhere.path().canonicalize().expect("it is there").join("answers.toml");
            std::fs::write(&real, "").expect("written");
            std::os::unix::fs::symlink(&real, files.current()).expect("linked");
            assert_eq!((files.target(), files.next()), (real.clone(), real.with_file_name(".me.careerfit.tmp")));
        }
    }
}
