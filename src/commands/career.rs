//! `careerfit career`: a career looked up by what people call it.

use super::exit::Unfound;
use super::output::{complain, print, print_lines, print_section};
use super::{ExitStatus, load};
use crate::cli::{Card, CareersFrom, Data};
use crate::content;
use crate::diagnostics::suggest;
use crate::fit::Matcher;
use crate::model::{CareerId, Catalogue, Dataset};
use crate::report;
use crate::search::{Certainty, Findings, Hit};
use anyhow::{Result, anyhow};
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
    let matcher = load::load_matcher(&Data { careers, ..Data::default() })?;
    let found = match find_named(&matcher.dataset.catalogue, words)? {
        Some(career) => Findings { certainty: Certainty::Sure, line: None, hits: vec![Hit::by_title(career)] },
        None => matcher.search(words, MAX_MATCHES),
    };

    match format {
        Card::Text | Card::Toml if found.hits.is_empty() => {
            complain(&lower_first_letter(&found.explain(words).unwrap_or_default()));
        }
        Card::Text => print_findings(&matcher.dataset.catalogue, words, &found)?,
        Card::Json => print(&format!("{}\n", as_json(&matcher.dataset, words, &found)))?,
        Card::Toml => {
            let career = found.sure().ok_or_else(|| explain_unsure(&matcher.dataset.catalogue, words, &found))?;
            print(&content::write_career(&matcher.dataset.catalogue, &matcher.dataset.scales, career))?;
        }
    }

    Ok(if found.hits.is_empty() { ExitStatus::Problems } else { ExitStatus::Done })
}

/// The one career that an id or words name.
///
/// # Errors
/// No career is called that, or several may be meant; those near it are offered.
pub fn find_career(matcher: &Matcher, words: &str) -> Result<CareerId> {
    if let Some(id) = find_named(&matcher.dataset.catalogue, words)? {
        return Ok(id);
    }

    let found = matcher.search(words, 1 + MAX_OTHERS);
    found.sure().ok_or_else(|| explain_unsure(&matcher.dataset.catalogue, words, &found))
}

/// Why each of several words is a career of its own, where the one found by all of them is not called by all of them.
pub fn refuse_several(matcher: &Matcher, words: &[String], found: CareerId) -> Option<anyhow::Error> {
    let catalogue = &matcher.dataset.catalogue;
    let career = catalogue.get(found);
    let names: Vec<String> = career.also.iter().chain([&career.title]).map(|name| name.to_lowercase()).collect();
    let is_called = |word: &String| names.iter().any(|name| name.contains(&word.to_lowercase()));
    if words.iter().all(is_called) {
        return None;
    }

    let alone: Option<Vec<CareerId>> = words.iter().map(|word| matcher.search(word, 1).sure()).collect();
    let alone = alone.filter(|alone| alone.iter().any(|career| *career != alone[0]))?;
    let each = words.iter().zip(alone).map(|(word, id)| (word, catalogue.get(id)));
    let each: Vec<String> = each.map(|(word, is)| format!("'{word}' is {} ({})", is.title, is.id)).collect();
    Some(anyhow!(Unfound(format!("{}: explain one of them at a time", each.join(", ")))))
}

/// Why no single career is meant, as it is said where one is looked up, with those that may be by their ids.
fn explain_unsure(catalogue: &Catalogue, words: &str, found: &Findings) -> anyhow::Error {
    let said = lower_first_letter(&found.explain(words).unwrap_or_default());
    let offered = found.hits.iter().take(1 + MAX_OTHERS).map(|hit| catalogue.get(hit.career));
    let offered: Vec<String> = offered.map(|career| format!("{} ({})", career.title, career.id)).collect();
    anyhow!(Unfound(if offered.is_empty() { said } else { format!("{said} {}", offered.join("; ")) }))
}

/// A sentence as it stands behind `error:`.
fn lower_first_letter(said: &str) -> String {
    let mut letters = said.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// The career with this id or whole title.
///
/// # Errors
/// It is an id that no career has: digits say nothing about the work, and a search would find something else by them.
fn find_named(catalogue: &Catalogue, words: &str) -> Result<Option<CareerId>> {
    let words = words.trim();
    let by_title = || catalogue.iter().find(|(_, career)| career.title.eq_ignore_ascii_case(words)).map(|(id, _)| id);
    let found = catalogue.find(words).or_else(by_title);
    if found.is_some() || !looks_like_id(words) {
        return Ok(found);
    }

    // digits that are alike tell nothing, except within a group of occupations
    let group = words.get(..2).unwrap_or(words);
    let ids = || catalogue.careers().iter().map(|career| career.id.as_str()).filter(|id| id.starts_with(group));
    let near = ids().find(|id| id.starts_with(words)).or_else(|| suggest(words, ids()));
    let remedy = near.and_then(|id| Some((id, &catalogue.get(catalogue.find(id)?).title)));
    let remedy = remedy.map_or_else(
        || "'careerfit career WORDS' finds one by its name".to_string(),
        |(id, title)| format!("did you mean {id} ({title})?"),
    );
    Err(anyhow!(Unfound(format!("no career here has the id '{words}': {remedy}"))))
}

/// Whether it is an id as the shipped careers have them, or the beginning of one.
fn looks_like_id(words: &str) -> bool {
    let is_digits = |part: &str| part.chars().all(|c| c.is_ascii_digit());
    words.split_once('-').is_some_and(|(family, rest)| {
        let (number, more) = rest.split_once('.').unwrap_or((rest, ""));
        family.len() == 2 && number.len() == 4 && [family, number, more].into_iter().all(is_digits)
    })
}

fn print_findings(catalogue: &Catalogue, words: &str, found: &Findings) -> io::Result<()> {
    let rows = |hits: &[Hit]| {
        hits.iter().flat_map(|hit| ["  ".to_string(), format_row(catalogue, hit), "\n".to_string()]).collect::<String>()
    };

    let Some(first) = found.hits.first().filter(|_| found.certainty == Certainty::Sure) else {
        return print_lines(&format!("{}\n{}", found.explain(words).unwrap_or_default(), rows(&found.hits)));
    };

    if let Some(name) = first.found_as.as_ref().filter(|name| !name.own) {
        print_lines(&format!("{}, {}\n", catalogue.get(first.career).title, name.describe()))?;
    }
    print_section(&report::telling::compose_career(catalogue, first.career))?;

    let others = &found.hits[1..found.hits.len().min(1 + MAX_OTHERS)];
    if !others.is_empty() {
        let titles: Vec<&str> = others.iter().map(|other| catalogue.get(other.career).title.as_str()).collect();
        print_lines(&format!("\nNot what you meant? There are also: {}.\n", titles.join("; ")))?;
    }
    Ok(())
}

fn format_row(catalogue: &Catalogue, hit: &Hit) -> String {
    let found_as = hit.found_as.as_ref().map(|name| format!(", {}", name.describe())).unwrap_or_default();
    format!("{}{found_as}", catalogue.get(hit.career).title)
}

fn as_json(dataset: &Dataset, words: &str, found: &Findings) -> String {
    let catalogue = &dataset.catalogue;
    let matches: Vec<Value> = found.hits.iter().map(|hit| describe_match(catalogue, hit)).collect();
    // of those that share a word the first as well: whoever reads this sees the others beside it
    let first = found.hits.first().filter(|_| found.certainty != Certainty::Nearest);
    let career = first.map(|hit| describe_career(catalogue, hit.career));
    let made_with = report::describe_provenance(dataset);

    let value =
        json!({ "version": VERSION, "made_with": made_with, "query": words, "matches": matches, "career": career });
    report::escape_json(value.to_string())
}

fn describe_match(catalogue: &Catalogue, hit: &Hit) -> Value {
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

fn describe_career(catalogue: &Catalogue, id: CareerId) -> Value {
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
