//! A person's own answers by scale: what a reason may say of them.

use crate::model::{Answers, ByScale, QuestionId, Questionnaire};

/// Mean own answer 1–5 by scale, reversed questions turned; none where nothing was answered.
pub type SelfReport = ByScale<Option<f64>>;

/// The person's own answers, by the main scale of each question.
pub fn average_own_answers(questionnaire: &Questionnaire, answers: &Answers) -> SelfReport {
    let mut sums = ByScale::from_value((0.0, 0.0));
    for (question, value) in answers.values() {
        if let Some(scale) = questionnaire.question(question).main_scale() {
            sums[scale].0 += turn_answer(questionnaire, question, value);
            sums[scale].1 += 1.0;
        }
    }
    sums.map(|(sum, count)| (count > 0.0).then(|| sum / count))
}

/// The answer as it would be to the question turned round, where it is a reversed one.
fn turn_answer(questionnaire: &Questionnaire, question: QuestionId, value: u8) -> f64 {
    let value = f64::from(value);
    if questionnaire.question(question).is_reversed() { 6.0 - value } else { value }
}
