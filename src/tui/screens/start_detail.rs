//! What can be started now, one at a time: what it needs on day one, where it leads, what it pays.

use super::results::career_reader::head;
use super::results::text_builder::Page;
use crate::fit::Start;
use crate::report::outline::Block;
use crate::report::telling;
use crate::tui::context::OpenSession;
use crate::tui::theme::Role;
use ratatui::text::Line;

/// What is told of a start below a list.
const SHORT: [&str; 2] = ["On day one you need", "It leads to"];

/// What it needs on day one and where it leads, in a few lines below a list.
pub fn in_short(start: &Start, width: usize, ctx: &OpenSession) -> Vec<Line<'static>> {
    let mut page = Page::new(width, ctx);
    // title and fit: below a list there is no room for how sure the rank is
    page.lines.extend(head(start.fit.career, width, ctx).into_iter().take(2));

    let told = telling::start(ctx.dataset(), ctx.record(), start);
    let pairs = told.blocks.iter().filter_map(|block| if let Block::Pairs(pairs) = block { Some(pairs) } else { None });
    for (label, says) in pairs.flatten().filter(|(label, _)| SHORT.contains(label)) {
        page.text(&format!("{label}: {says}"), Role::Text);
    }
    page.lines
}

/// Everything about one start, wrapped to a width.
pub fn lines(start: &Start, width: usize, ctx: &OpenSession) -> Vec<Line<'static>> {
    let mut page = Page::new(width, ctx);
    page.lines.extend(head(start.fit.career, width, ctx));
    page.gap().blocks(&telling::start(ctx.dataset(), ctx.record(), start).blocks);
    page.lines
}
