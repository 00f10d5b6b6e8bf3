//! The loop: draw when no event waits, else take the event; block when there is nothing to do.

use super::app::App;
use super::clicks::{Mouse, Turn};
use super::effect::{Effect, Input, News};
use super::terminal::Guard;
use ratatui::crossterm::event::{self, Event, KeyEventKind, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;
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

/// Runs until the person leaves, from the first frame on, which was drawn before anything was loaded.
pub fn run(app: &mut App, shell: &mut dyn Shell, guard: &mut Guard) -> io::Result<Exit> {
    let asked = app.take_effects();
    if let Some(exit) = carry_out(asked, app, shell, guard)? {
        return Ok(exit);
    }
    let mut replies = Replies::default();
    loop {
        if !waiting()? {
            guard.draw(|buffer| app.draw(buffer))?;
            refine(app, guard)?;
        }
        let event = event::read()?;
        if matches!(event, Event::Resize(..)) {
            guard.forget();
        }
        if let Some(input) = replies.left_out(input(event)) {
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
            Some(true) => guard.draw(|buffer| app.draw(buffer))?,
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
        Event::Mouse(event) => mouse(event).map(Input::Mouse),
        Event::Resize(..) => Some(Input::Resize),
        _ => None,
    }
}

fn mouse(event: MouseEvent) -> Option<Mouse> {
    let at = Position { x: event.column, y: event.row };
    match event.kind {
        MouseEventKind::Down(MouseButton::Left) => Some(Mouse::Click(at)),
        MouseEventKind::ScrollUp => Some(Mouse::Wheel(at, Turn::Up)),
        MouseEventKind::ScrollDown => Some(Mouse::Wheel(at, Turn::Down)),
        _ => None,
    }
}

/// Leaves out a terminal's late answer to the question for its background: it would read as keys, digits among them.
#[derive(Debug, Default)]
struct Replies {
    /// Keys of the answer that may still come.
    inside: u8,
}

/// An answer is no longer than this.
const LONGEST_REPLY: u8 = 40;

impl Replies {
    fn left_out(&mut self, input: Option<Input>) -> Option<Input> {
        let Some(Input::Key(key)) = &input else { return input };
        let name = key.to_string();
        if name == "alt-]" {
            self.inside = LONGEST_REPLY;
        } else if self.inside == 0 {
            return input;
        } else {
            let ends = name == "ctrl-g" || name == "alt-\\";
            self.inside = if ends { 0 } else { self.inside - 1 };
        }
        None
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::keys::Key;

    #[test]
    fn a_late_answer_of_the_terminal_is_left_out_and_keys_after_it_count() {
        let mut replies = Replies::default();
        let mut keys = vec!["alt-]"];
        keys.extend("11;rgb:1e1e/1e1e/1e1e".split("").filter(|key| !key.is_empty()));
        keys.extend(["alt-\\", "3"]);
        let named = |name: &str| Some(Input::Key(Key::from_name(name).expect("a key")));
        let kept: Vec<_> = keys.into_iter().filter_map(|key| replies.left_out(named(key))).collect();
        assert_eq!(kept, [named("3").expect("a key")]);
    }
}
