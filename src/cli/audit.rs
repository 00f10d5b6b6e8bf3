//! What can be audited.

use super::{Data, Listing};
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// What is audited, and how.
#[derive(Args, Debug)]
#[command(
    after_help = "recover takes about two minutes on two cores; with fewer --people it takes less, and tells less."
)]
pub struct Audit {
    /// What to look at
    #[arg(value_enum)]
    pub what: Audited,
    /// Real people's answers: a CSV with a column for each question (for stability: odd against even ones; for criterion,
    /// with `field` and, if known, `level` and `gender`), or with the columns R1 to C8 (for respondents and reach)
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// Other people's answers to learn from; without it, two thirds of FILE (for respondents)
    #[arg(long, value_name = "FILE2")]
    pub calibrate_on: Option<PathBuf>,
    /// Another list of related careers: a CSV with the columns `code` and `related_code` (for related)
    #[arg(long, value_name = "FILE")]
    pub against: Option<PathBuf>,
    /// Careers of each field: a CSV with the columns `field` and `code` (for criterion)
    #[arg(long, value_name = "FILE")]
    pub fields: Option<PathBuf>,
    /// Simulated people: 1000 where nothing is said, 500 for grid, bands and stopping, 200 for stability, 20 a career for
    /// reach
    #[arg(long, value_name = "N")]
    pub people: Option<usize>,
    /// Seed of the simulation
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
    /// How to print the figures
    #[arg(long, value_enum, default_value_t = Listing::Text)]
    pub format: Listing,
    /// What is asked and ranked.
    #[command(flatten)]
    pub data: Data,
}

/// What can be audited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Audited {
    /// Similar careers against a published list
    Related,
    /// Real people whose field is known: whether their own field comes up, and who gets no list
    Criterion,
    /// Own career found among the first ten, by length
    Recover,
    /// The same over a grid of how people are
    Grid,
    /// Every career comes first for somebody, none for too many
    Reach,
    /// What stays when the same people are asked other questions
    Stability,
    /// The same people with one thing changed: each row is one change, then pay, job zone and families of their first ten,
    /// and how much of the first ten stays
    Fairness,
    /// What a fit is worth, to set the edges of the bands
    Bands,
    /// Real answers: a fixed short form against questions chosen one by one
    Respondents,
    /// What ending a part early saves and costs
    Stopping,
}
