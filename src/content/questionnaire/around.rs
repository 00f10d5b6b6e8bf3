//! What is asked around the scored questions: situation, goals, sliders, limits.

use super::raw::{RawLimit, RawLimitChoice, RawOption, RawOutcome, RawSituation, RawSlider};
use super::{Text, unique};
use crate::content::document::{Document, Entry};
use crate::content::problem::{Problems, Source};
use crate::model::{Limit, LimitChoice, Outcome, Slider, Statement};

/// Everything of a questionnaire that is never scored.
pub struct Around {
    pub situation: Vec<Statement>,
    pub goals: Vec<Statement>,
    pub leave: Vec<Statement>,
    pub sliders: Vec<Slider>,
    pub outcomes: Vec<Outcome>,
    pub limits: Vec<Limit>,
}

pub fn read(source: &Source, document: &mut Document<'_>, problems: &mut Problems) -> Around {
    let situation = document.list::<RawSituation>("situation", problems);
    let goals = document.list::<RawOption>("goal", problems);
    let leave = document.list::<RawOption>("leave", problems);
    let sliders = document.list::<RawSlider>("slider", problems);
    let outcomes = document.list::<RawOutcome>("outcome", problems);
    let limits = document.list::<RawLimit>("limit", problems);
    unique(source, situation.iter().map(|entry| &entry.value.id), problems);
    unique(source, goals.iter().map(|entry| &entry.value.id), problems);
    unique(source, leave.iter().map(|entry| &entry.value.id), problems);
    unique(source, sliders.iter().map(|entry| &entry.value.id), problems);
    unique(source, limits.iter().map(|entry| &entry.value.id), problems);
    Around {
        situation: situation.into_iter().map(situated).collect(),
        goals: goals.into_iter().map(option).collect(),
        leave: leave.into_iter().map(option).collect(),
        sliders: sliders.into_iter().map(slider).collect(),
        outcomes: rising(source, outcomes, problems),
        limits: limits.into_iter().map(|entry| limit(source, entry.value, problems)).collect(),
    }
}

fn situated(entry: Entry<RawSituation>) -> Statement {
    let RawSituation { id, text, choices } = entry.value;
    let choices = choices.into_iter().map(|choice| (choice.id.into_inner(), choice.label.into_inner())).collect();
    Statement { id: id.into_inner(), text: text.into_inner(), choices }
}

fn option(entry: Entry<RawOption>) -> Statement {
    let RawOption { id, label } = entry.value;
    Statement { id: id.into_inner(), text: label.into_inner(), choices: Vec::new() }
}

fn slider(entry: Entry<RawSlider>) -> Slider {
    let RawSlider { id, distinction, low, high } = entry.value;
    Slider { id: id.into_inner(), distinction, low: low.into_inner(), high: high.into_inner() }
}

fn rising(source: &Source, outcomes: Vec<Entry<RawOutcome>>, problems: &mut Problems) -> Vec<Outcome> {
    for two in outcomes.windows(2) {
        if two[0].value.up_to >= two[1].value.up_to {
            let what = format!("up_to {} does not rise", two[1].value.up_to);
            problems.add(
                source,
                two[1].value.text.span(),
                what,
                "list the outcomes from the lowest mean to the highest",
            );
        }
    }
    outcomes.into_iter().map(|e| Outcome { up_to: e.value.up_to, text: e.value.text.into_inner() }).collect()
}

fn limit(source: &Source, raw: RawLimit, problems: &mut Problems) -> Limit {
    unique(source, raw.choices.iter().map(|choice| &choice.id), problems);
    let choices = raw.choices.into_iter().map(|choice| limit_choice(source, choice, problems)).collect();
    Limit { id: raw.id.into_inner(), text: raw.text.into_inner(), choices }
}

fn limit_choice(source: &Source, raw: RawLimitChoice, problems: &mut Problems) -> LimitChoice {
    if raw.at_most.is_none() && raw.at_least.is_none() {
        let what = format!("the limit '{}' limits nothing", raw.id.get_ref());
        problems.add(source, raw.id.span(), what, "add at_most or at_least");
    }
    let text = Text::into_inner;
    let RawLimitChoice { id, label, figure, at_most, at_least, near } = raw;
    LimitChoice { id: text(id), label: text(label), figure, at_most, at_least, near }
}
