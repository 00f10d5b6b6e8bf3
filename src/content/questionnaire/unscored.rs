//! What is asked around the scored questions: situation, goals, sliders, limits.

use super::raw::{
    RawCondition, RawConditionChoice, RawGoal, RawLimit, RawLimitChoice, RawOutcome, RawQuota, RawQuotas, RawSign,
    RawSituation, RawSituationChoice, RawSlider,
};
use super::{Text, check_unique, columns, find_scale};
use crate::diagnostics::document::Document;
use crate::diagnostics::shape::Entry;
use crate::diagnostics::{Problems, Source};
use crate::model::condition::Wish;
use crate::model::{
    Condition, ConditionChoice, Goal, GoalFigure, Limit, LimitChoice, Measure, Outcome, Questionnaire, Scales, Sign,
    SituationChoice, SituationQuestion, SituationRole, Slider,
};

/// A questionnaire with nothing but what is never scored.
pub fn read_unscored(
    source: &Source,
    document: &mut Document<'_>,
    scales: &Scales,
    problems: &mut Problems,
) -> Questionnaire {
    let situation = document.read_list::<RawSituation>("situation", problems);
    let goals = document.read_list::<RawGoal>("goal", problems);
    let leave = document.read_list::<RawSituationChoice>("leave", problems);
    let sliders = document.read_list::<RawSlider>("slider", problems);
    let outcomes = document.read_list::<RawOutcome>("outcome", problems);
    let limits = document.read_list::<RawLimit>("limit", problems);
    let conditions = document.read_list::<RawCondition>("condition", problems);

    let quotas = document.read_optional::<RawQuotas>("evidence", problems).map(|entry| entry.value);
    let quota = |of: fn(&RawQuotas) -> &RawQuota| quotas.as_ref().map_or([0; 3], |quotas| of(quotas).by_length());
    let (condition_quota, card_quota) = (quota(|quotas| &quotas.conditions), quota(|quotas| &quotas.cards));

    check_unique(source, conditions.iter().map(|entry| &entry.value.id), problems);
    check_unique(source, situation.iter().map(|entry| &entry.value.id), problems);
    for entry in &situation {
        check_unique(source, entry.value.choices.iter().map(|choice| &choice.id), problems);
    }
    check_unique(source, goals.iter().map(|entry| &entry.value.id), problems);
    check_unique(source, leave.iter().map(|entry| &entry.value.id), problems);
    check_unique(source, sliders.iter().map(|entry| &entry.value.id), problems);
    check_unique(source, limits.iter().map(|entry| &entry.value.id), problems);
    check_asked(source, &situation, &leave, problems);

    Questionnaire {
        situation: situation.into_iter().map(read_situation).collect(),
        goals: goals.into_iter().map(|entry| read_goal(source, entry.value, scales, problems)).collect(),
        leave: leave.into_iter().map(|entry| read_situation_choice(entry.value)).collect(),
        sliders: sliders.into_iter().map(read_slider).collect(),
        outcomes: check_rising(source, outcomes, problems),
        limits: limits.into_iter().map(|entry| read_limit(source, entry.value, problems)).collect(),
        conditions: conditions.into_iter().map(|entry| read_condition(source, entry.value, problems)).collect(),
        condition_quota,
        card_quota,
        ..Questionnaire::default()
    }
}

/// What to leave is asked of whoever wants out, so some choice must say that somebody does.
fn check_asked(
    source: &Source,
    situation: &[Entry<RawSituation>],
    leave: &[Entry<RawSituationChoice>],
    problems: &mut Problems,
) {
    let mut choices = situation.iter().flat_map(|entry| &entry.value.choices);
    if let Some(first) =
        leave.first().filter(|_| !choices.any(|choice| choice.roles.contains(&SituationRole::WantsOut)))
    {
        let what = "what to leave is never asked, since no choice of a situation says that somebody wants out";
        problems.add(source, first.value.id.span(), what, "add roles = [\"wants-out\"] to the choice that says it");
    }
}

fn read_situation(entry: Entry<RawSituation>) -> SituationQuestion {
    let RawSituation { id, text, choices } = entry.value;
    SituationQuestion {
        id: id.into_inner(),
        text: text.into_inner(),
        choices: choices.into_iter().map(read_situation_choice).collect(),
    }
}

fn read_situation_choice(raw: RawSituationChoice) -> SituationChoice {
    let RawSituationChoice { id, label, roles } = raw;
    SituationChoice { id: id.into_inner(), label: label.into_inner(), roles }
}

fn read_slider(entry: Entry<RawSlider>) -> Slider {
    let RawSlider { id, distinction, text, low, high } = entry.value;
    let [id, text, low, high] = [id, text, low, high].map(Text::into_inner);
    Slider { id, distinction, text, low, high }
}

fn read_goal(source: &Source, raw: RawGoal, scales: &Scales, problems: &mut Problems) -> Goal {
    if !raw.served_by.is_empty() && raw.unmeasured.is_some() {
        let what = format!("the goal '{}' has figures and says that it has none", raw.id.get_ref());
        problems.add(source, raw.id.span(), what, "keep either served_by or unmeasured");
    }

    let signs = raw.served_by.into_iter().filter_map(|raw| read_sign(source, raw, scales, problems));
    Goal {
        served_by: signs.collect(),
        id: raw.id.into_inner(),
        text: raw.label.into_inner(),
        unmeasured: raw.unmeasured.map(Text::into_inner),
    }
}

fn read_sign(source: &Source, raw: RawSign, scales: &Scales, problems: &mut Problems) -> Option<Sign> {
    let named: Vec<_> = raw.scales.iter().filter_map(|name| find_scale(source, name, scales, problems)).collect();
    let figure = match (raw.figure, raw.scales.is_empty()) {
        (Some(measure), true) => GoalFigure::Measure(measure),
        (None, false) => GoalFigure::Scales(named),
        _ => {
            let what = "a goal is served by either a figure or scales";
            problems.add(
                source,
                raw.at_least.span(),
                what,
                "write figure = \"pay\" or scales = [\"interests.social\"]",
            );
            return None;
        }
    };

    Some(Sign { figure, at_least: raw.at_least.into_inner(), or_more_than_now: raw.or_more_than_now })
}

fn check_rising(source: &Source, outcomes: Vec<Entry<RawOutcome>>, problems: &mut Problems) -> Vec<Outcome> {
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

fn read_condition(source: &Source, raw: RawCondition, problems: &mut Problems) -> Condition {
    check_unique(source, raw.choices.iter().map(|choice| &choice.id), problems);
    if raw.figure == Measure::TrainingMonths {
        // only of training the id alone is the column's name
        columns::check(source, &raw.id, problems);
    }

    let choices: Vec<ConditionChoice> =
        raw.choices.into_iter().map(|choice| read_condition_choice(source, choice, raw.figure, problems)).collect();
    if choices.iter().all(|choice| choice.says != Wish::Anything) {
        let what = format!("none of the choices of '{}' leaves the ranking alone", raw.id.get_ref());
        problems.add(source, raw.id.span(), what, "add one without at_most and likes, such as \"It does not matter\"");
    }

    Condition { id: raw.id.into_inner(), text: raw.text.into_inner(), figure: raw.figure, choices }
}

fn read_condition_choice(
    source: &Source,
    raw: RawConditionChoice,
    figure: Measure,
    problems: &mut Problems,
) -> ConditionChoice {
    let says = match (raw.at_most, raw.likes) {
        (None, None) => Wish::Anything,
        (Some(most), None) => {
            if figure != Measure::TrainingMonths {
                let what = "at_most is for the figure \"training-months\" only";
                problems.add(source, most.span(), what, "write likes = -1 for little of it, 0 for some or 1 for much");
            }
            Wish::AtMost(most.into_inner())
        }
        (None, Some(likes)) => {
            if !(-1.0..=1.0).contains(likes.get_ref()) {
                let what = format!("{} is not between -1 and 1", likes.get_ref());
                problems.add(source, likes.span(), what, "write 1 for much of it, 0 for some, -1 for little");
            }
            if figure == Measure::TrainingMonths {
                // it speaks one way only: nobody is meant to be lifted or held back by less training than they are ready for
                let what = "likes is not for the figure \"training-months\"";
                problems.add(source, likes.span(), what, "write at_most = 24 for up to two years");
            }
            Wish::Likes(likes.into_inner())
        }
        (Some(_), Some(likes)) => {
            problems.add(source, likes.span(), "both at_most and likes", "keep one of them");
            Wish::Anything
        }
    };

    ConditionChoice { id: raw.id.into_inner(), label: raw.label.into_inner(), says }
}

fn read_limit(source: &Source, raw: RawLimit, problems: &mut Problems) -> Limit {
    check_unique(source, raw.choices.iter().map(|choice| &choice.id), problems);
    let choices = raw.choices.into_iter().map(|choice| read_limit_choice(source, choice, problems)).collect();
    Limit { id: raw.id.into_inner(), text: raw.text.into_inner(), choices }
}

fn read_limit_choice(source: &Source, raw: RawLimitChoice, problems: &mut Problems) -> LimitChoice {
    if raw.at_most.is_none() && raw.at_least.is_none() {
        let what = format!("the limit '{}' limits nothing", raw.id.get_ref());
        problems.add(source, raw.id.span(), what, "add at_most or at_least");
    }

    let text = Text::into_inner;
    let RawLimitChoice { id, label, figure, at_most, at_least, near } = raw;
    LimitChoice { id: text(id), label: text(label), figure, at_most, at_least, near }
}
