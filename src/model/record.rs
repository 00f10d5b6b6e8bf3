//! Everything a person told the program: what a session keeps. Scores are worked out from it, never kept.

use super::answers::{Answers, Response};
use super::length::Length;
use super::limit::Strength;
use super::questionnaire::{QuestionId, Questionnaire};
use std::collections::BTreeMap;

/// One answer as it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// Id of the question or pair.
    pub question: String,
    /// Hash of its text when it was answered.
    pub text: u64,
    /// The answer; for a pair 1, 2 or (neither) "untried".
    pub response: Response,
    /// Seconds since 1970, UTC.
    pub at: u64,
    /// Whether the question was asked a second time to check.
    pub again: bool,
}

/// A career the person keeps in mind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// The career's id.
    pub career: String,
    /// A note of the person's own.
    pub note: String,
    /// A plan, if one was begun.
    pub plan: Option<Plan>,
}

/// The person's own plan for a career.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Why it draws me.
    pub why: String,
    /// What I doubt.
    pub doubt: String,
    /// Whom I will ask.
    pub ask: String,
    /// My first step.
    pub step: String,
    /// By which day, `YYYY-MM-DD`, or empty.
    pub by: String,
    /// Whether the step was done.
    pub done: bool,
}

/// A person's answers and choices.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// How much they want to take.
    pub length: Length,
    /// What is on the screen: an id of a question, pair or step, to come back to.
    pub at: Option<String>,
    /// Every answer in the order given; the last without `again` counts.
    pub given: Vec<Given>,
    /// Situation by question id: the chosen id.
    pub situation: BTreeMap<String, String>,
    /// Chosen goals.
    pub goals: Vec<String>,
    /// What they want to leave, when they want out.
    pub leave: Vec<String>,
    /// Id of the present or last job.
    pub present_job: Option<String>,
    /// Sliders by id, 1–5.
    pub sliders: BTreeMap<String, u8>,
    /// Limits by id: the chosen way and how firmly it is meant.
    pub limits: BTreeMap<String, (String, Strength)>,
    /// What comes first when ranking: an emphasis by name, or balanced.
    pub emphasis: Option<String>,
    /// Careers kept in mind.
    pub kept: Vec<Kept>,
    /// Careers opened to read.
    pub opened: Vec<String>,
}

impl Record {
    /// The answers that count for this questionnaire: of each question the last given, without re-asks, if its text
    /// is unchanged.
    pub fn answers(&self, questionnaire: &Questionnaire) -> Answers {
        let mut places: BTreeMap<&str, (QuestionId, u64)> = BTreeMap::new();
        places.extend(questionnaire.iter().map(|(id, q)| (q.id.as_str(), (id, q.hash))));
        let counted = self.given.iter().filter(|given| !given.again);
        counted
            .filter_map(|given| {
                let (id, hash) = places.get(given.question.as_str())?;
                (*hash == given.text).then_some((*id, given.response))
            })
            .collect()
    }

    /// Ids of answers that no longer count because their question is gone or was reworded.
    pub fn set_aside(&self, questionnaire: &Questionnaire) -> Vec<&str> {
        let known = |given: &Given| {
            questionnaire.questions.iter().any(|q| q.id == given.question && q.hash == given.text)
                || questionnaire.pairs.iter().any(|p| p.id == given.question && p.hash == given.text)
        };
        let mut ids: Vec<&str> = self.given.iter().filter(|g| !known(g)).map(|g| g.question.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    /// The last answer to a pair, if one was given: 1, 2, or 0 for neither.
    pub fn pair(&self, id: &str) -> Option<u8> {
        let last = self.given.iter().rev().find(|given| given.question == id)?;
        Some(last.response.value().unwrap_or(0))
    }

    /// Whether the person works and wants out.
    pub fn wants_out(&self) -> bool {
        self.situation.get("now").is_some_and(|now| now == "want-out")
    }

    /// Whether pay is needed now or within three months.
    pub fn needs_pay_soon(&self) -> bool {
        matches!(self.situation.get("pay").map(String::as_str), Some("now" | "three-months"))
    }
}
