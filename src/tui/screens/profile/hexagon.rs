//! The six interests as a hexagon, and the same as bars beside it.

use super::bars::build_track;
use crate::model::{Group, ScaleId};
use crate::tui::context::OpenSession;
use crate::tui::glyphs::{BULLET, FAINT, ON};
use crate::tui::theme::Role;
use crate::tui::widgets::cells;
use crate::tui::widgets::column::Column;
use crate::tui::widgets::text;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Color;
use ratatui::symbols::Marker;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;
use ratatui::widgets::canvas::{Canvas, Context, Line as Stroke};
use std::f64::consts::PI;

/// Standard deviations from the middle of the hexagon to its rim, each way.
const RIM: f64 = 2.0;
/// The smallest share of the radius, so that a low interest still has a place.
const MIN_RADIUS: f64 = 0.08;
/// A cell is about twice as high as wide.
const WIDER: f64 = 2.0;
/// Cells that a corner's name takes beside the picture.
const NAME_ROOM: f64 = 13.0;
/// Highest the picture is drawn: beyond that it tells no more.
const HIGHEST: u16 = 31;

/// A place in cells, from the left and from the top.
type Point = (f64, f64);

/// Draws both.
pub fn draw(buffer: &mut Buffer, area: Rect, ctx: &OpenSession) {
    let columns = [Constraint::Percentage(52), Constraint::Length(1), Constraint::Fill(1)];
    let area = Rect { height: area.height.min(HIGHEST), ..area };
    let [left, _, right] = Layout::horizontal(columns).areas(area);
    draw_picture(buffer, left, ctx);
    draw_bars(buffer, right, ctx);
}

fn draw_bars(buffer: &mut Buffer, area: Rect, ctx: &OpenSession) {
    let mut column = Column::new(buffer, area);
    let profile = &ctx.outcome().profile;
    column.text("The same as bars, and how sure:", ctx.theme.style(Role::Dim)).gap(1);

    for scale in list_interests() {
        let name = shorten_name(scale, ctx);
        let mut line = Line::from(format!("{name:<12}"));
        let width = column.width().saturating_sub(14).clamp(7, 41);
        let answered = profile.answers[scale] > 0;
        line.extend(build_track(profile.estimate[scale], profile.sd[scale], width, answered, ctx));
        column.line(&line).gap(u16::from(area.height > 14));
    }
}

fn list_interests() -> impl Iterator<Item = ScaleId> {
    Group::Interests.scales()
}

fn shorten_name(scale: ScaleId, ctx: &OpenSession) -> String {
    text::cut_text(&ctx.dataset().scales.get(scale).short, 11)
}

/// The hexagon with a corner for each interest: the rim, the usual halfway, and the person's own shape.
pub fn draw_picture(buffer: &mut Buffer, area: Rect, ctx: &OpenSession) {
    let profile = &ctx.outcome().profile;
    let inside = Rect { y: area.y + 1, height: area.height.saturating_sub(2), ..area };
    let middle = (f64::from(inside.width) / 2.0, f64::from(inside.height) / 2.0);
    // the corners at the sides are nearer to the middle than the radius, by the cosine of 30 degrees
    let radius = (middle.1 - 0.5).min((middle.0 - NAME_ROOM).max(4.0) / WIDER / (PI / 6.0).cos());

    let share = |estimate: f64| ((estimate + RIM) / (2.0 * RIM)).clamp(MIN_RADIUS, 1.0);
    let ring = |share: f64| -> Vec<Point> { (0..6).map(|at| find_corner(at, share, middle, radius)).collect() };
    let own: Vec<Point> = list_interests()
        .enumerate()
        .map(|(at, scale)| find_corner(at, share(profile.estimate[scale]), middle, radius))
        .collect();

    let rim = ring(1.0);
    if ctx.theme.is_ascii() {
        draw_outline(buffer, inside, &rim, FAINT, Role::Dim, ctx);
        draw_outline(buffer, inside, &own, BULLET, Role::Bar, ctx);
    } else {
        draw_in_dots(buffer, inside, &[(&rim, Role::Rule), (&ring(share(0.0)), Role::Rule), (&own, Role::Bar)], ctx);
    }

    // last, so that no line runs over a corner
    for point in &own {
        set_sign(buffer, inside, *point, ON, Role::Accent, ctx);
    }
    for (at, scale) in list_interests().enumerate() {
        draw_label(buffer, area, inside, (rim[at], at), &shorten_name(scale, ctx), ctx);
    }
}

/// A corner's place: the first at the top, then clockwise.
fn find_corner(at: usize, share: f64, middle: Point, radius: f64) -> Point {
    let angle = -PI / 2.0 + at as f64 * PI / 3.0;
    (middle.0 + angle.cos() * radius * share * WIDER, middle.1 + angle.sin() * radius * share)
}

/// The sides of a figure, from each corner to the next.
fn list_sides(corners: &[Point]) -> impl Iterator<Item = (Point, Point)> + '_ {
    corners.iter().copied().zip(corners.iter().copied().cycle().skip(1))
}

/// Figures in braille dots, the last one on top.
fn draw_in_dots(buffer: &mut Buffer, area: Rect, figures: &[(&Vec<Point>, Role)], ctx: &OpenSession) {
    let height = f64::from(area.height);
    let paint = |canvas: &mut Context<'_>| {
        for (corners, role) in figures {
            canvas.layer();
            let color = ctx.theme.style(*role).fg.unwrap_or(Color::Reset);
            for ((x1, y1), (x2, y2)) in list_sides(corners) {
                // a canvas counts from below
                canvas.draw(&Stroke { x1, y1: height - y1, x2, y2: height - y2, color });
            }
        }
    };

    let canvas = Canvas::default().marker(Marker::Braille).x_bounds([0.0, f64::from(area.width)]);
    canvas.y_bounds([0.0, height]).paint(paint).render(area, buffer);
}

/// The sides of a figure, a sign a cell.
fn draw_outline(buffer: &mut Buffer, area: Rect, corners: &[Point], sign: &str, role: Role, ctx: &OpenSession) {
    for (from, to) in list_sides(corners) {
        // as many signs as the longer way has cells, so that no gap is left
        let steps = cells::find_nearest((to.0 - from.0).abs().max((to.1 - from.1).abs()).ceil().max(1.0));
        for step in 0..=steps {
            let part = f64::from(step) / f64::from(steps);
            set_sign(buffer, area, (from.0 + (to.0 - from.0) * part, from.1 + (to.1 - from.1) * part), sign, role, ctx);
        }
    }
}

fn set_sign(buffer: &mut Buffer, area: Rect, (x, y): Point, sign: &str, role: Role, ctx: &OpenSession) {
    let (x, y) = (cells::find_nearest(x.floor()), cells::find_nearest(y.floor()));
    if x < area.width && y < area.height {
        buffer.set_stringn(area.x + x, area.y + y, sign, 1, ctx.theme.style(role));
    }
}

/// A corner's name: above the top one, below the lowest, else outside.
fn draw_label(
    buffer: &mut Buffer,
    area: Rect,
    inside: Rect,
    (point, at): (Point, usize),
    name: &str,
    ctx: &OpenSession,
) {
    let cells_wide = cells::count_cells(text::measure_width(name));
    let width = f64::from(cells_wide);
    let (x, y) = match at {
        0 => (point.0 - width / 2.0, -1.0),
        3 => (point.0 - width / 2.0, point.1.floor() + 1.0),
        1 | 2 => (point.0 + 2.0, point.1.floor()),
        _ => (point.0 - width - 1.0, point.1.floor()),
    };

    let x = area.x + cells::find_nearest(x).min(area.width.saturating_sub(cells_wide));
    let y = cells::find_nearest((f64::from(inside.y) + y).floor());
    if y >= area.y && y < area.bottom() {
        let span = Span::styled(name.to_string(), ctx.theme.style(Role::Strong));
        text::draw(buffer, x, y, &Line::from(span), area.right().saturating_sub(x));
    }
}
