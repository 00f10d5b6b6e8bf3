//! Presets of what counts most; no free weights, which would invite fiddling until the list pleases.

use crate::model::{ByGroup, Group};

/// How much the emphasised group counts, of what it counts in a balanced ranking. More, and fits could leave -100 to 100.
const FIRST: f64 = 1.5;
/// How much each other group counts then.
const OTHERS: f64 = 0.5;

/// What comes first when careers are ranked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Emphasis {
    /// All four parts by their own weights.
    #[default]
    Balanced,
    /// What I enjoy first.
    Enjoy,
    /// What I can do first.
    GoodAt,
    /// What I am drawn to first.
    Passions,
}

impl Emphasis {
    /// All presets, in the order shown.
    pub const ALL: [Self; 4] = [Self::Balanced, Self::Enjoy, Self::GoodAt, Self::Passions];

    /// The name a session keeps.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Balanced => "balanced",
            Self::Enjoy => "enjoy",
            Self::GoodAt => "good-at",
            Self::Passions => "passions",
        }
    }

    /// The words shown.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Balanced => "all parts equally",
            Self::Enjoy => "what I enjoy first",
            Self::GoodAt => "what I can do first",
            Self::Passions => "what I am drawn to first",
        }
    }

    /// The preset of this name, balanced where there is none.
    pub fn from_name(name: Option<&str>) -> Self {
        Self::ALL.into_iter().find(|emphasis| Some(emphasis.name()) == name).unwrap_or_default()
    }

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
    pub fn weights(self, counted: ByGroup<bool>) -> ByGroup<f64> {
        let Some(first) = self.group().filter(|group| counted[*group]) else { return ByGroup::alike(1.0) };
        ByGroup::from_fn(|group| if group == first { FIRST } else { OTHERS })
    }
}
