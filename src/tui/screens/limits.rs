//! What work must give the person and what would be ideal: one row for each limit, what both come to, and what just missed.

use super::menu;
use crate::fit::{Limited, apply_limits};
use crate::model::{Limit, Strength};
use crate::report::telling;
use crate::tui::context::OpenSession;
use crate::tui::keys::{Action, KeyScope};
use crate::tui::route::Route;
use crate::tui::screen::{Screen, Transition};
use crate::tui::theme::Role;
use crate::tui::widgets::cells;
use crate::tui::widgets::choices::name_digits_of;
use crate::tui::widgets::column::Column;
use crate::tui::widgets::list::{self, Cursor};
use crate::tui::widgets::text;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// Widest the rows run.
const WIDEST: u16 = 120;

/// The limits and what they do; below them what counts most when ranking, and whether the answer on training does.
#[derive(Debug)]
pub struct Limits {
    cursor: Cursor,
    limited: Limited,
    /// How many careers there are without limits.
    all: usize,
}

impl Limits {
    /// The limits as the person set them.
    pub fn new(ctx: &OpenSession) -> Self {
        let (limits, fits) = (&ctx.questionnaire().limits, &ctx.outcome().fits);
        let limited = apply_limits(ctx.catalogue(), limits, &ctx.record().limits, fits);
        Self { cursor: Cursor::default(), limited, all: fits.len() }
    }

    /// The limit, what is still acceptable and what would be ideal.
    fn build_row<'d>(digit: usize, limit: &'d Limit, ctx: &OpenSession) -> Row<'d> {
        let setting = ctx.record().limits.get(&limit.id);
        let label = |strength| limit.find_chosen(setting, strength).map(|choice| choice.label.as_str());
        let cells = Strength::ALL.map(|strength| {
            let role = if label(strength).is_some() { Role::Current } else { Role::Dim };
            (label(strength).unwrap_or(telling::ANY), role)
        });
        (format!("{digit} {}", limit.text), cells)
    }

    /// Rows below the limits: what counts most, and where training was answered whether that counts.
    fn count_below(ctx: &OpenSession) -> usize {
        1 + usize::from(ctx.interview().has_said_training())
    }

    /// A heading, a row for each limit, and what counts.
    fn build_rows<'d>(limits: &'d [Limit], ctx: &OpenSession) -> Vec<Row<'d>> {
        let mut rows = vec![(String::new(), [("still acceptable", Role::Dim), ("ideal", Role::Dim)])];
        rows.extend(limits.iter().zip(1..).map(|(limit, digit)| Self::build_row(digit, limit, ctx)));
        let most = [(ctx.emphasis().words(), Role::Current), ("", Role::Dim)];
        rows.push((format!("{} What counts most", limits.len() + 1), most));

        if Self::count_below(ctx) > 1 {
            let left_out = ctx.interview().ignores_training();
            let name = if left_out { "Count my training answer" } else { "Leave my training answer out" };
            let digit = menu::find_digit(limits.len() + 1).map_or(" ".to_string(), |digit| digit.to_string());
            let now = if left_out { ("left out", Role::Current) } else { ("it counts", Role::Dim) };
            rows.push((format!("{digit} {name}"), [now, ("", Role::Dim)]));
        }
        rows
    }
}

/// A name and two cells beside it.
type Row<'d> = (String, [(&'d str, Role); 2]);

/// Cells that a column of settings has at least; a name is cut before that.
const MIN_CELL: usize = 12;

/// How wide the names and the two columns of settings are: a name is not cut for a setting that says little.
fn measure_columns(rows: &[Row<'_>], width: usize) -> [usize; 3] {
    let longest = |of: &dyn Fn(&Row<'_>) -> usize| rows.iter().map(of).max().unwrap_or(0) + 1;
    let name = longest(&|row| text::measure_width(&row.0)).min(width.saturating_sub(2 * MIN_CELL));
    let [wish, ideal] = [0, 1].map(|at| longest(&|row| text::measure_width(row.1[at].0)));

    let roomy = width * 3 / 10;
    if name + 2 * roomy <= width {
        return [width - 2 * roomy, roomy, roomy];
    }

    // where room is short the ideal is cut before what is still acceptable
    let ideal = ideal.min((width - name).saturating_sub(wish).max(MIN_CELL));
    [name, (width - name).saturating_sub(ideal), ideal]
}

/// A row in three columns; what stands alone has the room of both settings.
fn build_line((name, cells): &Row<'_>, [first, wish, ideal]: [usize; 3], ctx: &OpenSession) -> Line<'static> {
    let padded = |says: &str, width: usize| {
        let says = text::cut_text(says, width.saturating_sub(1));
        let gap = " ".repeat(width.saturating_sub(text::measure_width(&says)));
        says + &gap
    };

    let mut line = Line::from(padded(name, first));
    let widths = if cells[1].0.is_empty() { [wish + ideal, 0] } else { [wish, ideal] };
    let cells = cells.iter().zip(widths);
    line.extend(cells.map(|((says, role), width)| Span::styled(padded(says, width), ctx.theme.style(*role))));
    line
}

impl Screen<OpenSession> for Limits {
    fn place(&self) -> KeyScope {
        KeyScope::Menu
    }

    fn title(&self, _ctx: &OpenSession) -> String {
        "What work must give me".to_string()
    }

    fn aside(&self, _ctx: &OpenSession) -> String {
        format!("{} of {}", self.limited.shown.len(), self.all)
    }

    fn draw(&self, buffer: &mut Buffer, area: Rect, ctx: &OpenSession) {
        let mut column = Column::new(buffer, Rect { width: area.width.min(WIDEST), ..area });
        if area.height > 14 {
            column.text(telling::LIMITS_DO, ctx.theme.style(Role::Dim)).gap(1);
        }

        let width = column.width().saturating_sub(4);
        let rows = Self::build_rows(&ctx.questionnaire().limits, ctx);
        let widths = measure_columns(&rows, width);
        let mut rows: Vec<Line<'_>> = rows.iter().map(|row| build_line(row, widths, ctx)).collect();
        let mut head = rows.remove(0);
        head.spans.insert(0, Span::raw("  "));
        column.line(&head);

        let summary: Vec<Line<'_>> = telling::describe_limited(ctx.dataset(), &self.limited, self.all)
            .iter()
            .flat_map(|says| text::wrap_lines(says, column.width(), 0, ctx.theme.style(Role::Text)))
            .collect();

        // the rows scroll, so that what the limits come to stays in sight below them
        let room = usize::from(column.free().height).saturating_sub(summary.len() + 1).max(3);
        let (area, buffer) = column.take(cells::count_cells(rows.len().min(room)));
        list::draw(buffer, area, &rows, self.cursor, ctx);
        column.gap(1).lines(&summary);
    }

    fn act(&mut self, action: Action, ctx: &mut OpenSession) -> Transition {
        let limits = ctx.questionnaire().limits.len();
        if self.cursor.move_by(action, limits + Self::count_below(ctx)) {
            return Transition::Stay;
        }

        match (menu::find_chosen(action, self.cursor), action) {
            (Some(row), _) if row < limits => Transition::Open(Route::Limit(row)),
            (Some(row), _) if row == limits => Transition::Open(Route::Emphasis),
            (Some(row), _) if row < limits + Self::count_below(ctx) => {
                ctx.converse(|interview| interview.ignore_training(!interview.ignores_training()));
                self.wake(ctx);
                Transition::Stay
            }
            (None, Action::Close | Action::Back) => Transition::Close,
            _ => Transition::Stay,
        }
    }

    fn wake(&mut self, ctx: &mut OpenSession) {
        *self = Self { cursor: self.cursor, ..Self::new(ctx) };
    }

    fn offers(&self, action: Action, _ctx: &OpenSession) -> bool {
        action != Action::Search
    }

    fn hint(&self, action: Action) -> Option<&'static str> {
        matches!(action, Action::Accept | Action::Digit(_)).then_some("set")
    }

    fn digits(&self, ctx: &OpenSession) -> &'static str {
        name_digits_of(ctx.questionnaire().limits.len() + Self::count_below(ctx))
    }
}
