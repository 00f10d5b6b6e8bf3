//! The person with all that speaks for careers: by the scales, and by itself.

use super::cards::card_additions;
use super::conditions::condition_additions;
use super::direct::{Additions, Direct, Known};
use super::liking::{activity_additions, activity_points};
use super::matcher::Matcher;
use super::person::{FitWeights, Person};
use crate::model::{Answers, CareerId, QuestionId, Reaction};

impl Matcher {
    /// The person of these answers and of what is known after them, with all that speaks for careers by itself.
    pub fn person(&self, fit_weights: &FitWeights, answers: &Answers, known: Known<'_>) -> Person {
        fit_weights.person(known.estimate).with_direct(self.direct(answers, known))
    }

    /// What speaks for careers by itself after these answers: loved activities first, then cards, then conditions.
    pub(super) fn direct(&self, answers: &Answers, known: Known<'_>) -> Direct {
        let mut values: Vec<(QuestionId, u8)> = answers.values().collect();
        values.sort_unstable();
        self.direct_of(&values, answers, known)
    }

    /// The same of answers to questions, in the questionnaire's order, with what was said beside them.
    fn direct_of(&self, values: &[(QuestionId, u8)], beside: &Answers, known: Known<'_>) -> Direct {
        let mut additions: Additions = activity_additions(self, values, known);
        additions.extend(self.assumed_additions(beside, known));
        Direct::new(self.dataset.catalogue.len(), additions)
    }

    /// The same for one of many people, whose activities are summed and not named: threads that count how many use each
    /// list of careers would wait for each other.
    pub(super) fn direct_sums_of(&self, values: &[(QuestionId, u8)], beside: &Answers, known: Known<'_>) -> Direct {
        if !self.assumed_additions(beside, known).is_empty() {
            return self.direct_of(values, beside, known);
        }

        let activities = activity_points(self, values, known).map(|(_, _, careers, points)| (careers.as_ref(), points));
        Direct::summed(self.dataset.catalogue.len(), activities)
    }

    /// What cards and conditions add.
    fn assumed_additions(&self, beside: &Answers, known: Known<'_>) -> Additions {
        let find = |(id, reaction): (&str, Reaction)| Some((self.dataset.catalogue.find(id)?, reaction));
        let cards: Vec<(CareerId, Reaction)> = beside.cards().filter_map(find).collect();
        let mut additions = card_additions(self, &cards, known);
        additions.extend(condition_additions(self, beside));
        additions
    }
}
