//! What was read, whichever layout it came from.

use crate::model::figure::{Education, Experience, Outlook, Pay, Training};
use crate::model::{ByGroup, Group, SCALE_COUNT};
use std::collections::BTreeMap;

/// Work context in the order of the figures.
pub const CONTEXT: [&str; 9] =
    ["contact", "teamwork", "public", "indoors", "outdoors", "standing", "walking", "freedom", "routine"];

/// All careers by code, and where their figures are from.
#[derive(Default)]
pub struct Tables {
    /// One line a source, with version and year.
    pub sources: Vec<String>,
    /// The careers in the order of their codes.
    pub careers: BTreeMap<String, Row>,
}

/// The figures of one career; what is not known is none.
#[derive(Clone)]
pub struct Row {
    /// Job zone.
    pub zone: Option<u8>,
    /// Usual schooling.
    pub education: Option<Education>,
    /// Usual experience.
    pub experience: Option<Experience>,
    /// Usual training on the job.
    pub training: Option<Training>,
    /// Ratings 0–100 by scale, not rounded.
    pub ratings: Vec<Option<f64>>,
    /// Groups in which at least one rating is estimated.
    pub estimated: ByGroup<bool>,
    /// Work context 0–100 in the order of [`CONTEXT`].
    pub context: [Option<f64>; 9],
    /// US pay.
    pub pay: Option<Pay>,
    /// US outlook.
    pub outlook: Option<Outlook>,
    /// ISCO-08 codes.
    pub isco: Vec<String>,
    /// Published related careers, nearest first.
    pub related: Vec<Related>,
}

impl Default for Row {
    fn default() -> Self {
        Self {
            zone: None,
            education: None,
            experience: None,
            training: None,
            ratings: vec![None; SCALE_COUNT],
            estimated: ByGroup::from_value(false),
            context: [None; 9],
            pay: None,
            outlook: None,
            isco: Vec::new(),
            related: Vec::new(),
        }
    }
}

impl Row {
    /// Whether all ratings of the group are there.
    pub fn has_ratings(&self, group: Group) -> bool {
        self.ratings[group.range()].iter().all(Option::is_some)
    }
}

/// A published related career.
#[derive(Clone)]
pub struct Related {
    /// Its code.
    pub code: String,
    /// How near it is.
    pub tier: Tier,
    /// Its place, 1 the nearest.
    pub place: u32,
}

/// How near a related career is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tier {
    /// The five nearest.
    Short,
    /// The next five.
    Long,
    /// The rest.
    Supplemental,
}

impl Tier {
    /// The tier from its published name, or else from the place.
    pub fn of(name: &str, place: u32) -> Self {
        match name {
            "Primary-Short" => Self::Short,
            "Primary-Long" => Self::Long,
            "" if place <= 5 => Self::Short,
            "" if place <= 10 => Self::Long,
            _ => Self::Supplemental,
        }
    }

    /// What the career counts in an estimate.
    pub const fn weight(self) -> f64 {
        match self {
            Self::Short => 3.0,
            Self::Long => 2.0,
            Self::Supplemental => 1.0,
        }
    }
}

/// The family of a code: its first two digits, the SOC major group.
pub fn family(code: &str) -> &str {
    code.get(..2).unwrap_or(code)
}

impl Tables {
    /// Whether at least one career has the group's ratings from a table.
    pub fn has_measured(&self, group: Group) -> bool {
        self.careers.values().any(|row| !row.estimated[group])
    }

    /// Drops careers without any rating, and related careers that are not there; how many careers went comes back.
    pub fn drop_unrated(&mut self) -> usize {
        let before = self.careers.len();
        self.careers.retain(|_, row| row.ratings.iter().any(Option::is_some));

        let known: Vec<String> = self.careers.keys().cloned().collect();
        for row in self.careers.values_mut() {
            row.related.retain(|related| known.binary_search(&related.code).is_ok());
            row.related.sort_by_key(|related| related.place);
        }
        before - self.careers.len()
    }
}
