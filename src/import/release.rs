//! Layout (b): an O*NET database release as published, one row a rating, with the names of releases old and new.

use super::folder::Folder;
use super::labour;
use super::reading::Reading;
use super::sheet::{Range, Row as Line, Sheet};
use super::tables::Row;
use super::version;
use crate::model::Group;
use anyhow::Result;
use std::collections::{BTreeMap, BTreeSet};

const CODE: [&str; 2] = ["O*NET-SOC Code", "onetsoc_code"];
const OCCUPATIONS: &str = "Occupation Data";

/// Where a group's ratings stand.
struct Ratings {
    group: Group,
    /// The one table of older releases.
    older: &'static str,
    /// The tables that took its place, all of them together.
    newer: &'static [&'static str],
    scale: &'static str,
    range: Range,
}

const RATINGS: [Ratings; 4] = [
    Ratings {
        group: Group::Interests,
        older: "Interests",
        newer: &["Career Interest Types"],
        scale: "OI",
        range: Range::INTEREST,
    },
    Ratings {
        group: Group::Skills,
        older: "Skills",
        newer: &["Essential Skills", "Transferable Skills"],
        scale: "IM",
        range: Range::IMPORTANCE,
    },
    Ratings { group: Group::Subjects, older: "Knowledge", newer: &[], scale: "IM", range: Range::IMPORTANCE },
    Ratings { group: Group::Styles, older: "Work Styles", newer: &[], scale: "WI", range: Range::STYLE },
];

/// Element ids of the work context in the order of the figures: its names have changed, its ids have not.
const CONTEXT: [&str; 9] = [
    "4.C.1.a.4",
    "4.C.1.b.1.e",
    "4.C.1.b.1.f",
    "4.C.2.a.1.a",
    "4.C.2.a.1.c",
    "4.C.2.d.1.b",
    "4.C.2.d.1.d",
    "4.C.3.a.4",
    "4.C.3.b.7",
];

/// Whether the folder holds this layout.
pub fn recognises(folder: &Folder) -> bool {
    folder.has(OCCUPATIONS)
}

/// Reads all tables.
pub fn read_release(reading: &mut Reading) -> Result<()> {
    reading.report.layout = "O*NET database release";
    read_careers(reading)?;
    let ranges = read_ranges(reading)?;

    let mut newest = String::new();
    for ratings in &RATINGS {
        for sheet in read_rating_tables(reading, ratings)? {
            // year and month as text, whose order is that of time
            newest = newest.max(version::find_newest(&sheet));
            let range = ranges.get(ratings.scale).copied().unwrap_or(ratings.range);
            read_ratings(reading, ratings, range, &sheet)?;
        }
    }

    read_context(reading, ranges.get("CX").copied().unwrap_or(Range::IMPORTANCE))?;
    reading.read_related(&["Related Occupations", "Career Changers Matrix"])?;

    let source = version::describe_source(&reading.folder, &newest)?;
    reading.tables.sources.push(source);
    labour::read_labour(reading)?;
    reading.read_isco()
}

fn read_careers(reading: &mut Reading) -> Result<()> {
    let Some(sheet) = reading.read_sheet(&[OCCUPATIONS], "no careers")? else { return Ok(()) };
    let code = sheet.column(&CODE)?;
    for line in sheet.rows() {
        reading.tables.careers.insert(line.text(code).to_owned(), Row::default());
    }

    if sheet.find(&["Job Zone"]).is_some() { read_zones(reading, &sheet) } else { read_zones_apart(reading) }
}

fn read_zones_apart(reading: &mut Reading) -> Result<()> {
    let Some(sheet) = reading.read_sheet(&["Job Zones"], "job zones left out")? else { return Ok(()) };
    read_zones(reading, &sheet)
}

fn read_zones(reading: &mut Reading, sheet: &Sheet) -> Result<()> {
    let (code, column) = (sheet.column(&CODE)?, sheet.column(&["Job Zone"])?);
    let mut found = BTreeSet::new();
    for line in sheet.rows() {
        let digit = |letter: char| letter.to_digit(10).and_then(|digit| u8::try_from(digit).ok());
        // of a zone written as 1-2 the last one counts
        let zone = line.text(column).chars().rev().find_map(digit);
        found.extend(zone);

        if let Some(row) = reading.find_career(line.text(code), sheet) {
            row.zone = zone;
        }
    }

    if found.contains(&2) && !found.contains(&1) {
        let note = format!("{}: no career is in job zone 1; since release 30.2 zone 2 stands for 1 and 2", sheet.name);
        reading.report.notes.push(note);
    }
    Ok(())
}

/// The lowest and highest value of each scale, where the release says so.
fn read_ranges(reading: &mut Reading) -> Result<BTreeMap<String, Range>> {
    let without = "the ranges taken that the scales have always had";
    let Some(sheet) = reading.read_sheet(&["Scales Reference"], without)? else { return Ok(BTreeMap::new()) };
    let columns = (sheet.column(&["Scale ID"])?, sheet.column(&["Minimum"])?, sheet.column(&["Maximum"])?);

    let mut ranges = BTreeMap::new();
    for line in sheet.rows() {
        if let (Some(low), Some(high)) = (line.number(columns.1)?, line.number(columns.2)?)
            && low < high
        {
            ranges.insert(line.text(columns.0).to_owned(), Range { low, high });
        }
    }
    Ok(ranges)
}

fn read_rating_tables(reading: &mut Reading, ratings: &Ratings) -> Result<Vec<Sheet>> {
    let renamed = ratings.newer.iter().any(|name| reading.folder.has(name));
    let names = if renamed { ratings.newer.to_vec() } else { vec![ratings.older] };
    let without = format!("{} estimated where it would have rated them", ratings.group.name());
    let sheets = names.iter().map(|name| reading.read_sheet(&[name], &without));
    Ok(sheets.collect::<Result<Vec<_>>>()?.into_iter().flatten().collect())
}

/// Columns of a table with one row a rating.
struct Columns {
    code: usize,
    scale: usize,
    value: usize,
    suppress: Option<usize>,
}

impl Columns {
    fn of(sheet: &Sheet) -> Result<Self> {
        Ok(Self {
            code: sheet.column(&CODE)?,
            scale: sheet.column(&["Scale ID"])?,
            value: sheet.column(&["Data Value"])?,
            suppress: sheet.find(&["Recommend Suppress"]),
        })
    }

    fn is_suppressed(&self, line: Line) -> bool {
        self.suppress.is_some_and(|column| line.text(column).eq_ignore_ascii_case("y"))
    }
}

fn read_ratings(reading: &mut Reading, ratings: &Ratings, range: Range, sheet: &Sheet) -> Result<()> {
    let columns = Columns::of(sheet)?;
    let name = sheet.column(&["Element Name"])?;
    let mut others = BTreeSet::new();
    let mut usable = false;

    for line in sheet.rows() {
        if line.text(columns.scale) != ratings.scale {
            others.insert(line.text(columns.scale));
            continue;
        }

        usable = true;
        let Some(scale) = reading.names.find(ratings.group, line.text(name)) else {
            reading.report.note_unknown(&sheet.name, line.text(name));
            continue;
        };

        if let Some((row, share)) = read_value(reading, sheet, &columns, line, range)? {
            row.ratings[scale.index()] = Some(share);
        }
    }

    if !usable {
        reading.report.notes.push(describe_unusable(ratings, sheet, &others));
    }
    Ok(())
}

/// The career and the share of a row that counts: not suppressed, its career in the list.
fn read_value<'r>(
    reading: &'r mut Reading,
    sheet: &Sheet,
    columns: &Columns,
    line: Line,
    range: Range,
) -> Result<Option<(&'r mut Row, f64)>> {
    if columns.is_suppressed(line) {
        *reading.report.suppressed.entry(sheet.name.clone()).or_default() += 1;
        return Ok(None);
    }

    let Some(share) = line.share(columns.value, range)? else { return Ok(None) };
    Ok(reading.find_career(line.text(columns.code), sheet).map(|row| (row, share)))
}

fn describe_unusable(ratings: &Ratings, sheet: &Sheet, others: &BTreeSet<&str>) -> String {
    let others: Vec<&str> = others.iter().copied().collect();
    let older = if ratings.group == Group::Styles { ", the model of 16 styles that came before" } else { "" };
    let (name, scale, group) = (&sheet.name, ratings.scale, ratings.group.name());
    format!("{name}: not usable, rated on {}{older} instead of {scale}: {group} estimated", others.join(", "))
}

fn read_context(reading: &mut Reading, range: Range) -> Result<()> {
    let Some(sheet) = reading.read_sheet(&["Work Context"], "work context left out")? else { return Ok(()) };
    let columns = Columns::of(&sheet)?;
    let id = sheet.column(&["Element ID"])?;

    for line in sheet.rows().filter(|line| line.text(columns.scale) == "CX") {
        let Some(place) = CONTEXT.iter().position(|known| *known == line.text(id)) else { continue };
        if let Some((row, share)) = read_value(reading, &sheet, &columns, line, range)? {
            row.context[place] = Some(share);
        }
    }
    Ok(())
}
