//! One-line charts that stand above each other on one axis: a place with its interval, pay, an estimate with its spread.

use super::cells;
use crate::model::RankInterval;
use crate::tui::context::Shell;
use crate::tui::glyphs::{ACROSS, DOWN, FAINT, FULL, HEAVY, ON, RANGE};
use crate::tui::theme::Role;
use ratatui::text::{Line, Span};

/// A career's rank among `of`, and the ranks between which it would land again, on an axis that grows by factors, since the
/// first ranks matter most. The interval holds the rank; a `pale` one is still worked on.
pub fn build_place(
    rank: usize,
    interval: Option<RankInterval>,
    of: usize,
    width: usize,
    pale: bool,
    shell: &Shell,
) -> Line<'static> {
    let most = (of.max(2) as f64).ln();
    let last = width.saturating_sub(1) as f64;
    let at = |rank: usize| usize::from(cells::find_nearest((rank.clamp(1, of.max(1)) as f64).ln() / most * last));
    let (knob, range) = (at(rank), interval.map(|found| at(found.low)..=at(found.high)));
    let bar = if pale { Role::Dim } else { Role::Bar };

    let sign = |cell: usize| match cell {
        cell if cell == knob => (ON, Role::Current),
        cell if range.as_ref().is_some_and(|range| range.contains(&cell)) => (RANGE, bar),
        _ => (FAINT, Role::Dim),
    };
    (0..width).map(|cell| style_sign(sign(cell), shell)).collect()
}

/// Pay in dollars a year from nothing to `most`: thin from the 10th to the 90th percentile, thick for the middle half, a knob
/// for the median.
pub fn build_pay(percentiles: &[Option<u32>; 5], most: u32, width: usize, shell: &Shell) -> Line<'static> {
    let [p10, p25, median, p75, p90] = *percentiles;
    let place = |dollars: u32| dollars.min(most) as usize * width.saturating_sub(1) / most.max(1) as usize;

    // what is not published lies above the highest figure that is
    let within = |at: usize, low: Option<u32>, high: Option<u32>| {
        let high = high.map_or(width, place);
        low.is_some_and(|low| (place(low)..=high).contains(&at))
    };

    let sign = |at: usize| match at {
        at if median.is_some_and(|median| at == place(median)) => (ON, Role::Current),
        at if within(at, p25, p75) => (FULL, Role::Bar),
        at if within(at, p10, p90) => (HEAVY, Role::Bar),
        _ => (FAINT, Role::Dim),
    };
    (0..width).map(|at| style_sign(sign(at), shell)).collect()
}

fn style_sign((sign, role): (&'static str, Role), shell: &Shell) -> Span<'static> {
    Span::styled(sign, shell.theme.style(role))
}

/// An estimate with its spread on an axis whose middle is marked; pale where no answer speaks of it.
pub fn build_estimate(
    (value, sd): (f64, f64),
    (from, to): (f64, f64),
    width: usize,
    pale: bool,
    shell: &Shell,
) -> Vec<Span<'static>> {
    let last = width.saturating_sub(1);
    let place =
        |value: f64| usize::from(cells::find_nearest((value.clamp(from, to) - from) / (to - from) * last as f64));
    let (low, knob, high) = (place(value - sd), place(value), place(value + sd));

    let sign = |at: usize| match at {
        at if at == knob => (ON, if pale { Role::Dim } else { Role::Accent }),
        at if (low..=high).contains(&at) => (RANGE, if pale { Role::Dim } else { Role::Bar }),
        at if at == last / 2 => (DOWN, Role::Rule),
        _ => (ACROSS, Role::Rule),
    };
    (0..width).map(|at| style_sign(sign(at), shell)).collect()
}
