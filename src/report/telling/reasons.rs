//! Why a career fits and what speaks against it, in words.

use super::direct::{DirectLine, direct};
use super::quote;
use crate::fit::Reasons;
use crate::model::{Dataset, Fit, Reason, ReasonKind};
use crate::report::format::{listed, points, signed};
use crate::report::outline::{Block, Section, Side};

/// From this rank on the question is why a career does not stand higher.
const LOW_RATING: usize = 30;

/// The rest may stand unexplained up to this share of the fit; more reasons are told until it does.
const UNEXPLAINED: f64 = 0.1;
/// Reasons told on each side at most.
const MOST_REASONS: usize = 12;
/// Strengths named that would lie idle.
const IDLE: usize = 3;

/// How reasons are told.
#[derive(Clone, Copy)]
pub struct Told<'t> {
    /// Reasons told on each side; more where the rest would be too much.
    pub each: usize,
    /// Whether each says how many points it adds or takes.
    pub points: bool,
    /// What stands behind a reason, such as the answers it comes from, in place of the answer quoted.
    pub behind: Option<&'t dyn Fn(&Reason) -> String>,
}

/// Both sides, each under its heading, what would lie idle, and the rest in one line; all points together are the fit.
pub fn reasons(dataset: &Dataset, fit: &Fit, found: &Reasons, told: Told<'_>) -> Section {
    let mut section = Section::default();
    let (by_itself, unsaid) = direct(dataset, found);
    let each = enough(fit, found, unsaid, told.each);
    let against = if fit.rank > LOW_RATING { "Why it does not stand higher" } else { "What speaks against it" };
    let sides = [(Side::For, "Why it fits", &found.speaks_for), (Side::Against, against, &found.against)];

    for ((way, heading, side), lines) in sides.into_iter().zip(by_itself) {
        let lines = lines.iter().map(|line| whole(line, told));
        let lines: Vec<String> = lines.chain(side.iter().take(each).map(|one| point(dataset, one, told))).collect();
        if !lines.is_empty() {
            let mut part = Section::new(heading);
            part.push(Block::Reasons(way, lines));
            section.push(Block::Part(part));
        }
    }

    if section.blocks.is_empty() {
        section.text("Your own answers do not speak for or against it yet.");
    }

    section.quiet(lies_idle(dataset, &found.idle));
    section.quiet(everything_else(rest(found, each) + unsaid, fit.score));
    section
}

/// So many reasons on each side that little is left unexplained, or as little as can be.
fn enough(fit: &Fit, found: &Reasons, unsaid: f64, least: usize) -> usize {
    let left = |each: &usize| (rest(found, *each) + unsaid).abs();
    let ways = || least..=MOST_REASONS.max(least);
    let first = ways().find(|each| left(each) <= UNEXPLAINED * fit.score.abs());
    first.or_else(|| ways().min_by(|a, b| left(a).total_cmp(&left(b)))).unwrap_or(least)
}

/// Points of what is not told where so many reasons are told on each side.
fn rest(found: &Reasons, each: usize) -> f64 {
    let untold = found.speaks_for.iter().skip(each).chain(found.against.iter().skip(each));
    found.others + untold.map(|one| one.points).sum::<f64>()
}

/// The first reason for a career and the first against it, where there is one.
pub fn first_reasons(dataset: &Dataset, found: &Reasons) -> [Option<String>; 2] {
    let ([for_it, against_it], _) = direct(dataset, found);
    let first = |lines: Vec<DirectLine>, side: &[Reason]| {
        let line = lines.into_iter().next().map(|line| line.words);
        line.or_else(|| side.first().map(|one| reason(dataset, one)))
    };
    [first(for_it, &found.speaks_for), first(against_it, &found.against)]
}

fn whole(line: &DirectLine, told: Told<'_>) -> String {
    let points = if told.points { format!(" ({})", signed(line.points, 1)) } else { String::new() };
    format!("{}{points}", line.words)
}

fn point(dataset: &Dataset, one: &Reason, told: Told<'_>) -> String {
    let points = if told.points { format!(" ({})", signed(one.points, 1)) } else { String::new() };
    let behind = told.behind.map_or_else(|| answered(dataset, one), |behind| behind(one));
    format!("{}{points}{behind}", worded(dataset, one))
}

/// A reason as a sentence, and the answer it comes from.
pub fn reason(dataset: &Dataset, reason: &Reason) -> String {
    worded(dataset, reason) + &answered(dataset, reason)
}

fn worded(dataset: &Dataset, reason: &Reason) -> String {
    let words = dataset.scales.group(reason.scale.group());
    let template = match reason.kind {
        ReasonKind::BothHigh => &words.both_high,
        ReasonKind::BothLow => &words.both_low,
        ReasonKind::CareerHigh => &words.career_high,
        ReasonKind::PersonHigh => &words.person_high,
    };
    template.replace("{phrase}", &dataset.scales.get(reason.scale).phrase)
}

/// The answer that says so most.
fn answered(dataset: &Dataset, reason: &Reason) -> String {
    reason.quote.map_or(String::new(), |said| format!(" {}", quote::answered(&dataset.questionnaire, [said])))
}

/// What the person likes or does well and this work would not use.
fn lies_idle(dataset: &Dataset, idle: &[Reason]) -> String {
    let named: Vec<&str> = idle.iter().take(IDLE).map(|one| dataset.scales.get(one.scale).phrase.as_str()).collect();
    if named.is_empty() {
        return String::new();
    }
    let points = idle.iter().map(|one| one.points).sum::<f64>().abs();
    format!("It would leave idle what you like or do well: {} ({points:.1} points less).", listed(&named))
}

/// What all other scales add to the fit, or take from it.
fn everything_else(rest: f64, fit: f64) -> String {
    let (rest, fit) = (points(rest, 1), points(fit, 1));
    match rest.strip_prefix('-') {
        Some(taken) => format!("Everything else takes {taken} points away, which leaves {fit}."),
        None => format!("Everything else adds {rest} of the {fit} points."),
    }
}

#[cfg(test)]
mod tests {
    use super::everything_else;

    #[test]
    fn what_is_left_is_said_as_added_or_taken_away() {
        assert_eq!(everything_else(7.04, 19.0), "Everything else adds 7.0 of the 19.0 points.");
        assert_eq!(everything_else(-3.0, 19.0), "Everything else takes 3.0 points away, which leaves 19.0.");
        assert_eq!(everything_else(-0.01, -0.0), "Everything else adds 0.0 of the 0.0 points.");
    }
}
