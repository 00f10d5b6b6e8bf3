//! What speaks for careers by themselves, beside what the scales say of them.

use super::metric::to_single;
use crate::model::{ByGroup, CareerId, QuestionId, Source};
use std::sync::Arc;

/// What sources of evidence add to careers.
pub type Additions = Vec<(Source, Added)>;

/// What one source adds to some careers, in points.
#[derive(Clone, Debug)]
pub enum Added {
    /// The same to all of them.
    Alike(Arc<[CareerId]>, f64),
    /// Its own to each, in order of the careers.
    Each(Vec<(CareerId, f64)>),
}

impl Added {
    /// What is added to a career; none where it does not speak of it.
    fn find_points(&self, career: CareerId) -> Option<f64> {
        match self {
            Self::Alike(careers, points) => careers.contains(&career).then_some(*points),
            Self::Each(careers) => {
                careers.binary_search_by_key(&career, |(of, _)| *of).ok().map(|place| careers[place].1)
            }
        }
    }

    /// Adds it to sums by career.
    fn add_to(&self, sums: &mut [f64]) {
        match self {
            Self::Alike(careers, points) => careers.iter().for_each(|career| sums[career.index()] += points),
            Self::Each(careers) => careers.iter().for_each(|(career, points)| sums[career.index()] += points),
        }
    }
}

/// What is known of a person by the scales.
#[derive(Clone, Copy)]
pub struct Known<'k> {
    /// The estimate of every scale.
    pub estimate: &'k [f64],
    /// Covariances of one scale with all others.
    pub covariances: &'k dyn Fn(usize) -> &'k [f64],
    /// How much each group counts.
    pub weights: ByGroup<f64>,
}

/// Points that sources add to some careers, each a contribution of its own in the sum that is the fit.
#[derive(Clone, Debug, Default)]
pub struct Direct {
    parts: Arc<Parts>,
}

#[derive(Debug, Default)]
struct Parts {
    /// By source, in a fixed order: the careers it speaks of and the points.
    sources: Additions,
    /// By career: their sum; empty where nothing is added to any.
    totals: Vec<f64>,
    /// By career: the sum of what is assumed, cards and conditions; empty where nothing is.
    assumed: Vec<f64>,
}

impl Direct {
    /// What these sources add to so many careers.
    pub fn new(careers: usize, sources: Additions) -> Self {
        let assumes = |source: &Source| !matches!(source, Source::Activity { .. });
        let sum = |wanted: &dyn Fn(&Source) -> bool| {
            let mut sources = sources.iter().filter(|(source, _)| wanted(source)).peekable();
            let mut sums = vec![0.0; if sources.peek().is_none() { 0 } else { careers }];
            sources.for_each(|(_, added)| added.add_to(&mut sums));
            sums
        };

        let (totals, assumed) = (sum(&|_| true), sum(&assumes));
        Self { parts: Arc::new(Parts { sources, totals, assumed }) }
    }

    /// The sum of what activities add to so many careers, without its sources.
    pub(super) fn sum_activities<'c>(careers: usize, activities: impl Iterator<Item = (&'c [CareerId], f64)>) -> Self {
        let mut totals = Vec::new();
        for (made_of_it, points) in activities {
            totals.resize(careers, 0.0);
            for career in made_of_it {
                totals[career.index()] += points;
            }
        }
        Self { parts: Arc::new(Parts { totals, ..Parts::default() }) }
    }

    /// Points added to a career by cards and conditions, which make nothing surer.
    pub fn assumed_points(&self, career: CareerId) -> f64 {
        self.parts.assumed.get(career.index()).copied().unwrap_or_default()
    }

    /// Whether anything is assumed.
    pub(super) fn has_assumed(&self) -> bool {
        !self.parts.assumed.is_empty()
    }

    /// Points added to a career by all sources.
    pub fn total(&self, career: CareerId) -> f64 {
        self.parts.totals.get(career.index()).copied().unwrap_or_default()
    }

    /// Adds what all sources add to scores by career, of which one is worth so many points.
    pub(super) fn add_to(&self, scores: &mut [f32], points: f64) {
        let share = 1.0 / points;
        for (score, added) in scores.iter_mut().zip(&self.parts.totals) {
            *score += to_single(added * share);
        }
    }

    /// Points that the sources of one kind add to a career.
    pub(super) fn sum_points_of(&self, career: CareerId, kind: impl Fn(&Source) -> bool) -> f64 {
        let sources = self.parts.sources.iter().filter(|(source, _)| kind(source));
        sources.filter_map(|(_, added)| added.find_points(career)).sum()
    }

    /// Whether any source is of this kind.
    pub(super) fn has_source(&self, kind: impl Fn(&Source) -> bool) -> bool {
        self.parts.sources.iter().any(|(source, _)| kind(source))
    }

    /// The activities that speak for their careers, each with its answer and the points that it adds.
    pub(super) fn list_activities(&self) -> impl Iterator<Item = (QuestionId, u8, f64)> {
        self.parts.sources.iter().filter_map(|(source, added)| match (*source, added) {
            (Source::Activity { question, value }, Added::Alike(_, points)) => Some((question, value, *points)),
            _ => None,
        })
    }

    /// What each source adds to a career, those that speak of it only.
    pub fn list_contributions(&self, career: CareerId) -> Vec<(Source, f64)> {
        self.parts.sources.iter().filter_map(|(source, added)| Some((*source, added.find_points(career)?))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_source_says_of_a_career_what_it_adds_and_that_is_all_that_is_added() {
        let activity = Source::Activity { question: QuestionId(7), value: 5 };
        let condition = Source::Condition { place: 0, choice: 1 };
        let careers = [CareerId(1), CareerId(3)];
        let each = vec![(CareerId(0), 1.0), (CareerId(3), -0.5), (CareerId(4), 4.0)];
        let direct =
            Direct::new(5, vec![(activity, Added::Alike(careers.into(), 2.0)), (condition, Added::Each(each))]);

        assert_eq!(direct.list_contributions(CareerId(3)), [(activity, 2.0), (condition, -0.5)]);
        assert_eq!(direct.list_contributions(CareerId(4)), [(condition, 4.0)]);
        assert_eq!(direct.list_contributions(CareerId(2)), []);

        let sums = [1.0, 2.0, 0.0, 1.5, 4.0];
        let assumed = [1.0, 0.0, 0.0, -0.5, 4.0];
        for (career, at) in CareerId::first(5).zip(0..) {
            assert!(
                (direct.total(career) - sums[at]).abs() < 1e-12
                    && (direct.assumed_points(career) - assumed[at]).abs() < 1e-12
            );
        }
    }
}
