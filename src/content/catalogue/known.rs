//! The careers that entries may name.

use crate::diagnostics::shape::Text;
use crate::diagnostics::{Problems, Source, suggest};
use crate::model::{CareerId, Catalogue};
use std::collections::BTreeMap;

/// The careers that an entry may name, and those that are like them but elsewhere.
#[derive(Clone, Copy)]
pub struct Known<'k> {
    /// By id.
    pub ids: &'k BTreeMap<String, CareerId>,
    /// Shipped careers, which only an addition may name.
    pub models: Option<&'k Catalogue>,
}

impl Known<'_> {
    /// The career that the entry `own` names.
    pub fn find(self, source: &Source, name: &Text, own: &Text, problems: &mut Problems) -> Option<CareerId> {
        if name.get_ref() == own.get_ref() {
            problems.add(source, name.span(), format!("'{}' names itself", own.get_ref()), "name another career");
            return None;
        }

        let found = self.ids.get(name.get_ref()).copied();
        if found.is_none() {
            let (what, remedy) = self.describe_unknown(name.get_ref());
            problems.add(source, name.span(), what, remedy);
        }
        found
    }

    /// What is wrong with an id that is not here, and what to do.
    fn describe_unknown(self, id: &str) -> (String, String) {
        if self.models.is_some_and(|models| models.find(id).is_some()) {
            let remedy = "to name shipped careers, check this file with --added and rank with --add-catalogue";
            return (format!("'{id}' is a shipped career, and not in this catalogue"), remedy.to_string());
        }

        let near = suggest(id, self.ids.keys().map(String::as_str));
        let remedy = near.map_or("name a career that is there".to_string(), |near| format!("did you mean '{near}'?"));
        (format!("unknown career '{id}'"), remedy)
    }
}
