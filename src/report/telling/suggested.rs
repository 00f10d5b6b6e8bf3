//! Limits that follow from what somebody said before, in words.

use super::cards::{describe_condition, describe_objection};
use crate::interview::{Because, SuggestedLimit};
use crate::model::{Dataset, Objection, SessionRecord};

/// What can be done after a card that was not for the person because of its pay, training or place; `key` does it.
pub fn describe_limit_offer(offered: &SuggestedLimit, key: &str) -> Option<String> {
    let Because::Card(_, objection) = offered.because else { return None };
    let such = match objection {
        Objection::Pay => "with pay like that",
        Objection::Training => "that take so long to train for",
        Objection::Mess => "in places like that",
        Objection::People | Objection::Boring => return None,
    };
    Some(format!("How well careers fit stays the same. {key} can hide careers {such}."))
}

/// What a suggested choice of a limit goes by, as half a sentence.
pub fn describe_why_suggested(dataset: &Dataset, record: &SessionRecord, suggested: &SuggestedLimit) -> String {
    match suggested.because {
        Because::Condition(place) => {
            let condition = &dataset.questionnaire.conditions[place];
            let said = record.conditions.get(&condition.id).map_or("", |said| describe_condition(condition, said));
            format!("because you answered \"{said}\" before")
        }
        Because::Card(career, objection) => {
            let title = &dataset.catalogue.get(career).title;
            format!("because {title} was not for you: {}", describe_objection(objection))
        }
    }
}
