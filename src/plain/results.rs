//! The results, read one after the other.

use crate::fit::{Outcome, start_now};
use crate::interview::Interview;
use crate::model::{Catalogue, Kit, Record, Verdict};
use crate::report::{self, Detail, Entry, Subject, listed};
use std::fmt::Write;

/// Careers listed.
pub(super) const LISTED: usize = 10;
/// Careers at the top whose reasons are read out.
const REASONED: usize = 3;
/// Jobs to start now.
const STARTS: usize = 5;

/// Everything the answers say so far.
pub(super) fn results(interview: &Interview) -> String {
    let (matcher, record) = (interview.matcher(), interview.record());
    let (kit, outcome) = (&matcher.kit, interview.outcome());
    let detail = Detail { top: LISTED, uncertainty: true, reasons: false };
    let care = interview.quality().care;
    let notes = care.into_iter().map(|care| format!("read this with care: {}", report::care(care))).collect();
    let subject = Subject { person: String::new(), answers: interview.answers(), limits: &record.limits, notes };
    let found = report::build(matcher, &outcome, subject, detail);
    let mut text = format!("\nYour results so far, from {} answers.\n", outcome.evidence);
    text.extend(sentence(kit, record).map(|sentence| format!("{sentence}\n")));
    if outcome.verdict == Verdict::NoDirection {
        let _ = writeln!(text, "\n{}", report::no_direction());
        return text + &distinctions(kit);
    }
    if record.needs_pay_soon() {
        text += &starts(&kit.catalogue, &outcome);
    }
    text += "\nCareers by fit, the best first:\n";
    for (entry, place) in found.careers.iter().zip(1..) {
        let later = if entry.later_step { ", a later step" } else { "" };
        let _ = writeln!(text, "{place}. {}, {}{later}.", entry.title, entry.band.words());
        if place <= REASONED {
            text += &why(interview, &outcome, entry);
        }
    }
    text.extend(found.notes.iter().map(|note| format!("Note: {note}.\n")));
    text += "These are ideas to look into, not a verdict; other answers would change their order.\n";
    text + &distinctions(kit)
}

/// The first reason for, and the first against.
fn why(interview: &Interview, outcome: &Outcome, entry: &Entry) -> String {
    let matcher = interview.matcher();
    let reasons = matcher.reasons(outcome, entry.career);
    let first = reasons.speaks_for.first().map(|one| ("For it", one));
    let against = reasons.against.first().map(|one| ("Against it", one));
    let mut text = String::new();
    for (side, one) in first.into_iter().chain(against) {
        let _ = writeln!(text, "   {side}: {}", report::reason(&matcher.kit.scales, one));
    }
    text
}

/// What one can begin within weeks, each with where it leads.
fn starts(catalogue: &Catalogue, outcome: &Outcome) -> String {
    let mut text = String::from("\nStart now: work you can begin within weeks, the best fit first:\n");
    for (start, place) in start_now(catalogue, &outcome.fits).iter().take(STARTS).zip(1..) {
        let title = &catalogue.get(start.fit.career).title;
        let leads: Vec<&str> = start.leads_to.iter().map(|id| catalogue.get(*id).title.as_str()).collect();
        let leads = if leads.is_empty() { String::new() } else { format!(" It leads to: {}.", listed(&leads)) };
        let needs = catalogue.words(start.fit.career).job.start_with;
        let _ = writeln!(text, "{place}. {title}, {}. On day one: {needs}{leads}", start.fit.band.words());
    }
    text
}

/// What the sliders say together, once one is set.
fn sentence<'k>(kit: &'k Kit, record: &Record) -> Option<&'k str> {
    let values = || record.sliders.values().map(|value| f64::from(*value));
    let mean = values().sum::<f64>() / values().count() as f64;
    let outcomes = &kit.questionnaire.outcomes;
    outcomes.iter().find(|outcome| outcome.up_to >= mean).map(|outcome| outcome.text.as_str())
}

/// All distinctions, the job's side and then the career's.
pub(super) fn distinctions(kit: &Kit) -> String {
    let mut text = String::from("\nA job and a career:\n");
    for pair in &kit.distinctions.pairs {
        let _ = writeln!(
            text,
            "{}.\n  Job: {}\n  Career: {}\n  Ask yourself: {}",
            pair.title, pair.job, pair.career, pair.ask
        );
    }
    let _ = writeln!(text, "{}", kit.distinctions.fair);
    text
}
