//! What is said during the questions of what was learned so far.

use super::quote::quote_answers;
use crate::interview::Leaning;
use crate::model::Dataset;
use crate::report::format::join_list;

/// What stands over what was learned so far.
pub const SO_FAR: &str = "So far you lean towards";

/// What stands over the picture of areas, which are told more or less liked than by most people.
pub const PICTURE: &str = "You, beside most people, so far";

/// What stands over the careers that lead before all is asked.
pub const LEADING: &str = "Leading so far (this will change)";

/// What is said where no answer can be taken back, as a note.
pub const NOTHING_TO_UNDO: &str = "there is no answer to take back";

/// What is said of an answer that was taken back.
pub const UNDONE: &str = "Taken back.";

/// What is said where a question comes a second time.
pub const AGAIN: &str = "Once more, to check.";

/// An area that the person leans towards, with the answer that says so.
pub fn describe_leaning(dataset: &Dataset, leaning: &Leaning) -> String {
    let area = &dataset.scales.areas[leaning.area].name;
    format!("{area}. {}", describe_said(dataset, leaning))
}

/// The answer that says so, and the work that is made of it.
pub fn describe_said(dataset: &Dataset, leaning: &Leaning) -> String {
    let titles = leaning.careers.iter().map(|career| dataset.catalogue.get(*career).title.as_str());
    let titles: Vec<&str> = titles.collect();
    let work = if titles.is_empty() { String::new() } else { format!(" Work made of it: {}.", join_list(&titles)) };
    quote_answers(&dataset.questionnaire, [leaning.quote]) + &work
}
