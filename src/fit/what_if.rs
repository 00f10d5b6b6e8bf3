//! What would change it: the one or two answers that would bring a career into the first ten, or take it out of them.

use super::direct::Known;
use super::matcher::Matcher;
use super::outcome::Outcome;
use super::person::Person;
use super::rank::{TOP_TEN, to_steps};
use crate::assess::{Posterior, Retest};
use crate::model::{Answers, CareerId, QuestionId, Rating, Response};

/// Answers that are tried in pairs: those that move the career most.
const TRIED_IN_PAIRS: usize = 16;
/// An answer so many deviations of noise off what the others suggest is worth another look.
const ODD_Z: f64 = 1.0;

/// An answer as it is and as it would have to be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// The question.
    pub question: QuestionId,
    /// The answer given.
    pub from: Rating,
    /// The answer that would do it.
    pub to: Rating,
    /// Whether the other answers speak for the new one, so that the question is worth another look.
    pub is_odd: bool,
}

/// What would bring a career into the first ten or take it out of them.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct WhatIf {
    /// One or two changes; none where not even two answers would do it.
    pub changes: Vec<Change>,
    /// The career's rank after them.
    pub rank: usize,
}

/// A change, how far each estimate moves by it, and how many points the career's.
struct Tried {
    change: Change,
    moves: Vec<f64>,
    points: f64,
}

impl Tried {
    fn count_steps(&self) -> u8 {
        self.change.from.get().abs_diff(self.change.to.get())
    }
}

/// Looks for the smallest change of one answer, or else of two, that brings a career into the first ten, or takes it out
/// if it is one of them. The estimate is linear in the answers and its uncertainty does not depend on them, so what comes
/// back is exact, not a guess.
pub fn find_what_if(matcher: &Matcher, outcome: &Outcome, answers: &Answers, career: CareerId) -> WhatIf {
    let rank = outcome.find_fit(career).map_or(usize::MAX, |fit| fit.rank);
    let lifts = rank > TOP_TEN;
    let done = |rank: usize| (rank <= TOP_TEN) == lifts;

    let mut tried = try_changes(matcher, outcome, answers, career);
    tried.retain(|one| (one.points > 0.0) == lifts);
    tried.sort_by(|a, b| b.points.abs().total_cmp(&a.points.abs()).then(a.change.question.cmp(&b.change.question)));

    let after = |moves: &[&Tried]| find_rank_after(matcher, outcome, answers, moves, career);
    let mut singles: Vec<&Tried> = tried.iter().collect();
    // the sort keeps the order of equals, so that of changes as small the one that moves most is tried first
    singles.sort_by_key(|one| one.count_steps());
    if let Some((one, rank)) = singles.iter().map(|one| (*one, after(&[one]))).find(|(_, rank)| done(*rank)) {
        return WhatIf { changes: vec![one.change], rank };
    }

    let strongest = &tried[..tried.len().min(TRIED_IN_PAIRS)];
    let mut pairs = list_pairs(strongest);
    pairs.sort_by_key(|(one, other)| one.count_steps() + other.count_steps());
    let found = pairs.iter().map(|(one, other)| (one, other, after(&[one, other]))).find(|(.., rank)| done(*rank));
    found.map_or_else(WhatIf::default, |(one, other, rank)| WhatIf { changes: vec![one.change, other.change], rank })
}

/// All pairs of changes to two questions.
fn list_pairs(tried: &[Tried]) -> Vec<(&Tried, &Tried)> {
    let pairs = tried.iter().enumerate().flat_map(|(at, one)| tried[at + 1..].iter().map(move |other| (one, other)));
    pairs.filter(|(one, other)| one.change.question != other.change.question).collect()
}

/// Every other answer to every answered question.
fn try_changes(matcher: &Matcher, outcome: &Outcome, answers: &Answers, career: CareerId) -> Vec<Tried> {
    let posterior = &outcome.information.posterior;
    let gains = Retest::compute_gains_by_question(&matcher.measurement, posterior, answers);
    let now = outcome.person.score(&matcher.metric, career);

    let mut tried = Vec::new();
    for (question, gain) in gains {
        let Some(Response::Value(from)) = answers.get(question) else { continue };
        let part = matcher.dataset.questionnaire.part_of(question);
        let choices = (Rating::LOWEST.get()..=Rating::HIGHEST.get()).filter_map(|value| part.response(value));

        for to in choices.filter_map(Response::rating).filter(|to| *to != from) {
            let step = (f64::from(to.get()) - f64::from(from.get())) * matcher.measurement.step();
            let moves: Vec<f64> = gain.iter().map(|gain| step * gain).collect();
            let change = Change { question, from, to, is_odd: is_odd(matcher, posterior, question, from, to) };

            let mut one = Tried { change, moves, points: 0.0 };
            // the whole person anew: what an activity holds beyond its scales is not in proportion to its answer
            one.points = build_person_after(matcher, outcome, answers, &[&one]).score(&matcher.metric, career) - now;
            tried.push(one);
        }
    }
    tried
}

/// Whether an answer lies far from what the others suggest, and the new one nearer to it.
fn is_odd(matcher: &Matcher, posterior: &Posterior, question: QuestionId, from: Rating, to: Rating) -> bool {
    let off = |value: Rating| posterior.standardize_residual(&matcher.measurement, question, value.get()).abs();
    off(from) > ODD_Z && off(to) < off(from)
}

/// Who the person would be with these answers instead.
fn build_person_after(matcher: &Matcher, outcome: &Outcome, answers: &Answers, changes: &[&Tried]) -> Person {
    let mut estimate = outcome.information.posterior.mean().to_vec();
    let mut changed = answers.clone();
    for one in changes {
        changed.set(one.change.question, Response::Value(one.change.to));
        for (sum, moved) in estimate.iter_mut().zip(&one.moves) {
            *sum += moved;
        }
    }

    let covariances = |scale| outcome.information.posterior.covariances(scale);
    let known = Known { estimate: &estimate, covariances: &covariances, weights: outcome.fit_weights.weights() };
    matcher.build_person(&outcome.fit_weights, &changed, known)
}

/// The rank of one career after these changes.
fn find_rank_after(
    matcher: &Matcher,
    outcome: &Outcome,
    answers: &Answers,
    changes: &[&Tried],
    career: CareerId,
) -> usize {
    let person = build_person_after(matcher, outcome, answers, changes);
    // compared as the list compares them, so that equals share a rank here as well
    let fit = |career: CareerId| to_steps(person.score(&matcher.metric, career));
    let own = fit(career);
    1 + matcher.dataset.catalogue.iter().filter(|(other, _)| fit(*other) > own).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped::load_shipped;
    use crate::model::Emphasis;

    #[test]
    fn every_choice_of_a_part_is_tried_though_values_between_them_are_none() {
        let mut dataset = load_shipped().expect("the shipped data");
        for part in &mut dataset.questionnaire.parts {
            part.choices.retain(|choice| [1, 3, 5].contains(&choice.value));
        }
        let matcher = Matcher::new(dataset);
        let rating = |value: u16| Response::Value(Rating::nearest(f64::from(1 + 2 * (value % 3))));
        let answers: Answers = (0..30).map(|at| (QuestionId(at), rating(at))).collect();

        let outcome = matcher.evaluate(&answers, Emphasis::Balanced);
        let tried = try_changes(&matcher, &outcome, &answers, outcome.fits[20].career);
        assert_eq!(tried.len(), 60, "two others of the three choices, to each of thirty answers");
        assert!(tried.iter().all(|one| [1, 3, 5].contains(&one.change.to.get())));
    }

    #[test]
    fn the_rank_after_no_change_is_the_rank_of_the_list_ties_among_them() {
        let matcher = Matcher::new(load_shipped().expect("the shipped data"));
        let answers: Answers =
            (0..40).map(|at| (QuestionId(at), Response::Value(Rating::nearest(f64::from(1 + at * 7 % 5))))).collect();
        let outcome = matcher.evaluate(&answers, Emphasis::Balanced);
        for fit in outcome.fits.iter().step_by(9) {
            assert_eq!(find_rank_after(&matcher, &outcome, &answers, &[], fit.career), fit.rank);
        }
    }

    #[test]
    fn two_answers_are_changed_together_only_where_they_are_to_two_questions() {
        let tried = |question: u16, to: f64| {
            let (from, to) = (Rating::nearest(3.0), Rating::nearest(to));
            let change = Change { question: QuestionId(question), from, to, is_odd: false };
            Tried { change, moves: Vec::new(), points: 1.0 }
        };
        let tried = [tried(1, 4.0), tried(1, 5.0), tried(2, 4.0)];
        let pairs = list_pairs(&tried).into_iter().map(|(one, other)| (one.change, other.change));
        let wanted = [(tried[0].change, tried[2].change), (tried[1].change, tried[2].change)];
        assert!(pairs.eq(wanted));
    }

    #[test]
    fn what_would_change_a_place_lifts_a_career_into_the_first_ten_or_takes_it_out() {
        let matcher = Matcher::new(load_shipped().expect("the shipped data"));
        let answers: Answers =
            (0..30).map(|at| (QuestionId(at), Response::Value(Rating::nearest(f64::from(1 + at * 7 % 5))))).collect();
        let outcome = matcher.evaluate(&answers, Emphasis::Balanced);
        let rank_with_changes = |fit: &crate::model::Fit| {
            let found = find_what_if(&matcher, &outcome, &answers, fit.career);
            (!found.changes.is_empty()).then_some(found.rank)
        };

        let lifted: Vec<usize> = outcome.fits[10..16].iter().filter_map(rank_with_changes).collect();
        assert!(!lifted.is_empty() && lifted.iter().all(|rank| *rank <= TOP_TEN), "{lifted:?}");
        let dropped: Vec<usize> = outcome.fits[4..10].iter().filter_map(rank_with_changes).collect();
        assert!(!dropped.is_empty() && dropped.iter().all(|rank| *rank > TOP_TEN), "{dropped:?}");
    }

    #[test]
    fn only_an_answer_unlike_all_others_on_its_scale_is_worth_another_look() {
        let matcher = Matcher::new(load_shipped().expect("the shipped data"));
        let questionnaire = &matcher.dataset.questionnaire;
        let main = |id: QuestionId| questionnaire.question(id).main_scale();
        let first = QuestionId(0);
        let alike: Vec<QuestionId> =
            questionnaire.iter().map(|(id, _)| id).filter(|id| main(*id) == main(first)).collect();
        let value = |id: QuestionId| match (id == first, main(id) == main(first)) {
            (true, _) => 1.0,
            (false, true) => 5.0,
            _ => 3.0,
        };
        let answers: Answers =
            (0..60).map(QuestionId).map(|id| (id, Response::Value(Rating::nearest(value(id))))).collect();

        let outcome = matcher.evaluate(&answers, Emphasis::Balanced);
        let is_odd = |question: QuestionId, from: f64, to: f64| {
            is_odd(&matcher, &outcome.information.posterior, question, Rating::nearest(from), Rating::nearest(to))
        };
        assert!(is_odd(first, 1.0, 5.0));
        assert!(!is_odd(alike[2], 5.0, 1.0), "the others say the same");
    }
}
