//! Ctrl-C while lines are read: everything answered is saved by then, so it ends at once, with the code for it.

use anyhow::Result;

/// Ends the program with 130 on Ctrl-C.
#[cfg(unix)]
pub fn end_quietly() -> Result<()> {
    use signal_hook::consts::SIGINT;
    use signal_hook::iterator::Signals;
    let mut signals = Signals::new([SIGINT])?;
    std::thread::spawn(move || {
        if signals.forever().next().is_some() {
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
