//! Reads files as somebody hostile might have put them there: regular ones only, up to a size, and never waiting.

use std::fs::{File, Metadata, OpenOptions};
use std::io::{self, Read};
use std::path::Path;
use std::time::SystemTime;

/// Opens a regular file to be read; anything else is refused, and a pipe that nobody writes to is not waited for.
///
/// # Errors
/// The system refuses, or it is no regular file.
pub fn open_regular(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags(rustix::fs::OFlags::NONBLOCK.bits().cast_signed());
    }

    let file = options.open(path)?;
    let data = file.metadata()?;
    if data.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if data.is_file() { Ok(file) } else { Err(io::Error::other("it is not a regular file")) }
}

/// All bytes of a regular file that has no more of them than this.
///
/// # Errors
/// Those of [`open_regular`] and [`read_up_to`].
pub fn read_regular(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    read_up_to(&mut open_regular(path)?, most)
}

/// All bytes that a reader gives, if there are no more of them than this.
///
/// # Errors
/// The reader fails, or has more bytes than that.
pub fn read_up_to(reader: &mut impl Read, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    // One byte more than allowed tells a file that is too large from one that just fits.
    reader.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most {
        let error = format!("it is larger than {} MiB, which nothing of careerfit is", most >> 20);
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, error));
    }
    Ok(bytes)
}

/// What tells one version of a file from another without reading it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    #[cfg(unix)]
    place: (u64, u64),
    len: u64,
    changed: Option<SystemTime>,
}

impl Stamp {
    /// The stamp of what stands under this name now, if anything does.
    pub fn at(path: &Path) -> Option<Self> {
        std::fs::metadata(path).ok().map(|data| Self::of(&data))
    }

    fn of(data: &Metadata) -> Self {
        Self {
            #[cfg(unix)]
            place: (std::os::unix::fs::MetadataExt::dev(data), std::os::unix::fs::MetadataExt::ino(data)),
            len: data.len(),
            changed: data.modified().ok(),
        }
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;

    #[test]
    fn only_regular_files_up_to_a_size_are_read() {
        let place = tempfile::tempdir().expect("a folder");
        let path = |name: &str| place.path().join(name);
        std::fs::write(path("small"), "12345").expect("written");
        symlink("/dev/zero", path("zero")).expect("linked");
        rustix::fs::mknodat(rustix::fs::CWD, path("pipe"), rustix::fs::FileType::Fifo, 0o600.into(), 0).expect("made");

        assert_eq!(read_regular(&path("small"), 5).expect("read"), b"12345");
        assert_eq!(read_regular(&path("small"), 4).expect_err("large").kind(), io::ErrorKind::FileTooLarge);
        assert!(read_regular(&path("zero"), 5).expect_err("no file").to_string().contains("regular"));
        assert!(read_regular(&path("pipe"), 5).expect_err("no file").to_string().contains("regular"));
        assert_eq!(read_regular(place.path(), 5).expect_err("a folder").kind(), io::ErrorKind::IsADirectory);
    }
}
