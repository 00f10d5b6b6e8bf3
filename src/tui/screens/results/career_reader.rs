//! The career in focus: its head, and below it the page that scrolls, laid out once and not on every key: at first only
//! as far as it is in sight, since most careers of a list are passed by.

use super::detail;
use crate::model::{CareerId, Fit};
use crate::report::outline::{Section, Side};
use crate::report::telling;
use crate::tui::context::{OpenSession, Ready, Shell};
use crate::tui::glyphs::{DOT, KEPT};
use crate::tui::keys::Action;
use crate::tui::rank_uncertainty::ProjectedRank;
use crate::tui::theme::Role;
use crate::tui::widgets::column::Column;
use crate::tui::widgets::scroll::{Scroll, measure_text, split_columns};
use crate::tui::widgets::{strips, text};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use std::cell::RefCell;

/// Widest a line of text runs.
const WIDEST: u16 = 96;

/// The least rows in which head and page stand apart.
const ROOMY: u16 = 14;

/// A page and how far it is scrolled.
#[derive(Debug, Default)]
pub struct Reading {
    /// What stands behind the reasons.
    more: Section,
    scroll: Scroll,
    laid: RefCell<Option<Laid>>,
}

/// The page of a career at a width.
#[derive(Debug)]
struct Laid {
    career: CareerId,
    width: usize,
    lines: Vec<Line<'static>>,
    /// Whether that is all of it.
    whole: bool,
}

impl Laid {
    fn new(career: CareerId, more: &Section, width: usize, most: usize, ctx: &dyn Ready) -> Self {
        let (lines, whole) = detail::build_lines(career, more, width, most, ctx);
        Self { career, width, lines, whole }
    }
}

impl Reading {
    /// A reader with a section of its own behind the reasons.
    pub fn with_more(more: Section) -> Self {
        Self { more, ..Self::default() }
    }

    /// Scrolls by an action; false when the action does not scroll.
    pub fn scroll(&self, action: Action, ctx: &dyn Ready) -> bool {
        // how far it scrolls is known only once all of it is laid out
        if let Some(laid) = self.laid.borrow_mut().as_mut().filter(|laid| !laid.whole) {
            *laid = Laid::new(laid.career, &self.more, laid.width, usize::MAX, ctx);
            self.scroll.reach(laid.lines.len());
        }
        self.scroll.move_by(action)
    }

    /// From the top, for another career.
    pub fn reset(&self) {
        self.scroll.reset();
    }

    /// Lays the page out anew, since what it says has changed.
    pub fn forget(&self) {
        self.laid.replace(None);
    }

    /// Draws a career; `aside` is one more line for the head, or empty.
    pub fn draw(&self, buffer: &mut Buffer, area: Rect, career: CareerId, aside: &str, ctx: &dyn Ready) {
        // two columns keep lines short by themselves
        let area = if split_columns(area).len() > 1 { area } else { Rect { width: area.width.min(WIDEST), ..area } };
        let mut column = Column::new(buffer, area);
        column.lines(&build_head(career, usize::from(area.width), ctx));
        if !aside.is_empty() {
            column.line(&Line::styled(text::cut_text(aside, usize::from(area.width)), ctx.theme.style(Role::Dim)));
        }
        column.gap(u16::from(area.height >= ROOMY));

        let (rest, buffer) = column.take(u16::MAX);
        let width = measure_text(rest);
        let most =
            if self.scroll.is_at_top() { usize::from(rest.height) * split_columns(rest).len() } else { usize::MAX };
        // one line more than is in sight, or nothing would say that there is more below
        let enough = |laid: &Laid| laid.whole || laid.lines.len() > most;
        let fits = |laid: &Laid| (laid.career, laid.width) == (career, width) && enough(laid);
        let laid = self.laid.take().filter(fits).unwrap_or_else(|| Laid::new(career, &self.more, width, most, ctx));

        self.scroll.draw(buffer, rest, &laid.lines, ctx);
        self.laid.replace(Some(laid));
    }

    /// Draws other lines of the career in focus in place of its page.
    pub fn draw_lines(&self, buffer: &mut Buffer, area: Rect, lines: &[Line<'_>], shell: &Shell) {
        self.scroll.draw(buffer, area, lines, shell);
    }
}

/// Title, and what the answers say of the career.
pub fn build_head(career: CareerId, width: usize, ctx: &dyn Ready) -> Vec<Line<'static>> {
    let entry = ctx.catalogue().get(career);
    let mut lines = text::wrap_lines(&entry.title, width.saturating_sub(2), 0, ctx.theme.style(Role::Strong));
    let Some(session) = ctx.session() else { return lines };

    if let (Some(first), true) = (lines.first_mut(), session.bookmark(career).is_some()) {
        first.push_span(Span::styled(format!(" {KEPT}"), ctx.theme.style(Role::Accent)));
    }
    lines.extend(session.outcome().find_fit(career).into_iter().flat_map(|fit| build_ranked(fit, width, session)));
    lines
}

/// Fit with its band, and where the career would land if the person answered again.
fn build_ranked(fit: &Fit, width: usize, ctx: &OpenSession) -> Vec<Line<'static>> {
    let of = ctx.catalogue().len();
    let mut lines = vec![build_standing(fit, of, width, ctx)];
    let projected = ctx.rank_uncertainty.projected_rank(fit.career);
    lines.extend(projected.map(|projected| build_projected(fit, projected, of, width, ctx)));

    if let Some((first, last)) = ctx.rank_uncertainty.find_group(fit.rank) {
        let ways = [telling::describe_too_close(first, last), format!("level with {first} to {last}")];
        lines.push(Line::styled(text::choose_fitting(&ways, width), ctx.theme.style(Role::Dim)));
    }
    lines
}

/// Cells of the chart in the head.
const CHART: usize = 24;

fn build_standing(fit: &Fit, of: usize, width: usize, shell: &Shell) -> Line<'static> {
    let mut line = Line::from(Span::styled(fit.band.words(), shell.theme.style(Role::Current)));
    let ways = [format!("{DOT}rank {} of {of}", fit.rank), format!("{DOT}rank {}", fit.rank), String::new()];
    line.push_span(Span::styled(
        text::choose_fitting(&ways, width.saturating_sub(line.width())),
        shell.theme.style(Role::Dim),
    ));
    line
}

/// Place and interval on one axis and in words, dimmed while newer answers are worked on.
fn build_projected(fit: &Fit, projected: ProjectedRank, of: usize, width: usize, shell: &Shell) -> Line<'static> {
    // an interval of before need not hold the rank that the newest answers give
    let interval = projected.interval.extend_to(fit.rank);
    let (low, high) = (interval.low, interval.high);
    let chart = CHART.min(width / 3);
    let mut line = strips::build_place(fit.rank, Some(interval), of, chart, projected.stale, shell);

    let ways = [
        format!(" {}, {}", telling::describe_interval(interval), describe_interval(low, high, of)),
        format!(" {}", telling::describe_interval(interval)),
        format!(" with others: {low} to {high} of {of}"),
        format!(" {low} to {high}"),
    ];
    let says = text::choose_fitting(&ways, width.saturating_sub(chart));
    line.push_span(Span::styled(says, shell.theme.style(if projected.stale { Role::Dim } else { Role::Text })));
    line
}

/// The head, and the first reason on each side: what fits below a list.
pub fn build_in_short(career: CareerId, width: usize, ctx: &OpenSession) -> Vec<Line<'static>> {
    let mut lines = build_head(career, width, ctx);
    let found = ctx.matcher().explain(ctx.outcome(), career);
    let sides = [(Side::For, &found.speaks_for, Role::Accent), (Side::Against, &found.against, Role::Job)];

    for (side, reasons, role) in sides {
        let Some(first) = reasons.first() else { continue };
        let says = text::cut_text(&telling::describe_reason(ctx.dataset(), first), width.saturating_sub(2));
        lines.push(Line::from(vec![
            Span::styled(format!("{} ", side.sign()), ctx.theme.style(role)),
            Span::styled(says, ctx.theme.style(Role::Text)),
        ]));
    }

    lines
}

/// A rank interval in words.
pub fn describe_interval(low: usize, high: usize, of: usize) -> &'static str {
    match (low, high) {
        (_, high) if high <= 25 => "surely near the top",
        (_, high) if high <= 100 => "near the top",
        (low, high) if low <= 25 && high <= of / 3 => "perhaps near the top",
        (low, high) if high - low > of / 3 => "hard to say",
        (low, _) if low > of / 2 => "in the lower half",
        _ => "in the upper part",
    }
}

#[cfg(test)]
mod tests {
    use super::describe_interval;

    #[test]
    fn a_wide_interval_promises_nothing() {
        assert_eq!(describe_interval(1, 12, 923), "surely near the top");
        assert_eq!(describe_interval(1, 90, 923), "near the top");
        assert_eq!(describe_interval(3, 220, 923), "perhaps near the top");
        assert_eq!(describe_interval(3, 500, 923), "hard to say");
        assert_eq!(describe_interval(700, 900, 923), "in the lower half");
    }
}
