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

/// Fewer answers than this point nowhere: all of a questionnaire that has fewer questions.
pub fn count_needed_answers(questionnaire: &Questionnaire) -> usize {
    MIN_ANSWERS.min(questionnaire.questions.len())
}

/// Whether there are answers enough, and they differ within the parts, both as given and once those to reversed questions
/// are turned.
pub fn has_direction(questionnaire: &Questionnaire, answers: impl Iterator<Item = (QuestionId, u8)>) -> bool {
    let mut given = vec![Counts::default(); questionnaire.parts.len()];
    let mut turned = given.clone();
    let (mut count, mut differ, mut differ_turned) = (0, 0, 0);

    for (question, value) in answers {
        let asked = questionnaire.question(question);
        let other = if asked.is_reversed() { LOWEST_AND_HIGHEST - value } else { value };
        differ += usize::from(given[asked.part.index()].count_answer(value));
        differ_turned += usize::from(turned[asked.part.index()].count_answer(other));
        count += 1;

        // more answers take nothing back of this
        if count >= MIN_ANSWERS && differ.min(differ_turned) >= MIN_DIFFERENT_VALUES {
            return true;
        }
    }

    let enough = count >= count_needed_answers(questionnaire);
    let least = if count < MIN_ANSWERS { 1 } else { MIN_DIFFERENT_VALUES };
    // yes to everything differs only once it is turned, one opinion throughout only as given: neither points anywhere
    enough && differ.min(differ_turned) >= least
}

/// The answers to one part so far.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    of_value: [usize; VALUES],
    most: usize,
}

impl Counts {
    /// Counts an answer; whether there is one more now that is not what was mostly answered.
    fn count_answer(&mut self, value: u8) -> bool {
        let count = &mut self.of_value[usize::from(value)];
        *count += 1;
        let differs = *count <= self.most;
        self.most = self.most.max(*count);
        differs
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped::load_shipped;
    use crate::model::random::Random;

    /// Answers that are not what was mostly answered to their part, counted at the end.
    fn count_different(questionnaire: &Questionnaire, answers: &[(QuestionId, u8)], turned: bool) -> usize {
        let mut counts = vec![[0_usize; VALUES]; questionnaire.parts.len()];
        for (question, value) in answers {
            let asked = questionnaire.question(*question);
            let turn = turned && asked.is_reversed();
            counts[asked.part.index()][usize::from(if turn { LOWEST_AND_HIGHEST - value } else { *value })] += 1;
        }
        counts.iter().map(|of_value| of_value.iter().sum::<usize>() - of_value.iter().max().expect("values")).sum()
    }

    /// Whether so many answers point somewhere, of which so many differ from the others, where so much is asked.
    fn has_direction_of(asked: usize, answered: usize, odd: usize) -> bool {
        let mut questionnaire = load_shipped().expect("the shipped data").questionnaire;
        questionnaire.questions.truncate(asked);
        let first = questionnaire.iter().map(|(question, _)| question).take(answered);
        let answers: Vec<_> = first.zip(0..).map(|(question, at)| (question, if at < odd { 5 } else { 2 })).collect();
        has_direction(&questionnaire, answers.into_iter())
    }

    #[test]
    fn twelve_answers_need_two_that_differ_and_a_shorter_questionnaire_one() {
        assert!(has_direction_of(40, 12, 2) && !has_direction_of(40, 12, 1), "one odd answer is a slip");
        assert!(!has_direction_of(40, 11, 3), "eleven are too few");
        assert!(has_direction_of(11, 11, 1) && !has_direction_of(11, 11, 0), "of eleven questions all were answered");
        assert!(!has_direction_of(11, 10, 3), "not all were answered");
    }

    #[test]
    fn counting_on_the_way_decides_as_counting_at_the_end() {
        let questionnaire = load_shipped().expect("the shipped data").questionnaire;
        let mut random = Random::new(4);
        let mut pointed = 0;

        for round in 0..600 {
            let count = round % 30;
            // few of them differ, so that it is close
            let mut value = || if random.uniform() < 0.08 { 4 } else { 2 };
            let first = questionnaire.iter().map(|(question, _)| question).skip(round / 10).take(count);
            let answers: Vec<(QuestionId, u8)> = first.map(|question| (question, value())).collect();

            let least = if count < MIN_ANSWERS { 1 } else { MIN_DIFFERENT_VALUES };
            let differ = [false, true].map(|turned| count_different(&questionnaire, &answers, turned) >= least);
            let points = has_direction(&questionnaire, answers.iter().copied());
            assert_eq!(points, count >= MIN_ANSWERS && differ == [true; 2], "{answers:?}");
            pointed += usize::from(points);
        }
        assert!((50..350).contains(&pointed), "{pointed}");
    }
}
