//! `careerfit --version`: the version, and with `--verbose` which data it works with and where files lie.

use super::output::{print, print_lines};
use super::{ExitStatus, config, load};
use crate::PROGRAM;
use crate::cli::{Data, SettingsFile};
use crate::report::{SOURCES, made_with};
use crate::session::data_folder;
use anyhow::Result;

/// Prints the version; `verbose` adds questionnaire, catalogue, their hashes and sources, and where files lie.
pub fn run(verbose: bool, data: &Data, settings: &SettingsFile) -> Result<ExitStatus> {
    if !verbose {
        print(&format!("{PROGRAM}\n"))?;
        return Ok(ExitStatus::Done);
    }

    let made = made_with(&load::dataset(data)?);
    let (asked, ranked) = (made.questionnaire, made.catalogue);
    let sessions = data_folder("careerfit").map_or("no home folder is known".into(), |at| at.display().to_string());
    let config = config::place(settings).map_or("none".into(), |at| at.display().to_string());

    print_lines(&format!(
        "{PROGRAM}\n\
         questionnaire  {}, {} questions, {}\n\
         catalogue      {} careers, {}\n\
         sessions       {sessions}\n\
         settings       {config}\n\
         sources        {}\n",
        asked.id,
        asked.questions,
        asked.hash,
        ranked.careers,
        ranked.hash,
        SOURCES.join("\n               "),
    ))?;
    Ok(ExitStatus::Done)
}
