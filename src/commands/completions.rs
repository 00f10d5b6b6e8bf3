//! `careerfit completions`: printed from the same definitions as the command line.

use super::ExitStatus;
use crate::cli::Cli;
use anyhow::Result;
use clap::CommandFactory;
use clap_complete::Shell;
use std::io::{self, Write};

/// Prints completions for a shell.
pub fn run(shell: Shell) -> Result<ExitStatus> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "careerfit", &mut script);
    // Shells need the script byte for byte, and nothing in it is from a file.
    io::stdout().write_all(&script)?;

    Ok(ExitStatus::Done)
}
