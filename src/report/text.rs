//! A report as plain text.

use super::Report;
use crate::model::Verdict;
use std::fmt::Write;

const NO_DIRECTION: &str = "\
The answers do not point anywhere yet, which is common. Some ways on: answer a few more questions, go back to an \
answer you were unsure of, or look up any career you are curious about with 'careerfit career WORDS'.";

/// What somebody is told whose answers do not differ, and ways on.
pub fn no_direction() -> &'static str {
    NO_DIRECTION
}

/// The report to be read.
pub fn text(report: &Report) -> String {
    let s = if report.answered == 1 { "" } else { "s" };
    let mut text = format!("{}: {} answer{s}, {}\n", report.person, report.answered, report.verdict.words());
    if report.verdict == Verdict::NoDirection {
        let _ = writeln!(text, "{NO_DIRECTION}");
    }
    for entry in &report.careers {
        let later = if entry.later_step { " (a later step)" } else { "" };
        let title = format!("{}{later}", entry.title);
        let (rank, band) = (entry.rank, entry.band.words());
        let again = entry.interval.map_or(String::new(), |again| format!("  {}-{}", again.low, again.high));
        let _ = writeln!(text, "{rank:>4}  {title:<56} {:<11} {band:<12} {:>4.0}{again}", entry.id, entry.fit);
    }
    if report.careers.iter().any(|entry| entry.interval.is_some()) {
        text += "Last: the ranks between which a career would most likely land if the questions were answered again.\n";
    }
    for note in &report.notes {
        let _ = writeln!(text, "Note: {note}.");
    }
    text
}
