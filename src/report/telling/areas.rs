//! The map of areas in words: how it is read, what stands on its axes, and what follows for an area.

use crate::fit::{Advice, AreaView};
use crate::report::format::capitalise;

/// What stands along the axis of enjoying.
pub const ENJOY: &str = "I enjoy it";

/// What stands along the axis of being good at.
pub const GOOD_AT: &str = "I am good at it";

/// How the map is read, whatever it is drawn with.
pub const MAP_LEGEND: &str = "Each area stands where your answers put it, or lead us to expect it.";

/// The same for how far that may be off, where it is drawn.
pub const SHADING: &str = "The shading shows how far off it may be.";

/// The same where figures stand in the place of a drawing.
pub const PLUS_MINUS: &str = "The figure after ± says how far off it may be.";

/// What is said where the questions ask about no area.
pub const NO_AREAS: &str = "The questions ask about no area of activity, so there is no map of them.";

/// What is said of an area of which that is not sure; empty where it is.
pub fn describe_doubt(view: &AreaView) -> &'static str {
    // what is in the middle is never clear of it, so that the word would say nothing there
    if view.is_sure() || view.advice == Advice::Open { "" } else { "perhaps" }
}

/// What follows for an area, with how sure that is.
pub fn describe_advice(view: &AreaView) -> String {
    match describe_doubt(view) {
        "" => view.advice.words().to_string(),
        perhaps => format!("{perhaps}: {}", view.advice.words()),
    }
}

/// What a map with enjoying across and being good at upwards shows, for whoever does not see it.
pub fn describe_map() -> String {
    let corners = [
        ("Top right", Advice::DoMore),
        ("Bottom right", Advice::Learn),
        ("Top left", Advice::RatherNot),
        ("Bottom left", Advice::Leave),
    ];
    let corners = corners.map(|(place, advice)| format!("{place}: {}.", advice.words()));

    let axes = "Fields of activity, across by how much you enjoy them, upwards by how good you are at them.";
    format!("{axes} {} {MAP_LEGEND} {SHADING}", corners.join(" "))
}

/// What stands over the areas of which the same follows.
pub fn describe_advice_heading(advice: Advice) -> String {
    capitalise(advice.words())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fit::Axis;

    #[test]
    fn what_follows_is_called_perhaps_where_it_is_not_sure() {
        let axis = |value, sd| Axis { value, sd, answered: 1 };
        let view = |sd, advice| AreaView { area: 0, enjoy: axis(4.5, sd), good_at: axis(4.5, sd), advice };
        assert_eq!(describe_advice(&view(0.1, Advice::DoMore)), "do more of this");
        assert_eq!(describe_advice(&view(2.0, Advice::DoMore)), "perhaps: do more of this");
        assert_eq!(describe_advice(&view(2.0, Advice::Open)), "in the middle");
    }
}
