//! A career that a person keeps in mind, with a note and a plan of their own.

use super::day::Day;
use super::written::Written;
use std::borrow::Cow;

/// Most careers with a plan: more than three is a wish list.
pub const MOST_PLANS: usize = 3;

/// A career the person keeps in mind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bookmark {
    /// The career's id.
    pub career: String,
    /// A note of the person's own.
    pub note: String,
    /// A plan, if one was begun.
    pub plan: Option<Plan>,
}

/// The person's own plan for a career.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Why it draws me.
    pub why: String,
    /// What I doubt.
    pub doubt: String,
    /// Whom I will ask.
    pub ask: String,
    /// My first step.
    pub step: String,
    /// By which day.
    pub by: Option<Written<Day>>,
    /// What may get in the way.
    pub obstacle: String,
    /// What the person does then.
    pub instead: String,
    /// Whom the person told.
    pub told: String,
    /// Whether the step was done.
    pub done: bool,
    /// How it was, once it was done and looked back at.
    pub look_back: LookBack,
}

/// How a first step was, looked back at: each may be left open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LookBack {
    /// Whether it gave energy, or cost it.
    pub gave_energy: Option<bool>,
    /// Whether the person would do it again.
    pub again: Option<bool>,
}

/// One thing that a person writes into a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanEntry {
    /// Why it draws me.
    Why,
    /// What I doubt.
    Doubt,
    /// Whom I will ask.
    Ask,
    /// My first step.
    Step,
    /// By which day.
    By,
    /// What may get in the way.
    Obstacle,
    /// What I do then.
    Instead,
    /// Whom I told.
    Told,
}

impl PlanEntry {
    /// All entries in the order they stand.
    pub const ALL: [Self; 8] =
        [Self::Why, Self::Doubt, Self::Ask, Self::Step, Self::By, Self::Obstacle, Self::Instead, Self::Told];
}

impl Bookmark {
    /// Whether a note or a plan of the person's own stands with it.
    pub fn has_own_words(&self) -> bool {
        !self.note.is_empty() || self.plan.is_some()
    }
}

impl Plan {
    /// What an entry says; empty where nothing is written.
    pub fn get(&self, entry: PlanEntry) -> Cow<'_, str> {
        let text = match entry {
            PlanEntry::Why => &self.why,
            PlanEntry::Doubt => &self.doubt,
            PlanEntry::Ask => &self.ask,
            PlanEntry::Step => &self.step,
            PlanEntry::By => return self.by.as_ref().map(Written::to_string).unwrap_or_default().into(),
            PlanEntry::Obstacle => &self.obstacle,
            PlanEntry::Instead => &self.instead,
            PlanEntry::Told => &self.told,
        };
        text.into()
    }

    /// Writes an entry anew.
    pub fn set(&mut self, entry: PlanEntry, says: String) {
        let place = match entry {
            PlanEntry::Why => &mut self.why,
            PlanEntry::Doubt => &mut self.doubt,
            PlanEntry::Ask => &mut self.ask,
            PlanEntry::Step => &mut self.step,
            PlanEntry::By => return self.by = (!says.is_empty()).then(|| says.into()),
            PlanEntry::Obstacle => &mut self.obstacle,
            PlanEntry::Instead => &mut self.instead,
            PlanEntry::Told => &mut self.told,
        };
        *place = says;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_of_a_plan_has_a_place_of_its_own() {
        let mut plan = Plan::default();
        for (at, entry) in PlanEntry::ALL.into_iter().enumerate() {
            plan.set(entry, at.to_string());
        }
        let said = PlanEntry::ALL.map(|entry| plan.get(entry).into_owned());
        assert_eq!(said, ["0", "1", "2", "3", "4", "5", "6", "7"]);
        assert_eq!((plan.step.as_str(), plan.told.as_str()), ("3", "7"));
    }
}
