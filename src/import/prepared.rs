//! Layout (a): wide CSV tables, one row a career and one column a scale.

use super::folder::Folder;
use super::labour;
use super::reading::Reading;
use super::sheet::{Range, Sheet};
use super::tables::Row;
use crate::model::{Group, ScaleId};
use anyhow::Result;

/// Column names of the work context, in the order of the figures.
const CONTEXT: [&str; 9] = [
    "contactWithOthers",
    "teamwork",
    "publicContact",
    "indoor",
    "outdoor",
    "standing",
    "walking",
    "autonomy",
    "routine",
];

const RATINGS: [(Group, &str, Range); 4] = [
    (Group::Interests, "interests", Range::INTEREST),
    (Group::Skills, "skills", Range::IMPORTANCE),
    (Group::Subjects, "knowledge", Range::IMPORTANCE),
    (Group::Styles, "work_styles", Range::STYLE),
];

const SOURCES: [&str; 3] = [
    "O*NET Database, U.S. Department of Labor, Employment and Training Administration (USDOL/ETA), CC BY 4.0, modified:",
    "  interests, skills, subjects and work styles 30.x (February 2026); job zones and related careers 29.3 (2025);",
    "  work context 29.2 (2025)",
];

/// Whether the folder holds this layout.
pub fn recognises(folder: &Folder) -> bool {
    folder.has("occupations")
}

/// Reads all tables.
pub fn read_prepared(reading: &mut Reading) -> Result<()> {
    reading.report.layout = "prepared CSV tables";
    reading.tables.sources.extend(SOURCES.map(str::to_owned));

    // careers first: every other table only adds to those that are listed
    read_careers(reading)?;
    for (group, table, range) in RATINGS {
        read_ratings(reading, group, table, range)?;
    }
    read_context(reading)?;
    reading.read_related(&["related"])?;
    labour::read_labour(reading)?;
    reading.read_isco()
}

fn read_careers(reading: &mut Reading) -> Result<()> {
    let Some(sheet) = reading.read_sheet(&["occupations"], "no careers")? else { return Ok(()) };
    let (code, zone) = (sheet.column(&["code"])?, sheet.column(&["job_zone"])?);
    for line in sheet.rows() {
        let zone = line.whole(zone, 1.0, u8::MAX)?;
        reading.tables.careers.insert(line.text(code).to_owned(), Row { zone, ..Row::default() });
    }
    Ok(())
}

fn read_ratings(reading: &mut Reading, group: Group, table: &str, range: Range) -> Result<()> {
    let without = format!("{} estimated for every career", group.name());
    let Some(sheet) = reading.read_sheet(&[table], &without)? else { return Ok(()) };
    let code = sheet.column(&["code"])?;
    let columns = find_scales(reading, group, &sheet, code);

    for line in sheet.rows() {
        let values = columns.iter().map(|&(column, scale)| Ok((scale, line.share(column, range)?)));
        let values = values.collect::<Result<Vec<_>>>()?;
        let Some(row) = reading.find_career(line.text(code), &sheet) else { continue };

        for (scale, value) in values {
            row.ratings[scale.index()] = value;
        }
    }
    Ok(())
}

fn find_scales(reading: &mut Reading, group: Group, sheet: &Sheet, code: usize) -> Vec<(usize, ScaleId)> {
    let mut found = Vec::new();
    for (column, head) in sheet.heads.iter().enumerate().filter(|&(column, _)| column != code) {
        match reading.names.find(group, head) {
            Some(scale) => found.push((column, scale)),
            None => reading.report.note_unknown(&sheet.name, head),
        }
    }
    found
}

fn read_context(reading: &mut Reading) -> Result<()> {
    let Some(sheet) = reading.read_sheet(&["work_context"], "work context left out")? else { return Ok(()) };
    let code = sheet.column(&["code"])?;
    let columns = CONTEXT.map(|name| sheet.find(&[name]));

    for line in sheet.rows() {
        let mut values = [None; 9];
        for (value, column) in values.iter_mut().zip(columns) {
            let share = column.map(|column| line.share(column, Range::IMPORTANCE));
            *value = share.transpose()?.flatten();
        }

        if let Some(row) = reading.find_career(line.text(code), &sheet) {
            row.context = values;
        }
    }
    Ok(())
}
