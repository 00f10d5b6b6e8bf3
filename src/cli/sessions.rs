//! What can be done with saved sessions.

use super::{Comparison, Format};
use clap::{Args, Subcommand};
use std::path::PathBuf;

/// What can be done with saved sessions.
#[derive(Debug, Subcommand)]
pub enum Sessions {
    /// List all sessions, the latest first
    List,
    /// Show the answers of a session
    Show {
        /// Its name
        name: String,
    },
    /// Give a session another name
    Rename {
        /// Its name
        from: String,
        /// Its new name
        to: String,
    },
    /// Delete a session
    Delete {
        /// Its name
        name: String,
    },
    /// Say what moved between two sessions, and only what is larger than noise
    Compare(Compare),
    /// Write a report to keep: profile, careers with reasons, as a job and as a career, plans, sources
    Export(Export),
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
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// The file to write, only you can read it; - is standard output
    #[arg(long, value_name = "FILE", default_value = "-")]
    pub out: PathBuf,
    /// Write in place of a file that is there
    #[arg(long)]
    pub force: bool,
    /// Careers told in full
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub top: usize,
}
