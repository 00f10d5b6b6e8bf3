//! What ranking and explaining are told.

use super::{Data, Format, Kind, Listing, Separator};
use clap::Args;

/// Ranking for one person or many.
#[derive(Args, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
#[command(after_help = "\
A CSV has one person a row, a column for each question id, and may have a column 'person'. Commas, semicolons and tabs \
between the columns are told apart by the first line that is not blank. JSON lines have the same names as keys. An empty \
cell is no answer. Rows that cannot be read are reported with their line; the rest goes on.

Examples:
  careerfit score answers
  careerfit score people.csv --top 3 --format csv > careers.csv
  careerfit score answers --format html > report.html
  zcat people.csv.gz | careerfit score - --input csv --format json")]
pub struct Score {
    /// A session (.toml or its name), a .csv or .jsonl file, or - for standard input
    #[arg(value_name = "FILE")]
    pub file: String,
    /// Careers for each person
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub top: usize,
    /// How to print them
    #[arg(long, value_enum, default_value = "text")]
    pub format: Format,
    /// With --format csv: put a ' before cells that a spreadsheet would run as a formula
    #[arg(long)]
    pub safe_csv: bool,
    /// What FILE holds, where its ending does not tell
    #[arg(long, value_enum, value_name = "KIND")]
    pub input: Option<Kind>,
    /// Add the uncertainty of every estimate, also for several people; whoever answered other questions than the rest costs
    /// some 2 ms of CPU time each
    #[arg(long)]
    pub intervals: bool,
    /// Add the reasons of every career, also for several people
    #[arg(long)]
    pub reasons: bool,
    /// Add the directions that the answers point to, also for several people
    #[arg(long)]
    pub directions: bool,
    /// What stands between the columns of a CSV that is written; with a semicolon, decimals have a comma
    #[arg(long, value_enum, value_name = "NAME", default_value_t = Separator::Comma)]
    pub separator: Separator,
    /// What is asked and ranked.
    #[command(flatten)]
    pub data: Data,
}

/// Reasons for one career.
#[derive(Args, Debug)]
pub struct Explain {
    /// A session (.toml or its name), a .csv or .jsonl file, or - for standard input
    #[arg(value_name = "FILE")]
    pub file: String,
    /// A career's id or title, or words to find it by
    #[arg(required = true, value_name = "CAREER")]
    pub career: Vec<String>,
    /// Who, in a file of several people
    #[arg(long, value_name = "NAME")]
    pub person: Option<String>,
    /// What FILE holds, where its ending does not tell
    #[arg(long, value_enum, value_name = "KIND")]
    pub input: Option<Kind>,
    /// How to print it
    #[arg(long, value_enum, default_value_t = Listing::Text)]
    pub format: Listing,
    /// What is asked and ranked.
    #[command(flatten)]
    pub data: Data,
}
