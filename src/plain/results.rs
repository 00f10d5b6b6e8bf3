//! The results, read one after the other.

use crate::fit::{self, Outcome, Start, apply_limits};
use crate::interview::Interview;
use crate::model::{CareerId, Dataset, Fit, SituationRole, Verdict};
use crate::report::telling;
use crate::report::{self, Detail, Entry, Subject, label_note, pluralise};
use std::fmt::Write;

/// Careers listed.
pub(super) const MAX_LISTED: usize = 10;
/// Careers at the top whose reasons are read out.
const CAREERS_WITH_REASONS: usize = 3;

/// Everything the answers say so far; what a job and a career are is read with it the first time only.
pub(super) fn results(interview: &Interview, is_first: bool) -> String {
    let (matcher, record) = (interview.matcher(), interview.record());
    let (dataset, outcome) = (&matcher.dataset, interview.outcome());
    let detail = Detail { top: MAX_LISTED, uncertainty: true, reasons: true, directions: true };
    let notes = interview.quality().care.into_iter().map(report::care).collect();
    let subject = Subject { person: String::new(), answers: interview.answers(), limits: &record.limits, notes };
    let found = report::build(matcher, &outcome, subject, detail);

    let mut text = format!("\nYour results so far, from {}.\n", pluralise(outcome.evidence, "answer"));
    text.extend(telling::sliders(&dataset.questionnaire, record).map(|says| format!("{says}\n")));
    if outcome.verdict == Verdict::NoDirection {
        let _ = writeln!(text, "\n{}", report::no_direction(&dataset.questionnaire, outcome.evidence).join(" "));
        return text;
    }

    let starts = starts(interview, &outcome);
    if let Some(starts) = starts.filter(|_| record.says(SituationRole::NeedsPaySoon, &dataset.questionnaire)) {
        let head = if starts.first().is_some_and(Start::fits) { "Start now, the best fit first" } else { "Start now" };
        let soon = telling::starts_in_a_line(dataset, record, &starts);
        let _ = writeln!(text, "\n{head}: {soon}");
    }

    let directions = telling::within_limits(&outcome.directions, &shown(interview, &outcome));
    let _ = write!(text, "\n{}", report::plain(&telling::directions(dataset, &directions)));
    text += "\nCareers by fit, the best first:\n";
    for (entry, place) in found.careers.iter().zip(1..) {
        let later = if entry.later_step { format!(", {}", telling::LATER_STEP) } else { String::new() };
        let goals =
            telling::goals_mark(dataset, record, entry.career).map_or(String::new(), |mark| format!(", serves {mark}"));
        let _ = writeln!(text, "{place}. {}, {}{later}{goals}.", entry.title, entry.band.words());
        if place <= CAREERS_WITH_REASONS {
            text += &why(dataset, entry);
        }
    }

    if found.careers.is_empty() {
        let _ = writeln!(text, "{}", telling::NO_CAREER_LEFT);
    }
    text.extend(besides(interview, &outcome).into_iter().map(|says| says + "\n"));
    text.extend(found.notes.iter().map(|note| label_note(note) + "\n"));
    let _ = writeln!(text, "{}", telling::NOT_A_VERDICT);
    if is_first {
        let _ = writeln!(text, "\n{}", telling::job_and_career(dataset, "results"));
    }
    text
}

/// What one might not have thought of, and what one loves that stands further down.
fn besides(interview: &Interview, outcome: &Outcome) -> Vec<String> {
    let (matcher, shown) = (interview.matcher(), shown(interview, outcome));
    let is_left = |fit: &Fit| shown.iter().any(|left| left.career == fit.career);

    let loved = fit::loved_further_down(matcher, outcome, &shown);
    let surprises = fit::surprises(matcher, outcome).into_iter().map(|found| found.fit).filter(is_left);
    let titles: Vec<&str> = surprises.map(|fit| matcher.dataset.catalogue.get(fit.career).title.as_str()).collect();
    [telling::surprises(&titles), telling::loved(&matcher.dataset, &loved)].into_iter().flatten().collect()
}

/// The careers that the numbers of the list stand for.
pub(super) fn listed(interview: &Interview) -> Vec<CareerId> {
    let (dataset, record) = (&interview.matcher().dataset, interview.record());
    let fits = interview.outcome().fits;
    let shown = apply_limits(&dataset.catalogue, &dataset.questionnaire.limits, &record.limits, &fits).shown;
    shown.iter().take(MAX_LISTED).map(|fit| fit.career).collect()
}

/// What can be started within weeks, each with what it needs and where it leads.
pub(super) fn starts_in_full(interview: &Interview) -> String {
    let dataset = &interview.matcher().dataset;
    match starts(interview, &interview.outcome()) {
        Some(starts) => report::plain(&telling::start_now(dataset, interview.record(), &starts)),
        None => telling::too_few_to_start(&dataset.questionnaire) + "\n",
    }
}

/// The first reason for, and the first against.
fn why(dataset: &Dataset, entry: &Entry<'_>) -> String {
    let Some(reasons) = &entry.reasons else { return String::new() };
    let mut text = String::new();
    for (side, says) in ["For it", "Against it"].into_iter().zip(telling::first_reasons(dataset, reasons)) {
        text.extend(says.map(|says| format!("   {side}: {says}\n")));
    }
    text
}

/// The careers that the limits leave.
fn shown(interview: &Interview, outcome: &Outcome) -> Vec<Fit> {
    let dataset = &interview.matcher().dataset;
    let limits = &interview.record().limits;
    apply_limits(&dataset.catalogue, &dataset.questionnaire.limits, limits, &outcome.fits).shown
}

/// What one can begin within weeks, under the limits that are set; none with too few answers.
fn starts(interview: &Interview, outcome: &Outcome) -> Option<Vec<Start>> {
    let found =
        fit::starts(&interview.matcher().dataset, interview.record(), outcome.evidence, &shown(interview, outcome))?;
    Some(found.into_iter().take(telling::MAX_STARTS).collect())
}

/// All ways in which a job and a career differ.
pub(super) fn distinctions(dataset: &Dataset) -> String {
    report::plain(&telling::distinctions(&dataset.distinctions))
}
