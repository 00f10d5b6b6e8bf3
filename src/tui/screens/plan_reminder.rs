//! A first step that a person planned: was it done, did it give energy or cost it, and would they do it again?

use crate::interview::Change;
use crate::model::{CareerId, Day, LookBack};
use crate::report::telling::{self, LookBackQuestion, Urgency};
use crate::text::show_controls;
use crate::tui::context::{Context, OpenSession, Ready, Shell};
use crate::tui::effect::Effect;
use crate::tui::keys::{Action, KeyScope};
use crate::tui::screen::{Screen, Transition};
use crate::tui::theme::Role;
use crate::tui::widgets::choices::{Offered, draw_choices, name_digits_of};
use crate::tui::widgets::column::Column;
use crate::tui::widgets::list::Cursor;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::fmt::Debug;

/// What is asked, one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asks {
    Done,
    LookBack(LookBackQuestion),
}

impl Asks {
    const fn choices(self) -> &'static [&'static str] {
        match self {
            Self::Done => &["Yes, done", "Not yet"],
            Self::LookBack(question) => question.choices(),
        }
    }
}

/// Where a step is kept.
pub trait Keeps<C> {
    /// Keeps whether it was done, and the look back so far.
    fn keep(&self, done: bool, look_back: LookBack, ctx: &mut C);
}

/// The step of a session of before, which may be open or not.
#[derive(Debug)]
pub struct Saved {
    session: String,
    career: String,
}

/// The step planned for a career in the open session.
#[derive(Debug)]
pub struct Planned(CareerId);

impl<C: Ready> Keeps<C> for Saved {
    fn keep(&self, done: bool, look_back: LookBack, ctx: &mut C) {
        // only steps that are not done are asked about, so that a no changes nothing
        if done {
            let (session, career) = (self.session.clone(), self.career.clone());
            let shell = ctx.data_mut();
            // the first screen asks by what is in memory, and the effect changes the file
            shell.sessions.mark_done(&session, &career, look_back);
            shell.ask(Effect::Done { session, career, look_back });
        }
    }
}

impl Keeps<OpenSession> for Planned {
    fn keep(&self, done: bool, look_back: LookBack, ctx: &mut OpenSession) {
        ctx.apply(Change::LookBack { career: self.0, done, look_back });
    }
}

/// The questions about one step.
#[derive(Debug)]
pub struct Due<W> {
    whose: W,
    text: String,
    asks: Asks,
    look_back: LookBack,
    urgency: Urgency,
    cursor: Cursor,
}

impl Due<Saved> {
    /// The most urgent step of all saved sessions that is not done yet.
    pub fn find_first(shell: &Shell) -> Option<Self> {
        let today = Day::of(shell.now());
        let steps = shell.sessions.all().iter().flat_map(|session| {
            session.record.kept.iter().filter_map(move |kept| {
                let (urgency, text) = telling::describe_next_step(kept.plan.as_ref()?, today)?;
                Some((urgency, text, session, kept))
            })
        });

        let (urgency, text, session, kept) = steps.min_by_key(|(urgency, ..)| *urgency)?;
        let whose = Saved { session: session.name.clone(), career: kept.career.clone() };
        let look_back = kept.plan.as_ref().map(|plan| plan.look_back).unwrap_or_default();
        Some(Self::new(whose, text, urgency, look_back))
    }
}

impl Due<Planned> {
    /// The look back on the step planned for a career in the open session.
    pub fn find_in_session(career: CareerId, ctx: &OpenSession) -> Option<Self> {
        let plan = ctx.bookmark(career)?.plan.as_ref()?;
        let text = telling::ask_done(&plan.step, None);
        Some(Self::new(Planned(career), show_controls(&text).into_owned(), Urgency::Undated, plan.look_back))
    }
}

impl<W> Due<W> {
    /// Asks from the beginning; what was answered before stays until it is answered anew.
    fn new(whose: W, text: String, urgency: Urgency, look_back: LookBack) -> Self {
        Self { whose, text, asks: Asks::Done, look_back, urgency, cursor: Cursor::default() }
    }

    /// Whether its day has come.
    pub fn is_due(&self) -> bool {
        matches!(self.urgency, Urgency::Due(_))
    }

    /// The question.
    pub fn text(&self) -> &str {
        match self.asks {
            Asks::Done => &self.text,
            Asks::LookBack(question) => question.text(),
        }
    }

    fn ask(&mut self, asks: Asks) -> Transition {
        (self.asks, self.cursor) = (asks, Cursor::default());
        Transition::Stay
    }

    fn take<C: Context>(&mut self, row: usize, ctx: &mut C) -> Transition
    where
        W: Keeps<C>,
    {
        match self.asks {
            Asks::Done if row == 0 => {
                // at once, since who leaves before the next question has done it all the same
                self.whose.keep(true, self.look_back, ctx);
                self.ask(Asks::LookBack(LookBackQuestion::Energy))
            }
            Asks::Done => {
                self.whose.keep(false, self.look_back, ctx);
                ctx.shell_mut().say("It stays in your plan.");
                Transition::Close
            }
            Asks::LookBack(question) => {
                question.take(row, &mut self.look_back);
                if let Some(next) = question.next() {
                    return self.ask(Asks::LookBack(next));
                }

                self.whose.keep(true, self.look_back, ctx);
                ctx.shell_mut().say(telling::describe_after_look_back(self.look_back));
                Transition::Close
            }
        }
    }
}

impl<C: Context, W: Keeps<C>> Screen<C> for Due<W> {
    fn place(&self) -> KeyScope {
        KeyScope::Choose
    }

    fn title(&self, _ctx: &C) -> String {
        "Your plan".to_string()
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, ctx: &C) {
        let mut column = Column::new(buffer, area);
        column.text(self.text(), ctx.shell().theme.style(Role::Strong)).gap(1);

        let labels = self.asks.choices();
        let offered: Vec<Offered<'_>> =
            labels.iter().zip(1..).map(|(label, digit)| Offered::new(digit, label, false)).collect();
        let (rest, buffer) = column.take(u16::MAX);
        draw_choices(buffer, rest, &offered, self.cursor, ctx.shell());
    }

    fn act(&mut self, action: Action, ctx: &mut C) -> Transition {
        let count = self.asks.choices().len();
        if self.cursor.move_by(action, count) {
            return Transition::Stay;
        }

        match action {
            Action::Accept => self.take(self.cursor.row, ctx),
            Action::Digit(digit) if (1..=count).contains(&usize::from(digit)) => self.take(usize::from(digit) - 1, ctx),
            Action::Skip | Action::Back | Action::Close => Transition::Close,
            _ => Transition::Stay,
        }
    }

    fn digits(&self, _ctx: &C) -> &'static str {
        name_digits_of(self.asks.choices().len())
    }

    fn asks(&self) -> bool {
        true
    }
}
