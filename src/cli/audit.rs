//! What can be audited.

use super::Listing;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// What is audited, and how.
#[derive(Args, Debug)]
pub struct Audit {
    /// What to look at
    #[arg(value_enum)]
    pub what: Audited,
    /// Real answers to 48 interest items: a CSV with the columns R1 to C8 (for respondents and reach)
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// Other people's answers to learn from; without it, two thirds of FILE (for respondents)
    #[arg(long, value_name = "FILE2")]
    pub calibrate_on: Option<PathBuf>,
    /// Another list of related careers: a CSV with the columns `code` and `related_code` (for related)
    #[arg(long, value_name = "FILE")]
    pub against: Option<PathBuf>,
    /// Simulated people (for reach: people a career)
    #[arg(long, value_name = "N")]
    pub people: Option<usize>,
    /// Seed of the simulation
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
    /// How to print the figures
    #[arg(long, value_enum, default_value_t = Listing::Text)]
    pub format: Listing,
}

/// What can be audited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Audited {
    /// Similar careers against a published list
    Related,
    /// Own career found among the first ten, by length
    Recover,
    /// The same over a grid of how people are
    Grid,
    /// Every career comes first for somebody, none for too many
    Reach,
    /// What stays when the same people answer again
    Stability,
    /// The same people with one thing changed
    Fairness,
    /// What a fit is worth, to set the edges of the bands
    Bands,
    /// Real answers: a fixed short form against questions chosen one by one
    Respondents,
    /// What ending a part early saves and costs
    Stopping,
}
