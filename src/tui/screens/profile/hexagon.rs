//! The six interests as a hexagon, and the same as bars beside or below it.

use super::bars::track;
use crate::model::{Group, ScaleId};
use crate::tui::desk::Desk;
use crate::tui::glyphs::{BULLET, FAINT, ON};
use crate::tui::theme::Role;
use crate::tui::widgets::column::Column;
use crate::tui::widgets::text;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use std::f64::consts::PI;

/// Standard deviations from the middle of the hexagon to its rim, each way.
const RIM: f64 = 2.0;
/// The smallest share of the radius, so that a low interest still has a place.
const LEAST: f64 = 0.08;
/// A cell is about twice as high as wide.
const WIDER: f64 = 2.0;

/// Draws both.
pub fn draw(buffer: &mut Buffer, area: Rect, desk: &Desk) {
    let Some(outcome) = desk.outcome() else {
        Column::new(buffer, area).text("Nothing is answered yet.", desk.theme.style(Role::Dim));
        return;
    };
    let interests: Vec<ScaleId> = Group::Interests.range().filter_map(ScaleId::new).collect();
    let estimates: Vec<f64> = interests.iter().map(|scale| outcome.profile.estimate(*scale)).collect();
    let columns = [Constraint::Percentage(52), Constraint::Length(1), Constraint::Fill(1)];
    let [left, _, right] = Layout::horizontal(columns).areas(area);
    picture(buffer, left, &estimates, &interests, desk);
    let mut column = Column::new(buffer, right);
    column.text("The same as bars, and how sure:", desk.theme.style(Role::Dim)).gap(1);
    for (scale, estimate) in interests.iter().zip(&estimates) {
        let name = name(*scale, desk);
        let mut line = Line::from(format!("{name:<12}"));
        let width = column.width().saturating_sub(14).clamp(7, 31);
        let answered = outcome.profile.answered[scale.index()];
        line.extend(track(*estimate, outcome.profile.sd(*scale), width, answered, desk));
        column.line(&line).gap(u16::from(area.height > 14));
    }
}

fn name(scale: ScaleId, desk: &Desk) -> String {
    desk.matcher().map(|matcher| text::cut(&matcher.kit.scales.get(scale).short, 11)).unwrap_or_default()
}

/// A corner's place: the first at the top, then clockwise.
fn corner(at: usize, share: f64, middle: (f64, f64), radius: f64) -> (f64, f64) {
    let angle = -PI / 2.0 + at as f64 * PI / 3.0;
    (middle.0 + angle.cos() * radius * share * WIDER, middle.1 + angle.sin() * radius * share)
}

fn picture(buffer: &mut Buffer, area: Rect, estimates: &[f64], interests: &[ScaleId], desk: &Desk) {
    let inside = Rect { y: area.y + 1, height: area.height.saturating_sub(2), ..area };
    let middle = (f64::from(inside.width) / 2.0, (f64::from(inside.height) - 1.0) / 2.0);
    let radius = middle.1.min((middle.0 - 10.0).max(4.0) / WIDER / (PI / 6.0).cos());
    let share = |estimate: f64| ((estimate + RIM) / (2.0 * RIM)).clamp(LEAST, 1.0);
    let rim: Vec<(f64, f64)> = (0..6).map(|at| corner(at, 1.0, middle, radius)).collect();
    let own: Vec<(f64, f64)> =
        estimates.iter().enumerate().map(|(at, estimate)| corner(at, share(*estimate), middle, radius)).collect();
    outline(buffer, inside, &rim, FAINT, Role::Dim, desk);
    outline(buffer, inside, &own, BULLET, Role::Bar, desk);
    for point in &own {
        set(buffer, inside, *point, ON, Role::Accent, desk);
    }
    for (at, scale) in interests.iter().enumerate() {
        label(buffer, area, inside, rim[at], at, &name(*scale, desk), desk);
    }
}

/// The sides of a figure.
fn outline(buffer: &mut Buffer, area: Rect, corners: &[(f64, f64)], sign: &str, role: Role, desk: &Desk) {
    for (from, to) in corners.iter().zip(corners.iter().cycle().skip(1)) {
        let steps = (to.0 - from.0).abs().max((to.1 - from.1).abs()).ceil().max(1.0);
        for step in 0..=steps as usize {
            let part = step as f64 / steps;
            set(buffer, area, (from.0 + (to.0 - from.0) * part, from.1 + (to.1 - from.1) * part), sign, role, desk);
        }
    }
}

fn set(buffer: &mut Buffer, area: Rect, (x, y): (f64, f64), sign: &str, role: Role, desk: &Desk) {
    let (x, y) = (x.round().max(0.0) as u16, y.round().max(0.0) as u16);
    if x < area.width && y < area.height {
        buffer.set_stringn(area.x + x, area.y + y, sign, 1, desk.theme.style(role));
    }
}

/// A corner's name: above the top one, below the lowest, else outside.
fn label(buffer: &mut Buffer, area: Rect, inside: Rect, point: (f64, f64), at: usize, name: &str, desk: &Desk) {
    let width = text::width(name) as f64;
    let (x, y) = match at {
        0 => (point.0 - width / 2.0, -1.0),
        3 => (point.0 - width / 2.0, point.1 + 1.0),
        1 | 2 => (point.0 + 2.0, point.1),
        _ => (point.0 - width - 1.0, point.1),
    };
    let x = area.x + (x.round().max(0.0) as u16).min(area.width.saturating_sub(width as u16));
    let y = (f64::from(inside.y) + y.round()).max(0.0) as u16;
    if y >= area.y && y < area.bottom() {
        let span = Span::styled(name.to_string(), desk.theme.style(Role::Strong));
        text::draw(buffer, x, y, &Line::from(span), area.right().saturating_sub(x));
    }
}
