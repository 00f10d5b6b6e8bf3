//! The map of areas: enjoying against being good at, over the twelve fields of activity.

use crate::model::{Answers, Area, Questionnaire, Response, ScaleId, Scales};

/// Answers an axis needs before it says anything.
const LEAST: usize = 2;
/// The middle of the choices.
const MIDDLE: f64 = 3.0;

/// What an area's two axes say together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advice {
    /// Enjoyed and done well.
    DoMore,
    /// Enjoyed, not done well yet.
    Learn,
    /// Done well, not enjoyed.
    RatherNot,
    /// Neither.
    Leave,
    /// Enjoyed, and the skills were never tried.
    TryIt,
    /// Too few answers.
    Open,
}

impl Advice {
    /// What the place on the map says.
    pub const fn words(self) -> &'static str {
        match self {
            Self::DoMore => "do more",
            Self::Learn => "learn",
            Self::RatherNot => "can, not keen",
            Self::Leave => "leave",
            Self::TryIt => "try it",
            Self::Open => "too few answers",
        }
    }
}

/// One area of one person.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaView {
    /// Place among [`Scales::areas`].
    pub area: usize,
    /// Mean answer 1–5 to its activities, from two answers on.
    pub enjoy: Option<f64>,
    /// Mean answer 1–5 to its skills, from two answers on.
    pub good_at: Option<f64>,
    /// What they say together.
    pub advice: Advice,
}

/// All areas in the table's order.
pub fn areas(scales: &Scales, questionnaire: &Questionnaire, answers: &Answers) -> Vec<AreaView> {
    scales.areas.iter().enumerate().map(|(at, area)| view(at, area, questionnaire, answers)).collect()
}

fn view(at: usize, area: &Area, questionnaire: &Questionnaire, answers: &Answers) -> AreaView {
    let activities: Vec<Response> =
        area.activities.iter().filter_map(|id| answers.get(questionnaire.find(id)?)).collect();
    let skills: Vec<Response> = answers
        .iter()
        .filter(|(question, _)| {
            let scale = questionnaire.question(*question).main_scale();
            scale.is_some_and(|scale: ScaleId| area.skills.contains(&scale))
        })
        .map(|(_, response)| response)
        .collect();
    let (enjoy, good_at) = (mean(&activities), mean(&skills));
    let untried = skills.iter().filter(|response| **response == Response::Untried).count();
    let advice = match (enjoy.map(|value| value > MIDDLE), good_at.map(|value| value >= MIDDLE)) {
        (Some(true), Some(true)) => Advice::DoMore,
        (Some(true), Some(false)) => Advice::Learn,
        (Some(false), Some(true)) => Advice::RatherNot,
        (Some(false), Some(false)) => Advice::Leave,
        (Some(true), None) if untried > 0 => Advice::TryIt,
        _ => Advice::Open,
    };
    AreaView { area: at, enjoy, good_at, advice }
}

fn mean(responses: &[Response]) -> Option<f64> {
    let values: Vec<f64> = responses.iter().filter_map(|response| response.value()).map(f64::from).collect();
    (values.len() >= LEAST).then(|| values.iter().sum::<f64>() / values.len() as f64)
}
