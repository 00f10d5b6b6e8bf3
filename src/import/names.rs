//! The shipped scale ids, so that figures and scales never disagree on a name.

use crate::model::{Group, SCALE_COUNT, ScaleId};
use anyhow::{Context, Result, ensure};
use serde::Deserialize;

const SCALES: &str = include_str!("../../data/scales.toml");

#[derive(Deserialize)]
struct File {
    scale: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    id: String,
}

/// Published names that have changed: what older releases say, and what is said now.
const RENAMED: [(&str, &str); 1] = [("Clerical", "Administrative")];

/// All scale ids in order.
pub struct Names {
    ids: Vec<String>,
}

impl Names {
    /// The shipped ids.
    pub fn shipped() -> Result<Self> {
        let file: File = toml::from_str(SCALES).context("the shipped scales")?;
        let ids: Vec<_> = file.scale.into_iter().map(|entry| entry.id).collect();
        ensure!(ids.len() == SCALE_COUNT, "expected {SCALE_COUNT} shipped scales, found {}", ids.len());
        Ok(Self { ids })
    }

    /// The scale of a group that a published name stands for.
    pub fn find(&self, group: Group, published: &str) -> Option<ScaleId> {
        let renamed = RENAMED.iter().find(|(older, _)| *older == published);
        let id = format!("{}.{}", group.name(), kebab(renamed.map_or(published, |(_, newer)| newer)));
        self.ids.iter().position(|known| *known == id).and_then(ScaleId::new)
    }

    /// The scale's name within its group.
    pub fn short(&self, scale: ScaleId) -> &str {
        let id = &self.ids[scale.index()];
        id.split_once('.').map_or(id.as_str(), |(_, name)| name)
    }
}

fn kebab(name: &str) -> String {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-")
}
