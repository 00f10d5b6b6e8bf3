//! Sessions in a folder.
//!
//! A version is saved in four steps:
//!
//! 1. It is written whole to `NAME.tmp`.
//! 2. If `NAME.toml` is known to be on the disk, it gets the second name `NAME.bak`; if it is not yet, the older
//!    `NAME.bak`, which is, stays.
//! 3. `NAME.tmp` is renamed to `NAME.toml`. From here on the answer survives the end of the program.
//! 4. In the background the file and its folder are synced. From here on it survives the end of power too.
//!
//! So at every moment there is a name for a whole version that surely is on the disk. After `kill -9` it is
//! `NAME.toml`, with every answer acknowledged. After a loss of power between 3 and 4 `NAME.toml` may be empty or cut
//! short (it tells, by its last line), and `NAME.bak` is the version before. Renaming an unsynced file needs that: file
//! systems may write a name before what it names.

use super::disk::{Disk, RealDisk};
use super::files::Files;
use super::folder::warn_of_exposure;
use super::lock::Lock;
use super::recover::{Found, find_session};
use super::regular::Stamp;
use super::syncer::{Syncer, Versions};
use super::{Error, Session, to_text};
use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// Longest that letting go of a session waits for the disk.
const MAX_WAIT_FOR_DISK: Duration = Duration::from_secs(2);

/// The sessions in a folder, and those among them that this program may write.
pub struct Store {
    pub(super) folder: PathBuf,
    pub(super) disk: Arc<dyn Disk>,
    pub(super) locked: BTreeMap<String, Locked>,
    syncer: Syncer,
}

/// A session that this program may write.
pub(super) struct Locked {
    _lock: Lock,
    versions: Versions,
    /// The file as this store placed or found it: another one there is another program's.
    pub(super) known: Option<Stamp>,
    /// Where this store's text goes since another program wrote the session.
    beside: Option<PathBuf>,
}

/// A session that was opened.
#[derive(Debug)]
pub struct Loaded {
    /// The session.
    pub session: Session,
    /// Why it cannot be saved under this name, if so.
    pub read_only: Option<String>,
    /// Whether that is because another program has it open.
    pub busy: bool,
    /// What was damaged, what is used in its place and where it is kept, if so.
    pub note: Option<String>,
}

/// Why a file that somebody protected is left as it is: putting another in its place would get round that.
fn refuse_protected(files: &Files) -> Option<Error> {
    let target = files.target();
    let is_protected = fs::metadata(&target).is_ok_and(|data| data.permissions().readonly());
    is_protected.then_some(Error::Protected(target))
}

impl Store {
    /// The sessions in a folder, which is made when something is saved.
    ///
    /// # Errors
    /// [`Error::File`] where something else has the folder's name, or the system does not show it.
    pub fn open(folder: impl Into<PathBuf>) -> Result<Self, Error> {
        Self::on(Arc::new(RealDisk), folder)
    }

    /// The same on a disk of one's own.
    ///
    /// # Errors
    /// Those of [`Store::open`].
    pub fn on(disk: Arc<dyn Disk>, folder: impl Into<PathBuf>) -> Result<Self, Error> {
        let folder = folder.into();
        match fs::metadata(&folder) {
            Ok(data) if !data.is_dir() => Err(Error::wrap_refusal("use", &folder)(io::ErrorKind::NotADirectory.into())),
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(Error::wrap_refusal("use", &folder)(error)),
            _ => Ok(Self { folder, locked: BTreeMap::new(), syncer: Syncer::new(Arc::clone(&disk)), disk }),
        }
    }

    /// What somebody must know who keeps answers in this folder: whether others could change or remove them.
    pub fn warn_of_exposure(&self) -> Option<String> {
        warn_of_exposure(&self.folder)
    }

    /// Reads a session without opening it: nothing is locked, moved or made.
    ///
    /// # Errors
    /// [`Error::Missing`], [`Error::Newer`], [`Error::Unreadable`], [`Error::Name`], or the system refuses to read.
    pub fn read(&self, name: &str) -> Result<Loaded, Error> {
        let Found { session, note, .. } = find_session(&self.find_files(name)?)?;
        Ok(Loaded { session, read_only: Some(format!("'{name}' was opened to be read only")), busy: false, note })
    }

    /// Opens a session, to be saved under the same name unless another program has it.
    ///
    /// What a damaged file still holds, or else the version before it, is put in its place; the damaged file is kept
    /// under another name. If nothing can be read, or a newer program wrote it, nothing is touched.
    ///
    /// # Errors
    /// Those of [`Store::read`]. That another program has it is none: it is read only then, and [`Loaded`] says why.
    pub fn load(&mut self, name: &str) -> Result<Loaded, Error> {
        let files = self.find_existing(name)?;
        let first = !self.locked.contains_key(name);
        let refused = self.acquire(&files).err().or_else(|| refuse_protected(&files));

        // Looked at before it is read: what another program writes from here on counts as its own.
        let seen = Stamp::at(&files.current());
        if let Some(locked) = self.locked.get_mut(name).filter(|_| first) {
            locked.known = seen;
        }

        let found = find_session(&files);
        if found.is_err() && first {
            self.locked.remove(name);
        }

        let (session, note, refused) = self.mend(&files, found?, refused);
        if refused.is_some() {
            self.locked.remove(name);
        } else if first {
            self.sync_opened(&files);
        }

        let busy = matches!(refused, Some(Error::Busy(_)));
        let read_only = refused.map(|error| format!("'{name}' can be read here, not changed: {error}"));
        Ok(Loaded { session, read_only, busy, note })
    }

    /// Makes a new session's name this program's own; the file comes with the first save.
    ///
    /// # Errors
    /// [`Error::Taken`], [`Error::Busy`], [`Error::Name`], or the folder or the lock cannot be made.
    pub fn create(&mut self, name: &str) -> Result<(), Error> {
        let files = self.find_files(name)?;
        let first = !self.locked.contains_key(name);
        self.disk.make_folder(&self.folder).map_err(Error::wrap_refusal("make", &self.folder))?;
        self.acquire(&files)?;

        // Only now, with the lock: nobody else can make it between this look and the first save.
        if files.exist() {
            if first {
                self.locked.remove(name);
            }
            return Err(Error::Taken(name.to_string(), files.current()));
        }
        Ok(())
    }

    /// Saves a session: once this returns, the end of the program loses nothing of it. Trouble in the background with
    /// an earlier version is reported here too, after this one was saved.
    ///
    /// # Errors
    ///
    /// The disk refuses, or another program has the session; where another program wrote the file meanwhile, that one
    /// is left alone and this text is kept beside it, each time anew ([`Error::Changed`]).
    pub fn save(&mut self, session: &Session) -> Result<(), Error> {
        if !self.locked.contains_key(&session.name) {
            self.create(&session.name)?;
        }

        let files = self.find_files(&session.name)?;
        if self.is_overwritten(&files) {
            return Err(self.save_beside(&files, session)?);
        }

        let file = self.write(&files, session)?;
        self.keep_previous(&files)?;
        self.put_in_place(&files, file)?;
        self.syncer.trouble()
    }

    /// Waits until everything saved is on the disk.
    ///
    /// # Errors
    /// What the disk refused since this was asked last.
    pub fn flush(&self) -> Result<(), Error> {
        self.syncer.flush(None)
    }

    /// Waits at most so long until everything saved is on the disk.
    ///
    /// # Errors
    ///
    /// The disk refused, or has not answered in time ([`Error::Slow`]).
    pub fn flush_within(&self, at_most: Duration) -> Result<(), Error> {
        self.syncer.flush(Some(at_most))
    }

    /// Lets go of a session, so that another program may open it.
    ///
    /// # Errors
    /// Those of [`Store::flush_within`]; the session is let go of all the same.
    pub fn close(&mut self, name: &str) -> Result<(), Error> {
        let settled = self.flush_within(MAX_WAIT_FOR_DISK);
        self.locked.remove(name);
        settled
    }

    pub(super) fn find_files(&self, name: &str) -> Result<Files, Error> {
        Files::new(&self.folder, name)
    }

    /// Takes the lock, unless it is taken by this store already.
    pub(super) fn acquire(&mut self, files: &Files) -> Result<(), Error> {
        if self.locked.contains_key(&files.name) {
            return Ok(());
        }

        let lock = Lock::take(&files.lock()).map_err(Error::wrap_refusal("lock", &files.lock()))?;
        let lock = lock.ok_or_else(|| Error::Busy(files.name.clone()))?;
        let locked = Locked { _lock: lock, versions: Versions::default(), known: None, beside: None };
        self.locked.insert(files.name.clone(), locked);
        Ok(())
    }

    /// A version found on opening may never have been synced: its program may have been killed.
    pub(super) fn sync_opened(&mut self, files: &Files) {
        let Some(locked) = self.locked.get_mut(&files.name) else { return };
        match OpenOptions::new().read(true).write(true).open(files.current()) {
            Ok(file) => self.syncer.hand_over(locked.versions.count_placed(file, files.current())),
            Err(_) => locked.versions.count_placed_unsynced(),
        }
    }

    /// Mends the file if it is damaged and this store may write it; what to say, and what refused.
    fn mend(
        &mut self,
        files: &Files,
        found: Found,
        refused: Option<Error>,
    ) -> (Session, Option<String>, Option<Error>) {
        let Found { session, note, damaged } = found;
        if !damaged || refused.is_some() {
            return (session, note, refused);
        }

        match self.repair(files, &session) {
            Ok(aside) => {
                let kept = |note| format!("{note}. The damaged file is kept as {}", aside.display());
                (session, note.map(kept), None)
            }
            Err(error) => (session, note, Some(error)),
        }
    }

    /// Keeps a damaged file under another name and puts what could be read in its place.
    fn repair(&mut self, files: &Files, session: &Session) -> Result<PathBuf, Error> {
        let (damaged, aside) = (files.target(), files.aside());
        let kept = self.disk.link(&damaged, &aside).or_else(|_| fs::copy(&damaged, &aside).map(drop));
        kept.map_err(Error::wrap_refusal("keep a copy of", &damaged))?;

        let file = self.write(files, session)?;
        self.put_in_place(files, file)?;
        Ok(aside)
    }

    /// Step 1.
    fn write(&mut self, files: &Files, session: &Session) -> Result<File, Error> {
        let (path, text) = (files.next(), to_text(session));
        let mut written = self.disk.write(&path, &text);
        if written.as_ref().is_err_and(|error| error.kind() == io::ErrorKind::NotFound) {
            // The folder was removed meanwhile, and the lock with it.
            self.locked.remove(&files.name);
            self.disk.make_folder(&self.folder).map_err(Error::wrap_refusal("make", &self.folder))?;
            self.acquire(files)?;
            written = self.disk.write(&path, &text);
        }

        written.map_err(|error| {
            let _ = self.disk.remove(&path);
            Error::wrap_refusal("save", &files.current())(error)
        })
    }

    /// Whether the file is another one than this store placed or found.
    fn is_overwritten(&self, files: &Files) -> bool {
        let Some(locked) = self.locked.get(&files.name) else { return false };
        let now = Stamp::at(&files.current());
        locked.beside.is_some() || (now.is_some() && now != locked.known)
    }

    /// Whether the file of a session is there as this store placed or found it.
    pub(super) fn is_as_left(&self, name: &str) -> bool {
        let (Some(locked), Ok(files)) = (self.locked.get(name), self.find_files(name)) else { return false };
        let now = Stamp::at(&files.current());
        locked.beside.is_none() && now.is_some() && now == locked.known
    }

    /// Keeps what this program has beside what another one wrote; the error to report comes back.
    fn save_beside(&mut self, files: &Files, session: &Session) -> Result<Error, Error> {
        let file = self.write(files, session)?;
        let beside = self.locked.get(&files.name).and_then(|locked| locked.beside.clone());
        let beside = beside.unwrap_or_else(|| files.conflict());

        self.disk.rename(&files.next(), &beside).map_err(Error::wrap_refusal("save", &beside))?;
        if let Some(locked) = self.locked.get_mut(&files.name) {
            locked.beside = Some(beside.clone());
            self.syncer.hand_over(locked.versions.count_placed(file, beside.clone()));
        }
        Ok(Error::Changed(files.current(), beside))
    }

    /// Step 2. Where a file can have one name only it is renamed, and is without its own until step 3.
    fn keep_previous(&self, files: &Files) -> Result<(), Error> {
        let (target, previous) = (files.target(), files.previous());
        let synced = self.locked.get(&files.name).is_some_and(|locked| locked.versions.are_synced());
        if !target.exists() || (!synced && previous.exists()) {
            return Ok(());
        }

        let linked = self.disk.remove(&previous).and_then(|()| self.disk.link(&target, &previous));
        // Where it is a link, what it leads to stays in its place, and may lie on a disk that no second name reaches.
        let kept = linked.or_else(|_| {
            if files.is_link() { fs::copy(&target, &previous).map(drop) } else { self.disk.rename(&target, &previous) }
        });
        kept.map_err(Error::wrap_refusal("save", &target))
    }

    /// Step 3, and the start of step 4.
    fn put_in_place(&mut self, files: &Files, file: File) -> Result<(), Error> {
        let target = files.target();
        self.disk.rename(&files.next(), &target).map_err(Error::wrap_refusal("save", &target))?;

        let known = Stamp::at(&target);
        if let Some(locked) = self.locked.get_mut(&files.name) {
            locked.known = known;
            self.syncer.hand_over(locked.versions.count_placed(file, target));
        }
        Ok(())
    }
}
