//! Answers in, everything that can be said of them out.

use super::emphasis::Emphasis;
use super::information::Information;
use super::intervals::Intervals;
use super::learned::Learned;
use super::metric::Metric;
use super::names::Names;
use super::person::{Person, Yardstick};
use super::rank::rank;
use super::reasons::{Reasons, reasons};
use super::search::Hit;
use crate::assess::{self, Measurement, Own, Retest};
use crate::model::{Answers, CareerId, Fit, Group, Kit, Profile, QuestionId, SCALE_COUNT, Verdict};
use std::sync::OnceLock;

/// Answers from which a group counts.
const COUNTS: usize = 2;

/// The data with all that is worked out from it once: shared by every person and every front end.
#[derive(Debug)]
pub struct Matcher {
    /// What is asked and ranked.
    pub kit: Kit,
    /// What an answer tells.
    pub measurement: Measurement,
    /// What a person is compared with.
    pub metric: Metric,
    /// Groups of scales that the questionnaire asks about, by [`Group::index`].
    pub asked: [bool; 4],
    learned: OnceLock<Learned>,
    names: OnceLock<Names>,
}

/// What the answers say.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// Whether they point anywhere.
    pub verdict: Verdict,
    /// Estimates and uncertainty.
    pub profile: Profile,
    /// All careers by fit, best first; empty without a direction.
    pub fits: Vec<Fit>,
    /// The person's side of the matching.
    pub person: Person,
    /// The person's own answers by scale.
    pub own: Own,
    /// The posterior behind the profile, and what it tells of each career.
    pub information: Information,
    /// How these answers are compared with careers.
    pub yardstick: Yardstick,
    /// Groups that count in the fit.
    pub counted: [bool; 4],
    /// How many answers are evidence.
    pub evidence: usize,
}

impl Matcher {
    /// Prepares the data for matching.
    pub fn new(kit: Kit) -> Self {
        let metric = Metric::new(&kit.catalogue, &kit.matching);
        let prior = metric.prior(kit.matching.prior_variance, kit.matching.prior_correlation);
        let measurement = Measurement::new(&kit.questionnaire, prior, &kit.matching);
        let loads = || kit.questionnaire.questions.iter().flat_map(|question| &question.loads);
        let asked = Group::ALL.map(|group| loads().any(|load| load.scale.group() == group));
        Self { kit, measurement, metric, asked, learned: OnceLock::new(), names: OnceLock::new() }
    }

    /// Which careers are alike; worked out when first asked for, some tens of milliseconds.
    pub fn learned(&self) -> &Learned {
        self.learned.get_or_init(|| Learned::new(&self.metric, &self.kit.catalogue.related()))
    }

    /// The best careers for what was typed, best first. The first search reads every name, the others do not.
    pub fn search(&self, typed: &str, limit: usize) -> Vec<Hit> {
        let catalogue = &self.kit.catalogue;
        self.names.get_or_init(|| Names::new(catalogue)).search(catalogue, typed, limit)
    }

    /// What these answers say; the same answers always give the same bits.
    pub fn outcome(&self, answers: &Answers, emphasis: Emphasis) -> Outcome {
        let information = Information::of(&self.metric, &self.measurement, answers);
        let questionnaire = &self.kit.questionnaire;
        let profile = information.posterior.profile(questionnaire, answers);
        let counted = self.counted(answers.values().map(|(question, _)| question));
        let yardstick = self.yardstick(&information, emphasis.shares(&self.metric, self.asked, counted));
        let person = yardstick.person(&self.metric, information.posterior.mean());
        let evidence = answers.evidence();
        let ranked = assess::differ(questionnaire, answers.values());
        let (verdict, fits) = if ranked {
            (Verdict::Ranked, rank(&self.metric, &person, evidence, &self.kit.matching))
        } else {
            (Verdict::NoDirection, Vec::new())
        };
        let own = assess::own(questionnaire, answers);
        Outcome { verdict, profile, fits, person, own, information, yardstick, counted, evidence }
    }

    /// Groups with answers enough to count: the first answer of a part only tells its level.
    pub fn counted(&self, answered: impl Iterator<Item = QuestionId>) -> [bool; 4] {
        let questionnaire = &self.kit.questionnaire;
        let mut counts = [0; 4];
        for question in answered {
            if let Some(scale) = questionnaire.question(question).main_scale() {
                counts[scale.group().index()] += 1;
            }
        }
        counts.map(|count| count >= COUNTS)
    }

    /// How a person of whom this is known is compared with careers.
    pub fn yardstick(&self, information: &Information, shares: [f64; 4]) -> Yardstick {
        let (posterior, told) = (&information.posterior, information.told());
        self.yardstick_of(|scale| posterior.covariances(scale), told, shares)
    }

    /// The same from the posterior covariances and what they tell of each career; one of which nothing is told gets no
    /// points.
    pub(super) fn yardstick_of<'c>(
        &self,
        covariances: impl Fn(usize) -> &'c [f64],
        told: &[[f64; 4]],
        shares: [f64; 4],
    ) -> Yardstick {
        Yardstick::new(&self.metric, &self.measurement, (covariances, told), self.asked, shares)
    }

    /// A career's ratings in standard deviations from their mean over the catalogue.
    pub fn plain(&self, career: CareerId) -> [f64; SCALE_COUNT] {
        self.metric.plain(&self.kit.catalogue.get(career).figures)
    }

    /// How a career's fit would move with each plain scale if every scale were known equally well.
    pub fn ray(&self, career: CareerId) -> [f64; SCALE_COUNT] {
        let mut ray = self.metric.ray(career);
        for group in Group::ALL {
            let scales = (group.range().len() as f64).sqrt();
            let length = self.metric.lengths()[career.index()][group.index()].max(f64::MIN_POSITIVE);
            for value in &mut ray[group.range()] {
                *value *= self.metric.weight(group) / (scales * length);
            }
        }
        ray
    }

    /// Why a career fits and what speaks against it.
    pub fn reasons(&self, outcome: &Outcome, career: CareerId) -> Reasons {
        let points = outcome.person.contributions(&self.metric, career);
        reasons(&self.plain(career), &points, &outcome.own)
    }

    /// The draws behind the rank intervals of an outcome, none of them done yet.
    pub fn intervals(&self, outcome: &Outcome, answers: &Answers) -> Intervals {
        let retest = Retest::new(&self.measurement, &outcome.information.posterior, answers);
        Intervals::new(&self.metric, outcome.yardstick.clone(), retest, self.kit.matching.draws)
    }
}

impl Outcome {
    /// The fit of one career, if careers are ranked.
    pub fn fit(&self, career: CareerId) -> Option<&Fit> {
        self.fits.iter().find(|fit| fit.career == career)
    }
}
