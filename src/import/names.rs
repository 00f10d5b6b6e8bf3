//! The shipped scale ids, so that figures and scales never disagree on a name.

use crate::model::{Group, ScaleId, Scales};

/// Published names that have changed: what older releases say, and what is said now.
const RENAMED: [(&str, &str); 1] = [("Clerical", "Administrative")];

/// All scale ids in order.
pub struct Names {
    ids: Vec<String>,
}

impl Names {
    /// The ids of these scales.
    pub fn new(scales: &Scales) -> Self {
        Self { ids: ScaleId::ALL.into_iter().map(|id| scales.get(id).id.clone()).collect() }
    }

    /// The scale of a group that a published name stands for.
    pub fn find(&self, group: Group, published: &str) -> Option<ScaleId> {
        let renamed = RENAMED.iter().find(|(older, _)| *older == published);
        let id = format!("{}.{}", group.name(), to_kebab(renamed.map_or(published, |(_, newer)| newer)));
        self.ids.iter().position(|known| *known == id).and_then(ScaleId::new)
    }

    /// The scale's name within its group.
    pub fn short(&self, scale: ScaleId) -> &str {
        let id = &self.ids[scale.index()];
        id.split_once('.').map_or(id.as_str(), |(_, name)| name)
    }
}

fn to_kebab(name: &str) -> String {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-")
}
