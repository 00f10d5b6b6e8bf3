//! How far a person is.

use super::select::Quota;
use super::walk::Interview;
use crate::assess::point_somewhere;
use crate::model::PartId;

/// Where a person is in the scored questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The part of the question on screen.
    pub part: PartId,
    /// The question's number within the part, from 1.
    pub number: usize,
    /// Questions the part asks at most at this length.
    pub of: usize,
    /// Questions asked so far in all parts.
    pub asked: usize,
    /// Questions left at most in all parts, the one on screen included.
    pub left: usize,
}

impl Interview {
    /// Questions the part asks at most at the chosen length.
    pub fn quota(&self, part: PartId) -> usize {
        Quota::of(self.matcher(), part, self.record().length).most
    }

    /// Questions of a part that were answered or skipped.
    pub fn asked(&self, part: PartId) -> usize {
        let questionnaire = &self.matcher().dataset.questionnaire;
        self.answers().iter().filter(|(question, _)| questionnaire.question(*question).part == part).count()
    }

    /// How far the person is, seen from a part.
    pub fn progress(&self, part: PartId) -> Progress {
        let parts = self.matcher().dataset.questionnaire.part_ids();
        let asked = parts.map(|part| self.asked(part)).sum::<usize>() + self.cards_seen() + self.conditions_seen();
        // a shorter length may be taken after more was asked
        let of = self.quota(part).max(self.asked(part));
        Progress { part, number: self.number(part).min(of), of, asked, left: self.left() }
    }

    /// Questions left at most in all parts, the one on screen included.
    pub fn left(&self) -> usize {
        let questionnaire = &self.matcher().dataset.questionnaire;
        let open = questionnaire.part_ids().filter(|part| !self.has_ended(*part));
        let left: usize = open.map(|part| self.quota(part).saturating_sub(self.asked(part))).sum();
        let again = questionnaire.part_ids().filter(|part| self.may_ask_again(*part)).count();

        let cards = if self.has_no_more_cards() { 0 } else { self.card_quota().saturating_sub(self.cards_seen()) };
        let conditions = self.condition_quota().saturating_sub(self.conditions_seen());
        left + again + cards + conditions
    }

    /// Whether every part is done and the answers point nowhere: cards come from a ranking, and there is none.
    fn has_no_more_cards(&self) -> bool {
        let questionnaire = &self.matcher().dataset.questionnaire;
        questionnaire.part_ids().all(|part| self.has_ended(part))
            && !point_somewhere(questionnaire, self.answers().values())
    }
}
