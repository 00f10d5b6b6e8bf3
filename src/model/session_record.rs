//! Everything a person told the program: what a session keeps. Scores are worked out from it, never kept.

use super::answers::Answers;
use super::card::{CardEntry, Reaction};
use super::career::CareerId;
use super::condition::ConditionAnswer;
use super::dataset::Dataset;
use super::emphasis::Emphasis;
use super::length::Length;
use super::limit::LimitSetting;
use super::plan::{Bookmark, LookBack, MOST_PLANS};
use super::questionnaire::{Pair, Question, QuestionId, Questionnaire};
use super::response::Response;
use super::situation::SituationRole;
use super::written::Written;
use std::collections::BTreeMap;

/// One answer as it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerEntry {
    /// Id of the question or pair.
    pub question: String,
    /// Hash of its text and choices when it was answered; in older sessions of its text alone.
    pub text: u64,
    /// The answer; for a pair 1, 2 or (neither) "untried".
    pub response: Response,
    /// Seconds since 1970, UTC.
    pub at: u64,
    /// Whether the question was asked a second time to check.
    pub again: bool,
}

/// A person's answers and choices.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SessionRecord {
    /// How much they want to take.
    pub length: Length,
    /// What is on the screen: an id of a question, pair or step, to come back to.
    pub at: Option<String>,
    /// Every answer in the order given; the last without `again` counts.
    pub given: Vec<AnswerEntry>,
    /// Every reaction to a career card in the order given; the last to a career counts.
    pub cards: Vec<CardEntry>,
    /// What was said to conditions, by id.
    pub conditions: BTreeMap<String, ConditionAnswer>,
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
    /// Limits by id.
    pub limits: BTreeMap<String, LimitSetting>,
    /// What comes first when ranking; balanced where nothing was chosen.
    pub emphasis: Option<Written<Emphasis>>,
    /// Careers kept in mind.
    pub kept: Vec<Bookmark>,
    /// Careers opened to read.
    pub opened: Vec<String>,
    /// Whether a program gave some of the answers: how fast those came tells nothing of how they were thought over.
    pub by_program: bool,
}

impl SessionRecord {
    /// The answers that count for this questionnaire: of each question the last given, without re-asks, if its text
    /// and choices are unchanged.
    pub fn collect_answers(&self, questionnaire: &Questionnaire) -> Answers {
        let mut places: BTreeMap<&str, (QuestionId, &Question)> = BTreeMap::new();
        places.extend(questionnaire.iter().map(|(id, q)| (q.id.as_str(), (id, q))));

        let counted = self.given.iter().filter(|given| !given.again);
        let counted = counted.filter_map(|given| {
            let (id, question) = places.get(given.question.as_str())?;
            question.is_meant_by(given.text).then_some((*id, given.response))
        });
        let mut answers: Answers = counted.collect();

        for card in &self.cards {
            answers.set_reaction(&card.career, card.reaction);
        }
        for (place, condition) in questionnaire.conditions.iter().enumerate() {
            let chosen = self.conditions.get(&condition.id);
            answers.set_condition(place, chosen.and_then(|said| condition.find_chosen(said)));
        }

        answers.set_present_job(self.present_job.clone());
        answers
    }

    /// The last reaction to a career's card, if it was shown.
    pub fn reaction(&self, career: &str) -> Option<Reaction> {
        self.cards.iter().rev().find(|card| card.career == career).map(|card| card.reaction)
    }

    /// Takes the choices as they stand for those that older answers were given with, of which only the question's text is
    /// known: an edit from here on is noticed.
    pub fn adopt_choices(&mut self, questionnaire: &Questionnaire) {
        let asked: BTreeMap<&str, &Question> = questionnaire.questions.iter().map(|q| (q.id.as_str(), q)).collect();
        for given in &mut self.given {
            if let Some(question) = asked.get(given.question.as_str()).filter(|q| q.is_meant_by(given.text)) {
                given.text = question.hash;
            }
        }
    }

    /// Ids of answers that no longer count because their question or its choices are gone or were reworded.
    pub fn list_set_aside(&self, questionnaire: &Questionnaire) -> Vec<&str> {
        let known = |given: &AnswerEntry| {
            questionnaire.questions.iter().any(|q| q.id == given.question && q.is_meant_by(given.text))
                || questionnaire.pairs.iter().any(|p| p.id == given.question && p.hash == given.text)
        };

        let mut ids: Vec<&str> = self.given.iter().filter(|g| !known(g)).map(|g| g.question.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    /// The last answer to a pair, if one was given to it as it is worded now: 1, 2, or 0 for neither.
    pub fn pair(&self, pair: &Pair) -> Option<u8> {
        let is_meant = |given: &&AnswerEntry| given.question == pair.id && given.text == pair.hash;
        let last = self.given.iter().rev().find(is_meant)?;
        Some(last.response.value().unwrap_or(0))
    }

    /// What counts most when careers are ranked: what was chosen, or balanced where that is not known.
    pub fn emphasis(&self) -> Emphasis {
        self.emphasis.as_ref().and_then(Written::value).unwrap_or_default()
    }

    /// What is kept of a career, by its id.
    pub fn bookmark(&self, career: &str) -> Option<&Bookmark> {
        self.kept.iter().find(|kept| kept.career == career)
    }

    /// Whether a plan for this career can be written: there is one, or there are not too many yet.
    pub fn has_room_for_plan(&self, career: &str) -> bool {
        let others = self.kept.iter().filter(|kept| kept.plan.is_some() && kept.career != career);
        others.count() < MOST_PLANS || self.bookmark(career).is_some_and(|kept| kept.plan.is_some())
    }

    /// Says whether the first step planned for a career was done, and how it was; nothing where none is planned.
    pub fn look_back(&mut self, career: &str, done: bool, look_back: LookBack) {
        let kept = self.kept.iter_mut().filter(|kept| kept.career == career);
        kept.filter_map(|kept| kept.plan.as_mut()).for_each(|plan| (plan.done, plan.look_back) = (done, look_back));
    }

    /// Whether the person said anything at all: what makes a session worth going on with.
    pub fn is_begun(&self) -> bool {
        let is_unsaid = self.situation.is_empty()
            && self.goals.is_empty()
            && self.leave.is_empty()
            && self.present_job.is_none()
            && self.sliders.is_empty()
            && self.limits.is_empty()
            && self.emphasis.is_none();
        let has_reacted = self.cards.iter().any(|card| card.reaction != Reaction::Skipped);
        let has_chosen = self.conditions.values().any(|said| *said != ConditionAnswer::Skipped);

        !is_unsaid || has_reacted || has_chosen || self.has_answers()
    }

    /// Whether anything was answered that is scored, or a career kept: what results can be looked at for.
    pub fn has_answers(&self) -> bool {
        self.given.iter().any(|given| given.response != Response::Skipped) || !self.kept.is_empty()
    }

    /// How many questions have an answer that is evidence, either-or questions among them, whether or not the questionnaire
    /// still asks them.
    pub fn evidence(&self) -> usize {
        let counted = self.given.iter().filter(|given| !given.again);
        let last: BTreeMap<&str, Response> = counted.map(|given| (given.question.as_str(), given.response)).collect();
        last.values().filter(|response| matches!(response, Response::Value(_))).count()
    }

    /// Whether a choice made in the situation, or of what to leave, says this of the person.
    pub fn says(&self, role: SituationRole, questionnaire: &Questionnaire) -> bool {
        let situation = questionnaire.situation.iter().flat_map(|question| {
            let chosen = self.situation.get(&question.id);
            question.choices.iter().filter(move |choice| Some(&choice.id) == chosen)
        });
        let left = questionnaire.leave.iter().filter(|choice| self.leave.contains(&choice.id));
        situation.chain(left).any(|choice| choice.roles.contains(&role))
    }

    /// Whether the person has a job, is fine with it and needs no other pay soon.
    pub fn is_settled(&self, questionnaire: &Questionnaire) -> bool {
        self.says(SituationRole::Settled, questionnaire) && !self.says(SituationRole::NeedsPaySoon, questionnaire)
    }

    /// The present job whose whole field is to be left, where the person said so.
    pub fn find_field_left(&self, dataset: &Dataset) -> Option<CareerId> {
        let says = |role| self.says(role, &dataset.questionnaire);
        let leaves = says(SituationRole::WantsOut) && says(SituationRole::LeavesField);
        self.present_job.as_deref().filter(|_| leaves).and_then(|job| dataset.catalogue.find(job))
    }
}
