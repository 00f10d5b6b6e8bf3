//! The conversation: whatever a person does on the way, only what they said in the end counts.

use crate::support::{like, matcher};
use careerfit::assess::Care;
use careerfit::fit::find_hints;
use careerfit::interview::{Change, Interview, Step};
use careerfit::model::{
    AnswerEntry, CareerId, Emphasis, Length, LookBack, PlanEntry, QuestionId, Response, SessionRecord, Strength,
};
use proptest::prelude::*;
use std::sync::Arc;

/// Something that a person does.
#[derive(Clone, Debug)]
enum Deed {
    Answer(u8),
    Skip,
    Next,
    Back,
    Undo,
    ChangeAnswer(usize, u8),
    Say(Change),
    Stop,
    Resume,
    SetLength(Length),
    ComeBack,
}

fn deed() -> impl Strategy<Value = Deed> {
    let length = prop_oneof![Just(Length::Quick), Just(Length::Standard), Just(Length::Full)];
    prop_oneof![
        12 => (1_u8..=5).prop_map(Deed::Answer),
        2 => Just(Deed::Skip),
        2 => Just(Deed::Next),
        3 => Just(Deed::Back),
        3 => Just(Deed::Undo),
        2 => (any::<usize>(), 1_u8..=5).prop_map(|(question, value)| Deed::ChangeAnswer(question, value)),
        6 => change().prop_map(Deed::Say),
        1 => Just(Deed::Stop),
        1 => Just(Deed::Resume),
        1 => length.prop_map(Deed::SetLength),
        1 => Just(Deed::ComeBack),
    ]
}

/// Something said beside answers, about the first careers and whatever the questionnaire has.
fn change() -> impl Strategy<Value = Change> {
    let questionnaire = &matcher().dataset.questionnaire;
    let limits = questionnaire.limits.iter().flat_map(|limit| {
        let choices = limit.choices.iter().map(|choice| Some(choice.id.clone())).chain([None]);
        choices.map(|choice| (limit.id.clone(), choice))
    });
    let situation = questionnaire.situation.iter().flat_map(|asked| {
        let choices = asked.choices.iter().map(|choice| choice.id.clone());
        choices.map(|choice| Change::Situation { question: asked.id.clone(), choice })
    });
    let goals: Vec<String> = questionnaire.goals.iter().map(|goal| goal.id.clone()).collect();
    let leave: Vec<String> = questionnaire.leave.iter().map(|leave| leave.id.clone()).collect();
    let sliders: Vec<String> = questionnaire.sliders.iter().map(|slider| slider.id.clone()).collect();
    let (limits, situation): (Vec<_>, Vec<_>) = (limits.collect(), situation.collect());

    let career = || (0_u16..6).prop_map(CareerId);
    let words = || prop_oneof![Just(String::new()), Just("Ring the workshop".to_string())];
    let some = |ids: Vec<String>| proptest::collection::vec(proptest::sample::select(ids), 0..6);
    prop_oneof![
        1 => proptest::sample::select(situation),
        1 => some(goals).prop_map(Change::Goals),
        1 => some(leave).prop_map(Change::Leave),
        3 => proptest::option::of(career()).prop_map(Change::PresentJob),
        1 => (proptest::sample::select(sliders), 0_u8..7).prop_map(|(slider, position)| Change::Slider { slider, position }),
        1 => (proptest::sample::select(limits), proptest::sample::select(Strength::ALL.to_vec()))
            .prop_map(|((limit, choice), strength)| Change::Limit { limit, strength, choice }),
        3 => proptest::sample::select(Emphasis::ALL.to_vec()).prop_map(Change::Emphasis),
        1 => career().prop_map(Change::Keep),
        1 => career().prop_map(Change::LetGo),
        1 => (career(), words()).prop_map(|(career, note)| Change::Note(career, note)),
        1 => (career(), proptest::sample::select(PlanEntry::ALL.to_vec()), words())
            .prop_map(|(career, entry, says)| Change::Plan(career, entry, says)),
        1 => (career(), any::<bool>(), proptest::option::of(any::<bool>())).prop_map(|(career, done, gave_energy)| {
            Change::LookBack { career, done, look_back: LookBack { gave_energy, again: None } }
        }),
        1 => career().prop_map(Change::Opened),
    ]
}

fn begin(length: Length) -> Interview {
    Interview::new(matcher(), SessionRecord { length, ..SessionRecord::default() }, true)
}

/// The same record, opened anew.
fn opened_again(interview: &Interview) -> Interview {
    Interview::new(matcher(), interview.record().clone(), true)
}

fn carry_out(deed: &Deed, interview: &mut Interview, at: u64) {
    let answered: Vec<QuestionId> = interview.answers().iter().map(|(question, _)| question).collect();
    match deed {
        Deed::Answer(value) => {
            let value = if matches!(interview.step(), Step::Pair(_)) { *value % 3 } else { *value };
            if interview.answer(value, at).is_err() {
                interview.next();
            }
        }
        Deed::Skip => interview.skip(at),
        Deed::Next => interview.next(),
        Deed::Back => _ = interview.back(),
        Deed::Undo => _ = interview.undo(),
        Deed::ChangeAnswer(place, value) => {
            if let Some(question) = answered.get(place % answered.len().max(1)) {
                interview.change(Step::Ask(*question));
                interview.answer(*value, at).expect("a choice of the question");
            }
        }
        Deed::Say(change) => interview.apply(change.clone()),
        Deed::Stop => interview.stop(),
        Deed::Resume => _ = interview.resume(),
        Deed::SetLength(length) => interview.set_length(*length),
        Deed::ComeBack => *interview = opened_again(interview),
    }
}

/// The question that would be asked next.
fn next_question(interview: &Interview) -> Step {
    let mut on = interview.clone();
    on.resume();
    on.next();
    on.step()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn any_way_through_ends_where_a_fresh_interview_over_the_same_record_begins(
        deeds in proptest::collection::vec(deed(), 1..70),
    ) {
        let mut interview = begin(Length::Quick);
        for (deed, at) in deeds.iter().zip(1_000_u64..) {
            carry_out(deed, &mut interview, at * 9);
        }

        let fresh = opened_again(&interview);
        prop_assert_eq!(fresh.step(), interview.step(), "what is on screen");
        prop_assert_eq!(fresh.answers(), interview.answers(), "with cards, conditions and the present job");
        prop_assert_eq!(fresh.evaluate().fits, interview.evaluate().fits);
        prop_assert_eq!(fresh.assess_quality(), interview.assess_quality());
        prop_assert_eq!(next_question(&fresh), next_question(&interview));
    }
}

#[test]
fn after_an_undo_the_next_question_is_the_one_that_would_have_been_asked_without_the_answer() {
    for answers_before in [1, 3, 5] {
        let mut interview = begin(Length::Full);
        interview.next();
        for at in 0..answers_before {
            interview.answer(3, 9 * at).expect("a question");
        }
        let (asked, untouched) = (interview.step(), interview.clone());
        for value in [1, 5] {
            interview.answer(value, 100).expect("a question");
            assert!(interview.undo());
            assert_eq!(interview.step(), asked);
            let known = |of: &Interview| of.information().posterior.mean().to_vec();
            let apart = known(&interview).into_iter().zip(known(&untouched)).map(|(a, b)| (a - b).abs());
            assert!(apart.fold(0.0, f64::max) < 1e-9, "what was known before is known again");
        }
        let mut other = untouched;
        interview.answer(4, 200).expect("a question");
        other.answer(4, 200).expect("a question");
        assert_eq!(interview.step(), other.step());
    }
}

#[test]
fn going_back_while_an_answer_is_changed_gives_the_change_up() {
    let mut interview = begin(Length::Full);
    interview.next();
    let first = interview.step();
    for at in 0..6 {
        interview.answer(4, 9 * at).expect("a question");
    }
    let Step::Ask(question) = first else { panic!("a question comes first: {first:?}") };
    let left = interview.step();
    interview.change(Step::Ask(question));
    assert!(interview.back());
    let before = interview.step();
    interview.next();
    assert_ne!((before, interview.step()), (left, left), "it goes on from where it stands, and jumps nowhere");
    assert_eq!(interview.step(), first, "what was shown last comes after the one before it");
}

#[test]
fn a_pair_that_was_answered_is_not_asked_again() {
    let mut interview = begin(Length::Quick);
    while !matches!(interview.step(), Step::Pair(_)) {
        assert_ne!(interview.step(), Step::Results, "answers all alike lead to either-or questions");
        if interview.answer(3, 9).is_err() {
            interview.next();
        }
    }
    let mut pairs = 0;
    while matches!(interview.step(), Step::Pair(_)) {
        interview.answer(1, 9).expect("a pair");
        pairs += 1;
    }
    assert_eq!(pairs, matcher().dataset.questionnaire.pairs.len());

    let mut back = opened_again(&interview);
    back.resume();
    assert!(!matches!(back.step(), Step::Pair(_)), "{:?}", back.step());
    assert!(!back.open_pairs(), "none is open");
}

#[test]
fn what_is_asked_again_is_the_answer_that_the_others_lead_one_least_to_expect() {
    let matcher = matcher();
    let values = like("29-1141.00");
    let mut interview = begin(Length::Standard);
    interview.next();
    let mut odd = None;
    let again = loop {
        match interview.step() {
            Step::Again(question) => break question,
            Step::Ask(question) => {
                let usual = values[question.index()].1;
                // the fourth answer is turned round
                let number = interview.answers().iter().count();
                let value = if number == 3 { 6 - usual } else { usual };
                if number == 3 && usual != 3 {
                    odd = Some(question);
                }
                interview.answer(value, 9 * number as u64).expect("a choice");
            }
            Step::Results => panic!("nothing was asked again"),
            _ => interview.next(),
        }
    };
    let posterior = &interview.information().posterior;
    let residual = |question: QuestionId| {
        let value = interview.answers().get(question).and_then(Response::value).expect("answered");
        posterior.standardize_residual(&matcher.measurement, question, value).abs()
    };
    let part = matcher.dataset.questionnaire.question(again).part;
    let of_part: Vec<QuestionId> = interview
        .answers()
        .values()
        .map(|(question, _)| question)
        .filter(|question| matcher.dataset.questionnaire.question(*question).part == part)
        .collect();
    let early = &of_part[..of_part.len() - 4];
    assert!(early.iter().all(|question| residual(*question) <= residual(again)), "odd was {odd:?}, asked {again:?}");
}

#[test]
fn the_minutes_left_follow_the_persons_own_pace_and_a_break_is_no_thinking() {
    let paced = |seconds: u64, pause: u64| {
        let mut interview = begin(Length::Full);
        interview.next();
        for number in 0..8 {
            let at = 1_000 + number * seconds + if number >= 4 { pause } else { 0 };
            interview.answer(4, at).expect("a question");
        }
        interview.estimate_minutes_left()
    };
    assert!(paced(2, 0) < paced(8, 0), "somebody quick has less to wait");
    assert_eq!(
        paced(20, 0),
        begin(Length::Full).estimate_minutes_left(),
        "somebody slow is not told of more than was promised"
    );
    assert_eq!(paced(20, 0), paced(20, 4_000), "an hour away says nothing of the pace");
}

#[test]
fn at_the_usual_pace_the_minutes_left_fall_with_the_questions_left() {
    let mut interview = begin(Length::Full);
    interview.next();
    let promised = interview.estimate_minutes_left();
    for number in 0..12 {
        interview.answer(4, 1_000 + 8 * number).expect("a question");
    }
    let left = interview.count_left() as u64;
    assert!(left > 0 && promised > interview.estimate_minutes_left());
    assert_eq!(interview.estimate_minutes_left(), (8 * left).div_ceil(60), "{left} questions of eight seconds");
}

#[test]
fn a_pair_that_was_reworded_since_is_asked_again_and_hints_at_nothing() {
    let matcher = matcher();
    let pair = &matcher.dataset.questionnaire.pairs[0];
    let response = Response::from_choice(1).expect("a side");
    let record = |text: u64| {
        let given = AnswerEntry { question: pair.id.clone(), text, response, at: 1, again: false };
        SessionRecord { given: vec![given], ..SessionRecord::default() }
    };
    assert_eq!(record(pair.hash).pair(pair), Some(1));
    assert_eq!(record(pair.hash + 1).pair(pair), None);
    assert!(!find_hints(&matcher, &record(pair.hash)).is_empty());
    assert!(find_hints(&matcher, &record(pair.hash + 1)).is_empty());
}

#[test]
fn a_check_of_a_question_as_it_was_worded_before_contradicts_nothing() {
    let matcher = matcher();
    let question = matcher.dataset.questionnaire.question(QuestionId(0));
    let care = |text: u64| {
        let entry = |value, text, again| {
            let response = Response::from_choice(value).expect("a choice");
            AnswerEntry { question: question.id.clone(), text, response, at: 1, again }
        };
        let given = vec![entry(5, question.hash, false), entry(1, text, true)];
        Interview::new(Arc::clone(&matcher), SessionRecord { given, ..SessionRecord::default() }, true)
            .assess_quality()
            .care
    };
    assert_eq!(care(question.hash), [Care::Changed(1)]);
    assert_eq!(care(question.hash + 1), []);
}

#[test]
fn changing_a_second_answer_on_the_way_back_from_the_first_leads_to_where_the_first_began() {
    let mut interview = begin(Length::Full);
    interview.next();
    let mut steps = Vec::new();
    for at in 0..6 {
        steps.push(interview.step());
        interview.answer(4, 9 * at).expect("a question");
    }
    let left = interview.step();
    interview.change(steps[1]);
    interview.change(steps[2]);
    interview.answer(2, 99).expect("a question");
    assert_eq!(interview.step(), left);
}
