//! The map of areas: what one enjoys across, what one is good at upwards.
//!
//! ```text
//! can, not keen │ do more
//!      c        │       a
//! ──────────────┼─────────
//! leave         │ learn
//! ```

use crate::fit::{Advice, AreaView};
use crate::tui::desk::Desk;
use crate::tui::glyphs::{ACROSS, DOWN};
use crate::tui::theme::Role;
use crate::tui::widgets::column::Column;
use crate::tui::widgets::text;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

/// Answers run from 1 to 5.
const RANGE: (f64, f64) = (1.0, 5.0);

/// The letter of an area.
fn letter(at: usize) -> char {
    char::from(b'a' + (at % 26) as u8)
}

/// Draws the map and its key.
pub fn draw(buffer: &mut Buffer, area: Rect, areas: &[AreaView], desk: &Desk) {
    let columns = [Constraint::Fill(1), Constraint::Length(2), Constraint::Length(40.min(area.width / 2 + 2))];
    let [left, _, right] = Layout::horizontal(columns).areas(area);
    let map = Rect { width: left.width.min(60), height: left.height.saturating_sub(1).min(21), ..left };
    grid(buffer, map, desk);
    points(buffer, map, areas, desk);
    let below = Rect { y: map.bottom().min(area.bottom().saturating_sub(1)), height: 1, ..left };
    let says = text::cut("across: enjoy; upwards: good at", usize::from(below.width));
    buffer.set_stringn(below.x, below.y, says, usize::from(below.width), desk.theme.style(Role::Dim));
    key(buffer, right, areas, desk);
}

fn grid(buffer: &mut Buffer, area: Rect, desk: &Desk) {
    let (x, y) = (area.x + area.width / 2, area.y + area.height / 2);
    let rule = desk.theme.style(Role::Rule);
    buffer.set_stringn(area.x, y, ACROSS.repeat(usize::from(area.width)), usize::from(area.width), rule);
    for row in area.top()..area.bottom() {
        buffer.set_stringn(x, row, DOWN, 1, rule);
    }
    let half = usize::from(area.width / 2).saturating_sub(1);
    let last = area.bottom().saturating_sub(1);
    let corners = [
        (area.x, area.y, Advice::RatherNot),
        (x + 2, area.y, Advice::DoMore),
        (area.x, last, Advice::Leave),
        (x + 2, last, Advice::Learn),
    ];
    for (x, y, advice) in corners {
        buffer.set_stringn(x, y, text::cut(advice.words(), half), half, desk.theme.style(Role::Dim));
    }
}

/// Puts each area's letter at its place, or the next free one to the right.
fn points(buffer: &mut Buffer, area: Rect, areas: &[AreaView], desk: &Desk) {
    let share = |value: f64| (value - RANGE.0) / (RANGE.1 - RANGE.0);
    let mut taken: Vec<(u16, u16)> = Vec::new();
    for (at, view) in areas.iter().enumerate() {
        let (Some(enjoy), Some(good_at)) = (view.enjoy, view.good_at) else { continue };
        let mut x = (share(enjoy) * f64::from(area.width.saturating_sub(1))).round() as u16;
        // the words stand in the first and last row
        let rows = area.height.saturating_sub(3);
        let y = 1 + ((1.0 - share(good_at)) * f64::from(rows)).round() as u16;
        while taken.contains(&(x, y)) && x + 1 < area.width {
            x += 1;
        }
        taken.push((x, y));
        let sign = letter(at).to_string();
        buffer.set_stringn(area.x + x, area.y + y, sign, 1, desk.theme.style(Role::Current));
    }
}

/// The areas by letter, and what their places say.
fn key(buffer: &mut Buffer, area: Rect, areas: &[AreaView], desk: &Desk) {
    let Some(matcher) = desk.matcher() else { return };
    let mut column = Column::new(buffer, area);
    for (at, view) in areas.iter().enumerate() {
        let Some(entry) = matcher.kit.scales.areas.get(view.area) else { continue };
        let role = if view.advice == Advice::Open { Role::Dim } else { Role::Text };
        column.line(&Line::from(vec![
            Span::styled(letter(at).to_string(), desk.theme.style(Role::Current)),
            Span::styled(format!(" {:<17} ", entry.name), desk.theme.style(role)),
            Span::styled(view.advice.words(), desk.theme.style(Role::Dim)),
        ]));
    }
}
