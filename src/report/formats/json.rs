//! A report as one JSON object on one line.

mod whole;

use crate::fit::Reasons;
use crate::model::{Catalogue, DrawnBy, Group, Reason, ScaleId, Served, Source};
use crate::report::exporters::{Exporter, Many};
use crate::report::provenance::MadeWith;
use crate::report::{DirectionEntry, Entry, Ranking, Report, describe_provenance, telling};
use crate::text::visible::is_steering;
use serde::Serialize;
use serde::ser::Serializer;
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
        escape_json(serde_json::to_string(report).unwrap_or_default()) + "\n"
    }

    fn write_many(&self, _catalogue: &Catalogue) -> Option<Many> {
        Some(Many::new(String::new(), |text, ranking| *text += &(write_json(ranking) + "\n")))
    }
}

/// A ranking as one JSON object, without a line break.
pub fn write_json(ranking: &Ranking<'_>) -> String {
    escape_json(serde_json::to_string(ranking).unwrap_or_default())
}

/// JSON in which nothing can steer a terminal: such characters stand only in its strings, and are escaped there.
pub fn escape_json(json: String) -> String {
    if !json.contains(is_steering) {
        return json;
    }

    let mut escaped = String::with_capacity(json.len() + 32);
    for c in json.chars() {
        match c {
            c if is_steering(c) => {
                // JSON escapes units of UTF-16, of which a rare character has two.
                let units = c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")).collect::<Vec<_>>();
                escaped.extend(units);
            }
            c => escaped.push(c),
        }
    }
    escaped
}

/// Six decimals are enough for every use, and the same on every machine.
pub fn round_figure(value: f64) -> f64 {
    (value * 1e6).round() / 1e6 + 0.0
}

/// The version of the schema, one more with every change that could break a reader.
const VERSION: u32 = 1;
/// Stands for all scales that are no reason of their own.
const OTHERS: &str = "others";

impl Serialize for Ranking<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        build_fields(self, None).serialize(serializer)
    }
}

impl Serialize for Report<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (ranking, whole) = (build_fields(&self.ranking, Some(self)), whole::build_fields(self));
        Both { ranking, whole }.serialize(serializer)
    }
}

/// A report to keep: the fields of its ranking, then its own.
#[derive(Serialize)]
struct Both<'r> {
    #[serde(flatten)]
    ranking: Fields<'r>,
    #[serde(flatten)]
    whole: whole::Fields<'r>,
}

/// The fields of a ranking, in their order.
#[derive(Serialize)]
struct Fields<'r> {
    version: u32,
    made_with: MadeWith,
    person: &'r str,
    answered: usize,
    verdict: &'static str,
    profile: Groups<'r>,
    careers: Vec<Career<'r>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    directions: Option<Vec<Direction<'r>>>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    hints: &'r [&'r str],
    notes: &'r [String],
}

/// The fields of a ranking; those of a report to keep fold near twins.
fn build_fields<'r>(ranking: &'r Ranking<'r>, folded: Option<&'r Report<'r>>) -> Fields<'r> {
    Fields {
        version: VERSION,
        made_with: describe_provenance(ranking.dataset),
        person: &ranking.person,
        answered: ranking.answered,
        verdict: ranking.verdict.words(),
        profile: Groups(ranking),
        careers: ranking.careers.iter().map(|entry| build_career(ranking, entry, folded)).collect(),
        directions: ranking.directions.as_ref().map(|all| all.iter().map(build_direction).collect()),
        hints: &ranking.hints,
        notes: &ranking.notes,
    }
}

/// The goals that were chosen, by id, each with whether a career serves it.
fn build_goals<'r>(report: &Report<'r>, entry: &Entry<'_>) -> BTreeMap<&'r str, &'static str> {
    let words = |served| match served {
        Served::Yes => "yes",
        Served::No => "less so",
        Served::NotKnown => "not known",
        Served::Unmeasured => "no figure",
    };

    let served = telling::list_served(report.dataset, report.record, entry.career);
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

fn build_direction<'r>(entry: &'r DirectionEntry<'r>) -> Direction<'r> {
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
        stays: round_figure(entry.stays),
        drawn_by,
        because: entry.because.map(|(question, value)| Because { question, value }),
    }
}

/// One career of a ranking.
#[derive(Serialize)]
struct Career<'r> {
    id: &'r str,
    title: &'r str,
    rank: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    rank_low: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rank_high: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    shown: Option<usize>,
    fit: f64,
    band: &'static str,
    later_step: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    reasons: Option<Vec<Share<'r>>>,
    /// Ids of near twins, where they are folded.
    #[serde(skip_serializing_if = "Option::is_none")]
    alike: Option<Vec<&'r str>>,
    /// The goals that were chosen, each with whether the career serves it, in a report to keep.
    #[serde(skip_serializing_if = "Option::is_none")]
    goals: Option<BTreeMap<&'r str, &'static str>>,
}

fn build_career<'r>(ranking: &'r Ranking<'r>, entry: &'r Entry<'r>, folded: Option<&'r Report<'r>>) -> Career<'r> {
    Career {
        id: entry.id,
        title: entry.title,
        rank: entry.rank,
        rank_low: entry.interval.map(|interval| interval.low),
        rank_high: entry.interval.map(|interval| interval.high),
        group: entry.group,
        shown: entry.shown,
        fit: round_figure(entry.fit),
        band: entry.band.words(),
        later_step: entry.later_step,
        reasons: entry.reasons.as_ref().map(|reasons| build_shares(ranking, reasons)),
        alike: folded.map(|report| report.list_ids(report.find_alike(entry.career))),
        goals: folded.map(|report| build_goals(report, entry)).filter(|goals| !goals.is_empty()),
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
fn build_shares<'r>(ranking: &'r Ranking<'_>, reasons: &Reasons) -> Vec<Share<'r>> {
    let mut each: Vec<&Reason> = reasons.speaks_for.iter().chain(&reasons.against).chain(&reasons.idle).collect();
    each.sort_unstable_by(|a, b| b.points.abs().total_cmp(&a.points.abs()).then(a.scale.cmp(&b.scale)));

    let scale = |reason: &Reason| ranking.dataset.scales.get(reason.scale).id.as_str();
    let direct = reasons.direct.iter().map(|(source, points)| (build_share_of(ranking, *source), *points));
    let scales =
        each.into_iter().map(|reason| (scale(reason), reason.points)).chain([(OTHERS, reasons.others.total())]);
    let shares = direct.chain(scales.map(|(scale, points)| (ShareOf::Scale(scale), points)));
    shares.map(|(of, points)| Share { of, contribution: round_figure(points) }).collect()
}

fn build_share_of<'r>(ranking: &'r Ranking<'_>, source: Source) -> ShareOf<'r> {
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
        let named = |scale: ScaleId| {
            let id = ranking.dataset.scales.get(scale).id.as_str();
            let name = id.split_once('.').map_or(id, |(_, name)| name);
            (name, build_estimate(ranking, scale))
        };
        serializer.collect_map(group.scales().map(named))
    }
}

/// One scale's estimate.
#[derive(Serialize)]
struct Estimate {
    estimate: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    sd: Option<f64>,
}

fn build_estimate(ranking: &Ranking<'_>, scale: ScaleId) -> Estimate {
    let sd = ranking.uncertainty.then(|| round_figure(ranking.profile.sd[scale]));
    Estimate { estimate: round_figure(ranking.profile.estimate[scale]), sd }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_steer_a_terminal_comes_back_from_json_as_it_was() {
        let wild = "a\u{1b}[2J\u{9b}1m\u{202e}\"\\é\n";
        let json = escape_json(serde_json::to_string(wild).expect("a string"));
        assert!(!json.contains(is_steering), "{json:?}");
        assert_eq!(serde_json::from_str::<String>(&json).expect("JSON"), wild);
    }

    #[test]
    fn no_zero_is_negative() {
        assert_eq!(round_figure(-1e-9).to_string(), "0");
    }
}
