//! Why a career fits and what speaks against it, in words.

use super::quote;
use super::rest::{Rest, list_rest, list_rest_in_points};
use super::sides::{Said, order_sides};
use crate::fit::Reasons;
use crate::model::{CareerId, Dataset, Fit, Reason, ReasonKind};
use crate::report::format::format_signed;
use crate::report::outline::{Block, Section, Side};

/// From this rank on the question is why a career does not stand higher.
const LOW_RATING: usize = 30;

/// Reasons are told until they hold this share of the points of all of them.
const TOLD: f64 = 0.5;
/// Reasons told on each side at most.
const MOST_REASONS: usize = 12;

/// How reasons are told.
#[derive(Clone, Copy)]
pub struct Told<'t> {
    /// Reasons told on each side; more where they would hold too little of all.
    pub each: usize,
    /// Whether each says how many points it adds or takes.
    pub points: bool,
    /// What stands behind a reason, such as the answers it comes from, in place of the answer quoted.
    pub behind: Option<&'t dyn Fn(&Reason) -> String>,
}

/// Both sides, each under its heading, the strongest first, and lines on all the rest; all points together are the fit.
pub fn compose_reasons(dataset: &Dataset, fit: &Fit, found: &Reasons, told: Told<'_>) -> Section {
    let mut section = Section::default();
    let (sides, unsaid) = order_sides(dataset, fit.career, found);
    let each = count_enough(&sides, told.each);
    let [(for_it, more_for), (against_it, more_against)] = sides.map(|side| split_told(side, each));

    let against = if fit.rank > LOW_RATING { "Why it does not stand higher" } else { "What speaks against it" };
    for (way, heading, side) in [(Side::For, "Why it fits", for_it), (Side::Against, against, against_it)] {
        let lines: Vec<String> = side.iter().map(|said| describe_said(dataset, said, told)).collect();
        if !lines.is_empty() {
            let mut part = Section::new(heading);
            part.push(Block::Reasons(way, lines));
            section.push(Block::Part(part));
        }
    }

    if section.blocks.is_empty() {
        section.text("Your own answers do not speak for or against it yet.");
    }

    let rest = Rest { found, untold: [more_for, more_against], unsaid };
    let lines = if told.points { list_rest_in_points(dataset, fit, &rest) } else { list_rest(dataset, &rest) };
    for line in lines {
        section.quiet(line);
    }
    section
}

/// The first so many of one side and what is always told, and all others.
fn split_told(side: Vec<Said<'_>>, each: usize) -> (Vec<Said<'_>>, Vec<Said<'_>>) {
    let (told, untold): (Vec<_>, Vec<_>) =
        side.into_iter().enumerate().partition(|(at, said)| *at < each || said.is_always_told());
    let strip = |side: Vec<(usize, _)>| side.into_iter().map(|(_, said)| said).collect();
    (strip(told), strip(untold))
}

/// So many reasons on each side that those not told hold no more than those told, as far as so many may be.
fn count_enough(sides: &[Vec<Said<'_>>], least: usize) -> usize {
    let held =
        |each: usize| sides.iter().flat_map(|side| side.iter().take(each)).map(|said| said.points().abs()).sum::<f64>();
    let wanted = TOLD * held(usize::MAX);
    (least..MOST_REASONS).find(|each| held(*each) >= wanted).unwrap_or(MOST_REASONS.max(least))
}

/// The strongest reason for this career and the strongest against it, where there is one.
pub fn find_first_reasons(dataset: &Dataset, here: CareerId, found: &Reasons) -> [Option<String>; 2] {
    let (sides, _) = order_sides(dataset, here, found);
    let told = Told { each: 1, points: false, behind: None };
    sides.map(|side| side.first().map(|said| describe_said(dataset, said, told)))
}

fn describe_said(dataset: &Dataset, said: &Said<'_>, told: Told<'_>) -> String {
    let (words, behind) = match said {
        Said::ByItself(line) => (line.words.clone(), String::new()),
        Said::Scale(one) => {
            let behind = told.behind.map_or_else(|| quote_answer(dataset, one), |behind| behind(one));
            (word_reason(dataset, one), behind)
        }
    };
    let points = if told.points { format!(" ({})", format_signed(said.points(), 1)) } else { String::new() };
    format!("{words}{points}{behind}")
}

/// A reason as a sentence, and the answer it comes from.
pub fn describe_reason(dataset: &Dataset, reason: &Reason) -> String {
    word_reason(dataset, reason) + &quote_answer(dataset, reason)
}

fn word_reason(dataset: &Dataset, reason: &Reason) -> String {
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
fn quote_answer(dataset: &Dataset, reason: &Reason) -> String {
    reason.quote.map_or(String::new(), |said| format!(" {}", quote::quote_answers(&dataset.questionnaire, [said])))
}
