//! Somebody's own questionnaire and careers in the place of the shipped ones, from files or from texts.
//!
//! Place in the flow: after `content`, whose checks it runs over what it has read. [`OwnFiles`] or [`OwnTexts`] go in, a
//! [`Dataset`] comes out, or every problem of every file at once.

mod error;
mod files;

pub use error::Error;
pub use files::{decode_text, list_toml_files, read_readable_sources, read_source, read_sources};

use crate::content::shipped::load_shipped;
use crate::content::{read_addition, read_own_catalogue, read_questionnaire};
use crate::diagnostics::{Problems, Source};
use crate::model::{Catalogue, Dataset};
use std::path::PathBuf;

/// Files in the place of shipped data; what is left out stays as it is shipped.
#[derive(Clone, Debug, Default)]
pub struct OwnFiles {
    /// The file of the questions that are asked.
    pub questionnaire: Option<PathBuf>,
    /// The file or folder of the careers that are ranked.
    pub catalogue: Option<PathBuf>,
    /// The file or folder of careers that are ranked as well; one with an id that is there takes its place.
    pub added: Option<PathBuf>,
}

impl OwnFiles {
    /// Reads and checks the files.
    ///
    /// # Errors
    /// [`Error::Problems`] with all that is wrong in any of them; otherwise why a file could not be read, or that all of them
    /// together are too much.
    pub fn dataset(&self) -> Result<Dataset, Error> {
        let careers = |path: &Option<PathBuf>| path.as_deref().map_or_else(|| Ok(Vec::new()), list_toml_files);
        let asked: Vec<PathBuf> = self.questionnaire.iter().cloned().collect();
        let (ranked, added) = (careers(&self.catalogue)?, careers(&self.added)?);

        // read together, so that the limits on what is in memory hold for all of them at once
        let mut texts = read_sources(&[asked.as_slice(), &ranked, &added].concat())?.into_iter();
        let own = OwnTexts {
            questionnaire: asked.first().and_then(|_| texts.next()),
            catalogue: texts.by_ref().take(ranked.len()).collect(),
            added: texts.collect(),
        };
        own.dataset()
    }
}

/// Texts in the place of shipped data, each with the name that problems give it; what is left out stays as it is shipped.
#[derive(Clone, Debug, Default)]
pub struct OwnTexts {
    /// The questions that are asked.
    pub questionnaire: Option<Source>,
    /// The careers that are ranked.
    pub catalogue: Vec<Source>,
    /// Careers that are ranked as well; one with an id that is there takes its place.
    pub added: Vec<Source>,
}

impl OwnTexts {
    /// Checks the texts.
    ///
    /// # Errors
    /// [`Error::Problems`] with all that is wrong in any of them.
    pub fn dataset(&self) -> Result<Dataset, Error> {
        let mut dataset = load_shipped().map_err(|error| Error::Damaged(error.to_string()))?;
        let mut problems = Problems::default();

        if let Some(own) = &self.questionnaire {
            match read_questionnaire(own, &dataset.scales) {
                Ok(own) => dataset.questionnaire = own,
                Err(found) => problems.join(found),
            }
        }
        if !self.catalogue.is_empty() {
            match read_own_catalogue(&self.catalogue, &dataset.catalogue, &dataset.scales) {
                Ok(own) => dataset.catalogue = own.into(),
                Err(found) => problems.join(found),
            }
        }

        // what is added may name the careers of a catalogue, so that it cannot be checked beside a broken one
        if !self.added.is_empty() && problems.is_empty() {
            match read_addition(&self.added, &dataset.catalogue, &dataset.scales) {
                Ok(added) => dataset.catalogue = Catalogue::from(added).with_names(dataset.catalogue.hidden_names()),
                Err(found) => problems.join(found),
            }
        }

        problems.or(dataset).map_err(Error::Problems)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_problems_of_all_texts_come_in_one_go() {
        let texts = OwnTexts {
            questionnaire: Some(Source::new("questions.toml", "id = 7\n")),
            catalogue: vec![Source::new("careers.toml", "[[career]]\nid = \"baker\"\n")],
            added: Vec::new(),
        };
        let Err(Error::Problems(problems)) = texts.dataset() else { panic!("both are broken") };

        let said = problems.to_string();
        assert!(said.contains("questions.toml:1") && said.contains("careers.toml:1"), "{said}");
    }

    #[test]
    fn without_own_data_the_shipped_ones_are_used() {
        let dataset = OwnFiles::default().dataset().expect("the shipped data");
        assert_eq!(dataset.catalogue.len(), load_shipped().expect("the shipped data").catalogue.len());
    }
}
