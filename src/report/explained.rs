//! Why one career fits one person, as one JSON object.

use super::formats::json::{escape_json, round_figure};
use super::{describe_provenance, list_cares};
use crate::assess::Care;
use crate::fit::{Matcher, Others, Outcome, Reasons};
use crate::model::{Answers, CareerId, Reason, ScaleId, Source};
use serde_json::{Value, json};

/// Rank, fit, and all that adds up to it: reasons for, against and idle with the answers behind them, and the rest;
/// without a direction these are null or empty.
pub fn write_explained(matcher: &Matcher, outcome: &Outcome, answers: &Answers, care: &[Care], id: CareerId) -> String {
    let career = matcher.dataset.catalogue.get(id);
    let fit = outcome.find_fit(id);
    // Drawn only where the career has a rank: it is what takes the time here.
    let drawn = || matcher.start_intervals(outcome, answers).limit_to([id].into_iter()).finish(&matcher.metric);
    let again = fit.and_then(|fit| drawn().find_interval_of(fit));
    let found = fit.map(|_| matcher.explain(outcome, id));

    let reason = |one: &Reason| {
        json!({
            "scale": matcher.dataset.scales.get(one.scale).id,
            "contribution": round_figure(one.points),
            "answers": list_answers(matcher, answers, one.scale),
        })
    };
    let reasons = |all: &[Reason]| all.iter().map(reason).collect::<Vec<Value>>();

    let value = json!({
        "version": 1,
        "made_with": describe_provenance(&matcher.dataset),
        "id": career.id,
        "title": career.title,
        "answered": outcome.evidence,
        "verdict": outcome.verdict.words(),
        "rank": fit.map(|fit| fit.rank),
        "rank_low": again.map(|again| again.low),
        "rank_high": again.map(|again| again.high),
        "of": matcher.dataset.catalogue.len(),
        "fit": fit.map(|fit| round_figure(fit.score)),
        "band": fit.map(|fit| fit.band.words()),
        "direct": found.as_ref().map(|found| list_direct(matcher, found)).unwrap_or_default(),
        "speaks_for": found.as_ref().map(|found| reasons(&found.speaks_for)).unwrap_or_default(),
        "against": found.as_ref().map(|found| reasons(&found.against)).unwrap_or_default(),
        "idle": found.as_ref().map(|found| reasons(&found.idle)).unwrap_or_default(),
        "others": found.as_ref().map(|found| round_figure(found.others.total())),
        "others_from": found.as_ref().map(|found| list_others(found.others)),
        "notes": list_cares(matcher, outcome, care),
    });

    escape_json(value.to_string())
}

/// What the points of all other scales come from.
fn list_others(Others { not_asked, middle, turned, small }: Others) -> Value {
    let [not_asked, middle, turned, small] = [not_asked, middle, turned, small].map(round_figure);
    json!({ "not_asked": not_asked, "middle": middle, "turned": turned, "small": small })
}

/// What speaks by itself: an activity of the career, a card, training or a condition.
fn list_direct(matcher: &Matcher, found: &Reasons) -> Vec<Value> {
    let dataset = &matcher.dataset;
    let one = |(source, points): &(Source, f64)| {
        let points = round_figure(*points);
        match *source {
            Source::Activity { question, .. } => {
                json!({ "question": dataset.questionnaire.question(question).id, "contribution": points })
            }
            Source::Card { career, .. } => json!({ "card": dataset.catalogue.get(career).id, "contribution": points }),
            Source::Condition { place, .. } => {
                json!({ "condition": dataset.questionnaire.conditions[place].column(), "contribution": points })
            }
        }
    };

    found.direct.iter().map(one).collect()
}

/// The answers about a scale.
fn list_answers(matcher: &Matcher, answers: &Answers, scale: ScaleId) -> Vec<Value> {
    let questionnaire = &matcher.dataset.questionnaire;
    let about = answers.values().filter(|(question, _)| questionnaire.question(*question).main_scale() == Some(scale));
    let one = |(question, value)| {
        let label = questionnaire.part_of(question).label(value);
        json!({ "question": questionnaire.question(question).id, "value": value, "label": label })
    };
    about.map(one).collect()
}
