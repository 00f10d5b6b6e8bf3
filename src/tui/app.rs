//! The state of the program, and how an input changes it.

use super::clicks::{Mouse, Turn, Wish};
use super::desk::{Desk, Loading};
use super::effect::{Effect, Input, News};
use super::glyphs;
use super::keys::{Action, Key, Unusable};
use super::screen::{Go, Screen, answers};
use super::screens::{self, distinctions, export, help, length, listing, review, welcome};
use super::surroundings::Surroundings;
use super::widgets::frame;
use ratatui::buffer::Buffer;
use std::time::Duration;

/// Longest a slice of work after a frame may take.
const SLICE: Duration = Duration::from_millis(2);

/// Longest a key waits for the data.
const PATIENCE: Duration = Duration::from_secs(10);

/// The state: what the screens share, and the screens themselves, the one in front last.
#[derive(Debug)]
pub struct App {
    desk: Desk,
    screens: Vec<Box<dyn Screen>>,
    /// Whether the screen in front was painted since it came there.
    painted: bool,
}

impl App {
    /// The program at its first screen; the data may come later.
    pub fn new(around: Surroundings, loading: Loading) -> Result<Self, Unusable> {
        let desk = Desk::new(around, loading)?;
        Ok(Self { desk, screens: vec![Box::new(welcome::Welcome::default())], painted: false })
    }

    /// What the screens share.
    pub fn desk(&self) -> &Desk {
        &self.desk
    }

    /// The screen in front.
    pub fn front(&self) -> &dyn Screen {
        self.screens[self.screens.len() - 1].as_ref()
    }

    /// Draws everything.
    pub fn draw(&mut self, buffer: &mut Buffer) {
        let complete = frame::draw(buffer, buffer.area, self.front(), &self.desk);
        if self.desk.theme.is_ascii() {
            glyphs::to_ascii(buffer);
        }
        self.painted = complete;
    }

    /// Takes an input; what the shell must do comes back.
    pub fn update(&mut self, input: Input) -> Vec<Effect> {
        match input {
            Input::Key(key) => self.press(key),
            Input::Paste(text) if self.front().place().types() => self.write(&text),
            Input::Mouse(mouse) => self.point(mouse),
            Input::Paste(_) | Input::Resize => {}
        }
        self.desk.take_effects()
    }

    /// Asks the shell for something before the person does anything.
    pub fn ask(&mut self, effect: Effect) {
        self.desk.ask(effect);
    }

    /// What was asked of the shell and not carried out yet.
    pub fn take_effects(&mut self) -> Vec<Effect> {
        self.desk.take_effects()
    }

    /// Takes what the shell has to tell.
    pub fn hear(&mut self, news: News) -> Vec<Effect> {
        match news {
            News::Opened(sitting) => {
                self.desk.wait(PATIENCE);
                let choose_length = sitting.choose_length;
                self.desk.open(*sitting);
                self.go(Go::Walk);
                if choose_length {
                    self.go(Go::Open(Box::<length::Length>::default()));
                }
            }
            News::Said(text) => self.desk.say(text),
            News::Trouble(text) => self.desk.complain(text),
        }
        self.desk.take_effects()
    }

    /// Does a slice of what is left to do after a frame; true when the screen changed, none when nothing is left.
    pub fn refine(&mut self) -> Option<bool> {
        if self.desk.loaded().is_none() && self.desk.message.is_none() {
            return Some(self.desk.wait(SLICE));
        }
        let (desk, front) = self.parts();
        front.refine(desk).then_some(true)
    }

    /// Does all that is left to do.
    pub fn settle(&mut self) {
        self.desk.wait(PATIENCE);
        while self.refine().is_some() {}
    }

    fn parts(&mut self) -> (&mut Desk, &mut dyn Screen) {
        let last = self.screens.len() - 1;
        (&mut self.desk, self.screens[last].as_mut())
    }

    fn press(&mut self, key: Key) {
        self.desk.wait(PATIENCE);
        let place = self.front().place();
        match (self.desk.keys.action(key, place), key.character()) {
            (Some(action), _) => self.act(action),
            (None, Some(typed)) if place.types() => self.write(typed.encode_utf8(&mut [0; 4])),
            _ => {}
        }
    }

    /// What the mouse asks for is done as if by keys, and only on a screen that was painted.
    fn point(&mut self, mouse: Mouse) {
        let wish = if self.painted { self.desk.clicks.wish(mouse) } else { None };
        match wish {
            Some(Wish::Press(key)) => self.press(key),
            Some(Wish::Accept) => self.act(Action::Accept),
            Some(Wish::Move(turn, steps)) => {
                let action = if turn == Turn::Up { Action::Up } else { Action::Down };
                (0..steps).for_each(|_| self.act(action));
            }
            Some(Wish::Page(Turn::Up)) => self.act(Action::PageUp),
            Some(Wish::Page(Turn::Down)) => self.act(Action::PageDown),
            None => {}
        }
    }

    fn write(&mut self, text: &str) {
        self.desk.message = None;
        let (desk, front) = self.parts();
        let go = front.write(text, desk);
        self.go(go);
    }

    fn act(&mut self, action: Action) {
        if self.front().asks() && answers(action) && !self.painted {
            return;
        }
        match action {
            Action::Quit => self.desk.ask(Effect::Quit(0)),
            Action::Interrupt => self.desk.ask(Effect::Quit(130)),
            Action::Suspend => self.desk.ask(Effect::Suspend),
            _ => {
                self.desk.message = None;
                let go = self.common(action);
                self.go(go);
            }
        }
    }

    /// What an action does on every screen, or else what the screen in front does with it.
    fn common(&mut self, action: Action) -> Go {
        let place = self.front().place();
        match action {
            Action::Help => Go::Open(Box::new(help::Help::new(place, &self.desk))),
            Action::Distinctions => Go::Open(Box::new(distinctions::InFull::new(&self.desk))),
            Action::Start => listing::Listing::started(&mut self.desk),
            Action::Export => export::Export::opened(&mut self.desk),
            Action::Review => Go::Open(Box::new(review::Review::new(&self.desk))),
            _ => {
                let (desk, front) = self.parts();
                front.act(action, desk)
            }
        }
    }

    fn go(&mut self, go: Go) {
        match go {
            Go::Stay => return,
            Go::Open(screen) => self.screens.push(screen),
            Go::Close if self.screens.len() > 1 => {
                self.screens.pop();
                let (desk, front) = self.parts();
                front.wake(desk);
            }
            Go::Close => {}
            Go::Home => {
                self.desk.put_back();
                self.screens = vec![Box::new(welcome::Welcome::default())];
            }
            Go::Walk => {
                self.screens.truncate(1);
                self.screens.extend(screens::of_step(&mut self.desk));
            }
        }
        self.painted = false;
    }
}
