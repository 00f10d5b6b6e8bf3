//! The terminal guard: it comes in once, and every way out leaves the terminal as it was.
//!
//! Return, error, panic and signal all call the same [`leave`], which may be called any number of times.

#[cfg(unix)]
mod watch;

use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use ratatui::crossterm::terminal::{
    BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
    disable_raw_mode, enable_raw_mode,
};
use ratatui::crossterm::{cursor, execute, queue, style};
use ratatui::{Frame, Terminal};
use std::io::{self, BufWriter, Stdout, Write};
use std::panic;
use std::sync::Mutex;

/// Whether the terminal is ours now. A lock and not a flag: a signal must wait while it changes hands.
static OURS: Mutex<bool> = Mutex::new(false);

/// Holds the terminal; dropping it gives the terminal back.
#[derive(Debug)]
pub struct Guard {
    terminal: Terminal<CrosstermBackend<BufWriter<Stdout>>>,
}

impl Guard {
    /// Takes the terminal: raw mode, the other screen, pasted text marked as such.
    pub fn enter() -> io::Result<Self> {
        // crossterm leaves out bold and reverse under NO_COLOR; the theme keeps the colours out itself
        style::force_color_output(true);
        give_back_on_panic();
        #[cfg(unix)]
        watch::signals()?;
        claim()?;
        #[cfg(unix)]
        watch::hangup();
        let writer = BufWriter::with_capacity(1 << 16, io::stdout());
        let terminal = Terminal::new(CrosstermBackend::new(writer)).inspect_err(|_| leave())?;
        Ok(Self { terminal })
    }

    /// Draws one frame, shown all at once where the terminal can do that.
    pub fn draw(&mut self, paint: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        queue!(self.terminal.backend_mut(), BeginSynchronizedUpdate)?;
        self.terminal.draw(paint)?;
        execute!(self.terminal.backend_mut(), EndSynchronizedUpdate)
    }

    /// Gives the terminal back and stops until the person returns.
    #[cfg(unix)]
    pub fn suspend(&mut self) -> io::Result<()> {
        leave();
        signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)?;
        claim()?;
        self.repaint()
    }

    /// Without job control there is nothing to stop for.
    #[cfg(not(unix))]
    pub fn suspend(&mut self) -> io::Result<()> {
        self.repaint()
    }

    /// Makes the next frame paint every cell. Not `Terminal::clear`: that asks for the cursor's place, and a terminal
    /// that does not answer would end the program.
    fn repaint(&mut self) -> io::Result<()> {
        queue!(self.terminal.backend_mut(), Clear(ClearType::All))?;
        self.terminal.swap_buffers();
        Ok(())
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        leave();
    }
}

fn claim() -> io::Result<()> {
    let mut ours = lock();
    enable_raw_mode()?;
    *ours = true;
    execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste, cursor::Hide)
}

/// Gives the terminal back; does nothing when it is not ours.
pub fn leave() {
    let mut ours = lock();
    if std::mem::take(&mut *ours) {
        // a terminal that is gone cannot be tidied up, and nobody is left to be told
        let mut out = io::stdout();
        let _gone = execute!(
            out,
            EndSynchronizedUpdate,
            DisableBracketedPaste,
            style::ResetColor,
            LeaveAlternateScreen,
            cursor::Show
        );
        let _gone = disable_raw_mode();
        let _gone = out.flush();
    }
}

fn lock() -> std::sync::MutexGuard<'static, bool> {
    OURS.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

fn give_back_on_panic() {
    static ONCE: std::sync::Once = std::sync::Once::new();
    ONCE.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            leave();
            before(info);
        }));
    });
}
