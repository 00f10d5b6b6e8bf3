//! Two threads that watch for the end: signals, and a terminal that goes away.

use super::{ENDING, LAST_WORD, bounded, leave};
use nix::unistd::{Pid, getpgrp, getppid, getsid};
use rustix::event::{PollFd, PollFlags, poll};
use signal_hook::consts::{
    SIGABRT, SIGALRM, SIGCONT, SIGHUP, SIGINT, SIGPROF, SIGQUIT, SIGSTOP, SIGSYS, SIGTERM, SIGTRAP, SIGTSTP, SIGUSR1,
    SIGUSR2, SIGVTALRM, SIGWINCH, SIGXCPU, SIGXFSZ,
};
use signal_hook::iterator::Signals;
use signal_hook::low_level::{emulate_default_handler, raise};
use std::io;
use std::sync::atomic::Ordering;
use std::sync::{Once, PoisonError};
use std::thread;
use std::time::Duration;

/// Exit code when the terminal is gone: 128 and the number of SIGHUP.
const TERMINAL_GONE: i32 = 129;

/// Longest that a signal waits before it ends the program, whatever the terminal does.
const AT_MOST: Duration = Duration::from_millis(800);

/// Every signal that ends the program and can be caught.
const DEADLY: [i32; 13] = [
    SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGABRT, SIGALRM, SIGPROF, SIGSYS, SIGTRAP, SIGUSR1, SIGUSR2, SIGVTALRM, SIGXCPU,
];

/// Leaves the terminal on a signal that ends the program, then lets the signal end it.
///
/// A file that may not grow further is refused like one on a full disk, and said; the signal for it ends nothing.
/// Stopped from outside, the program gives the terminal back first, and takes it again when it goes on.
pub fn watch_signals() -> io::Result<()> {
    static ONCE: Once = Once::new();
    let mut result = Ok(());

    ONCE.call_once(|| {
        let watched = DEADLY.into_iter().chain([SIGXFSZ, SIGTSTP, SIGCONT]);
        result = Signals::new(watched).map(|mut signals| {
            thread::spawn(move || {
                for signal in signals.forever() {
                    match signal {
                        SIGXFSZ => {}
                        SIGTSTP => stop(),
                        SIGCONT => go_on(),
                        deadly => end_on_signal(deadly),
                    }
                }
            });
        });
    });

    result
}

fn end_on_signal(signal: i32) {
    ENDING.store(true, Ordering::SeqCst);

    thread::spawn(move || {
        thread::sleep(AT_MOST);
        let _ended = emulate_default_handler(signal);
    });

    leave();
    if let Some(what) = LAST_WORD.lock().unwrap_or_else(PoisonError::into_inner).as_ref() {
        bounded::write_bounded(rustix::stdio::stderr(), format!("error: {what}\n").as_bytes());
    }

    let _ended = emulate_default_handler(signal);
}

fn stop() {
    if !can_be_continued() {
        return;
    }

    // asked before leaving, after which it is nobody's
    let is_ours = *super::lock() == super::Ours::Screen;
    leave();
    let _stopped = raise(SIGSTOP);

    if is_ours {
        let _gone = super::claim();
        repaint();
    }
}

fn go_on() {
    super::claim_again();
    repaint();
}

/// The event loop paints everything anew when the terminal's size may have changed.
fn repaint() {
    let _painted = raise(SIGWINCH);
}

/// Whether a shell with job control is there to continue the program: else stopping would freeze it for good.
pub fn can_be_continued() -> bool {
    let parent = getppid();
    let (Ok(session), Ok(parents)) = (getsid(None), getsid(Some(parent))) else { return false };
    Standing { session, group: getpgrp(), parent, parents }.can_be_continued()
}

/// Where a process stands among others. One that it may not see, such as one outside its container, is number 0.
struct Standing {
    session: Pid,
    group: Pid,
    parent: Pid,
    /// The parent's session.
    parents: Pid,
}

impl Standing {
    fn can_be_continued(&self) -> bool {
        let is_seen = self.parent.as_raw() != 0;
        // a parent in the leader's own group was started with the program: nobody stands above it to continue both
        let leads = self.parent == self.session && self.group == self.session;
        is_seen && self.parents == self.session && !leads
    }
}

/// Ends the program when standard input hangs up: the event reader would spin on it forever.
pub fn watch_hangup() {
    static ONCE: Once = Once::new();

    ONCE.call_once(|| {
        thread::spawn(|| {
            let input = io::stdin();
            loop {
                // asked for nothing: a hangup is told in any case, and keys would wake this thread again and again
                let mut watched = [PollFd::new(&input, PollFlags::empty())];
                let gone = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
                match poll(&mut watched, None) {
                    Ok(_) if watched[0].revents().intersects(gone) => break,
                    Ok(_) | Err(rustix::io::Errno::INTR) => {}
                    Err(_) => break,
                }
            }

            ENDING.store(true, Ordering::SeqCst);
            leave();
            std::process::exit(TERMINAL_GONE);
        });
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_standing([session, group, parent, parents]: [i32; 4]) -> bool {
        let [session, group, parent, parents] = [session, group, parent, parents].map(Pid::from_raw);
        Standing { session, group, parent, parents }.can_be_continued()
    }

    #[test]
    fn a_shell_of_the_same_session_can_continue_the_program() {
        assert!(check_standing([10, 20, 10, 10]), "started by a login shell");
        assert!(check_standing([10, 20, 20, 10]), "started by a program that the shell started");
        assert!(check_standing([0, 20, 1, 0]), "in a container whose first process is a shell of a session outside");
    }

    #[test]
    fn who_starts_a_program_without_a_shell_cannot() {
        assert!(!check_standing([20, 20, 10, 5]), "a terminal's own program, or the first after a logout");
        assert!(!check_standing([10, 10, 10, 10]), "a script that is the terminal's own program");
        assert!(!check_standing([20, 20, 0, 20]), "started in a container from outside");
        assert!(!check_standing([20, 20, 5, 0]), "a parent whose session is outside the container");
    }
}
