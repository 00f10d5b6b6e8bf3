//! What speaks for a career or against it by itself, in words: an activity that it is made of, cards, conditions.

use crate::fit::Reasons;
use crate::model::condition::Wish;
use crate::model::{CareerId, Dataset, QuestionId, Reaction, Source};

/// One line on what speaks for a career by itself, or against it, and its points.
pub struct DirectLine {
    /// The sentence.
    pub words: String,
    /// The same in a few words.
    pub short: String,
    /// Points of the fit it adds, or takes.
    pub points: f64,
    /// Activities before cards, cards before conditions.
    rank: u8,
}

/// Points of what gets no line.
#[derive(Clone, Copy, Debug, Default)]
pub struct Unsaid {
    /// Of answers that speak another way than they seem to alone, such as one in the middle.
    pub turned: f64,
    /// Of what is too little for a line.
    pub small: f64,
}

/// Points under which a card or a condition is not worth a line.
const MIN_POINTS: f64 = 0.3;

const fn rank_source(source: Source) -> u8 {
    match source {
        Source::Activity { .. } => 0,
        Source::Card { .. } => 1,
        Source::Condition { .. } => 2,
    }
}

/// What speaks for it, and what against it; and the points of what gets no line.
pub fn split_direct(dataset: &Dataset, found: &Reasons) -> ([Vec<DirectLine>; 2], Unsaid) {
    let (mut sides, mut unsaid) = ([Vec::new(), Vec::new()], Unsaid::default());
    for (source, points) in &found.direct {
        match describe_source(dataset, *source, *points > 0.0) {
            Some((words, short)) => {
                sides[usize::from(*points < 0.0)].push(DirectLine {
                    words,
                    short,
                    points: *points,
                    rank: rank_source(*source),
                });
            }
            None if points.abs() >= MIN_POINTS => unsaid.turned += points,
            None => unsaid.small += points,
        }
    }

    for side in &mut sides {
        side.sort_by(|a, b| a.rank.cmp(&b.rank).then(b.points.abs().total_cmp(&a.points.abs())));
        side.retain(|line| {
            let worth = line.points.abs() >= MIN_POINTS;
            unsaid.small += if worth { 0.0 } else { line.points };
            worth
        });
    }
    (sides, unsaid)
}

/// The sentence and a few words for it, where the answer points the same way.
fn describe_source(dataset: &Dataset, source: Source, speaks_for: bool) -> Option<(String, String)> {
    match source {
        Source::Activity { question, value } => describe_activity(dataset, question, value, speaks_for),
        Source::Card { career, reaction } => describe_card(dataset, career, reaction, speaks_for),
        Source::Condition { place, choice } => describe_condition(dataset, place, choice, speaks_for),
    }
}

/// What was said to a card of this career or one like it.
fn describe_card(dataset: &Dataset, career: CareerId, said: Reaction, speaks_for: bool) -> Option<(String, String)> {
    let (choice, agrees) = match said {
        Reaction::ForMe => ("For me", speaks_for),
        Reaction::NotForMe(_) => ("Not for me", !speaks_for),
        _ => return None,
    };

    let said = format!("ou said \"{choice}\" to {}", dataset.catalogue.get(career).title);
    let another = if agrees { "" } else { ", which is another kind of work" };
    Some((format!("Y{said}{another}."), format!("y{said}")))
}

/// What was said on training or on how one likes to work.
fn describe_condition(dataset: &Dataset, place: usize, choice: usize, speaks_for: bool) -> Option<(String, String)> {
    let asked = dataset.questionnaire.conditions.get(place)?;
    let chosen = asked.choices.get(choice)?;

    if let Wish::AtMost(_) = chosen.says {
        let most = dataset.matching.training_loss;
        let words = format!(
            "It takes more training than you are ready for (\"{}\"); that can take {most:.1} points at most.",
            chosen.label
        );
        return (!speaks_for).then_some((words, "more training than you want".to_string()));
    }

    let side = if speaks_for { "is so" } else { "is not so" };
    let words = format!("\"{}\" You said \"{}\", and here it {side}.", asked.text, chosen.label);
    Some((words, chosen.label.clone()))
}

/// A loved activity that the work is made of, or one that somebody would not enjoy.
fn describe_activity(dataset: &Dataset, question: QuestionId, value: u8, speaks_for: bool) -> Option<(String, String)> {
    let says = match (value, speaks_for) {
        (5, true) => "You would love to do what this work is made of",
        (4, true) => "You would enjoy what this work is made of",
        (1 | 2, false) => "You would not enjoy what this work is made of",
        _ => return None,
    };
    let activity = format!("\"{}\"", dataset.questionnaire.question(question).text);
    Some((format!("{says}: {activity}."), activity))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped::load_shipped;

    #[test]
    fn a_few_words_on_a_card_say_what_was_said_to_it() {
        let data = load_shipped().expect("the shipped data");
        let career = data.catalogue.find("45-1011.00").expect("a shipped career");
        let told = |said, speaks_for| describe_card(&data, career, said, speaks_for).expect("it is told");

        let (words, short) = told(Reaction::ForMe, true);
        assert_eq!(short, "you said \"For me\" to Farm, Fishery or Forestry Crew Leader");
        assert_eq!(words, format!("{}.", short.replacen('y', "Y", 1)));
        assert!(told(Reaction::ForMe, false).0.ends_with(", which is another kind of work."));
    }
}
