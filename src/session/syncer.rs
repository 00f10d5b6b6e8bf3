//! The thread that waits for the disk, so that no key does.

use super::{Disk, Error};
use std::collections::VecDeque;
use std::fs::File;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{Builder, JoinHandle};
use std::time::Duration;

/// Longest the end of the program waits for a disk that may never answer.
const MAX_WAIT_FOR_DISK: Duration = Duration::from_secs(2);

/// Numbers of a session's versions: the one in place, and the newest that surely reached the disk.
#[derive(Clone, Debug, Default)]
pub(super) struct Versions {
    placed: u64,
    synced: Arc<AtomicU64>,
}

impl Versions {
    /// Counts a version that was put in place, and says how to wait for it.
    pub fn count_placed(&mut self, file: File, path: PathBuf) -> Job {
        self.placed += 1;
        Job { file, path, version: self.placed, synced: Arc::clone(&self.synced) }
    }

    /// Counts a version in place that nobody waits for.
    pub fn count_placed_unsynced(&mut self) {
        self.placed += 1;
    }

    /// Whether the version in place is on the disk.
    pub fn are_synced(&self) -> bool {
        self.synced.load(Ordering::Acquire) == self.placed
    }
}

/// One file to wait for.
pub(super) struct Job {
    file: File,
    path: PathBuf,
    version: u64,
    synced: Arc<AtomicU64>,
}

enum Message {
    Sync(Job),
    Settle(Sender<()>),
}

type Trouble = Arc<Mutex<Option<Error>>>;

/// Waits for files in the background, in order; the thread starts with the first.
pub(super) struct Syncer {
    disk: Arc<dyn Disk>,
    thread: Option<(Sender<Message>, JoinHandle<()>)>,
    trouble: Trouble,
}

impl Syncer {
    pub fn new(disk: Arc<dyn Disk>) -> Self {
        Self { disk, thread: None, trouble: Trouble::default() }
    }

    /// Hands over a file to wait for.
    pub fn hand_over(&mut self, job: Job) {
        if self.thread.is_none() {
            let (sender, receiver) = channel();
            let (disk, trouble) = (Arc::clone(&self.disk), Arc::clone(&self.trouble));
            let thread = Builder::new().name("sync".into()).spawn(move || run_jobs(&receiver, disk.as_ref(), &trouble));
            self.thread = thread.ok().map(|thread| (sender, thread));
        }

        match &self.thread {
            Some((sender, _)) => drop(sender.send(Message::Sync(job))),
            // Without a thread a key waits, but what it said is on the disk all the same.
            None => sync_file(&job, self.disk.as_ref(), &self.trouble),
        }
    }

    /// What went wrong in the background since it was last asked.
    pub fn trouble(&self) -> Result<(), Error> {
        self.trouble.lock().unwrap_or_else(PoisonError::into_inner).take().map_or(Ok(()), Err)
    }

    /// Waits until everything handed over is on the disk, for ever or so long.
    pub fn flush(&self, at_most: Option<Duration>) -> Result<(), Error> {
        if let Some((sender, _)) = &self.thread {
            let (done, wait) = channel();
            if sender.send(Message::Settle(done)).is_ok() {
                let waited = at_most.map_or_else(
                    || wait.recv().map_err(|_| RecvTimeoutError::Disconnected),
                    |at_most| wait.recv_timeout(at_most),
                );
                if waited == Err(RecvTimeoutError::Timeout) {
                    return Err(Error::Slow);
                }
            }
        }

        self.trouble()
    }
}

impl Drop for Syncer {
    /// Waits for the thread, unless the disk does not answer.
    fn drop(&mut self) {
        let slow = matches!(self.flush(Some(MAX_WAIT_FOR_DISK)), Err(Error::Slow));
        if let Some((sender, thread)) = self.thread.take().filter(|_| !slow) {
            drop(sender);
            let _ = thread.join();
        }
    }
}

/// Files kept open after they were synced: the version in place and the one before it. When the next save takes away
/// the older one's last name, the disk gives its space back only once it is closed, here and not on the path of a key.
const MAX_OPEN_FILES: usize = 2;

fn run_jobs(messages: &Receiver<Message>, disk: &dyn Disk, trouble: &Trouble) {
    let mut open = VecDeque::new();
    while let Ok(first) = messages.recv() {
        let mut jobs: Vec<Job> = Vec::new();
        let mut waiting = Vec::new();
        for message in std::iter::once(first).chain(messages.try_iter()) {
            match message {
                Message::Sync(job) => {
                    // A version that was replaced meanwhile is worth no waiting.
                    jobs.retain(|older| older.path != job.path);
                    jobs.push(job);
                }
                Message::Settle(done) => waiting.push(done),
            }
        }

        for job in jobs {
            sync_file(&job, disk, trouble);
            open.push_back(job.file);
        }
        for done in waiting {
            let _ = done.send(());
        }

        open.drain(..open.len().saturating_sub(MAX_OPEN_FILES));
    }
}

fn sync_file(job: &Job, disk: &dyn Disk, trouble: &Trouble) {
    let folder = job.path.parent().unwrap_or(&job.path);
    match disk.sync(&job.file, folder) {
        Ok(()) => job.synced.store(job.version, Ordering::Release),
        Err(error) => {
            let error = Error::wrap_refusal("make safe on the disk", &job.path)(error);
            *trouble.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
        }
    }
}
