//! Which question next: the one that most reduces the uncertainty about which careers come out on top.

use crate::assess::Posterior;
use crate::fit::{Emphasis, Information, Matcher};
use crate::model::matrix::dot;
use crate::model::{Answers, CareerId, Group, Length, PartId, QuestionId, SCALE_COUNT, ScaleId};
use std::collections::BTreeSet;

/// Two neighbouring questions never load on scales that correlate above this.
const TOO_ALIKE: f64 = 0.9;
/// Fits that lie no further apart are level: after two answers those of half of all careers do.
const LEVEL: f64 = 1e-9;
/// Questions a part asks before it may end early.
const LEAST: usize = 4;

/// How long a part goes on asking.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quota {
    /// Questions at most.
    pub most: usize,
    /// It ends early when no question gains as much as this.
    pub below: f64,
}

impl Quota {
    /// What a part asks at a length.
    pub fn of(matcher: &Matcher, part: PartId, length: Length) -> Self {
        let questionnaire = &matcher.kit.questionnaire;
        let most = questionnaire.part(part).quota(length).min(questionnaire.in_part(part).count());
        Self { most, below: matcher.kit.matching.stop_below }
    }
}

/// The question chosen and what it is expected to gain.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Choice {
    /// The question.
    pub question: QuestionId,
    /// Expected fall of the variance between the careers at the top, in squares of the fit they would have if all were
    /// known.
    pub gain: f64,
}

/// The next question of a part, unless its quota is used up or no question would gain enough.
pub fn next_question(
    matcher: &Matcher,
    information: &Information,
    answers: &Answers,
    part: PartId,
    quota: Quota,
) -> Option<Choice> {
    let questionnaire = &matcher.kit.questionnaire;
    let asked = answers.iter().filter(|(question, _)| questionnaire.question(*question).part == part).count();
    if asked >= quota.most {
        return None;
    }
    best_question(matcher, information, answers, part).filter(|choice| asked < LEAST || choice.gain >= quota.below)
}

/// The best question of a part that was not asked yet.
fn best_question(matcher: &Matcher, information: &Information, answers: &Answers, part: PartId) -> Option<Choice> {
    let open = open_questions(matcher, answers, part);
    let rays = contenders(matcher, information, answers);
    let gain = |question| gain(matcher, &information.posterior, &rays, question);
    let choices = open.into_iter().map(|question| Choice { question, gain: gain(question) });
    choices.reduce(|best, choice| if choice.gain > best.gain { choice } else { best })
}

/// Questions that may come now: unasked, first of all on interests not touched yet, unlike the question before.
fn open_questions(matcher: &Matcher, answers: &Answers, part: PartId) -> Vec<QuestionId> {
    let questionnaire = &matcher.kit.questionnaire;
    let asked: BTreeSet<QuestionId> = answers.iter().map(|(question, _)| question).collect();
    let unasked: Vec<QuestionId> =
        questionnaire.in_part(part).map(|(id, _)| id).filter(|id| !asked.contains(id)).collect();
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
        if kept.is_empty() { from.to_vec() } else { kept }
    };
    narrow(&narrow(&unasked, &untouched), &unlike)
}

/// For each career at the top, how its fit moves with each scale, counted from their common mean. While no group counts
/// yet, every career is at the top; those that are level with the last one are too.
fn contenders(matcher: &Matcher, information: &Information, answers: &Answers) -> Vec<[f64; SCALE_COUNT]> {
    let counted = matcher.counted(answers.values().map(|(question, _)| question));
    let mut careers: Vec<CareerId> = matcher.kit.catalogue.iter().map(|(id, _)| id).collect();
    let aim = matcher.kit.matching.aim;
    if counted.contains(&true) && aim < careers.len() {
        let shares = Emphasis::Balanced.shares(&matcher.metric, matcher.asked, counted);
        let person = matcher.yardstick(information, shares).person(&matcher.metric, information.posterior.mean());
        let scores: Vec<f64> = careers.iter().map(|career| person.score(&matcher.metric, *career)).collect();
        let mut best = scores.clone();
        let edge = *best.select_nth_unstable_by(aim.max(1) - 1, |a, b| b.total_cmp(a)).1 - LEVEL;
        let at_the_top = careers.into_iter().zip(scores).filter(|(_, score)| *score >= edge);
        careers = at_the_top.map(|(career, _)| career).collect();
    }
    let mut rays: Vec<[f64; SCALE_COUNT]> = careers.into_iter().map(|career| matcher.ray(career)).collect();
    for scale in 0..SCALE_COUNT {
        let mean = rays.iter().map(|ray| ray[scale]).sum::<f64>() / rays.len().max(1) as f64;
        for ray in &mut rays {
            ray[scale] -= mean;
        }
    }
    rays
}

fn gain(matcher: &Matcher, posterior: &Posterior, rays: &[[f64; SCALE_COUNT]], question: QuestionId) -> f64 {
    let (along, variance) = posterior.look_ahead(&matcher.measurement, question);
    rays.iter().map(|ray| dot(ray, &along).powi(2)).sum::<f64>() / variance / rays.len().max(1) as f64
}
