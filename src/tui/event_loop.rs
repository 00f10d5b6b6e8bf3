//! The loop: draw when no event waits, else take the event; block when there is nothing to do.

use super::app::App;
use super::effect::{Effect, Input, News};
use super::terminal::Guard;
use ratatui::crossterm::event::{self, Event, KeyEventKind};
use std::io;
use std::time::Duration;

/// Who carries out what the room cannot do itself.
pub trait Shell {
    /// Does one thing, and says what came of it where there is something to say.
    fn carry_out(&mut self, effect: &Effect, app: &App) -> Option<News>;
}

/// How the program was left: its exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exit(pub u8);

/// Runs until the person leaves.
pub fn run(app: &mut App, shell: &mut dyn Shell, guard: &mut Guard) -> io::Result<Exit> {
    guard.draw(|frame| app.draw(frame))?;
    loop {
        if !waiting()? {
            guard.draw(|frame| app.draw(frame))?;
            refine(app, guard)?;
        }
        if let Some(input) = input(event::read()?) {
            let effects = app.update(input);
            if let Some(exit) = carry_out(effects, app, shell, guard)? {
                return Ok(exit);
            }
        }
    }
}

fn waiting() -> io::Result<bool> {
    event::poll(Duration::ZERO)
}

/// Works on what is left to do until an event waits.
fn refine(app: &mut App, guard: &mut Guard) -> io::Result<()> {
    while !waiting()? {
        match app.refine() {
            None => break,
            Some(true) => guard.draw(|frame| app.draw(frame))?,
            Some(false) => {}
        }
    }
    Ok(())
}

/// What the person did; keys that are let go are nothing.
fn input(event: Event) -> Option<Input> {
    match event {
        Event::Key(key) if key.kind == KeyEventKind::Press => Some(Input::Key(key.into())),
        Event::Paste(text) => Some(Input::Paste(text)),
        Event::Resize(..) => Some(Input::Resize),
        _ => None,
    }
}

fn carry_out(
    effects: Vec<Effect>,
    app: &mut App,
    shell: &mut dyn Shell,
    guard: &mut Guard,
) -> io::Result<Option<Exit>> {
    let mut waiting = std::collections::VecDeque::from(effects);
    while let Some(effect) = waiting.pop_front() {
        match effect {
            Effect::Quit(code) => return Ok(Some(Exit(code))),
            Effect::Suspend => guard.suspend()?,
            other => {
                if let Some(news) = shell.carry_out(&other, app) {
                    waiting.extend(app.hear(news));
                }
            }
        }
    }
    Ok(None)
}
