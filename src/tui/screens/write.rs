//! A line of the person's own: a note, or an entry of a plan.

use super::results::detail::kept;
use super::with_career;
use crate::model::{CareerId, Day, Plan};
use crate::tui::desk::Desk;
use crate::tui::keys::{Action, Place};
use crate::tui::screen::{Go, Screen};
use crate::tui::theme::Role;
use crate::tui::widgets::column::Column;
use crate::tui::widgets::field::Field;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The note on a kept career.
    Note,
    /// Why it draws me.
    Why,
    /// What I doubt.
    Doubt,
    /// Whom I will ask.
    Ask,
    /// My first step.
    Step,
    /// By which day.
    By,
}

impl Target {
    /// The entries of a plan in the order they stand.
    pub const PLAN: [Self; 5] = [Self::Why, Self::Doubt, Self::Ask, Self::Step, Self::By];

    /// What stands over it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Note => "My note",
            Self::Why => "Why it draws me",
            Self::Doubt => "What I doubt",
            Self::Ask => "Whom I will ask, and what",
            Self::Step => "My first step",
            Self::By => "By which day",
        }
    }

    /// The entry of a plan; none for the note.
    pub fn of(self, plan: &mut Plan) -> Option<&mut String> {
        match self {
            Self::Note => None,
            Self::Why => Some(&mut plan.why),
            Self::Doubt => Some(&mut plan.doubt),
            Self::Ask => Some(&mut plan.ask),
            Self::Step => Some(&mut plan.step),
            Self::By => Some(&mut plan.by),
        }
    }
}

/// The line that is written.
#[derive(Debug)]
pub struct Write {
    career: CareerId,
    target: Target,
    field: Field,
}

impl Write {
    /// The line as it was.
    pub fn new(career: CareerId, target: Target, desk: &Desk) -> Self {
        let kept = with_career::id_of(career, desk).and_then(|id| kept(desk, &id)).cloned().unwrap_or_default();
        let mut plan = kept.plan.unwrap_or_default();
        let before = target.of(&mut plan).map_or(kept.note, |entry| entry.clone());
        let mut field = Field::default();
        field.write(&before);
        Self { career, target, field }
    }

    fn take(&self, desk: &mut Desk) -> Go {
        let text = self.field.text.trim().to_string();
        if self.target == Target::By && !text.is_empty() && text.parse::<Day>().is_err() {
            desk.complain(format!("\"{text}\" is no day. Write it as year-month-day, for example 2027-03-15."));
            return Go::Stay;
        }
        let target = self.target;
        with_career::change(self.career, desk, |kept| {
            let entry = kept.plan.as_mut().and_then(|plan| target.of(plan));
            match (target, entry) {
                (Target::Note, _) => kept.note = text,
                (_, Some(entry)) => *entry = text,
                (_, None) => {}
            }
        });
        Go::Close
    }
}

impl Screen for Write {
    fn place(&self) -> Place {
        Place::Write
    }

    fn title(&self, desk: &Desk) -> String {
        desk.matcher().map(|matcher| matcher.kit.catalogue.get(self.career).title.clone()).unwrap_or_default()
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, desk: &Desk) {
        let mut column = Column::new(buffer, area);
        column.text(self.target.words(), desk.theme.style(Role::Strong)).gap(1);
        let (line, buffer) = column.take(1);
        let empty =
            if self.target == Target::By { "year-month-day, for example 2027-03-15" } else { "in your own words" };
        self.field.draw(buffer, line, empty, desk);
        column.gap(1);
        if let Some(offer) = offer(self.career, self.target, desk) {
            column.text(&offer, desk.theme.style(Role::Dim));
        }
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Go {
        match action {
            Action::Accept => self.take(desk),
            Action::Close => Go::Close,
            other => {
                self.field.act(other);
                Go::Stay
            }
        }
    }

    fn write(&mut self, text: &str, _desk: &mut Desk) -> Go {
        self.field.write(text);
        Go::Stay
    }

    fn hint(&self, action: Action) -> Option<&'static str> {
        match action {
            Action::Accept => Some("keep it"),
            Action::Close => Some("leave it as it was"),
            _ => None,
        }
    }
}

/// What the catalogue offers for an entry of a plan.
pub fn offer(career: CareerId, target: Target, desk: &Desk) -> Option<String> {
    let words = desk.matcher()?.kit.catalogue.words(career);
    let says = match target {
        Target::Ask => words.path.ask,
        Target::Step => words.path.try_it,
        _ => return None,
    };
    (!says.is_empty()).then_some(says)
}
