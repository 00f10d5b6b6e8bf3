//! Several among a few: what work should bring, and what somebody who wants out wants to leave.

use super::walk::step;
use crate::interview::{Change, Interview};
use crate::model::{MAX_GOALS, Questionnaire, SessionRecord};
use crate::tui::context::OpenSession;
use crate::tui::keys::{Action, KeyScope};
use crate::tui::screen::{Screen, Transition};
use crate::tui::theme::Role;
use crate::tui::widgets::choices::{Offered, draw_choices, name_digits_of, toggle};
use crate::tui::widgets::column::Column;
use crate::tui::widgets::list::Cursor;
use crate::tui::widgets::side_panel::{self, Beside};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// What is chosen from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MultiSelectKind {
    /// What work should bring.
    Goals,
    /// What to leave.
    Leave,
}

impl MultiSelectKind {
    fn asks(self, ctx: &OpenSession) -> String {
        match self {
            Self::Goals => ctx.questionnaire().words.goals_ask.clone(),
            Self::Leave => ctx.questionnaire().words.leave_ask.clone(),
        }
    }

    /// Most that can be chosen.
    const fn most(self) -> usize {
        match self {
            Self::Goals => MAX_GOALS,
            Self::Leave => usize::MAX,
        }
    }

    /// Ids and words of what can be chosen.
    fn list_offered(self, questionnaire: &Questionnaire) -> Vec<(&str, &str)> {
        match self {
            Self::Goals => questionnaire.goals.iter().map(|goal| (goal.id.as_str(), goal.text.as_str())).collect(),
            Self::Leave => questionnaire.leave.iter().map(|leave| (leave.id.as_str(), leave.label.as_str())).collect(),
        }
    }

    fn find_chosen(self, record: &SessionRecord) -> &Vec<String> {
        match self {
            Self::Goals => &record.goals,
            Self::Leave => &record.leave,
        }
    }

    fn build_change(self, ids: Vec<String>) -> Change {
        match self {
            Self::Goals => Change::Goals(ids),
            Self::Leave => Change::Leave(ids),
        }
    }
}

/// The list to choose from.
#[derive(Debug)]
pub struct Several {
    of: MultiSelectKind,
    count: usize,
    cursor: Cursor,
}

impl Several {
    /// The statements of the questionnaire.
    pub fn new(of: MultiSelectKind, interview: &Interview) -> Self {
        let count = of.list_offered(&interview.matcher().dataset.questionnaire).len();
        Self { of, count, cursor: Cursor::default() }
    }

    fn toggle(&mut self, row: usize, ctx: &mut OpenSession) -> Transition {
        let of = self.of;
        let Some(id) = of.list_offered(ctx.questionnaire()).get(row).map(|(id, _)| (*id).to_string()) else {
            return Transition::Stay;
        };

        self.cursor.row = row;
        let chosen = of.find_chosen(ctx.record());
        if chosen.len() >= of.most() && !chosen.contains(&id) {
            ctx.say("Three at most: take one away first.");
            return Transition::Stay;
        }

        let is_more = !chosen.contains(&id);
        let chosen = toggle(chosen, id);
        let is_last = is_more && chosen.len() == of.most();
        ctx.apply(of.build_change(chosen));

        // with the last one that is allowed nothing is left to choose
        if is_last { Self::go_on(ctx) } else { Transition::Stay }
    }

    fn go_on(ctx: &mut OpenSession) -> Transition {
        ctx.converse(Interview::next);
        Transition::Walk
    }
}

impl Screen<OpenSession> for Several {
    fn place(&self) -> KeyScope {
        KeyScope::Goals
    }

    fn title(&self, ctx: &OpenSession) -> String {
        ctx.questionnaire().words.situation.clone()
    }

    fn aside(&self, ctx: &OpenSession) -> String {
        let chosen = self.of.find_chosen(ctx.record()).len();
        format!("{chosen} of {} chosen", self.of.most().min(self.count))
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, ctx: &OpenSession) {
        let beside = Beside { place: "situation", turn: 0, at: self.place() };
        let free = side_panel::draw(buffer, area, &beside, self.count + 2, ctx);

        let chosen = self.of.find_chosen(ctx.record());
        let offered: Vec<Offered<'_>> = self
            .of
            .list_offered(ctx.questionnaire())
            .into_iter()
            .zip(1..)
            .map(|((id, label), number): (_, u8)| Offered {
                digit: (number <= 10).then_some(number % 10),
                label,
                taken: chosen.iter().any(|known| known == id),
            })
            .collect();

        let mut column = Column::new(buffer, free);
        column.text(&self.of.asks(ctx), ctx.theme.style(Role::Strong)).gap(1);
        let (rest, buffer) = column.take(u16::MAX);
        draw_choices(buffer, rest, &offered, self.cursor, ctx);
    }

    fn act(&mut self, action: Action, ctx: &mut OpenSession) -> Transition {
        if self.cursor.move_by(action, self.count) {
            return Transition::Stay;
        }

        match action {
            Action::Toggle => self.toggle(self.cursor.row, ctx),
            Action::Digit(digit) => self.toggle((usize::from(digit) + 9) % 10, ctx),
            Action::Accept => Self::go_on(ctx),
            other => step(other, ctx),
        }
    }

    fn hint(&self, action: Action) -> Option<&'static str> {
        match action {
            Action::Accept => Some("go on"),
            Action::Digit(_) => Some("mark"),
            Action::Toggle => Some(""),
            _ => None,
        }
    }

    fn digits(&self, _ctx: &OpenSession) -> &'static str {
        name_digits_of(self.count)
    }

    fn asks(&self) -> bool {
        true
    }
}
