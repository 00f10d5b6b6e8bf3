//! Answers in, everything that can be said of them out.

use super::emphasis::Emphasis;
use super::intervals::Intervals;
use super::metric::Metric;
use super::person::Person;
use super::rank::rank;
use super::reasons::{Reasons, reasons};
use super::search::{Hit, Names};
use crate::assess::{self, Measurement, Own, Posterior, Retest};
use crate::model::{Answers, CareerId, Fit, Group, Kit, Profile, Verdict};
use std::sync::OnceLock;

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
    /// The posterior behind the profile.
    pub posterior: Posterior,
    /// Share of each group in the fit.
    pub shares: [f64; 4],
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
        Self { kit, measurement, metric, asked, names: OnceLock::new() }
    }

    /// The best careers for what was typed, best first. The first search reads every name, the others do not.
    pub fn search(&self, typed: &str, limit: usize) -> Vec<Hit> {
        self.names.get_or_init(|| Names::new(&self.kit.catalogue)).search(typed, limit)
    }

    /// What these answers say; the same answers always give the same bits.
    pub fn outcome(&self, answers: &Answers, emphasis: Emphasis) -> Outcome {
        let posterior = Posterior::of(&self.measurement, answers);
        let questionnaire = &self.kit.questionnaire;
        let profile = posterior.profile(questionnaire, answers);
        let shares = emphasis.shares(&self.metric, self.asked, Group::ALL.map(|group| profile.has(group)));
        let person = Person::new(&self.metric, &posterior, shares);
        let evidence = answers.evidence();
        let ranked = assess::differ(questionnaire, answers);
        let (verdict, fits) = if ranked {
            (Verdict::Ranked, rank(&self.metric, &person, evidence, &self.kit.matching))
        } else {
            (Verdict::NoDirection, Vec::new())
        };
        let own = assess::own(questionnaire, answers);
        Outcome { verdict, profile, fits, person, own, posterior, shares, evidence }
    }

    /// Why a career fits and what speaks against it.
    pub fn reasons(&self, outcome: &Outcome, career: CareerId) -> Reasons {
        reasons(&self.metric, &outcome.person, &outcome.own, career)
    }

    /// The draws behind the rank intervals of an outcome, none of them done yet.
    pub fn intervals(&self, outcome: &Outcome, answers: &Answers) -> Intervals {
        let retest = Retest::new(&self.measurement, &outcome.posterior, answers);
        Intervals::new(&self.metric, &outcome.posterior, &retest, outcome.shares, self.kit.matching.draws)
    }
}

impl Outcome {
    /// The fit of one career, if careers are ranked.
    pub fn fit(&self, career: CareerId) -> Option<&Fit> {
        self.fits.iter().find(|fit| fit.career == career)
    }
}
