//! What the engine's tests share: the shipped data, and people made of answers.

use careerfit::content::shipped::load_shipped;
use careerfit::fit::{Matcher, Outcome};
use careerfit::model::{Answers, Emphasis, QuestionId, Rating, Response};
use std::sync::{Arc, OnceLock};

/// The shipped data, prepared once for all tests of a binary.
pub fn matcher() -> Arc<Matcher> {
    static MATCHER: OnceLock<Arc<Matcher>> = OnceLock::new();
    MATCHER.get_or_init(|| Arc::new(Matcher::new(load_shipped().expect("the shipped data is whole")))).clone()
}

/// Answers by question, 1–5; 0 is "never had the chance", 9 a skip.
pub fn answers(values: impl IntoIterator<Item = (usize, u8)>) -> Answers {
    let response = |value| if value == 9 { Response::Skipped } else { Response::from_choice(value).expect("a choice") };
    values
        .into_iter()
        .map(|(question, value)| (QuestionId(u16::try_from(question).expect("a question")), response(value)))
        .collect()
}

/// What a person exactly like a career answers, in the questionnaire's order.
pub fn like(career: &str) -> Vec<(usize, u8)> {
    let matcher = matcher();
    let place = matcher.dataset.catalogue.find(career).expect("a shipped career");
    let plain = matcher.standardize(place);
    let answer = |question: &careerfit::model::Question| {
        let off: f64 = question.loads.iter().map(|load| load.weight * plain[load.scale]).sum();
        Rating::nearest(question.usual + off / matcher.measurement.step()).get()
    };
    matcher.dataset.questionnaire.questions.iter().map(answer).enumerate().collect()
}

/// What the answers say, with no emphasis.
pub fn outcome(answers: &Answers) -> Outcome {
    matcher().evaluate(answers, Emphasis::Balanced)
}
