//! The loop: draw when no event waits, else take the event; block when there is nothing to do.

use super::app::App;
use super::clicks::{Mouse, ScrollDirection};
use super::effect::{Effect, Input, Reply};
use super::terminal::Guard;
use crossterm::event::{self, Event, KeyEventKind, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;
use std::collections::VecDeque;
use std::io;
use std::time::{Duration, Instant};

/// Who carries out what this module cannot do itself.
pub trait EffectHandler {
    /// Does one thing, and says what came of it where there is something to say.
    fn handle(&mut self, effect: &Effect, app: &App) -> Option<Reply>;
}

/// How the program was left: its exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exit(pub u8);

/// After so long the person is told that something is still being read.
const TOLD_AFTER: Duration = Duration::from_secs(1);

/// Between two looks for a key while the data is waited for.
const LOOK: Duration = Duration::from_millis(5);

/// Runs until the person leaves, from the first frame on, which was drawn before anything was loaded.
///
/// # Errors
/// The terminal cannot be read or drawn on any more.
pub fn run(app: &mut App, handler: &mut dyn EffectHandler, guard: &mut Guard) -> io::Result<Exit> {
    let mut events = Events::default();
    // what is asked for at the start needs the data; whoever leaves before it is there is not kept for it
    let asked = app.take_effects();
    if !asked.is_empty()
        && events.wait_for_data(None, app, guard)?
        && let Some(exit) = handle_all(asked, app, handler, guard)?
    {
        return Ok(exit);
    }

    loop {
        if !events.has_waiting()? {
            guard.draw(|buffer| app.draw(buffer))?;
            refine(app, guard)?;
        }

        let Some(input) = events.read_next(guard)? else { continue };
        if !events.wait_for_data(Some(&input), app, guard)? {
            continue;
        }

        let effects = app.update(input);
        if let Some(exit) = handle_all(effects, app, handler, guard)? {
            return Ok(exit);
        }
    }
}

/// What the person does, in order; what came while the data was waited for comes first.
#[derive(Default)]
struct Events {
    before: VecDeque<Input>,
    replies: Replies,
}

impl Events {
    fn has_waiting(&self) -> io::Result<bool> {
        Ok(!self.before.is_empty() || is_waiting()?)
    }

    /// The next input; none where the event is nothing to the program.
    fn read_next(&mut self, guard: &mut Guard) -> io::Result<Option<Input>> {
        if let Some(input) = self.before.pop_front() {
            return Ok(Some(input));
        }
        self.read(guard)
    }

    fn read(&mut self, guard: &mut Guard) -> io::Result<Option<Input>> {
        let event = event::read()?;
        if matches!(event, Event::Resize(..)) {
            guard.forget();
        }
        Ok(self.replies.leave_out(convert_event(event)))
    }

    /// Waits until the data is there that a key needs, and keeps what is pressed meanwhile; a key that leaves is never
    /// waited with. False where such a key came: it stands first then, and what was pressed before it is dropped.
    fn wait_for_data(&mut self, input: Option<&Input>, app: &mut App, guard: &mut Guard) -> io::Result<bool> {
        let leaves = |app: &App, input: &Input| matches!(input, Input::Key(key) if app.is_leaving(*key));
        if input.is_some_and(|input| leaves(app, input)) {
            return Ok(true);
        }

        let (begun, mut told) = (Instant::now(), false);
        while !app.wait(LOOK) {
            if !told && begun.elapsed() >= TOLD_AFTER {
                told = true;
                app.on_reply(Reply::Said("Still reading. Leaving works meanwhile.".to_string()));
                guard.draw(|buffer| app.draw(buffer))?;
            }

            while is_waiting()? {
                let Some(input) = self.read(guard)? else { continue };
                if leaves(app, &input) {
                    self.before = VecDeque::from([input]);
                    return Ok(false);
                }
                self.before.push_back(input);
            }
        }

        Ok(true)
    }
}

fn is_waiting() -> io::Result<bool> {
    event::poll(Duration::ZERO)
}

/// Works on what is left to do until an event waits.
fn refine(app: &mut App, guard: &mut Guard) -> io::Result<()> {
    while !is_waiting()? {
        match app.refine() {
            None => break,
            Some(true) => guard.draw(|buffer| app.draw(buffer))?,
            Some(false) => {}
        }
    }
    Ok(())
}

/// What the person did; keys that are let go are nothing.
fn convert_event(event: Event) -> Option<Input> {
    match event {
        Event::Key(key) if key.kind == KeyEventKind::Press => Some(Input::Key(key.into())),
        Event::Key(key) if key.kind == KeyEventKind::Repeat => Some(Input::Held(key.into())),
        Event::Paste(text) => Some(Input::Paste(text)),
        Event::Mouse(event) => convert_mouse(event).map(Input::Mouse),
        Event::Resize(..) => Some(Input::Resize),
        _ => None,
    }
}

fn convert_mouse(event: MouseEvent) -> Option<Mouse> {
    let at = Position { x: event.column, y: event.row };
    match event.kind {
        MouseEventKind::Down(MouseButton::Left) => Some(Mouse::Click(at)),
        MouseEventKind::ScrollUp => Some(Mouse::Wheel(at, ScrollDirection::Up)),
        MouseEventKind::ScrollDown => Some(Mouse::Wheel(at, ScrollDirection::Down)),
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
    fn leave_out(&mut self, input: Option<Input>) -> Option<Input> {
        let Some(Input::Key(key)) = &input else { return input };

        let name = key.to_string();
        // an answer begins with OSC and ends with BEL or ST, which read as these keys
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

fn handle_all(
    effects: Vec<Effect>,
    app: &mut App,
    handler: &mut dyn EffectHandler,
    guard: &mut Guard,
) -> io::Result<Option<Exit>> {
    let mut waiting = VecDeque::from(effects);
    while let Some(effect) = waiting.pop_front() {
        match effect {
            Effect::Abandon(code) => return Ok(Some(Exit(code))),
            Effect::Quit(code) => match handler.handle(&effect, app) {
                None => return Ok(Some(Exit(code))),
                Some(reply) => waiting.extend(app.on_reply(reply)),
            },
            Effect::Suspend => {
                if !guard.suspend()? {
                    waiting.extend(app.on_reply(Reply::Said(app.describe_no_shell())));
                }
            }
            other => {
                if let Some(reply) = handler.handle(&other, app) {
                    waiting.extend(app.on_reply(reply));
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

        let kept: Vec<_> = keys.into_iter().filter_map(|key| replies.leave_out(named(key))).collect();
        assert_eq!(kept, [named("3").expect("a key")]);
    }
}
