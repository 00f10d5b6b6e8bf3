//! What an option can be set to.

use crate::model::Length;
use crate::report::{FORMATS, Format};
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

/// How a career that was looked up is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Card {
    /// To be read
    Text,
    /// One JSON object: what was found, best first, and the career itself
    Json,
    /// The career as entries of a catalogue, to begin an own one with
    Toml,
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

/// What stands between the columns of a CSV.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Separator {
    /// A comma; decimals have a point
    #[default]
    Comma,
    /// A semicolon; decimals have a comma, as spreadsheets in most of Europe expect
    Semicolon,
    /// A tab; decimals have a point
    Tab,
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

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        FORMATS
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()).help(crate::report::capitalise(self.label())))
    }
}
