//! The charts as SVG; colours come from the page's style, light, dark or printed.

use super::escape;
use crate::report::format::{format_money, format_signed};
use crate::report::outline::{Bar, PayStrip, ProjectedRank, find_pay_axis};
use std::f64::consts::PI;
use std::fmt::Write;

/// A drawn chart.
pub struct Drawn {
    /// Class of its figure.
    pub class: &'static str,
    /// Width of its drawing, in its own units.
    pub width: f64,
    /// Height of its drawing.
    pub height: f64,
    /// What is drawn.
    pub inside: String,
}

/// Standard deviations at each end of an axis.
const ENDS: f64 = 2.5;
/// Width of a wide chart.
const WIDE: f64 = 640.0;

pub(super) fn write_text(into: &mut String, (x, y): (f64, f64), anchor: &str, class: &str, says: &str) {
    let says = escape(says);
    let _ = writeln!(into, "<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\" class=\"{class}\">{says}</text>");
}

pub(super) fn draw_line(into: &mut String, from: (f64, f64), to: (f64, f64), class: &str) {
    let ((x1, y1), (x2, y2)) = (from, to);
    let _ = writeln!(into, "<line x1=\"{x1:.1}\" y1=\"{y1:.1}\" x2=\"{x2:.1}\" y2=\"{y2:.1}\" class=\"{class}\"/>");
}

pub(super) fn draw_circle(into: &mut String, (x, y): (f64, f64), radius: f64, class: &str) {
    let _ = writeln!(into, "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{radius}\" class=\"{class}\"/>");
}

/// The share of an axis from -2.5 to 2.5 standard deviations.
fn to_share(estimate: f64) -> f64 {
    (estimate.clamp(-ENDS, ENDS) + ENDS) / (2.0 * ENDS)
}

/// The middle of the hexagon and the distance of its corners.
const HEXAGON: (f64, f64, f64) = (300.0, 175.0, 130.0);

/// A place on the way to a corner: the first at the top, then clockwise.
fn find_corner(at: usize, of: usize, share: f64) -> (f64, f64) {
    let (x, y, radius) = HEXAGON;
    let angle = -PI / 2.0 + at as f64 * 2.0 * PI / of.max(1) as f64;
    (x + angle.cos() * radius * share, y + angle.sin() * radius * share)
}

fn draw_polygon(into: &mut String, corners: impl Iterator<Item = (f64, f64)>, class: &str) {
    let corners: Vec<String> = corners.map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
    let _ = writeln!(into, "<polygon points=\"{}\" class=\"{class}\"/>", corners.join(" "));
}

/// The interests around a hexagon: the rim, the middle dashed, and the person's own shape with whiskers.
pub fn draw_hexagon(bars: &[Bar]) -> Drawn {
    let mut inside = String::new();
    let of = bars.len();

    for (estimate, class) in [(ENDS, "rim"), (0.0, "middle")] {
        draw_polygon(&mut inside, (0..of).map(|at| find_corner(at, of, to_share(estimate))), class);
    }
    for at in 0..of {
        draw_line(&mut inside, (HEXAGON.0, HEXAGON.1), find_corner(at, of, 1.0), "grid");
    }

    let own = bars.iter().enumerate().map(|(at, bar)| find_corner(at, of, to_share(bar.estimate)));
    draw_polygon(&mut inside, own, "shape");

    for (at, bar) in bars.iter().enumerate() {
        let pale = if bar.answers > 0 { "" } else { " pale" };
        let end = |estimate| find_corner(at, of, to_share(estimate));
        draw_line(&mut inside, end(bar.estimate - bar.sd), end(bar.estimate + bar.sd), &format!("whisker{pale}"));
        draw_circle(&mut inside, end(bar.estimate), 4.5, &format!("mark{pale}"));
        draw_corner_name(&mut inside, find_corner(at, of, 1.0), bar);
    }

    Drawn { class: "hexagon", width: 600.0, height: 350.0, inside }
}

/// A corner's name and figure: above the top one, below the lowest, else outside.
fn draw_corner_name(inside: &mut String, (x, y): (f64, f64), bar: &Bar) {
    let aside = x - HEXAGON.0;
    let (anchor, moved) = match aside {
        aside if aside.abs() < 1.0 => ("middle", 0.0),
        aside if aside > 0.0 => ("start", 8.0),
        _ => ("end", -8.0),
    };
    let below = match y - HEXAGON.1 {
        up if up < -HEXAGON.2 * 0.9 => -22.0,
        down if down > HEXAGON.2 * 0.9 => 18.0,
        _ => -2.0,
    };

    write_text(inside, (x + moved, y + below), anchor, "name", &bar.name);
    write_text(inside, (x + moved, y + below + 14.0), anchor, "value", &format_signed(bar.estimate, 1));
}

/// Estimates as marks with whiskers, one a row.
pub fn draw_bars(bars: &[Bar]) -> Drawn {
    let (left, right, row, top) = (230.0, WIDE - 60.0, 19.0, 26.0);
    let place = |estimate: f64| left + to_share(estimate) * (right - left);
    let height = top + row * bars.len() as f64 + 6.0;
    let mut inside = String::new();

    for tick in -2..=2 {
        let x = place(f64::from(tick));
        draw_line(&mut inside, (x, top - 4.0), (x, height), if tick == 0 { "middle" } else { "grid" });
        write_text(
            &mut inside,
            (x, top - 10.0),
            "middle",
            "tick",
            &if tick == 0 { "usual".into() } else { format!("{tick:+}") },
        );
    }

    for (bar, at) in bars.iter().zip(0..) {
        let y = top + row * (f64::from(at) + 0.5);
        let pale = if bar.answers > 0 { "" } else { " pale" };
        write_text(&mut inside, (left - 12.0, y + 4.0), "end", &format!("name{pale}"), &bar.name);
        draw_line(
            &mut inside,
            (place(bar.estimate - bar.sd), y),
            (place(bar.estimate + bar.sd), y),
            &format!("whisker{pale}"),
        );
        draw_circle(&mut inside, (place(bar.estimate), y), 4.5, &format!("mark{pale}"));
        write_text(&mut inside, (WIDE, y + 4.0), "end", &format!("value{pale}"), &format_signed(bar.estimate, 1));
    }

    Drawn { class: "bars", width: WIDE, height, inside }
}

/// Letters of a title that fit beside a chart.
const TITLE: usize = 38;

fn cut_title(title: &str) -> String {
    if title.chars().count() <= TITLE {
        return title.to_string();
    }
    let cut: String = title.chars().take(TITLE - 1).collect();
    cut.trim_end().to_string() + "…"
}

/// Rank intervals; ranks grow by factors, since the first ones matter most.
pub fn draw_ranks(of: usize, landings: &[ProjectedRank]) -> Drawn {
    let (left, right, row, top) = (250.0, WIDE - 20.0, 24.0, 26.0);
    // There is a logarithm to divide by also where there is one career only.
    let most = (of.max(2) as f64).ln();
    let place = |rank: usize| left + (rank.clamp(1, of.max(1)) as f64).ln() / most * (right - left);
    let height = top + row * landings.len() as f64 + 6.0;
    let mut inside = String::new();

    // A round tick close to the last one would run into it; ranks grow by factors, so close is within a factor of two.
    let ticks = [1, 3, 10, 30, 100, 300].into_iter().filter(|tick| tick * 2 < of).chain([of]);
    for tick in ticks {
        let x = place(tick);
        draw_line(&mut inside, (x, top - 4.0), (x, height), "grid");
        write_text(&mut inside, (x, top - 10.0), "middle", "tick", &tick.to_string());
    }
    write_text(&mut inside, (left - 12.0, top - 10.0), "end", "tick", "rank");

    for (landing, at) in landings.iter().zip(0..) {
        let y = top + row * (f64::from(at) + 0.5);
        write_text(&mut inside, (left - 12.0, y + 4.0), "end", "name", &cut_title(&landing.title));
        draw_line(&mut inside, (place(landing.between.0), y), (place(landing.between.1), y), "span");
        draw_circle(&mut inside, (place(landing.rank), y), 5.0, "mark");
    }

    Drawn { class: "ranks", width: WIDE, height, inside }
}

/// Pay as strips above each other: thin from the 10th to the 90th percentile, thick for the middle half.
pub fn draw_pay(strips: &[PayStrip]) -> Drawn {
    let end = find_pay_axis(strips.iter().map(|strip| &strip.percentiles));
    let named = strips.iter().any(|strip| !strip.name.is_empty());
    let (left, right, row) = (if named { 250.0 } else { 20.0 }, WIDE - 30.0, 24.0);
    let place = |dollars: u32| left + f64::from(dollars.min(end)) / f64::from(end) * (right - left);
    let height = row * strips.len() as f64 + 8.0;
    let mut inside = String::new();

    for tick in (0..=end).step_by(end as usize / 5) {
        let x = place(tick);
        draw_line(&mut inside, (x, 6.0), (x, height), "grid");
        write_text(&mut inside, (x, height + 13.0), "middle", "tick", &format_money(tick));
    }

    for (strip, at) in strips.iter().zip(0..) {
        let y = 6.0 + row * (f64::from(at) + 0.5);
        // what is not published lies above the highest figure that is
        let at = |which: usize| strip.percentiles[which].map_or(right, place);
        write_text(&mut inside, (left - 12.0, y + 4.0), "end", "name", &cut_title(&strip.name));
        draw_line(&mut inside, (at(0), y), (at(4), y), "whisker");
        draw_line(&mut inside, (at(1), y), (at(3), y), "span");
        if strip.percentiles[2].is_some() {
            draw_circle(&mut inside, (at(2), y), 5.0, "mark");
        }
    }

    Drawn { class: "pay", width: WIDE, height: height + 18.0, inside }
}
