//! The person's own plan for a career, with what the catalogue offers for it.

use super::results::detail::kept;
use super::with_career;
use super::write::{Target, Write, offer};
use crate::model::{CareerId, Plan};
use crate::tui::desk::Desk;
use crate::tui::glyphs::{OFF, ON};
use crate::tui::keys::{Action, Place};
use crate::tui::screen::{Go, Screen};
use crate::tui::theme::Role;
use crate::tui::widgets::column::Column;
use crate::tui::widgets::list::{self, Cursor};
use crate::tui::widgets::text;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

/// The plan for one career; the row after its entries tells whether the step was done.
#[derive(Debug)]
pub struct Planning {
    career: CareerId,
    cursor: Cursor,
}

impl Planning {
    /// The plan for a career that is kept.
    pub fn new(career: CareerId) -> Self {
        Self { career, cursor: Cursor::default() }
    }

    fn plan(&self, desk: &Desk) -> Plan {
        let id = with_career::id_of(self.career, desk);
        id.and_then(|id| kept(desk, &id)?.plan.clone()).unwrap_or_default()
    }

    fn target(&self) -> Option<Target> {
        Target::PLAN.get(self.cursor.row).copied()
    }

    /// Takes what is offered into an empty entry, or marks the step as done.
    fn toggle(&self, desk: &mut Desk) {
        let Some(target) = self.target() else {
            let change = |plan: &mut Plan| plan.done = !plan.done;
            return with_career::change(self.career, desk, |kept| kept.plan.iter_mut().for_each(change));
        };
        match offer(self.career, target, desk) {
            None => desk.say("Nothing is offered here: enter writes in your own words."),
            Some(offered) => with_career::change(self.career, desk, |kept| {
                let entry = kept.plan.as_mut().and_then(|plan| target.of(plan));
                if let Some(entry) = entry.filter(|entry| entry.is_empty()) {
                    *entry = offered;
                }
            }),
        }
    }

    /// Lets the plan go if nothing is written in it.
    fn close(&self, desk: &mut Desk) -> Go {
        with_career::change(self.career, desk, |kept| kept.plan = kept.plan.take().filter(|p| *p != Plan::default()));
        Go::Close
    }
}

impl Screen for Planning {
    fn place(&self) -> Place {
        Place::Plan
    }

    fn title(&self, desk: &Desk) -> String {
        let title = desk.matcher().map(|matcher| matcher.kit.catalogue.get(self.career).title.as_str());
        format!("My plan: {}", title.unwrap_or_default())
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, desk: &Desk) {
        let mut plan = self.plan(desk);
        let roomy = area.height > 16;
        let mut column = Column::new(buffer, Rect { width: area.width.min(90), ..area });
        for (at, target) in Target::PLAN.into_iter().enumerate() {
            let chosen = at == self.cursor.row;
            let (line, buffer) = column.take(1);
            list::row(buffer, line, &Line::styled(target.words(), desk.theme.style(Role::Strong)), chosen, desk);
            let written = target.of(&mut plan).map(|entry| text::visible(entry)).unwrap_or_default();
            let (says, role) = match (written.is_empty(), offer(self.career, target, desk)) {
                (false, _) => (written, Role::Text),
                (true, Some(offered)) => (format!("offered: {offered}"), Role::Dim),
                (true, None) => ("nothing yet".to_string(), Role::Dim),
            };
            let lines = text::lines(&says, column.width(), 4, desk.theme.style(role));
            let most = if chosen || roomy { 3 } else { 1 };
            column.lines(&lines[..lines.len().min(most)]).gap(u16::from(roomy));
        }
        let done = format!("{} The first step is done", if plan.done { ON } else { OFF });
        let (line, buffer) = column.take(1);
        list::row(buffer, line, &Line::from(done), self.target().is_none(), desk);
    }

    fn act(&mut self, action: Action, desk: &mut Desk) -> Go {
        if self.cursor.moved(action, Target::PLAN.len() + 1) {
            return Go::Stay;
        }
        match (action, self.target()) {
            (Action::Accept, Some(target)) => {
                return Go::Open(Box::new(Write::new(self.career, target, desk)));
            }
            (Action::Accept | Action::Toggle, _) => self.toggle(desk),
            (Action::Close | Action::Back, _) => return self.close(desk),
            _ => {}
        }
        Go::Stay
    }

    fn hint(&self, action: Action) -> Option<&'static str> {
        match action {
            Action::Accept => Some(if self.target().is_some() { "write" } else { "mark" }),
            Action::Toggle => Some(if self.target().is_some() { "take what is offered" } else { "mark" }),
            _ => None,
        }
    }
}
