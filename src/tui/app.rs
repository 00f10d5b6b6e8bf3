//! The state of the program, and how an input changes it.

use super::clicks::{Mouse, MouseCommand, ScrollDirection};
use super::context::{AppContext, Keeping, Loading, ReportFile, SavedSession};
use super::effect::{Effect, Input, Reply};
use super::environment::Environment;
use super::glyphs;
use super::key_repeat::KeyRepeat;
use super::keys::{Action, DeadKeys, Key, KeyScope, Unusable};
use super::route::Route;
use super::screen::{Screen, Transition, answers};
use super::screens;
use super::widgets::frame;
use ratatui::buffer::Buffer;
use std::time::Duration;

/// Longest a slice of work after a frame may take.
const SLICE_OF_WORK: Duration = Duration::from_millis(2);

/// Longest a key waits for the data.
const MAX_WAIT_FOR_DATA: Duration = Duration::from_secs(10);

/// The state: what the screens share, and the screens themselves, the one in front last.
#[derive(Debug)]
pub struct App {
    ctx: AppContext,
    screens: Vec<Box<dyn Screen>>,
    /// Whether the screen in front was painted since it came there.
    painted: bool,
    /// Which keys came too fast to be an answer.
    key_repeat: KeyRepeat,
    /// Whether the person was asked about answers that leaving would lose.
    leaving: bool,
    /// What was said of keys that do nothing.
    dead_keys: DeadKeys,
}

impl App {
    /// The program at its first screen; the data may come later.
    ///
    /// # Errors
    /// A key of the settings that cannot be used.
    pub fn new(environment: Environment, loading: Loading) -> Result<Self, Unusable> {
        let ctx = AppContext::new(environment, loading)?;
        let key_repeat = KeyRepeat::new(ctx.environment.quiet);
        Ok(Self {
            ctx,
            screens: vec![screens::first()],
            painted: false,
            key_repeat,
            leaving: false,
            dead_keys: DeadKeys::default(),
        })
    }

    /// What the screens share.
    pub fn ctx(&self) -> &AppContext {
        &self.ctx
    }

    /// The screen in front.
    pub fn front(&self) -> &dyn Screen {
        self.screens[self.screens.len() - 1].as_ref()
    }

    /// Draws everything.
    pub fn draw(&mut self, buffer: &mut Buffer) {
        let complete = frame::draw(buffer, buffer.area, self.front(), &self.ctx);
        if self.ctx.theme.is_ascii() {
            glyphs::to_ascii(buffer);
        }
        if complete && !self.painted {
            self.key_repeat.painted();
        }
        self.painted = complete;
    }

    /// Takes an input; what the effect handler must do comes back.
    pub fn update(&mut self, input: Input) -> Vec<Effect> {
        match input {
            Input::Key(key) => self.press(key, false),
            Input::Held(key) => self.press(key, true),
            Input::Paste(text) if self.front().place().types() => self.write(&text),
            Input::Mouse(mouse) => self.point(mouse),
            Input::Paste(_) | Input::Resize => {}
        }
        self.ctx.take_effects()
    }

    /// Asks the effect handler for something before the person does anything.
    pub fn ask(&mut self, effect: Effect) {
        self.ctx.ask(effect);
    }

    /// Whether nothing is asked of the effect handler.
    pub fn asked_for_nothing(&self) -> bool {
        self.ctx.asks_nothing()
    }

    /// What was asked of the effect handler and not carried out yet.
    pub fn take_effects(&mut self) -> Vec<Effect> {
        self.ctx.take_effects()
    }

    /// Takes what the effect handler has to tell.
    pub fn on_reply(&mut self, reply: Reply) -> Vec<Effect> {
        match reply {
            Reply::Opened(saved_session) => {
                self.ctx.wait(MAX_WAIT_FOR_DATA);
                self.open(*saved_session);
            }
            Reply::NotSaved(why) => {
                self.ctx.complain(format!("Not saved: {why}"));
                self.ctx.keeping = Keeping::Failing(why);
            }
            Reply::Saved => self.ctx.keeping = Keeping::Saved,
            Reply::Unsaved(why) => self.ask_about(&why),
            Reply::Leave(code) => self.ctx.ask(Effect::Abandon(code)),
            Reply::Proposed(path) => self.ctx.report = Some(ReportFile::Proposed(path)),
            Reply::Written(path) => self.ctx.report = Some(ReportFile::Written(path)),
            Reply::Said(text) => self.ctx.say(text),
            Reply::Trouble(text) => self.ctx.complain(text),
        }
        self.ctx.take_effects()
    }

    fn open(&mut self, saved_session: SavedSession) {
        let choose_length = saved_session.choose_length;
        self.ctx.open(saved_session);
        self.transition(Transition::Walk);
        if choose_length {
            self.transition(Transition::Open(Route::Length));
        }
        match &self.ctx.keeping {
            Keeping::ReadOnly(_) | Keeping::Nowhere(_) => {
                self.transition(Transition::Open(Route::NotKept));
            }
            Keeping::Saved | Keeping::Failing(_) => {}
        }
    }

    /// Asks what is to become of answers that leaving would lose.
    fn ask_about(&mut self, why: &str) {
        if self.leaving {
            self.ctx.complain(format!("Still not saved: {why}"));
        } else {
            self.transition(Transition::Open(Route::LeavingUnsaved(why.to_string())));
            self.leaving = true;
        }
    }

    /// Waits for the data; true once it is there, or it is clear that it never will be.
    pub fn wait(&mut self, at_most: Duration) -> bool {
        self.ctx.wait(at_most)
    }

    /// Whether a key leaves, which needs no data and waits for none.
    pub fn leaves(&self, key: Key) -> bool {
        let place = self.front().place();
        matches!(self.ctx.keys.action(key, place), Some(Action::Quit | Action::Interrupt))
    }

    /// What is said where no shell could bring the program back.
    pub fn says_no_shell(&self) -> String {
        let key = self.ctx.keys.name(Action::Interrupt, self.front().place());
        format!("No shell here could bring careerfit back, so it goes on; {key} leaves.")
    }

    /// Does a slice of what is left to do after a frame; true when the screen changed, none when nothing is left.
    pub fn refine(&mut self) -> Option<bool> {
        if self.ctx.loaded().is_none() && self.ctx.message.is_none() {
            return Some(self.ctx.wait(SLICE_OF_WORK));
        }
        let (ctx, front) = self.parts();
        front.refine(ctx).then_some(true)
    }

    /// Does all that is left to do.
    pub fn run_to_idle(&mut self) {
        self.ctx.wait(MAX_WAIT_FOR_DATA);
        while self.refine().is_some() {}
    }

    fn parts(&mut self) -> (&mut AppContext, &mut dyn Screen) {
        let last = self.screens.len() - 1;
        (&mut self.ctx, self.screens[last].as_mut())
    }

    fn press(&mut self, key: Key, held: bool) {
        if !self.leaves(key) {
            self.ctx.wait(MAX_WAIT_FOR_DATA);
        }
        let place = self.front().place();
        match (self.ctx.keys.action(key, place), key.character()) {
            (Some(action), _) => {
                // what moves a slider or ticks a box may be held; what goes on to the next screen may not
                let goes_on = matches!(action, Action::Digit(_) | Action::Accept | Action::Skip);
                let counts = !held && self.painted;
                if !goes_on || !self.front().asks() || self.key_repeat.lets_pass(key, counts) {
                    self.act(action);
                }
            }
            (None, Some(typed)) if place.types() => self.write(typed.encode_utf8(&mut [0; 4])),
            _ if held => {}
            _ => {
                let says = self.dead_keys.explain(&self.ctx.keys, key, place);
                self.ctx.say(says);
            }
        }
    }

    /// What the mouse asks for is done as if by keys, and only on a screen that was painted.
    fn point(&mut self, mouse: Mouse) {
        let command = if self.painted { self.ctx.clicks.command(mouse) } else { None };
        match command {
            Some(MouseCommand::Press(key)) => self.press(key, false),
            Some(MouseCommand::Accept) => self.act(Action::Accept),
            Some(MouseCommand::Move(turn, steps)) => {
                let action = if turn == ScrollDirection::Up { Action::Up } else { Action::Down };
                (0..steps).for_each(|_| self.act(action));
            }
            Some(MouseCommand::Page(ScrollDirection::Up)) => self.act(Action::PageUp),
            Some(MouseCommand::Page(ScrollDirection::Down)) => self.act(Action::PageDown),
            None => {}
        }
    }

    fn write(&mut self, text: &str) {
        self.ctx.message = None;
        let (ctx, front) = self.parts();
        let transition = front.write(text, ctx);
        self.transition(transition);
    }

    fn act(&mut self, action: Action) {
        if self.front().asks() && answers(action) && !self.painted {
            return;
        }
        match action {
            Action::Quit => self.ctx.ask(Effect::Quit(0)),
            Action::Interrupt if self.leaving => self.ctx.ask(Effect::Abandon(130)),
            Action::Interrupt => self.ctx.ask(Effect::Quit(130)),
            Action::Suspend => self.ctx.ask(Effect::Suspend),
            _ => {
                self.ctx.message = None;
                let transition = self.common(action);
                self.transition(transition);
            }
        }
    }

    /// What an action does on every screen, or else what the screen in front does with it.
    fn common(&mut self, action: Action) -> Transition {
        let place = self.front().place();
        match action {
            Action::Digit(digit) if !self.front().takes(digit, &self.ctx) => {
                let says = format!("Choose {}.", self.front().digits(&self.ctx));
                self.ctx.say(says);
                Transition::Stay
            }
            Action::Palette => Transition::Open(Route::Palette(place, self.offered(place))),
            Action::Help => Transition::Open(Route::Help(place)),
            Action::Distinctions => Transition::Open(Route::Distinctions),
            Action::Start => Transition::Open(Route::StartNow),
            Action::Export => Transition::Open(Route::Export),
            Action::Review => Transition::Open(Route::Review),
            _ => {
                let (ctx, front) = self.parts();
                front.act(action, ctx)
            }
        }
    }

    /// What can be asked for on the screen in front now.
    fn offered(&self, place: KeyScope) -> Vec<Action> {
        let actions = self.ctx.keys.on(place).map(|(binding, _)| binding.action);
        actions.filter(|action| self.front().offers(*action, &self.ctx)).collect()
    }

    /// Closes the screen in front, unless it is the first one.
    fn close(&mut self) {
        if self.screens.len() > 1 {
            self.screens.pop();
            let (ctx, front) = self.parts();
            front.wake(ctx);
        }
    }

    fn transition(&mut self, transition: Transition) {
        self.leaving &= matches!(transition, Transition::Stay);
        match transition {
            Transition::Stay => return,
            Transition::Open(route) => match screens::open(route, &mut self.ctx) {
                Some(screen) => self.screens.push(screen),
                None => return,
            },
            Transition::Replace(route) => {
                self.close();
                self.painted = false;
                return self.transition(Transition::Open(route));
            }
            Transition::Perform(action) => {
                self.close();
                self.painted = false;
                let next = self.common(action);
                return self.transition(next);
            }
            Transition::Close => self.close(),
            Transition::Home => {
                self.ctx.put_back();
                self.screens = vec![screens::first()];
            }
            Transition::Walk => {
                self.screens.truncate(1);
                self.screens.extend(screens::of_step(&mut self.ctx));
            }
        }
        self.painted = false;
    }
}
