//! The map of areas: enjoying against being good at, over the twelve fields of activity.

use super::matcher::Matcher;
use super::outcome::Outcome;
use crate::model::{Answers, Area, QuestionId, Response, ScaleId};

/// The middle of the choices.
const MIDDLE_CHOICE: f64 = 3.0;
/// So near the middle an axis says nothing.
const UNDECIDED: f64 = 0.15;
/// The choices of an answer.
const CHOICES: (f64, f64) = (1.0, 5.0);

/// What an area's two axes say together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Advice {
    /// Enjoyed and done well.
    DoMore,
    /// Enjoyed, not done well yet.
    Learn,
    /// Done well, not enjoyed.
    RatherNot,
    /// Neither.
    Leave,
    /// Enjoyed, and it is open how well it is done.
    TryIt,
    /// Neither enjoyed nor disliked, so that nothing follows from it.
    Open,
}

impl Advice {
    /// What the place on the map says.
    pub const fn words(self) -> &'static str {
        match self {
            Self::DoMore => "do more of this",
            Self::Learn => "worth learning",
            Self::RatherNot => "good at it, not keen",
            Self::Leave => "leave it",
            Self::TryIt => "try it",
            Self::Open => "in the middle",
        }
    }
}

/// Where a person stands on one axis of the map: the mean over its questions of the answer given, or else of the answer
/// that the others lead to expect.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    /// 1 to 5.
    pub value: f64,
    /// How far it may be off: one standard deviation, nothing where every question was answered.
    pub sd: f64,
    /// How many of its questions were answered.
    pub answered: usize,
}

impl Axis {
    /// Whether the estimate lies clearly on one side of the middle.
    pub fn is_sure(self) -> bool {
        (self.value - MIDDLE_CHOICE).abs() > self.sd
    }
}

/// One area of one person.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaView {
    /// Place among [`crate::model::Scales::areas`].
    pub area: usize,
    /// How much its activities are enjoyed.
    pub enjoy: Axis,
    /// How well what it takes is done.
    pub good_at: Axis,
    /// What they say together.
    pub advice: Advice,
}

impl AreaView {
    /// Whether both axes say so clearly.
    pub fn is_sure(&self) -> bool {
        self.enjoy.is_sure() && self.good_at.is_sure()
    }
}

/// The areas in the table's order; those of which the questionnaire asks nothing on one side have no place on the map.
pub fn map_areas(matcher: &Matcher, outcome: &Outcome, answers: &Answers) -> Vec<AreaView> {
    let all = matcher.dataset.scales.areas.iter().enumerate();
    all.filter_map(|(at, area)| build_view(at, area, matcher, outcome, answers)).collect()
}

fn build_view(at: usize, area: &Area, matcher: &Matcher, outcome: &Outcome, answers: &Answers) -> Option<AreaView> {
    let questionnaire = &matcher.dataset.questionnaire;
    let activities: Vec<QuestionId> = area.activities.iter().filter_map(|id| questionnaire.find(id)).collect();
    let needs = |scale: ScaleId| area.skills.contains(&scale);
    let skills = questionnaire.iter().filter(|(_, question)| question.main_scale().is_some_and(needs));
    let skills: Vec<QuestionId> = skills.map(|(id, _)| id).collect();

    let untried = skills.iter().any(|question| answers.get(*question) == Some(Response::Untried));
    let axis = |questions: &[QuestionId]| measure_axis(questions, matcher, outcome, answers);
    let (enjoy, good_at) = (axis(&activities)?, axis(&skills)?);
    Some(AreaView { area: at, enjoy, good_at, advice: choose_advice(enjoy, good_at, untried) })
}

/// One axis by its questions; nothing where there are none.
fn measure_axis(questions: &[QuestionId], matcher: &Matcher, outcome: &Outcome, answers: &Answers) -> Option<Axis> {
    let mut axis = Axis { value: 0.0, sd: 0.0, answered: 0 };
    for question in questions {
        let (value, sd) = match answers.get(*question).and_then(Response::value) {
            Some(value) => {
                axis.answered += 1;
                (f64::from(value), 0.0)
            }
            None => outcome.information.posterior.forecast_answer(&matcher.measurement, *question),
        };
        // what is expected may lie beyond the choices
        axis.value += value.clamp(CHOICES.0, CHOICES.1);
        axis.sd += sd;
    }

    let count = questions.len() as f64;
    let mean = Axis { value: axis.value / count, sd: axis.sd / count, answered: axis.answered };
    (!questions.is_empty()).then_some(mean)
}

fn choose_advice(enjoy: Axis, good_at: Axis, untried: bool) -> Advice {
    let side = |axis: Axis| (axis.value - MIDDLE_CHOICE).abs() >= UNDECIDED;
    let (likes, can) = (enjoy.value > MIDDLE_CHOICE, good_at.value > MIDDLE_CHOICE);
    // never having had the chance says nothing of how well it would be done
    let open = !side(good_at) || untried && good_at.answered == 0;

    match (side(enjoy), likes, can) {
        (false, ..) => Advice::Open,
        (_, true, _) if open => Advice::TryIt,
        (_, true, true) => Advice::DoMore,
        (_, true, false) => Advice::Learn,
        (_, false, true) if !open => Advice::RatherNot,
        (_, false, _) => Advice::Leave,
    }
}
