//! Career cards and conditions in words.

use crate::interview::ListChange;
use crate::model::{CareerId, Catalogue, Condition, ConditionAnswer, Objection, Reaction};
use crate::report::format::join_list;

/// Careers named at most where the first ten changed.
const MAX_NAMED: usize = 3;

/// What is asked over a card.
pub const CARD_PROMPT: &str = "Could this be for you? One career in a few words: your first thought is enough.";
/// The title over cards.
pub const CARD_TITLE: &str = "Career cards";
/// The title over conditions.
pub const CONDITION_TITLE: &str = "How you like to work";

/// A career by its title and what it is.
pub fn describe_card(catalogue: &Catalogue, career: CareerId) -> String {
    format!("{}: {}", catalogue.get(career).title, catalogue.words(career).summary)
}

/// The words of a reaction.
pub const fn describe_reaction(reaction: Reaction) -> &'static str {
    match reaction {
        Reaction::ForMe => "For me",
        Reaction::Maybe => "Maybe",
        Reaction::NotForMe(None) => "Not for me",
        Reaction::NotForMe(Some(Objection::Pay)) => "Not for me: the pay",
        Reaction::NotForMe(Some(Objection::People)) => "Not for me: the people",
        Reaction::NotForMe(Some(Objection::Mess)) => "Not for me: the mess, the noise or the place",
        Reaction::NotForMe(Some(Objection::Training)) => "Not for me: the training it takes",
        Reaction::NotForMe(Some(Objection::Boring)) => "Not for me: it would bore me",
        Reaction::Skipped => "skipped",
    }
}

/// What about a career is not for somebody, as it was said of a card.
pub(super) fn describe_objection(objection: Objection) -> &'static str {
    let said = describe_reaction(Reaction::NotForMe(Some(objection)));
    said.split_once(": ").map_or(said, |(_, why)| why)
}

/// What was said to a condition, by the id of the choice.
pub fn describe_condition<'c>(condition: &'c Condition, said: &ConditionAnswer) -> &'c str {
    condition.find_chosen(said).map_or("skipped", |choice| condition.choices[choice].label.as_str())
}

/// The best-fitting careers that take more training than somebody is ready for; nothing where there are none.
pub fn describe_more_training(catalogue: &Catalogue, careers: &[CareerId]) -> Option<String> {
    let names: Vec<&str> = careers.iter().map(|career| catalogue.get(*career).title.as_str()).collect();
    (!names.is_empty()).then(|| {
        format!("with more training than you said, these would be among your first ten: {}", join_list(&names))
    })
}

/// What the last reaction or condition did to the first ten.
pub fn describe_list_change(catalogue: &Catalogue, change: &ListChange) -> String {
    let mut names: Vec<&str> =
        change.came.iter().take(MAX_NAMED).map(|career| catalogue.get(*career).title.as_str()).collect();
    let more = change.came.len().saturating_sub(MAX_NAMED);
    let rest = if more > 0 { format!("{more} more") } else { String::new() };
    names.extend((more > 0).then_some(rest.as_str()));

    match names.len() {
        0 => "Your first ten careers are the same as before.".to_string(),
        _ => format!("New among your first ten: {}.", join_list(&names)),
    }
}
