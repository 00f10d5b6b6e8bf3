//! A career in one sentence: is it for me? A digit answers, and the list moves at once.

use super::walk::answer;
use crate::interview::Interview;
use crate::model::{CareerId, Reaction};
use crate::report::telling;
use crate::tui::context::OpenSession;
use crate::tui::keys::{Action, KeyScope};
use crate::tui::screen::{Screen, Transition};
use crate::tui::theme::Role;
use crate::tui::widgets::choices::{Offered, draw_choices, name_digits_of};
use crate::tui::widgets::column::Column;
use crate::tui::widgets::list::Cursor;
use crate::tui::widgets::side_panel::{self, Beside};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The card on screen.
#[derive(Debug)]
pub struct Card {
    career: CareerId,
    before: Option<u8>,
    cursor: Cursor,
}

impl Card {
    /// The card of a career, the cursor on what was said to it before.
    pub fn new(career: CareerId, interview: &Interview) -> Self {
        let id = &interview.matcher().dataset.catalogue.get(career).id;
        let before = interview.record().reaction(id).and_then(Reaction::value);
        let row = before.map_or(1, |value| usize::from(value) - 1);
        Self { career, before, cursor: Cursor { row } }
    }
}

/// What stands beside the title: the number of the card or condition and what is left in all.
pub(super) fn describe_place(seen: usize, again: bool, quota: usize, interview: &Interview) -> String {
    let number = seen + usize::from(!again);
    let words = &interview.matcher().dataset.questionnaire.words;
    let (place, left) = (words.format_place(number, quota.max(number)), interview.count_left());
    if left == 0 {
        place
    } else {
        format!("{place} · {}", words.format_time_left(left, interview.estimate_minutes_left()))
    }
}

/// What the last reaction or condition did to the first ten, or the limit that it asks for instead.
pub(super) fn describe_change(ctx: &OpenSession, place: KeyScope) -> String {
    let change = || ctx.interview().list_change().map(|change| telling::describe_list_change(ctx.catalogue(), change));
    offer_limit(ctx, place).or_else(change).unwrap_or_default()
}

/// After a card that was not for the person because of its pay, training or place: the key of the limit on it.
pub(super) fn offer_limit(ctx: &OpenSession, place: KeyScope) -> Option<String> {
    let key = ctx.keys.find_key(Action::Limits, place)?;
    telling::describe_limit_offer(&ctx.interview().offer_limit()?, &key.to_string())
}

impl Screen<OpenSession> for Card {
    fn place(&self) -> KeyScope {
        KeyScope::Pair
    }

    fn title(&self, _ctx: &OpenSession) -> String {
        telling::CARD_TITLE.to_string()
    }

    fn aside(&self, ctx: &OpenSession) -> String {
        let interview = ctx.interview();
        describe_place(interview.cards_seen(), self.before.is_some(), interview.card_quota(), interview)
    }

    fn note(&self, ctx: &OpenSession) -> String {
        describe_change(ctx, self.place())
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, ctx: &OpenSession) {
        let beside = Beside { place: "enjoy", turn: 0, at: self.place() };
        let free = side_panel::draw(buffer, area, &beside, Reaction::CHOICES.len() + 7, ctx);

        let mut column = Column::new(buffer, free);
        column.text(telling::CARD_PROMPT, ctx.theme.style(Role::Dim)).gap(1);
        column.text(&telling::describe_card(ctx.catalogue(), self.career), ctx.theme.style(Role::Strong)).gap(1);

        let rows = Reaction::CHOICES.into_iter().zip(1..);
        let offered: Vec<Offered<'_>> = rows
            .map(|(said, value)| Offered::new(value, telling::describe_reaction(said), self.before == Some(value)))
            .collect();
        let (rest, buffer) = column.take(u16::MAX);
        draw_choices(buffer, rest, &offered, self.cursor, ctx);
    }

    fn act(&mut self, action: Action, ctx: &mut OpenSession) -> Transition {
        answer(action, &mut self.cursor, Reaction::CHOICES.len(), ctx)
    }

    fn digits(&self, _ctx: &OpenSession) -> &'static str {
        name_digits_of(Reaction::CHOICES.len())
    }

    fn asks(&self) -> bool {
        true
    }
}
