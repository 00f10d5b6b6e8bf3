//! Which question next: the one that most reduces the uncertainty about which careers come out on top.

use crate::assess::view_as_array;
use crate::fit::{Evidence, FitWeights, Known, Matcher};
use crate::model::{Answers, ByGroup, CareerId, Group, Length, PartId, QuestionId, SCALE_COUNT, ScaleId};
use ndarray::{Array2, Axis};
use std::collections::{BTreeMap, BTreeSet};

/// Two neighbouring questions never load on scales that correlate above this.
const TOO_ALIKE: f64 = 0.9;
/// Fits that lie no further apart are level: after two answers those of half of all careers do.
const LEVEL_GAIN: f64 = 1e-9;
/// Questions a part asks before it may end early.
const MIN_BEFORE_EARLY_END: usize = 4;
/// Questions that each area has had for its map by the end of the first part and of the others, but for a quick walk.
const EACH_AREA: [usize; 2] = [1, 2];

/// Questions kept free for the map beside those it needs: what it needs may be too like the question before.
const SPARE: usize = 1;

/// How long a part goes on asking.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quota {
    /// Questions at most.
    pub most: usize,
    /// It ends early when no question gains as much as this.
    pub below: f64,
    /// Questions that each area has had for its map by the end of the part.
    pub each_area: usize,
}

impl Quota {
    /// What a part asks at a length.
    pub fn of(matcher: &Matcher, part: PartId, length: Length) -> Self {
        let questionnaire = &matcher.dataset.questionnaire;
        let most = questionnaire.part(part).quota(length).min(questionnaire.in_part(part).count());
        let each_area = if length == Length::Quick { 0 } else { EACH_AREA[part.index().min(1)] };
        Self { most, below: matcher.dataset.matching.stop_below, each_area }
    }
}

/// The question chosen and what it is expected to gain.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Choice {
    /// The question.
    pub question: QuestionId,
    /// Expected fall of the variance between the careers at the top, in squares of the logarithm of their
    /// likelihood.
    pub gain: f64,
}

/// The next question of a part, unless its quota is used up, or no question would gain enough and the map of areas needs
/// none.
pub fn choose_question(
    matcher: &Matcher,
    information: &Evidence,
    answers: &Answers,
    part: PartId,
    quota: Quota,
) -> Option<Choice> {
    let questionnaire = &matcher.dataset.questionnaire;
    let asked: BTreeSet<QuestionId> = answers.iter().map(|(question, _)| question).collect();
    let of_part = asked.iter().filter(|question| questionnaire.question(**question).part == part).count();
    if of_part >= quota.most {
        return None;
    }

    let open: Vec<QuestionId> =
        questionnaire.in_part(part).map(|(id, _)| id).filter(|id| !asked.contains(id)).collect();
    let need = MapNeed::new(matcher, asked.iter().copied(), &open, quota.each_area);
    let needed = need.count_questions();

    let left = quota.most - of_part;
    // with room to spare any question will do, and then only one after which the map needs fewer
    let in_time =
        |id: QuestionId| needed == 0 || needed + SPARE < left || need.count_after(matcher.on_map(id)) < needed;
    let candidates = list_candidates(matcher, answers, &asked, &open, &in_time);
    choose_best(matcher, information, answers, &candidates)
        .filter(|choice| of_part < MIN_BEFORE_EARLY_END || needed > 0 || choice.gain >= quota.below)
}

/// The one of these questions that gains most.
fn choose_best(
    matcher: &Matcher,
    information: &Evidence,
    answers: &Answers,
    candidates: &[QuestionId],
) -> Option<Choice> {
    let contenders = find_contenders(matcher, information, answers);
    let predictives: Vec<(Vec<f64>, f64)> =
        candidates.iter().map(|id| information.posterior.predict_answer(&matcher.measurement, *id)).collect();
    let along =
        Array2::from_shape_fn((candidates.len(), SCALE_COUNT), |(question, scale)| predictives[question].0[scale]);
    let moves = along.dot(&contenders.gradients.t());

    let choices = candidates.iter().zip(moves.rows()).zip(&predictives).map(|((question, moves), (_, variance))| {
        let gain = compute_gain(matcher, &contenders.careers, moves.to_vec(), *variance, *question);
        Choice { question: *question, gain }
    });
    choices.reduce(|best, choice| if choice.gain > best.gain { choice } else { best })
}

/// The open questions that may come now: first of all on interests not touched yet, unlike the question before, and one that
/// the map of areas needs where no more are left than it needs.
fn list_candidates(
    matcher: &Matcher,
    answers: &Answers,
    asked: &BTreeSet<QuestionId>,
    open: &[QuestionId],
    in_time: &dyn Fn(QuestionId) -> bool,
) -> Vec<QuestionId> {
    let questionnaire = &matcher.dataset.questionnaire;
    let scale = |id: QuestionId| questionnaire.question(id).main_scale();
    let touched: BTreeSet<Option<ScaleId>> = asked.iter().map(|id| scale(*id)).collect();
    let untouched = |id: &QuestionId| {
        scale(*id).is_some_and(|main| main.group() == Group::Interests) && !touched.contains(&scale(*id))
    };

    let last = answers.iter().next_back().and_then(|(question, _)| scale(question));
    let unlike = |id: &QuestionId| match (last, scale(*id)) {
        (Some(last), Some(scale)) => {
            last != scale && matcher.metric.correlation(last.index(), scale.index()).abs() <= TOO_ALIKE
        }
        _ => true,
    };

    let narrow = |from: &[QuestionId], keep: &dyn Fn(&QuestionId) -> bool| -> Vec<QuestionId> {
        let kept: Vec<QuestionId> = from.iter().copied().filter(|id| keep(id)).collect();
        // a wish that no question left can meet is let go, or else nothing could be asked
        if kept.is_empty() { from.to_vec() } else { kept }
    };
    narrow(&narrow(&narrow(open, &untouched), &unlike), &|id| in_time(*id))
}

/// The careers at the top, in the order of their ids.
struct Contenders {
    careers: Vec<CareerId>,
    /// By career and scale: how its fit moves with the scale, counted from their common mean.
    gradients: Array2<f64>,
}

impl Contenders {
    fn of(matcher: &Matcher, careers: Vec<CareerId>) -> Self {
        let people = matcher.metric.people();
        let places =
            Array2::from_shape_fn((careers.len(), SCALE_COUNT), |(row, scale)| people[careers[row].index()][scale]);
        let mut gradients = places.dot(&view_as_array(matcher.measurement.precision()));

        // what moves all of them alike settles nothing between them
        if let Some(mean) = gradients.mean_axis(Axis(0)) {
            gradients -= &mean;
        }
        Self { careers, gradients }
    }
}

/// The careers at the top. While no group counts yet, every career is there; those that are level with the last one are too.
fn find_contenders(matcher: &Matcher, information: &Evidence, answers: &Answers) -> Contenders {
    let counted = matcher.find_counted_groups(answers.values().map(|(question, _)| question));
    let careers: Vec<CareerId> = matcher.dataset.catalogue.iter().map(|(id, _)| id).collect();
    let aim = matcher.dataset.matching.aim;
    if !counted.values().contains(&true) || aim >= careers.len() {
        return Contenders::of(matcher, careers);
    }

    let fit_weights = FitWeights::new(matcher, information, ByGroup::from_value(1.0));
    let covariances = |scale| information.posterior.covariances(scale);
    let estimate = information.posterior.mean();
    let known = Known { estimate, covariances: &covariances, weights: fit_weights.weights() };
    let person = matcher.build_person(&fit_weights, answers, known);
    let scores: Vec<f64> = careers.iter().map(|career| person.score(&matcher.metric, *career)).collect();

    let mut best = scores.clone();
    let edge = *best.select_nth_unstable_by(aim.max(1) - 1, |a, b| b.total_cmp(a)).1 - LEVEL_GAIN;
    let at_the_top = careers.into_iter().zip(scores).filter(|(_, score)| *score >= edge);
    Contenders::of(matcher, at_the_top.map(|(career, _)| career).collect())
}

/// Expected fall of the variance between the contenders: by the scales the question loads on, which move their fits so far,
/// and for an activity by what the scales will not explain of the answer, which moves the careers made of it. `variance` is
/// that of the answer.
fn compute_gain(
    matcher: &Matcher,
    careers: &[CareerId],
    mut moves: Vec<f64>,
    variance: f64,
    question: QuestionId,
) -> f64 {
    let count = careers.len().max(1) as f64;
    let named = matcher.activities.careers(question).iter();
    let named: Vec<usize> = named.filter_map(|career| careers.binary_search(career).ok()).collect();
    let own = matcher.dataset.matching.activity * matcher.measurement.observation(question).noise;

    let mean = own * named.len() as f64 / count;
    for moved in &mut moves {
        *moved -= mean;
    }
    for at in named {
        moves[at] += own;
    }

    moves.into_iter().map(|moved| moved.powi(2)).sum::<f64>() / variance / count
}

/// Areas as bits.
type Areas = u32;

/// What the map of areas still needs of a part, so that each area is asked about so many times by its end, and what there is to ask.
#[derive(Clone)]
struct MapNeed {
    /// By area: so many more questions.
    lack: Vec<usize>,
    /// How many open questions are about just these areas.
    open: BTreeMap<Areas, usize>,
}

impl MapNeed {
    /// What is needed so that each area gets so many questions, after those asked and with those open.
    fn new(matcher: &Matcher, asked: impl Iterator<Item = QuestionId>, open: &[QuestionId], each_area: usize) -> Self {
        let areas = matcher.dataset.scales.areas.len();
        let mut need = Self { lack: vec![each_area; areas], open: BTreeMap::new() };

        // before the open questions are counted, from which each one asked is taken away
        for question in asked {
            need.note_question(matcher.on_map(question));
        }

        for question in open {
            *need.open.entry(matcher.on_map(*question)).or_default() += 1;
        }
        need
    }

    /// How many of the open questions it takes, each the one about most areas that lack some. An area that no open question
    /// is about needs none.
    fn count_questions(&self) -> usize {
        let mut need = self.clone();
        let mut count = 0;
        loop {
            let lacking = need.lack.iter().rev().fold(0, |bits, lack| bits << 1 | Areas::from(*lack > 0));
            let worth = |areas: &Areas| (areas & lacking).count_ones();
            let open = need.open.iter().filter(|(_, left)| **left > 0).map(|(areas, _)| *areas);
            let Some(best) = open.max_by_key(worth).filter(|best| worth(best) > 0) else { return count };
            need.note_question(best);
            count += 1;
        }
    }

    /// The same once a question about these areas is asked.
    fn count_after(&self, areas: Areas) -> usize {
        let mut need = self.clone();
        need.note_question(areas);
        need.count_questions()
    }

    fn note_question(&mut self, areas: Areas) {
        for (at, lack) in self.lack.iter_mut().enumerate() {
            *lack -= usize::from(*lack > 0 && areas >> at & 1 == 1);
        }
        if let Some(left) = self.open.get_mut(&areas) {
            *left = left.saturating_sub(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped::load_shipped;

    #[test]
    fn what_an_activity_tells_of_the_careers_made_of_it_alone_is_the_variance_it_brings_between_all() {
        let matcher = Matcher::new(load_shipped().expect("the shipped data"));
        let is_of_several = |id: &QuestionId| matcher.activities.careers(*id).len() > 1;
        let question = matcher.dataset.questionnaire.iter().map(|(id, _)| id).find(is_of_several).expect("an activity");

        // two careers that are made of it and three that are not, in the order of their ids
        let made_of = matcher.activities.careers(question);
        let others = CareerId::first(900).filter(|career| !made_of.contains(career)).take(3);
        let mut careers: Vec<CareerId> = made_of.iter().copied().take(2).chain(others).collect();
        careers.sort_unstable();

        let own = matcher.dataset.matching.activity * matcher.measurement.observation(question).noise;
        let wanted = own * own * (2.0 / 5.0) * (3.0 / 5.0) / 1.7;
        let found = compute_gain(&matcher, &careers, vec![0.0; 5], 1.7, question);
        assert!((found - wanted).abs() < 1e-12, "{found} {wanted}");

        let moves = vec![1.0, 1.0, -1.0, -1.0, 0.0];
        let scales_only = compute_gain(&matcher, &[CareerId(0)], moves, 2.0, QuestionId(0));
        assert!(scales_only > 0.0);
    }
}
