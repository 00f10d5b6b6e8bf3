//! One writer a session: a lock that the system lets go when the program ends, however it ends.

use super::disk::private;
use std::fs::{File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

/// A session that no other program may write; let go when dropped.
#[derive(Debug)]
pub(super) struct Lock {
    #[cfg_attr(not(unix), expect(dead_code, reason = "elsewhere the open file is the lock"))]
    file: File,
    #[cfg_attr(not(unix), expect(dead_code, reason = "elsewhere the file goes when it is closed"))]
    path: PathBuf,
}

impl Lock {
    /// Takes the lock; none if another program has it.
    #[cfg(unix)]
    pub fn take(path: &Path) -> io::Result<Option<Self>> {
        use rustix::fs::{FlockOperation, flock};
        use rustix::io::Errno;
        loop {
            let file = private(OpenOptions::new().write(true).create(true).truncate(false)).open(path)?;
            match flock(&file, FlockOperation::NonBlockingLockExclusive) {
                // Some network file systems know no locks: working alone there beats not working.
                Ok(()) | Err(Errno::NOTSUP | Errno::NOSYS | Errno::NOLCK) => {}
                Err(Errno::WOULDBLOCK) => return Ok(None),
                Err(error) => return Err(error.into()),
            }
            // Whoever had it may have removed the file between our opening and our locking it.
            if is_at(&file, path) {
                return Ok(Some(Self { file, path: path.to_path_buf() }));
            }
        }
    }

    /// Takes the lock; none if another program has it.
    #[cfg(windows)]
    pub fn take(path: &Path) -> io::Result<Option<Self>> {
        use std::os::windows::fs::OpenOptionsExt;
        const WRITE_AND_DELETE: u32 = 0x4000_0000 | 0x0001_0000;
        const DELETE_ON_CLOSE: u32 = 0x0400_0000;
        const SHARING_VIOLATION: i32 = 32;
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(false).share_mode(0);
        options.access_mode(WRITE_AND_DELETE).custom_flags(DELETE_ON_CLOSE);
        match private(&mut options).open(path) {
            Ok(file) => Ok(Some(Self { file, path: path.to_path_buf() })),
            Err(error) if error.raw_os_error() == Some(SHARING_VIOLATION) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

#[cfg(unix)]
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
}
