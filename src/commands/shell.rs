//! `careerfit completions` and `careerfit man`: from the same definitions as the command line.

use super::Ending;
use super::output::print;
use crate::cli::Cli;
use anyhow::Result;
use clap::CommandFactory;
use clap_complete::Shell;
use clap_mangen::Man;
use std::io::{self, Write};

/// Prints completions for a shell.
pub fn completions(shell: Shell) -> Result<Ending> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "careerfit", &mut script);
    // Shells need the script byte for byte, and nothing in it is from a file.
    io::stdout().write_all(&script)?;
    Ok(Ending::Done)
}

/// Prints the manual page.
pub fn man() -> Result<Ending> {
    let mut page = Vec::new();
    Man::new(Cli::command()).render(&mut page)?;
    print(&String::from_utf8_lossy(&page))?;
    Ok(Ending::Done)
}
