//! What would change it: the answers that move a career most.

use super::matcher::{Matcher, Outcome};
use super::person::Person;
use crate::assess::Retest;
use crate::model::{Answers, CareerId, QuestionId, Response};

/// An answer one step higher or lower, and what it would do to a career.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// The question.
    pub question: QuestionId,
    /// The answer given.
    pub from: u8,
    /// The answer one step away.
    pub to: u8,
    /// Points the career's fit would move by.
    pub points: f64,
    /// The career's rank after it.
    pub rank: usize,
}

/// The answers that would move a career most if they were one step off: up and down, strongest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WhatIf {
    /// Changes that would lift it.
    pub up: Vec<Change>,
    /// Changes that would lower it.
    pub down: Vec<Change>,
}

/// Works out the `count` strongest changes each way. The estimate is linear in the answers and its uncertainty does not
/// depend on them, so each is exact, not a guess.
pub fn what_if(matcher: &Matcher, outcome: &Outcome, answers: &Answers, career: CareerId, count: usize) -> WhatIf {
    let gains = Retest::gains_by_question(&matcher.measurement, &outcome.information.posterior, answers);
    let now = outcome.person.score(&matcher.metric, career);
    let mut changes: Vec<(Change, Person)> = Vec::new();
    for (question, gain) in gains {
        let Some(from) = answers.get(question).and_then(Response::value) else { continue };
        for to in [from.saturating_sub(1), from + 1] {
            if to == 0 || matcher.kit.questionnaire.part_of(question).label(to).is_none() {
                continue;
            }
            let step = (f64::from(to) - f64::from(from)) * matcher.measurement.step();
            let mean = outcome.information.posterior.mean().iter().zip(&gain).map(|(mean, gain)| mean + step * gain);
            let estimate: Vec<f64> = mean.collect();
            let person = outcome.yardstick.person(&matcher.metric, &estimate);
            let points = person.score(&matcher.metric, career) - now;
            changes.push((Change { question, from, to, points, rank: 0 }, person));
        }
    }
    let mut pick = |sign: f64| -> Vec<Change> {
        changes
            .sort_by(|a, b| (sign * b.0.points).total_cmp(&(sign * a.0.points)).then(a.0.question.cmp(&b.0.question)));
        let moved = changes.iter().filter(|(change, _)| sign * change.points > 0.0).take(count);
        moved.map(|(change, person)| Change { rank: rank_of(matcher, person, career), ..*change }).collect()
    };
    WhatIf { up: pick(1.0), down: pick(-1.0) }
}

/// The rank of one career for a person.
fn rank_of(matcher: &Matcher, person: &Person, career: CareerId) -> usize {
    let score = |career: CareerId| person.score(&matcher.metric, career);
    let own = score(career);
    1 + matcher.kit.catalogue.iter().filter(|(other, _)| score(*other) > own).count()
}
