//! What both layouts share while they read: the folder, the names, and what has been found so far.

use super::folder::Folder;
use super::names::Names;
use super::report::{Missing, Report, TableRead};
use super::sheet::Sheet;
use super::tables::{Related, Row, Tables, Tier};
use anyhow::Result;
use std::collections::BTreeMap;

/// Where ISCO-08 codes come from without the official crosswalk, and with it.
const ISCO: &str = "ISCO-08 codes: a chain of public crosswalks from SOC";
const ISCO_OFFICIAL: &str = "ISCO-08 codes: the ESCO-O*NET crosswalk of the European Commission and USDOL/ETA, September \
                             2022; where it lacks a career, a chain of public crosswalks from SOC";

/// A reading under way.
pub struct Reading {
    /// Where the tables lie.
    pub folder: Folder,
    /// The shipped scale ids.
    pub names: Names,
    /// What has been read.
    pub tables: Tables,
    /// What there is to say about it.
    pub report: Report,
}

impl Reading {
    /// Nothing read yet.
    pub fn new(folder: Folder, names: Names) -> Self {
        Self { folder, names, tables: Tables::default(), report: Report::default() }
    }

    /// The first of these tables that is there; a missing one is noted with what follows from it.
    pub fn read_sheet(&mut self, names: &[&str], without: &str) -> Result<Option<Sheet>> {
        let Some((name, text)) = self.folder.read_text(names)? else {
            self.report.missing.push(Missing { table: names[0].to_owned(), without: without.to_owned() });
            return Ok(None);
        };

        let sheet = Sheet::parse(name, &text)?;
        self.report.read.push(TableRead { table: sheet.name.clone(), rows: sheet.len() });
        Ok(Some(sheet))
    }

    /// The career with this code; a code that the list of careers lacks is counted.
    pub fn find_career(&mut self, code: &str, sheet: &Sheet) -> Option<&mut Row> {
        let row = self.tables.careers.get_mut(code);
        if row.is_none() {
            *self.report.strays.entry(sheet.name.clone()).or_default() += 1;
        }
        row
    }

    /// Reads the published related careers; both layouts share the table's shape.
    pub fn read_related(&mut self, names: &[&str]) -> Result<()> {
        let without = "related careers left out, and estimates taken from the family";
        let Some(sheet) = self.read_sheet(names, without)? else { return Ok(()) };

        let code = sheet.column(&["code", "O*NET-SOC Code"])?;
        let other = sheet.column(&["related_code", "Related O*NET-SOC Code"])?;
        let (tier, place) = (sheet.find(&["tier", "Relatedness Tier"]), sheet.column(&["index", "Related Index"])?);

        for line in sheet.rows() {
            let place = line.whole(place, 1.0, u32::MAX)?.unwrap_or(u32::MAX);
            let tier = Tier::of(tier.map_or("", |column| line.text(column)), place);
            if let Some(row) = self.find_career(line.text(code), &sheet) {
                row.related.push(Related { code: line.text(other).to_owned(), tier, place });
            }
        }
        Ok(())
    }

    /// Reads the ISCO-08 codes, which are never part of a release.
    pub fn read_isco(&mut self) -> Result<()> {
        let Some(sheet) = self.read_sheet(&["isco08"], "ISCO-08 codes left out")? else { return Ok(()) };
        let (code, isco) = (sheet.column(&["code", "O*NET-SOC Code"])?, sheet.column(&["isco08"])?);
        for line in sheet.rows() {
            if let Some(row) = self.find_career(line.text(code), &sheet) {
                row.isco.push(line.text(isco).to_owned());
            }
        }

        for row in self.tables.careers.values_mut() {
            row.isco.sort_unstable();
            row.isco.dedup();
        }

        let official = self.read_official_isco()?;
        self.tables.sources.push(if official { ISCO_OFFICIAL } else { ISCO }.to_owned());
        Ok(())
    }

    /// Puts the codes of the official crosswalk, best first, in place of those of the careers that it has. Whether it
    /// is there.
    fn read_official_isco(&mut self) -> Result<bool> {
        if !self.folder.has("isco08_esco") {
            return Ok(false);
        }

        let Some(sheet) = self.read_sheet(&["isco08_esco"], "older ISCO-08 codes kept")? else { return Ok(false) };
        let (code, isco) = (sheet.column(&["code"])?, sheet.column(&["isco08"])?);
        let mut codes: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for line in sheet.rows() {
            let known = codes.entry(line.text(code)).or_default();
            if !known.iter().any(|known| known == line.text(isco)) {
                known.push(line.text(isco).to_owned());
            }
        }

        for (code, isco) in codes {
            if let Some(row) = self.find_career(code, &sheet) {
                row.isco = isco;
            }
        }
        Ok(true)
    }
}
