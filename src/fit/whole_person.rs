//! The person with all that speaks for careers: by the scales, and by itself.

use super::cards::add_cards;
use super::conditions::add_conditions;
use super::direct::{Additions, Direct, Known};
use super::liking::{add_activities, score_activities};
use super::matcher::Matcher;
use super::person::{FitWeights, Person};
use crate::model::{Answers, CareerId, QuestionId, Reaction};

impl Matcher {
    /// The person of these answers and of what is known after them, with all that speaks for careers by itself.
    pub fn build_person(&self, fit_weights: &FitWeights, answers: &Answers, known: Known<'_>) -> Person {
        fit_weights.build_person(known.estimate).with_direct(self.find_direct(answers, known))
    }

    /// What speaks for careers by itself after these answers: loved activities first, then cards, then conditions.
    pub(super) fn find_direct(&self, answers: &Answers, known: Known<'_>) -> Direct {
        let mut values: Vec<(QuestionId, u8)> = answers.values().collect();
        values.sort_unstable();
        self.find_direct_of(&values, answers, known)
    }

    /// The same of answers to questions, in the questionnaire's order, with what was said beside them.
    fn find_direct_of(&self, values: &[(QuestionId, u8)], beside: &Answers, known: Known<'_>) -> Direct {
        let mut additions: Additions = add_activities(self, values, known);
        additions.extend(self.add_assumed(beside, known));
        Direct::new(self.dataset.catalogue.len(), additions)
    }

    /// The same for one of many people, whose activities are summed and not named: threads that count how many use each
    /// list of careers would wait for each other.
    pub(super) fn sum_direct_of(&self, values: &[(QuestionId, u8)], beside: &Answers, known: Known<'_>) -> Direct {
        if !self.add_assumed(beside, known).is_empty() {
            return self.find_direct_of(values, beside, known);
        }

        let activities =
            score_activities(self, values, known).map(|(_, _, careers, points)| (careers.as_ref(), points));
        Direct::sum_activities(self.dataset.catalogue.len(), activities)
    }

    /// What cards and conditions add.
    fn add_assumed(&self, beside: &Answers, known: Known<'_>) -> Additions {
        let find = |(id, reaction): (&str, Reaction)| Some((self.dataset.catalogue.find(id)?, reaction));
        let cards: Vec<(CareerId, Reaction)> = beside.cards().filter_map(find).collect();
        let mut additions = add_cards(self, &cards, known);
        additions.extend(add_conditions(self, beside));
        additions
    }
}
