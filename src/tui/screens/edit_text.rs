//! A line of the person's own: a note, or an entry of a plan.

use crate::interview::Change;
use crate::model::{CareerId, Day, PlanEntry};
use crate::report::telling;
use crate::tui::context::OpenSession;
use crate::tui::keys::{Action, KeyScope};
use crate::tui::route::Target;
use crate::tui::screen::{Screen, Transition};
use crate::tui::theme::Role;
use crate::tui::widgets::column::Column;
use crate::tui::widgets::field::Field;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::borrow::Cow;

/// What the key does that takes what the catalogue offers.
pub const TAKE_OFFER: &str = "take what is offered";

/// The entry that takes a day alone.
const DAY: Target = Target::Entry(PlanEntry::By);

/// The line that is written.
#[derive(Debug)]
pub struct Write {
    career: CareerId,
    target: Target,
    field: Field,
    /// What is taken where nothing is written and nothing was before.
    offered: Option<String>,
}

impl Write {
    /// The line as it was.
    pub fn new(career: CareerId, target: Target, ctx: &OpenSession) -> Self {
        let mut field = Field::default();
        if let Some(kept) = ctx.bookmark(career) {
            field.write(&match target {
                Target::Note => Cow::from(&kept.note),
                Target::Entry(entry) => kept.plan.as_ref().map(|plan| plan.get(entry)).unwrap_or_default(),
            });
        }
        let offered = match target {
            Target::Entry(entry) if field.text.is_empty() => find_offer(career, entry, ctx),
            _ => None,
        };
        Self { career, target, field, offered }
    }

    /// What is offered, as long as nothing is written.
    fn find_offered(&self) -> Option<&String> {
        self.offered.as_ref().filter(|_| self.field.text.trim().is_empty())
    }

    fn take(&self, ctx: &mut OpenSession) -> Transition {
        let text = self.find_offered().map_or(self.field.text.trim(), String::as_str).to_string();
        // a day that cannot be read would never come due
        if self.target == DAY && !text.is_empty() && text.parse::<Day>().is_err() {
            ctx.complain(telling::refuse_day(&text));
            return Transition::Stay;
        }

        ctx.apply(match self.target {
            Target::Note => Change::Note(self.career, text),
            Target::Entry(entry) => Change::Plan(self.career, entry, text),
        });
        Transition::Close
    }
}

impl Screen<OpenSession> for Write {
    fn place(&self) -> KeyScope {
        KeyScope::Write
    }

    fn title(&self, ctx: &OpenSession) -> String {
        ctx.catalogue().get(self.career).title.clone()
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, ctx: &OpenSession) {
        let mut column = Column::new(buffer, area);
        column.text(self.target.words(), ctx.theme.style(Role::Strong)).gap(1);

        let (line, buffer) = column.take(1);
        let empty = if self.target == DAY { telling::DAY_FORM } else { "in your own words" };
        self.field.draw(buffer, line, empty, ctx);

        column.gap(1);
        if let Target::Entry(entry) = self.target
            && let Some(offer) = find_offer(self.career, entry, ctx)
        {
            column.text(&offer, ctx.theme.style(Role::Dim));
        }
    }

    fn act(&mut self, action: Action, ctx: &mut OpenSession) -> Transition {
        match action {
            Action::Accept => self.take(ctx),
            Action::Close => Transition::Close,
            other => {
                self.field.act(other);
                Transition::Stay
            }
        }
    }

    fn write(&mut self, text: &str, _ctx: &mut OpenSession) -> Transition {
        self.field.write(text);
        Transition::Stay
    }

    fn hint(&self, action: Action) -> Option<&'static str> {
        match action {
            Action::Accept if self.find_offered().is_some() => Some(TAKE_OFFER),
            Action::Accept => Some("keep it"),
            Action::Close => Some("leave it as it was"),
            _ => None,
        }
    }
}

/// What the catalogue offers for an entry of a plan.
pub fn find_offer(career: CareerId, entry: PlanEntry, ctx: &OpenSession) -> Option<String> {
    let words = ctx.catalogue().words(career);
    let says = match entry {
        PlanEntry::Ask => words.path.ask.clone(),
        PlanEntry::Step => words.path.try_it.clone(),
        _ => return None,
    };
    (!says.is_empty()).then_some(says)
}
