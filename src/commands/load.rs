//! The data a command works with: the shipped one, with what the command line puts in its place.

use crate::cli::Data;
use crate::fit::Matcher;
use crate::model::Dataset;
use crate::own::{Error, OwnFiles};
use crate::search::Language;
use anyhow::Result;

/// What is asked and ranked.
pub fn dataset(data: &Data) -> Result<Dataset> {
    let files = OwnFiles {
        questionnaire: data.questions.questionnaire.clone(),
        catalogue: data.careers.catalogue.clone(),
        added: data.careers.add_catalogue.clone(),
    };

    // problems are printed with their places, and everything else in a line
    files.dataset().map_err(|error| match error {
        Error::Problems(problems) => problems.into(),
        error => error.into(),
    })
}

/// The same, ready for matching.
pub fn matcher(data: &Data) -> Result<Matcher> {
    Ok(Matcher::new(dataset(data)?).speaking(language()))
}

/// The language of the person's computer, where names are known in it.
pub fn language() -> Option<Language> {
    let mut variables = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok());
    Language::of_locale(&variables.find(|value| !value.is_empty())?)
}
