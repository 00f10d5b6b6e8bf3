//! What is asked: parts, questions, pairs, and the unscored questions around them.

use super::by_scale::ByScale;
use super::condition::Condition;
use super::goal::Goal;
use super::length::Length;
use super::limit::Limit;
use super::response::{Response, WrongAnswer};
use super::scale::ScaleId;
use super::situation::{SituationChoice, SituationQuestion};
use super::step_words::StepWords;
use serde::{Deserialize, Serialize};

/// A part's place in the questionnaire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PartId(pub u8);

impl PartId {
    /// The place, for tables by part.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// A question's place in the questionnaire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct QuestionId(pub u16);

impl QuestionId {
    /// The place, for tables by question.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// One of the choices below a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// 1–5; 0 for "never had the chance".
    pub value: u8,
    /// Words for it.
    pub label: String,
}

/// Questions that are asked together, with the same choices.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Part {
    /// Id in kebab case.
    pub id: String,
    /// The question over the whole part.
    pub title: String,
    /// How to answer, shown when the part begins.
    pub intro: String,
    /// The short question over each item.
    pub prompt: String,
    /// The choices, in the order shown.
    pub choices: Vec<Choice>,
    /// Questions asked at most, by length: quick, standard, full.
    pub quota: [usize; 3],
}

impl Part {
    /// Questions asked at most at this length.
    pub fn quota(&self, length: Length) -> usize {
        self.quota[length as usize]
    }

    /// What a value means as an answer, if it is one of the choices.
    pub fn response(&self, value: u8) -> Option<Response> {
        self.label(value).and_then(|_| Response::from_choice(value).ok())
    }

    /// The words of a value, if it is one of the choices.
    pub fn label(&self, value: u8) -> Option<&str> {
        self.choices.iter().find(|choice| choice.value == value).map(|choice| choice.label.as_str())
    }
}

/// How strongly an answer depends on a scale, in standard deviations of the answer per one of the scale.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Loading {
    /// The scale.
    pub scale: ScaleId,
    /// Between -1 and 1; negative where agreeing speaks against the scale.
    pub weight: f64,
}

/// One question that is scored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Question {
    /// Id in kebab case, the column's name in a CSV.
    pub id: String,
    /// The part it belongs to.
    pub part: PartId,
    /// What is asked.
    pub text: String,
    /// An everyday example, from school, home or a hobby.
    pub example: Option<String>,
    /// An example from working life, for whoever is past school.
    pub example_work: Option<String>,
    /// What it tells about.
    pub loads: Vec<Loading>,
    /// What people in general answer, 1–5.
    pub usual: f64,
    /// Variance of the answer that the scales do not explain, in squared answer deviations.
    pub noise: f64,
    /// Ids of the careers that are made of this activity; of a catalogue with other careers they name none.
    pub careers: Vec<String>,
    /// Hash of the text and of its part's choices, to notice an edited question.
    pub hash: u64,
    /// Hash of the text alone: what sessions kept before choices were noticed too.
    pub text_hash: u64,
}

impl Question {
    /// The example that speaks to somebody: from working life for whoever is past school, where there is one.
    pub fn example_for(&self, past_school: bool) -> Option<&str> {
        let work = self.example_work.as_ref().filter(|_| past_school);
        work.or(self.example.as_ref()).map(String::as_str)
    }

    /// Whether an answer that was kept with this hash was given to what is asked now. Of answers kept before choices were
    /// noticed only the text is known.
    pub fn is_meant_by(&self, kept: u64) -> bool {
        kept == self.hash || kept == self.text_hash
    }

    /// The scale it tells most about.
    pub fn main_scale(&self) -> Option<ScaleId> {
        self.main_loading().map(|loading| loading.scale)
    }

    fn main_loading(&self) -> Option<&Loading> {
        self.loads.iter().max_by(|a, b| a.weight.abs().total_cmp(&b.weight.abs()))
    }

    /// Whether agreeing speaks against its main scale.
    pub fn is_reversed(&self) -> bool {
        self.main_loading().is_some_and(|loading| loading.weight < 0.0)
    }
}

/// One side of an either-or pair.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PairSide {
    /// What is offered.
    pub text: String,
    /// What choosing it tells about.
    pub loads: Vec<Loading>,
}

/// An either-or question, asked when answers hardly differ.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pair {
    /// Id in kebab case.
    pub id: String,
    /// The scene.
    pub text: String,
    /// First side, value 1.
    pub a: PairSide,
    /// Second side, value 2. Neither is value 0.
    pub b: PairSide,
    /// Hash of the texts, to notice an edited pair.
    pub hash: u64,
}

/// "What should work do for you now?": five positions between a job's side and a career's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slider {
    /// Id in kebab case.
    pub id: String,
    /// Id of the distinction it belongs to.
    pub distinction: String,
    /// What is asked, as a whole sentence.
    pub text: String,
    /// The job's end, position 1.
    pub low: String,
    /// The career's end, position 5.
    pub high: String,
}

impl Slider {
    /// Positions of a slider.
    pub const POSITIONS: u8 = 5;
    /// The position of a slider that was not moved.
    pub const MIDDLE: u8 = 3;
}

/// The sentence that follows the sliders.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// Shown up to this mean of the sliders (1–5).
    pub up_to: f64,
    /// The sentence.
    pub text: String,
}

/// Item covariances learnt from other people's answers, for questionnaires that carry them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Covariance {
    /// The questions it is about.
    pub questions: Vec<QuestionId>,
    /// Row by row, in answer units squared.
    pub values: Vec<f64>,
}

/// Everything that is asked.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Questionnaire {
    /// Id, kept in sessions.
    pub id: String,
    /// Hash of all questions, kept in sessions.
    pub hash: u64,
    /// The parts, in the order they are asked.
    pub parts: Vec<Part>,
    /// All scored questions, in the file's order.
    pub questions: Vec<Question>,
    /// Either-or pairs.
    pub pairs: Vec<Pair>,
    /// "Where you are": asked first, never scored.
    pub situation: Vec<SituationQuestion>,
    /// What work should bring; up to three are chosen.
    pub goals: Vec<Goal>,
    /// What somebody who wants out wants to leave.
    pub leave: Vec<SituationChoice>,
    /// The sliders.
    pub sliders: Vec<Slider>,
    /// The sentences after the sliders, lowest first.
    pub outcomes: Vec<Outcome>,
    /// What a person must or would rather have.
    pub limits: Vec<Limit>,
    /// Words around the questions.
    pub words: StepWords,
    /// Whether nothing on a job and a career stands beside the questions.
    pub alone: bool,
    /// How much training somebody is ready for and how they like to work: evidence of its own.
    pub conditions: Vec<Condition>,
    /// Conditions asked at most, by length: quick, standard, full.
    pub condition_quota: [usize; 3],
    /// Career cards shown, by length.
    pub card_quota: [usize; 3],
    /// Learnt item covariances, if any.
    pub covariance: Option<Covariance>,
}

impl Questionnaire {
    /// Whether every length asks the same, so that there is nothing to choose.
    pub fn has_one_length(&self) -> bool {
        let asks = |length: Length| {
            let of = |id: PartId| self.part(id).quota(length).min(self.in_part(id).count());
            let parts: Vec<usize> = self.part_ids().map(of).collect();
            (parts, self.condition_quota[length as usize].min(self.conditions.len()), self.card_quota[length as usize])
        };
        Length::ALL.windows(2).all(|two| asks(two[0]) == asks(two[1]))
    }

    /// By scale, how many of these questions speak of it.
    pub fn count_about(&self, questions: impl Iterator<Item = QuestionId>) -> ByScale<usize> {
        let mut about = ByScale::from_value(0);
        for load in questions.flat_map(|question| &self.question(question).loads) {
            about[load.scale] += 1;
        }
        about
    }

    /// One question.
    pub fn question(&self, id: QuestionId) -> &Question {
        &self.questions[id.index()]
    }

    /// The question with this id as written in files.
    pub fn find(&self, id: &str) -> Option<QuestionId> {
        self.iter().find(|(_, question)| question.id == id).map(|(place, _)| place)
    }

    /// What a value means as an answer to a question.
    ///
    /// # Errors
    /// [`WrongAnswer::NoSuchChoice`] where the value is none of its choices.
    pub fn response(&self, id: QuestionId, value: u8) -> Result<Response, WrongAnswer> {
        let part = self.part_of(id);
        part.response(value).ok_or_else(|| {
            let mut choices: Vec<u8> = part.choices.iter().map(|choice| choice.value).collect();
            choices.sort_unstable();
            WrongAnswer::NoSuchChoice { question: self.question(id).id.clone(), value, choices }
        })
    }

    /// One part.
    pub fn part(&self, id: PartId) -> &Part {
        &self.parts[id.index()]
    }

    /// The part a question belongs to.
    pub fn part_of(&self, id: QuestionId) -> &Part {
        self.part(self.question(id).part)
    }

    /// All parts with their places.
    pub fn part_ids(&self) -> impl Iterator<Item = PartId> + use<> {
        (0..u8::MAX).map(PartId).take(self.parts.len())
    }

    /// All questions with their places.
    pub fn iter(&self) -> impl Iterator<Item = (QuestionId, &Question)> {
        (0..u16::MAX).map(QuestionId).zip(&self.questions)
    }

    /// The questions of one part.
    pub fn in_part(&self, part: PartId) -> impl Iterator<Item = (QuestionId, &Question)> {
        self.iter().filter(move |(_, question)| question.part == part)
    }
}
