//! What is asked a second time, to check.

use super::step::Step;
use super::walk::Interview;
use crate::model::{PartId, QuestionId};

/// Answers from which a part asks one question again at its end, to check.
const MIN_ANSWERS_TO_REPEAT: usize = 14;
/// The last answers of a part are fresh in mind and not asked again.
const FRESH_ANSWERS: usize = 4;

impl Interview {
    fn was_asked_again(&self, part: PartId) -> bool {
        let questionnaire = &self.matcher().dataset.questionnaire;
        let of_part = |id: &str| questionnaire.find(id).is_some_and(|question| self.part_of(question) == part);
        self.record().given.iter().any(|given| given.again && of_part(&given.question))
    }

    /// Whether a part may still ask one question again.
    pub(super) fn may_ask_again(&self, part: PartId) -> bool {
        let over = matches!(self.step(), Step::Pair(_) | Step::Sliders | Step::Results);
        let of_part = || if self.has_ended(part) { self.asked(part) } else { self.quota(part) };
        !over && of_part() >= MIN_ANSWERS_TO_REPEAT && !self.was_asked_again(part)
    }

    /// A longer part asks one question again at its end, once: the answer that the others would least lead one to expect.
    pub(super) fn again(&self, part: PartId) -> Option<Step> {
        let values = self.answers().values().filter(|(question, _)| self.part_of(*question) == part);
        let values: Vec<(QuestionId, u8)> = values.collect();
        if values.len() < MIN_ANSWERS_TO_REPEAT || self.was_asked_again(part) {
            return None;
        }

        let odd = |(question, value): (QuestionId, u8)| {
            (
                self.information().posterior.standardized_residual(&self.matcher().measurement, question, value).abs(),
                question,
            )
        };

        let early = values[..values.len() - FRESH_ANSWERS].iter().copied().map(odd);
        early.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, question)| Step::Again(question))
    }
}
