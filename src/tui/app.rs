//! The state of the program, and how an input changes it.

use super::clicks::{Mouse, MouseCommand, ScrollDirection};
use super::context::{Context, Idle, Loading, OpenSession, Ready, ReportFile, SLICE_OF_WORK, Shell, Waited, Waiting};
use super::effect::{Effect, Input, Reply};
use super::environment::Environment;
use super::key_repeat::KeyRepeat;
use super::keys::{Action, DeadKeys, Key, KeyScope, Unusable};
use super::route::Route;
use super::saved_session::{Keeping, SavedSession};
use super::screen::{Transition, is_answer};
use super::screens::welcome::Welcome;
use super::stack::Stack;
use super::state::{State, in_any_state};
use ratatui::buffer::Buffer;
use std::sync::Arc;
use std::time::Duration;

/// Longest a key waits for the data.
const MAX_WAIT_FOR_DATA: Duration = Duration::from_secs(10);

/// The state with its screens, and what is known of the keys.
#[derive(Debug)]
pub struct App {
    state: State,
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
        let key_repeat = KeyRepeat::new(environment.quiet);
        let waiting = Waiting::new(Shell::new(environment)?, loading);

        Ok(Self {
            state: State::Loading(Stack::new(waiting, Welcome::default())),
            painted: false,
            key_repeat,
            leaving: false,
            dead_keys: DeadKeys::default(),
        })
    }

    /// The data and the sessions of before, once they are there.
    pub fn idle(&self) -> Option<&Idle> {
        in_any_state!(&self.state, stack => stack.ctx.ready()).map(Ready::data)
    }

    /// The open session, once there is one.
    pub fn session(&self) -> Option<&OpenSession> {
        in_any_state!(&self.state, stack => stack.ctx.ready()).and_then(|ready| ready.session())
    }

    fn shell(&self) -> &Shell {
        in_any_state!(&self.state, stack => stack.ctx.shell())
    }

    fn shell_mut(&mut self) -> &mut Shell {
        in_any_state!(&mut self.state, stack => stack.ctx.shell_mut())
    }

    fn place(&self) -> KeyScope {
        in_any_state!(&self.state, stack => stack.front().place())
    }

    fn asks(&self) -> bool {
        in_any_state!(&self.state, stack => stack.front().asks())
    }

    /// Draws everything.
    pub fn draw(&mut self, buffer: &mut Buffer) {
        let complete = in_any_state!(&self.state, stack => stack.draw(buffer));
        if complete && !self.painted {
            self.key_repeat.note_paint();
        }
        self.painted = complete;
    }

    /// Takes an input; what the effect handler must do comes back.
    pub fn update(&mut self, input: Input) -> Vec<Effect> {
        match input {
            Input::Key(key) => self.press(key, false),
            Input::Held(key) => self.press(key, true),
            Input::Paste(text) if self.place().is_typing() => self.write(&text),
            Input::Mouse(mouse) => self.point(mouse),
            Input::Paste(_) | Input::Resize => {}
        }

        self.shell_mut().take_effects()
    }

    /// Asks the effect handler for something before the person does anything.
    pub fn ask(&mut self, effect: Effect) {
        self.shell_mut().ask(effect);
    }

    /// What was asked of the effect handler and not carried out yet.
    pub fn take_effects(&mut self) -> Vec<Effect> {
        self.shell_mut().take_effects()
    }

    /// Takes what the effect handler has to tell.
    pub fn on_reply(&mut self, reply: Reply) -> Vec<Effect> {
        match reply {
            Reply::Opened(saved_session) => {
                // only over the data can a session be opened: without it the state stays as it is
                self.wait(MAX_WAIT_FOR_DATA);
                self.open(*saved_session);
            }
            Reply::NotSaved(why) => {
                self.shell_mut().complain(format!("Not saved: {why}"));
                self.note_keeping(Keeping::Failing(why));
            }
            Reply::Saved => self.note_keeping(Keeping::Saved),
            Reply::Unsaved(why) => self.ask_about(&why),
            Reply::Leave(code) => self.shell_mut().ask(Effect::Abandon(code)),
            Reply::Proposed(path) => self.shell_mut().report = Some(ReportFile::Proposed(path)),
            Reply::Written(path) => self.shell_mut().report = Some(ReportFile::Written(path)),
            Reply::Said(text) => self.shell_mut().say(text),
            Reply::Trouble(text) => self.shell_mut().complain(text),
        }

        self.shell_mut().take_effects()
    }

    fn open(&mut self, saved_session: SavedSession) {
        let asks_length = saved_session.choose_length;
        let is_kept = matches!(saved_session.keeping, Keeping::Saved | Keeping::Failing(_));

        self.state = std::mem::take(&mut self.state).open(saved_session);
        self.follow(Transition::Walk);

        if asks_length && self.session().is_some_and(|session| !session.questionnaire().has_one_length()) {
            self.follow(Transition::Open(Route::Length));
        }
        // opened last, so that it lies on top: that nothing is kept is read before anything is chosen
        if !is_kept {
            self.follow(Transition::Open(Route::NotKept));
        }
    }

    /// Whether what the person says is saved.
    fn note_keeping(&mut self, keeping: Keeping) {
        if let State::Session(stack) = &mut self.state {
            stack.ctx.keeping = keeping;
        }
    }

    /// Asks what is to become of answers that leaving would lose.
    fn ask_about(&mut self, why: &str) {
        if self.leaving {
            self.shell_mut().complain(format!("Still not saved: {why}"));
        } else {
            self.follow(Transition::Open(Route::LeavingUnsaved(why.to_string())));
            // after the transition, which takes it back
            self.leaving = true;
        }
    }

    /// Waits for the data; true once it is there, or it is clear that it never will be.
    pub fn wait(&mut self, at_most: Duration) -> bool {
        loop {
            match self.wait_for_next(at_most) {
                Waited::ForSessions => {}
                Waited::InVain => return false,
                Waited::ForData(_) | Waited::Failed => return true,
            }
        }
    }

    /// Waits for the sessions of before, which the first screen offers and which mostly are read before it can be painted.
    pub fn wait_for_sessions(&mut self, at_most: Duration) {
        self.wait_for_next(at_most);
    }

    /// Takes what is read next, if it is read in this time; nothing is failed for once all is there.
    fn wait_for_next(&mut self, at_most: Duration) -> Waited {
        let State::Loading(stack) = &mut self.state else { return Waited::Failed };
        let waited = stack.ctx.wait(at_most);
        if let Waited::ForData(matcher) = &waited {
            self.state = std::mem::take(&mut self.state).load(Arc::clone(matcher));
        }
        waited
    }

    /// Whether a key leaves, which needs no data and waits for none.
    pub fn is_leaving(&self, key: Key) -> bool {
        let place = self.place();
        matches!(self.shell().keys.find_action(key, place), Some(Action::Quit | Action::Interrupt))
    }

    /// What is said where no shell could bring the program back.
    pub fn describe_no_shell(&self) -> String {
        let key = self.shell().keys.name_key(Action::Interrupt, self.place());
        format!("No shell here could bring careerfit back, so it goes on; {key} leaves.")
    }

    /// Does a slice of what is left to do after a frame; true when the screen changed, none when nothing is left.
    pub fn refine(&mut self) -> Option<bool> {
        match &mut self.state {
            State::Loading(stack) if stack.ctx.has_failed() => None,
            State::Loading(_) => Some(!matches!(self.wait_for_next(SLICE_OF_WORK), Waited::InVain)),
            ready => in_any_state!(ready, stack => stack.refine()).then_some(true),
        }
    }

    /// Does all that is left to do.
    pub fn run_to_idle(&mut self) {
        self.wait(MAX_WAIT_FOR_DATA);
        while self.refine().is_some() {}
    }

    fn press(&mut self, key: Key, held: bool) {
        if !self.is_leaving(key) {
            self.wait(MAX_WAIT_FOR_DATA);
        }

        let place = self.place();
        match (self.shell().keys.find_action(key, place), key.character()) {
            (Some(action), _) => {
                // what moves a slider or ticks a box may be held; what goes on to the next screen may not
                let goes_on = matches!(action, Action::Digit(_) | Action::Accept | Action::Skip);
                let counts = !held && self.painted;
                if !goes_on || !self.asks() || self.key_repeat.lets_pass(key, counts) {
                    self.act(action);
                }
            }
            (None, Some(typed)) if place.is_typing() => self.write(typed.encode_utf8(&mut [0; 4])),
            // that the key does nothing was said when it was pressed
            _ if held => {}
            _ => {
                let keys = in_any_state!(&self.state, stack => &stack.ctx.shell().keys);
                let says = self.dead_keys.explain(keys, key, place);
                self.shell_mut().say(says);
            }
        }
    }

    /// What the mouse asks for is done as if by keys, and only on a screen that was painted.
    fn point(&mut self, mouse: Mouse) {
        let command = if self.painted { self.shell().clicks.find_command(mouse) } else { None };
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
        self.shell_mut().message = None;
        let transition = in_any_state!(&mut self.state, stack => stack.write(text));
        self.follow(transition);
    }

    fn act(&mut self, action: Action) {
        if self.asks() && is_answer(action) && !self.painted {
            return;
        }

        match action {
            Action::Quit => self.shell_mut().ask(Effect::Quit(0)),
            Action::Interrupt if self.leaving => self.shell_mut().ask(Effect::Abandon(130)),
            Action::Interrupt => self.shell_mut().ask(Effect::Quit(130)),
            Action::Suspend => self.shell_mut().ask(Effect::Suspend),
            _ => {
                self.shell_mut().message = None;
                let transition = self.act_anywhere(action);
                self.follow(transition);
            }
        }
    }

    /// What an action does on every screen, or else what the screen in front does with it.
    fn act_anywhere(&mut self, action: Action) -> Transition {
        let place = self.place();
        match action {
            Action::Digit(digit) if !in_any_state!(&self.state, stack => stack.front().takes(digit, &stack.ctx)) => {
                let digits = in_any_state!(&self.state, stack => stack.front().digits(&stack.ctx));
                self.shell_mut().say(format!("Choose {digits}."));
                Transition::Stay
            }
            Action::Palette => Transition::Open(Route::Palette(place, self.list_offered(place))),
            Action::Help => Transition::Open(Route::Help(place)),
            Action::Distinctions => Transition::Open(Route::Distinctions),
            Action::Start => Transition::Open(Route::StartNow),
            Action::Export => Transition::Open(Route::Export),
            Action::Review => Transition::Open(Route::Review),
            _ => in_any_state!(&mut self.state, stack => stack.act(action)),
        }
    }

    /// What can be asked for on the screen in front now.
    fn list_offered(&self, place: KeyScope) -> Vec<Action> {
        let offers = |action: &Action| in_any_state!(&self.state, stack => stack.front().offers(*action, &stack.ctx));
        self.shell().keys.list_bindings(place).map(|(binding, _)| binding.action).filter(offers).collect()
    }

    fn follow(&mut self, transition: Transition) {
        // whoever goes on to something else is asked anew before leaving
        self.leaving &= matches!(transition, Transition::Stay);
        let action = if let Transition::Perform(action) = transition { Some(action) } else { None };

        let moved = in_any_state!(&mut self.state, stack => stack.follow(transition));
        self.painted &= !moved;

        if let Some(action) = action {
            let next = self.act_anywhere(action);
            self.follow(next);
        }
    }
}
