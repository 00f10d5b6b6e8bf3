//! Leaving a field: what one wants to leave, and then two ways out beside each other.

use super::results::text_builder::Page;
use crate::fit::{Leaving, Way, find_ways_out};
use crate::interview::Change;
use crate::model::{CareerId, SituationRole};
use crate::report::telling;
use crate::tui::context::OpenSession;
use crate::tui::keys::{Action, KeyScope};
use crate::tui::route::Route;
use crate::tui::screen::{Screen, Transition};
use crate::tui::theme::Role;
use crate::tui::widgets::choices::{Offered, draw_choices, name_digits_of, toggle};
use crate::tui::widgets::column::Column;
use crate::tui::widgets::list::{self, Cursor};
use crate::tui::widgets::text;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;

/// Careers a column.
const COUNT: usize = 8;
/// Rows a career takes: its title, what one brings, what one learns.
const ROWS_PER_CAREER: u16 = 3;

/// Whether somebody who wants out said so.
pub fn may_leave(ctx: &OpenSession) -> bool {
    ctx.says(SituationRole::WantsOut) && ctx.record().present_job.is_some()
}

/// The question what one wants to leave.
#[derive(Debug)]
pub struct Leave {
    present: CareerId,
    cursor: Cursor,
}

impl Leave {
    /// The question about the present job.
    pub fn new(present: CareerId) -> Self {
        Self { present, cursor: Cursor::default() }
    }

    fn toggle(&mut self, row: usize, ctx: &mut OpenSession) {
        let Some(id) = ctx.questionnaire().leave.get(row).map(|leave| leave.id.clone()) else { return };

        self.cursor.row = row;
        let leave = toggle(&ctx.record().leave, id);
        ctx.apply(Change::Leave(leave));
    }
}

impl Screen<OpenSession> for Leave {
    fn place(&self) -> KeyScope {
        KeyScope::Leave
    }

    fn title(&self, _ctx: &OpenSession) -> String {
        "Leaving my field".to_string()
    }

    fn aside(&self, _ctx: &OpenSession) -> String {
        "never scored".to_string()
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, ctx: &OpenSession) {
        let mut column = Column::new(buffer, area);
        column.text(&ctx.questionnaire().words.leave_ask.clone(), ctx.theme.style(Role::Strong)).gap(1);

        let offered: Vec<Offered<'_>> = ctx
            .questionnaire()
            .leave
            .iter()
            .zip(1..)
            .map(|(leave, digit)| Offered::new(digit, &leave.label, ctx.record().leave.contains(&leave.id)))
            .collect();

        let (rest, buffer) = column.take(u16::MAX);
        draw_choices(buffer, rest, &offered, self.cursor, ctx);
    }

    fn act(&mut self, action: Action, ctx: &mut OpenSession) -> Transition {
        if self.cursor.move_by(action, ctx.questionnaire().leave.len()) {
            return Transition::Stay;
        }

        match action {
            Action::Toggle => self.toggle(self.cursor.row, ctx),
            // a 0 wraps round to a row that is not there
            Action::Digit(digit) => self.toggle(usize::from(digit).wrapping_sub(1), ctx),
            Action::Accept => return Transition::Open(Route::WaysOut(self.present)),
            Action::Close | Action::Back => return Transition::Close,
            _ => {}
        }

        Transition::Stay
    }

    fn hint(&self, action: Action) -> Option<&'static str> {
        match action {
            Action::Accept => Some("see the ways out"),
            Action::Digit(_) => Some("mark"),
            _ => None,
        }
    }

    fn digits(&self, ctx: &OpenSession) -> &'static str {
        name_digits_of(ctx.questionnaire().leave.len())
    }
}

/// Two columns: careers that use what one has, and careers further away.
#[derive(Debug)]
pub struct WaysOut {
    found: Leaving,
    /// Whether the left column is in focus.
    left: bool,
    cursor: Cursor,
    says: String,
}

impl WaysOut {
    /// The ways out of the present job's field.
    pub fn new(present: CareerId, ctx: &OpenSession) -> Self {
        let found = find_ways_out(ctx.matcher(), ctx.outcome(), present, COUNT);
        Self { found, left: !is_leaving_trade(ctx), cursor: Cursor::default(), says: describe_advice(ctx) }
    }

    fn ways(&self, left: bool) -> &[Way] {
        if left { &self.found.uses } else { &self.found.further }
    }

    fn draw_column(&self, buffer: &mut Buffer, area: Rect, left: bool, ctx: &OpenSession) {
        let in_focus = left == self.left;
        let mut column = Column::new(buffer, area);
        let heading = if left { "Uses what you have" } else { "Further away" };
        let role = if in_focus { Role::Accent } else { Role::Dim };
        column.line(&Line::styled(heading, ctx.theme.style(role)));

        let ways = self.ways(left);
        let row = if in_focus { self.cursor.row } else { 0 };
        let shown = list::find_window(row, ways.len(), usize::from(column.free().height / ROWS_PER_CAREER).max(1));
        for at in shown {
            let (area, buffer) = column.take(ROWS_PER_CAREER);
            draw_way(buffer, area, &ways[at], in_focus && at == row, ctx);
        }

        if ways.is_empty() {
            column.text("Nothing is found here.", ctx.theme.style(Role::Dim));
        }
    }
}

/// Whether what the person wants to leave is the work itself, not where and how it is done.
fn is_leaving_trade(ctx: &OpenSession) -> bool {
    ctx.says(SituationRole::LeavesField) || ctx.says(SituationRole::LeavesTasks)
}

/// Which column to look at first.
fn describe_advice(ctx: &OpenSession) -> String {
    let says = if is_leaving_trade(ctx) {
        "Other tasks or another field: look to the right first."
    } else if ctx.record().leave.is_empty() {
        "Both columns leave your field; the right one goes further."
    } else {
        "The place, the hours, the people or the pay may change without a new trade: look to the left first."
    };
    says.to_string()
}

fn draw_way(buffer: &mut Buffer, area: Rect, way: &Way, chosen: bool, ctx: &OpenSession) {
    let title = &ctx.catalogue().get(way.fit.career).title;
    let line = list::build_noted(title, way.fit.band.words(), usize::from(area.width.saturating_sub(4)), ctx);
    list::draw_row(buffer, Rect { height: 1, ..area }, &line, chosen, ctx);

    let below = Rect {
        x: area.x + 4,
        y: area.y + 1,
        width: area.width.saturating_sub(5),
        height: area.height.saturating_sub(1),
    };

    let width = usize::from(below.width);
    // each is cut to one line already, so that the page need not wrap it
    let mut page = Page::new(usize::MAX, ctx);
    for (says, role) in telling::describe_way(ctx.dataset(), way, width).iter().zip([Role::Text, Role::Dim]) {
        page.pieces([(text::cut_text(says, width), role)]);
    }
    Column::new(buffer, below).lines(&page.lines);
}

impl Screen<OpenSession> for WaysOut {
    fn place(&self) -> KeyScope {
        KeyScope::Columns
    }

    fn title(&self, _ctx: &OpenSession) -> String {
        "Ways out of my field".to_string()
    }

    fn note(&self, _ctx: &OpenSession) -> String {
        self.says.clone()
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, ctx: &OpenSession) {
        let columns = [Constraint::Fill(1), Constraint::Length(2), Constraint::Fill(1)];
        let [left, _, right] = Layout::horizontal(columns).areas(area);
        self.draw_column(buffer, left, true, ctx);
        self.draw_column(buffer, right, false, ctx);
    }

    fn act(&mut self, action: Action, _ctx: &mut OpenSession) -> Transition {
        if self.cursor.move_by(action, self.ways(self.left).len()) {
            return Transition::Stay;
        }

        match action {
            Action::Less | Action::More => {
                self.left = action == Action::Less;
                self.cursor = Cursor::default();
            }
            Action::Accept => {
                let way = self.ways(self.left).get(self.cursor.row);
                return way.map_or(Transition::Stay, |way| Transition::Open(Route::Career(way.fit.career)));
            }
            Action::Close | Action::Back => return Transition::Close,
            _ => {}
        }

        Transition::Stay
    }

    fn hint(&self, action: Action) -> Option<&'static str> {
        match action {
            Action::Accept => Some("read"),
            Action::Less | Action::More => Some("other column"),
            _ => None,
        }
    }
}
