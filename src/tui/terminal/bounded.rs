//! What ends must not wait: the terminal's modes, and writes with a deadline.

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fd::BorrowedFd;
use rustix::termios::{OptionalActions, Termios, tcgetattr, tcsetattr};
use std::io;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

/// How the terminal was before the program changed anything.
static BEFORE: OnceLock<Termios> = OnceLock::new();

/// Longest that giving the terminal back waits for it to read.
const MAX_WAIT_FOR_TERMINAL: Duration = Duration::from_millis(200);

/// Remembers the modes, the first time.
pub fn remember_modes() {
    if let Ok(modes) = tcgetattr(io::stdin()) {
        let _known = BEFORE.set(modes);
    }
}

/// Puts the modes back where that is due; this waits for nobody.
pub fn restore_modes_if(due: bool) {
    if let Some(modes) = BEFORE.get().filter(|_| due) {
        let _gone = tcsetattr(io::stdin(), OptionalActions::Now, modes);
    }
}

/// Writes as much as is taken in time.
pub fn write_bounded(to: BorrowedFd<'_>, mut bytes: &[u8]) {
    let deadline = Instant::now() + MAX_WAIT_FOR_TERMINAL;
    while !bytes.is_empty() {
        let left = deadline.saturating_duration_since(Instant::now());
        let Ok(left) = Timespec::try_from(left) else { return };
        let mut watched = [PollFd::new(&to, PollFlags::OUT)];
        match poll(&mut watched, Some(&left)) {
            Ok(1..) if watched[0].revents().contains(PollFlags::OUT) => {}
            Err(rustix::io::Errno::INTR) => continue,
            _ => return,
        }

        match rustix::io::write(to, bytes) {
            Ok(count @ 1..) => bytes = &bytes[count..],
            Err(rustix::io::Errno::INTR | rustix::io::Errno::AGAIN) => {}
            _ => return,
        }
    }
}
