//! A report as one JSON object on one line.

mod whole;

use super::{Entry, Report};
use crate::fit::Reasons;
use crate::model::visible::steers;
use crate::model::{Group, RankInterval, Reason, ScaleId};
use serde::Serialize;
use serde::ser::{SerializeMap, SerializeStruct, Serializer};

/// The report as JSON, without a line break.
pub fn json(report: &Report) -> String {
    escaped(serde_json::to_string(report).unwrap_or_default())
}

/// JSON in which nothing can steer a terminal: such characters stand only in its strings, and are escaped there.
pub fn escaped(json: String) -> String {
    if !json.contains(steers) {
        return json;
    }
    let one = |c: char| if steers(c) { format!("\\u{:04x}", u32::from(c)) } else { c.to_string() };
    json.chars().map(one).collect()
}

/// Six decimals are enough for every use, and the same on every machine.
fn rounded(value: f64) -> f64 {
    (value * 1e6).round() / 1e6 + 0.0
}

/// The version of the schema, one more with every change that could break a reader.
const VERSION: u32 = 1;
/// Stands for all scales that are no reason of their own.
const OTHERS: &str = "others";

impl Serialize for Report<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut all = serializer.serialize_map(None)?;
        all.serialize_entry("version", &VERSION)?;
        all.serialize_entry("person", &self.person)?;
        all.serialize_entry("answered", &self.answered)?;
        all.serialize_entry("verdict", self.verdict.words())?;
        all.serialize_entry("profile", &Groups(self))?;
        let careers: Vec<Career> = self.careers.iter().map(|entry| Career(self, entry)).collect();
        all.serialize_entry("careers", &careers)?;
        all.serialize_entry("notes", &self.notes)?;
        if let Some(whole) = &self.whole {
            whole::entries(whole, &mut all)?;
        }
        all.end()
    }
}

/// One career of a report.
struct Career<'r>(&'r Report<'r>, &'r Entry<'r>);

impl Serialize for Career<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(report, entry) = self;
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
            all.serialize_entry("reasons", &shares(report, reasons))?;
        }
        if let Some(whole) = &report.whole {
            all.serialize_entry("alike", &whole.ids(whole.alike(entry.career)))?;
        }
        all.end()
    }
}

/// What a scale, or all others together, adds to a fit.
#[derive(Serialize)]
struct Share<'r> {
    scale: &'r str,
    contribution: f64,
}

/// The reasons for and against, strongest first, and the others: together the whole fit.
fn shares<'r>(report: &'r Report<'_>, reasons: &Reasons) -> Vec<Share<'r>> {
    let mut each: Vec<&Reason> = reasons.speaks_for.iter().chain(&reasons.against).collect();
    each.sort_by(|a, b| b.points.abs().total_cmp(&a.points.abs()).then(a.scale.cmp(&b.scale)));
    let scale = |reason: &Reason| report.scales.get(reason.scale).id.as_str();
    let shares = each.into_iter().map(|reason| (scale(reason), reason.points));
    let shares = shares.chain([(OTHERS, reasons.others)]);
    shares.map(|(scale, points)| Share { scale, contribution: rounded(points) }).collect()
}

/// The profile by group.
struct Groups<'r>(&'r Report<'r>);

impl Serialize for Groups<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(Group::ALL.into_iter().map(|group| (group.name(), Estimates(self.0, group))))
    }
}

/// The estimates of one group by the scale's name in it.
struct Estimates<'r>(&'r Report<'r>, Group);

impl Serialize for Estimates<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(report, group) = self;
        let mut all = serializer.serialize_map(Some(group.range().len()))?;
        for scale in group.range().filter_map(ScaleId::new) {
            let id = report.scales.get(scale).id.as_str();
            let name = id.split_once('.').map_or(id, |(_, name)| name);
            all.serialize_entry(name, &Estimate(report, scale))?;
        }
        all.end()
    }
}

/// One scale's estimate.
struct Estimate<'r>(&'r Report<'r>, ScaleId);

impl Serialize for Estimate<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(report, scale) = self;
        let mut all = serializer.serialize_struct("Estimate", 1 + usize::from(report.uncertainty))?;
        all.serialize_field("estimate", &rounded(report.profile.estimate(*scale)))?;
        if report.uncertainty {
            all.serialize_field("sd", &rounded(report.profile.sd(*scale)))?;
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
