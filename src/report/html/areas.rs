//! The map of areas, each dot with its name where it covers no other.

use super::charts::{Drawn, circle, line, text};
use crate::report::outline::Dot;
use std::fmt::Write;

const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 420.0;
/// Free space around the map: left, top, right, below.
const EDGES: (f64, f64, f64, f64) = (40.0, 12.0, 20.0, 36.0);
/// About the width of a letter and the height of a line.
const LETTER: (f64, f64) = (6.4, 13.0);

/// Enjoying across, being good at upwards, both from 1 to 5.
pub fn map(dots: &[Dot]) -> Drawn {
    let (left, top) = (EDGES.0, EDGES.1);
    let (right, bottom) = (WIDTH - EDGES.2, HEIGHT - EDGES.3);
    let across = |value: f64| left + (value - 1.0) / 4.0 * (right - left);
    let upwards = |value: f64| bottom - (value - 1.0) / 4.0 * (bottom - top);
    let mut inside = String::new();
    for tick in 1..=5 {
        let (x, y) = (across(f64::from(tick)), upwards(f64::from(tick)));
        let class = if tick == 3 { "middle" } else { "grid" };
        line(&mut inside, (x, top), (x, bottom), class);
        line(&mut inside, (left, y), (right, y), class);
        text(&mut inside, (x, bottom + 15.0), "middle", "tick", &tick.to_string());
        text(&mut inside, (left - 8.0, y + 4.0), "end", "tick", &tick.to_string());
    }
    let corners = [
        (left + 8.0, top + 16.0, "start", "can, would rather not"),
        (right - 8.0, top + 16.0, "end", "do more"),
        (left + 8.0, bottom - 8.0, "start", "leave"),
        (right - 8.0, bottom - 8.0, "end", "learn"),
    ];
    let mut taken: Vec<Place> = Vec::new();
    for (x, y, anchor, says) in corners {
        text(&mut inside, (x, y), anchor, "corner", says);
        taken.push(Place::of((x, y), anchor, says));
    }
    text(&mut inside, ((left + right) / 2.0, HEIGHT - 4.0), "middle", "tick", "I enjoy it →");
    let (x, y) = (11.0, (top + bottom) / 2.0);
    let _ = writeln!(
        inside,
        "<text x=\"{x}\" y=\"{y}\" text-anchor=\"middle\" class=\"tick\" transform=\"rotate(-90 {x} {y})\">I am good at it →</text>"
    );
    let points: Vec<(f64, f64)> = dots.iter().map(|dot| (across(dot.enjoy), upwards(dot.good_at))).collect();
    taken.extend(points.iter().map(|(x, y)| Place { x: x - 6.0, y: y - 6.0, width: 12.0, height: 12.0 }));
    for (dot, point) in dots.iter().zip(points) {
        circle(&mut inside, point, 5.0, "mark");
        let (at, anchor) = free(point, &dot.name, (left, right), &taken);
        text(&mut inside, at, anchor, "name", &dot.name);
        taken.push(Place::of(at, anchor, &dot.name));
    }
    Drawn { class: "areas", width: WIDTH as u32, height: HEIGHT as u32, inside, read_as_table: true }
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
fn free((x, y): (f64, f64), name: &str, (left, right): (f64, f64), taken: &[Place]) -> ((f64, f64), &'static str) {
    let heights = [4.0, -9.0, 17.0, -21.0, 29.0, -33.0, 41.0, -45.0, 53.0];
    let mut places =
        heights.into_iter().flat_map(|down| [((x + 9.0, y + down), "start"), ((x - 9.0, y + down), "end")]);
    let fits = |(at, anchor): &((f64, f64), &'static str)| {
        let place = Place::of(*at, anchor, name);
        let within = place.x >= left && place.x + place.width <= right;
        within && !taken.iter().any(|other| other.covers(&place))
    };
    places.find(fits).unwrap_or(((x + 9.0, y + 4.0), "start"))
}
