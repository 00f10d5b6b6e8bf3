//! `careerfit --version`: the version, and with `--verbose` which data it works with and where files lie.

use super::output::{print, print_lines};
use super::{ExitStatus, config, load};
use crate::PROGRAM;
use crate::cli::{Data, Listing, SettingsFile};
use crate::report::{SOURCES, describe_provenance, escape_json, pluralise};
use crate::session::find_data_folder;
use anyhow::Result;
use serde_json::json;

/// Prints the version; `verbose` adds questionnaire, catalogue, their hashes and sources, and where files lie.
pub fn run(verbose: bool, format: Listing, data: &Data, settings: &SettingsFile) -> Result<ExitStatus> {
    if !verbose {
        print(&format!("{PROGRAM}\n"))?;
        return Ok(ExitStatus::Done);
    }

    let made = describe_provenance(&load::load_dataset(data)?);
    let sessions = find_data_folder("careerfit").ok().map(|at| at.display().to_string());
    let config = config::find_place(settings).map(|at| at.display().to_string());
    if format == Listing::Json {
        let all = json!({
            "version": 1, "made_with": made, "sessions": sessions, "settings": config, "sources": SOURCES,
        });
        print(&(escape_json(all.to_string()) + "\n"))?;
        return Ok(ExitStatus::Done);
    }

    let (asked, ranked) = (made.questionnaire, made.catalogue);
    let sessions = sessions.unwrap_or_else(|| "no home folder is known".to_string());
    let config = config.unwrap_or_else(|| "none".to_string());

    print_lines(&format!(
        "{PROGRAM}\n\
         questionnaire  {}, {}, {}\n\
         catalogue      {}, {}\n\
         sessions       {sessions}\n\
         settings       {config}\n\
         sources\n  {}\n",
        asked.id,
        pluralise(asked.questions, "question"),
        asked.hash,
        pluralise(ranked.careers, "career"),
        ranked.hash,
        SOURCES.join("\n  "),
    ))?;
    Ok(ExitStatus::Done)
}
