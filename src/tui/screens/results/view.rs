//! What the list shows: the ranking after limits, near twins folded, in groups.

use crate::fit::{Limited, Outcome, Row, limited, rows};
use crate::model::{CareerId, Education, StartWhen, Strength};
use crate::tui::desk::Desk;
use std::collections::BTreeMap;

/// Careers more alike than this fold into one row.
const TWINS: f64 = 0.8;

/// Rows that fold their near twins.
const FOLDED: usize = 10;

/// What rows are put together by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grouping {
    /// In the order of the ranking, a heading for each band.
    #[default]
    Band,
    /// By family, the family of the best fit first.
    Family,
    /// By the training it takes, least first.
    Training,
}

impl Grouping {
    /// The grouping after this one.
    pub const fn next(self) -> Self {
        match self {
            Self::Band => Self::Family,
            Self::Family => Self::Training,
            Self::Training => Self::Band,
        }
    }

    /// What it is called.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Band => "by fit",
            Self::Family => "by family",
            Self::Training => "by training",
        }
    }
}

/// A line of the list.
#[derive(Clone, Debug)]
pub enum Shown {
    /// A group's name.
    Heading(String),
    /// A row, by its place among [`View::rows`].
    Row(usize),
}

/// The list as it is shown.
#[derive(Debug, Default)]
pub struct View {
    /// Rows in the order of the ranking.
    pub rows: Vec<Row>,
    /// What the limits did.
    pub limited: Limited,
    /// Headings and rows in the order shown.
    pub shown: Vec<Shown>,
    /// Places of the rows among what is shown.
    places: Vec<usize>,
}

/// A person's limits by id: the chosen way and how firmly it is meant.
pub type Limits = BTreeMap<String, (String, Strength)>;

impl View {
    /// The list for an outcome.
    pub fn new(outcome: &Outcome, grouping: Grouping, desk: &Desk) -> Self {
        let Some(matcher) = desk.matcher() else { return Self::default() };
        let none = Limits::new();
        let set = desk.record().map_or(&none, |record| &record.limits);
        let limited = limited(&matcher.kit.catalogue, &matcher.kit.questionnaire.limits, set, &outcome.fits);
        let rows = rows(&matcher.metric, &limited.shown, TWINS, FOLDED);
        let mut view = Self { rows, limited, ..Self::default() };
        view.group(grouping, desk);
        view
    }

    /// Puts the rows into groups.
    pub fn group(&mut self, grouping: Grouping, desk: &Desk) {
        let mut groups: Vec<(usize, String, Vec<usize>)> = Vec::new();
        for (at, row) in self.rows.iter().enumerate() {
            let (order, name) = group_of(row, grouping, groups.len(), desk);
            match groups.iter_mut().find(|(_, known, _)| *known == name) {
                Some((_, _, rows)) => rows.push(at),
                None => groups.push((order, name, vec![at])),
            }
        }
        groups.sort_by_key(|(order, ..)| *order);
        self.shown.clear();
        for (_, name, rows) in groups {
            self.shown.push(Shown::Heading(name));
            self.shown.extend(rows.into_iter().map(Shown::Row));
        }
        self.places =
            self.shown.iter().enumerate().filter(|(_, s)| matches!(s, Shown::Row(_))).map(|(at, _)| at).collect();
    }

    /// How many rows can be chosen.
    pub fn count(&self) -> usize {
        self.places.len()
    }

    /// The row at a place of the cursor, and where it stands among what is shown.
    pub fn row(&self, cursor: usize) -> Option<(usize, &Row)> {
        let place = *self.places.get(cursor)?;
        match self.shown.get(place) {
            Some(Shown::Row(at)) => self.rows.get(*at).map(|row| (place, row)),
            _ => None,
        }
    }

    /// The place of the cursor for a career: its own row, or the one it is folded into.
    pub fn find(&self, career: CareerId) -> Option<usize> {
        (0..self.count()).find(|cursor| {
            self.row(*cursor)
                .is_some_and(|(_, row)| row.fit.career == career || row.twins.iter().any(|twin| twin.career == career))
        })
    }

    /// The careers of the first ten rows of the ranking.
    pub fn first_ten(&self) -> Vec<CareerId> {
        self.rows.iter().take(10).map(|row| row.fit.career).collect()
    }
}

/// The group of a row and its place among the groups.
fn group_of(row: &Row, grouping: Grouping, so_far: usize, desk: &Desk) -> (usize, String) {
    let Some(matcher) = desk.matcher() else { return (so_far, String::new()) };
    let career = matcher.kit.catalogue.get(row.fit.career);
    match grouping {
        Grouping::Band => (row.fit.band as usize, row.fit.band.words().to_string()),
        Grouping::Family => (so_far, matcher.kit.catalogue.family(row.fit.career).name.clone()),
        Grouping::Training if career.start_when == StartWhen::Weeks => (0, "start within weeks".to_string()),
        Grouping::Training => {
            let place = |education| Education::ALL.iter().position(|known| *known == education).unwrap_or(0) + 1;
            let known = career.figures.education.map(|education| (place(education), education.words().to_string()));
            known.unwrap_or((Education::ALL.len() + 1, "schooling not known".to_string()))
        }
    }
}
