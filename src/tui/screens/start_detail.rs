//! What can be started now, one at a time: what it needs on day one, where it leads, what it pays.

use super::results::career_reader::build_head;
use super::results::text_builder::Page;
use crate::fit::Start;
use crate::report::outline::Block;
use crate::report::telling;
use crate::text::lines::CUT;
use crate::tui::context::OpenSession;
use crate::tui::theme::Role;
use crate::tui::widgets::text;
use ratatui::text::Line;

/// What is told of a start below a list.
const SHORT: [&str; 2] = [telling::DAY_ONE, telling::LEADS_TO];

/// What it needs on day one and where it leads, in so many lines at most below a list.
pub fn build_in_short(start: &Start, width: usize, most: usize, ctx: &OpenSession) -> Vec<Line<'static>> {
    let mut page = Page::new(width, ctx);
    // title and fit: below a list there is no room for how sure the rank is
    page.lines.extend(build_head(start.fit.career, width, ctx).into_iter().take(2));

    let told = telling::compose_start(ctx.dataset(), ctx.record(), start);
    let pairs = told.blocks.iter().filter_map(|block| if let Block::Pairs(pairs) = block { Some(pairs) } else { None });
    for (label, says) in pairs.flatten().filter(|(label, _)| SHORT.contains(label)) {
        // one line stays for each that follows
        let follow = SHORT.iter().rev().take_while(|other| *other != label).count();
        let left = most.saturating_sub(page.lines.len() + follow);
        let says = join_whole_parts(&format!("{label}: {says}"), width, left);
        page.lines.extend(text::wrap_first_lines(&says, width, 0, left, ctx.theme.style(Role::Text)));
    }
    page.lines
}

/// As many parts between semicolons as stand in so many lines unbroken, with a sign where there are more.
fn join_whole_parts(says: &str, width: usize, most: usize) -> String {
    let parts: Vec<&str> = says.split("; ").collect();
    let first = |count: usize| format!("{}; {CUT}", parts[..count].join("; "));
    let mut ways = std::iter::once(says.to_string()).chain((1..parts.len()).rev().map(first));
    ways.find(|says| text::wrap(says, width).len() <= most).unwrap_or_else(|| says.to_string())
}

/// Everything about one start, wrapped to a width.
pub fn build_lines(start: &Start, width: usize, ctx: &OpenSession) -> Vec<Line<'static>> {
    let mut page = Page::new(width, ctx);
    page.lines.extend(build_head(start.fit.career, width, ctx));
    page.gap().blocks(&telling::compose_start(ctx.dataset(), ctx.record(), start).blocks);
    page.lines
}
