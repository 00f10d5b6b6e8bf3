//! The walk from the first question to the results.

mod beside;
mod order;

pub use beside::{ListChange, choose_next_card};

use super::change::Change;
use super::step::{Refused, Step};
use crate::fit::{Evidence, Matcher};
use crate::model::{
    AnswerEntry, Answers, ConditionAnswer, Length, PartId, QuestionId, Reaction, Response, SessionRecord, SituationRole,
};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The value of a pair's second side; the first is 1, neither 0.
const LAST_SIDE: u8 = 2;

/// What an undo goes back to: answers and cards given before, conditions, cards still to be shown, and the step then on
/// screen.
#[derive(Clone, Debug)]
struct Before {
    given: usize,
    cards: usize,
    conditions: BTreeMap<String, ConditionAnswer>,
    more_cards: usize,
    step: Step,
}

/// A conversation with one person.
#[derive(Clone, Debug)]
pub struct Interview {
    matcher: Arc<Matcher>,
    record: SessionRecord,
    answers: Answers,
    information: Evidence,
    /// By part: whether it has asked all it asks at this length.
    ended: Vec<bool>,
    /// Steps shown so far; `place` is the one on screen.
    trail: Vec<Step>,
    place: usize,
    /// Where an answer changed out of turn leads back to.
    return_to: Option<Step>,
    /// What an undo goes back to.
    undo: Vec<Before>,
    /// Career cards still to be shown beyond those of the length.
    more_cards: usize,
    /// What the last reaction or condition did to the first ten.
    moved: Option<ListChange>,
    /// Whether only the scored parts are walked.
    parts_only: bool,
    /// Whether the ranking leaves the answer on training out.
    without_training: bool,
}

impl Interview {
    /// Begins, or goes on where the record left off.
    pub fn new(matcher: Arc<Matcher>, mut record: SessionRecord, parts_only: bool) -> Self {
        let questionnaire = &matcher.dataset.questionnaire;
        record.adopt_choices(questionnaire);
        let answers = record.collect_answers(questionnaire);
        let information = find_evidence(&matcher, &answers);
        let at = record.at.as_deref().and_then(|id| Step::from_id(id, &matcher.dataset));

        let mut trail: Vec<Step> = answers.iter().map(|(question, _)| Step::Ask(question)).collect();
        // the step on screen comes last, and each step stands in the trail once
        trail.retain(|step| Some(*step) != at);
        let place = trail.len();

        let (return_to, undo, ended) = (None, Vec::new(), Vec::new());
        let mut interview = Self {
            matcher,
            record,
            answers,
            information,
            ended,
            trail,
            place,
            return_to,
            undo,
            more_cards: 0,
            moved: None,
            parts_only,
            without_training: false,
        };

        // before the first step, which is looked for in the parts that have not ended
        interview.find_ends();
        let step = at.unwrap_or_else(|| interview.find_first_step());
        interview.trail.push(step);
        interview
    }

    /// What is on screen.
    pub fn step(&self) -> Step {
        self.trail[self.place]
    }

    /// Everything the person said so far.
    pub fn record(&self) -> &SessionRecord {
        &self.record
    }

    /// Whether a choice made in the situation says this of the person.
    pub fn says(&self, role: SituationRole) -> bool {
        self.record.says(role, &self.matcher.dataset.questionnaire)
    }

    /// The answers that count.
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    /// The data behind the questions.
    pub fn matcher(&self) -> &Arc<Matcher> {
        &self.matcher
    }

    /// What is known so far.
    pub fn information(&self) -> &Evidence {
        &self.information
    }

    /// Takes what is said beside answers; step and undo stay as they are.
    pub fn apply(&mut self, change: Change) {
        change.write(&mut self.record, &self.matcher.dataset.catalogue);
        self.answers.set_present_job(self.record.present_job.clone());
    }

    /// Answers the question or pair on screen and moves on; `at` is seconds since 1970.
    ///
    /// # Errors
    /// [`Refused`], and nothing has changed then.
    pub fn answer(&mut self, value: u8, at: u64) -> Result<(), Refused> {
        let response = match self.step() {
            Step::Ask(question) | Step::Again(question) => {
                self.matcher.dataset.questionnaire.part_of(question).response(value)
            }
            Step::Pair(_) => Response::from_choice(value).ok().filter(|_| value <= LAST_SIDE),
            Step::Card(career) => return self.react(career, value, at),
            Step::Condition(place) => return self.choose(place, value),
            _ => return Err(Refused::NothingAsked),
        };

        self.give(response.ok_or(Refused::NoSuchChoice(value))?, at);
        Ok(())
    }

    /// Passes over the step on screen and moves on.
    pub fn skip(&mut self, at: u64) {
        match self.step() {
            Step::Ask(_) | Step::Again(_) | Step::Pair(_) => self.give(Response::Skipped, at),
            Step::Card(career) => self.take_card(career, Reaction::Skipped, at),
            Step::Condition(place) => self.take_condition(place, ConditionAnswer::Skipped),
            _ => self.next(),
        }
    }

    /// Moves on from a step without an answer of its own, or forward again after going back.
    pub fn next(&mut self) {
        if let Some(step) = self.return_to.take() {
            self.go_to(step);
        } else if self.place + 1 < self.trail.len() {
            self.place += 1;
        } else {
            let step = self.step();
            if let Step::Ask(question) | Step::Again(question) = step {
                let part = self.part_of(question);
                self.ended[part.index()] = self.ask_next(part).is_none();
            }

            // noted first, or else the same card or condition would be due again
            self.pass_over_step(step);
            let following = self.find_following(step);
            self.go_to(following);
        }
        self.mark_place();
    }

    /// Shows the step before this one again; false at the first.
    pub fn back(&mut self) -> bool {
        (self.return_to, self.moved) = (None, None);
        let possible = self.place > 0;
        self.place = self.place.saturating_sub(1);
        self.mark_place();
        possible
    }

    /// Takes the last answer back and shows its question; false when there is none from this sitting.
    pub fn undo(&mut self) -> bool {
        let Some(Before { given, cards, conditions, more_cards, step }) = self.undo.pop() else { return false };

        self.record.given.truncate(given);
        self.record.cards.truncate(cards);
        self.record.conditions = conditions;
        self.more_cards = more_cards;
        self.moved = None;
        self.rebuild();
        self.return_to = None;

        if let Some(place) = self.trail.iter().position(|shown| *shown == step) {
            self.trail.truncate(place + 1);
            self.place = place;
        } else {
            self.go_to(step);
        }
        self.mark_place();
        true
    }

    /// Shows a question, a card or a condition out of turn, to change what was said; afterwards it leads back to the step on
    /// screen now, or to where the first of several changes began.
    pub fn change(&mut self, step: Step) {
        let now = self.step();
        self.return_to.get_or_insert(now);
        self.go_to(step);
        self.mark_place();
    }

    /// Goes to the results so far; [`Interview::resume`] leads back to the questions.
    pub fn stop(&mut self) {
        // cards that were asked for at the results are no part of the questions gone on with later
        (self.return_to, self.more_cards) = (None, 0);
        self.go_to(Step::Results);
        self.mark_place();
    }

    /// Goes on asking where questions are left; false when none are.
    pub fn resume(&mut self) -> bool {
        self.find_ends();
        let step = self.find_open_part();
        self.return_to = None;
        self.go_to(step);
        self.mark_place();
        step != Step::Results
    }

    /// Goes to the first either-or question that is open; false when none is.
    pub fn open_pairs(&mut self) -> bool {
        let pairs = &self.matcher.dataset.questionnaire.pairs;
        let Some(open) = pairs.iter().position(|pair| self.record.pair(pair).is_none()) else { return false };
        self.return_to = None;
        self.go_to(Step::Pair(open));
        self.mark_place();
        true
    }

    /// Takes another length: more questions, or fewer.
    pub fn set_length(&mut self, length: Length) {
        self.record.length = length;
        self.find_ends();
    }

    fn give(&mut self, response: Response, at: u64) {
        let step = self.step();
        let questionnaire = &self.matcher.dataset.questionnaire;
        let (question, text) = match step {
            Step::Ask(id) | Step::Again(id) => (questionnaire.question(id).id.clone(), questionnaire.question(id).hash),
            Step::Pair(place) => (questionnaire.pairs[place].id.clone(), questionnaire.pairs[place].hash),
            _ => return,
        };

        self.remember_place();
        self.moved = None;
        let again = matches!(step, Step::Again(_));
        self.record.given.push(AnswerEntry { question, text, response, at, again });

        // what is asked again checks the first answer and does not count in its place
        if let Step::Ask(id) = step {
            self.take_answer(id, response);
        }
        self.next();
    }

    /// Notes what an undo goes back to.
    fn remember_place(&mut self) {
        let (given, cards) = (self.record.given.len(), self.record.cards.len());
        let (conditions, more_cards) = (self.record.conditions.clone(), self.more_cards);
        self.undo.push(Before { given, cards, conditions, more_cards, step: self.step() });
    }

    /// A new answer adds to what is known; a changed one needs all of them again.
    fn take_answer(&mut self, question: QuestionId, response: Response) {
        let changed = self.answers.get(question).is_some();
        self.answers.set(question, response);
        if changed {
            self.information = find_evidence(&self.matcher, &self.answers);
        } else if let Some(value) = response.value() {
            self.information.update(&self.matcher.metric, &self.matcher.measurement, question, value);
        }
    }

    fn rebuild(&mut self) {
        self.answers = self.record.collect_answers(&self.matcher.dataset.questionnaire);
        self.information = find_evidence(&self.matcher, &self.answers);
        self.find_ends();
    }

    /// Shows a step as the newest one; a step shown before moves to the end.
    fn go_to(&mut self, step: Step) {
        self.trail.retain(|shown| *shown != step);
        self.trail.push(step);
        self.place = self.trail.len() - 1;
    }

    fn mark_place(&mut self) {
        self.record.at = Some(self.step().id(&self.matcher.dataset));
    }

    pub(super) fn part_of(&self, question: QuestionId) -> PartId {
        self.matcher.dataset.questionnaire.question(question).part
    }
}

/// What these answers tell.
fn find_evidence(matcher: &Matcher, answers: &Answers) -> Evidence {
    Evidence::of(&matcher.metric, &matcher.measurement, answers)
}
