//! `[[figures]]` entries: what the import writes.

mod taken_over;

use super::examples::CATALOGUE;
use crate::diagnostics::shape::{Entry, Named, Text};
use crate::diagnostics::{Problems, Source, is_stand_in, suggest};
use crate::model::figure::{Context, Outlook};
use crate::model::{
    ByGroup, Career, Catalogue, Education, Experience, FigureSource, Figures, Group, Pay, SCALE_COUNT, ScaleId, Scales,
    Training,
};
use serde::Deserialize;
use toml::Spanned;

/// Where all scales of a group stand.
const SEE: &str = "'careerfit career baker --format toml' prints every scale of each group";

/// One entry as it stands in the file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawFigures {
    pub(super) id: Text,
    /// Id of the shipped career whose ratings count where none are given here.
    like: Option<Text>,
    /// Where the figures are from, where that is not the published tables.
    source: Option<Text>,
    zone: Option<Spanned<u8>>,
    education: Option<Education>,
    experience: Option<Experience>,
    training: Option<Training>,
    #[serde(default)]
    estimated: Vec<Text>,
    interests: Option<Spanned<Named<i64>>>,
    skills: Option<Spanned<Named<i64>>>,
    subjects: Option<Spanned<Named<i64>>>,
    styles: Option<Spanned<Named<i64>>>,
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

/// The checked figures; related careers are linked later, when all ids are known. `models` are the careers that figures may
/// be like.
pub fn check_figures(
    source: &Source,
    entry: &Entry<RawFigures>,
    scales: &Scales,
    models: Option<&Catalogue>,
    problems: &mut Problems,
) -> Figures {
    let raw = &entry.value;
    let model = raw.like.as_ref().and_then(|like| find_model(source, like, models, problems));
    let model_figures = model.map(|model| &model.figures);

    if let Some(zone) = &raw.zone
        && !(1..=5).contains(zone.get_ref())
    {
        let what = format!("the job zone {} is outside 1 to 5", zone.get_ref());
        problems.add(source, zone.span(), what, "use 1 for little preparation to 5 for extensive");
    }

    let mut ratings = model_figures.map_or_else(|| vec![0; SCALE_COUNT], |model| model.ratings.clone());
    for (group, named) in Group::ALL.into_iter().zip([&raw.interests, &raw.skills, &raw.subjects, &raw.styles]) {
        match named {
            Some(named) => read_ratings(source, group, named, raw, scales, &mut ratings, problems),
            None if raw.like.is_none() => report_lack(source, group, entry, problems),
            None => {}
        }
    }

    let context = raw.context.as_ref().and_then(|context| read_context(source, context, &raw.id, problems));
    let mut figures = Figures {
        zone: raw.zone.as_ref().map(|zone| *zone.get_ref()).or_else(|| model_figures?.zone),
        education: raw.education.or_else(|| model_figures?.education),
        experience: raw.experience.or_else(|| model_figures?.experience),
        training: raw.training.or_else(|| model_figures?.training),
        ratings,
        estimated: read_estimated(source, &raw.estimated, problems),
        context: context.or_else(|| model_figures?.context),
        pay: raw.pay.as_ref().map(read_pay),
        outlook: raw.outlook.as_ref().map(|raw| {
            let RawOutlook { change, openings, employed, from, to } = *raw;
            Outlook { change, openings, employed, from, to }
        }),
        isco: raw.isco.clone(),
        related: Vec::new(),
        source: read_figure_source(raw.source.as_ref(), models.is_some()),
        like: None,
    };
    if let (FigureSource::Own(None), Some(model)) = (&figures.source, model) {
        figures.like = taken_over::find_taken_over(model, &figures, scales);
    }
    figures
}

/// Figures that ship and that no import wrote must say where they are from, or pages would call them published.
pub fn check_source(source: &Source, entry: &Entry<RawFigures>, problems: &mut Problems) {
    if entry.value.source.is_none() && !source.text.starts_with(FigureSource::FIRST_LINE) {
        let what = format!("the figures of '{}' do not say where they are from", entry.value.id.get_ref());
        problems.add(source, entry.value.id.span(), what, "add source = \"who measured or estimated them\"");
    }
}

/// Figures in somebody's own file are their own, whether they say from where or not.
fn read_figure_source(named: Option<&Text>, is_own: bool) -> FigureSource {
    match named {
        Some(named) => FigureSource::Own(Some(named.get_ref().trim().to_string()).filter(|named| !named.is_empty())),
        None if is_own => FigureSource::Own(None),
        None => FigureSource::Published,
    }
}

/// The career that the figures are like; pay, outlook and codes are facts of their own, and are not taken over.
fn find_model<'c>(
    source: &Source,
    like: &Text,
    models: Option<&'c Catalogue>,
    problems: &mut Problems,
) -> Option<&'c Career> {
    let Some(models) = models else {
        let what = "a shipped career is rated by its own figures";
        problems.add(source, like.span(), what, "take 'like' out and give all ratings");
        return None;
    };

    let found = models.find(like.get_ref()).map(|id| models.get(id));
    if found.is_none() {
        let ids = models.careers().iter().map(|career| career.id.as_str());
        let near = suggest(like.get_ref(), ids).map(|near| format!("did you mean '{near}'?"));
        let remedy = near.unwrap_or_else(|| "'careerfit career WORDS' shows the id of a shipped career".to_string());
        problems.add(source, like.span(), format!("no shipped career has the id '{}'", like.get_ref()), remedy);
    }
    found
}

/// Notes a group without ratings.
fn report_lack(source: &Source, group: Group, entry: &Entry<RawFigures>, problems: &mut Problems) {
    let name = group.name();
    let example = CATALOGUE.iter().find(|(field, _)| *field == name).map_or("", |(_, example)| example);
    let remedy = format!("add it to this entry, for example: {example}; or take all ratings over with like = \"ID\"");
    problems.add(source, entry.span.clone(), format!("missing field `{name}`"), remedy);
}

fn read_ratings(
    source: &Source,
    group: Group,
    rated: &Spanned<Named<i64>>,
    raw: &RawFigures,
    scales: &Scales,
    ratings: &mut [u8],
    problems: &mut Problems,
) {
    let named = rated.get_ref();
    let names: Vec<(ScaleId, &str)> =
        group.scales().filter_map(|scale| Some((scale, scales.get(scale).id.split_once('.')?.1))).collect();

    for (name, value) in &named.0 {
        let Some((scale, _)) = names.iter().find(|(_, known)| known == name.get_ref()) else {
            let near = suggest(name.get_ref(), names.iter().map(|(_, known)| *known));
            let remedy = near.map_or_else(|| SEE.to_string(), |near| format!("did you mean '{near}'?"));
            let what = format!("unknown scale '{}' in {}", name.get_ref(), group.name());
            problems.add(source, name.span(), what, remedy);
            continue;
        };
        ratings[scale.index()] = read_percent(source, name.get_ref(), value, problems);
    }

    let missing: Vec<&str> =
        names.iter().map(|(_, name)| *name).filter(|name| !named.0.keys().any(|key| key.get_ref() == name)).collect();
    // a group of the wrong kind is reported already, and lacks nothing more
    if !missing.is_empty() && raw.like.is_none() && !is_stand_in(&rated.span()) {
        let what = format!("'{}' has no rating in {} for {}", raw.id.get_ref(), group.name(), missing.join(", "));
        problems.add(source, raw.id.span(), what, "rate every scale of the group from 0 to 100, or give like = \"ID\"");
    }
}

fn read_percent(source: &Source, name: &str, value: &Spanned<i64>, problems: &mut Problems) -> u8 {
    u8::try_from(*value.get_ref()).ok().filter(|percent| *percent <= 100).unwrap_or_else(|| {
        let what = format!("{name} is {}, outside 0 to 100", value.get_ref());
        problems.add(source, value.span(), what, "write a whole number from 0 to 100");
        0
    })
}

fn read_estimated(source: &Source, names: &[Text], problems: &mut Problems) -> ByGroup<bool> {
    let mut marks = ByGroup::from_value(false);
    for name in names {
        match Group::from_name(name.get_ref()) {
            Some(group) => marks[group] = true,
            None => {
                let what = format!("unknown group '{}'", name.get_ref());
                problems.add(source, name.span(), what, "name interests, skills, subjects or styles");
            }
        }
    }
    marks
}

fn read_context(source: &Source, raw: &Named<i64>, id: &Text, problems: &mut Problems) -> Option<Context> {
    const NAMES: [&str; 9] =
        ["contact", "teamwork", "public", "indoors", "outdoors", "standing", "walking", "freedom", "routine"];

    let mut values = [None; 9];
    for (name, value) in &raw.0 {
        match NAMES.iter().position(|known| known == name.get_ref()) {
            Some(at) => values[at] = Some(read_percent(source, name.get_ref(), value, problems)),
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

fn read_pay(raw: &RawPay) -> Pay {
    let percentiles = [raw.p10, raw.p25, raw.median, raw.p75, raw.p90];
    Pay { percentiles, hourly_median: raw.hourly, year: raw.year }
}
