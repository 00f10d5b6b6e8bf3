//! Answers in, everything that can be said of them out.

use super::activity_noise::ActivityNoise;
use super::bands::Trust;
use super::direct::Known;
use super::directions::find_directions;
use super::information::Evidence;
use super::intervals::Intervals;
use super::matcher::Matcher;
use super::next_sitting::NextSitting;
use super::person::{FitWeights, Person};
use super::rank::rank_by;
use super::reasons::{Quotes, Reasoned, Reasons, find_quotes, find_reasons};
use super::shifts::Shifts;
use super::verdict::are_level;
use crate::assess::{self, Retest, SelfReport};
use crate::model::{Answers, ByGroup, CareerId, Direction, Emphasis, Fit, Profile, Verdict};

/// Every group as it counts in a balanced ranking.
const ALL: ByGroup<f64> = ByGroup::from_value(1.0);

/// What the answers say.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Outcome {
    /// Whether they point anywhere.
    pub verdict: Verdict,
    /// Estimates and uncertainty.
    pub profile: Profile,
    /// All careers by fit, best first; empty without a direction.
    pub fits: Vec<Fit>,
    /// Groups of careers that hold together and stay near the top, at most four; none without a direction.
    pub directions: Vec<Direction>,
    /// The person's side of the matching.
    pub person: Person,
    /// The person's own answers by scale.
    pub own: SelfReport,
    /// By scale, the answer that says most of it.
    pub quotes: Quotes,
    /// The posterior behind the profile, and what it tells of each career.
    pub information: Evidence,
    /// How these answers are compared with careers.
    pub fit_weights: FitWeights,
    /// Groups that count in the fit.
    pub counted: ByGroup<bool>,
    /// How many answers are evidence.
    pub evidence: usize,
    /// Whether answers to like questions disagree, which lowers every band by one.
    pub disagree: bool,
}

impl Matcher {
    /// What these answers say; the same answers always give the same bits.
    pub fn evaluate(&self, answers: &Answers, emphasis: Emphasis) -> Outcome {
        let information = Evidence::of(&self.metric, &self.measurement, answers);
        let questionnaire = &self.dataset.questionnaire;
        let profile = information.posterior.build_profile(questionnaire, answers);
        let counted = self.find_counted_groups(answers.values().map(|(question, _)| question));

        let fit_weights = FitWeights::new(self, &information, emphasis.weigh_groups(counted));
        let covariances = |scale| information.posterior.covariances(scale);
        let estimate = information.posterior.mean();
        let known = Known { estimate, covariances: &covariances, weights: fit_weights.weights() };
        let person = self.build_person(&fit_weights, answers, known);

        let evidence = answers.evidence();
        let points = assess::has_direction(questionnaire, answers.values());
        let disagree = assess::has_disagreement(&self.measurement, answers.values());
        let trust = Trust { evidence, disagree };
        let ranked = || {
            let balanced = (fit_weights.weights() != ALL).then(|| {
                let weights = FitWeights::new(self, &information, ALL);
                self.build_person(&weights, answers, Known { weights: ALL, ..known })
            });
            rank_by(&self.metric, &person, balanced.as_ref().unwrap_or(&person), trust, &self.dataset.matching)
        };
        let fits = points.then(ranked).filter(|fits| !are_level(fits, self.metric.people().len()));
        let verdict = if fits.is_some() { Verdict::Ranked } else { Verdict::NoDirection };

        let pointed = |fits: &Vec<Fit>| find_directions(self, &information, answers, disagree, fits);
        let directions = fits.as_ref().map_or(Vec::new(), pointed);
        let fits = fits.unwrap_or_default();
        let own = assess::average_own_answers(questionnaire, answers);
        let quotes = find_quotes(questionnaire, answers, &own);

        Outcome {
            verdict,
            profile,
            fits,
            directions,
            person,
            own,
            quotes,
            information,
            fit_weights,
            counted,
            evidence,
            disagree,
        }
    }

    /// Why a career fits and what speaks against it.
    pub fn explain(&self, outcome: &Outcome, career: CareerId) -> Reasons {
        let points = outcome.person.compute_contributions(&self.metric, career);
        let (standardized, ratings) =
            (self.standardize(career), self.dataset.catalogue.get(career).figures.all_ratings());
        let estimate = &outcome.profile.estimate;
        let reasoned = Reasoned { standardized: &standardized, ratings: &ratings, points: &points, estimate };
        let own = find_reasons(reasoned, &outcome.own, &outcome.quotes);
        Reasons { direct: outcome.person.direct().list_contributions(career), ..own }
    }

    /// The draws behind the rank intervals of an outcome, none of them done yet.
    pub fn start_intervals(&self, outcome: &Outcome, answers: &Answers) -> Intervals {
        let sitting = NextSitting {
            fit_weights: outcome.fit_weights.clone(),
            estimate: outcome.information.posterior.mean().to_vec(),
            direct: outcome.person.direct().clone(),
            retest: Retest::new(&self.measurement, &outcome.information.posterior, answers),
            activities: ActivityNoise::new(self, answers.values().map(|(question, _)| question)),
        };

        let shifts = Shifts::new(self, &sitting);
        Intervals::new(&self.metric, sitting, shifts)
    }
}

impl Outcome {
    /// The fit of one career, if careers are ranked.
    pub fn find_fit(&self, career: CareerId) -> Option<&Fit> {
        self.fits.iter().find(|fit| fit.career == career)
    }
}
