//! How far the answers can be trusted: it says "read with care" and why, never blocks and never accuses.

use super::measurement::Measurement;
use crate::model::{AnswerEntry, Answers, ByScale, QuestionId, Questionnaire, SessionRecord};

/// Answers fewer than this tell nothing of speed, and comparisons fewer than half of it nothing of agreement.
const MIN_ANSWERS: usize = 12;
/// Like answers disagree when they lie further apart than noise does by this many standard deviations.
const DISAGREE_Z: f64 = 3.0;
/// An answer more than this many deviations off the like ones is worth another look.
const ODD_Z: f64 = 1.5;
/// Questions offered at most for another look.
const MAX_OFFERED: usize = 4;
/// A re-asked question answered so many steps off contradicts itself.
const MAX_STEPS_APART: u8 = 2;
/// Half of the answers given faster than this many seconds can hardly have been read.
const FAST_SECONDS: u64 = 1;

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
pub fn assess_quality(
    model: &Measurement,
    questionnaire: &Questionnaire,
    answers: &Answers,
    record: &SessionRecord,
) -> Quality {
    let mut quality = Quality::default();
    let agreement = Agreement::new(model, answers.values());
    if agreement.is_poor() {
        quality.care.push(Care::Disagree);
        quality.look_again = agreement.find_odd();
    }

    let changed = find_contradicted(questionnaire, answers, &record.given);
    if !changed.is_empty() {
        quality.care.push(Care::Changed(changed.len()));
        // what was asked again is offered once, behind the odd ones, though it may be odd as well
        quality.look_again.retain(|question| !changed.contains(question));
        quality.look_again.extend(changed);
    }

    if !record.by_program && is_fast(&record.given) {
        quality.care.push(Care::Fast);
    }

    quality
}

/// Whether answers to like questions disagree.
pub fn has_disagreement(model: &Measurement, answers: impl Iterator<Item = (QuestionId, u8)>) -> bool {
    Agreement::new(model, answers).is_poor()
}

/// How far answers to questions with the same main scale lie apart.
struct Agreement {
    /// Distance from the mean of the like answers, in deviations of noise, by question.
    distances: Vec<(f64, QuestionId)>,
    /// How many of the distances are free to vary.
    free: usize,
}

impl Agreement {
    fn new(model: &Measurement, answers: impl Iterator<Item = (QuestionId, u8)>) -> Self {
        let mut like = ByScale::from_value((0.0, 0));
        let mut placed = Vec::with_capacity(answers.size_hint().1.unwrap_or_default());
        for (id, value) in answers {
            let Some(main) = model.main_scale(id) else { continue };
            let place = (f64::from(value) - main.usual) * main.step;
            let (sum, count) = &mut like[main.scale];
            (*sum, *count) = (*sum + place, *count + 1);
            placed.push((place, main.scale, id));
        }

        // a scale without answers has no mean, and no answer looks it up
        let means = like.map(|(sum, count)| sum / f64::from(count));
        let distances: Vec<_> = placed.into_iter().map(|(place, scale, id)| (place - means[scale], id)).collect();
        let scales = like.iter().filter(|(_, (_, count))| *count > 0).count();
        Self { free: distances.len() - scales, distances }
    }

    /// Whether the squared distances exceed what noise alone makes them, a chi-square over its degrees of freedom.
    fn is_poor(&self) -> bool {
        let free = self.free as f64;
        let mean = self.distances.iter().map(|(distance, _)| distance * distance).sum::<f64>() / free.max(1.0);
        self.free >= MIN_ANSWERS / 2 && mean > 1.0 + DISAGREE_Z * (2.0 / free).sqrt()
    }

    /// The answers furthest from those they should be like.
    fn find_odd(mut self) -> Vec<QuestionId> {
        self.distances.sort_unstable_by(|a, b| b.0.abs().total_cmp(&a.0.abs()).then(a.1.cmp(&b.1)));
        let far = self.distances.iter().filter(|(distance, _)| distance.abs() > ODD_Z);
        far.take(MAX_OFFERED).map(|(_, question)| *question).collect()
    }
}

/// Re-asked questions whose two answers lie far apart.
fn find_contradicted(questionnaire: &Questionnaire, answers: &Answers, given: &[AnswerEntry]) -> Vec<QuestionId> {
    let again = given.iter().filter(|given| given.again);
    again
        .filter_map(|again| {
            let meant = |id: &QuestionId| questionnaire.question(*id).is_meant_by(again.text);
            let question = questionnaire.find(&again.question).filter(meant)?;
            let (first, second) = (answers.get(question)?.value()?, again.response.value()?);
            (first.abs_diff(second) >= MAX_STEPS_APART).then_some(question)
        })
        .collect()
}

/// Whether half of the answers came within a second of the one before.
fn is_fast(given: &[AnswerEntry]) -> bool {
    let mut pauses: Vec<u64> = given.windows(2).map(|two| two[1].at.saturating_sub(two[0].at)).collect();
    pauses.sort_unstable();
    pauses.len() >= MIN_ANSWERS && pauses[pauses.len() / 2] < FAST_SECONDS
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped::load_shipped;
    use crate::fit::Matcher;

    #[test]
    fn like_answers_lie_from_their_mean_by_the_steps_of_their_scale_and_each_scale_takes_one_freedom() {
        let matcher = Matcher::new(load_shipped().expect("the shipped data"));
        let model = &matcher.measurement;
        let main = |id: QuestionId| model.main_scale(id).map(|main| main.scale);
        let ids: Vec<QuestionId> = matcher.dataset.questionnaire.iter().map(|(id, _)| id).collect();
        let same: Vec<QuestionId> = ids.iter().copied().filter(|id| main(*id) == main(ids[0])).take(2).collect();
        let other = ids.iter().copied().find(|id| main(*id) != main(ids[0])).expect("another scale");

        let given = [(same[0], 5), (same[1], 1), (other, 4)];
        let agreement = Agreement::new(model, given.into_iter());
        assert_eq!(agreement.free, 1, "three answers about two scales");

        let place = |(id, value): (QuestionId, u8)| {
            let main = model.main_scale(id).expect("a main scale");
            main.step * (f64::from(value) - main.usual)
        };
        let half = (place(given[0]) - place(given[1])) / 2.0;
        for ((distance, id), wanted) in agreement.distances.iter().zip([half, -half, 0.0]) {
            assert!((distance - wanted).abs() < 1e-12, "{id:?}: {distance} and not {wanted}");
        }
    }

    #[test]
    fn an_answer_is_odd_only_beyond_the_limit_and_the_furthest_comes_first() {
        let distances = [ODD_Z, ODD_Z + 0.1, -ODD_Z - 0.2, 0.0].into_iter().zip((0..).map(QuestionId)).collect();
        let agreement = Agreement { distances, free: 3 };
        assert_eq!(agreement.find_odd(), [QuestionId(2), QuestionId(1)]);
    }
}
