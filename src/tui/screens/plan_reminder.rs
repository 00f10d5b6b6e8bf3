//! A first step that a person planned: was it done, did it give energy or cost it, and would they do it again?

use super::career_actions;
use super::results::detail::kept;
use crate::model::{CareerId, Day, LookBack, visible};
use crate::report::telling::{self, Urgency};
use crate::tui::context::AppContext;
use crate::tui::effect::Effect;
use crate::tui::keys::{Action, KeyScope};
use crate::tui::screen::{Screen, Transition};
use crate::tui::theme::Role;
use crate::tui::widgets::choices::{Offered, digits_of, show};
use crate::tui::widgets::column::Column;
use crate::tui::widgets::list::Cursor;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// What is asked, one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asks {
    Done,
    Energy,
    Again,
}

impl Asks {
    const fn choices(self) -> &'static [&'static str] {
        match self {
            Self::Done => &["Yes, done", "Not yet"],
            Self::Energy => &["It gave me energy", "It cost me energy", "Neither, or hard to say"],
            Self::Again => &["Yes", "No", "I do not know yet"],
        }
    }
}

/// Whose step it is.
#[derive(Debug)]
enum Whose {
    /// Of a session that is not open.
    Saved { session: String, career: String },
    /// Of the open session.
    Open(CareerId),
}

/// The questions about one step.
#[derive(Debug)]
pub struct Due {
    whose: Whose,
    text: String,
    asks: Asks,
    look_back: LookBack,
    urgency: Urgency,
    cursor: Cursor,
}

impl Due {
    /// The most urgent step of all saved sessions that is not done yet.
    pub fn first(ctx: &AppContext) -> Option<Self> {
        let today = Day::of(ctx.now());
        let steps = ctx.loaded()?.sessions.iter().flat_map(|session| {
            session.record.kept.iter().filter_map(move |kept| {
                let (urgency, text) = telling::next_step(kept.plan.as_ref()?, today)?;
                Some((urgency, text, session, kept))
            })
        });
        let (urgency, text, session, kept) = steps.min_by_key(|(urgency, ..)| *urgency)?;
        let whose = Whose::Saved { session: session.name.clone(), career: kept.career.clone() };
        Some(Self::asking(whose, text, urgency))
    }

    /// The look back on the step planned for a career in the open session.
    pub fn of_open(career: CareerId, ctx: &AppContext) -> Option<Self> {
        let kept = kept(ctx, &career_actions::id_of(career, ctx)?)?;
        let text = format!("You meant to \"{}\". Done?", kept.plan.as_ref()?.step.trim_end_matches('.'));
        Some(Self::asking(Whose::Open(career), visible(&text).into_owned(), Urgency::Undated))
    }

    fn asking(whose: Whose, text: String, urgency: Urgency) -> Self {
        Self { whose, text, asks: Asks::Done, look_back: LookBack::default(), urgency, cursor: Cursor::default() }
    }

    /// Whether its day has come.
    pub fn is_due(&self) -> bool {
        matches!(self.urgency, Urgency::Due(_))
    }

    /// The question.
    pub fn text(&self) -> &str {
        match self.asks {
            Asks::Done => &self.text,
            Asks::Energy => "Well done. How was it?",
            Asks::Again => "Would you do it again?",
        }
    }

    fn ask(&mut self, asks: Asks) -> Transition {
        (self.asks, self.cursor) = (asks, Cursor::default());
        Transition::Stay
    }

    fn take(&mut self, row: usize, ctx: &mut AppContext) -> Transition {
        let said = [Some(true), Some(false)].get(row).copied().flatten();
        match self.asks {
            Asks::Done if row == 0 => {
                self.keep(true, ctx);
                self.ask(Asks::Energy)
            }
            Asks::Done => {
                self.keep(false, ctx);
                ctx.say("It stays in your plan.");
                Transition::Close
            }
            Asks::Energy => {
                self.look_back.gave_energy = said;
                self.ask(Asks::Again)
            }
            Asks::Again => {
                self.look_back.again = said;
                self.keep(true, ctx);
                ctx.say(self.in_short());
                Transition::Close
            }
        }
    }

    /// What is said at the end.
    fn in_short(&self) -> &'static str {
        match (self.look_back.gave_energy, self.look_back.again) {
            (Some(false), _) | (_, Some(false)) => "Good to know so early: that is what a first step is for.",
            (_, Some(true)) => "That says more than any list. The next step is yours to choose.",
            _ => "Well done. The next step is yours to choose.",
        }
    }

    /// Keeps whether the step was done, and the look back so far.
    fn keep(&self, done: bool, ctx: &mut AppContext) {
        let look_back = self.look_back;
        match &self.whose {
            Whose::Open(career) => career_actions::change(*career, ctx, |kept| {
                kept.plan.iter_mut().for_each(|plan| (plan.done, plan.look_back) = (done, look_back));
            }),
            Whose::Saved { session, career } if done => {
                ctx.ask(Effect::Done { session: session.clone(), career: career.clone(), look_back });
                ctx.mark_done(session, career, look_back);
            }
            Whose::Saved { .. } => {}
        }
    }
}

impl Screen for Due {
    fn place(&self) -> KeyScope {
        KeyScope::Choose
    }

    fn title(&self, _ctx: &AppContext) -> String {
        "Your plan".to_string()
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, ctx: &AppContext) {
        let mut column = Column::new(buffer, area);
        column.text(self.text(), ctx.theme.style(Role::Strong)).gap(1);
        let labels = self.asks.choices();
        let offered: Vec<Offered<'_>> =
            labels.iter().zip(1..).map(|(label, digit)| Offered { digit: Some(digit), label, taken: false }).collect();
        let (rest, buffer) = column.take(u16::MAX);
        show(buffer, rest, &offered, self.cursor, ctx);
    }

    fn act(&mut self, action: Action, ctx: &mut AppContext) -> Transition {
        let count = self.asks.choices().len();
        if self.cursor.moved(action, count) {
            return Transition::Stay;
        }
        match action {
            Action::Accept => self.take(self.cursor.row, ctx),
            Action::Digit(digit) if (1..=count).contains(&usize::from(digit)) => self.take(usize::from(digit) - 1, ctx),
            Action::Skip | Action::Back | Action::Close => Transition::Close,
            _ => Transition::Stay,
        }
    }

    fn digits(&self, _ctx: &AppContext) -> &'static str {
        digits_of(self.asks.choices().len())
    }

    fn asks(&self) -> bool {
        true
    }
}
