//! What a format does: it writes a report, and some of them the rankings of many people.

use super::{Ranking, Report};
use crate::model::Catalogue;

/// A format.
pub trait Exporter: Sync {
    /// What it is called on the command line.
    fn name(&self) -> &'static str;

    /// The ending of its files, without a full stop.
    fn ending(&self) -> &'static str;

    /// What it is good for, as it stands in a menu.
    fn label(&self) -> &'static str;

    /// Whether it is read by programs, which must get names byte for byte and no character made visible.
    fn is_for_programs(&self) -> bool {
        false
    }

    /// The report on one person.
    fn write(&self, report: &Report<'_>) -> String;

    /// How the rankings of many people are written one after the other; none where a report is about one person.
    fn write_many(&self, _catalogue: &Catalogue) -> Option<Many> {
        None
    }
}

/// How the rankings of many people are written.
pub struct Many {
    /// What stands above the first of them.
    pub head: String,
    add: Box<Add>,
}

type Add = dyn Fn(&mut String, &Ranking<'_>) + Send + Sync;

impl Many {
    /// A head, and what adds one person's ranking to a text.
    pub fn new(head: String, add: impl Fn(&mut String, &Ranking<'_>) + Send + Sync + 'static) -> Self {
        Self { head, add: Box::new(add) }
    }

    /// Adds one person's ranking.
    pub fn add(&self, text: &mut String, ranking: &Ranking<'_>) {
        (self.add)(text, ranking);
    }
}
