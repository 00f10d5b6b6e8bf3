//! Tables with a value for each scale.

use super::group::SCALE_COUNT;
use super::scale::ScaleId;
use std::ops::{Index, IndexMut};

/// A value for each of the scales, looked up by the scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ByScale<T>([T; SCALE_COUNT]);

impl<T> ByScale<T> {
    /// The value that each scale gives.
    pub fn from_fn(value: impl FnMut(ScaleId) -> T) -> Self {
        Self(ScaleId::ALL.map(value))
    }

    /// What becomes of each value.
    pub fn map<U>(self, change: impl FnMut(T) -> U) -> ByScale<U> {
        ByScale(self.0.map(change))
    }

    /// Every scale with its value, in the order of [`ScaleId::ALL`].
    pub fn iter(&self) -> impl Iterator<Item = (ScaleId, &T)> {
        ScaleId::ALL.into_iter().zip(&self.0)
    }

    /// All values by [`ScaleId::index`], for products of vectors and matrices.
    pub fn as_slice(&self) -> &[T] {
        &self.0
    }

    /// All values as an array, by [`ScaleId::index`].
    pub fn into_array(self) -> [T; SCALE_COUNT] {
        self.0
    }

    /// All values by [`ScaleId::index`], to be changed.
    pub fn as_mut_slice(&mut self) -> &mut [T] {
        &mut self.0
    }
}

impl<T: Copy> ByScale<T> {
    /// The same value for every scale.
    pub const fn from_value(value: T) -> Self {
        Self([value; SCALE_COUNT])
    }
}

impl<T> Index<ScaleId> for ByScale<T> {
    type Output = T;

    fn index(&self, scale: ScaleId) -> &T {
        &self.0[scale.index()]
    }
}

impl<T> IndexMut<ScaleId> for ByScale<T> {
    fn index_mut(&mut self, scale: ScaleId) -> &mut T {
        &mut self.0[scale.index()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Group;

    #[test]
    fn every_scale_has_a_value_of_its_own() {
        let mut places = ByScale::from_fn(ScaleId::index);
        assert!(places.iter().enumerate().all(|(at, (scale, place))| *place == at && scale.index() == at));

        let first = ScaleId::ALL[Group::Skills.range().start];
        places[first] = 1000;
        assert_eq!((places[first], places.as_slice()[first.index()]), (1000, 1000));
        assert_eq!(places.iter().filter(|(scale, place)| scale.index() != **place).count(), 1);
        assert_eq!(ByScale::from_value(2).map(|value| value * 2), ByScale::from_value(4));
    }

    #[test]
    fn the_scales_of_the_groups_are_all_scales_in_order() {
        let of_groups: Vec<ScaleId> = Group::ALL.into_iter().flat_map(Group::scales).collect();
        assert_eq!(of_groups, ScaleId::ALL);
        assert!(Group::ALL.into_iter().all(|group| group.scales().all(|scale| scale.group() == group)));
    }
}
