//! Source tables to figures files: reads published tables, fills gaps from related careers, writes
//! `figures/*.toml`, and never touches a file of words.
//!
//! Place in the flow: beside it. It runs once for a release of the tables; `content` reads what it wrote.

mod estimate;
mod folder;
mod labour;
mod names;
mod prepared;
mod reading;
mod release;
mod report;
mod sheet;
mod tables;
mod version;
mod words;
mod write;

pub use report::{Missing, Report, TableRead};

use crate::model::Scales;
use anyhow::{Result, bail};
use folder::Folder;
use names::Names;
use reading::Reading;
use std::path::Path;

/// Reads the tables in `folder` (prepared CSV tables or a published O*NET release) and writes `out/figures/*.toml`,
/// named like the files of words in `out/careers/`; files that would not change are not written.
///
/// # Errors
/// The folder has no such tables, a table cannot be read or lacks a column, or a file cannot be written.
pub fn import_onet(folder: &Path, out: &Path, scales: &Scales) -> Result<Report> {
    let mut reading = Reading::new(Folder::open(folder)?, Names::new(scales));
    read_tables(&mut reading)?;

    let Reading { mut tables, mut report, names, .. } = reading;
    // before the gaps are filled: after that every career has ratings
    report.unrated = tables.drop_unrated();
    estimate::fill(&mut tables);
    report.count_careers(&tables);
    write::write_families(out, &tables, &names, &mut report)?;
    Ok(report)
}

fn read_tables(reading: &mut Reading) -> Result<()> {
    if prepared::recognises(&reading.folder) {
        return prepared::read_prepared(reading);
    }
    if release::recognises(&reading.folder) {
        return release::read_release(reading);
    }

    bail!(
        "no career tables in {}: expected 'Occupation Data.txt' of an O*NET database release as text, \
         or 'occupations/occupations.csv'; name the folder that holds it",
        reading.folder.path().display()
    )
}
