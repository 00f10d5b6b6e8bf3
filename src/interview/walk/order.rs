//! What follows what: situation, goals, the parts with their turns and what they ask again to check, pairs where nothing
//! was told apart, sliders, results.

use super::Interview;
use crate::assess::{count_needed_answers, has_direction};
use crate::interview::select::{Quota, choose_question};
use crate::interview::step::Step;
use crate::model::{Pair, PartId, QuestionId, Response, SituationChoice, SituationRole};

/// Answers from which a part asks one question again at its end, to check.
const MIN_ANSWERS_TO_REPEAT: usize = 14;
/// The last answers of a part are fresh in mind and not asked again.
const FRESH_ANSWERS: usize = 4;

impl Interview {
    pub(super) fn find_first_step(&self) -> Step {
        let situation = !self.parts_only && !self.matcher.dataset.questionnaire.situation.is_empty();
        if situation && self.record.given.is_empty() { Step::Situation(0) } else { self.find_open_part() }
    }

    pub(super) fn find_following(&mut self, step: Step) -> Step {
        // cards asked for from the results come one after the other before anything else does
        if let (Step::Card(_), true) = (step, self.more_cards > 0)
            && let Some(card) = self.find_another_card()
        {
            return card;
        }

        let questionnaire = &self.matcher.dataset.questionnaire;
        match step {
            Step::Situation(at) if self.asks_what_to_leave(at) => Step::Leave,
            Step::Situation(at) => self.find_after_situation(at),
            Step::Leave => self.find_after_situation(self.find_wanting_out().unwrap_or_default()),
            Step::Turn(part) => self.ask_next(part).unwrap_or_else(|| self.find_open_part()),
            Step::Ask(question) | Step::Again(question) => {
                let part = self.part_of(question);
                self.ask_next(part).or_else(|| self.ask_again(part)).unwrap_or_else(|| self.find_open_part())
            }
            Step::Goals | Step::Card(_) | Step::Condition(_) => self.find_open_part(),
            Step::Pair(at) if at + 1 < questionnaire.pairs.len() => Step::Pair(at + 1),
            Step::Pair(_) => self.find_after_questions(),
            Step::Sliders | Step::Results => Step::Results,
        }
    }

    /// The place of the question that is followed by what to leave: the one in which somebody says to want out.
    fn find_wanting_out(&self) -> Option<usize> {
        let wants_out = |choice: &SituationChoice| choice.roles.contains(&SituationRole::WantsOut);
        self.matcher.dataset.questionnaire.situation.iter().position(|asked| asked.choices.iter().any(wants_out))
    }

    fn asks_what_to_leave(&self, at: usize) -> bool {
        let offered = !self.matcher.dataset.questionnaire.leave.is_empty();
        offered && self.find_wanting_out() == Some(at) && self.says(SituationRole::WantsOut)
    }

    fn find_after_situation(&self, at: usize) -> Step {
        let questionnaire = &self.matcher.dataset.questionnaire;
        if at + 1 < questionnaire.situation.len() {
            Step::Situation(at + 1)
        } else if questionnaire.goals.is_empty() {
            self.find_open_part()
        } else {
            Step::Goals
        }
    }

    /// The next question of a part, if it has one left.
    pub(super) fn ask_next(&self, part: PartId) -> Option<Step> {
        let quota = Quota::of(&self.matcher, part, self.record.length);
        let chosen = choose_question(&self.matcher, &self.information, &self.answers, part, quota)?;
        Some(Step::Ask(chosen.question))
    }

    /// Finds out which parts have asked all they ask.
    pub(super) fn find_ends(&mut self) {
        self.ended = self.matcher.dataset.questionnaire.part_ids().map(|part| self.ask_next(part).is_none()).collect();
    }

    /// Whether a part has asked all it asks at this length: its quota, or less where no question would gain enough.
    pub fn has_ended(&self, part: PartId) -> bool {
        self.ended.get(part.index()).copied().unwrap_or(true)
    }

    /// Whether a part may still ask one question again.
    pub(in crate::interview) fn may_ask_again(&self, part: PartId) -> bool {
        let over = matches!(self.step(), Step::Pair(_) | Step::Sliders | Step::Results);
        let of_part = || if self.has_ended(part) { self.count_asked(part) } else { self.quota(part) };
        !over && of_part() >= MIN_ANSWERS_TO_REPEAT && !self.was_asked_again(part)
    }

    /// A longer part asks one question again at its end, once: the answer that the others would least lead one to expect.
    pub(super) fn ask_again(&self, part: PartId) -> Option<Step> {
        let values = self.answers.values().filter(|(question, _)| self.part_of(*question) == part);
        let values: Vec<(QuestionId, u8)> = values.collect();
        if values.len() < MIN_ANSWERS_TO_REPEAT || self.was_asked_again(part) {
            return None;
        }

        let odd = |(question, value): (QuestionId, u8)| {
            (
                self.information.posterior.standardize_residual(&self.matcher.measurement, question, value).abs(),
                question,
            )
        };

        let early = values[..values.len() - FRESH_ANSWERS].iter().copied().map(odd);
        early.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, question)| Step::Again(question))
    }

    fn was_asked_again(&self, part: PartId) -> bool {
        let questionnaire = &self.matcher.dataset.questionnaire;
        let of_part = |id: &str| questionnaire.find(id).is_some_and(|question| self.part_of(question) == part);
        self.record.given.iter().any(|given| given.again && of_part(&given.question))
    }

    /// The turn to the first part with questions left, or what follows the questions.
    pub(super) fn find_open_part(&self) -> Step {
        let questionnaire = &self.matcher.dataset.questionnaire;
        let open = questionnaire.part_ids().find(|part| !self.has_ended(*part));
        let parts_done = open.map_or(questionnaire.parts.len(), PartId::index);

        let beside = || match open {
            Some(_) => self.find_due_card(false, parts_done),
            None => self.find_due_condition().or_else(|| self.find_due_card(true, parts_done)),
        };
        if let Some(step) = beside() {
            return step;
        }

        match open {
            Some(part) => Step::Turn(part),
            None if self.needs_pairs() => Step::Pair(0),
            None => self.find_after_questions(),
        }
    }

    /// Whether either-or questions come: where answers enough point nowhere. Where there are too few, a choice makes none
    /// of them.
    fn needs_pairs(&self) -> bool {
        let questionnaire = &self.matcher.dataset.questionnaire;
        let is_open = |pair: &Pair| self.record.pair(pair).is_none();
        !questionnaire.pairs.is_empty()
            && questionnaire.pairs.iter().all(is_open)
            && self.answers.evidence() >= count_needed_answers(questionnaire)
            && !has_direction(questionnaire, self.answers.values())
    }

    /// Questions that were skipped, in the order they came.
    pub fn list_skipped(&self) -> impl Iterator<Item = QuestionId> + '_ {
        let skipped = self.answers.iter().filter(|(_, response)| *response == Response::Skipped);
        skipped.map(|(question, _)| question)
    }

    /// Asks the questions that were skipped once more, one after the other, and then shows the results; false where none
    /// was.
    pub fn ask_skipped(&mut self) -> bool {
        let skipped: Vec<Step> = self.list_skipped().map(Step::Ask).collect();
        if skipped.is_empty() {
            return false;
        }

        let count = skipped.len();
        for step in skipped.into_iter().chain([Step::Results]) {
            self.go_to(step);
        }

        // the trail goes on from the first of them to the results behind the last
        self.place -= count;
        self.return_to = None;
        self.mark_place();
        true
    }

    pub(super) fn find_after_questions(&self) -> Step {
        let sliders = &self.matcher.dataset.questionnaire.sliders;
        let unset = self.record.sliders.is_empty();
        if unset && !sliders.is_empty() && !self.parts_only { Step::Sliders } else { Step::Results }
    }
}
