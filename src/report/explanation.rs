//! Why one career fits one person, and which answers did it.

use super::format::{format_points, to_sentence};
use super::outline::Section;
use super::telling::{Told, compose_reasons, describe_interval, quote_answers};
use crate::fit::{Matcher, Outcome};
use crate::model::{Answers, Fit, QuestionId, Questionnaire, Quote, RankInterval, Rating, Reason, ReasonKind};
use std::cmp::Reverse;

/// Reasons shown on each side; the rest is one line.
const MAX_REASONS: usize = 6;
/// Answers named behind a reason.
const MAX_ANSWERS: usize = 2;

/// What the career is, how it fits, and which answers did it.
pub fn compose_explanation(
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
    section.blocks.extend(compose_fit(matcher, outcome, answers, fit, interval).blocks);
    section
}

/// Its rank and band, why it fits, what speaks against it, and which answers did it.
pub fn compose_fit(
    matcher: &Matcher,
    outcome: &Outcome,
    answers: &Answers,
    fit: &Fit,
    interval: Option<RankInterval>,
) -> Section {
    let mut section = Section::new("How it fits you");
    let again = interval.map_or(String::new(), |interval| format!(" {}", to_sentence(&describe_interval(interval))));
    let (rank, of, points, band) =
        (fit.rank, matcher.dataset.catalogue.len(), format_points(fit.score, 1), fit.band.words());
    section.text(format!("Rank {rank} of {of}, fit {points}: {band}.{again}"));

    let behind = |one: &Reason| quote_behind(&matcher.dataset.questionnaire, answers, one);
    let told = Told { each: MAX_REASONS, points: true, behind: Some(&behind) };
    let found = matcher.explain(outcome, fit.career);
    section.blocks.extend(compose_reasons(&matcher.dataset, fit, &found, told).blocks);
    section
}

/// The answers that say what a reason says of the person: those furthest off the middle first.
fn quote_behind(questionnaire: &Questionnaire, answers: &Answers, reason: &Reason) -> String {
    // the middle one says neither
    let middle = Rating::MIDDLE.get();
    let high = matches!(reason.kind, ReasonKind::BothHigh | ReasonKind::PersonHigh);
    let says_so = |(question, value): &(QuestionId, u8)| {
        let asked = questionnaire.question(*question);
        let above = if asked.is_reversed() { *value < middle } else { *value > middle };
        asked.main_scale() == Some(reason.scale) && *value != middle && above == high
    };

    let mut found: Vec<(QuestionId, u8)> = answers.values().filter(says_so).collect();
    found.sort_unstable_by_key(|(question, value)| (Reverse(value.abs_diff(middle)), *question));

    let quotes = found.into_iter().take(MAX_ANSWERS).map(|(question, value)| Quote { question, value });
    let said = quote_answers(questionnaire, quotes);
    if said.is_empty() { said } else { format!(" {said}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped::load_shipped;
    use crate::model::{Response, ScaleId};

    #[test]
    fn no_reason_quotes_an_answer_that_says_the_opposite() {
        let data = load_shipped().expect("the shipped data");
        let scale: ScaleId = data.scales.find("interests.conventional").expect("a shipped scale");
        let about = data.questionnaire.iter().filter(|(_, question)| question.main_scale() == Some(scale));
        let about: Vec<QuestionId> = about.map(|(id, _)| id).take(3).collect();
        let said = [5, 1, 3].map(|value| Response::from_choice(value).expect("a choice"));
        let answers: Answers = about.iter().copied().zip(said).collect();

        let behind =
            |kind| quote_behind(&data.questionnaire, &answers, &Reason { scale, kind, points: 1.0, quote: None });
        let text = |at: usize| data.questionnaire.question(about[at]).text.trim_end_matches('.');
        for (kind, told, untold) in [(ReasonKind::BothHigh, 0, 1), (ReasonKind::CareerHigh, 1, 0)] {
            let says = behind(kind);
            assert!(says.contains(text(told)), "{says}");
            assert!(!says.contains(text(untold)) && !says.contains(text(2)), "{says}");
        }
    }
}
