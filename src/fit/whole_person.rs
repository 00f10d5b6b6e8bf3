//! The person with all that speaks for careers: by the scales, and by itself.

use super::cards::card_additions;
use super::conditions::condition_additions;
use super::direct::{Additions, Direct, Known};
use super::liking::activity_additions;
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
    pub(super) fn direct_of(&self, values: &[(QuestionId, u8)], beside: &Answers, known: Known<'_>) -> Direct {
        let find = |(id, reaction): (&str, Reaction)| Some((self.dataset.catalogue.find(id)?, reaction));
        let cards: Vec<(CareerId, Reaction)> = beside.cards().filter_map(find).collect();
        let mut additions: Additions = activity_additions(self, values, known);
        additions.extend(card_additions(self, &cards, known));
        additions.extend(condition_additions(self, beside));
        Direct::new(self.dataset.catalogue.len(), additions)
    }
}
