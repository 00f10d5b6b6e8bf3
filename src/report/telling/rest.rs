//! What adds to a fit, or takes from it, beside the reasons that are told: a line each.

use super::direct::Unsaid;
use crate::fit::Reasons;
use crate::model::{Dataset, Fit, Group, Reason};
use crate::report::format::{capitalise, format_points, join_list, spell_number};

/// Strengths named that would lie idle.
const IDLE: usize = 3;
/// Fewer points than this are shown as nothing.
const SHOWN: f64 = 0.05;

const MIDDLE: &str = "What you answered in the middle or near it";
const TURNED: &str = "Answers that count the other way beside your other answers and other people's";
const NOT_ASKED: &str = "What you have not answered anything about, as your other answers let one expect it";

/// All but the first reasons of each side, with the points of each line; the last line is what is left of the fit, if it is anything.
pub fn list_rest(dataset: &Dataset, fit: &Fit, found: &Reasons, unsaid: Unsaid, each: usize) -> Vec<String> {
    let smaller = |side: &[Reason], way| describe_smaller(dataset, side.get(each..).unwrap_or_default(), way);
    let others = found.others;
    let lines = [
        smaller(&found.speaks_for, "for"),
        smaller(&found.against, "against"),
        (describe_idle(dataset, &found.idle), sum_points(&found.idle)),
        (MIDDLE.to_string(), others.middle),
        (TURNED.to_string(), others.turned + unsaid.turned),
        (NOT_ASKED.to_string(), others.not_asked),
    ];

    let (told, untold): (Vec<_>, Vec<_>) = lines.into_iter().partition(|(_, points)| points.abs() >= SHOWN);
    let left = others.small + unsaid.small + untold.iter().map(|(_, points)| points).sum::<f64>();
    let told = told.iter().map(|(says, points)| format!("{says}: {}.", describe_points(*points)));
    told.chain(describe_everything_else(left, fit.score)).collect()
}

fn sum_points(reasons: &[Reason]) -> f64 {
    reasons.iter().map(|one| one.points).sum()
}

/// "1.2 points more", "0.3 points less".
fn describe_points(points: f64) -> String {
    format!("{:.1} points {}", points.abs(), if points < 0.0 { "less" } else { "more" })
}

/// How many reasons of one side are not told, and what most of their points come from.
fn describe_smaller(dataset: &Dataset, untold: &[Reason], way: &str) -> (String, f64) {
    let of =
        |group: Group| untold.iter().filter(|one| one.scale.group() == group).map(|one| one.points.abs()).sum::<f64>();
    let most = Group::ALL.into_iter().max_by(|a, b| of(*a).total_cmp(&of(*b)));
    let about = most.map_or("", |group| dataset.scales.group(group).name.as_str());
    let says = match untold.len() {
        1 => format!("One smaller reason {way} it"),
        count => {
            format!("{} smaller reasons {way} it, mostly on {}", capitalise(&spell_number(count)), about.to_lowercase())
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

/// What is left adds to the fit, or takes from it; what would be shown as nothing is not told.
fn describe_everything_else(rest: f64, fit: f64) -> Option<String> {
    if rest.abs() < SHOWN {
        return None;
    }

    let (rest, fit) = (format_points(rest, 1), format_points(fit, 1));
    Some(match rest.strip_prefix('-') {
        Some(taken) => format!("Everything else takes {taken} points away, which leaves {fit}."),
        None if fit.starts_with('-') => format!("Everything else adds {rest} points, which makes {fit}."),
        None => format!("Everything else adds {rest} of the {fit} points."),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped::load_shipped;
    use crate::model::ReasonKind;

    #[test]
    fn what_is_left_is_said_as_added_or_taken_away() {
        let says = |rest, fit| describe_everything_else(rest, fit).unwrap_or_default();
        assert_eq!(says(7.04, 19.0), "Everything else adds 7.0 of the 19.0 points.");
        assert_eq!(says(-3.0, 19.0), "Everything else takes 3.0 points away, which leaves 19.0.");
        assert_eq!(says(0.6, -1.9), "Everything else adds 0.6 points, which makes -1.9.");
        assert_eq!(describe_everything_else(-0.01, 3.3), None, "what is nothing is not told");
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
