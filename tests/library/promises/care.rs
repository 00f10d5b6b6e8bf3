//! Which answers are to be read with care: disagreeing, changed on a second asking, given too fast.

use crate::support::{answers, like, matcher};
use careerfit::assess::{Care, Quality, assess_quality};
use careerfit::model::{AnswerEntry, QuestionId, Response, SessionRecord};

/// The quality of answers of somebody like a nurse that came so many seconds apart; then these second askings.
fn careful(apart: u64, again: &[(usize, u8)]) -> Quality {
    careful_by(false, apart, again)
}

/// The same, given by a program or by the person.
fn careful_by(by_program: bool, apart: u64, again: &[(usize, u8)]) -> Quality {
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
    let record = SessionRecord { given, by_program, ..SessionRecord::default() };
    assess_quality(&matcher.measurement, questionnaire, &answers(values.into_iter().take(40)), &record)
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
    assert!(!careful_by(true, 0, &[]).care.contains(&Care::Fast), "a program answers at once");
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

#[test]
fn like_questions_answered_against_each_other_are_read_with_care_and_the_oddest_offered_again() {
    let matcher = matcher();
    let questionnaire = &matcher.dataset.questionnaire;
    let main = |question: QuestionId| questionnaire.question(question).main_scale();
    let scale = main(QuestionId(0));
    let alike: Vec<QuestionId> = (0_u16..60).map(QuestionId).filter(|question| main(*question) == scale).collect();
    let person = |odd: bool| {
        let value = |place: usize| if odd { [5, 1][place % 2] } else { 3 };
        answers(alike.iter().enumerate().map(|(place, question)| (question.index(), value(place))))
    };
    let quality =
        |odd: bool| assess_quality(&matcher.measurement, questionnaire, &person(odd), &SessionRecord::default());
    assert_eq!(quality(false).care, []);
    let found = quality(true);
    assert_eq!(found.care, [Care::Disagree]);
    assert!((1..=4).contains(&found.look_again.len()), "a few are offered: {:?}", found.look_again);
    assert!(found.look_again.iter().all(|question| alike.contains(question)), "{:?}", found.look_again);
}

#[test]
fn a_changed_answer_is_offered_once_and_a_hasty_half_is_a_hint() {
    let twice = [(3, apart(answered(3), 2)), (7, apart(answered(7), 2))];
    let found = careful(9, &twice);
    assert_eq!(found.care, [Care::Changed(2)]);
    assert_eq!(found.look_again, [QuestionId(3), QuestionId(7)]);
    assert_eq!(careful(0, &twice).care, [Care::Changed(2), Care::Fast]);
}
