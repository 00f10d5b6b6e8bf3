//! `careerfit career`: a career looked up by what people call it.

use super::output::print;
use super::{Ending, data};
use crate::cli::Data;
use crate::fit::search;
use crate::model::{CareerId, Catalogue};
use crate::report;
use anyhow::{Result, bail};

/// Other hits named below the first.
const OTHERS: usize = 5;

/// Prints the career that the words name best, and which others they may mean.
pub fn run(words: &str, data: &Data) -> Result<Ending> {
    let catalogue = data::kit(data)?.catalogue;
    let (id, others) = found(&catalogue, words)?;
    let mut text = report::career(&catalogue, id);
    if !others.is_empty() {
        let titles: Vec<&str> = others.iter().map(|other| catalogue.get(*other).title.as_str()).collect();
        text += "\nNot what you meant? There are also: ";
        text += &titles.join("; ");
        text += ".\n";
    }
    print(&text)?;
    Ok(Ending::Done)
}

/// The career that an id or words name best, and other good hits unless it was named by its id or whole title.
pub fn found(catalogue: &Catalogue, words: &str) -> Result<(CareerId, Vec<CareerId>)> {
    let exact = |id: &CareerId| catalogue.get(*id).title.eq_ignore_ascii_case(words.trim());
    let by_id = catalogue.find(words.trim());
    let by_title = || catalogue.iter().map(|(id, _)| id).find(exact);
    if let Some(id) = by_id.or_else(by_title) {
        return Ok((id, Vec::new()));
    }
    let mut hits = search(catalogue, words, 1 + OTHERS).into_iter().map(|hit| hit.career);
    match hits.next() {
        Some(first) => Ok((first, hits.collect())),
        None => bail!("no career is called anything like '{words}'; try another word for it"),
    }
}
