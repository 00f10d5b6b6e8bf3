//! The formats that a report can be written in: one file each, and one row in [`FORMATS`], which the command line, the
//! screen, the pages on use and the tests read.

use super::exporters::Exporter;
use std::fmt;
use std::ops::Deref;

/// One of the formats.
#[derive(Clone, Copy)]
pub struct Format(&'static dyn Exporter);

/// Every format, in the order of the menu.
pub static FORMATS: [Format; 6] = [
    Format(&super::html::Html),
    Format(&super::markdown::Markdown),
    Format(&super::text::Text),
    Format(&super::card::Card),
    Format(&super::json::Json),
    Format(&super::csv::Csv { is_guarded: false }),
];

impl Format {
    /// The format of this name.
    pub fn find(name: &str) -> Option<Self> {
        FORMATS.iter().copied().find(|format| format.name() == name)
    }

    /// The same format with nothing in it that a spreadsheet would run, where it is one for spreadsheets.
    pub fn guarded(self) -> Option<Self> {
        self.is_for_programs().then_some(Self(&super::csv::Csv { is_guarded: true }))
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
