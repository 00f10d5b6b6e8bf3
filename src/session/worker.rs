//! Work on a disk that may never answer: done on a thread of its own, and waited for only so long.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

/// Longest that the end waits for what is still being done.
const MAX_LAST_WAIT: Duration = Duration::from_secs(3);

type Job<T> = Box<dyn FnOnce(&mut T) + Send>;

/// A value on a thread of its own, which does one thing after the other with it.
pub struct Worker<T> {
    jobs: Option<Sender<Job<T>>>,
    /// Says when the job is done that was no longer waited for.
    overdue: Option<Receiver<()>>,
    ended: Receiver<()>,
}

impl<T: Send + 'static> Worker<T> {
    /// The value, on a thread from here on.
    pub fn new(mut value: T) -> Self {
        let (jobs, waiting) = channel::<Job<T>>();
        let (end, ended) = channel();

        thread::spawn(move || {
            for job in waiting {
                job(&mut value);
            }
            // Before the end is told: letting go of it may take the disk's time too.
            drop(value);
            // nobody may be waiting any more
            let _ended = end.send(());
        });

        Self { jobs: Some(jobs), overdue: None, ended }
    }

    /// What the work comes to; nothing where it, or what was asked before it, takes longer than this. It is done all the
    /// same, before whatever is asked next. What is asked while earlier work is overdue is not begun.
    pub fn ask<R: Send + 'static>(
        &mut self,
        at_most: Duration,
        work: impl FnOnce(&mut T) -> R + Send + 'static,
    ) -> Option<R> {
        if let Some(overdue) = &self.overdue {
            if overdue.recv_timeout(at_most) == Err(RecvTimeoutError::Timeout) {
                return None;
            }
            self.overdue = None;
        }

        // A second channel, since the next one to ask does not know of what type this answer is.
        let ((answer, told), (done, overdue)) = (channel(), channel());
        let job = move |value: &mut T| {
            let _heard = answer.send(work(value));
            let _heard = done.send(());
        };

        self.jobs.as_ref()?.send(Box::new(job)).ok()?;
        let told = told.recv_timeout(at_most).ok();
        self.overdue = told.is_none().then_some(overdue);
        told
    }

    /// Lets the thread do what it may, and waits for nothing of it.
    pub fn abandon(mut self) {
        // The end waits for nothing that is overdue, and nothing has to come of it: any receiver will do.
        (self.jobs, self.overdue) = (None, Some(channel().1));
    }
}

impl<T> Drop for Worker<T> {
    fn drop(&mut self) {
        // The thread ends once nobody can ask any more.
        self.jobs = None;
        if self.overdue.is_none() {
            let _ended = self.ended.recv_timeout(MAX_LAST_WAIT);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Instant;

    const SHORT: Duration = Duration::from_millis(50);

    #[test]
    fn what_takes_too_long_is_not_waited_for_and_done_all_the_same() {
        let mut worker = Worker::new(1);
        let (go_on, wait) = channel::<()>();
        let begun = Instant::now();
        let added = worker.ask(SHORT, move |value| {
            let _told = wait.recv();
            *value += 1;
            *value
        });

        assert_eq!(added, None);
        assert_eq!(worker.ask(SHORT, |value| *value = 100), None, "it is not begun");
        assert!(begun.elapsed() < Duration::from_secs(2));

        go_on.send(()).expect("it waits");
        assert_eq!(worker.ask(Duration::from_secs(60), |value| *value), Some(2));
    }

    #[test]
    fn the_end_waits_for_nothing_that_never_comes() {
        let begun = Instant::now();
        let mut hanging = Worker::new(());
        assert_eq!(hanging.ask(SHORT, |()| thread::sleep(Duration::from_secs(3600))), None);
        drop(hanging);
        assert!(begun.elapsed() < MAX_LAST_WAIT);
    }

    #[test]
    fn what_is_abandoned_is_not_waited_for_even_where_it_was_idle() {
        struct Slow(Receiver<()>);
        impl Drop for Slow {
            fn drop(&mut self) {
                let _told = self.0.recv();
            }
        }

        let (hold, told) = channel();
        let mut idle = Worker::new(Slow(told));
        assert_eq!(idle.ask(Duration::from_secs(60), |_| ()), Some(()));

        let begun = Instant::now();
        idle.abandon();
        assert!(begun.elapsed() < MAX_LAST_WAIT);
        drop(hold);
    }
}
