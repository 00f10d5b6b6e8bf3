//! The 95 scales a person and a career are both described by, in four groups, and the twelve areas over them.

use super::group::{ByGroup, Group, SCALE_COUNT};
use serde::{Deserialize, Serialize};

/// A scale's place among all scales, always below [`SCALE_COUNT`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ScaleId(u8);

impl ScaleId {
    /// Every scale in order.
    pub const ALL: [Self; SCALE_COUNT] = {
        let mut all = [Self(0); SCALE_COUNT];
        let mut place = 0_u8;
        while (place as usize) < SCALE_COUNT {
            all[place as usize] = Self(place);
            place += 1;
        }
        all
    };

    /// The scale at `index`, or none past the last.
    pub fn new(index: usize) -> Option<Self> {
        u8::try_from(index).ok().filter(|_| index < SCALE_COUNT).map(Self)
    }

    /// The scale's place, for tables by scale.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    /// The group the scale belongs to.
    pub fn group(self) -> Group {
        let group = Group::ALL.into_iter().find(|group| group.range().contains(&self.index()));
        group.unwrap_or(Group::Styles)
    }
}

impl Group {
    /// The group's scales in order.
    pub fn scales(self) -> impl Iterator<Item = ScaleId> {
        self.range().filter_map(ScaleId::new)
    }
}

/// One measured dimension in our own words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scale {
    /// `group.name` in kebab case, as in every file: `skills.mathematics`.
    pub id: String,
    /// Plain name for headings.
    pub name: String,
    /// Name of at most 14 characters, for charts.
    pub short: String,
    /// One line on what is meant.
    pub meaning: String,
    /// What somebody high on it is like.
    pub high: String,
    /// What somebody low on it is like.
    pub low: String,
    /// Fits into the templates of [`GroupWords`].
    pub phrase: String,
}

/// Words that a whole group shares; `{phrase}` in a template stands for the scale's phrase.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GroupWords {
    /// Id of the part that asks about the group.
    pub part: String,
    /// Heading for the group in a profile.
    pub name: String,
    /// Reason when person and career are both high.
    pub both_high: String,
    /// Reason when both are low.
    pub both_low: String,
    /// Doubt when only the career is high.
    pub career_high: String,
    /// Doubt when only the person is high.
    pub person_high: String,
}

/// A field of activity: the common ground of enjoying something and being good at it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Area {
    /// Id in kebab case.
    pub id: String,
    /// Plain name.
    pub name: String,
    /// One line on what belongs to it.
    pub meaning: String,
    /// Ids of the questions that ask for enjoying it.
    pub activities: Vec<String>,
    /// Skills it takes.
    pub skills: Vec<ScaleId>,
    /// Subjects it draws on.
    pub subjects: Vec<ScaleId>,
}

/// The table of all scales, groups and areas.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scales {
    /// All scales, by [`ScaleId::index`]; always [`SCALE_COUNT`] of them.
    pub scales: Vec<Scale>,
    /// Words by group, in the order of [`Group::ALL`].
    pub groups: ByGroup<GroupWords>,
    /// The areas, in the file's order.
    pub areas: Vec<Area>,
}

impl Scales {
    /// The words of one scale.
    pub fn get(&self, id: ScaleId) -> &Scale {
        &self.scales[id.index()]
    }

    /// The scale with this id, if there is one.
    pub fn find(&self, id: &str) -> Option<ScaleId> {
        self.scales.iter().position(|scale| scale.id == id).and_then(ScaleId::new)
    }

    /// The words of a group.
    pub fn group(&self, group: Group) -> &GroupWords {
        &self.groups[group]
    }
}
