//! Why one career fits one person, as plain text.

use super::words::reason;
use crate::fit::{Matcher, Outcome};
use crate::model::{Answers, CareerId, Fit, RankInterval, Reason, ScaleId};
use std::fmt::Write;

/// Reasons shown on each side; the rest is one line.
const SHOWN: usize = 6;
/// Points that would be shown as nothing are no reason.
pub(super) const LEAST: f64 = 0.05;
/// Answers named behind a reason.
const ANSWERS: usize = 2;

/// Why the career fits, what speaks against it, and which answers did it.
pub fn explanation(
    matcher: &Matcher,
    outcome: &Outcome,
    answers: &Answers,
    fit: &Fit,
    again: Option<RankInterval>,
) -> String {
    let catalogue = &matcher.kit.catalogue;
    let career = catalogue.get(fit.career);
    let mut text = format!("{} ({})\n{}\n\n", career.title, career.id, catalogue.words(fit.career).summary);
    let _ = write!(text, "Rank {} of {}, fit {:.1}: {}.", fit.rank, catalogue.len(), fit.score, fit.band.words());
    if let Some(RankInterval { low, high }) = again {
        let _ = write!(text, " Answered again, it would most likely land between {low} and {high}.");
    }
    text += "\n";
    text += &sides(matcher, outcome, answers, fit.career);
    let _ = writeln!(text, "  {:>+6.1}  together", fit.score);
    text
}

fn sides(matcher: &Matcher, outcome: &Outcome, answers: &Answers, career: CareerId) -> String {
    let reasons = matcher.reasons(outcome, career);
    let mut text = String::new();
    let mut rest = reasons.others;
    for (title, side) in [("What speaks for it", &reasons.speaks_for), ("What speaks against it", &reasons.against)] {
        let counts = side.iter().take(SHOWN).take_while(|one| one.points.abs() >= LEAST).count();
        let (first, more) = side.split_at(counts);
        let _ = writeln!(text, "\n{title}");
        if first.is_empty() {
            text += "  nothing that you answered\n";
        }
        text.extend(first.iter().map(|one| line(matcher, answers, one)));
        rest += more.iter().map(|one| one.points).sum::<f64>();
    }
    let _ = writeln!(text, "\n  {rest:>+6.1}  all else");
    text
}

fn line(matcher: &Matcher, answers: &Answers, one: &Reason) -> String {
    let mut text = format!("  {:>+6.1}  {}\n", one.points, reason(&matcher.kit.scales, one));
    for said in behind(matcher, answers, one.scale) {
        let _ = writeln!(text, "          {said}");
    }
    text
}

/// The answers behind a reason: those furthest off the middle first.
fn behind(matcher: &Matcher, answers: &Answers, scale: ScaleId) -> Vec<String> {
    let questionnaire = &matcher.kit.questionnaire;
    let about = |question| questionnaire.question(question).main_scale() == Some(scale);
    let mut found: Vec<_> = answers.values().filter(|(question, _)| about(*question)).collect();
    found.sort_by_key(|(question, value)| (std::cmp::Reverse(value.abs_diff(3)), *question));
    let said = found.into_iter().take(ANSWERS).map(|(question, value)| {
        let label = questionnaire.part_of(question).label(value).unwrap_or_default();
        format!("\"{}\": {label}", questionnaire.question(question).text)
    });
    said.collect()
}
