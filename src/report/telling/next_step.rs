//! The first step of a plan that is not done yet, with how much time is left.

use crate::model::{Day, Plan, Written};
use crate::report::format::pluralise;

/// A week: a day this recent is called by its name.
const WEEK: i64 = 7;

/// When a step is due; what is most urgent comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// Its day has come.
    Due(Day),
    /// Its day is still ahead.
    Ahead(Day),
    /// It has no day.
    Undated,
}

/// What stands before a step that is planned.
pub const NEXT_STEP: &str = "Your next step: ";

/// A plan's step that is not done, as one line, and how urgent it is; none where no step is planned.
pub fn describe_next_step(plan: &Plan, today: Day) -> Option<(Urgency, String)> {
    let step = plan.step.trim().trim_end_matches('.');
    if plan.done || step.is_empty() {
        return None;
    }

    Some(match plan.by.as_ref().and_then(Written::value) {
        Some(day) if day <= today => (Urgency::Due(day), ask_done(step, Some(&name_day(day, today)))),
        Some(day) => {
            (Urgency::Ahead(day), format!("{NEXT_STEP}\"{step}\", {} left ({day})", describe_days(today, day)))
        }
        None => (Urgency::Undated, format!("{NEXT_STEP}\"{step}\", no day set yet")),
    })
}

/// Whether a step was done, as a question; `by` is the day it was planned for, where that is told.
pub fn ask_done(step: &str, by: Option<&str>) -> String {
    let by = by.map_or(String::new(), |by| format!(" by {by}"));
    format!("You meant to \"{}\"{by}. Done?", step.trim_end_matches('.'))
}

fn describe_days(today: Day, day: Day) -> String {
    pluralise(usize::try_from(day.0 - today.0).unwrap_or(0), "day")
}

/// A day of the last week by its name, an earlier one by its date.
fn name_day(day: Day, today: Day) -> String {
    match today.0 - day.0 {
        0 => "today".to_string(),
        ago if ago < WEEK => day.weekday().to_string(),
        _ => day.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A Sunday.
    const TODAY: Day = Day(20_779);

    fn describe_step(by: &str, done: bool) -> Option<String> {
        let plan = Plan { step: "Ring the workshop.".into(), by: Some(by.into()), done, ..Plan::default() };
        describe_next_step(&plan, TODAY).map(|(_, text)| text)
    }

    #[test]
    fn a_step_says_how_many_days_are_left_until_its_day_has_come() {
        let told = |by| describe_step(by, false).expect("a step");
        assert_eq!(told("2026-12-04"), "Your next step: \"Ring the workshop\", 12 days left (2026-12-04)");
        assert_eq!(told("2026-11-23"), "Your next step: \"Ring the workshop\", 1 day left (2026-11-23)");
        assert_eq!(told("2026-11-22"), "You meant to \"Ring the workshop\" by today. Done?");
        assert_eq!(told("2026-11-20"), "You meant to \"Ring the workshop\" by Friday. Done?");
        assert_eq!(told("2026-01-02"), "You meant to \"Ring the workshop\" by 2026-01-02. Done?");
        assert_eq!(told("soon"), "Your next step: \"Ring the workshop\", no day set yet");
    }

    #[test]
    fn a_step_that_is_done_or_was_never_planned_is_not_spoken_of() {
        assert_eq!(describe_step("2026-11-20", true), None);
        assert_eq!(describe_next_step(&Plan { by: Some("2026-11-20".into()), ..Plan::default() }, TODAY), None);
    }

    #[test]
    fn what_is_due_comes_before_what_is_ahead_and_a_day_before_none() {
        let order = [Urgency::Due(TODAY), Urgency::Ahead(Day(0)), Urgency::Undated];
        assert!(order.is_sorted());
    }
}
