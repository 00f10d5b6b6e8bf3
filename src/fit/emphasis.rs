//! How much each group counts by what counts most: presets, no free weights, which would invite fiddling until the list pleases.

use crate::model::{ByGroup, Emphasis, Group};

/// How much the emphasised group counts, of what it counts in a balanced ranking. More, and fits could leave -100 to 100.
const FIRST: f64 = 1.5;
/// How much each other group counts then.
const OTHERS: f64 = 0.5;

impl Emphasis {
    /// The group that counts more.
    const fn group(self) -> Option<Group> {
        match self {
            Self::Balanced => None,
            Self::Enjoy => Some(Group::Interests),
            Self::GoodAt => Some(Group::Skills),
            Self::Passions => Some(Group::Subjects),
        }
    }

    /// How often each group's points count: once for each in a balanced ranking. The emphasised group counts three times as
    /// much as each of the others, if it was answered.
    pub fn weigh_groups(self, counted: ByGroup<bool>) -> ByGroup<f64> {
        let Some(first) = self.group().filter(|group| counted[*group]) else { return ByGroup::from_value(1.0) };
        ByGroup::from_fn(|group| if group == first { FIRST } else { OTHERS })
    }
}
