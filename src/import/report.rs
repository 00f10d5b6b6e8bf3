//! What an import did, for the person who ran it.

use super::tables::Tables;
use crate::model::{ByGroup, Group};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Display, Formatter};

/// What was read, estimated, missing, suppressed and written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Which layout the folder holds.
    pub layout: &'static str,
    /// Careers with figures.
    pub careers: usize,
    /// Tables read.
    pub read: Vec<TableRead>,
    /// Tables not found, and what follows.
    pub missing: Vec<Missing>,
    /// Values that the publisher advises against using, by table: skipped.
    pub suppressed: BTreeMap<String, usize>,
    /// Careers with estimated ratings.
    pub estimated: ByGroup<usize>,
    /// Groups that not one career has ratings for.
    pub unusable: Vec<Group>,
    /// Careers without work context, which needs all nine figures.
    pub without_context: usize,
    /// Listed careers without any rating: left out.
    pub unrated: usize,
    /// Rows whose code the list of careers lacks, by table: left out.
    pub strays: BTreeMap<String, usize>,
    /// Names that are no scale here, by table: left out.
    pub unknown: BTreeMap<String, BTreeSet<String>>,
    /// What else there is to know.
    pub notes: Vec<String>,
    /// Careers that the files of words do not have yet.
    pub without_words: usize,
    /// Files written, by name.
    pub written: Vec<String>,
    /// Files that stayed as they were.
    pub unchanged: usize,
    /// Files of an earlier run under another name, taken away.
    pub removed: Vec<String>,
}

/// A table that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRead {
    /// File name.
    pub table: String,
    /// Rows below the header.
    pub rows: usize,
}

/// A table that is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// Usual file name.
    pub table: String,
    /// What follows from it.
    pub without: String,
}

impl Report {
    pub(super) fn note_unknown(&mut self, table: &str, name: &str) {
        self.unknown.entry(table.to_owned()).or_default().insert(name.to_owned());
    }

    pub(super) fn count_careers(&mut self, tables: &Tables) {
        let rows = || tables.careers.values();
        self.careers = rows().count();
        self.estimated = ByGroup::from_fn(|group| rows().filter(|row| row.estimated[group]).count());
        self.without_context = rows().filter(|row| row.context.contains(&None)).count();
        self.unusable.extend(Group::ALL.into_iter().filter(|group| !tables.has_measured(*group)));
    }
}

impl Display for Report {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        writeln!(f, "{}: {} careers", self.layout, self.careers)?;
        for TableRead { table, rows } in &self.read {
            writeln!(f, "  read        {table}, {rows} rows")?;
        }
        for Missing { table, without } in &self.missing {
            writeln!(f, "  missing     {table}: {without}")?;
        }

        self.write_left_out(f)?;
        self.write_estimates(f)?;
        for note in &self.notes {
            writeln!(f, "  note        {note}")?;
        }
        self.write_files(f)
    }
}

impl Report {
    fn write_left_out(&self, f: &mut Formatter) -> fmt::Result {
        for (table, values) in &self.suppressed {
            writeln!(f, "  suppressed  {table}: {values} values skipped, as its publisher advises")?;
        }
        for (table, rows) in &self.strays {
            writeln!(f, "  left out    {table}: {rows} rows of careers that are not in the list of careers")?;
        }
        for (table, names) in &self.unknown {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            writeln!(f, "  left out    {table}: no scale here is called {}", names.join(", "))?;
        }

        if self.unrated > 0 {
            writeln!(f, "  left out    {} listed careers without any rating", self.unrated)?;
        }
        if self.without_context > 0 {
            writeln!(f, "  left out    work context of {} careers, not all of it known", self.without_context)?;
        }
        Ok(())
    }

    fn write_estimates(&self, f: &mut Formatter) -> fmt::Result {
        for group in Group::ALL {
            let careers = self.estimated[group];
            if self.unusable.contains(&group) {
                writeln!(f, "  estimated   {}: no career is rated, so all stand at 50 and count alike", group.name())?;
            } else if careers > 0 {
                writeln!(f, "  estimated   {} of {careers} careers, from related careers", group.name())?;
            }
        }
        Ok(())
    }

    fn write_files(&self, f: &mut Formatter) -> fmt::Result {
        if self.without_words > 0 {
            writeln!(f, "  no words    for {} careers yet", self.without_words)?;
        }
        for name in &self.written {
            writeln!(f, "  written     figures/{name}")?;
        }
        for name in &self.removed {
            writeln!(f, "  removed     figures/{name}, now under the name of its file of words")?;
        }

        writeln!(f, "  {} files written, {} unchanged", self.written.len(), self.unchanged)
    }
}
