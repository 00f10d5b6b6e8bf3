//! `careerfit audit`: the matching against outside facts and simulated people.

use super::ExitStatus;
use super::load::load_matcher;
use super::output::{note, print, print_lines, say as say_aside};
use crate::audit::{self, Fields, Known, People, Respondent, Table};
use crate::cli::{Audit, Audited, Data, Listing};
use crate::fit::Matcher;
use crate::model::{CareerId, Rating, Response};
use crate::report::{MadeWith, describe_provenance, escape_json};
use anyhow::{Context, Result};
use serde::Serialize;
use std::path::Path;

/// The version of the JSON.
const VERSION: u8 = 1;
/// People simulated where the command line does not say how many.
const DEFAULT_PEOPLE: usize = 1_000;
/// People simulated a row where there are many rows.
const PEOPLE_PER_ROW: usize = 500;
/// People simulated a career for reach.
const PEOPLE_PER_CAREER: usize = 20;
/// People whose intervals are drawn: each costs some hundred rankings.
const RETESTED_PEOPLE: usize = 200;

/// Prints one audit as a table or as JSON.
pub fn run(audit: &Audit) -> Result<ExitStatus> {
    let data = &audit.data;
    let matcher = load_matcher(data)?;
    let people = People { seed: audit.seed, ..People::default() };
    let count = |usual: usize| audit.people.unwrap_or(usual);

    let table = match audit.what {
        Audited::Related => audit_related(&matcher, audit.against.as_deref())?,
        Audited::Criterion => audit_criterion(&matcher, audit)?,
        Audited::Recover => audit::recover(&matcher, count(DEFAULT_PEOPLE), people, &|_| true, &say),
        Audited::Grid => audit::measure_grid(&matcher, count(PEOPLE_PER_ROW), people, &say),
        Audited::Reach => {
            audit::measure_reach(&matcher, count(PEOPLE_PER_CAREER), people, &read_real(audit, data)?, &say)
        }
        Audited::Respondents => audit_respondents(audit, data)?,
        Audited::Stability => match &audit.file {
            Some(file) => {
                audit::compare_odd_and_even(&matcher, &read_known(&matcher, audit, file)?, count(RETESTED_PEOPLE))
            }
            None => audit::measure_stability(&matcher, count(RETESTED_PEOPLE), people, &say),
        },
        Audited::Bands => audit::measure_bands(&matcher, count(PEOPLE_PER_ROW), people, &say),
        Audited::Stopping => audit::measure_stopping(&matcher, count(PEOPLE_PER_ROW), people, &say),
        Audited::Fairness => audit::measure_fairness(&matcher, count(DEFAULT_PEOPLE), people, &say),
    };

    match audit.format {
        Listing::Text => print_lines(&format!("{table}\n"))?,
        Listing::Json => print(&as_json(&matcher, &table)?)?,
    }
    Ok(ExitStatus::Done)
}

/// What is being worked on, since an audit takes its time.
fn say(row: &str) {
    say_aside(&format!("{row} …"));
}

/// The JSON: a table with what it was made with.
#[derive(Serialize)]
struct Printed<'t> {
    version: u8,
    made_with: MadeWith,
    #[serde(flatten)]
    table: &'t Table,
}

fn as_json(matcher: &Matcher, table: &Table) -> Result<String> {
    let printed = Printed { version: VERSION, made_with: describe_provenance(&matcher.dataset), table };
    Ok(escape_json(serde_json::to_string(&printed)?) + "\n")
}

/// Real people whose field is known.
fn audit_criterion(matcher: &Matcher, audit: &Audit) -> Result<Table> {
    let people =
        audit.file.as_deref().context("name a file of people: careerfit audit criterion PEOPLE --fields FIELDS")?;
    let fields = audit.fields.as_deref().context("name a file of fields: --fields FIELDS, with `field` and `code`")?;
    Ok(audit::measure_criterion(matcher, &read_known(matcher, audit, people)?, &read_fields(matcher, fields)?))
}

/// People with a field; a question's column is named by its id, small or large letters.
fn read_known(matcher: &Matcher, audit: &Audit, file: &Path) -> Result<Vec<Known>> {
    let cannot = || format!("cannot read {}", file.display());
    let mut reader = csv::Reader::from_path(file).with_context(cannot)?;
    let heads = reader.headers().with_context(cannot)?.clone();
    let column = |name: &str| heads.iter().position(|head| head.eq_ignore_ascii_case(name));
    let (field, level, gender) = (column("field"), column("level"), column("gender"));
    anyhow::ensure!(field.is_some() || audit.what != Audited::Criterion, "{} has no column 'field'", file.display());

    let questions = matcher.dataset.questionnaire.questions.iter();
    let places: Vec<Option<usize>> = questions.map(|question| column(&question.id)).collect();
    anyhow::ensure!(
        places.iter().any(Option::is_some),
        "{} has no column with a question's id; give --questionnaire",
        file.display()
    );

    let mut people = Vec::new();
    for row in reader.records() {
        let row = row.with_context(cannot)?;
        let text = |place: Option<usize>| place.and_then(|place| row.get(place)).unwrap_or_default().trim().to_string();
        let value =
            |place: &Option<usize>| text(*place).parse::<u8>().ok().and_then(|value| Rating::try_from(value).ok());

        let answers = places.iter().map(|place| value(place).map(Response::Value)).collect();
        people.push(Known { answers, field: text(field), level: text(level), gender: text(gender) });
    }
    Ok(people)
}

/// The careers of each field; codes that the catalogue lacks do not count.
fn read_fields(matcher: &Matcher, file: &Path) -> Result<Fields> {
    let cannot = || format!("cannot read {}", file.display());
    let mut reader = csv::Reader::from_path(file).with_context(cannot)?;
    let heads = reader.headers().with_context(cannot)?.clone();
    let column = |name: &str| {
        let place = heads.iter().position(|head| head == name);
        place.with_context(|| format!("{} has no column '{name}'", file.display()))
    };
    let (field, code) = (column("field")?, column("code")?);

    let mut fields = Fields::new();
    for row in reader.records() {
        let row = row.with_context(cannot)?;
        let own = fields.entry(row.get(field).unwrap_or_default().to_string()).or_default();
        own.extend(row.get(code).and_then(|code| matcher.dataset.catalogue.find(code)));
    }

    fields.retain(|_, careers| !careers.is_empty());
    Ok(fields)
}

/// Where no other people's answers are given, so many thirds of a file are learnt from.
const LEARNT: usize = 2;

fn audit_respondents(audit: &Audit, data: &Data) -> Result<Table> {
    let file = audit.file.as_deref().context("name a file of real answers: careerfit audit respondents FILE")?;
    let mut reported = read_answers(file)?;
    let learnt_on = match &audit.calibrate_on {
        Some(other) => read_answers(other)?,
        // nobody is both learnt from and reported on
        None => reported.drain(..reported.len() * LEARNT / 3).collect(),
    };

    let matcher = audit::learn_from(super::load::load_dataset(data)?, &learnt_on);
    Ok(audit::measure_respondents(&matcher, &learnt_on, &reported))
}

/// The first five careers of real people, where a file of their answers is given.
fn read_real(audit: &Audit, data: &Data) -> Result<Vec<Vec<CareerId>>> {
    let Some(file) = &audit.file else { return Ok(Vec::new()) };
    let rows = read_answers(file)?;
    let matcher = audit::learn_from(super::load::load_dataset(data)?, &rows);
    Ok(audit::find_first_fives(&matcher, &rows))
}

/// Complete rows of answers; incomplete ones are counted and left out.
fn read_answers(file: &Path) -> Result<Vec<Respondent>> {
    let cannot = || format!("cannot read {}", file.display());
    let mut reader = csv::Reader::from_path(file).with_context(cannot)?;
    let heads = reader.headers().with_context(cannot)?.clone();

    let mut places = Vec::new();
    for name in audit::list_columns() {
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
        note(&format!("{incomplete} rows of {} are not complete; they do not count", file.display()));
    }
    anyhow::ensure!(
        rows.len() >= MIN_REAL_PEOPLE,
        "{} holds answers of {} people; {MIN_REAL_PEOPLE} are needed",
        file.display(),
        rows.len()
    );
    Ok(rows)
}

/// Real people from whom something can be learnt: more than there are items.
const MIN_REAL_PEOPLE: usize = 100;

fn audit_related(matcher: &Matcher, against: Option<&Path>) -> Result<Table> {
    let Some(file) = against else { return Ok(audit::measure_related(matcher, None)) };

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
        let find = |place: usize| row.get(place).and_then(|id| matcher.dataset.catalogue.find(id));
        match (find(code), find(other)) {
            (Some(career), Some(related)) => pairs.push((career, related)),
            _ => unknown += 1,
        }
    }

    if unknown > 0 {
        note(&format!("{unknown} rows name careers that are not in the catalogue; they do not count"));
    }
    Ok(audit::measure_related(matcher, Some(&pairs)))
}
