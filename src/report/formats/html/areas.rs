//! The map of areas, each dot with its name where it covers no other.

use super::charts::{Drawn, draw_circle, draw_line, write_text};
use crate::fit::Advice;
use crate::report::outline::Dot;
use crate::report::telling::{ENJOY, GOOD_AT};
use std::fmt::Write;

const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 420.0;
/// Free space around the map: left, top, right, below.
const EDGES: (f64, f64, f64, f64) = (40.0, 12.0, 20.0, 36.0);
/// About the width of a letter and the height of a line.
const LETTER: (f64, f64) = (6.4, 13.0);

/// Left, top, right and lower edge of the map.
const MAP: (f64, f64, f64, f64) = (EDGES.0, EDGES.1, WIDTH - EDGES.2, HEIGHT - EDGES.3);

fn to_x(value: f64) -> f64 {
    MAP.0 + (value - 1.0) / 4.0 * (MAP.2 - MAP.0)
}

fn to_y(value: f64) -> f64 {
    MAP.3 - (value - 1.0) / 4.0 * (MAP.3 - MAP.1)
}

/// Enjoying across, being good at upwards, both from 1 to 5.
pub fn draw_map(dots: &[Dot]) -> Drawn {
    let mut inside = String::new();
    draw_grid(&mut inside);
    let mut taken = draw_corners(&mut inside);

    let points: Vec<(f64, f64)> = dots.iter().map(|dot| (to_x(dot.enjoy.0), to_y(dot.good_at.0))).collect();
    for (dot, (x, y)) in dots.iter().zip(&points) {
        let (enjoy, good_at) = (to_x(1.0 + dot.enjoy.1) - to_x(1.0), to_y(1.0) - to_y(1.0 + dot.good_at.1));
        let _ = writeln!(
            inside,
            "<ellipse cx=\"{x:.1}\" cy=\"{y:.1}\" rx=\"{enjoy:.1}\" ry=\"{good_at:.1}\" class=\"blur\"/>"
        );
    }

    // No name may cover a dot, not even one that is drawn later.
    taken.extend(points.iter().map(|(x, y)| Place { x: x - 6.0, y: y - 6.0, width: 12.0, height: 12.0 }));
    for (dot, point) in dots.iter().zip(points) {
        draw_circle(&mut inside, point, 5.0, "mark");
        let (at, anchor) = find_free_place(point, &dot.name, &taken);
        write_text(&mut inside, at, anchor, "name", &dot.name);
        taken.push(Place::of(at, anchor, &dot.name));
    }

    Drawn { class: "areas", width: WIDTH, height: HEIGHT, inside }
}

fn draw_grid(inside: &mut String) {
    let (left, top, right, bottom) = MAP;
    for tick in 1..=5 {
        let (x, y) = (to_x(f64::from(tick)), to_y(f64::from(tick)));
        let class = if tick == 3 { "middle" } else { "grid" };
        draw_line(inside, (x, top), (x, bottom), class);
        draw_line(inside, (left, y), (right, y), class);
        write_text(inside, (x, bottom + 15.0), "middle", "tick", &tick.to_string());
        write_text(inside, (left - 8.0, y + 4.0), "end", "tick", &tick.to_string());
    }

    write_text(inside, (to_x(3.0), HEIGHT - 4.0), "middle", "tick", &format!("{ENJOY} →"));
    let (x, y) = (11.0, to_y(3.0));
    let _ = writeln!(
        inside,
        "<text x=\"{x}\" y=\"{y}\" text-anchor=\"middle\" class=\"tick\" transform=\"rotate(-90 {x} {y})\">{GOOD_AT} →</text>"
    );
}

/// What each corner says, and where the words stand.
fn draw_corners(inside: &mut String) -> Vec<Place> {
    let (left, top, right, bottom) = MAP;
    let corners = [
        ((left + 8.0, top + 16.0), "start", Advice::RatherNot.words()),
        ((right - 8.0, top + 16.0), "end", Advice::DoMore.words()),
        ((left + 8.0, bottom - 8.0), "start", Advice::Leave.words()),
        ((right - 8.0, bottom - 8.0), "end", Advice::Learn.words()),
    ];

    for (at, anchor, says) in corners {
        write_text(inside, at, anchor, "corner", says);
    }
    corners.map(|(at, anchor, says)| Place::of(at, anchor, says)).to_vec()
}

/// A rectangle that is taken.
#[derive(Clone, Copy)]
struct Place {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
}

impl Place {
    /// Where a name stands.
    fn of((x, y): (f64, f64), anchor: &str, name: &str) -> Self {
        let (width, height) = (LETTER.0 * name.chars().count() as f64, LETTER.1);
        Self { x: if anchor == "end" { x - width } else { x }, y: y - height + 3.0, width, height }
    }

    fn covers(&self, other: &Self) -> bool {
        let apart = self.x + self.width < other.x || other.x + other.width < self.x;
        !apart && self.y < other.y + other.height && other.y < self.y + self.height
    }
}

/// The nearest place beside a dot where its name covers nothing, or else just right of it.
fn find_free_place((x, y): (f64, f64), name: &str, taken: &[Place]) -> ((f64, f64), &'static str) {
    // The nearest come first, since the first free place is taken.
    let heights = [4.0, -9.0, 17.0, -21.0, 29.0, -33.0, 41.0, -45.0, 53.0];
    let mut places =
        heights.into_iter().flat_map(|down| [((x + 9.0, y + down), "start"), ((x - 9.0, y + down), "end")]);

    let fits = |(at, anchor): &((f64, f64), &'static str)| {
        let place = Place::of(*at, anchor, name);
        let within = place.x >= MAP.0 && place.x + place.width <= MAP.2;
        within && !taken.iter().any(|other| other.covers(&place))
    };

    places.find(fits).unwrap_or(((x + 9.0, y + 4.0), "start"))
}
