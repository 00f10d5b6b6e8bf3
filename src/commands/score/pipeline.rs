//! Rows through all cores and out again in their order, with no more than a few blocks in memory.

use crate::commands::output::{complain, explain_unwritten, is_terminal, open_printer, print_text};
use crate::commands::people::{Row, Rows, Unread};
use crate::commands::{ExitStatus, progress::Progress};
use anyhow::Result;
use std::io::{self, Write};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// Rows on their way to a worker, and where the text about them goes.
type Job = (Vec<Row>, Sender<String>);

/// What stands around the rows.
pub struct Frame<'h> {
    /// What is printed before the first of them.
    pub head: &'h str,
    /// Whether it all goes to programs byte for byte.
    pub for_programs: bool,
    /// Whether it is all text to be read, which is broken into lines on a terminal.
    pub is_text: bool,
}

/// Prints what `worked` makes of each block of rows; whatever cannot be read is named and the rest goes on.
pub fn run_pipeline(
    rows: Rows<'_>,
    frame: Frame<'_>,
    block: usize,
    worked: impl Fn(Vec<Row>) -> String + Sync,
) -> Result<ExitStatus> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let (jobs, waiting) = sync_channel::<Job>(cores);
    let (texts, written) = sync_channel::<Receiver<String>>(cores + 1);
    let waiting = Mutex::new(waiting);

    thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| work_blocks(&waiting, &worked));
        }

        let writer = scope.spawn(move || write_texts(&frame, &written));
        let read = read_blocks(rows, block, &jobs, &texts);
        // workers and writer end once nothing more can come
        drop((jobs, texts));

        let written = writer.join().unwrap_or_else(|_| Err(io::Error::other("the output stopped")));
        written?;
        read
    })
}

/// Hands the rows out in blocks until they end or nobody takes the text any more.
fn read_blocks(
    rows: Rows<'_>,
    most: usize,
    jobs: &SyncSender<Job>,
    texts: &SyncSender<Receiver<String>>,
) -> Result<ExitStatus> {
    let mut unread = Unread::default();
    let mut progress = Progress::new();
    let mut block = Vec::with_capacity(most);

    let send = |block: Vec<Row>| {
        let (text, later) = channel();
        // the place in the output first: texts come out in the order of their rows, whoever is done first
        texts.send(later).is_ok() && jobs.send((block, text)).is_ok()
    };

    for row in rows {
        match row {
            Ok(Ok(row)) => block.push(row),
            Ok(Err(problem)) => {
                if unread.add() {
                    progress.clear();
                    complain(&problem);
                }
            }
            Err(error) => {
                // those that were read before it are ranked all the same
                send(block);
                return Err(error.into());
            }
        }

        if block.len() == most {
            progress.add(most);
            if !send(std::mem::replace(&mut block, Vec::with_capacity(most))) {
                return Ok(unread.ending());
            }
        }
    }

    send(block);
    progress.clear();
    unread.say_rest();
    Ok(unread.ending())
}

fn work_blocks(waiting: &Mutex<Receiver<Job>>, worked: &impl Fn(Vec<Row>) -> String) {
    loop {
        let next = waiting.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((rows, text)) = next else { return };
        // The writer is gone only where the output is closed; then the reader stops as well.
        let _ = text.send(worked(rows));
    }
}

fn write_texts(frame: &Frame<'_>, texts: &Receiver<Receiver<String>>) -> io::Result<()> {
    if frame.is_text && is_terminal() {
        return write_to_be_read(frame, texts);
    }

    let mut out = open_printer(frame.for_programs);
    out.write_all(frame.head.as_bytes()).map_err(explain_unwritten)?;
    for text in texts {
        let text = text.recv().map_err(io::Error::other)?;
        out.write_all(text.as_bytes()).map_err(explain_unwritten)?;
    }
    out.flush().map_err(explain_unwritten)
}

fn write_to_be_read(frame: &Frame<'_>, texts: &Receiver<Receiver<String>>) -> io::Result<()> {
    print_text(frame.head)?;
    for text in texts {
        print_text(&text.recv().map_err(io::Error::other)?)?;
    }
    Ok(())
}
