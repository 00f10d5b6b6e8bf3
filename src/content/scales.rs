//! `data/scales.toml`: groups, the 95 scales, the twelve areas.

use super::wording::check_characters;
use crate::diagnostics::document::Document;
use crate::diagnostics::shape::{Entry, Text};
use crate::diagnostics::{Problems, Source, suggest};
use crate::model::{Area, ByGroup, Group, GroupWords, SCALE_COUNT, Scale, ScaleId, Scales};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawGroup {
    id: Text,
    part: Text,
    name: Text,
    both_high: Text,
    both_low: Text,
    career_high: Text,
    person_high: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawScale {
    id: Text,
    name: Text,
    short: Text,
    meaning: Text,
    high: Text,
    low: Text,
    phrase: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawArea {
    id: Text,
    name: Text,
    meaning: Text,
    activities: Vec<Text>,
    skills: Vec<Text>,
    subjects: Vec<Text>,
}

/// The checked table of scales.
///
/// # Errors
/// Every problem of the file.
pub fn read_scales(source: &Source) -> Result<Scales, Problems> {
    let mut problems = Problems::default();
    let mut document = Document::parse(source, &mut problems);
    let groups = document.read_list::<RawGroup>("group", &mut problems);
    let entries = document.read_list::<RawScale>("scale", &mut problems);
    let areas = document.read_list::<RawArea>("area", &mut problems);
    document.finish(&["group", "scale", "area"], &mut problems);

    let scales = sort_into_groups(source, entries, &mut problems);
    let groups = ByGroup::from_fn(|group| read_group_words(source, group, &groups, &mut problems));

    // areas name scales, so that the table must be there before they are read
    let mut table = Scales { scales, groups, areas: Vec::new() };
    let areas: Vec<Area> =
        areas.into_iter().map(|area| check_area(source, area.value, &table, &mut problems)).collect();
    table.areas = areas;
    problems.or(table)
}

/// The scales sorted into their groups, each group with as many as the model has places for.
fn sort_into_groups(source: &Source, entries: Vec<Entry<RawScale>>, problems: &mut Problems) -> Vec<Scale> {
    let mut by_group: ByGroup<Vec<Scale>> = ByGroup::default();
    let mut seen = std::collections::BTreeSet::new();

    for Entry { value, .. } in entries {
        let id = value.id.get_ref().clone();
        if !seen.insert(id.clone()) {
            problems.add(source, value.id.span(), format!("the scale '{id}' is there twice"), "take one out");
        }

        let Some(group) = id.split_once('.').and_then(|(group, _)| Group::from_name(group)) else {
            let what = format!("'{id}' names no group");
            problems.add(source, value.id.span(), what, "begin with interests., skills., subjects. or styles.");
            continue;
        };
        by_group[group].push(read_words(source, value, problems));
    }

    for group in Group::ALL {
        let (found, wanted) = (by_group[group].len(), group.range().len());
        if found != wanted {
            let what = format!("{found} scales in '{}', {wanted} are expected", group.name());
            problems.add(source, 0..0, what, "the ratings of the careers name exactly these scales: list each once");
        }
    }

    by_group.into_iter().flatten().take(SCALE_COUNT).collect()
}

fn read_words(source: &Source, raw: RawScale, problems: &mut Problems) -> Scale {
    let mut text = |name: &str, text: Text| {
        check_characters(source, name, &text, problems);
        text.into_inner()
    };

    Scale {
        id: text("id", raw.id),
        name: text("name", raw.name),
        short: text("short", raw.short),
        meaning: text("meaning", raw.meaning),
        high: text("high", raw.high),
        low: text("low", raw.low),
        phrase: text("phrase", raw.phrase),
    }
}

fn read_group_words(source: &Source, group: Group, raw: &[Entry<RawGroup>], problems: &mut Problems) -> GroupWords {
    let Some(found) = raw.iter().find(|entry| entry.value.id.get_ref() == group.name()) else {
        let what = format!("the group '{}' is missing", group.name());
        problems.add(source, 0..0, what, format!("add [[group]] with id = \"{}\"", group.name()));
        let none = String::new;
        let (part, name, both_high, both_low) = (none(), none(), none(), none());
        return GroupWords { part, name, both_high, both_low, career_high: none(), person_high: none() };
    };

    let raw = &found.value;
    for template in [&raw.both_high, &raw.both_low, &raw.career_high, &raw.person_high] {
        check_characters(source, "template", template, problems);
        if !template.get_ref().contains("{phrase}") {
            let what = "the template does not name its scale";
            problems.add(source, template.span(), what, "write {phrase} where the scale's phrase goes");
        }
    }

    GroupWords {
        part: raw.part.get_ref().clone(),
        name: raw.name.get_ref().clone(),
        both_high: raw.both_high.get_ref().clone(),
        both_low: raw.both_low.get_ref().clone(),
        career_high: raw.career_high.get_ref().clone(),
        person_high: raw.person_high.get_ref().clone(),
    }
}

fn check_area(source: &Source, raw: RawArea, table: &Scales, problems: &mut Problems) -> Area {
    let mut ids = |names: &[Text]| -> Vec<ScaleId> {
        names.iter().filter_map(|name| find_scale(source, name, table, problems)).collect()
    };
    let (skills, subjects) = (ids(&raw.skills), ids(&raw.subjects));

    Area {
        id: raw.id.into_inner(),
        name: raw.name.into_inner(),
        meaning: raw.meaning.into_inner(),
        activities: raw.activities.into_iter().map(Text::into_inner).collect(),
        skills,
        subjects,
    }
}

/// Where the names of all scales stand.
const SEE: &str = "a scale is written as group.name, such as skills.mathematics; 'careerfit questions --format json' names \
                   those of the shipped questions";

/// The scale that a text names; a problem with a suggestion where there is none.
pub(super) fn find_scale(source: &Source, name: &Text, table: &Scales, problems: &mut Problems) -> Option<ScaleId> {
    let found = table.find(name.get_ref());
    if found.is_none() {
        let ids = || table.scales.iter().map(|scale| scale.id.as_str());
        // a group is easily forgotten
        let bare = |id: &&str| id.split_once('.').is_some_and(|(_, bare)| bare == name.get_ref());
        let near = ids().find(bare).or_else(|| suggest(name.get_ref(), ids()));
        let remedy = near.map_or_else(|| SEE.to_string(), |near| format!("did you mean '{near}'?"));
        problems.add(source, name.span(), format!("unknown scale '{}'", name.get_ref()), remedy);
    }
    found
}
