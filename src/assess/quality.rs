//! How far the answers can be trusted: it says "read with care" and why, never blocks and never accuses.

use super::measurement::Measurement;
use super::posterior::Posterior;
use crate::model::{Answers, Given, QuestionId, Questionnaire};

/// Answers fewer than this cannot disagree with each other.
const LEAST: usize = 12;
/// Mean squared surprise of answers that fit together stays near or below 1; random ones come to about 2 (simulated).
const DISAGREE: f64 = 1.5;
/// An answer more than this many deviations off what the others suggest is worth another look.
const ODD: f64 = 2.0;
/// Questions offered at most for another look.
const OFFERED: usize = 4;
/// A re-asked question answered so many steps off contradicts itself.
const STEPS: u8 = 2;
/// Half of the answers given faster than this many seconds can hardly have been read.
const FAST: u64 = 1;

/// Why to read the result with care.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Care {
    /// Answers to like questions disagree.
    Disagree,
    /// So many re-asked questions got another answer.
    Changed(usize),
    /// Very fast answers: a hint only.
    Fast,
}

/// What can be said of the answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Quality {
    /// Reasons to read with care, none when the answers fit together.
    pub care: Vec<Care>,
    /// Questions worth answering again, the oddest first.
    pub look_again: Vec<QuestionId>,
}

/// Looks at agreement among like questions, re-asked ones and speed.
pub fn quality(
    model: &Measurement,
    questionnaire: &Questionnaire,
    posterior: &Posterior,
    answers: &Answers,
    given: &[Given],
) -> Quality {
    let mut surprises: Vec<(f64, QuestionId)> =
        answers.values().map(|(question, value)| (posterior.surprise(model, question, value), question)).collect();
    let mean = surprises.iter().map(|(surprise, _)| surprise * surprise).sum::<f64>() / surprises.len().max(1) as f64;
    let disagree = surprises.len() >= LEAST && mean > DISAGREE;
    surprises.sort_by(|a, b| b.0.abs().total_cmp(&a.0.abs()).then(a.1.cmp(&b.1)));
    let mut quality = Quality::default();
    if disagree {
        quality.care.push(Care::Disagree);
        let odd = surprises.iter().filter(|(surprise, _)| surprise.abs() > ODD).take(OFFERED);
        quality.look_again.extend(odd.map(|(_, question)| *question));
    }
    let changed = contradicted(questionnaire, answers, given);
    if !changed.is_empty() {
        quality.care.push(Care::Changed(changed.len()));
        quality.look_again.extend(changed);
    }
    if is_fast(given) {
        quality.care.push(Care::Fast);
    }
    quality
}

/// Re-asked questions whose two answers lie far apart.
fn contradicted(questionnaire: &Questionnaire, answers: &Answers, given: &[Given]) -> Vec<QuestionId> {
    let again = given.iter().filter(|given| given.again);
    again
        .filter_map(|again| {
            let question = questionnaire.find(&again.question)?;
            let (first, second) = (answers.get(question)?.value()?, again.response.value()?);
            (first.abs_diff(second) >= STEPS).then_some(question)
        })
        .collect()
}

/// Whether half of the answers came within a second of the one before.
fn is_fast(given: &[Given]) -> bool {
    let mut pauses: Vec<u64> = given.windows(2).map(|two| two[1].at.saturating_sub(two[0].at)).collect();
    pauses.sort_unstable();
    pauses.len() >= LEAST && pauses[pauses.len() / 2] < FAST
}
