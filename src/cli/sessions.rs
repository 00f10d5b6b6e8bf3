//! What can be done with saved sessions.

use super::{Comparison, Data, Format, Listing, Separator};
use clap::{Args, Subcommand};
use std::path::PathBuf;

/// What can be done with saved sessions.
#[derive(Debug, Subcommand)]
pub enum Sessions {
    /// List all sessions, the latest first
    List {
        /// List deleted sessions that can be restored
        #[arg(long)]
        deleted: bool,
        /// How to print them
        #[arg(long, value_enum, default_value_t = Listing::Text)]
        format: Listing,
    },
    /// Show the answers of a session
    Show {
        /// Its name
        name: String,
        /// How to print them
        #[arg(long, value_enum, default_value_t = Listing::Text)]
        format: Listing,
        /// What is asked and ranked.
        #[command(flatten)]
        data: Data,
    },
    /// Give a session another name
    Rename {
        /// Its name
        #[arg(index = 1)]
        from: String,
        /// Its new name
        #[arg(index = 2)]
        to: String,
    },
    /// Delete a session; on a terminal it asks first
    Delete(Delete),
    /// Take a deleted session back
    Restore {
        /// Its name; of several deleted ones the latest
        name: String,
        /// Give it another name
        #[arg(long = "as", value_name = "NEW")]
        new_name: Option<String>,
    },
    /// Say what moved between two sessions, and only what is larger than noise
    Compare(Compare),
    /// Write a report to keep: profile, careers with reasons, as a job and as a career, plans, sources
    Export(Export),
}

/// How a session is deleted.
#[derive(Args, Debug)]
#[command(after_help = "\
A deleted session can be restored for 30 days; until then its answers lie in a folder that only you can read, which is \
named when you delete. With --now no copy stays, also of an earlier deletion.")]
pub struct Delete {
    /// Its name
    pub name: String,
    /// Keep no copy to restore it from
    #[arg(long)]
    pub now: bool,
    /// Do not ask
    #[arg(short, long)]
    pub yes: bool,
}

/// Two sessions beside each other.
#[derive(Args, Debug)]
#[command(after_help = "\
A session is named, or is a file ending in .toml. With one only, it is compared with your latest other session, the \
earlier one first.

Examples:
  careerfit sessions compare answers answers-2
  careerfit sessions compare last-year.toml answers --format markdown")]
pub struct Compare {
    /// The earlier session
    #[arg(value_name = "A")]
    pub first: String,
    /// The later one
    #[arg(value_name = "B")]
    pub second: Option<String>,
    /// How to print what moved
    #[arg(long, value_enum, default_value_t = Comparison::Text)]
    pub format: Comparison,
    /// What is asked and ranked.
    #[command(flatten)]
    pub data: Data,
}

/// A report to keep.
#[derive(Args, Debug)]
#[command(after_help = "\
An HTML report is one file that prints well and opens in any browser without a network.

Examples:
  careerfit sessions export answers --format html --out me.html
  careerfit sessions export answers --format markdown | less")]
pub struct Export {
    /// The session: its name, or a file ending in .toml
    pub name: String,
    /// How to write it
    #[arg(long, value_enum, default_value = "text")]
    pub format: Format,
    /// With --format csv: put a ' before cells that a spreadsheet would run as a formula
    #[arg(long)]
    pub safe_csv: bool,
    /// The file to write, only you can read it; - is standard output
    #[arg(long, value_name = "FILE", default_value = "-")]
    pub out: PathBuf,
    /// Write in place of a file that is there
    #[arg(long)]
    pub force: bool,
    /// What stands between the columns of a CSV; with a semicolon, decimals have a comma
    #[arg(long, value_enum, value_name = "NAME", default_value_t = Separator::Comma)]
    pub separator: Separator,
    /// Careers told in full
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub top: usize,
    /// What is asked and ranked.
    #[command(flatten)]
    pub data: Data,
}
