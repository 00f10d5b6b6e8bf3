//! The first screen: painted before anything is loaded, so its words are its own.

use super::menu;
use super::plan_reminder::{Due, Saved};
use crate::report::telling;
use crate::tui::context::Context;
use crate::tui::effect::Effect;
use crate::tui::keys::{Action, KeyScope};
use crate::tui::route::Route;
use crate::tui::saved_session::SavedSession;
use crate::tui::screen::{Screen, Transition};
use crate::tui::theme::Role;
use crate::tui::widgets::cells;
use crate::tui::widgets::choices::{Offered, draw_choices, measure_labels, name_digits_of};
use crate::tui::widgets::column::Column;
use crate::tui::widgets::list::Cursor;
use crate::tui::widgets::text;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Lines that it is placed for: always as many, so that nothing moves when sessions come in.
const LINES: usize = 16;

/// Parts of the shipped questionnaire, which is asked where no other is.
const USUAL_PARTS: usize = 4;

/// Sessions that are offered to go on with.
const SITTINGS: usize = 3;

/// The menu.
#[derive(Debug, Default)]
pub struct Welcome {
    cursor: Cursor,
}

/// One row of the menu.
#[derive(Debug)]
enum Row<'d> {
    Plan(Due<Saved>),
    GoOn(&'d SavedSession),
    Begin,
    LookAround,
    Difference,
    About,
}

/// The rows of the menu; before the sessions of before are read none is known.
fn list_rows(ctx: &dyn Context) -> Vec<Row<'_>> {
    // a step whose day has come stands before the sessions, one that lies ahead after them
    let (due, ahead): (Vec<_>, Vec<_>) = Due::find_first(ctx.shell()).into_iter().partition(Due::is_due);
    let mut rows: Vec<Row<'_>> = due.into_iter().map(Row::Plan).collect();
    rows.extend(ctx.shell().sessions.all().iter().take(SITTINGS).map(Row::GoOn));
    rows.extend(ahead.into_iter().map(Row::Plan));
    rows.extend([Row::Begin, Row::LookAround, Row::Difference, Row::About]);
    rows
}

fn name_row(row: &Row<'_>, has_sessions: bool, width: usize) -> String {
    match row {
        Row::Plan(step) => step.text().to_string(),
        Row::GoOn(session) => name_session(session, width),
        Row::Begin if has_sessions => "Begin anew: what you answered before stays".to_string(),
        Row::Begin => "Begin the questionnaire".to_string(),
        Row::LookAround => "Look around: search all careers".to_string(),
        Row::Difference => "A job or a career: what is the difference?".to_string(),
        Row::About => "What this is, and where its figures come from".to_string(),
    }
}

/// A session by its name, its day, how much was answered and what leads so far.
fn name_session(session: &SavedSession, width: usize) -> String {
    let answers = telling::describe_extent(session.record.evidence());
    let when = if session.when.is_empty() { String::new() } else { format!(", {}", session.when) };
    let known = format!("Go on with '{}' ({answers}{when}", session.name);
    let Some(lead) = session.lead.as_deref().filter(|lead| !lead.is_empty()) else { return known + ")" };
    let ways = [format!("{known}; {lead} first)"), format!("{known}; {lead})")];
    text::choose_fitting(&ways, width)
}

impl Welcome {
    fn take(row: usize, ctx: &mut dyn Context) -> Transition {
        let effect = match list_rows(ctx).into_iter().nth(row) {
            Some(Row::Plan(_)) => return Transition::Open(Route::PlanReminder),
            Some(Row::GoOn(session)) => Effect::Open(session.name.clone()),
            Some(Row::Begin) => Effect::Begin,
            Some(Row::LookAround) => return Transition::Open(Route::Search),
            Some(Row::Difference) => return Transition::Open(Route::Distinctions),
            Some(Row::About) => return Transition::Open(Route::About),
            None => return Transition::Stay,
        };

        if ctx.ready().is_some() {
            ctx.shell_mut().ask(effect);
        } else {
            ctx.complain_again();
        }
        Transition::Stay
    }
}

impl<C: Context> Screen<C> for Welcome {
    fn place(&self) -> KeyScope {
        KeyScope::Welcome
    }

    fn title(&self, _ctx: &C) -> String {
        "Find work that fits you".to_string()
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, ctx: &C) {
        let theme = &ctx.shell().theme;
        let mut column = Column::new(buffer, menu::place_menu(area, LINES));
        let parts = ctx.ready().map_or(USUAL_PARTS, |ready| ready.data().dataset().questionnaire.parts.len());
        let asked = if parts == USUAL_PARTS {
            "Four short sets of questions ask for these."
        } else {
            "A few questions ask about it."
        };
        let says = format!(
            "Which career suits you depends on what you enjoy, can do, are drawn to and are like. {asked} Then come the \
             careers that fit, with the reasons, how sure that is, and what to find out next."
        );
        column.text(&says, theme.style(Role::Text));
        column.gap(1);

        let rows = list_rows(ctx);
        let has_sessions = rows.iter().any(|row| matches!(row, Row::GoOn(..)));
        // beyond the text above, up to the edge, so that what leads in a session stands whole
        let right = area.right();
        let width = measure_labels(Rect { width: right.saturating_sub(column.free().x), ..area });
        let labels: Vec<String> = rows.iter().map(|row| name_row(row, has_sessions, width)).collect();

        let offered: Vec<Offered<'_>> =
            labels.iter().zip(1..).map(|(label, digit)| Offered::new(digit, label, false)).collect();
        let (list, buffer) = column.take(cells::count_cells(offered.len() + 1));
        let list = Rect { width: right.saturating_sub(list.x), ..list };
        draw_choices(buffer, list, &offered, self.cursor, ctx.shell());

        let kept = "Your answers stay on this computer. Stop whenever you like: nothing is lost.";
        column.text(kept, theme.style(Role::Dim));
    }

    fn act(&mut self, action: Action, ctx: &mut C) -> Transition {
        if self.cursor.move_by(action, list_rows(ctx).len()) {
            return Transition::Stay;
        }

        match action {
            Action::Accept => Self::take(self.cursor.row, ctx),
            Action::Digit(digit) => Self::take(usize::from(digit).wrapping_sub(1), ctx),
            Action::Search => Transition::Open(Route::Search),
            _ => Transition::Stay,
        }
    }

    fn hint(&self, action: Action) -> Option<&'static str> {
        matches!(action, Action::Close | Action::Digit(_)).then_some("")
    }

    fn digits(&self, ctx: &C) -> &'static str {
        name_digits_of(list_rows(ctx).len())
    }

    fn refine(&mut self, ctx: &mut C) -> bool {
        ctx.ready_mut().is_some_and(|ready| ready.data_mut().work_out_lead(SITTINGS))
    }
}
