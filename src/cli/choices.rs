//! What an option can be set to.

use crate::model::Length;
use clap::ValueEnum;
use clap::builder::PossibleValue;

/// How questions are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Listing {
    /// To be read
    Text,
    /// One JSON object
    Json,
}

/// How results are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// To be read
    Text,
    /// A JSON object for each person, one a line
    Json,
    /// A row for each career of each person
    Csv,
    /// A report to keep, for one session
    Markdown,
    /// A report to keep as one file that prints well, for one session
    Html,
}

/// How a comparison is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Comparison {
    /// To be read
    Text,
    /// One JSON object
    Json,
    /// Markdown
    Markdown,
}

/// What an input holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// A session as TOML
    Session,
    /// One person a row
    Csv,
    /// One person a line
    Jsonl,
}

impl ValueEnum for Length {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let help = match self {
            Self::Quick => "About 30 questions",
            Self::Standard => "About 60 questions",
            Self::Full => "About 125 questions",
        };
        Some(PossibleValue::new(self.name()).help(help))
    }
}
