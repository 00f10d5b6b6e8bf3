//! What adds to a fit, or takes from it, beside the reasons that are told: a line each.

use super::direct::Unsaid;
use super::sides::{Said, sum_points};
use crate::fit::Reasons;
use crate::model::{Dataset, Fit, Group, Reason};
use crate::report::format::{capitalise, format_points, join_list, spell_number};

/// Strengths named that would lie idle.
const IDLE: usize = 3;
/// Fewer points than this are shown as nothing.
const SHOWN: f64 = 0.05;

const MIDDLE: &str = "Your answers in the middle or near it";
const TURNED: &str = "Some answers say the opposite when set beside your other answers and other people's";
const NOT_ASKED: &str = "What you were not asked about, guessed from your other answers";
const ALL_ELSE: &str = "All else together";

/// All but the reasons that are told.
pub struct Rest<'r> {
    /// All of the career.
    pub found: &'r Reasons,
    /// Reasons for it and against it that are not told.
    pub untold: [Vec<Said<'r>>; 2],
    /// Points of answers that get no line.
    pub unsaid: Unsaid,
}

/// What is left where no points are told: how many other reasons there are, and what would lie idle.
pub fn list_rest(dataset: &Dataset, rest: &Rest<'_>) -> Vec<String> {
    let lines = list_lines(dataset, rest).into_iter().filter(|(_, points)| points.abs() >= SHOWN);
    lines.map(|(says, _)| format!("{says}.")).collect()
}

/// All that is left with the points of each line, so that all points together are the fit, which the last line names.
pub fn list_rest_in_points(dataset: &Dataset, fit: &Fit, rest: &Rest<'_>) -> Vec<String> {
    let others = rest.found.others;
    let mut lines = list_lines(dataset, rest);
    lines.extend([
        (MIDDLE.to_string(), others.middle),
        (TURNED.to_string(), others.turned + rest.unsaid.turned),
        (NOT_ASKED.to_string(), others.not_asked),
    ]);

    let (mut told, untold): (Vec<_>, Vec<_>) = lines.into_iter().partition(|(_, points)| points.abs() >= SHOWN);
    let left = others.small + rest.unsaid.small + untold.iter().map(|(_, points)| points).sum::<f64>();
    told.extend((left.abs() >= SHOWN).then(|| (ALL_ELSE.to_string(), left)));

    let told = told.iter().map(|(says, points)| format!("{says}: {}.", describe_points(*points)));
    told.chain([describe_sum(fit.score)]).collect()
}

/// Other reasons and what would lie idle, with the points of each.
fn list_lines(dataset: &Dataset, rest: &Rest<'_>) -> Vec<(String, f64)> {
    let others = rest.untold.iter().zip(["for", "against"]).map(|(side, way)| describe_others(dataset, side, way));
    let idle = &rest.found.idle;
    others.chain([(describe_idle(dataset, idle), idle.iter().map(|one| one.points).sum())]).collect()
}

/// "1.2 points more", "0.3 points less".
fn describe_points(points: f64) -> String {
    format!("{:.1} points {}", points.abs(), if points < 0.0 { "less" } else { "more" })
}

/// What all points come to.
fn describe_sum(fit: f64) -> String {
    format!("Added up, this is the fit: {}.", format_points(fit, 1))
}

/// How many reasons of one side are not told, and what most of their points come from.
fn describe_others(dataset: &Dataset, untold: &[Said<'_>], way: &str) -> (String, f64) {
    let of = |kind: &str| {
        let same = untold.iter().filter(|one| one.name_kind(dataset) == kind);
        same.map(|one| one.points().abs()).sum::<f64>()
    };
    let most = untold.iter().map(|one| one.name_kind(dataset)).max_by(|a, b| of(a).total_cmp(&of(b)));
    let says = match untold.len() {
        1 => format!("One other reason {way} it"),
        count => {
            let (count, about) = (capitalise(&spell_number(count)), most.unwrap_or_default().to_lowercase());
            format!("{count} other reasons {way} it, mostly on {about}")
        }
    };
    (says, sum_points(untold))
}

/// What the person likes or does well and this work would not use; how somebody is goes on as "that you ...".
fn describe_idle(dataset: &Dataset, idle: &[Reason]) -> String {
    let (styles, things): (Vec<&Reason>, Vec<&Reason>) =
        idle.iter().take(IDLE).partition(|one| one.scale.group() == Group::Styles);
    let named = |all: &[&Reason]| {
        let phrases: Vec<&str> = all.iter().map(|one| dataset.scales.get(one.scale).phrase.as_str()).collect();
        join_list(&phrases)
    };

    let things =
        (!things.is_empty()).then(|| format!("it would leave idle what you like or do well ({})", named(&things)));
    let styles = (!styles.is_empty()).then(|| format!("it matters less here that you {}", named(&styles)));
    capitalise(&things.into_iter().chain(styles).collect::<Vec<_>>().join(", and "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped::load_shipped;
    use crate::model::ReasonKind;

    #[test]
    fn what_is_left_is_said_as_more_or_less_and_the_fit_by_its_name() {
        assert_eq!([0.84, -0.1].map(describe_points), ["0.8 points more", "0.1 points less"]);
        assert_eq!(describe_sum(0.2), "Added up, this is the fit: 0.2.");
        assert_eq!(describe_sum(-1.9), "Added up, this is the fit: -1.9.");
    }

    #[test]
    fn what_would_lie_idle_is_said_well_of_things_and_of_what_one_is_like() {
        let data = load_shipped().expect("the shipped data");
        let says = |ids: &[&str]| {
            let reason = |id: &&str| Reason {
                scale: data.scales.find(id).expect("a shipped scale"),
                kind: ReasonKind::PersonHigh,
                points: -0.2,
                quote: None,
            };
            describe_idle(&data, &ids.iter().map(reason).collect::<Vec<_>>())
        };

        let (thing, like) = ("subjects.biology", "styles.dependability");
        let [about, that] = [thing, like].map(|id| &data.scales.get(data.scales.find(id).expect("a scale")).phrase);
        let idle = format!("t would leave idle what you like or do well ({about})");
        assert_eq!(says(&[like]), format!("It matters less here that you {that}"));
        assert_eq!(says(&[like, thing]), format!("I{idle}, and it matters less here that you {that}"));
        assert_eq!(says(&[thing]), format!("I{idle}"));
    }
}
