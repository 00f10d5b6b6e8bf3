//! A person's own answers, quoted in the words of the question and of the choice.

use crate::model::{Questionnaire, Quote};

/// Answers of the person's own as a sentence; nothing where there are none.
pub fn quote_answers(questionnaire: &Questionnaire, quotes: impl IntoIterator<Item = Quote>) -> String {
    let quoted: Vec<String> = quotes.into_iter().map(|quote| quote_answer(questionnaire, quote)).collect();
    if quoted.is_empty() { String::new() } else { format!("You answered {}.", quoted.join("; ")) }
}

/// The same of one answer with only the first words of its question, so that the answer stands whole in a short line.
pub fn quote_in_short(questionnaire: &Questionnaire, Quote { question, value }: Quote, words: usize) -> String {
    let label = questionnaire.part_of(question).label(value).unwrap_or_default();
    let first: Vec<&str> = questionnaire.question(question).text.split_whitespace().take(words).collect();
    format!("You answered \"{}…\": {label}.", first.join(" "))
}

fn quote_answer(questionnaire: &Questionnaire, Quote { question, value }: Quote) -> String {
    let label = questionnaire.part_of(question).label(value).unwrap_or_default();
    format!("\"{}\": {label}", questionnaire.question(question).text.trim_end_matches('.'))
}
