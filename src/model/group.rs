//! The four groups of scales, and tables with a value for each of them.

use serde::{Deserialize, Serialize};
use std::array;
use std::ops::{Index, IndexMut, Range};

/// Number of scales: 6 interests, 35 skills, 33 subjects, 21 work styles.
pub const SCALE_COUNT: usize = 95;

/// One of the four groups of scales; each is asked about in a part of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Group {
    /// The six RIASEC interests.
    Interests,
    /// The 35 skills.
    Skills,
    /// The 33 subjects (knowledge areas).
    Subjects,
    /// The 21 work styles.
    Styles,
}

impl Group {
    /// All groups, in the order of their scales.
    pub const ALL: [Self; 4] = [Self::Interests, Self::Skills, Self::Subjects, Self::Styles];

    /// The group's name in scale ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Interests => "interests",
            Self::Skills => "skills",
            Self::Subjects => "subjects",
            Self::Styles => "styles",
        }
    }

    /// The indices of the group's scales, a run within `0..SCALE_COUNT`.
    pub const fn range(self) -> Range<usize> {
        match self {
            Self::Interests => 0..6,
            Self::Skills => 6..41,
            Self::Subjects => 41..74,
            Self::Styles => 74..SCALE_COUNT,
        }
    }

    /// The group whose name stands in a scale id, if there is one.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.name() == name)
    }
}

/// A value for each of the four groups, looked up by the group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ByGroup<T>([T; Group::ALL.len()]);

impl<T> ByGroup<T> {
    /// These values, in the order of [`Group::ALL`].
    pub const fn in_order(values: [T; Group::ALL.len()]) -> Self {
        Self(values)
    }

    /// The value that each group gives.
    pub fn from_fn(value: impl FnMut(Group) -> T) -> Self {
        Self(Group::ALL.map(value))
    }

    /// What becomes of each value.
    pub fn map<U>(self, change: impl FnMut(T) -> U) -> ByGroup<U> {
        ByGroup(self.0.map(change))
    }

    /// All values, in the order of [`Group::ALL`].
    pub fn values(&self) -> &[T] {
        &self.0
    }
}

impl<T: Copy> ByGroup<T> {
    /// The same value for every group.
    pub const fn from_value(value: T) -> Self {
        Self([value; Group::ALL.len()])
    }
}

impl<T> IntoIterator for ByGroup<T> {
    type Item = T;
    type IntoIter = array::IntoIter<T, { Group::ALL.len() }>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<T> Index<Group> for ByGroup<T> {
    type Output = T;

    fn index(&self, group: Group) -> &T {
        &self.0[group as usize]
    }
}

impl<T> IndexMut<Group> for ByGroup<T> {
    fn index_mut(&mut self, group: Group) -> &mut T {
        &mut self.0[group as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_group_has_a_value_of_its_own() {
        let mut names = ByGroup::from_fn(Group::name);
        assert!(Group::ALL.into_iter().all(|group| names[group] == group.name()));
        assert_eq!(names.map(str::len).values(), [9, 6, 8, 6]);

        names[Group::Skills] = "changed";
        assert_eq!(names.values(), ["interests", "changed", "subjects", "styles"]);
        assert_eq!(ByGroup::from_value(1), ByGroup::in_order([1; 4]));
    }
}
