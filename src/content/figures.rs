//! `[[figures]]` entries: what the import writes.

use super::document::{Entry, Named, Text};
use super::problem::{Problems, Source, suggest};
use crate::model::career::{Context, Outlook};
use crate::model::{Education, Experience, Figures, Group, Pay, SCALE_COUNT, ScaleId, Scales, Training};
use serde::Deserialize;
use toml::Spanned;

/// One entry as it stands in the file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawFigures {
    pub(super) id: Text,
    zone: Option<Spanned<u8>>,
    education: Option<Education>,
    experience: Option<Experience>,
    training: Option<Training>,
    #[serde(default)]
    estimated: Vec<Text>,
    interests: Named<i64>,
    skills: Named<i64>,
    subjects: Named<i64>,
    styles: Named<i64>,
    context: Option<Named<i64>>,
    pay: Option<RawPay>,
    outlook: Option<RawOutlook>,
    #[serde(default)]
    isco: Vec<String>,
    #[serde(default)]
    pub(super) related: Vec<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPay {
    p10: Option<u32>,
    p25: Option<u32>,
    median: Option<u32>,
    p75: Option<u32>,
    p90: Option<u32>,
    hourly: Option<f32>,
    year: u16,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawOutlook {
    change: f32,
    openings: u32,
    employed: u32,
    from: u16,
    to: u16,
}

/// The checked figures; related careers are linked later, when all ids are known.
pub fn checked(source: &Source, entry: &Entry<RawFigures>, scales: &Scales, problems: &mut Problems) -> Figures {
    let raw = &entry.value;
    if let Some(zone) = &raw.zone
        && !(1..=5).contains(zone.get_ref())
    {
        let what = format!("the job zone {} is outside 1 to 5", zone.get_ref());
        problems.add(source, zone.span(), what, "use 1 for little preparation to 5 for extensive");
    }
    let mut ratings = vec![0; SCALE_COUNT];
    for (group, named) in Group::ALL.into_iter().zip([&raw.interests, &raw.skills, &raw.subjects, &raw.styles]) {
        rate(source, group, named, &raw.id, scales, &mut ratings, problems);
    }
    Figures {
        zone: raw.zone.as_ref().map(|zone| *zone.get_ref()),
        education: raw.education,
        experience: raw.experience,
        training: raw.training,
        ratings,
        estimated: estimated(source, &raw.estimated, problems),
        context: raw.context.as_ref().and_then(|context| working_context(source, context, &raw.id, problems)),
        pay: raw.pay.as_ref().map(pay),
        outlook: raw.outlook.as_ref().map(|raw| {
            let RawOutlook { change, openings, employed, from, to } = *raw;
            Outlook { change, openings, employed, from, to }
        }),
        isco: raw.isco.clone(),
        related: Vec::new(),
    }
}

fn rate(
    source: &Source,
    group: Group,
    named: &Named<i64>,
    career: &Text,
    scales: &Scales,
    ratings: &mut [u8],
    problems: &mut Problems,
) {
    let names: Vec<(ScaleId, &str)> = group
        .range()
        .filter_map(ScaleId::new)
        .filter_map(|scale| Some((scale, scales.get(scale).id.split_once('.')?.1)))
        .collect();
    for (name, value) in &named.0 {
        let Some((scale, _)) = names.iter().find(|(_, known)| known == name.get_ref()) else {
            let near = suggest(name.get_ref(), names.iter().map(|(_, known)| *known));
            let remedy = near.map_or("see data/scales.toml".to_string(), |near| format!("did you mean '{near}'?"));
            let what = format!("unknown scale '{}' in {}", name.get_ref(), group.name());
            problems.add(source, name.span(), what, remedy);
            continue;
        };
        ratings[scale.index()] = percent(source, name.get_ref(), value, problems);
    }
    let missing: Vec<&str> =
        names.iter().map(|(_, name)| *name).filter(|name| !named.0.keys().any(|key| key.get_ref() == name)).collect();
    if !missing.is_empty() {
        let what = format!("'{}' has no rating in {} for {}", career.get_ref(), group.name(), missing.join(", "));
        problems.add(source, career.span(), what, "rate every scale of the group from 0 to 100");
    }
}

fn percent(source: &Source, name: &str, value: &Spanned<i64>, problems: &mut Problems) -> u8 {
    u8::try_from(*value.get_ref()).ok().filter(|percent| *percent <= 100).unwrap_or_else(|| {
        let what = format!("{name} is {}, outside 0 to 100", value.get_ref());
        problems.add(source, value.span(), what, "write a whole number from 0 to 100");
        0
    })
}

fn estimated(source: &Source, names: &[Text], problems: &mut Problems) -> [bool; 4] {
    let mut marks = [false; 4];
    for name in names {
        match Group::from_name(name.get_ref()) {
            Some(group) => marks[group.index()] = true,
            None => {
                let what = format!("unknown group '{}'", name.get_ref());
                problems.add(source, name.span(), what, "name interests, skills, subjects or styles");
            }
        }
    }
    marks
}

fn working_context(source: &Source, raw: &Named<i64>, id: &Text, problems: &mut Problems) -> Option<Context> {
    const NAMES: [&str; 9] =
        ["contact", "teamwork", "public", "indoors", "outdoors", "standing", "walking", "freedom", "routine"];
    let mut values = [None; 9];
    for (name, value) in &raw.0 {
        match NAMES.iter().position(|known| known == name.get_ref()) {
            Some(at) => values[at] = Some(percent(source, name.get_ref(), value, problems)),
            None => {
                let what = format!("unknown work context '{}'", name.get_ref());
                problems.add(source, name.span(), what, format!("known here: {}", NAMES.join(", ")));
            }
        }
    }
    let missing: Vec<&str> = NAMES.iter().zip(values).filter(|(_, v)| v.is_none()).map(|(name, _)| *name).collect();
    if !missing.is_empty() {
        let what = format!("the work context lacks {}", missing.join(", "));
        problems.add(source, id.span(), what, "give all nine, or leave 'context' out");
        return None;
    }
    let [contact, teamwork, public, indoors, outdoors, standing, walking, freedom, routine] =
        values.map(Option::unwrap_or_default);
    Some(Context { contact, teamwork, public, indoors, outdoors, standing, walking, freedom, routine })
}

fn pay(raw: &RawPay) -> Pay {
    let percentiles = [raw.p10, raw.p25, raw.median, raw.p75, raw.p90];
    Pay { percentiles, hourly_median: raw.hourly, year: raw.year }
}
