//! The terminal guard: it comes in once, and every way out leaves the terminal as it was.
//!
//! Return, error, panic and signal all call the same [`leave`], which may be called any number of times. It never waits
//! for a terminal that does not read: the modes are put back first, which no terminal can hold up, and what has to be
//! written is written as far as it is taken within a moment.

#[cfg(unix)]
mod bounded;
#[cfg(unix)]
mod watch;

use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{
    BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
    disable_raw_mode, enable_raw_mode,
};
use crossterm::{cursor, execute, queue, style};
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
#[cfg(not(unix))]
use std::io::Write as _;
use std::io::{self, BufWriter, Stdout};
use std::panic;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use terminal_size::{Height, Width, terminal_size_of};

/// What of the terminal is ours now. A lock and not a flag: a signal must wait while it changes hands, and a frame is
/// written whole or not at all.
static OURS: Mutex<Ours> = Mutex::new(Ours::Nothing);

/// Whether the program is being ended: from then on nothing is written to the terminal but what gives it back.
static ENDING: AtomicBool = AtomicBool::new(false);

/// What has been changed about the terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Ours {
    #[default]
    Nothing,
    /// It is asked for its colours, without echo.
    Modes,
    /// The other screen is shown.
    Screen,
}

/// A terminal that is asked for its colours may take 150 ms, a frame far less.
const LOCK_TRIES: u32 = 100;
const LOCK_PAUSE: Duration = Duration::from_millis(3);

/// What a signal that ends the program has to say once the terminal is given back.
static LAST_WORD: Mutex<Option<String>> = Mutex::new(None);

/// Whether the mouse was asked for.
static MOUSE: AtomicBool = AtomicBool::new(false);

/// Reports clicks and the wheel, and no movement, with places beyond column 223.
const MOUSE_ON: &str = "\x1b[?1000h\x1b[?1006h";
const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1000l";

/// Whether a terminal is asked to tell a held key.
static HELD: AtomicBool = AtomicBool::new(false);

/// Asks a terminal that knows the keyboard protocol of kitty to tell a held key from one that is pressed anew, and to give
/// the character that shift makes. Others leave this out, and each screen of a terminal keeps its own of it.
const HELD_ON: &str = "\x1b[>7u";
const HELD_OFF: &str = "\x1b[<1u";

/// What asks for something, or takes it back, where it was wished for.
fn choose_sequence(wish: &AtomicBool, sequence: &'static str) -> &'static str {
    if wish.load(Ordering::Relaxed) { sequence } else { "" }
}

/// The largest frame: a terminal that claims to be larger leaves the rest empty.
const MAX_FRAME: (u16, u16) = (1000, 500);

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
    /// Takes the terminal: raw mode, the other screen, pasted text marked as such, the mouse where it is asked for, and held
    /// keys told as such where a terminal may know how.
    ///
    /// # Errors
    /// The terminal refuses one of these.
    pub fn enter(mouse: bool, held: bool) -> io::Result<Self> {
        // known before anything is claimed: whatever gives the terminal back reads them
        MOUSE.store(mouse, Ordering::Relaxed);
        HELD.store(held, Ordering::Relaxed);

        // crossterm leaves out bold and reverse under NO_COLOR; the theme keeps the colours out itself
        style::force_color_output(true);

        prepare()?;
        claim()?;
        #[cfg(unix)]
        watch::watch_hangup();

        let backend = CrosstermBackend::new(BufWriter::with_capacity(1 << 16, io::stdout()));
        Ok(Self { backend, shown: Buffer::default(), next: Buffer::default() })
    }

    /// Draws one frame, shown all at once where the terminal can do that. Where nothing changed, nothing is written.
    ///
    /// # Errors
    /// The terminal cannot be written to.
    pub fn draw(&mut self, paint: impl FnOnce(&mut Buffer)) -> io::Result<()> {
        let (width, height) = self.size()?;
        let area = Rect::new(0, 0, width.min(MAX_FRAME.0), height.min(MAX_FRAME.1));
        let unknown = self.shown.area != area;
        if unknown {
            (self.shown, self.next) = (Buffer::empty(area), Buffer::empty(area));
        }

        self.next.reset();
        paint(&mut self.next);
        let changes = self.shown.diff(&self.next);

        // locked only after the painting, so that a signal waits for no screen to be worked out
        let ours = lock();
        if *ours != Ours::Screen || ENDING.load(Ordering::SeqCst) {
            return Ok(());
        }

        if unknown || !changes.is_empty() {
            queue!(self.backend, BeginSynchronizedUpdate)?;
            if unknown {
                queue!(self.backend, Clear(ClearType::All))?;
            }
            self.backend.draw(bridge_gaps(&changes, &self.next).into_iter())?;
            execute!(self.backend, EndSynchronizedUpdate)?;
        }

        drop(ours);
        std::mem::swap(&mut self.shown, &mut self.next);
        Ok(())
    }

    /// Columns and rows; the backend opens the terminal anew to learn them, which every frame would wait for.
    fn size(&self) -> io::Result<(u16, u16)> {
        if let Some((Width(columns), Height(rows))) = terminal_size_of(io::stdout()) {
            return Ok((columns, rows));
        }
        let size = self.backend.size()?;
        Ok((size.width, size.height))
    }

    /// Paints every cell anew next time. A terminal that was smaller for a moment has lost what stood there, even where
    /// it is as large again before the next frame.
    pub fn forget(&mut self) {
        self.shown = Buffer::default();
    }

    /// Gives the terminal back and stops until the person returns; false where nobody could continue the program, which
    /// then goes on.
    ///
    /// # Errors
    /// The terminal cannot be given back or taken again.
    #[cfg(unix)]
    pub fn suspend(&mut self) -> io::Result<bool> {
        if !watch::can_be_continued() {
            return Ok(false);
        }

        leave();
        signal_hook::low_level::raise(signal_hook::consts::SIGSTOP)?;
        claim()?;
        self.forget();
        Ok(true)
    }

    /// Without job control there is nothing to stop for.
    #[cfg(not(unix))]
    pub fn suspend(&mut self) -> io::Result<bool> {
        Ok(false)
    }
}

/// Blanks and letters between two changes that are written again, since moving the cursor over them takes more bytes.
const MAX_GAP: u16 = 4;

/// The changes, and what lies in short gaps between them in the same style.
fn bridge_gaps<'b>(changes: &[(u16, u16, &'b Cell)], next: &'b Buffer) -> Vec<(u16, u16, &'b Cell)> {
    let mut cells: Vec<(u16, u16, &Cell)> = Vec::with_capacity(changes.len() * 2);
    for &(x, y, cell) in changes {
        if let Some(&(before, row, last)) = cells.last()
            && row == y
            && (2..=MAX_GAP).contains(&x.saturating_sub(before))
        {
            // anything longer, or in another style, takes more bytes than moving the cursor
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

/// Remembers how the terminal was, and watches for whatever may end the program from here on.
///
/// # Errors
/// The terminal does not say how it is, or signals cannot be watched.
pub fn prepare() -> io::Result<()> {
    give_back_on_panic();
    #[cfg(unix)]
    {
        bounded::remember_modes();
        watch::watch_signals()?;
    }
    Ok(())
}

/// Asks the terminal something that changes its modes for a moment: a signal meanwhile puts them back.
///
/// # Errors
/// Those of [`prepare`].
pub fn query<T>(ask: impl FnOnce() -> T) -> io::Result<T> {
    prepare()?;
    let mut ours = lock();
    *ours = Ours::Modes;
    let answer = ask();
    *ours = Ours::Nothing;
    Ok(answer)
}

fn claim() -> io::Result<()> {
    let mut ours = lock();
    if ENDING.load(Ordering::SeqCst) {
        return Err(io::ErrorKind::Interrupted.into());
    }

    enable_raw_mode()?;
    // before anything is written: where only half of it is taken, leaving still gives all of it back
    *ours = Ours::Screen;
    let wished = [choose_sequence(&HELD, HELD_ON), choose_sequence(&MOUSE, MOUSE_ON)].concat();
    execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste, cursor::Hide, style::Print(wished))
}

/// Takes the terminal again if it is ours: while the program was stopped somebody else had it.
#[cfg(unix)]
fn claim_again() {
    let is_ours = *lock() == Ours::Screen;
    if is_ours {
        // crossterm remembers that it is raw, which somebody else has changed
        let _gone = disable_raw_mode();
        // asked once more it would have to be taken back once more
        let _gone = execute!(io::stdout(), style::Print(choose_sequence(&HELD, HELD_OFF)));
        let _gone = claim();
    }
}

/// Gives the terminal back; does nothing when it is not ours.
pub fn leave() {
    #[cfg(unix)]
    bounded::restore_modes_if(ENDING.load(Ordering::SeqCst));

    let mut ours = lock_in_time();
    // who holds the lock for so long is stuck in a write, and the terminal is ours
    let was = ours.as_mut().map_or(Ours::Screen, |ours| std::mem::take(&mut **ours));
    match was {
        Ours::Nothing => return,
        Ours::Modes => {}
        Ours::Screen => give_back(),
    }

    // a terminal that is gone cannot be tidied up, and nobody is left to be told
    #[cfg(unix)]
    bounded::restore_modes_if(true);
    let _gone = disable_raw_mode();
}

/// Everything that gives the screen back, in one piece.
fn give_back() {
    let mut text = Vec::new();
    let _memory = execute!(
        text,
        EndSynchronizedUpdate,
        style::Print(choose_sequence(&HELD, HELD_OFF)),
        style::Print(choose_sequence(&MOUSE, MOUSE_OFF)),
        DisableBracketedPaste,
        style::ResetColor,
        LeaveAlternateScreen,
        cursor::Show
    );

    #[cfg(unix)]
    bounded::write_bounded(rustix::stdio::stdout(), &text);
    #[cfg(not(unix))]
    let _gone = io::stdout().write_all(&text).and_then(|()| io::stdout().flush());
}

/// The lock, unless somebody keeps it for longer than a frame takes.
fn lock_in_time() -> Option<std::sync::MutexGuard<'static, Ours>> {
    use std::sync::TryLockError::{Poisoned, WouldBlock};

    for _ in 0..LOCK_TRIES {
        match OURS.try_lock() {
            Ok(ours) => return Some(ours),
            Err(Poisoned(ours)) => return Some(ours.into_inner()),
            Err(WouldBlock) => std::thread::sleep(LOCK_PAUSE),
        }
    }
    None
}

/// Has this said on standard error if a signal ends the program from here on.
pub fn say_on_signal(what: Option<String>) {
    *LAST_WORD.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = what;
}

fn lock() -> std::sync::MutexGuard<'static, Ours> {
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
