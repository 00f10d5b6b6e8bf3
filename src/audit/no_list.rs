//! How many people who answered enough get no list.

use super::known::Known;
use crate::model::Response;

/// Answers from which a list is to be expected, if they vary.
const MIN_ANSWERS: usize = 24;

/// Of these people, the share of those with 24 or more answers that are not all the same who get no list; none where there
/// are no such people. `listed` is by person, whether careers were ranked.
pub fn measure_no_list(people: &[Known], chosen: &[usize], listed: &[bool]) -> Option<f64> {
    let expected: Vec<usize> = chosen.iter().copied().filter(|at| has_enough_answers(&people[*at])).collect();
    let without = expected.iter().filter(|at| !listed[**at]).count();
    (!expected.is_empty()).then(|| without as f64 / expected.len() as f64)
}

/// Whether there are answers enough, and not one and the same throughout.
fn has_enough_answers(person: &Known) -> bool {
    let values: Vec<u8> = person.answers.iter().filter_map(|answer| answer.and_then(Response::value)).collect();
    values.len() >= MIN_ANSWERS && values.iter().any(|value| *value != values[0])
}
