//! One thing that is asked, ready to be said.

use crate::interview::{Interview, Step};
use crate::model::{QuestionId, Questionnaire, Statement};

/// Goals chosen at most.
const GOALS: usize = 3;

/// One thing that is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prompt {
    /// Id of the question, pair, slider or statement, or `goals` or `leave`.
    pub id: String,
    /// Id of the part, or `situation`, `goals`, `leave`, `pairs` or `sliders`.
    pub part: String,
    /// Title of the part.
    pub title: String,
    /// The question over the text, where the text is none.
    pub over: Option<String>,
    /// What is asked.
    pub text: String,
    /// An everyday example.
    pub example: Option<String>,
    /// Values and their words; none where the answer is found by search.
    pub choices: Vec<(u8, String)>,
    /// The prompt's number within its part, from 1.
    pub number: usize,
    /// Prompts of the part at most.
    pub of: usize,
    /// Whether it is asked a second time, to check.
    pub again: bool,
    /// The answer given before.
    pub before: Option<u8>,
}

impl Prompt {
    /// What is asked at the interview's step; `slot` says which of several things on it. Nothing at turns and results.
    pub(super) fn at(interview: &Interview, slot: usize) -> Option<Self> {
        let questionnaire = &interview.matcher().kit.questionnaire;
        match interview.step() {
            Step::Situation(place) => Some(situation(interview, place)),
            step @ (Step::Goals | Step::Leave) => Some(several(questionnaire, step, slot)),
            Step::Ask(question) => Some(asked(interview, question, false)),
            Step::Again(question) => Some(asked(interview, question, true)),
            Step::Pair(place) => Some(pair(questionnaire, place)),
            Step::Sliders => slider(interview, slot),
            Step::Turn(_) | Step::Results => None,
        }
    }
}

/// What several can be chosen of at a step, and how many: goals, or what to leave.
pub(super) fn list(questionnaire: &Questionnaire, step: Step) -> (&[Statement], usize) {
    if step == Step::Goals {
        (&questionnaire.goals, GOALS.min(questionnaire.goals.len()))
    } else {
        (&questionnaire.leave, questionnaire.leave.len())
    }
}

fn asked(interview: &Interview, id: QuestionId, again: bool) -> Prompt {
    let questionnaire = &interview.matcher().kit.questionnaire;
    let (question, part) = (questionnaire.question(id), questionnaire.part_of(id));
    let progress = interview.progress(question.part);
    Prompt {
        id: question.id.clone(),
        part: part.id.clone(),
        title: part.title.clone(),
        over: Some(part.prompt.clone()),
        text: question.text.clone(),
        example: question.example.clone(),
        choices: part.choices.iter().map(|choice| (choice.value, choice.label.clone())).collect(),
        number: progress.number,
        of: progress.of,
        again,
        before: interview.answers().get(id).and_then(crate::model::Response::value),
    }
}

fn situation(interview: &Interview, place: usize) -> Prompt {
    let all = &interview.matcher().kit.questionnaire.situation;
    let asked = &all[place];
    let chosen = interview.record().situation.get(&asked.id);
    let before = asked.choices.iter().zip(1..).find(|((id, _), _)| Some(id) == chosen).map(|(_, value)| value);
    Prompt {
        id: asked.id.clone(),
        part: "situation".to_string(),
        title: "Where you are".to_string(),
        text: asked.text.clone(),
        choices: asked.choices.iter().zip(1..).map(|((_, label), value)| (value, label.clone())).collect(),
        number: place + 1,
        of: all.len(),
        before,
        ..Prompt::default()
    }
}

fn several(questionnaire: &Questionnaire, step: Step, chosen: usize) -> Prompt {
    let (list, most) = list(questionnaire, step);
    let (id, title, text) = match step {
        Step::Goals => ("goals", "What matters to you", "What should work bring you? Choose up to three."),
        _ => ("leave", "What you want to leave", "What do you want to leave? Choose all that is true."),
    };
    Prompt {
        id: id.to_string(),
        part: id.to_string(),
        title: title.to_string(),
        text: text.to_string(),
        choices: list.iter().zip(1..).map(|(statement, value)| (value, statement.text.clone())).collect(),
        number: chosen + 1,
        of: most,
        ..Prompt::default()
    }
}

fn pair(questionnaire: &Questionnaire, place: usize) -> Prompt {
    let pair = &questionnaire.pairs[place];
    let choices = vec![(1, pair.a.text.clone()), (2, pair.b.text.clone()), (0, "neither".to_string())];
    Prompt {
        id: pair.id.clone(),
        part: "pairs".to_string(),
        title: "Either or".to_string(),
        text: pair.text.clone(),
        choices,
        number: place + 1,
        of: questionnaire.pairs.len(),
        ..Prompt::default()
    }
}

fn slider(interview: &Interview, place: usize) -> Option<Prompt> {
    let all = &interview.matcher().kit.questionnaire.sliders;
    let slider = all.get(place)?;
    let words = [&slider.low, "rather the first", "both alike", "rather the second", &slider.high];
    Some(Prompt {
        id: slider.id.clone(),
        part: "sliders".to_string(),
        title: "What should work do for you now?".to_string(),
        text: format!("It should {}, or it should {}?", slider.low, slider.high),
        choices: words.into_iter().zip(1..).map(|(label, value)| (value, label.to_string())).collect(),
        number: place + 1,
        of: all.len(),
        before: interview.record().sliders.get(&slider.id).copied(),
        ..Prompt::default()
    })
}
