//! `careerfit import`: published tables to a catalogue's figures.

use super::ExitStatus;
use super::output::print;
use crate::cli::Import;
use crate::own::OwnFiles;
use anyhow::Result;

/// Reads the tables and writes figures files.
pub fn run(import: &Import) -> Result<ExitStatus> {
    let Import::Onet { folder, out } = import;
    let dataset = OwnFiles::default().dataset()?;
    let report = crate::import::import_onet(folder, out, &dataset.scales)?;
    print(&report.to_string())?;
    Ok(ExitStatus::Done)
}
