//! The steps on a disk that saving is made of.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

/// The steps that change a disk, each one done or not done, as this machine does them; tests put a disk in place that fails at
/// a chosen step.
pub trait Disk: Send + Sync {
    /// Makes a folder and those above it, for the owner only.
    ///
    /// # Errors
    /// The system refuses.
    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        let mut builder = DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(folder)
    }

    /// Writes a new file for the owner only, in place of a file of that name.
    ///
    /// # Errors
    /// The system refuses.
    fn write(&self, path: &Path, text: &str) -> io::Result<File> {
        // A file that is there would keep its rights, and a link would be followed: the new one is made from nothing.
        RealDisk.remove(path)?;
        let mut file = make_private(OpenOptions::new().write(true).create_new(true)).open(path)?;
        file.write_all(text.as_bytes())?;
        Ok(file)
    }

    /// Gives a file a second name.
    ///
    /// # Errors
    /// The system refuses, or the second name is taken.
    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::hard_link(from, to)
    }

    /// Renames a file, in place of a file of that name.
    ///
    /// # Errors
    /// The system refuses.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    /// Removes a file; it is fine if there is none.
    ///
    /// # Errors
    /// The system refuses.
    fn remove(&self, path: &Path) -> io::Result<()> {
        match fs::remove_file(path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    /// Waits until a file and the names in its folder are on the disk.
    ///
    /// # Errors
    /// The system refuses, or the disk failed: what was written may not be on it.
    fn sync(&self, file: &File, folder: &Path) -> io::Result<()> {
        file.sync_all()?;
        sync_folder(folder)
    }
}

/// The disk of this machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealDisk;

impl Disk for RealDisk {}

/// Options that create a file for the owner only.
pub(super) fn make_private(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    options
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Windows opens no folder as a file, and keeps the order of names by itself.
#[cfg(not(unix))]
fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn files_and_folders_are_for_the_owner_only() {
        let place = tempfile::tempdir().expect("a folder");
        let folder = place.path().join("a/b");

        RealDisk.make_folder(&folder).expect("made");
        fs::write(folder.join("x"), "old, and readable by all").expect("written");
        RealDisk.write(&folder.join("x"), "new").expect("written");

        let mode = |path: &Path| fs::metadata(path).expect("there").permissions().mode() & 0o777;
        assert_eq!([mode(&place.path().join("a")), mode(&folder), mode(&folder.join("x"))], [0o700, 0o700, 0o600]);
    }
}
