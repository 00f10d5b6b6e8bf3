//! What a person must or would rather have: it hides or marks, and never scores.

use crate::model::{CareerId, Catalogue, Fit, Limit, LimitChoice, Strength};
use std::collections::BTreeMap;

/// Fewer careers than this shown, and the limit that hides most is named to be loosened.
const ENOUGH: usize = 10;

/// A ranking after limits.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Limited {
    /// Careers that keep every limit that must be kept, in the order of the ranking.
    pub shown: Vec<Fit>,
    /// Per limit that must be kept: its id and how many careers it hides.
    pub hidden: Vec<(String, usize)>,
    /// Well-ranked careers that miss exactly one limit, and that by little: career and the limit's id.
    pub near: Vec<(CareerId, String)>,
    /// Marks on shown careers: limits that one would rather have kept, or whose figure is not known.
    pub marks: BTreeMap<CareerId, Vec<Mark>>,
    /// The limit to loosen when fewer than ten are left.
    pub loosen: Option<String>,
}

/// A word beside a shown career.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Outside what the person would rather have; the limit's id.
    RatherNot(String),
    /// The catalogue does not know the figure; the limit's id.
    NotKnown(String),
}

/// Applies limits by id, each with the chosen way and how firmly it is meant; unknown ids are passed over.
pub fn limited(
    catalogue: &Catalogue,
    limits: &[Limit],
    set: &BTreeMap<String, (String, Strength)>,
    fits: &[Fit],
) -> Limited {
    let chosen: Vec<(&str, &LimitChoice, Strength)> = limits
        .iter()
        .filter_map(|limit| {
            let (choice, strength) = set.get(&limit.id)?;
            let choice = limit.choices.iter().find(|known| known.id == *choice)?;
            Some((limit.id.as_str(), choice, *strength))
        })
        .collect();
    let must = |strength: Strength| strength == Strength::Must;
    let count = chosen.iter().filter(|(_, _, strength)| must(*strength));
    let mut result = Limited { hidden: count.map(|(id, ..)| ((*id).to_string(), 0)).collect(), ..Limited::default() };
    for fit in fits {
        sort_in(catalogue, &chosen, fit, &mut result);
    }
    if result.shown.len() < ENOUGH {
        let most = result.hidden.iter().max_by_key(|(_, count)| *count);
        result.loosen = most.filter(|(_, count)| *count > 0).map(|(id, _)| id.clone());
    }
    result
}

fn sort_in(catalogue: &Catalogue, chosen: &[(&str, &LimitChoice, Strength)], fit: &Fit, result: &mut Limited) {
    let career = catalogue.get(fit.career);
    let mut broken: Vec<(&str, bool)> = Vec::new();
    let mut marks = Vec::new();
    for (id, choice, strength) in chosen {
        match (choice.excess(career), strength) {
            (None, _) => marks.push(Mark::NotKnown((*id).to_string())),
            (Some(excess), Strength::Must) if excess > 0.0 => broken.push((id, excess <= choice.near)),
            (Some(excess), Strength::Rather) if excess > 0.0 => marks.push(Mark::RatherNot((*id).to_string())),
            (Some(_), _) => {}
        }
    }
    for (id, _) in &broken {
        if let Some((_, count)) = result.hidden.iter_mut().find(|(hidden, _)| hidden == id) {
            *count += 1;
        }
    }
    match broken.as_slice() {
        [] => {
            result.shown.push(fit.clone());
            if !marks.is_empty() {
                result.marks.insert(fit.career, marks);
            }
        }
        [(id, true)] => result.near.push((fit.career, (*id).to_string())),
        _ => {}
    }
}
