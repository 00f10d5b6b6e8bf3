//! What a person answered, by question.

use super::card::Reaction;
use super::questionnaire::{QuestionId, Questionnaire};
use super::response::{Response, WrongAnswer};
use std::collections::BTreeMap;

/// The answers that count, in the order first given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    given: Vec<(QuestionId, Response)>,
    /// Reactions to career cards by the career's id, each career once, in the order of the ids.
    cards: BTreeMap<String, Reaction>,
    /// Chosen conditions: place among the questionnaire's and place of the choice.
    conditions: BTreeMap<usize, usize>,
    /// Id of the present or last job.
    present_job: Option<String>,
}

impl Answers {
    /// Answers to different questions, in the order given.
    pub fn in_order(given: Vec<(QuestionId, Response)>) -> Self {
        Self { given, ..Self::default() }
    }

    /// The same cards and conditions with these answers to questions.
    pub fn with_given(self, given: Vec<(QuestionId, Response)>) -> Self {
        Self { given, ..self }
    }

    /// Answers the question with this id by the value of one of its choices: 1 to 5, or 0 for "never had the chance" where
    /// that is one of them.
    ///
    /// # Errors
    /// [`WrongAnswer`] where the questionnaire has no such question, or the question no such choice; nothing is changed then.
    pub fn give(&mut self, questionnaire: &Questionnaire, id: &str, value: u8) -> Result<(), WrongAnswer> {
        let question = questionnaire.find(id).ok_or_else(|| WrongAnswer::NoSuchQuestion(id.to_string()))?;
        self.set(question, questionnaire.response(question, value)?);
        Ok(())
    }

    /// Sets or replaces one answer; a replaced one keeps its place.
    pub fn set(&mut self, question: QuestionId, response: Response) {
        match self.given.iter_mut().find(|(id, _)| *id == question) {
            Some(slot) => slot.1 = response,
            None => self.given.push((question, response)),
        }
    }

    /// The answer to one question.
    pub fn get(&self, question: QuestionId) -> Option<Response> {
        self.given.iter().find(|(id, _)| *id == question).map(|(_, response)| *response)
    }

    /// All answers in the order first given, skips included.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (QuestionId, Response)> + '_ {
        self.given.iter().copied()
    }

    /// Sets or replaces the reaction to a career card; one that was passed over is taken back.
    pub fn set_reaction(&mut self, career: &str, reaction: Reaction) {
        if reaction == Reaction::Skipped {
            self.cards.remove(career);
        } else {
            self.cards.insert(career.to_string(), reaction);
        }
    }

    /// Reactions to career cards by the career's id.
    pub fn cards(&self) -> impl Iterator<Item = (&str, Reaction)> {
        self.cards.iter().map(|(career, reaction)| (career.as_str(), *reaction))
    }

    /// Sets a condition to one of its choices, or takes the answer back.
    pub fn set_condition(&mut self, place: usize, choice: Option<usize>) {
        match choice {
            Some(choice) => _ = self.conditions.insert(place, choice),
            None => _ = self.conditions.remove(&place),
        }
    }

    /// Chosen conditions: place among the questionnaire's and place of the choice.
    pub fn conditions(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.conditions.iter().map(|(place, choice)| (*place, *choice))
    }

    /// Names the present or last job by its id, or none.
    pub fn set_present_job(&mut self, job: Option<String>) {
        self.present_job = job;
    }

    /// Id of the present or last job.
    pub fn present_job(&self) -> Option<&str> {
        self.present_job.as_deref()
    }

    /// The answers that are evidence.
    pub fn values(&self) -> impl Iterator<Item = (QuestionId, u8)> + '_ {
        self.iter().filter_map(|(id, response)| Some((id, response.value()?)))
    }

    /// How many answers are evidence.
    pub fn evidence(&self) -> usize {
        self.values().count()
    }

    /// Whether nothing was answered or skipped.
    pub fn is_empty(&self) -> bool {
        self.given.is_empty()
    }
}

impl FromIterator<(QuestionId, Response)> for Answers {
    fn from_iter<I: IntoIterator<Item = (QuestionId, Response)>>(iter: I) -> Self {
        let mut answers = Self::default();
        for (question, response) in iter {
            answers.set(question, response);
        }
        answers
    }
}
