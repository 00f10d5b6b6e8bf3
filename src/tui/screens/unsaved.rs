//! What is not kept: asked when a session opens that cannot be saved, and before leaving loses answers.

use super::menu;
use crate::tui::context::{Context, Shell};
use crate::tui::effect::Effect;
use crate::tui::keys::{Action, KeyScope};
use crate::tui::saved_session::Keeping;
use crate::tui::screen::{Screen, Transition};
use crate::tui::theme::Role;
use crate::tui::widgets::choices::name_digits_of;
use crate::tui::widgets::list::Cursor;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Exit code where answers were left behind.
const LEFT_BEHIND: u8 = 2;

/// One thing that can be done about it.
#[derive(Clone, Copy, Debug)]
enum Choice {
    Look,
    GoOn,
    Claim,
    Begin,
    TryAgain,
    Elsewhere,
    Leave,
}

impl Choice {
    const fn label(self) -> &'static str {
        match self {
            Self::Look => "Only look at it: nothing you press changes anything",
            Self::GoOn => "Go on without saving: you can write a report at the end",
            Self::Claim => "Try again, once it is closed there",
            Self::Begin => "Begin a new questionnaire of your own",
            Self::TryAgain => "Try again to save them",
            Self::Elsewhere => "Save them to a file elsewhere, and leave",
            Self::Leave => "Leave without them",
        }
    }
}

/// What is wrong and what can be done.
#[derive(Debug)]
pub struct Unkept {
    title: &'static str,
    why: String,
    choices: &'static [Choice],
    cursor: Cursor,
}

impl Unkept {
    /// For a session that was just opened.
    pub fn after_opening(keeping: &Keeping) -> Self {
        let (title, why, choices): (_, _, &'static [Choice]) = match keeping {
            Keeping::ReadOnly(why) => ("Read only", why, &[Choice::Look, Choice::Claim, Choice::Begin]),
            Keeping::Failing(why) | Keeping::Nowhere(why) => {
                ("Nothing can be saved", why, &[Choice::GoOn, Choice::Claim])
            }
            // nobody is asked about a session that is saved
            Keeping::Saved => ("Saved", &String::new(), &[Choice::GoOn]),
        };

        Self { title, why: to_sentence(why), choices, cursor: Cursor::default() }
    }

    /// Before leaving.
    pub fn before_leaving(why: &str) -> Self {
        let choices = &[Choice::TryAgain, Choice::Elsewhere, Choice::Leave];
        Self { title: "Leave?", why: to_sentence(why), choices, cursor: Cursor::default() }
    }

    fn take(&self, row: usize, shell: &mut Shell) -> Transition {
        let Some(choice) = self.choices.get(row) else { return Transition::Stay };

        shell.ask(match choice {
            Choice::Look | Choice::GoOn => return Transition::Close,
            Choice::Claim => Effect::Claim,
            Choice::Begin => Effect::Begin,
            // leaving saves first, and asks again where that fails
            Choice::TryAgain => Effect::Quit(0),
            Choice::Elsewhere => Effect::SaveElsewhere,
            Choice::Leave => Effect::Abandon(LEFT_BEHIND),
        });

        Transition::Stay
    }
}

/// The reason as a sentence of its own.
fn to_sentence(why: &str) -> String {
    format!("{}.", why.trim_end_matches('.'))
}

impl<C: Context> Screen<C> for Unkept {
    fn place(&self) -> KeyScope {
        KeyScope::Menu
    }

    fn title(&self, _ctx: &C) -> String {
        self.title.to_string()
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, ctx: &C) {
        let labels: Vec<String> = self.choices.iter().map(|choice| choice.label().to_string()).collect();
        menu::draw(buffer, area, &[(&self.why, Role::Text)], &labels, self.cursor, ctx.shell());
    }

    fn act(&mut self, action: Action, ctx: &mut C) -> Transition {
        if self.cursor.move_by(action, self.choices.len()) {
            return Transition::Stay;
        }

        match menu::find_chosen(action, self.cursor) {
            Some(row) => self.take(row, ctx.shell_mut()),
            None if matches!(action, Action::Close | Action::Back) => Transition::Close,
            None => Transition::Stay,
        }
    }

    fn digits(&self, _ctx: &C) -> &'static str {
        name_digits_of(self.choices.len())
    }

    fn asks(&self) -> bool {
        true
    }
}
