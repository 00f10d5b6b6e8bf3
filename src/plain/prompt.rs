//! One thing that is asked, ready to be said.

use crate::interview::{Interview, Step};
use crate::model::{CareerId, MAX_GOALS, QuestionId, Questionnaire, Reaction, Response, SituationRole};
use crate::report::telling;

/// How a prompt is answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// By one of the choices.
    #[default]
    One,
    /// By several of the choices, as many as the prompt allows.
    Several,
    /// By a career, looked up by its id or by words.
    Career,
    /// By what the person says to a career that is shown.
    Card,
}

/// One thing that is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prompt {
    /// How it is answered.
    pub kind: Kind,
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
    /// Whether it is one of the scored questions, whose choices are those of the whole part.
    pub is_scored: bool,
    /// Whether it is asked a second time, to check.
    pub again: bool,
    /// The answer given before.
    pub before: Option<u8>,
    /// What is chosen already, where several can be.
    pub chosen: Vec<u8>,
}

impl Prompt {
    /// What is asked at the interview's step; `slot` says which of several things on it. Nothing at turns and results.
    pub(super) fn at(interview: &Interview, slot: usize) -> Option<Self> {
        let questionnaire = &interview.matcher().dataset.questionnaire;
        match interview.step() {
            Step::Situation(place) => Some(ask_situation(interview, place)),
            step @ (Step::Goals | Step::Leave) => Some(ask_several(interview, step, slot)),
            Step::Ask(question) => Some(ask_question(interview, question, false)),
            Step::Again(question) => Some(ask_question(interview, question, true)),
            Step::Pair(place) => Some(ask_pair(questionnaire, place)),
            Step::Card(career) => Some(ask_card(interview, career)),
            Step::Condition(place) => Some(ask_condition(interview, place)),
            Step::Sliders => ask_slider(interview, slot),
            Step::Turn(_) | Step::Results => None,
        }
    }
}

/// Ids and words of what several can be chosen of at a step, and how many: goals, or what to leave.
pub(super) fn list_choices(questionnaire: &Questionnaire, step: Step) -> (Vec<(&str, &str)>, usize) {
    if step == Step::Goals {
        let goals = questionnaire.goals.iter().map(|goal| (goal.id.as_str(), goal.text.as_str()));
        (goals.collect(), MAX_GOALS.min(questionnaire.goals.len()))
    } else {
        let leave = questionnaire.leave.iter().map(|leave| (leave.id.as_str(), leave.label.as_str()));
        (leave.collect(), questionnaire.leave.len())
    }
}

fn ask_question(interview: &Interview, id: QuestionId, again: bool) -> Prompt {
    let questionnaire = &interview.matcher().dataset.questionnaire;
    let (question, part) = (questionnaire.question(id), questionnaire.part_of(id));
    let progress = interview.measure_progress(question.part);

    Prompt {
        id: question.id.clone(),
        part: part.id.clone(),
        title: part.title.clone(),
        over: Some(part.prompt.clone()),
        text: question.text.clone(),
        example: question.example_for(interview.says(SituationRole::PastSchool)).map(str::to_string),
        choices: part.choices.iter().map(|choice| (choice.value, choice.label.clone())).collect(),
        number: progress.number,
        of: progress.of,
        is_scored: true,
        again,
        // whoever sees the first answer only repeats it, which checks nothing
        before: interview.answers().get(id).filter(|_| !again).and_then(Response::value),
        ..Prompt::default()
    }
}

fn ask_situation(interview: &Interview, place: usize) -> Prompt {
    let dataset = &interview.matcher().dataset;
    let all = &dataset.questionnaire.situation;
    let asked = &all[place];
    let chosen = interview.record().situation.get(&asked.id);
    let before = asked.choices.iter().zip(1..).find(|(choice, _)| Some(&choice.id) == chosen).map(|(_, value)| value);

    Prompt {
        kind: if asked.choices.is_empty() { Kind::Career } else { Kind::One },
        id: asked.id.clone(),
        part: "situation".to_string(),
        title: dataset.questionnaire.words.situation.clone(),
        text: asked.text.clone(),
        choices: asked.choices.iter().zip(1..).map(|(choice, value)| (value, choice.label.clone())).collect(),
        number: place + 1,
        of: all.len(),
        before,
        ..Prompt::default()
    }
}

fn ask_several(interview: &Interview, step: Step, slot: usize) -> Prompt {
    let (list, most) = list_choices(&interview.matcher().dataset.questionnaire, step);
    let record = interview.record();
    let kept = if step == Step::Goals { &record.goals } else { &record.leave };
    let place = |id: &String| list.iter().zip(1..).find(|((of, _), _)| of == id).map(|(_, value)| value);
    let chosen: Vec<u8> = kept.iter().take(slot).filter_map(place).collect();

    let words = &interview.matcher().dataset.questionnaire.words;
    let (id, title, text) = match step {
        Step::Goals => ("goals", &words.goals, &words.goals_ask),
        _ => ("leave", &words.leave, &words.leave_ask),
    };

    Prompt {
        kind: Kind::Several,
        id: id.to_string(),
        part: id.to_string(),
        title: title.clone(),
        text: text.clone(),
        choices: list.iter().zip(1..).map(|((_, label), value)| (value, (*label).to_string())).collect(),
        number: slot + 1,
        of: most,
        chosen,
        ..Prompt::default()
    }
}

fn ask_card(interview: &Interview, career: CareerId) -> Prompt {
    let catalogue = &interview.matcher().dataset.catalogue;
    let id = &catalogue.get(career).id;
    let before = interview.record().reaction(id).and_then(Reaction::value);
    // a career that has its answer is among those seen already
    let number = interview.cards_seen() + usize::from(before.is_none());

    Prompt {
        kind: Kind::Card,
        id: format!("card:{id}"),
        part: "cards".to_string(),
        title: telling::CARD_TITLE.to_string(),
        over: Some(telling::CARD_PROMPT.to_string()),
        text: telling::describe_card(catalogue, career),
        choices: Reaction::CHOICES
            .into_iter()
            .map(telling::describe_reaction)
            .map(str::to_string)
            .zip(1..)
            .map(|(l, v)| (v, l))
            .collect(),
        number,
        of: interview.card_quota().max(number),
        before,
        ..Prompt::default()
    }
}

fn ask_condition(interview: &Interview, place: usize) -> Prompt {
    let asked = &interview.matcher().dataset.questionnaire.conditions[place];
    let before = interview.record().conditions.get(&asked.id);
    let number = interview.conditions_seen() + usize::from(before.is_none());
    let before = before.and_then(|said| asked.find_chosen(said)).and_then(|choice| u8::try_from(choice + 1).ok());

    Prompt {
        id: asked.column(),
        part: "conditions".to_string(),
        title: telling::CONDITION_TITLE.to_string(),
        text: asked.text.clone(),
        choices: asked.choices.iter().zip(1..).map(|(choice, value)| (value, choice.label.clone())).collect(),
        number,
        of: interview.condition_quota().max(number),
        before,
        ..Prompt::default()
    }
}

fn ask_pair(questionnaire: &Questionnaire, place: usize) -> Prompt {
    let pair = &questionnaire.pairs[place];
    let choices = vec![(1, pair.a.text.clone()), (2, pair.b.text.clone()), (0, questionnaire.words.neither.clone())];

    Prompt {
        id: pair.id.clone(),
        part: "pairs".to_string(),
        title: questionnaire.words.pairs.clone(),
        text: pair.text.clone(),
        choices,
        number: place + 1,
        of: questionnaire.pairs.len(),
        ..Prompt::default()
    }
}

fn ask_slider(interview: &Interview, place: usize) -> Option<Prompt> {
    let questionnaire = &interview.matcher().dataset.questionnaire;
    let (all, words) = (&questionnaire.sliders, &questionnaire.words);
    let slider = all.get(place)?;
    let choices = [&slider.low, &words.rather_low, &words.alike, &words.rather_high, &slider.high];

    Some(Prompt {
        id: slider.id.clone(),
        part: "sliders".to_string(),
        title: words.sliders.clone(),
        text: slider.text.clone(),
        choices: choices.into_iter().zip(1..).map(|(label, value)| (value, label.clone())).collect(),
        number: place + 1,
        of: all.len(),
        before: interview.record().sliders.get(&slider.id).copied(),
        ..Prompt::default()
    })
}
