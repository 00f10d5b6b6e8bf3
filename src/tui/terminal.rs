//! The terminal guard: it comes in once, and every way out leaves the terminal as it was.
//!
//! Return, error, panic and signal all call the same [`leave`], which may be called any number of times.

#[cfg(unix)]
mod watch;

use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::{Buffer, Cell};
use ratatui::crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use ratatui::crossterm::terminal::{
    BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
    disable_raw_mode, enable_raw_mode,
};
use ratatui::crossterm::{cursor, execute, queue, style};
use ratatui::layout::Rect;
use std::io::{self, BufWriter, Stdout, Write};
use std::panic;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether the terminal is ours now. A lock and not a flag: a signal must wait while it changes hands.
static OURS: Mutex<bool> = Mutex::new(false);

/// Whether the mouse was asked for.
static MOUSE: AtomicBool = AtomicBool::new(false);

/// Reports clicks and the wheel, and no movement, with places beyond column 223.
const MOUSE_ON: &str = "\x1b[?1000h\x1b[?1006h";
const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1000l";

/// The largest frame: a terminal that claims to be larger leaves the rest empty.
const LARGEST: (u16, u16) = (1000, 500);

/// Holds the terminal; dropping it gives the terminal back.
#[derive(Debug)]
pub struct Guard {
    backend: CrosstermBackend<BufWriter<Stdout>>,
    /// What the terminal shows; of another size where that is not known.
    shown: Buffer,
    /// The frame that is painted next.
    next: Buffer,
}

impl Guard {
    /// Takes the terminal: raw mode, the other screen, pasted text marked as such, the mouse where it is asked for.
    pub fn enter(mouse: bool) -> io::Result<Self> {
        MOUSE.store(mouse, Ordering::Relaxed);
        // crossterm leaves out bold and reverse under NO_COLOR; the theme keeps the colours out itself
        style::force_color_output(true);
        give_back_on_panic();
        #[cfg(unix)]
        watch::signals()?;
        claim()?;
        #[cfg(unix)]
        watch::hangup();
        let backend = CrosstermBackend::new(BufWriter::with_capacity(1 << 16, io::stdout()));
        Ok(Self { backend, shown: Buffer::default(), next: Buffer::default() })
    }

    /// Draws one frame, shown all at once where the terminal can do that. Where nothing changed, nothing is written.
    pub fn draw(&mut self, paint: impl FnOnce(&mut Buffer)) -> io::Result<()> {
        let size = self.backend.size()?;
        let area = Rect::new(0, 0, size.width.min(LARGEST.0), size.height.min(LARGEST.1));
        let unknown = self.shown.area != area;
        if unknown {
            (self.shown, self.next) = (Buffer::empty(area), Buffer::empty(area));
        }
        self.next.reset();
        paint(&mut self.next);
        let changes = self.shown.diff(&self.next);
        if unknown || !changes.is_empty() {
            queue!(self.backend, BeginSynchronizedUpdate)?;
            if unknown {
                queue!(self.backend, Clear(ClearType::All))?;
            }
            self.backend.draw(bridged(&changes, &self.next).into_iter())?;
            execute!(self.backend, EndSynchronizedUpdate)?;
        }
        std::mem::swap(&mut self.shown, &mut self.next);
        Ok(())
    }

    /// Paints every cell anew next time. A terminal that was smaller for a moment has lost what stood there, even where
    /// it is as large again before the next frame.
    pub fn forget(&mut self) {
        self.shown = Buffer::default();
    }

    /// Gives the terminal back and stops until the person returns.
    #[cfg(unix)]
    pub fn suspend(&mut self) -> io::Result<()> {
        leave();
        signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)?;
        claim()?;
        self.forget();
        Ok(())
    }

    /// Without job control there is nothing to stop for: every cell is painted anew.
    #[cfg(not(unix))]
    pub fn suspend(&mut self) -> io::Result<()> {
        self.forget();
        Ok(())
    }
}

/// Blanks and letters between two changes that are written again, since moving the cursor over them takes more bytes.
const BRIDGE: u16 = 4;

/// The changes, and what lies in short gaps between them in the same style.
fn bridged<'b>(changes: &[(u16, u16, &'b Cell)], next: &'b Buffer) -> Vec<(u16, u16, &'b Cell)> {
    let mut cells: Vec<(u16, u16, &Cell)> = Vec::with_capacity(changes.len() * 2);
    for &(x, y, cell) in changes {
        if let Some(&(before, row, last)) = cells.last()
            && row == y
            && (2..=BRIDGE).contains(&x.saturating_sub(before))
        {
            let simple = |cell: &Cell| cell.symbol().len() == 1 && cell.style() == last.style();
            let between = || (before + 1..x).map(|x| (x, y, &next[(x, y)]));
            if last.symbol().len() == 1 && between().all(|(_, _, cell)| simple(cell)) {
                cells.extend(between());
            }
        }
        cells.push((x, y, cell));
    }
    cells
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
    let mouse = if MOUSE.load(Ordering::Relaxed) { MOUSE_ON } else { "" };
    execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste, cursor::Hide, style::Print(mouse))
}

/// Gives the terminal back; does nothing when it is not ours.
pub fn leave() {
    let mut ours = lock();
    if std::mem::take(&mut *ours) {
        // a terminal that is gone cannot be tidied up, and nobody is left to be told
        let mut out = io::stdout();
        let mouse = if MOUSE.load(Ordering::Relaxed) { MOUSE_OFF } else { "" };
        let _gone = execute!(
            out,
            EndSynchronizedUpdate,
            style::Print(mouse),
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
