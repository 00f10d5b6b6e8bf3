//! The person's own plan for a career, and the look back on its first step.

use crate::model::{LookBack, Plan, PlanEntry};

/// What stands over an entry of a plan.
pub const fn plan_entry(entry: PlanEntry) -> &'static str {
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
pub fn plan(plan: &Plan) -> Vec<(&'static str, String)> {
    let says = |entry| {
        let done = entry == PlanEntry::Step && plan.done && !plan.step.is_empty();
        plan.get(entry).into_owned() + if done { " (done)" } else { "" }
    };

    let mut said: Vec<_> = PlanEntry::ALL.into_iter().map(|entry| (plan_entry(entry), says(entry))).collect();
    said.push(("How it went", looked_back(plan.look_back)));
    said
}

/// How a first step was, as a few words; empty before it was looked back at.
pub fn looked_back(look_back: LookBack) -> String {
    let energy = look_back.gave_energy.map(|gave| if gave { "gave me energy" } else { "cost me energy" });
    let again = look_back.again.map(|again| if again { "I would do it again" } else { "I would not do it again" });
    energy.into_iter().chain(again).collect::<Vec<_>>().join("; ")
}
