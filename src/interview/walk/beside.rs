//! What is asked beside the questions, career cards, training and work context, and what it does to the list.

use super::Interview;
use crate::assess::has_direction;
use crate::fit::{Evidence, FitWeights, Known, Matcher, TOP_TEN, Trust, rank_careers};
use crate::interview::step::{Refused, Step};
use crate::model::{Answers, CardEntry, CareerId, ConditionAnswer, Emphasis, Fit, Reaction};
use std::collections::BTreeSet;

/// Cards come from the third part on.
const PARTS_BEFORE_CARDS: usize = 3;
/// Cards shown in one go from the results.
const MORE_CARDS: usize = 4;
/// Every third card comes from outside the top.
const OUTSIDE_EVERY: usize = 3;
/// Careers that count as the top when cards are chosen.
const TOP: usize = 30;

/// What a reaction or a condition did to the first ten.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListChange {
    /// Careers that are among them now and were not before, the best fit first.
    pub came: Vec<CareerId>,
    /// Careers that were among them.
    pub went: Vec<CareerId>,
    /// The career on the card that was reacted to; none after a condition.
    pub card: Option<CareerId>,
}

impl Interview {
    /// What the last reaction or condition did to the first ten; nothing after any other answer.
    pub fn list_change(&self) -> Option<&ListChange> {
        self.moved.as_ref()
    }

    /// Career cards answered or passed over so far.
    pub fn cards_seen(&self) -> usize {
        self.record.cards.iter().map(|card| card.career.as_str()).collect::<BTreeSet<_>>().len()
    }

    /// Career cards shown at most at the chosen length.
    pub fn card_quota(&self) -> usize {
        self.matcher.dataset.questionnaire.card_quota[self.record.length as usize]
    }

    /// Conditions answered or passed over so far.
    pub fn conditions_seen(&self) -> usize {
        let asked = &self.matcher.dataset.questionnaire.conditions;
        asked.iter().filter(|condition| self.record.conditions.contains_key(&condition.id)).count()
    }

    /// Conditions asked at most at the chosen length.
    pub fn condition_quota(&self) -> usize {
        let questionnaire = &self.matcher.dataset.questionnaire;
        questionnaire.condition_quota[self.record.length as usize].min(questionnaire.conditions.len())
    }

    /// Shows some more career cards; false where there is no list to take them from.
    pub fn show_cards(&mut self) -> bool {
        let Some(career) = self.choose_card() else { return false };
        self.more_cards = MORE_CARDS - 1;
        self.return_to = None;
        self.go_to(Step::Card(career));
        self.mark_place();
        true
    }

    /// Whether an answer on training counts, or would if it were not left out.
    pub fn has_said_training(&self) -> bool {
        self.answers_without_training() != self.answers
    }

    /// Whether the ranking leaves the answer on training out.
    pub fn ignores_training(&self) -> bool {
        self.without_training
    }

    /// Leaves the answer on training out of the ranking, or takes it in again; nothing of it is kept.
    pub fn ignore_training(&mut self, ignored: bool) {
        self.without_training = ignored;
    }

    /// The answers without the one on training.
    pub fn answers_without_training(&self) -> Answers {
        let mut answers = self.answers.clone();
        for (place, condition) in self.matcher.dataset.questionnaire.conditions.iter().enumerate() {
            if condition.is_training() {
                answers.set_condition(place, None);
            }
        }
        answers
    }

    /// The card that comes now: half of them after the third part, the others at the end.
    pub(super) fn find_due_card(&self, all_parts_done: bool, parts_done: usize) -> Option<Step> {
        let quota = self.card_quota();
        let due = if all_parts_done { quota } else { quota / 2 };
        let open = parts_done >= PARTS_BEFORE_CARDS || all_parts_done;
        (open && self.cards_seen() < due).then(|| self.choose_card()).flatten().map(Step::Card)
    }

    /// The next card asked for from the results.
    pub(super) fn find_another_card(&mut self) -> Option<Step> {
        self.more_cards = self.more_cards.checked_sub(1)?;
        self.choose_card().map(Step::Card)
    }

    /// The first condition that was not asked yet, within the length.
    pub(super) fn find_due_condition(&self) -> Option<Step> {
        let asked = &self.matcher.dataset.questionnaire.conditions;
        let open = asked.iter().position(|condition| !self.record.conditions.contains_key(&condition.id))?;
        (self.conditions_seen() < self.condition_quota()).then_some(Step::Condition(open))
    }

    pub(super) fn react(&mut self, career: CareerId, value: u8, at: u64) -> Result<(), Refused> {
        let reaction = Reaction::from_value(value).ok_or(Refused::NoSuchChoice(value))?;
        self.take_card(career, reaction, at);
        Ok(())
    }

    pub(super) fn choose(&mut self, place: usize, value: u8) -> Result<(), Refused> {
        let condition = &self.matcher.dataset.questionnaire.conditions[place];
        let choice = usize::from(value).checked_sub(1).and_then(|at| condition.choices.get(at));
        let id = choice.ok_or(Refused::NoSuchChoice(value))?.id.clone();
        self.take_condition(place, ConditionAnswer::Chosen(id));
        Ok(())
    }

    pub(super) fn take_card(&mut self, career: CareerId, reaction: Reaction, at: u64) {
        // both before anything changes: the list to compare with, and what an undo goes back to
        let before = self.list_first_ten();
        self.remember_place();

        let id = self.matcher.dataset.catalogue.get(career).id.clone();
        self.answers.set_reaction(&id, reaction);
        self.record.cards.push(CardEntry { career: id, reaction, at });
        self.note_change(&before, Some(career));
        self.next();
    }

    pub(super) fn take_condition(&mut self, place: usize, said: ConditionAnswer) {
        let before = self.list_first_ten();
        self.remember_place();

        let condition = &self.matcher.dataset.questionnaire.conditions[place];
        self.answers.set_condition(place, condition.find_chosen(&said));
        self.record.conditions.insert(condition.id.clone(), said);

        self.note_change(&before, None);
        self.next();
    }

    /// Notes that a card or a condition was passed over, where nothing was said to it.
    pub(super) fn pass_over_step(&mut self, step: Step) {
        match step {
            Step::Card(career) => {
                let id = self.matcher.dataset.catalogue.get(career).id.clone();
                if self.record.reaction(&id).is_none() {
                    self.record.cards.push(CardEntry { career: id, reaction: Reaction::Skipped, at: 0 });
                }
            }
            Step::Condition(place) => {
                let id = self.matcher.dataset.questionnaire.conditions[place].id.clone();
                self.record.conditions.entry(id).or_insert(ConditionAnswer::Skipped);
            }
            _ => {}
        }
    }

    fn note_change(&mut self, before: &[CareerId], card: Option<CareerId>) {
        let now = self.list_first_ten();
        let without = |some: &[CareerId], others: &[CareerId]| -> Vec<CareerId> {
            some.iter().copied().filter(|career| !others.contains(career)).collect()
        };
        self.moved = Some(ListChange { came: without(&now, before), went: without(before, &now), card });
    }

    fn list_first_ten(&self) -> Vec<CareerId> {
        let ranking = rank_balanced(&self.matcher, &self.information, &self.counted_answers(), self.emphasis());
        ranking.iter().take(TOP_TEN).map(|fit| fit.career).collect()
    }

    fn choose_card(&self) -> Option<CareerId> {
        let catalogue = &self.matcher.dataset.catalogue;
        let shown: Vec<CareerId> = self.record.cards.iter().filter_map(|card| catalogue.find(&card.career)).collect();
        let ranking = rank_balanced(&self.matcher, &self.information, &self.counted_answers(), self.emphasis());
        choose_card_of(&self.matcher, &ranking, &shown)
    }
}

/// The next card to show by the balanced ranking of these answers, whatever counts most.
pub fn choose_next_card(
    matcher: &Matcher,
    information: &Evidence,
    answers: &Answers,
    shown: &[CareerId],
) -> Option<CareerId> {
    choose_card_of(matcher, &rank_balanced(matcher, information, answers, Emphasis::Balanced), shown)
}

/// The best-fitting career that was not shown, each from a family that few cards came from; every third one from outside
/// the top and from a family that is not there. None where nothing is ranked.
fn choose_card_of(matcher: &Matcher, ranking: &[Fit], shown: &[CareerId]) -> Option<CareerId> {
    let catalogue = &matcher.dataset.catalogue;
    let family = |career: CareerId| catalogue.get(career).family;
    let shown: BTreeSet<CareerId> = shown.iter().copied().collect();
    let times = |of: u16| shown.iter().filter(|career| family(**career) == of).count();
    let top: BTreeSet<u16> = ranking.iter().take(TOP_TEN).map(|fit| family(fit.career)).collect();

    let unseen = || ranking.iter().map(|fit| fit.career).filter(|career| !shown.contains(career));
    let fresh = |career: &CareerId| !top.contains(&family(*career)) && times(family(*career)) == 0;
    let outside = || unseen().skip(TOP).find(fresh);
    let inside = || {
        let few = unseen().take(TOP).map(|career| times(family(career))).min()?;
        unseen().take(TOP).find(|career| times(family(*career)) == few)
    };
    if (shown.len() + 1).is_multiple_of(OUTSIDE_EVERY) { outside().or_else(inside) } else { inside() }
}

/// All careers by fit with so much emphasis; none without a direction.
fn rank_balanced(matcher: &Matcher, information: &Evidence, answers: &Answers, emphasis: Emphasis) -> Vec<Fit> {
    if !has_direction(&matcher.dataset.questionnaire, answers.values()) {
        return Vec::new();
    }

    let posterior = &information.posterior;
    let covariances = |scale| posterior.covariances(scale);
    let weights = emphasis.weigh_groups(matcher.find_counted_groups(answers.values().map(|(question, _)| question)));
    let fit_weights = FitWeights::new(matcher, information, weights);
    let known = Known { estimate: posterior.mean(), covariances: &covariances, weights: fit_weights.weights() };
    let person = matcher.build_person(&fit_weights, answers, known);
    // only bands heed disagreement, and here the order alone is wanted
    let trust = Trust { evidence: answers.evidence(), disagree: false };
    rank_careers(&matcher.metric, &person, trust, &matcher.dataset.matching)
}
