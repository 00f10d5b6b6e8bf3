//! Words around the questions, which belong to a questionnaire as its questions do.

use serde::{Deserialize, Serialize};
use std::fmt;

/// What stands over and beside questions; a name in braces stands for what is put there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepWords {
    /// Over the questions on where somebody is.
    pub situation: String,
    /// Beside that.
    pub situation_aside: String,
    /// Over the goals.
    pub goals: String,
    /// What is asked there.
    pub goals_ask: String,
    /// Over what somebody wants to leave.
    pub leave: String,
    /// What is asked there.
    pub leave_ask: String,
    /// Over an either-or pair.
    pub pairs: String,
    /// Its third choice.
    pub neither: String,
    /// Over the sliders.
    pub sliders: String,
    /// Beside that.
    pub sliders_aside: String,
    /// A slider nearer its low end.
    pub rather_low: String,
    /// A slider in the middle.
    pub alike: String,
    /// A slider nearer its high end.
    pub rather_high: String,
    /// Over a part before its first question.
    pub part_of: String,
    /// Which question of the part this is.
    pub number_of: String,
    /// Questions that are left in all.
    pub left: String,
    /// How long they may take.
    pub minutes: String,
    /// What is said below the first questions.
    pub at_once: String,
    /// What is said behind that where a key goes back.
    pub step_back: String,
}

impl StepWords {
    /// "12 left · 3 min".
    pub fn format_time_left(&self, left: usize, minutes: u64) -> String {
        format!("{} · {}", self.format_left(left), fill_in(&self.minutes, &[("{minutes}", minutes)]))
    }

    /// "12 left".
    pub fn format_left(&self, left: usize) -> String {
        fill_in(&self.left, &[("{left}", left)])
    }

    /// "3 of 15".
    pub fn format_place(&self, number: usize, of: usize) -> String {
        fill_in(&self.number_of, &[("{number}", number), ("{of}", of)])
    }

    /// "Part 1 of 4".
    pub fn format_part(&self, part: usize, parts: usize) -> String {
        fill_in(&self.part_of, &[("{part}", part), ("{parts}", parts)])
    }

    /// "A digit answers at once; b goes a step back."
    pub fn format_hint(&self, back: Option<&str>) -> String {
        let back = back.map(|key| format!("; {}", fill_in(&self.step_back, &[("{key}", key)]))).unwrap_or_default();
        format!("{}{back}.", self.at_once)
    }
}

/// A word with each of these names replaced by what it stands for.
fn fill_in<V: fmt::Display>(word: &str, values: &[(&str, V)]) -> String {
    values.iter().fold(word.to_string(), |text, (name, value)| text.replace(name, &value.to_string()))
}
