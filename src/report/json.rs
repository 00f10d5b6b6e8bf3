//! A report as one JSON object on one line.

mod whole;

use super::exporters::{Exporter, Many};
use super::{DirectionEntry, Entry, Ranking, Report, made_with, telling};
use crate::fit::Reasons;
use crate::model::visible::steers;
use crate::model::{Catalogue, DrawnBy, Group, RankInterval, Reason, ScaleId, Served, Source};
use serde::Serialize;
use serde::ser::{SerializeMap, SerializeStruct, Serializer};
use std::collections::BTreeMap;

/// JSON: everything, for programs.
#[derive(Debug)]
pub struct Json;

impl Exporter for Json {
    fn name(&self) -> &'static str {
        "json"
    }

    fn ending(&self) -> &'static str {
        "json"
    }

    fn label(&self) -> &'static str {
        "everything, for programs"
    }

    fn write(&self, report: &Report<'_>) -> String {
        escaped(serde_json::to_string(report).unwrap_or_default()) + "\n"
    }

    fn for_many(&self, _catalogue: &Catalogue) -> Option<Many> {
        Some(Many::new(String::new(), |text, ranking| *text += &(json(ranking) + "\n")))
    }
}

/// A ranking as one JSON object, without a line break.
pub fn json(ranking: &Ranking<'_>) -> String {
    escaped(serde_json::to_string(ranking).unwrap_or_default())
}

/// JSON in which nothing can steer a terminal: such characters stand only in its strings, and are escaped there.
pub fn escaped(json: String) -> String {
    if !json.contains(steers) {
        return json;
    }
    let mut escaped = String::with_capacity(json.len() + 32);
    for c in json.chars() {
        match c {
            c if steers(c) => {
                let units = c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")).collect::<Vec<_>>();
                escaped.extend(units);
            }
            c => escaped.push(c),
        }
    }
    escaped
}

/// Six decimals are enough for every use, and the same on every machine.
pub(super) fn rounded(value: f64) -> f64 {
    (value * 1e6).round() / 1e6 + 0.0
}

/// The version of the schema, one more with every change that could break a reader.
const VERSION: u32 = 1;
/// Stands for all scales that are no reason of their own.
const OTHERS: &str = "others";

impl Serialize for Ranking<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut all = serializer.serialize_map(None)?;
        entries(self, None, &mut all)?;
        all.end()
    }
}

impl Serialize for Report<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut all = serializer.serialize_map(None)?;
        entries(&self.ranking, Some(self), &mut all)?;
        whole::entries(self, &mut all)?;
        all.end()
    }
}

/// The fields of a ranking; those of a report to keep fold near twins.
fn entries<M: SerializeMap>(ranking: &Ranking<'_>, folded: Option<&Report<'_>>, all: &mut M) -> Result<(), M::Error> {
    all.serialize_entry("version", &VERSION)?;
    all.serialize_entry("made_with", &made_with(ranking.dataset))?;
    all.serialize_entry("person", &ranking.person)?;
    all.serialize_entry("answered", &ranking.answered)?;
    all.serialize_entry("verdict", ranking.verdict.words())?;
    all.serialize_entry("profile", &Groups(ranking))?;
    let career = |entry| Career {
        ranking,
        entry,
        alike: folded.map(|report| report.ids(report.alike(entry.career))),
        goals: folded.map(|report| goals(report, entry)).filter(|goals| !goals.is_empty()),
    };
    let careers: Vec<Career<'_>> = ranking.careers.iter().map(career).collect();
    all.serialize_entry("careers", &careers)?;
    if let Some(directions) = &ranking.directions {
        all.serialize_entry("directions", &directions.iter().map(direction).collect::<Vec<_>>())?;
    }
    all.serialize_entry("notes", &ranking.notes)
}

/// The goals that were chosen, by id, each with whether a career serves it.
fn goals<'r>(report: &Report<'r>, entry: &Entry<'_>) -> BTreeMap<&'r str, &'static str> {
    let words = |served| match served {
        Served::Yes => "yes",
        Served::No => "less so",
        Served::NotKnown => "not known",
        Served::Unmeasured => "no figure",
    };
    let served = telling::served(report.dataset, report.record, entry.career);
    served.into_iter().map(|(goal, served)| (goal, words(served))).collect()
}

#[derive(Serialize)]
struct Direction<'r> {
    title: &'r str,
    centre: Option<&'r str>,
    careers: &'r [&'r str],
    start: Option<&'r str>,
    stays: f64,
    drawn_by: &'static str,
    because: Option<Because<'r>>,
}

#[derive(Serialize)]
struct Because<'r> {
    question: &'r str,
    value: u8,
}

fn direction<'r>(entry: &'r DirectionEntry<'r>) -> Direction<'r> {
    let drawn_by = match entry.drawn_by {
        DrawnBy::Both => "both",
        DrawnBy::Enjoying => "enjoying",
        DrawnBy::BeingGood => "being good",
    };
    Direction {
        title: entry.title,
        centre: entry.careers.first().copied(),
        careers: &entry.careers,
        start: entry.start,
        stays: rounded(entry.stays),
        drawn_by,
        because: entry.because.map(|(question, value)| Because { question, value }),
    }
}

/// One career of a ranking.
struct Career<'r> {
    ranking: &'r Ranking<'r>,
    entry: &'r Entry<'r>,
    /// Ids of near twins, where they are folded.
    alike: Option<Vec<&'r str>>,
    /// The goals that were chosen, each with whether the career serves it, in a report to keep.
    goals: Option<BTreeMap<&'r str, &'static str>>,
}

impl Serialize for Career<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { ranking, entry, alike, goals } = self;
        let mut all = serializer.serialize_map(None)?;
        all.serialize_entry("id", entry.id)?;
        all.serialize_entry("title", entry.title)?;
        all.serialize_entry("rank", &entry.rank)?;
        if let Some(RankInterval { low, high }) = &entry.interval {
            all.serialize_entry("rank_low", low)?;
            all.serialize_entry("rank_high", high)?;
        }
        if let Some(group) = &entry.group {
            all.serialize_entry("group", group)?;
        }
        if let Some(shown) = &entry.shown {
            all.serialize_entry("shown", shown)?;
        }
        all.serialize_entry("fit", &rounded(entry.fit))?;
        all.serialize_entry("band", entry.band.words())?;
        all.serialize_entry("later_step", &entry.later_step)?;
        if let Some(reasons) = &entry.reasons {
            all.serialize_entry("reasons", &shares(ranking, reasons))?;
        }
        if let Some(alike) = alike {
            all.serialize_entry("alike", alike)?;
        }
        if let Some(goals) = goals {
            all.serialize_entry("goals", goals)?;
        }
        all.end()
    }
}

/// What a scale, an activity, or all others together, add to a fit.
#[derive(Serialize)]
struct Share<'r> {
    #[serde(flatten)]
    of: ShareOf<'r>,
    contribution: f64,
}

/// What adds to a fit.
#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum ShareOf<'r> {
    Scale(&'r str),
    Question(&'r str),
    Card(&'r str),
    Condition(String),
}

/// What speaks by itself, the reasons for and against, strongest first, and the others: together the whole fit.
fn shares<'r>(ranking: &'r Ranking<'_>, reasons: &Reasons) -> Vec<Share<'r>> {
    let mut each: Vec<&Reason> = reasons.speaks_for.iter().chain(&reasons.against).chain(&reasons.idle).collect();
    each.sort_unstable_by(|a, b| b.points.abs().total_cmp(&a.points.abs()).then(a.scale.cmp(&b.scale)));
    let scale = |reason: &Reason| ranking.dataset.scales.get(reason.scale).id.as_str();
    let direct = reasons.direct.iter().map(|(source, points)| (share_of(ranking, *source), *points));
    let scales = each.into_iter().map(|reason| (scale(reason), reason.points)).chain([(OTHERS, reasons.others)]);
    let shares = direct.chain(scales.map(|(scale, points)| (ShareOf::Scale(scale), points)));
    shares.map(|(of, points)| Share { of, contribution: rounded(points) }).collect()
}

fn share_of<'r>(ranking: &'r Ranking<'_>, source: Source) -> ShareOf<'r> {
    match source {
        Source::Activity { question, .. } => ShareOf::Question(&ranking.dataset.questionnaire.question(question).id),
        Source::Card { career, .. } => ShareOf::Card(&ranking.dataset.catalogue.get(career).id),
        Source::Condition { place, .. } => ShareOf::Condition(ranking.dataset.questionnaire.conditions[place].column()),
    }
}

/// The profile by group.
struct Groups<'r>(&'r Ranking<'r>);

impl Serialize for Groups<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(Group::ALL.into_iter().map(|group| (group.name(), Estimates(self.0, group))))
    }
}

/// The estimates of one group by the scale's name in it.
struct Estimates<'r>(&'r Ranking<'r>, Group);

impl Serialize for Estimates<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(ranking, group) = self;
        let mut all = serializer.serialize_map(Some(group.range().len()))?;
        for scale in group.range().filter_map(ScaleId::new) {
            let id = ranking.dataset.scales.get(scale).id.as_str();
            let name = id.split_once('.').map_or(id, |(_, name)| name);
            all.serialize_entry(name, &Estimate(ranking, scale))?;
        }
        all.end()
    }
}

/// One scale's estimate.
struct Estimate<'r>(&'r Ranking<'r>, ScaleId);

impl Serialize for Estimate<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(ranking, scale) = self;
        let mut all = serializer.serialize_struct("Estimate", 1 + usize::from(ranking.uncertainty))?;
        all.serialize_field("estimate", &rounded(ranking.profile.estimate(*scale)))?;
        if ranking.uncertainty {
            all.serialize_field("sd", &rounded(ranking.profile.sd(*scale)))?;
        }
        all.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_steer_a_terminal_comes_back_from_json_as_it_was() {
        let wild = "a\u{1b}[2J\u{9b}1m\u{202e}\"\\é\n";
        let json = escaped(serde_json::to_string(wild).expect("a string"));
        assert!(!json.contains(steers), "{json:?}");
        assert_eq!(serde_json::from_str::<String>(&json).expect("JSON"), wild);
    }

    #[test]
    fn no_zero_is_negative() {
        assert_eq!(rounded(-1e-9).to_string(), "0");
    }
}
