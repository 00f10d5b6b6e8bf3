//! What the list shows: the ranking after limits, near twins folded, in groups.

use crate::fit::{Limited, Row, apply_limits, find_loved_further_down, find_surprises, fold_rows};
use crate::model::{CareerId, Direction, Education, Fit};
use crate::report::TWINS;
use crate::report::outline::find_pay_axis;
use crate::report::telling;
use crate::tui::context::OpenSession;

/// Rows that fold their near twins.
const FOLDED: usize = 10;

/// Rows whose pay sets the axis of all strips, so that it does not jump from row to row.
const ON_AXIS: usize = 40;

/// What rows are put together by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grouping {
    /// In the order of the ranking, a heading for each band.
    #[default]
    Band,
    /// By direction, and what one might not have thought of behind them.
    Direction,
    /// By family, the family of the best fit first.
    Family,
    /// By the training it takes, least first.
    Training,
}

impl Grouping {
    /// All of them, in the order of the tabs.
    const ALL: [Self; 4] = [Self::Band, Self::Direction, Self::Family, Self::Training];

    /// Those that are offered: without a direction the list by direction is one heading over all of it.
    pub fn list_offered(ctx: &OpenSession) -> Vec<Self> {
        let has_directions = !ctx.outcome().directions.is_empty();
        Self::ALL.into_iter().filter(|grouping| has_directions || *grouping != Self::Direction).collect()
    }

    /// What it is called.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Band => "by fit",
            Self::Direction => "by direction",
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
    /// The right end of the axis on which strips of pay stand, dollars a year.
    pub pay_axis: u32,
    /// Places of the rows among what is shown.
    places: Vec<usize>,
}

impl View {
    /// The list for what the answers say now.
    pub fn new(grouping: Grouping, ctx: &OpenSession) -> Self {
        let (limits, set) = (&ctx.questionnaire().limits, &ctx.record().limits);
        let limited = apply_limits(ctx.catalogue(), limits, set, &ctx.outcome().fits);
        let rows = fold_rows(ctx.matcher().whitening(), &limited.shown, TWINS, FOLDED);
        let pay = |row: &Row| ctx.catalogue().get(row.fit.career).figures.pay.as_ref().map(|pay| &pay.percentiles);
        let pay_axis = find_pay_axis(rows.iter().take(ON_AXIS).filter_map(pay));

        let mut view = Self { rows, limited, pay_axis, ..Self::default() };
        view.group(grouping, ctx);
        view
    }

    /// Puts the rows into groups.
    pub fn group(&mut self, grouping: Grouping, ctx: &OpenSession) {
        let mut groups: Vec<(usize, String, Vec<usize>)> = Vec::new();
        let parts =
            if grouping == Grouping::Direction { list_directions(ctx, &self.limited.shown) } else { Vec::new() };

        for (at, row) in self.rows.iter().enumerate() {
            let (order, name) = find_group(row, grouping, groups.len(), &parts, ctx);
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
}

/// The directions by name with their careers, and behind them what one might not have thought of and what one loves that
/// stands further down.
fn list_directions(ctx: &OpenSession, left: &[Fit]) -> Vec<(String, Vec<CareerId>)> {
    let outcome = ctx.outcome();
    let title = |one: &Direction| telling::find_direction_title(ctx.dataset(), one).to_string();
    let mut parts: Vec<(String, Vec<CareerId>)> =
        outcome.directions.iter().take(telling::MAX_DIRECTIONS).map(|one| (title(one), one.careers.clone())).collect();
    let found = find_surprises(ctx.matcher(), outcome, ctx.interview().answers());
    let surprises: Vec<CareerId> = found.iter().map(|one| one.fit.career).collect();
    let loved = find_loved_further_down(ctx.matcher(), outcome, left).into_iter().map(|fit| fit.career).collect();

    let besides = [(telling::SURPRISES, surprises), (telling::LOVED, loved)];
    let told = besides.into_iter().filter(|(_, careers): &(&str, Vec<CareerId>)| !careers.is_empty());
    parts.extend(told.map(|(head, careers)| (head.to_string(), careers)));
    parts
}

/// The group of a row and its place among the groups.
fn find_group(
    row: &Row,
    grouping: Grouping,
    so_far: usize,
    parts: &[(String, Vec<CareerId>)],
    ctx: &OpenSession,
) -> (usize, String) {
    let career = ctx.catalogue().get(row.fit.career);
    match grouping {
        Grouping::Band => (row.fit.band as usize, row.fit.band.words().to_string()),
        Grouping::Direction => {
            let holds = |(_, careers): &(String, Vec<CareerId>)| {
                careers.iter().any(|career| *career == row.fit.career || row.twins.iter().any(|t| t.career == *career))
            };
            let part = parts.iter().position(holds);
            part.map_or((parts.len(), "All others".to_string()), |part| (part, parts[part].0.clone()))
        }
        Grouping::Family => (so_far, ctx.catalogue().family(row.fit.career).name.clone()),
        Grouping::Training if career.starts_within_weeks() => (0, "start within weeks".to_string()),
        Grouping::Training => {
            let place = |education| Education::ALL.iter().position(|known| *known == education).unwrap_or(0) + 1;
            let known = career.figures.education.map(|education| (place(education), education.words().to_string()));
            known.unwrap_or((Education::ALL.len() + 1, "schooling not known".to_string()))
        }
    }
}

/// A fit as a share of the person's best one, 0 to 1: bars show the person's own range, since hardly anybody's fits come
/// near 100.
pub fn compare_with_best(score: f64, ctx: &OpenSession) -> f64 {
    let best = ctx.outcome().fits.first().map_or(score, |fit| fit.score);

    if best > 0.0 { (score / best).clamp(0.0, 1.0) } else { 0.0 }
}
