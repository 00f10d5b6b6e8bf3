//! The fields that only a report to keep has.

use super::rounded;
use crate::fit::{Advice, AreaView};
use crate::model::{Kept, Strength};
use crate::report::trust::{ATTRIBUTION, SOURCES};
use crate::report::whole::{Set, Whole};
use serde::Serialize;
use serde::ser::SerializeMap;

/// Writes the fields.
pub fn entries<M: SerializeMap>(whole: &Whole<'_>, all: &mut M) -> Result<(), M::Error> {
    let catalogue = &whole.kit.catalogue;
    all.serialize_entry("made", &whole.made)?;
    all.serialize_entry("areas", &whole.areas.iter().map(|view| area(whole, view)).collect::<Vec<_>>())?;
    if let Some(starts) = &whole.starts {
        let start = |start: &crate::fit::Start| Start {
            id: &catalogue.get(start.fit.career).id,
            rank: start.fit.rank,
            leads_to: whole.ids(&start.leads_to),
        };
        all.serialize_entry("start_now", &starts.iter().map(start).collect::<Vec<_>>())?;
    }
    all.serialize_entry("limits", &whole.limits().iter().map(limit).collect::<Vec<_>>())?;
    let near = whole.limited.near.iter().map(|(career, limit)| Near { id: &catalogue.get(*career).id, limit });
    all.serialize_entry("near_misses", &near.collect::<Vec<_>>())?;
    all.serialize_entry("kept", &whole.record.kept.iter().map(kept).collect::<Vec<_>>())?;
    let sources: Vec<&str> = std::iter::once(ATTRIBUTION).chain(SOURCES).collect();
    all.serialize_entry("sources", &sources)
}

#[derive(Serialize)]
struct Area<'w> {
    id: &'w str,
    enjoy: Option<f64>,
    good_at: Option<f64>,
    advice: &'static str,
}

fn area<'w>(whole: &Whole<'w>, view: &AreaView) -> Area<'w> {
    let advice = match view.advice {
        Advice::DoMore => "do more",
        Advice::Learn => "learn",
        Advice::RatherNot => "rather not",
        Advice::Leave => "leave",
        Advice::TryIt => "try it",
        Advice::Open => "open",
    };
    let id = whole.kit.scales.areas.get(view.area).map_or("", |area| area.id.as_str());
    Area { id, enjoy: view.enjoy.map(rounded), good_at: view.good_at.map(rounded), advice }
}

#[derive(Serialize)]
struct Start<'w> {
    id: &'w str,
    rank: usize,
    leads_to: Vec<&'w str>,
}

#[derive(Serialize)]
struct SetLimit<'w> {
    id: &'w str,
    choice: &'w str,
    strength: Strength,
    hides: usize,
}

fn limit<'w>(set: &Set<'w>) -> SetLimit<'w> {
    SetLimit { id: &set.limit.id, choice: &set.choice.id, strength: set.strength, hides: set.hides }
}

#[derive(Serialize)]
struct Near<'w> {
    id: &'w str,
    limit: &'w str,
}

#[derive(Serialize)]
struct KeptCareer<'w> {
    id: &'w str,
    note: &'w str,
    plan: Option<Plan<'w>>,
}

#[derive(Serialize)]
struct Plan<'w> {
    why: &'w str,
    doubt: &'w str,
    ask: &'w str,
    step: &'w str,
    by: &'w str,
    done: bool,
}

fn kept(kept: &Kept) -> KeptCareer<'_> {
    let plan = kept.plan.as_ref().map(|plan| Plan {
        why: &plan.why,
        doubt: &plan.doubt,
        ask: &plan.ask,
        step: &plan.step,
        by: &plan.by,
        done: plan.done,
    });
    KeptCareer { id: &kept.career, note: &kept.note, plan }
}
