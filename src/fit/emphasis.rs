//! Presets of what counts most; no free weights, which would invite fiddling until the list pleases.

use super::metric::Metric;
use crate::model::Group;

/// How much more the emphasised group counts.
const MORE: f64 = 3.0;

/// What comes first when careers are ranked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
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
            Self::Balanced => "balanced",
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

    /// Share of each group in the fit, of the groups that the questionnaire asks about; they add up to 1. A group without
    /// answers gives its weight to the others.
    pub fn shares(self, metric: &Metric, asked: [bool; 4], answered: [bool; 4]) -> [f64; 4] {
        let weight = |group: Group| {
            let more = if self.group() == Some(group) { MORE } else { 1.0 };
            if asked[group.index()] && answered[group.index()] { more * metric.weight(group) } else { 0.0 }
        };
        let weights = Group::ALL.map(weight);
        let total: f64 = weights.iter().sum();
        weights.map(|weight| if total > 0.0 { weight / total } else { 0.0 })
    }
}
