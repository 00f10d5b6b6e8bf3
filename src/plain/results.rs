//! The results, read one after the other.

use crate::fit::{self, Outcome, Start, apply_limits};
use crate::interview::Interview;
use crate::model::{CareerId, Dataset, Day, Fit, SessionRecord, SituationRole, Verdict};
use crate::report::telling;
use crate::report::{self, Detail, Entry, Ranking, Subject, label_note, pluralise};
use std::fmt::Write;

/// Careers listed.
pub(super) const MAX_LISTED: usize = 10;
/// Careers at the top whose reasons are read out.
const CAREERS_WITH_REASONS: usize = 3;

/// Everything the answers say so far; what a job and a career are is read with it the first time only.
pub(super) fn describe_results(interview: &Interview, is_first: bool, today: Day) -> String {
    let (matcher, record, outcome) = (interview.matcher(), interview.record(), interview.evaluate());
    let dataset = &matcher.dataset;

    let mut text = format!("\nYour results so far, from {}.\n", pluralise(outcome.evidence, "answer"));
    text.extend(telling::describe_sliders(&dataset.questionnaire, record).map(|says| format!("{says}\n")));
    if outcome.verdict == Verdict::NoDirection {
        let _ =
            writeln!(text, "\n{}", report::describe_no_direction(&dataset.questionnaire, outcome.evidence).join(" "));
        let hints = telling::describe_hints(&fit::find_hints(matcher, record));
        text.extend(hints.map(|says| format!("{says}\n")));
        return text;
    }

    let shown = apply_own_limits(interview, &outcome);
    let found = rank_careers(interview, &outcome);
    text += &describe_lead(interview, &outcome, &shown, today);
    text += &list_careers(dataset, record, &found);
    text.extend(describe_besides(interview, &outcome, &shown).into_iter().map(|says| says + "\n"));
    text.extend(found.notes.iter().map(|note| label_note(note) + "\n"));
    let _ = writeln!(text, "{}", telling::NOT_A_VERDICT);
    if is_first {
        let _ = writeln!(text, "\n{}", telling::describe_job_and_career(dataset, "results"));
    }
    text
}

/// Where the answers point, what can be started where pay is needed soon, and what to begin with.
fn describe_lead(interview: &Interview, outcome: &Outcome, shown: &[Fit], today: Day) -> String {
    let (dataset, record) = (&interview.matcher().dataset, interview.record());
    let directions = telling::limit_directions(dataset, record, &outcome.directions, shown);

    let mut text = String::new();
    if !directions.is_empty() {
        let _ = writeln!(text, "\n{}", telling::describe_headline(dataset, &directions));
    }

    let soon = record.says(SituationRole::NeedsPaySoon, &dataset.questionnaire);
    if let Some(starts) = find_starts(interview, outcome).filter(|_| soon) {
        let head = if starts.first().is_some_and(Start::fits) { "Start now, the best fit first" } else { "Start now" };
        let _ = writeln!(text, "\n{head}: {}", telling::describe_starts(dataset, record, &starts));
    }

    let _ = write!(text, "\n{}", report::write_plain(&telling::compose_directions(dataset, &directions)));
    let steps = telling::list_first_steps(dataset, record, &directions, shown, today);
    text.extend(steps.into_iter().map(|says| says + "\n"));
    text
}

/// The first careers under the limits, with reasons and what is to be said about them.
fn rank_careers<'k>(interview: &'k Interview, outcome: &'k Outcome) -> Ranking<'k> {
    let detail = Detail { top: MAX_LISTED, uncertainty: true, reasons: true, directions: true };
    let notes = interview.assess_quality().care.into_iter().map(report::describe_care).collect();
    let (answers, record) = (interview.answers(), interview.record());
    report::build_ranking(
        interview.matcher(),
        outcome,
        Subject { person: String::new(), answers, record, notes },
        detail,
    )
}

/// The careers at the top, the first ones with their reasons.
fn list_careers(dataset: &Dataset, record: &SessionRecord, found: &Ranking<'_>) -> String {
    let mut text = "\nCareers by fit, the best first:\n".to_string();
    for (entry, place) in found.careers.iter().zip(1..) {
        let later = if entry.later_step { format!(", {}", telling::LATER_STEP) } else { String::new() };
        let goals =
            telling::mark_goals(dataset, record, entry.career).map_or(String::new(), |mark| format!(", serves {mark}"));
        let _ = writeln!(text, "{place}. {}, {}{later}{goals}.", entry.title, entry.band.words());
        if place <= CAREERS_WITH_REASONS {
            text += &explain_entry(dataset, entry);
        }
    }

    if found.careers.is_empty() {
        let _ = writeln!(text, "{}", telling::NO_CAREER_LEFT);
    }
    text
}

/// What one might not have thought of, and what one loves that stands further down.
fn describe_besides(interview: &Interview, outcome: &Outcome, shown: &[Fit]) -> Vec<String> {
    let matcher = interview.matcher();
    let is_left = |fit: &Fit| shown.iter().any(|left| left.career == fit.career);

    let loved = fit::find_loved_further_down(matcher, outcome, shown);
    let surprises =
        fit::find_surprises(matcher, outcome, interview.answers()).into_iter().map(|found| found.fit).filter(is_left);
    let titles: Vec<&str> = surprises.map(|fit| matcher.dataset.catalogue.get(fit.career).title.as_str()).collect();
    [telling::describe_surprises(&titles), telling::describe_loved(&matcher.dataset, &loved)]
        .into_iter()
        .flatten()
        .collect()
}

/// The careers that the numbers of the list stand for.
pub(super) fn list_ids(interview: &Interview) -> Vec<CareerId> {
    let shown = apply_own_limits(interview, &interview.evaluate());
    shown.iter().take(MAX_LISTED).map(|fit| fit.career).collect()
}

/// What can be started within weeks, each with what it needs and where it leads.
pub(super) fn describe_starts(interview: &Interview) -> String {
    let dataset = &interview.matcher().dataset;
    match find_starts(interview, &interview.evaluate()) {
        Some(starts) => report::write_plain(&telling::compose_start_now(dataset, interview.record(), &starts)),
        None => telling::describe_too_few(&dataset.questionnaire) + "\n",
    }
}

/// The first reason for, and the first against.
fn explain_entry(dataset: &Dataset, entry: &Entry<'_>) -> String {
    let Some(reasons) = &entry.reasons else { return String::new() };
    let mut text = String::new();
    for (side, says) in
        ["For it", "Against it"].into_iter().zip(telling::find_first_reasons(dataset, entry.career, reasons))
    {
        text.extend(says.map(|says| format!("   {side}: {says}\n")));
    }
    text
}

/// The careers that the limits leave.
fn apply_own_limits(interview: &Interview, outcome: &Outcome) -> Vec<Fit> {
    let dataset = &interview.matcher().dataset;
    let limits = &interview.record().limits;
    apply_limits(&dataset.catalogue, &dataset.questionnaire.limits, limits, &outcome.fits).shown
}

/// What one can begin within weeks, under the limits that are set; none with too few answers.
fn find_starts(interview: &Interview, outcome: &Outcome) -> Option<Vec<Start>> {
    let (dataset, shown) = (&interview.matcher().dataset, apply_own_limits(interview, outcome));
    let found = fit::find_starts(dataset, interview.record(), outcome.evidence, &shown)?;
    Some(found.into_iter().take(telling::MAX_STARTS).collect())
}

/// All ways in which a job and a career differ.
pub(super) fn describe_distinctions(dataset: &Dataset) -> String {
    report::write_plain(&telling::compose_distinctions(&dataset.distinctions))
}
