//! What is still acceptable to a person and what would be ideal: it hides or marks, and never scores.

use crate::model::{CareerId, Catalogue, Fit, Limit, LimitChoice, LimitSetting, Strength};
use std::collections::BTreeMap;

/// Fewer careers than this shown, and the limit that hides most is named to be loosened.
const MIN_CAREERS_LEFT: usize = 10;

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
    /// How many careers without a figure were left out, where what is left would else be mostly such careers.
    pub unknown: usize,
}

/// A word beside a shown career.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Mark {
    /// Outside what the person would rather have; the limit's id.
    RatherNot(String),
    /// The catalogue does not know the figure; the limit's id.
    NotKnown(String),
}

/// Applies limits by id; unknown ids are passed over.
pub fn apply_limits(
    catalogue: &Catalogue,
    limits: &[Limit],
    set: &BTreeMap<String, LimitSetting>,
    fits: &[Fit],
) -> Limited {
    let chosen: Vec<(&str, &LimitChoice, Strength)> = limits
        .iter()
        .flat_map(|limit| {
            let setting = set.get(&limit.id);
            let both = Strength::ALL.into_iter();
            both.filter_map(move |strength| Some((limit.id.as_str(), limit.find_chosen(setting, strength)?, strength)))
        })
        .collect();

    let must = |strength: Strength| strength == Strength::Must;
    let count = chosen.iter().filter(|(_, _, strength)| must(*strength));
    let mut result = Limited { hidden: count.map(|(id, ..)| ((*id).to_string(), 0)).collect(), ..Limited::default() };

    for fit in fits {
        sort_fit(catalogue, &chosen, fit, &mut result);
    }
    // before what is left is counted, of which it may take some away
    set_unknown_aside(&chosen, &mut result);

    if result.shown.len() < MIN_CAREERS_LEFT {
        let most = result.hidden.iter().max_by_key(|(_, count)| *count);
        result.loosen = most.filter(|(_, count)| *count > 0).map(|(id, _)| id.clone());
    }
    result
}

/// Leaves out careers of which a figure that must be kept is not known, once hardly any other career is left: a list of
/// them would tell nothing.
fn set_unknown_aside(chosen: &[(&str, &LimitChoice, Strength)], result: &mut Limited) {
    let must = |id: &str| chosen.iter().any(|(known, _, strength)| *known == id && *strength == Strength::Must);
    let is_unknown = |mark: &Mark| matches!(mark, Mark::NotKnown(id) if must(id));
    let marks = &result.marks;
    let known = |fit: &Fit| !marks.get(&fit.career).is_some_and(|marks| marks.iter().any(is_unknown));

    let (kept, aside): (Vec<Fit>, Vec<Fit>) = result.shown.iter().cloned().partition(known);
    if kept.len() >= MIN_CAREERS_LEFT || aside.is_empty() {
        return;
    }

    for fit in &aside {
        result.marks.remove(&fit.career);
    }
    (result.unknown, result.shown) = (aside.len(), kept);
}

fn sort_fit(catalogue: &Catalogue, chosen: &[(&str, &LimitChoice, Strength)], fit: &Fit, result: &mut Limited) {
    let career = catalogue.get(fit.career);
    let mut broken: Vec<(&str, bool)> = Vec::new();
    let mut marks = Vec::new();
    for (id, choice, strength) in chosen {
        match (choice.compute_excess(career), strength) {
            (None, _) => {
                let mark = Mark::NotKnown((*id).to_string());
                // both strengths of a limit ask for the same figure, which is said once not to be known
                if !marks.contains(&mark) {
                    marks.push(mark);
                }
            }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped::load_shipped;
    use crate::model::Band;

    #[test]
    fn once_hardly_any_career_is_left_those_of_which_nothing_is_known_are_set_aside() {
        let data = load_shipped().expect("the shipped data");
        let limit = data.questionnaire.limits.iter().find(|limit| limit.id == "pay").expect("the limit on pay");
        let choice = limit.choices.last().expect("a choice");

        let fit =
            |(at, (career, _)): (usize, (CareerId, _))| Fit { career, score: 1.0, rank: at + 1, band: Band::Good };
        let all: Vec<Fit> = data.catalogue.iter().enumerate().map(fit).collect();
        let is = |fit: &Fit, keeps: bool| {
            choice.compute_excess(data.catalogue.get(fit.career)).map(|excess| excess <= 0.0) == Some(keeps)
        };
        let unknown = |fit: &Fit| choice.compute_excess(data.catalogue.get(fit.career)).is_none();

        let set = BTreeMap::from([(limit.id.clone(), LimitSetting::must(&choice.id))]);
        let left = |fits: &[Fit]| apply_limits(&data.catalogue, &data.questionnaire.limits, &set, fits);

        let few: Vec<Fit> = all.iter().filter(|fit| unknown(fit) || is(fit, false)).cloned().collect();
        let left_of_few = left(&few);
        assert!(left_of_few.unknown > 0 && left_of_few.shown.is_empty() && left_of_few.loosen.is_some());

        let left_of_all = left(&all);
        assert_eq!(left_of_all.unknown, 0);
        assert!(left_of_all.shown.iter().any(unknown), "they stay while others are left, and are marked");
    }
}
