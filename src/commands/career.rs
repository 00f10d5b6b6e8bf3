//! `careerfit career`: a career looked up by what people call it.

use super::output::{complain, print, print_section};
use super::{ExitStatus, load};
use crate::cli::{Card, CareersFrom, Data};
use crate::content;
use crate::fit::Matcher;
use crate::model::{CareerId, Catalogue, Dataset};
use crate::report;
use crate::search::{Certainty, Findings, Hit};
use anyhow::{Result, bail};
use serde_json::{Value, json};
use std::io;

/// Other hits named below the first.
const MAX_OTHERS: usize = 5;
/// Hits in the JSON.
const MAX_MATCHES: usize = 10;
/// The version of the JSON.
const VERSION: u8 = 1;

/// Prints the career that the words name best, and which others they may mean.
pub fn run(words: &str, format: Card, careers: CareersFrom) -> Result<ExitStatus> {
    let matcher = load::matcher(&Data { careers, ..Data::default() })?;
    let found = match named(&matcher.dataset.catalogue, words) {
        Some(career) => Findings { certainty: Certainty::Sure, line: None, hits: vec![Hit::by_title(career)] },
        None => matcher.search(words, MAX_MATCHES),
    };

    match format {
        Card::Text | Card::Toml if found.hits.is_empty() => complain(&found.said(words).unwrap_or_default()),
        Card::Text => print_found(&matcher.dataset.catalogue, words, &found)?,
        Card::Json => print(&format!("{}\n", as_json(&matcher.dataset, words, &found)))?,
        Card::Toml => match found.sure() {
            Some(career) => {
                print(&content::career_as_toml(&matcher.dataset.catalogue, &matcher.dataset.scales, career))?;
            }
            None => bail!("'{words}' may mean several careers; name one by its id"),
        },
    }

    Ok(if found.hits.is_empty() { ExitStatus::Problems } else { ExitStatus::Done })
}

/// The career that an id or words name best, and other good hits unless it was named by its id or whole title.
pub fn found(matcher: &Matcher, words: &str) -> Result<(CareerId, Vec<CareerId>)> {
    if let Some(id) = named(&matcher.dataset.catalogue, words) {
        return Ok((id, Vec::new()));
    }

    let found = matcher.search(words, 1 + MAX_OTHERS);
    match found.sure() {
        Some(first) => Ok((first, found.hits.iter().skip(1).map(|hit| hit.career).collect())),
        None => bail!("no career is called anything like '{words}'; try another word for it"),
    }
}

/// The career with this id or whole title.
fn named(catalogue: &Catalogue, words: &str) -> Option<CareerId> {
    let words = words.trim();
    let by_title = || catalogue.iter().find(|(_, career)| career.title.eq_ignore_ascii_case(words)).map(|(id, _)| id);
    catalogue.find(words).or_else(by_title)
}

fn print_found(catalogue: &Catalogue, words: &str, found: &Findings) -> io::Result<()> {
    let rows = |hits: &[Hit]| {
        hits.iter().flat_map(|hit| ["  ".to_string(), row(catalogue, hit), "\n".to_string()]).collect::<String>()
    };

    let Some(first) = found.hits.first().filter(|_| found.certainty == Certainty::Sure) else {
        return print(&format!("{}\n{}", found.said(words).unwrap_or_default(), rows(&found.hits)));
    };

    if let Some(name) = first.found_as.as_ref().filter(|name| !name.own) {
        print(&format!("{}, {}\n", catalogue.get(first.career).title, name.said()))?;
    }
    print_section(&report::telling::in_full(catalogue, first.career))?;

    let others = &found.hits[1..found.hits.len().min(1 + MAX_OTHERS)];
    if !others.is_empty() {
        let titles: Vec<&str> = others.iter().map(|other| catalogue.get(other.career).title.as_str()).collect();
        print(&format!("\nNot what you meant? There are also: {}.\n", titles.join("; ")))?;
    }
    Ok(())
}

fn row(catalogue: &Catalogue, hit: &Hit) -> String {
    let found_as = hit.found_as.as_ref().map(|name| format!(", {}", name.said())).unwrap_or_default();
    format!("{}{found_as}", catalogue.get(hit.career).title)
}

fn as_json(dataset: &Dataset, words: &str, found: &Findings) -> String {
    let catalogue = &dataset.catalogue;
    let matches: Vec<Value> = found.hits.iter().map(|hit| matched(catalogue, hit)).collect();
    let career = found.sure().map(|career| described(catalogue, career));
    let made_with = report::made_with(dataset);

    let value =
        json!({ "version": VERSION, "made_with": made_with, "query": words, "matches": matches, "career": career });
    report::escaped(value.to_string())
}

fn matched(catalogue: &Catalogue, hit: &Hit) -> Value {
    let career = catalogue.get(hit.career);
    let name = hit.found_as.as_ref();
    let language = name.map(|name| name.language.map_or("en", |language| language.letters()));

    json!({
        "id": career.id,
        "title": career.title,
        "found_as": name.map(|name| &name.name),
        "language": language,
    })
}

fn described(catalogue: &Catalogue, id: CareerId) -> Value {
    let career = catalogue.get(id);
    let (words, figures) = (catalogue.words(id), &career.figures);
    json!({
        "id": career.id,
        "title": career.title,
        "also": career.also,
        "family": catalogue.family(id).name,
        "summary": words.summary,
        "isco08": figures.isco,
        "employed": figures.outlook.as_ref().map(|outlook| outlook.employed),
        "related": figures.related.iter().map(|other| &catalogue.get(*other).id).collect::<Vec<_>>(),
    })
}
