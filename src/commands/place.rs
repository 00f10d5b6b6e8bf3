//! Files written whole or not at all, for their owner only.

use crate::session::{Disk, RealDisk};
use anyhow::{Result, bail};
use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// Longer than writing any file takes.
const MIN_AGE_OF_LEFTOVER: Duration = Duration::from_secs(60);
/// Files of one name in one folder.
const MAX_COPIES: u32 = 1000;

/// NAME.html, NAME-2.html and so on, as many as there may be.
pub fn list_names(folder: &Path, name: &str, ending: &str) -> impl Iterator<Item = PathBuf> {
    (1..MAX_COPIES).map(move |number| match number {
        1 => folder.join(format!("{name}.{ending}")),
        _ => folder.join(format!("{name}-{number}.{ending}")),
    })
}

/// Writes under the first free name: NAME.html, NAME-2.html and so on.
pub fn place_beside(folder: &Path, name: &str, ending: &str, text: &str) -> Result<PathBuf> {
    for path in list_names(folder, name, ending) {
        match place(&path, text, false) {
            Ok(()) => return Ok(path),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(explain_refusal(&path, error)),
        }
    }
    bail!("{} holds very many reports: tidy it first", folder.display())
}

/// Writes a file for its owner only, whole or not at all; takes the place of another only where `force` says so.
///
/// A device or a pipe is written to, and a link followed to the file it leads to: neither is ever replaced.
pub fn place(path: &Path, text: &str, force: bool) -> io::Result<()> {
    let target = if path.is_symlink() { path.canonicalize()? } else { path.to_path_buf() };
    let is_special = fs::metadata(&target).is_ok_and(|data| !data.is_file() && !data.is_dir());
    if is_special {
        return OpenOptions::new().write(true).open(&target)?.write_all(text.as_bytes());
    }

    if !force && path.symlink_metadata().is_ok() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    place_file(&target, text, force)
}

/// The same for a regular file.
fn place_file(path: &Path, text: &str, force: bool) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    sweep(folder, &name);

    #[cfg(target_os = "linux")]
    if let Some(placed) = place_unnamed(folder, path, text) {
        match placed {
            // a link takes no other file's place, but the rename below does
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && force => {}
            placed => return placed,
        }
    }

    let part = folder.join(format!(".{name}.{}.part", std::process::id()));
    let disk = RealDisk;
    let placed = disk.write(&part, text).and_then(|file| {
        disk.sync(&file, folder)?;
        // a second name is refused where there is a file already, a rename takes its place; some disks know no second names
        match disk.link(&part, path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && !force => Err(error),
            Err(_) => disk.rename(&part, path),
            Ok(()) => Ok(()),
        }
    });

    disk.remove(&part)?;
    placed
}

/// Writes a file that has no name until it is whole and on the disk, so that no end of the program leaves anything behind;
/// nothing where the file system cannot do that.
#[cfg(target_os = "linux")]
fn place_unnamed(folder: &Path, path: &Path, text: &str) -> Option<io::Result<()>> {
    use rustix::fs::{AtFlags, CWD, Mode, OFlags, linkat, openat};
    use std::os::fd::AsRawFd;

    let flags = OFlags::TMPFILE | OFlags::WRONLY | OFlags::CLOEXEC;
    let mut file = fs::File::from(openat(CWD, folder, flags, Mode::RUSR | Mode::WUSR).ok()?);
    if let Err(error) = file.write_all(text.as_bytes()).and_then(|()| RealDisk.sync(&file, folder)) {
        return Some(Err(error));
    }

    let unnamed = format!("/proc/self/fd/{}", file.as_raw_fd());
    match linkat(CWD, unnamed, CWD, path, AtFlags::SYMLINK_FOLLOW) {
        Ok(()) => Some(Ok(())),
        Err(rustix::io::Errno::EXIST) => Some(Err(io::ErrorKind::AlreadyExists.into())),
        Err(_) => None,
    }
}

/// Removes what an export of this name left behind that was ended by a signal; one that is still at work is younger.
fn sweep(folder: &Path, name: &str) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let (begins, young) = (format!(".{name}."), SystemTime::now() - MIN_AGE_OF_LEFTOVER);

    for path in entries.filter_map(|entry| entry.ok().map(|entry| entry.path())) {
        let file = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let middle = file.strip_prefix(&begins).and_then(|rest| rest.strip_suffix(".part"));
        let is_part = middle.is_some_and(|id| !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit()));
        let is_old = path.symlink_metadata().and_then(|data| data.modified()).is_ok_and(|at| at < young);

        if is_part && is_old {
            // somebody else's stays, which harms nothing
            let _ = fs::remove_file(&path);
        }
    }
}

/// Why a file cannot be written, and what to do.
pub fn explain_refusal(path: &Path, error: io::Error) -> anyhow::Error {
    if path.is_dir() {
        return anyhow::anyhow!("{} is a folder; write the name of a file in it", path.display());
    }

    if error.kind() == io::ErrorKind::AlreadyExists {
        let remedy = "choose another name, or add --force to write in its place";
        return anyhow::anyhow!("{} is there already: {remedy}", path.display());
    }

    let remedy = match error.kind() {
        io::ErrorKind::NotFound => "make its folder first",
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => "choose a folder that you can write to",
        io::ErrorKind::StorageFull => "free some space first",
        _ => "choose another place",
    };

    anyhow::Error::new(error).context(format!("cannot write {} ({remedy})", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_takes_the_place_of_no_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let write = |text| place_beside(folder.path(), "careerfit-me", "html", text).expect("written");
        let (first, second, third) = (write("one"), write("two"), write("three"));

        assert_eq!(second, folder.path().join("careerfit-me-2.html"));
        assert_eq!(
            [first, second, third].map(|path| fs::read_to_string(path).expect("a file")),
            ["one", "two", "three"]
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_report_is_for_its_owner_only() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("a folder");
        let path = place_beside(folder.path(), "me", "md", "x").expect("written");
        assert_eq!(fs::metadata(path).expect("a file").permissions().mode() & 0o777, 0o600);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_followed_and_a_pipe_written_to_and_neither_is_replaced() {
        use std::io::Read as _;
        let folder = tempfile::tempdir().expect("a folder");
        let path = |name: &str| folder.path().join(name);
        fs::write(path("real"), "old").expect("written");
        std::os::unix::fs::symlink(path("real"), path("link")).expect("linked");

        assert!(place(&path("link"), "new", false).is_err(), "only with --force");
        place(&path("link"), "new", true).expect("written");
        assert!(path("link").is_symlink());
        assert_eq!(fs::read_to_string(path("real")).expect("a file"), "new");

        let pipe = path("pipe");
        rustix::fs::mknodat(rustix::fs::CWD, &pipe, rustix::fs::FileType::Fifo, 0o600.into(), 0).expect("made");
        let reads = pipe.clone();
        let reader = std::thread::spawn(move || {
            let mut text = String::new();
            fs::File::open(reads).and_then(|mut file| file.read_to_string(&mut text)).map(|_| text)
        });

        place(&pipe, "through", true).expect("written");
        assert_eq!(reader.join().expect("it ends").expect("read"), "through");
        assert!(!fs::metadata(&pipe).expect("there").is_file());
    }

    #[test]
    fn what_an_ended_export_left_is_swept_and_nothing_else() {
        let folder = tempfile::tempdir().expect("a folder");
        let old = SystemTime::now() - 2 * MIN_AGE_OF_LEFTOVER;
        for (name, at) in [(".me.md.12.part", old), (".me.md.13.part", SystemTime::now()), (".you.md.12.part", old)] {
            let file = fs::File::create(folder.path().join(name)).expect("made");
            file.set_modified(at).expect("set");
        }

        place(&folder.path().join("me.md"), "x", false).expect("written");
        let left = |name: &str| folder.path().join(name).exists();
        assert_eq!([left(".me.md.12.part"), left(".me.md.13.part"), left(".you.md.12.part")], [false, true, true]);
    }
}
