//! Why one career fits one person, and which answers did it.

use super::format::{points, sentence};
use super::outline::Section;
use super::telling::{Told, again, answered, reasons};
use crate::fit::{Matcher, Outcome};
use crate::model::{Answers, Fit, Quote, RankInterval, Reason, ScaleId};

/// Reasons shown on each side; the rest is one line.
const MAX_REASONS: usize = 6;
/// Answers named behind a reason.
const MAX_ANSWERS: usize = 2;

/// What the career is, how it fits, and which answers did it.
pub fn explanation(
    matcher: &Matcher,
    outcome: &Outcome,
    answers: &Answers,
    fit: &Fit,
    interval: Option<RankInterval>,
) -> Section {
    let career = matcher.dataset.catalogue.get(fit.career);
    let mut section = Section::new(&career.title);
    section.aside.clone_from(&career.id);
    section.text(matcher.dataset.catalogue.words(fit.career).summary.clone());
    section.blocks.extend(how_it_fits(matcher, outcome, answers, fit, interval).blocks);
    section
}

/// Its rank and band, why it fits, what speaks against it, and which answers did it.
pub fn how_it_fits(
    matcher: &Matcher,
    outcome: &Outcome,
    answers: &Answers,
    fit: &Fit,
    interval: Option<RankInterval>,
) -> Section {
    let mut section = Section::new("How it fits you");
    let again = interval.map_or(String::new(), |interval| format!(" {}", sentence(&again(interval))));
    let (rank, of, points, band) = (fit.rank, matcher.dataset.catalogue.len(), points(fit.score, 1), fit.band.words());
    section.text(format!("Rank {rank} of {of}, fit {points}: {band}.{again}"));

    let behind = |one: &Reason| behind(matcher, answers, one.scale);
    let told = Told { each: MAX_REASONS, points: true, behind: Some(&behind) };
    let found = matcher.reasons(outcome, fit.career);
    section.blocks.extend(reasons(&matcher.dataset, fit, &found, told).blocks);
    section
}

/// The answers behind a reason: those furthest off the middle first.
fn behind(matcher: &Matcher, answers: &Answers, scale: ScaleId) -> String {
    let questionnaire = &matcher.dataset.questionnaire;
    let about = |question| questionnaire.question(question).main_scale() == Some(scale);
    let mut found: Vec<_> = answers.values().filter(|(question, _)| about(*question)).collect();
    found.sort_unstable_by_key(|(question, value)| (std::cmp::Reverse(value.abs_diff(3)), *question));

    let quotes = found.into_iter().take(MAX_ANSWERS).map(|(question, value)| Quote { question, value });
    let said = answered(questionnaire, quotes);
    if said.is_empty() { said } else { format!(" {said}") }
}
