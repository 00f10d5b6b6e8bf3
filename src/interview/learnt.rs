//! What the answers say so far: the list, how far it can be trusted, and what was learned, shown beside the questions and
//! between the parts.

use super::walk::Interview;
use crate::assess::{Quality, assess_quality};
use crate::fit::Outcome;
use crate::model::{Answers, Area, CareerId, Emphasis, PartId, QuestionId, Quote, Verdict};
use std::borrow::Cow;

/// Answer deviations above the usual from which an area is one to lean towards.
const MIN_LEANING: f64 = 0.1;

/// So many areas or careers are named.
const MAX_NAMED: usize = 3;

/// Careers named of an activity.
const MAX_CAREERS: usize = 2;

/// An answer that says yes to an activity, on the scale of the choices.
const LIKED: u8 = 4;

/// The answer in the middle, which says neither yes nor no.
const MIDDLE: i32 = 3;

/// Answers before anything is said of them: the first ones tell the level more than the leaning.
const MIN_ANSWERS: usize = 4;

/// What the answers so far point to.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Learnt {
    /// Nothing yet.
    Nothing,
    /// Areas of activity, the strongest first.
    Areas(Vec<Leaning>),
    /// Careers, the best fit first.
    Careers(Vec<CareerId>),
}

/// An area that the person leans towards, and an answer of theirs that says so.
#[derive(Clone, Debug, PartialEq)]
pub struct Leaning {
    /// Its place among the areas.
    pub area: usize,
    /// How much better than people in general they are expected to like it, in answer deviations.
    pub liking: f64,
    /// Their answer to an activity of it, a 4 or 5.
    pub quote: Quote,
    /// Careers that are made of this activity, if any are.
    pub careers: Vec<CareerId>,
}

impl Interview {
    /// The answers that the list goes by: without the one on training where that is left out.
    pub fn counted_answers(&self) -> Cow<'_, Answers> {
        if self.ignores_training() {
            Cow::Owned(self.answers_without_training())
        } else {
            Cow::Borrowed(self.answers())
        }
    }

    /// What comes first when careers are ranked.
    pub(super) fn emphasis(&self) -> Emphasis {
        self.record().emphasis()
    }

    /// What the answers so far say.
    pub fn evaluate(&self) -> Outcome {
        self.matcher().evaluate(&self.counted_answers(), self.emphasis())
    }

    /// How far the answers can be trusted.
    pub fn assess_quality(&self) -> Quality {
        let (model, questionnaire) = (&self.matcher().measurement, &self.matcher().dataset.questionnaire);
        assess_quality(model, questionnaire, self.answers(), self.record())
    }

    /// What can be said at the turn to a part: areas until two parts are done, careers after.
    pub fn summarise(&self, turn: PartId) -> Learnt {
        if turn.index() >= 2 {
            let outcome = self.evaluate();
            let ranked = outcome.fits.iter().filter(|_| outcome.verdict == Verdict::Ranked);
            let careers: Vec<CareerId> = ranked.take(MAX_NAMED).map(|fit| fit.career).collect();
            return if careers.is_empty() { Learnt::Nothing } else { Learnt::Careers(careers) };
        }

        let areas = self.find_leanings();
        if areas.is_empty() { Learnt::Nothing } else { Learnt::Areas(areas) }
    }

    /// Areas of which the person said yes to an activity, more strongly than no to others, and whose activities they are
    /// expected to like better than people in general do; the most liked first, each with an answer that stands for no
    /// other.
    pub fn find_leanings(&self) -> Vec<Leaning> {
        self.find_leanings_among(&self.measure_likings())
    }

    /// The same, for somebody who has worked out [`Interview::measure_likings`] already.
    pub fn find_leanings_among(&self, likings: &[(usize, f64)]) -> Vec<Leaning> {
        let mut leanings: Vec<Leaning> = Vec::new();
        for (area, liking) in likings.iter().copied().filter(|(_, liking)| *liking > MIN_LEANING) {
            let said = self.list_said_of(area);
            let yes = said.iter().filter(|(_, value)| *value >= LIKED);
            let for_it: i32 = said.iter().map(|(_, value)| i32::from(*value) - MIDDLE).sum();
            let fresh =
                |(question, _): &&(QuestionId, u8)| !leanings.iter().any(|known| known.quote.question == *question);
            let best = yes.filter(fresh).max_by_key(|(_, value)| *value);

            if let Some((question, value)) = best.filter(|_| for_it > 0) {
                let quote = Quote { question: *question, value: *value };
                let made_of = self.matcher().activities.careers(*question);
                let careers = made_of.iter().copied().take(MAX_CAREERS).collect();
                leanings.push(Leaning { area, liking, quote, careers });
            }
        }

        leanings.truncate(MAX_NAMED);
        leanings
    }

    /// Areas of which at least one activity was answered, with how much better than people in general the person is
    /// expected to like it, in answer deviations; the most liked first. None while answers are few.
    pub fn measure_likings(&self) -> Vec<(usize, f64)> {
        if self.answers().evidence() < MIN_ANSWERS {
            return Vec::new();
        }

        let areas = &self.matcher().dataset.scales.areas;
        let answered = (0..areas.len()).filter(|area| !self.list_said_of(*area).is_empty());
        let mut likings: Vec<(usize, f64)> = answered.map(|area| (area, self.measure_liking(&areas[area]))).collect();
        likings.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        likings
    }

    /// What the person is expected to answer to an area's activities, from the usual, in answer deviations.
    fn measure_liking(&self, area: &Area) -> f64 {
        let (matcher, posterior) = (self.matcher(), &self.information().posterior);
        let known = area.activities.iter().filter_map(|id| matcher.dataset.questionnaire.find(id));
        let expected: Vec<f64> = known.map(|id| posterior.predict_measure(&matcher.measurement, id)).collect();
        expected.iter().sum::<f64>() / expected.len().max(1) as f64
    }

    /// The person's own answers to an area's activities.
    fn list_said_of(&self, area: usize) -> Vec<(QuestionId, u8)> {
        let questionnaire = &self.matcher().dataset.questionnaire;
        let activities = self.matcher().dataset.scales.areas[area].activities.iter();
        let said = activities.filter_map(|id| {
            let question = questionnaire.find(id)?;
            Some((question, self.answers().get(question)?.value()?))
        });
        said.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped::load_shipped;
    use crate::fit::Matcher;
    use crate::model::{Length, SessionRecord};
    use std::sync::Arc;

    /// What an area is leaned towards for, after these answers to its first activities.
    fn find_leaning(values: &[u8]) -> Option<u8> {
        let matcher = Arc::new(Matcher::new(load_shipped().expect("the shipped data")));
        let dataset = &matcher.dataset;
        let mut record = SessionRecord { length: Length::Full, ..SessionRecord::default() };
        for (id, value) in dataset.scales.areas[0].activities.iter().zip(values) {
            let question = dataset.questionnaire.question(dataset.questionnaire.find(id).expect("a question"));
            let response = crate::model::Response::from_choice(*value).expect("a choice");
            let (question, text) = (question.id.clone(), question.hash);
            record.given.push(crate::model::AnswerEntry { question, text, response, at: 1, again: false });
        }
        let interview = Interview::new(Arc::clone(&matcher), record, true);
        interview.find_leanings_among(&[(0, 1.0)]).first().map(|leaning| leaning.quote.value)
    }

    #[test]
    fn an_area_is_leaned_towards_only_where_yes_outweighs_no() {
        assert_eq!(find_leaning(&[5, 2]), Some(5));
        assert_eq!(find_leaning(&[2, 4, 4]), Some(4));
        assert_eq!(find_leaning(&[4, 1]), None, "no was said more strongly");
        assert_eq!(find_leaning(&[4, 2]), None, "as strongly");
        assert_eq!(find_leaning(&[3, 3]), None, "there is no yes");
    }
}
