//! Two threads that watch for the end: signals, and a terminal that goes away.

use super::leave;
use rustix::event::{PollFd, PollFlags, poll};
use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGXFSZ};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;
use std::io;
use std::sync::Once;
use std::thread;

/// Exit code when the terminal is gone: 128 and the number of SIGHUP.
const TERMINAL_GONE: i32 = 129;

/// Leaves the terminal on a signal that ends the program, then lets the signal end it.
///
/// A file that may not grow further is refused like one on a full disk, and said; the signal for it ends nothing.
/// A signal that was ignored when the program started stays ignored: `nohup` means it.
pub fn signals() -> io::Result<()> {
    static ONCE: Once = Once::new();
    let mut result = Ok(());
    ONCE.call_once(|| {
        result = Signals::new([SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGXFSZ]).map(|mut signals| {
            thread::spawn(move || {
                for signal in signals.forever().filter(|signal| *signal != SIGXFSZ) {
                    leave();
                    let _ended = emulate_default_handler(signal);
                }
            });
        });
    });
    result
}

/// Ends the program when standard input hangs up: the event reader would spin on it forever.
pub fn hangup() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        thread::spawn(|| {
            let input = io::stdin();
            loop {
                let mut watched = [PollFd::new(&input, PollFlags::empty())];
                let gone = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
                match poll(&mut watched, None) {
                    Ok(_) if watched[0].revents().intersects(gone) => break,
                    Ok(_) | Err(rustix::io::Errno::INTR) => {}
                    Err(_) => break,
                }
            }
            leave();
            std::process::exit(TERMINAL_GONE);
        });
    });
}
