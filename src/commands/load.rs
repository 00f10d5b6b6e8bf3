//! The data a command works with: the shipped one, with what the command line puts in its place.

use super::check::{Sort, find_sort};
use super::exit::Unusable;
use crate::cli::Data;
use crate::fit::Matcher;
use crate::model::Dataset;
use crate::own::{self, Error, OwnFiles};
use crate::search::Language;
use anyhow::{Result, anyhow};
use std::path::PathBuf;

/// What is asked and ranked.
pub fn load_dataset(data: &Data) -> Result<Dataset> {
    let files = OwnFiles {
        questionnaire: data.questions.questionnaire.clone(),
        catalogue: data.careers.catalogue.clone(),
        added: data.careers.add_catalogue.clone(),
    };

    // problems are printed with their places, and everything else in a line
    files.dataset().map_err(|error| match error {
        Error::Problems(problems) => find_mistake(&files).unwrap_or_else(|| problems.into()),
        error => error.into(),
    })
}

/// What to say where a file of careers was given for questions, or the other way round.
fn find_mistake(files: &OwnFiles) -> Option<anyhow::Error> {
    let holds = |path: &PathBuf, wanted: Sort| own::read_source(path).is_ok_and(|source| find_sort(&source) == wanted);
    if let Some(path) = files.questionnaire.as_ref().filter(|path| holds(path, Sort::Careers)) {
        let name = path.display();
        return Some(anyhow!(Unusable(format!("{name} holds careers: give it as --catalogue or --add-catalogue"))));
    }

    let mut careers = [&files.catalogue, &files.added].into_iter().flatten();
    let path = careers.find(|path| holds(path, Sort::Questionnaire))?;
    Some(anyhow!(Unusable(format!("{} holds questions: give it as --questionnaire", path.display()))))
}

/// The same, ready for matching.
pub fn load_matcher(data: &Data) -> Result<Matcher> {
    Ok(Matcher::new(load_dataset(data)?).with_language(find_language()))
}

/// The language of the person's computer, where names are known in it.
pub fn find_language() -> Option<Language> {
    let mut variables = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok());
    Language::of_locale(&variables.find(|value| !value.is_empty())?)
}
