//! A report as one JSON object on one line.

use super::{Entry, Report, Share};
use crate::model::visible::steers;
use crate::model::{Group, RankInterval, ScaleId};
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

impl Serialize for Report<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut all = serializer.serialize_struct("Report", 6)?;
        all.serialize_field("person", &self.person)?;
        all.serialize_field("answered", &self.answered)?;
        all.serialize_field("verdict", self.verdict.words())?;
        all.serialize_field("profile", &Groups(self))?;
        all.serialize_field("careers", &self.careers)?;
        all.serialize_field("notes", &self.notes)?;
        all.end()
    }
}

impl Serialize for Entry<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut all = serializer.serialize_map(None)?;
        all.serialize_entry("id", self.id)?;
        all.serialize_entry("title", self.title)?;
        all.serialize_entry("rank", &self.rank)?;
        if let Some(RankInterval { low, high }) = &self.interval {
            all.serialize_entry("rank_low", low)?;
            all.serialize_entry("rank_high", high)?;
        }
        if let Some(shown) = &self.shown {
            all.serialize_entry("shown", shown)?;
        }
        all.serialize_entry("fit", &rounded(self.fit))?;
        all.serialize_entry("band", self.band.words())?;
        all.serialize_entry("later_step", &self.later_step)?;
        if let Some(reasons) = &self.reasons {
            all.serialize_entry("reasons", reasons)?;
        }
        all.end()
    }
}

impl Serialize for Share<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut all = serializer.serialize_struct("Share", 2)?;
        all.serialize_field("scale", self.scale)?;
        all.serialize_field("contribution", &rounded(self.contribution))?;
        all.end()
    }
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
