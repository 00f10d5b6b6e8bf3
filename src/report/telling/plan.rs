//! The person's own plan for a career, and the look back on its first step.

use crate::model::{LookBack, Plan};

/// One thing that a plan says.
#[derive(Clone, Copy, Debug)]
pub struct PlanEntry {
    /// What stands over it.
    pub words: &'static str,
    /// Where it stands in a plan.
    pub of: fn(&mut Plan) -> &mut String,
    /// Whether it is a day of the calendar.
    pub is_day: bool,
}

const fn entry(words: &'static str, of: fn(&mut Plan) -> &mut String) -> PlanEntry {
    PlanEntry { words, of, is_day: false }
}

/// Everything that a person writes into a plan, in the order it stands.
pub const PLAN_ENTRIES: [PlanEntry; 8] = [
    entry("Why it draws me", |plan| &mut plan.why),
    entry("What I doubt", |plan| &mut plan.doubt),
    entry("Whom I will ask, and what", |plan| &mut plan.ask),
    entry("My first step", |plan| &mut plan.step),
    PlanEntry { words: "By which day", of: |plan| &mut plan.by, is_day: true },
    entry("What may get in the way", |plan| &mut plan.obstacle),
    entry("What I do then", |plan| &mut plan.instead),
    entry("Whom I told", |plan| &mut plan.told),
];

/// A plan as labels with what stands for them; what is left open is empty.
pub fn plan(plan: &Plan) -> Vec<(&'static str, String)> {
    // Its entries are reached in a plan that can be changed, so a copy is read.
    let mut told = plan.clone();
    if plan.done && !plan.step.is_empty() {
        told.step += " (done)";
    }

    let mut said: Vec<_> = PLAN_ENTRIES.iter().map(|entry| (entry.words, (entry.of)(&mut told).clone())).collect();
    said.push(("How it went", looked_back(plan.look_back)));
    said
}

/// How a first step was, as a few words; empty before it was looked back at.
pub fn looked_back(look_back: LookBack) -> String {
    let energy = look_back.gave_energy.map(|gave| if gave { "gave me energy" } else { "cost me energy" });
    let again = look_back.again.map(|again| if again { "I would do it again" } else { "I would not do it again" });
    energy.into_iter().chain(again).collect::<Vec<_>>().join("; ")
}
