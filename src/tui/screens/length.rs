//! How much of the questionnaire somebody who begins wants to take.

use super::menu;
use crate::interview::{Interview, Step};
use crate::model::Length as Quota;
use crate::report::pluralise;
use crate::tui::context::OpenSession;
use crate::tui::keys::{Action, KeyScope};
use crate::tui::screen::{Screen, Transition};
use crate::tui::theme::Role;
use crate::tui::widgets::cells;
use crate::tui::widgets::choices::{Offered, draw_choices, name_digits_of};
use crate::tui::widgets::column::Column;
use crate::tui::widgets::list::Cursor;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Questions from which on a questionnaire can ask enough for what is said of each length.
const ENOUGH: usize = 60;

/// The row of the standard length.
const STANDARD: usize = 1;

/// The three lengths with what each asks, the cursor on the standard one where it asks anything.
#[derive(Debug)]
pub struct Length {
    labels: Vec<String>,
    cursor: Cursor,
}

impl Length {
    /// What each length would still ask of this person: the very figures that the questions count down from.
    pub fn new(ctx: &OpenSession) -> Self {
        let is_enough = ctx.questionnaire().questions.len() >= ENOUGH;
        let label = |(length, (name, says)): (&Quota, (&str, &str))| {
            let (questions, minutes) = ctx.interview().plan_length(*length);
            if questions == 0 {
                return format!("{name}: no questions left");
            }
            let says = if is_enough { format!(", {says}") } else { String::new() };
            format!("{name}: {}, {minutes} min{says}", pluralise(questions, "question"))
        };
        let words =
            [("Quick", "a first look"), ("Standard", "a solid result"), ("Full", "as sure as can be")].into_iter();
        let labels = Quota::ALL.iter().zip(words).map(label).collect();

        let asks = |row: &usize| ctx.interview().plan_length(Quota::ALL[*row]).0 > 0;
        let row = (STANDARD..Quota::ALL.len()).find(asks).unwrap_or(STANDARD);
        Self { labels, cursor: Cursor { row } }
    }

    fn take(row: usize, ctx: &mut OpenSession) -> Transition {
        let Some(length) = Quota::ALL.get(row) else { return Transition::Stay };
        // from the results it would lead straight back to them
        if ctx.interview().step() == Step::Results && ctx.interview().plan_length(*length).0 == 0 {
            ctx.say("That length has no questions left.");
            return Transition::Stay;
        }

        ctx.converse(|interview: &mut Interview| {
            interview.set_length(*length);
            // chosen from the results it leads back to the questions; on the way the step on screen stays
            if interview.step() == Step::Results {
                interview.resume();
            }
        });

        Transition::Walk
    }
}

impl Screen<OpenSession> for Length {
    fn place(&self) -> KeyScope {
        KeyScope::Choose
    }

    fn title(&self, _ctx: &OpenSession) -> String {
        "How long".to_string()
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, ctx: &OpenSession) {
        let offered: Vec<Offered<'_>> =
            self.labels.iter().zip(1..).map(|(label, digit)| Offered::new(digit, label, false)).collect();

        let mut column = Column::new(buffer, menu::place_menu(area, offered.len() + 6));
        column.text("How much time do you have?", ctx.theme.style(Role::Strong)).gap(1);
        let (rest, buffer) = column.take(cells::count_cells(offered.len() + 1));
        draw_choices(buffer, rest, &offered, self.cursor, ctx);

        let before = "A few short ones on where you are come first, never scored. ";
        let before = if ctx.questionnaire().situation.is_empty() { "" } else { before };
        let says = format!("{before}You can stop at any time and go on later, and change the length on the way.");
        column.text(&says, ctx.theme.style(Role::Dim));
    }

    fn act(&mut self, action: Action, ctx: &mut OpenSession) -> Transition {
        if self.cursor.move_by(action, Quota::ALL.len()) {
            return Transition::Stay;
        }

        match action {
            Action::Digit(digit) => Self::take(usize::from(digit).wrapping_sub(1), ctx),
            Action::Accept => Self::take(self.cursor.row, ctx),
            Action::Skip => Self::take(STANDARD, ctx),
            Action::Back | Action::Close if ctx.record().has_answers() => Transition::Close,
            // without answers the step below would lead back here
            Action::Back | Action::Close => Transition::Home,
            _ => Transition::Stay,
        }
    }

    fn digits(&self, _ctx: &OpenSession) -> &'static str {
        name_digits_of(self.labels.len())
    }

    fn asks(&self) -> bool {
        true
    }
}
