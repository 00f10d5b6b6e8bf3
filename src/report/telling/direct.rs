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
    /// Where it comes from.
    pub source: Source,
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

/// What speaks for this career, and what against it; and the points of what gets no line.
pub fn split_direct(dataset: &Dataset, here: CareerId, found: &Reasons) -> ([Vec<DirectLine>; 2], Unsaid) {
    let (mut sides, mut unsaid) = ([Vec::new(), Vec::new()], Unsaid::default());
    for &(source, points) in &found.direct {
        if points.abs() < MIN_POINTS {
            unsaid.small += points;
            continue;
        }
        match describe_source(dataset, here, source, points > 0.0) {
            Some((words, short)) => {
                sides[usize::from(points < 0.0)].push(DirectLine { words, short, points, source });
            }
            None => unsaid.turned += points,
        }
    }
    (sides, unsaid)
}

/// The sentence and a few words for it, where the answer points the same way.
fn describe_source(dataset: &Dataset, here: CareerId, source: Source, speaks_for: bool) -> Option<(String, String)> {
    match source {
        Source::Activity { question, value } => describe_activity(dataset, question, value, speaks_for),
        Source::Card { career, reaction } => describe_card(dataset, here, (career, reaction), speaks_for),
        Source::Condition { place, choice } => describe_condition(dataset, place, choice, speaks_for),
    }
}

/// What was said to a card of this career or one like it.
fn describe_card(
    dataset: &Dataset,
    here: CareerId,
    (career, said): (CareerId, Reaction),
    speaks_for: bool,
) -> Option<(String, String)> {
    let (choice, agrees) = match said {
        Reaction::ForMe => ("For me", speaks_for),
        Reaction::NotForMe(_) => ("Not for me", !speaks_for),
        _ => return None,
    };

    if career == here {
        return Some((format!("You said \"{choice}\" to this career."), format!("you said \"{choice}\" to it")));
    }
    let said = format!("ou said \"{choice}\" to {}", dataset.catalogue.get(career).title);
    let why = if agrees { "which is like this one" } else { "which is another kind of work" };
    Some((format!("Y{said}, {why}."), format!("y{said}")))
}

/// What was said on training or on how one likes to work.
fn describe_condition(dataset: &Dataset, place: usize, choice: usize, speaks_for: bool) -> Option<(String, String)> {
    let asked = dataset.questionnaire.conditions.get(place)?;
    let chosen = asked.choices.get(choice)?;

    if let Wish::AtMost(_) = chosen.says {
        let words = format!("It takes more training than you are ready for: you said \"{}\".", chosen.label);
        return (!speaks_for).then_some((words, "more training than you want".to_string()));
    }

    let side = if speaks_for { "is so" } else { "is not so" };
    let words = format!("\"{}\" You said \"{}\", and here it {side}.", asked.text, chosen.label);
    Some((words, format!("\"{}\": {}", asked.text, chosen.label)))
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
    fn a_card_of_another_career_says_why_it_counts_here() {
        let data = load_shipped().expect("the shipped data");
        let find = |id| data.catalogue.find(id).expect("a shipped career");
        let (leader, nurse) = (find("45-1011.00"), find("29-1141.00"));
        let told = |here, said, speaks_for| describe_card(&data, here, (leader, said), speaks_for).expect("it is told");

        let (words, short) = told(nurse, Reaction::ForMe, true);
        assert_eq!(short, "you said \"For me\" to Farm, Fishery or Forestry Crew Leader");
        assert_eq!(words, format!("{}, which is like this one.", short.replacen('y', "Y", 1)));
        assert!(told(nurse, Reaction::ForMe, false).0.ends_with(", which is another kind of work."));
        assert!(told(nurse, Reaction::NotForMe(None), false).0.ends_with(", which is like this one."));

        let own = told(leader, Reaction::ForMe, true);
        assert_eq!(own, ("You said \"For me\" to this career.".into(), "you said \"For me\" to it".into()));
    }

    #[test]
    fn a_condition_in_a_few_words_says_what_was_asked() {
        let data = load_shipped().expect("the shipped data");
        let conditions = &data.questionnaire.conditions;
        let place = conditions.iter().position(|one| one.id == "standing").expect("it is asked");
        let (_, short) = describe_condition(&data, place, 0, false).expect("it is told");
        assert_eq!(short, "\"Would you rather sit or stand at work?\": Mostly sit");
    }
}
