//! Which answers are to be read with care: disagreeing, changed on a second asking, given too fast.

use crate::support::{answers, like, matcher};
use careerfit::assess::{Care, Quality, quality};
use careerfit::model::{AnswerEntry, QuestionId, Response};

/// The quality of answers of somebody like a nurse that came so many seconds apart; then these second askings.
fn careful(apart: u64, again: &[(usize, u8)]) -> Quality {
    let matcher = matcher();
    let questionnaire = &matcher.dataset.questionnaire;
    let values = like("29-1141.00");
    let entry = |question: usize, value: u8, at: u64, again: bool| {
        let asked = questionnaire.question(QuestionId(u16::try_from(question).expect("a question")));
        let response = Response::from_choice(value).expect("a choice");
        AnswerEntry { question: asked.id.clone(), text: asked.hash, response, at, again }
    };
    let mut given: Vec<AnswerEntry> = values
        .iter()
        .take(40)
        .zip(0..)
        .map(|((question, value), place)| entry(*question, *value, 1_000 + place * apart, false))
        .collect();
    let end = 1_000 + 40 * apart;
    given.extend(
        again.iter().zip(1..).map(|((question, value), place)| entry(*question, *value, end + place * 9, true)),
    );
    quality(&matcher.measurement, questionnaire, &answers(values.into_iter().take(40)), &given)
}

/// The answer that somebody like a nurse gave to a question.
fn answered(question: usize) -> u8 {
    like("29-1141.00")[question].1
}

/// A value so many steps from another, towards the middle.
fn apart(value: u8, steps: u8) -> u8 {
    if value > 3 { value - steps } else { value + steps }
}

#[test]
fn a_second_between_answers_is_thought_and_less_is_too_fast() {
    assert!(careful(0, &[]).care.contains(&Care::Fast));
    for seconds in [1, 2, 4, 8] {
        assert!(!careful(seconds, &[]).care.contains(&Care::Fast), "{seconds} seconds");
    }
}

#[test]
fn a_second_answer_one_step_off_agrees_and_two_steps_off_is_named() {
    let near = careful(7, &[(3, apart(answered(3), 1))]);
    assert!(!near.care.iter().any(|care| matches!(care, Care::Changed(_))));

    let far = careful(7, &[(3, apart(answered(3), 2))]);
    assert!(far.care.contains(&Care::Changed(1)));
    assert!(far.look_again.contains(&QuestionId(3)), "it is offered for another look");

    let two = careful(7, &[(3, apart(answered(3), 2)), (8, apart(answered(8), 2))]);
    assert!(two.care.contains(&Care::Changed(2)));
}

#[test]
fn answers_that_agree_are_read_without_care() {
    assert_eq!(careful(7, &[]).care, []);
}
