//! Whether answers point anywhere: by counts, so that every front end and a batch decide alike.

use crate::model::{QuestionId, Questionnaire, Rating};

/// Fewer answers than this point nowhere; where a questionnaire has fewer questions, all of them have to be answered.
pub const MIN_ANSWERS: usize = 12;
/// So many answers must differ from what was mostly answered to their part: one odd answer among equals is a slip.
const MIN_DIFFERENT_VALUES: usize = 2;
/// Values of an answer.
const VALUES: usize = 6;
/// What an answer to a reversed question is taken from to turn it.
const LOWEST_AND_HIGHEST: u8 = Rating::LOWEST.get() + Rating::HIGHEST.get();

/// Whether there are answers enough, and they differ within the parts, both as given and once those to reversed questions
/// are turned.
pub fn point_somewhere(questionnaire: &Questionnaire, answers: impl Iterator<Item = (QuestionId, u8)>) -> bool {
    let mut given = vec![[0; VALUES]; questionnaire.parts.len()];
    let mut turned = given.clone();
    let mut count = 0;
    for (question, value) in answers {
        let asked = questionnaire.question(question);
        let other = if asked.is_reversed() { LOWEST_AND_HIGHEST - value } else { value };
        given[asked.part.index()][usize::from(value)] += 1;
        turned[asked.part.index()][usize::from(other)] += 1;
        count += 1;
    }

    let enough = count >= MIN_ANSWERS.min(questionnaire.questions.len());
    let least = if count < MIN_ANSWERS { 1 } else { MIN_DIFFERENT_VALUES };
    // yes to everything differs only once it is turned, one opinion throughout only as given: neither points anywhere
    enough && different(&given) >= least && different(&turned) >= least
}

/// Answers that are not what was mostly answered to their part.
fn different(counts: &[[usize; VALUES]]) -> usize {
    counts.iter().map(|counts| counts.iter().sum::<usize>() - counts.iter().max().copied().unwrap_or(0)).sum()
}
