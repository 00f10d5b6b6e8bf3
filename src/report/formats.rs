//! The formats that a report can be written in: one file each, and one row in [`FORMATS`], which the command line, the
//! screen, the pages on use and the tests read.

mod card;
mod csv;
mod html;
pub(super) mod json;
pub(super) mod markdown;
pub(super) mod text;

use super::exporters::Exporter;
use std::fmt;
use std::ops::Deref;

/// One of the formats.
#[derive(Clone, Copy)]
pub struct Format(&'static dyn Exporter);

/// Every format, in the order of the menu.
pub static FORMATS: &[Format] = &[
    Format(&html::Html),
    Format(&markdown::Markdown),
    Format(&text::Text),
    Format(&card::Card),
    Format(&json::Json),
    Format(&csv::Csv { is_guarded: false }),
];

impl Format {
    /// The format of this name.
    pub fn find(name: &str) -> Option<Self> {
        FORMATS.iter().copied().find(|format| format.name() == name)
    }

    /// The same format with nothing in it that a spreadsheet would run, where it is one for spreadsheets.
    pub fn guard(self) -> Option<Self> {
        self.is_for_programs().then_some(Self(&csv::Csv { is_guarded: true }))
    }
}

impl Deref for Format {
    type Target = dyn Exporter;

    fn deref(&self) -> &Self::Target {
        self.0
    }
}

impl PartialEq for Format {
    fn eq(&self, other: &Self) -> bool {
        self.name() == other.name()
    }
}

impl Eq for Format {}

impl fmt::Debug for Format {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Format").field(&self.name()).finish()
    }
}
