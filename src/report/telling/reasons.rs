//! Why a career fits and what speaks against it, in words.

use super::direct::{DirectLine, split_direct};
use super::quote;
use super::rest::list_rest;
use crate::fit::Reasons;
use crate::model::{Dataset, Fit, Reason, ReasonKind};
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

/// Both sides, each under its heading, and lines on all the rest; all points together are the fit.
pub fn compose_reasons(dataset: &Dataset, fit: &Fit, found: &Reasons, told: Told<'_>) -> Section {
    let mut section = Section::default();
    let (by_itself, unsaid) = split_direct(dataset, found);
    let each = count_enough(found, told.each);
    let against = if fit.rank > LOW_RATING { "Why it does not stand higher" } else { "What speaks against it" };
    let sides = [(Side::For, "Why it fits", &found.speaks_for), (Side::Against, against, &found.against)];

    for ((way, heading, side), lines) in sides.into_iter().zip(by_itself) {
        let lines = lines.iter().map(|line| describe_line(line, told));
        let lines: Vec<String> =
            lines.chain(side.iter().take(each).map(|one| describe_point(dataset, one, told))).collect();
        if !lines.is_empty() {
            let mut part = Section::new(heading);
            part.push(Block::Reasons(way, lines));
            section.push(Block::Part(part));
        }
    }

    if section.blocks.is_empty() {
        section.text("Your own answers do not speak for or against it yet.");
    }

    for line in list_rest(dataset, fit, found, unsaid, each) {
        section.quiet(line);
    }
    section
}

/// So many reasons on each side that those not told hold no more than those told, as far as so many may be.
fn count_enough(found: &Reasons, least: usize) -> usize {
    let held = |each: usize| {
        let told = found.speaks_for.iter().take(each).chain(found.against.iter().take(each));
        told.map(|one| one.points.abs()).sum::<f64>()
    };
    let wanted = TOLD * held(usize::MAX);
    (least..MOST_REASONS).find(|each| held(*each) >= wanted).unwrap_or(MOST_REASONS.max(least))
}

/// The first reason for a career and the first against it, where there is one.
pub fn find_first_reasons(dataset: &Dataset, found: &Reasons) -> [Option<String>; 2] {
    let ([for_it, against_it], _) = split_direct(dataset, found);
    let first = |lines: Vec<DirectLine>, side: &[Reason]| {
        let line = lines.into_iter().next().map(|line| line.words);
        line.or_else(|| side.first().map(|one| describe_reason(dataset, one)))
    };
    [first(for_it, &found.speaks_for), first(against_it, &found.against)]
}

fn describe_line(line: &DirectLine, told: Told<'_>) -> String {
    let points = if told.points { format!(" ({})", format_signed(line.points, 1)) } else { String::new() };
    format!("{}{points}", line.words)
}

fn describe_point(dataset: &Dataset, one: &Reason, told: Told<'_>) -> String {
    let points = if told.points { format!(" ({})", format_signed(one.points, 1)) } else { String::new() };
    let behind = told.behind.map_or_else(|| quote_answer(dataset, one), |behind| behind(one));
    format!("{}{points}{behind}", word_reason(dataset, one))
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
