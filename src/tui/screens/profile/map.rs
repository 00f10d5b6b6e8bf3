//! The areas: how much one enjoys each and how good one is at it, both with how far they may be off, put together by what
//! follows from it.
//!
//! ```text
//! do more of this         I enjoy it          I am good at it
//!   Fix and build    ────│──▒▒●▒─        ────│▒▒●▒▒──
//! ```

use crate::fit::{Advice, AreaView};
use crate::report::telling;
use crate::tui::context::OpenSession;
use crate::tui::theme::Role;
use crate::tui::widgets::{strips, text};
use ratatui::text::{Line, Span};

/// Answers run from 1 to 5.
const RANGE: (f64, f64) = (1.0, 5.0);
/// Cells of an area's name.
const NAME: usize = 23;
/// Cells between the two bars.
const BETWEEN: usize = 3;
/// Widest and narrowest a bar is drawn.
const BAR: (usize, usize) = (11, 41);
/// Cells of what is said behind an area.
const BEHIND: usize = 9;

/// In which order what follows is listed.
const ORDER: [Advice; 6] =
    [Advice::DoMore, Advice::Learn, Advice::TryIt, Advice::RatherNot, Advice::Leave, Advice::Open];

/// All areas, wrapped to a width.
pub fn build_lines(areas: &[AreaView], width: usize, ctx: &OpenSession) -> Vec<Line<'static>> {
    let bar = (width.saturating_sub(NAME + BETWEEN + BEHIND) / 2).clamp(BAR.0, BAR.1);
    if areas.is_empty() {
        return text::wrap_lines(telling::NO_AREAS, width, 0, ctx.theme.style(Role::Dim));
    }

    let legend = format!("{} {}", telling::MAP_LEGEND, telling::SHADING);
    let mut lines = text::wrap_lines(&legend, width, 0, ctx.theme.style(Role::Dim));
    // stands on the first heading that is shown, and on no other
    let mut head = Some(format!("{:<bar$}{:BETWEEN$}{}", telling::ENJOY, "", telling::GOOD_AT));

    for advice in ORDER {
        let mut group: Vec<&AreaView> = areas.iter().filter(|view| view.advice == advice).collect();
        if group.is_empty() {
            continue;
        }

        group.sort_by(|a, b| (b.enjoy.value + b.good_at.value).total_cmp(&(a.enjoy.value + a.good_at.value)));
        lines.push(Line::default());
        let name = format!("{:<NAME$}", telling::describe_advice_heading(advice));
        let axes = head.take().unwrap_or_default();
        lines.push(Line::from(vec![
            Span::styled(name, ctx.theme.style(Role::Accent)),
            Span::styled(axes, ctx.theme.style(Role::Dim)),
        ]));
        lines.extend(group.into_iter().map(|view| build_row(view, bar, ctx)));
    }

    lines
}

fn build_row(view: &AreaView, bar: usize, ctx: &OpenSession) -> Line<'static> {
    let name = text::cut_text(&ctx.dataset().scales.areas[view.area].name, NAME - 3);
    let gap = " ".repeat(NAME.saturating_sub(text::measure_width(&name) + 2));
    let mut line = Line::from(format!("  {name}{gap}"));

    line.extend(strips::build_estimate((view.enjoy.value, view.enjoy.sd), RANGE, bar, view.enjoy.answered == 0, ctx));
    line.push_span(Span::raw(" ".repeat(BETWEEN)));
    line.extend(strips::build_estimate(
        (view.good_at.value, view.good_at.sd),
        RANGE,
        bar,
        view.good_at.answered == 0,
        ctx,
    ));

    line.push_span(Span::styled(format!(" {}", telling::describe_doubt(view)), ctx.theme.style(Role::Dim)));
    line
}
