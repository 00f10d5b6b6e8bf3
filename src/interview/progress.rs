//! How far a person is: what is left to ask, how long it will still take at their own pace, and how many more questions
//! would settle which of two careers fits better.

use super::select::Quota;
use super::step::Step;
use super::walk::Interview;
use crate::assess::{Posterior, has_direction};
use crate::fit::{FitWeights, Known, Matcher};
use crate::model::matrix::dot;
use crate::model::{ByGroup, CareerId, Group, Length, PartId, QuestionId, SCALE_COUNT};
use std::collections::BTreeSet;

/// Seconds an answer takes until the person's own pace is known.
const USUAL_SECONDS: u64 = 8;

/// The usual pace counts like so many answers: a few quick or slow ones change little.
const USUAL_COUNTS: u64 = 20;

/// A longer gap between two answers is a break, not thinking.
const MAX_THINKING_SECONDS: u64 = 120;

/// Questions tried at most to settle which of two careers fits better.
const MAX_TRIED: usize = 15;

/// Settled is what 7 in 10 retests would agree on: so many standard deviations between the two.
const SEPARATE_Z: f64 = 0.52;

/// Any answer: only what is left to doubt is looked at.
const ANY_ANSWER: u8 = 3;

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
    pub fn count_asked(&self, part: PartId) -> usize {
        let questionnaire = &self.matcher().dataset.questionnaire;
        self.answers().iter().filter(|(question, _)| questionnaire.question(*question).part == part).count()
    }

    /// How far the person is, seen from a part.
    pub fn measure_progress(&self, part: PartId) -> Progress {
        let parts = self.matcher().dataset.questionnaire.part_ids();
        let asked =
            parts.map(|part| self.count_asked(part)).sum::<usize>() + self.cards_seen() + self.conditions_seen();
        // a shorter length may be taken after more was asked
        let of = self.quota(part).max(self.count_asked(part));
        Progress { part, number: self.number_of(part).min(of), of, asked, left: self.count_left() }
    }

    /// Questions left at most in all parts, the one on screen included.
    pub fn count_left(&self) -> usize {
        let questionnaire = &self.matcher().dataset.questionnaire;
        let open = questionnaire.part_ids().filter(|part| !self.has_ended(*part));
        let left: usize = open.map(|part| self.quota(part).saturating_sub(self.count_asked(part))).sum();
        let again = questionnaire.part_ids().filter(|part| self.may_ask_again(*part)).count();

        let cards = if self.has_no_more_cards() { 0 } else { self.card_quota().saturating_sub(self.cards_seen()) };
        let conditions = self.condition_quota().saturating_sub(self.conditions_seen());
        left + again + cards + conditions
    }

    /// Whether every part is done and the answers point nowhere: cards come from a ranking, and there is none.
    fn has_no_more_cards(&self) -> bool {
        let questionnaire = &self.matcher().dataset.questionnaire;
        questionnaire.part_ids().all(|part| self.has_ended(part))
            && !has_direction(questionnaire, self.answers().values())
    }

    /// The number of the question on screen within its part, from 1.
    fn number_of(&self, part: PartId) -> usize {
        match self.step() {
            Step::Ask(question) if self.answers().get(question).is_some() => {
                let of_part = self.answers().iter().filter(|(id, _)| self.part_of(*id) == part);
                of_part.take_while(|(id, _)| *id != question).count() + 1
            }
            _ => self.count_asked(part) + 1,
        }
    }

    /// Minutes that the questions left will take at most, at least 1 while any is left. It never goes up from one answer to
    /// the next: what was said before holds, unless the person takes an answer back or chooses another length.
    pub fn estimate_minutes_left(&self) -> u64 {
        let left = self.count_left() as u64;
        if left == 0 {
            return 0;
        }

        let mut done = BTreeSet::new();
        let mut pace = Pace::default();
        let mut after = vec![(0, pace.estimate_seconds())];
        let mut before = None;
        for given in &self.record().given {
            done.insert((given.question.as_str(), given.again));
            pace.note(before.and_then(|before| given.at.checked_sub(before)));
            before = Some(given.at);
            after.push((done.len() as u64, pace.estimate_seconds()));
        }

        let total = left + done.len() as u64;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "so many questions, each of at most two minutes, are never less than none and never too many"
        )]
        let minutes = |(done, seconds): (u64, f64)| ((total - done) as f64 * seconds / 60.0).ceil() as u64;
        // what would have been said after each answer so far: the least of it holds
        after.into_iter().map(minutes).min().unwrap_or(1).max(1)
    }

    /// What a length would still ask: questions and minutes, as [`Interview::measure_progress`] and
    /// [`Interview::estimate_minutes_left`] say once it is chosen.
    pub fn plan_length(&self, length: Length) -> (usize, u64) {
        let mut planned = self.clone();
        planned.set_length(length);
        (planned.count_left(), planned.estimate_minutes_left())
    }

    /// How many more questions would settle the order of two careers: so many that the difference they are expected to
    /// show stands clear of the doubt that is left. None where it is settled now, or that many questions would not do it.
    ///
    /// Doubt is only what the questionnaire could still take away: no question tells everything about a person. It depends
    /// on the questions alone, not on the answers, so it is worked out before they are asked.
    pub fn count_questions_to_separate(&self, a: CareerId, b: CareerId) -> Option<usize> {
        // with the emphasis and the answers that the list goes by
        let (matcher, counted) = (self.matcher(), self.counted_answers());
        let weights =
            self.emphasis().weigh_groups(matcher.find_counted_groups(counted.values().map(|(question, _)| question)));
        let between = compare_careers(matcher, weights, a, b);

        let mut posterior = self.information().posterior.clone();
        let questions = self.matcher().dataset.questionnaire.iter().map(|(id, _)| id);
        let mut open: Vec<QuestionId> = questions.filter(|id| self.answers().get(*id).is_none()).collect();

        let never = compute_variance(&self.predict_after(&open), &between);
        let doubt = compute_variance(&posterior, &between) - never;

        let fit_weights = FitWeights::new(matcher, self.information(), weights);
        // in a block, since it borrows the posterior that the questions below go on to change
        let person = {
            let covariances = |scale| posterior.covariances(scale);
            let known = Known { estimate: posterior.mean(), covariances: &covariances, weights: fit_weights.weights() };
            matcher.build_person(&fit_weights, &counted, known)
        };
        let score = |career| person.score(&matcher.metric, career) / matcher.dataset.matching.points;
        let seen = score(a) - score(b);

        // the square of the difference that is expected: as it is seen now, and what more answers would still move it
        let settled = |left: f64| seen * seen + doubt - left >= SEPARATE_Z * SEPARATE_Z * left;
        if settled(doubt) {
            return None;
        }

        for count in 1..=MAX_TRIED {
            let best = open.iter().copied().max_by(|a, b| {
                let gain = |question: &QuestionId| self.compute_gain(&posterior, &between, *question);
                gain(a).total_cmp(&gain(b)).then(b.cmp(a))
            })?;

            open.retain(|question| *question != best);
            posterior.update(&self.matcher().measurement, best, ANY_ANSWER);
            if settled(compute_variance(&posterior, &between) - never) {
                return Some(count);
            }
        }
        None
    }

    /// What would be known after these questions.
    fn predict_after(&self, questions: &[QuestionId]) -> Posterior {
        let mut posterior = self.information().posterior.clone();
        for question in questions {
            posterior.update(&self.matcher().measurement, *question, ANY_ANSWER);
        }
        posterior
    }

    /// How far a question would lower the variance between two careers.
    fn compute_gain(&self, posterior: &Posterior, between: &[f64], question: QuestionId) -> f64 {
        let (along, variance) = posterior.predict_answer(&self.matcher().measurement, question);
        dot(between, &along).powi(2) / variance
    }
}

/// The mean time between two answers, drawn towards the usual one.
#[derive(Clone, Copy, Debug, Default)]
struct Pace {
    gaps: u64,
    seconds: u64,
}

impl Pace {
    fn note(&mut self, gap: Option<u64>) {
        if let Some(gap) = gap.filter(|gap| (1..=MAX_THINKING_SECONDS).contains(gap)) {
            self.gaps += 1;
            self.seconds += gap;
        }
    }

    /// Seconds an answer takes.
    fn estimate_seconds(self) -> f64 {
        (USUAL_SECONDS * USUAL_COUNTS + self.seconds) as f64 / (USUAL_COUNTS + self.gaps) as f64
    }
}

/// How the difference of two careers' fits moves with each scale where everything is known of a person.
fn compare_careers(matcher: &Matcher, weights: ByGroup<f64>, a: CareerId, b: CareerId) -> Vec<f64> {
    let (one, other) = (&matcher.metric.people()[a.index()], &matcher.metric.people()[b.index()]);
    let apart = |group: Group| group.range().map(move |scale| weights[group] * (one[scale] - other[scale]));
    let apart: Vec<f64> = Group::ALL.into_iter().flat_map(apart).collect();
    matcher.measurement.precision().multiply(&apart)
}

fn compute_variance(posterior: &Posterior, along: &[f64]) -> f64 {
    (0..SCALE_COUNT).map(|scale| along[scale] * dot(along, posterior.covariances(scale))).sum::<f64>().max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped::load_shipped;
    use crate::model::SessionRecord;
    use std::sync::Arc;

    /// Somebody who answered some questions of the first part.
    fn start_interview() -> Interview {
        let matcher = Arc::new(Matcher::new(load_shipped().expect("the shipped data")));
        let record = SessionRecord { length: Length::Full, ..SessionRecord::default() };
        let mut interview = Interview::new(matcher, record, true);
        for at in 0..20 {
            while !matches!(interview.step(), Step::Ask(_)) {
                interview.next();
            }
            interview.answer(1 + at * 7 % 5, 1).expect("a choice");
        }
        interview
    }

    /// How far two careers lie apart now, in deviations of what more questions could still take away.
    fn measure_distance(interview: &Interview, a: CareerId, b: CareerId) -> f64 {
        let (matcher, outcome) = (interview.matcher(), interview.evaluate());
        let weights = interview.emphasis().weigh_groups(outcome.counted);
        let between = compare_careers(matcher, weights, a, b);
        let open = matcher.dataset.questionnaire.iter().map(|(id, _)| id);
        let open: Vec<QuestionId> = open.filter(|id| interview.answers().get(*id).is_none()).collect();
        let doubt = compute_variance(&interview.information().posterior, &between)
            - compute_variance(&interview.predict_after(&open), &between);
        let score = |career| outcome.find_fit(career).expect("a fit").score / matcher.dataset.matching.points;
        (score(a) - score(b)).abs() / doubt.sqrt()
    }

    #[test]
    fn two_careers_are_settled_where_seven_in_ten_retests_agree_and_only_nearer_ones_take_questions() {
        let interview = start_interview();
        let fits = interview.evaluate().fits;
        let (mut settled, mut open) = (0, 0);
        for (one, other) in fits.iter().zip(fits.iter().skip(1).step_by(9)) {
            let (z, more) = (
                measure_distance(&interview, one.career, other.career),
                interview.count_questions_to_separate(one.career, other.career),
            );
            if (0.54..1.0).contains(&z) {
                assert_eq!(more, None, "{z} apart");
                settled += 1;
            } else if z < 0.5 {
                open += usize::from(more.is_some());
            }
        }
        assert!(settled > 5 && open > 0, "{settled} {open}");
    }

    #[test]
    fn a_question_gains_between_two_careers_what_its_answer_takes_off_the_doubt() {
        let interview = start_interview();
        let matcher = interview.matcher();
        let between = compare_careers(matcher, ByGroup::from_value(1.0), CareerId(3), CareerId(400));
        let posterior = &interview.information().posterior;
        let open =
            matcher.dataset.questionnaire.iter().map(|(id, _)| id).filter(|id| interview.answers().get(*id).is_none());
        for question in open.take(25) {
            let part_is_begun =
                interview.answers().iter().any(|(id, _)| interview.part_of(id) == interview.part_of(question));
            if part_is_begun && !matcher.dataset.questionnaire.question(question).is_reversed() {
                let after = interview.predict_after(&[question]);
                let taken_off = compute_variance(posterior, &between) - compute_variance(&after, &between);
                let gain = interview.compute_gain(posterior, &between, question);
                assert!((gain - taken_off).abs() < 1e-9, "{gain} {taken_off}");
            }
        }
    }
}
