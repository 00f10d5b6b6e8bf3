//! The person's own plan for a career, an entry a row, with what the catalogue offers for the one in focus.

use super::edit_text::{TAKE_OFFER, find_offer};
use crate::interview::Change;
use crate::model::{CareerId, Plan, PlanEntry};
use crate::report::telling;
use crate::text::show_controls;
use crate::tui::context::OpenSession;
use crate::tui::keys::{Action, KeyScope};
use crate::tui::route::{Route, Target};
use crate::tui::screen::{Screen, Transition};
use crate::tui::theme::Role;
use crate::tui::widgets::cells;
use crate::tui::widgets::column::Column;
use crate::tui::widgets::list::{self, Cursor};
use crate::tui::widgets::text;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// Cells of an entry's name.
const NAME: u16 = 29;
/// Widest a row runs.
const WIDEST: u16 = 110;

/// The plan for one career; the row after its entries tells how the step went.
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

    fn read_plan(&self, ctx: &OpenSession) -> Plan {
        ctx.bookmark(self.career).and_then(|kept| kept.plan.clone()).unwrap_or_default()
    }

    fn find_entry(&self) -> Option<PlanEntry> {
        PlanEntry::ALL.get(self.cursor.row).copied()
    }

    /// Takes what is offered into an empty entry.
    fn take_offer(&self, entry: PlanEntry, ctx: &mut OpenSession) {
        match find_offer(self.career, entry, ctx) {
            None => {
                let key = ctx.keys.name_key(Action::Accept, KeyScope::Plan);
                ctx.say(format!("Nothing is offered here: {key} writes in your own words."));
            }
            Some(offered) if self.read_plan(ctx).get(entry).is_empty() => {
                ctx.apply(Change::Plan(self.career, entry, offered));
            }
            Some(_) => {}
        }
    }

    fn draw_row(&self, column: &mut Column<'_>, at: usize, name: &str, says: (String, Role), ctx: &OpenSession) {
        let chosen = at == self.cursor.row;
        let (says, role) = says;
        let name = format!("{} {name}", at + 1);
        let gap = " ".repeat(usize::from(NAME).saturating_sub(text::measure_width(&name)));

        let room = column.width().saturating_sub(usize::from(NAME) + 4);
        // only the chosen row is told in full, so that the others need a line each
        let shown = if chosen { says.clone() } else { text::cut_text(&says, room) };
        let lines = text::wrap(&shown, room);

        for (line, first) in lines.iter().zip(std::iter::once(true).chain(std::iter::repeat(false))) {
            let (area, buffer) = column.take(1);
            if first {
                let label = Line::styled(name.clone() + &gap, ctx.theme.style(Role::Strong));
                list::draw_row(buffer, Rect { width: NAME + 4, ..area }, &label, chosen, ctx);
            }

            let beside = Line::from(Span::styled(line.clone(), ctx.theme.style(role)));
            text::draw(buffer, area.x + NAME + 3, area.y, &beside, area.width.saturating_sub(NAME + 3));
        }
    }
}

/// How the first step went, as far as that was said.
fn describe_outcome(plan: &Plan) -> String {
    let looked_back = telling::describe_look_back(plan.look_back);
    match (plan.done, looked_back.is_empty()) {
        (false, _) => "not yet done".to_string(),
        (true, true) => "done".to_string(),
        (true, false) => format!("done: {looked_back}"),
    }
}

impl Screen<OpenSession> for Planning {
    fn place(&self) -> KeyScope {
        KeyScope::Plan
    }

    fn title(&self, ctx: &OpenSession) -> String {
        format!("My plan: {}", ctx.catalogue().get(self.career).title)
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, ctx: &OpenSession) {
        let plan = self.read_plan(ctx);
        let roomy = area.height >= cells::count_cells(2 * (PlanEntry::ALL.len() + 1) + 4);
        let mut column = Column::new(buffer, Rect { width: area.width.min(WIDEST), ..area });

        for (at, entry) in PlanEntry::ALL.into_iter().enumerate() {
            let written = show_controls(&plan.get(entry)).into_owned();
            let says = match (written.is_empty(), find_offer(self.career, entry, ctx)) {
                (false, _) => (written, Role::Text),
                (true, Some(offered)) => (format!("offered: {offered}"), Role::Dim),
                (true, None) => ("-".to_string(), Role::Dim),
            };
            self.draw_row(&mut column, at, telling::name_plan_entry(entry), says, ctx);
            column.gap(u16::from(roomy));
        }

        let role = if plan.done { Role::Text } else { Role::Dim };
        self.draw_row(&mut column, PlanEntry::ALL.len(), telling::HOW_IT_WENT, (describe_outcome(&plan), role), ctx);
    }

    fn act(&mut self, action: Action, ctx: &mut OpenSession) -> Transition {
        if self.cursor.move_by(action, PlanEntry::ALL.len() + 1) {
            return Transition::Stay;
        }
        if let Action::Digit(digit) = action {
            self.cursor.row = usize::from(digit).saturating_sub(1);
            return self.act(Action::Accept, ctx);
        }

        match (action, self.find_entry()) {
            (Action::Accept, Some(entry)) => {
                return Transition::Open(Route::Write(self.career, Target::Entry(entry)));
            }
            (Action::Accept | Action::Toggle, None) if self.read_plan(ctx).step.is_empty() => {
                let says = telling::refuse_no_first_step(&ctx.catalogue().get(self.career).title);
                ctx.say(says);
            }
            (Action::Accept | Action::Toggle, None) => return Transition::Open(Route::LookBack(self.career)),
            (Action::Toggle, Some(entry)) => self.take_offer(entry, ctx),
            (Action::Close | Action::Back, _) => return Transition::Close,
            _ => {}
        }

        Transition::Stay
    }

    fn offers(&self, action: Action, ctx: &OpenSession) -> bool {
        let offered = |entry| find_offer(self.career, entry, ctx).is_some();
        action != Action::Toggle || self.find_entry().is_some_and(offered)
    }

    fn hint(&self, action: Action) -> Option<&'static str> {
        match action {
            Action::Digit(_) => Some("write"),
            Action::Accept => Some(if self.find_entry().is_some() { "write" } else { "look back" }),
            Action::Toggle => Some(TAKE_OFFER),
            _ => None,
        }
    }
}
