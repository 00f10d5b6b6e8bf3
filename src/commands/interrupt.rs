//! Ctrl-C while lines are read: everything answered is saved by then, so it ends at once, with the code for it; what
//! could not be saved is said.

use anyhow::Result;
use std::sync::{Mutex, PoisonError};

/// What has to be said before the end, if anything.
static LAST_WORD: Mutex<Option<String>> = Mutex::new(None);

/// Has this said on standard error if Ctrl-C ends the program from here on.
pub fn say(what: Option<String>) {
    *LAST_WORD.lock().unwrap_or_else(PoisonError::into_inner) = what;
}

/// Ends the program with 130 on Ctrl-C.
#[cfg(unix)]
pub fn end_quietly() -> Result<()> {
    use signal_hook::consts::SIGINT;
    use signal_hook::iterator::Signals;

    let mut signals = Signals::new([SIGINT])?;
    std::thread::spawn(move || {
        if signals.forever().next().is_some() {
            if let Some(what) = LAST_WORD.lock().unwrap_or_else(PoisonError::into_inner).as_ref() {
                super::output::complain(what);
            }
            std::process::exit(130);
        }
    });
    Ok(())
}

/// Ends the program on Ctrl-C, as the system does by itself.
#[cfg(not(unix))]
pub fn end_quietly() -> Result<()> {
    Ok(())
}
