//! One writer a session: a lock that the system lets go when the program ends, however it ends.

use super::disk::make_private;
use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// A session that no other program may write; let go when dropped.
#[derive(Debug)]
pub(super) struct Lock {
    file: File,
    path: PathBuf,
}

/// A link is not followed, and a pipe that nobody reads is not waited for.
#[cfg(unix)]
const ONLY_A_FILE: rustix::fs::OFlags = rustix::fs::OFlags::NOFOLLOW.union(rustix::fs::OFlags::NONBLOCK);

impl Lock {
    /// Takes the lock; none if another program has it.
    pub fn take(path: &Path) -> io::Result<Option<Self>> {
        loop {
            let mut options = OpenOptions::new();
            options.write(true).create(true).truncate(false);
            #[cfg(unix)]
            std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, ONLY_A_FILE.bits().cast_signed());
            let file = make_private(&mut options).open(path)?;

            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Ok(None),
                // Some network file systems know no locks: working alone there beats not working.
                Err(TryLockError::Error(error)) if knows_no_locks(&error) => {}
                Err(TryLockError::Error(error)) => return Err(error),
            }

            // Whoever had it may have removed the file between our opening and our locking it.
            if is_at(&file, path) {
                return Ok(Some(Self { file, path: path.to_path_buf() }));
            }
        }
    }
}

#[cfg(unix)]
fn knows_no_locks(error: &io::Error) -> bool {
    use rustix::io::Errno;
    Errno::from_io_error(error).is_some_and(|errno| matches!(errno, Errno::NOTSUP | Errno::NOSYS | Errno::NOLCK))
}

#[cfg(not(unix))]
fn knows_no_locks(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::Unsupported
}

impl Drop for Lock {
    fn drop(&mut self) {
        if is_at(&self.file, &self.path) {
            // A file that stays is no harm: it is not locked.
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let id = |data: std::fs::Metadata| (data.dev(), data.ino());
    file.metadata().ok().map(id).is_some_and(|own| std::fs::metadata(path).ok().map(id) == Some(own))
}

/// Elsewhere a file that somebody has open keeps its name.
#[cfg(not(unix))]
fn is_at(_file: &File, path: &Path) -> bool {
    path.exists()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_has_it_at_a_time_and_nothing_is_left_behind() {
        let place = tempfile::tempdir().expect("a folder");
        let path = place.path().join("x.lock");

        let first = Lock::take(&path).expect("no error");
        assert!(first.is_some());
        assert!(Lock::take(&path).expect("no error").is_none());
        drop(first);
        assert!(!path.exists());

        std::fs::write(&path, "left by a program that was killed").expect("written");
        assert!(Lock::take(&path).expect("no error").is_some());
    }
    #[cfg(unix)]
    #[test]
    fn only_a_file_system_that_knows_no_locks_does_without_one() {
        use rustix::io::Errno;
        let none = |errno: Errno| knows_no_locks(&errno.into());
        assert!([Errno::NOTSUP, Errno::NOSYS, Errno::NOLCK].into_iter().all(none));
        assert!(![Errno::ACCESS, Errno::IO, Errno::INTR].into_iter().any(none));
    }
}
