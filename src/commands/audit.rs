//! `careerfit audit`: the matching against outside facts and simulated people.

use super::Ending;
use super::data::matcher;
use super::output::{complain, print};
use crate::audit::{self, People, Respondent, Table};
use crate::cli::{Audit, Audited, Data, Listing};
use crate::fit::Matcher;
use crate::model::CareerId;
use anyhow::{Context, Result};
use std::path::Path;

/// People simulated where the command line does not say how many.
const PEOPLE: usize = 2_000;
/// People simulated a row of the grid.
const GRID: usize = 500;
/// People simulated a career for reach.
const EACH: usize = 20;
/// People whose intervals are drawn: each costs some hundred rankings.
const RETESTED: usize = 200;

/// Prints one audit as a table or as JSON.
pub fn run(audit: &Audit, data: &Data) -> Result<Ending> {
    let matcher = matcher(data)?;
    let people = People { seed: audit.seed, ..People::default() };
    let count = |usual: usize| audit.people.unwrap_or(usual);
    let table = match audit.what {
        Audited::Related => related(&matcher, audit.against.as_deref())?,
        Audited::Recover => audit::recover(&matcher, count(PEOPLE), people),
        Audited::Grid => audit::grid(&matcher, count(GRID), people),
        Audited::Reach => audit::reach(&matcher, count(EACH), people, &real(audit, data)?),
        Audited::Respondents => respondents(audit, data)?,
        Audited::Stability => audit::stability(&matcher, count(RETESTED), people),
        Audited::Bands => audit::bands(&matcher, count(RETESTED), people),
        Audited::Stopping => audit::stopping(&matcher, count(PEOPLE), people),
        Audited::Fairness => audit::fairness(&matcher, count(PEOPLE), people),
    };
    let text = match audit.format {
        Listing::Text => format!("{table}\n"),
        Listing::Json => format!("{}\n", serde_json::to_string(&table)?),
    };
    print(&text)?;
    Ok(Ending::Done)
}

/// Where no other people's answers are given, so many thirds of a file are learnt from.
const LEARNT: usize = 2;

fn respondents(audit: &Audit, data: &Data) -> Result<Table> {
    let file = audit.file.as_deref().context("name a file of real answers: careerfit audit respondents FILE")?;
    let mut reported = answers(file)?;
    let learnt_on = match &audit.calibrate_on {
        Some(other) => answers(other)?,
        None => reported.drain(..reported.len() * LEARNT / 3).collect(),
    };
    let matcher = audit::learnt(super::data::kit(data)?, &learnt_on);
    Ok(audit::respondents(&matcher, &learnt_on, &reported))
}

/// The first five careers of real people, where a file of their answers is given.
fn real(audit: &Audit, data: &Data) -> Result<Vec<Vec<CareerId>>> {
    let Some(file) = &audit.file else { return Ok(Vec::new()) };
    let rows = answers(file)?;
    let matcher = audit::learnt(super::data::kit(data)?, &rows);
    Ok(audit::first_fives(&matcher, &rows))
}

/// Complete rows of answers; incomplete ones are counted and left out.
fn answers(file: &Path) -> Result<Vec<Respondent>> {
    let cannot = || format!("cannot read {}", file.display());
    let mut reader = csv::Reader::from_path(file).with_context(cannot)?;
    let heads = reader.headers().with_context(cannot)?.clone();
    let mut places = Vec::new();
    for name in audit::columns() {
        let place = heads.iter().position(|head| head == name);
        places.push(place.with_context(|| format!("{} has no column '{name}'", file.display()))?);
    }
    let (mut rows, mut incomplete): (Vec<Respondent>, usize) = (Vec::new(), 0);
    for row in reader.records() {
        let row = row.with_context(cannot)?;
        let value = |place: &usize| row.get(*place)?.trim().parse().ok().filter(|value| audit::is_choice(*value));
        let values: Option<Vec<u8>> = places.iter().map(value).collect();
        match values.and_then(|values| values.try_into().ok()) {
            Some(row) => rows.push(row),
            None => incomplete += 1,
        }
    }
    if incomplete > 0 {
        complain(&format!("{incomplete} rows of {} are not complete; they do not count", file.display()));
    }
    anyhow::ensure!(
        rows.len() >= LEAST,
        "{} holds answers of {} people; {LEAST} are needed",
        file.display(),
        rows.len()
    );
    Ok(rows)
}

/// Real people from whom something can be learnt: more than there are items.
const LEAST: usize = 100;

fn related(matcher: &Matcher, against: Option<&Path>) -> Result<Table> {
    let Some(file) = against else { return Ok(audit::related(matcher, None)) };
    let cannot = || format!("cannot read {}", file.display());
    let mut reader = csv::Reader::from_path(file).with_context(cannot)?;
    let heads = reader.headers().with_context(cannot)?.clone();
    let column = |name: &str| {
        let place = heads.iter().position(|head| head == name);
        place.with_context(|| format!("{} has no column '{name}'; add it to its first line", file.display()))
    };
    let (code, other) = (column("code")?, column("related_code")?);
    let (mut pairs, mut unknown): (Vec<(CareerId, CareerId)>, usize) = (Vec::new(), 0);
    for row in reader.records() {
        let row = row.with_context(cannot)?;
        let find = |place: usize| row.get(place).and_then(|id| matcher.kit.catalogue.find(id));
        match (find(code), find(other)) {
            (Some(career), Some(related)) => pairs.push((career, related)),
            _ => unknown += 1,
        }
    }
    if unknown > 0 {
        complain(&format!("{unknown} rows name careers that are not in the catalogue; they do not count"));
    }
    Ok(audit::related(matcher, Some(&pairs)))
}
