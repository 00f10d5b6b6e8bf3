//! The fields that only a report to keep has.

use super::round_figure;
use crate::fit::{Advice, AreaView, Start};
use crate::model::{Bookmark, PlanEntry, Strength};
use crate::report::trust::{ATTRIBUTION, SOURCES};
use crate::report::whole::{Report, Set};
use serde::Serialize;
use std::borrow::Cow;

/// The fields, in their order.
#[derive(Serialize)]
pub struct Fields<'w> {
    made: &'w str,
    areas: Vec<Area<'w>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_now: Option<Vec<StartNow<'w>>>,
    limits: Vec<SetLimit<'w>>,
    near_misses: Vec<Near<'w>>,
    kept: Vec<KeptCareer<'w>>,
    sources: Vec<&'w str>,
}

/// What a report to keep says in them.
pub fn build_fields<'w>(whole: &'w Report<'w>) -> Fields<'w> {
    let catalogue = &whole.dataset.catalogue;
    let near = whole.limited.near.iter().map(|(career, limit)| Near { id: &catalogue.get(*career).id, limit });

    Fields {
        made: &whole.made,
        areas: whole.areas.iter().map(|view| build_area(whole, view)).collect(),
        start_now: whole
            .starts
            .as_ref()
            .map(|starts| starts.iter().map(|start| build_start_now(whole, start)).collect()),
        limits: whole.list_limits().into_iter().map(build_limit).collect(),
        near_misses: near.collect(),
        kept: whole.record.kept.iter().map(build_kept).collect(),
        sources: std::iter::once(ATTRIBUTION).chain(SOURCES).collect(),
    }
}

#[derive(Serialize)]
struct Area<'w> {
    id: &'w str,
    enjoy: f64,
    enjoy_sd: f64,
    good_at: f64,
    good_at_sd: f64,
    advice: &'static str,
}

fn build_area<'w>(whole: &Report<'w>, view: &AreaView) -> Area<'w> {
    let advice = match view.advice {
        Advice::DoMore => "do more",
        Advice::Learn => "learn",
        Advice::RatherNot => "rather not",
        Advice::Leave => "leave",
        Advice::TryIt => "try it",
        Advice::Open => "open",
    };

    let id = whole.dataset.scales.areas.get(view.area).map_or("", |area| area.id.as_str());
    let [enjoy, good_at] = [view.enjoy, view.good_at].map(|axis| round_figure(axis.value));
    let [enjoy_sd, good_at_sd] = [view.enjoy, view.good_at].map(|axis| round_figure(axis.sd));
    Area { id, enjoy, enjoy_sd, good_at, good_at_sd, advice }
}

#[derive(Serialize)]
struct StartNow<'w> {
    id: &'w str,
    rank: usize,
    /// Openings a year.
    openings: Option<u32>,
    /// Change of employment in percent.
    change: Option<f32>,
    leads_to: Vec<&'w str>,
    /// Whether its fit is above 0; those at the end do not fit, and are there because somebody has to begin somewhere.
    fits: bool,
}

fn build_start_now<'w>(whole: &'w Report<'w>, start: &Start) -> StartNow<'w> {
    let career = whole.dataset.catalogue.get(start.fit.career);
    let outlook = career.figures.outlook.as_ref();

    StartNow {
        id: &career.id,
        rank: start.fit.rank,
        openings: outlook.map(|outlook| outlook.openings),
        change: outlook.map(|outlook| outlook.change),
        leads_to: whole.list_ids(&start.leads_to),
        fits: start.fits(),
    }
}

#[derive(Serialize)]
struct SetLimit<'w> {
    id: &'w str,
    choice: &'w str,
    strength: Strength,
    hides: usize,
}

fn build_limit(set: Set<'_>) -> SetLimit<'_> {
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
    by: Cow<'w, str>,
    obstacle: &'w str,
    instead: &'w str,
    told: &'w str,
    done: bool,
    gave_energy: Option<bool>,
    again: Option<bool>,
}

fn build_kept(kept: &Bookmark) -> KeptCareer<'_> {
    let plan = kept.plan.as_ref().map(|plan| Plan {
        why: &plan.why,
        doubt: &plan.doubt,
        ask: &plan.ask,
        step: &plan.step,
        by: plan.get(PlanEntry::By),
        obstacle: &plan.obstacle,
        instead: &plan.instead,
        told: &plan.told,
        done: plan.done,
        gave_energy: plan.look_back.gave_energy,
        again: plan.look_back.again,
    });

    KeptCareer { id: &kept.career, note: &kept.note, plan }
}
