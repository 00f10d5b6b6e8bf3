//! The person's own words on a career that they keep: a note, and a plan with its first step.

use super::look_back::describe_look_back;
use crate::model::{Bookmark, Plan, PlanEntry};

/// What stands over a note.
pub const NOTE: &str = "My note";

/// What stands over the look back on it.
pub const HOW_IT_WENT: &str = "How it went";

/// How a day is written.
pub const DAY_FORM: &str = "year-month-day, for example 2027-03-15";

/// What stands over an entry of a plan.
pub const fn name_plan_entry(entry: PlanEntry) -> &'static str {
    match entry {
        PlanEntry::Why => "Why it draws me",
        PlanEntry::Doubt => "What I doubt",
        PlanEntry::Ask => "Whom I will ask, and what",
        PlanEntry::Step => "My first step",
        PlanEntry::By => "By which day",
        PlanEntry::Obstacle => "What may get in the way",
        PlanEntry::Instead => "What I do then",
        PlanEntry::Told => "Whom I told",
    }
}

/// A plan as labels with what stands for them; what is left open is empty.
pub fn list_plan(plan: &Plan) -> Vec<(&'static str, String)> {
    let says = |entry| {
        let is_done = entry == PlanEntry::Step && !plan.step.is_empty();
        plan.get(entry).into_owned() + if is_done { describe_done(plan) } else { "" }
    };

    let mut said: Vec<_> = PlanEntry::ALL.into_iter().map(|entry| (name_plan_entry(entry), says(entry))).collect();
    said.push((HOW_IT_WENT, describe_look_back(plan.look_back)));
    said
}

/// The note on a career and its whole plan, as labels with what stands for them; what is left open is empty.
pub fn list_own_words(kept: &Bookmark) -> Vec<(&'static str, String)> {
    let plan = kept.plan.as_ref().map(list_plan).unwrap_or_default();
    std::iter::once((NOTE, kept.note.clone())).chain(plan).collect()
}

/// The same, with the first step alone of the plan.
pub fn list_own_words_in_short(kept: &Bookmark) -> Vec<(&'static str, String)> {
    let step = kept.plan.as_ref().map(|plan| (name_plan_entry(PlanEntry::Step), describe_first_step(plan)));
    let said = std::iter::once((NOTE, kept.note.clone())).chain(step);
    said.filter(|(_, says)| !says.is_empty()).collect()
}

/// The first step, by which day, and whether it is done.
fn describe_first_step(plan: &Plan) -> String {
    if plan.step.is_empty() {
        return "none yet".to_string();
    }

    let by = plan.by.as_ref().map_or(String::new(), |by| format!(", by {by}"));
    format!("{}{by}{}", plan.step.trim_end_matches('.'), describe_done(plan))
}

fn describe_done(plan: &Plan) -> &'static str {
    if plan.done { " (done)" } else { "" }
}

/// How far a plan is, for the end of a row.
pub fn describe_plan(plan: &Plan) -> String {
    match (plan.step.is_empty(), plan.done, &plan.by) {
        (true, ..) => "no first step yet".to_string(),
        (_, true, _) => "first step done".to_string(),
        (_, _, None) => "first step planned".to_string(),
        (_, _, Some(by)) => format!("first step by {by}"),
    }
}

/// That a plan has no first step to look back at. `career` is its title.
pub fn refuse_no_first_step(career: &str) -> String {
    format!("Your plan for {career} has no first step yet. Write one first.")
}

/// That what was written is no day of the calendar.
pub fn refuse_day(written: &str) -> String {
    format!("\"{written}\" isn't a date. Write it as {DAY_FORM}.")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn build_kept(step: &str, by: &str, done: bool) -> Bookmark {
        let by = (!by.is_empty()).then(|| by.into());
        let plan = Plan { step: step.into(), by, done, ..Plan::default() };
        Bookmark { note: "Smells of wood".into(), plan: Some(plan), ..Bookmark::default() }
    }

    #[test]
    fn a_first_step_is_told_with_its_day_and_whether_it_is_done() {
        let told = |kept: &Bookmark| list_own_words_in_short(kept).pop().expect("a step");
        assert_eq!(told(&build_kept("Ring them.", "", false)), ("My first step", "Ring them".to_string()));
        assert_eq!(told(&build_kept("Ring them.", "2027-03-15", true)).1, "Ring them, by 2027-03-15 (done)");
        assert_eq!(told(&build_kept("", "2027-03-15", false)).1, "none yet");
    }

    #[test]
    fn a_row_says_how_far_a_plan_is() {
        let row = |kept: Bookmark| describe_plan(&kept.plan.expect("a plan"));
        assert_eq!(row(build_kept("", "2027-03-15", false)), "no first step yet");
        assert_eq!(row(build_kept("Ring them", "", false)), "first step planned");
        assert_eq!(row(build_kept("Ring them", "2027-03-15", false)), "first step by 2027-03-15");
        assert_eq!(row(build_kept("Ring them", "2027-03-15", true)), "first step done");
    }

    #[test]
    fn only_what_was_written_is_told_of_a_career_that_is_kept() {
        let note = |note: &str| list_own_words_in_short(&Bookmark { note: note.into(), ..Bookmark::default() });
        assert_eq!(note("Ask aunt"), [(NOTE, "Ask aunt".to_string())]);
        assert!(note("").is_empty());
    }
}
