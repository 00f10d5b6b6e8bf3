//! Which question next: the one that most reduces the uncertainty about which careers come out on top.

use crate::assess::Posterior;
use crate::fit::{Emphasis, Matcher, Person};
use crate::model::matrix::dot;
use crate::model::{Answers, Group, PartId, QuestionId, SCALE_COUNT, ScaleId};
use std::collections::BTreeSet;

/// Two neighbouring questions never load on scales that correlate above this.
const TOO_ALIKE: f64 = 0.9;

/// The question chosen and what it is expected to gain.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Choice {
    /// The question.
    pub question: QuestionId,
    /// Expected fall of the variance between the careers at the top, in squared points of fit.
    pub gain: f64,
}

/// The best question of a part that was not asked yet; `last` is the question before it.
pub fn next_question(
    matcher: &Matcher,
    posterior: &Posterior,
    answers: &Answers,
    part: PartId,
    last: Option<QuestionId>,
) -> Option<Choice> {
    let open = open_questions(matcher, answers, part, last);
    let rays = contenders(matcher, posterior);
    let choices = open.into_iter().map(|question| Choice { question, gain: gain(matcher, posterior, &rays, question) });
    choices.reduce(|best, choice| if choice.gain > best.gain { choice } else { best })
}

/// Questions that may come now: unasked, first of all on interests not touched yet, unlike the question before.
fn open_questions(matcher: &Matcher, answers: &Answers, part: PartId, last: Option<QuestionId>) -> Vec<QuestionId> {
    let questionnaire = &matcher.kit.questionnaire;
    let asked: BTreeSet<QuestionId> = answers.iter().map(|(question, _)| question).collect();
    let unasked: Vec<QuestionId> =
        questionnaire.in_part(part).map(|(id, _)| id).filter(|id| !asked.contains(id)).collect();
    let scale = |id: QuestionId| questionnaire.question(id).main_scale();
    let touched: BTreeSet<Option<ScaleId>> = asked.iter().map(|id| scale(*id)).collect();
    let untouched = |id: &QuestionId| {
        scale(*id).is_some_and(|main| main.group() == Group::Interests) && !touched.contains(&scale(*id))
    };
    let last = last.and_then(scale);
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

/// For each career at the top, how its fit moves with the scales, counted from their common mean.
fn contenders(matcher: &Matcher, posterior: &Posterior) -> Vec<[f64; SCALE_COUNT]> {
    let shares = Emphasis::Balanced.shares(&matcher.metric, matcher.asked, matcher.asked);
    let person = Person::new(&matcher.metric, posterior, shares);
    let mut scored: Vec<(f64, usize)> =
        matcher.metric.unit().iter().enumerate().map(|(at, unit)| (dot(&person.direction, unit), at)).collect();
    let aim = matcher.kit.matching.aim.min(scored.len());
    if aim == 0 {
        return Vec::new();
    }
    scored.select_nth_unstable_by(aim - 1, |a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut rays: Vec<[f64; SCALE_COUNT]> =
        scored[..aim].iter().map(|(_, career)| ray(matcher, &matcher.metric.unit()[*career])).collect();
    for scale in 0..SCALE_COUNT {
        let mean = rays.iter().map(|ray| ray[scale]).sum::<f64>() / aim as f64;
        for ray in &mut rays {
            ray[scale] -= mean;
        }
    }
    rays
}

/// How a career's fit moves with each plain scale: its unit vector carried back through the whitening.
fn ray(matcher: &Matcher, unit: &[f64; SCALE_COUNT]) -> [f64; SCALE_COUNT] {
    let mut ray = [0.0; SCALE_COUNT];
    for group in Group::ALL {
        let (range, whiten) = (group.range(), matcher.metric.whitening(group));
        for (row, value) in ray[range.clone()].iter_mut().enumerate() {
            *value = matcher.metric.weight(group) * dot(whiten.row(row), &unit[range.clone()]);
        }
    }
    ray
}

fn gain(matcher: &Matcher, posterior: &Posterior, rays: &[[f64; SCALE_COUNT]], question: QuestionId) -> f64 {
    let (along, variance) = posterior.look_ahead(&matcher.measurement, question);
    rays.iter().map(|ray| dot(ray, &along[..SCALE_COUNT]).powi(2)).sum::<f64>() / variance / rays.len().max(1) as f64
}
