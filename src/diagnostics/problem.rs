//! A problem in a file, and how it is shown.

use crate::text::{pluralise, show_controls};
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// Where a value "is" that was put in place of a missing or wrong one, so that the rest of its entry can be checked too.
pub(super) const STAND_IN: Range<usize> = usize::MAX..usize::MAX;

/// Whether what is there stands in for something already reported, and nothing more is to be said of it.
pub fn is_stand_in(span: &Range<usize>) -> bool {
    *span == STAND_IN
}

/// A text to read and the name it is reported under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Path as the user knows it.
    pub name: Arc<str>,
    /// The whole text.
    pub text: Arc<str>,
    /// For every block of [`BLOCK`] bytes how many lines end before it, so that no place needs a look at the whole text.
    ends_before: Arc<[usize]>,
}

/// Bytes of a block.
const BLOCK: usize = 4096;

impl Source {
    /// A text under a name.
    pub fn new(name: impl Into<Arc<str>>, text: impl Into<Arc<str>>) -> Self {
        let text: Arc<str> = text.into();
        let ends = text.as_bytes().chunks(BLOCK).map(count_line_ends);
        let ends_before = ends.scan(0, |before, here| Some(std::mem::replace(before, *before + here))).collect();
        Self { name: name.into(), ends_before, text }
    }

    /// The file's name without folder and ending.
    pub fn stem(&self) -> &str {
        let file = self.name.rsplit(['/', '\\']).next().unwrap_or(&self.name);
        file.strip_suffix(".toml").unwrap_or(file)
    }

    /// Line (from 1) of a byte offset.
    pub fn line(&self, offset: usize) -> usize {
        let offset = offset.min(self.text.len());
        let block = (offset / BLOCK).min(self.ends_before.len().saturating_sub(1));
        let before = self.ends_before.get(block).copied().unwrap_or_default();
        1 + before + count_line_ends(&self.text.as_bytes()[block * BLOCK..offset])
    }
}

fn count_line_ends(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte == b'\n').count()
}

/// How much a problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Severity {
    /// What is there cannot be used.
    Error,
    /// It can be used, and could be better.
    Warning,
}

/// One thing that is wrong: where, what was there and what was expected, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Problem {
    /// The text it is in.
    pub source: Source,
    /// Bytes of the offending text.
    pub span: Range<usize>,
    /// What was there and what was expected.
    pub what: String,
    /// What to do.
    pub remedy: String,
    /// How much it matters.
    pub severity: Severity,
}

impl Problem {
    /// Line of the problem, from 1.
    pub fn line(&self) -> usize {
        self.source.line(self.span.start)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(false))
    }
}

impl Problem {
    /// As it is shown, with colours and in lines that fit a terminal, or without.
    pub fn render(&self, colours: bool) -> String {
        let (text, span) = cut_around(&self.source.text, &self.span);
        let snippet = Snippet::source(&*text)
            .line_start(self.line())
            .path(show_controls(&self.source.name))
            .annotation(AnnotationKind::Primary.span(span));

        let level = if self.severity == Severity::Error { Level::ERROR } else { Level::WARNING };
        let said = |text: &str| {
            if colours { break_long_lines(&make_printable(text), SAID_WIDTH) } else { make_printable(text) }
        };
        let title = level.primary_title(said(&self.what)).element(snippet);
        let report = &[title.element(Level::HELP.message(said(&self.remedy)))];

        let renderer = if colours { Renderer::styled() } else { Renderer::plain() };
        renderer.render(report)
    }
}

/// So many bytes of a line are shown before a span, of it and behind it.
const SHOWN: usize = 4096;

/// What is shown of the line that a span begins on, with control characters made harmless, and the span within it.
fn cut_around(text: &str, span: &Range<usize>) -> (String, Range<usize>) {
    let start = floor_to_character(text, span.start);
    let end = floor_to_character(text, span.end.clamp(start, start + SHOWN));
    // of a span over several lines the first is marked
    let end = text[start..end].find('\n').map_or(end, |newline| start + newline);

    let (first, last) = (floor_to_character(text, start.saturating_sub(SHOWN)), floor_to_character(text, end + SHOWN));
    let from = text[first..start].rfind('\n').map_or(first, |newline| first + newline + 1);
    let to = text[end..last].find('\n').map_or(last, |newline| end + newline);

    let is_cut_before = from == first && first > 0 && !text[..first].ends_with('\n');
    let is_cut_behind = to == last && last < text.len() && !text[last..].starts_with('\n');

    let mut shown = String::from(if is_cut_before { "…" } else { "" });
    shown += &show_controls(&text[from..start]);
    let marked = show_controls(&text[start..end]);
    let span = shown.len()..shown.len() + marked.len();
    shown += &marked;
    shown += &show_controls(&text[end..to]);
    shown += if is_cut_behind { "…" } else { "" };

    (shown, span)
}

/// The last place up to here that is between two characters.
fn floor_to_character(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()
}

/// So many problems of one file are remembered; the rest is counted.
const KEPT: usize = 1000;

/// So many problems of one file are printed, in the order of their places; the rest is counted.
const PRINTED: usize = 50;

/// What is said of a problem is printed up to so many bytes: all scales of a group can be named in them.
const LONGEST_PRINTED: usize = 2048;

/// Columns of what is said of a problem on a terminal, beside what stands in front of it.
const SAID_WIDTH: usize = 68;

/// What is said of a problem is remembered up to so many bytes: a program may read more of it than a person.
const LONGEST_KEPT: usize = 8192;

/// All problems found, never empty when returned as an error.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems {
    kept: Vec<Problem>,
    /// By file how many there are.
    counts: BTreeMap<Arc<str>, usize>,
    /// How many of them are warnings.
    warnings: usize,
}

impl Problems {
    /// Notes one problem, unless it is about a value that stands in for one already reported.
    pub fn add(&mut self, source: &Source, span: Range<usize>, what: impl Into<String>, remedy: impl Into<String>) {
        self.report(Severity::Error, source, span, what.into(), remedy.into());
    }

    /// Notes one problem or warning, unless it is about a value that stands in for one already reported.
    pub fn report(&mut self, severity: Severity, source: &Source, span: Range<usize>, what: String, remedy: String) {
        if is_stand_in(&span) {
            return;
        }

        self.warnings += usize::from(severity == Severity::Warning);
        let count = self.counts.entry(Arc::clone(&source.name)).or_default();
        *count += 1;
        if *count <= KEPT {
            let (what, remedy) = (cut_text(what, LONGEST_KEPT), cut_text(remedy, LONGEST_KEPT));
            self.kept.push(Problem { source: source.clone(), span, what, remedy, severity });
        }
    }

    /// Adds the problems of other texts.
    pub fn join(&mut self, others: Self) {
        self.kept.extend(others.kept);
        self.warnings += others.warnings;
        for (name, count) in others.counts {
            *self.counts.entry(name).or_default() += count;
        }
    }

    /// The value, if nothing was wrong.
    ///
    /// # Errors
    /// The problems themselves, if there are any; a mere warning is one too.
    pub fn or<T>(self, value: T) -> Result<T, Self> {
        if self.is_empty() { Ok(value) } else { Err(self) }
    }

    /// Whether nothing is wrong so far.
    pub fn is_empty(&self) -> bool {
        self.counts.is_empty()
    }

    /// Whether there is anything that keeps it from being used.
    pub fn has_errors(&self) -> bool {
        self.count() > self.warnings
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.counts.values().sum()
    }

    /// The problems, of each file a thousand at most, in the order in which they were found.
    pub fn kept_problems(&self) -> &[Problem] {
        &self.kept
    }

    /// The problems in the order of their places, of each file a thousand at most.
    pub fn sort_problems(&self) -> Vec<&Problem> {
        let mut sorted: Vec<&Problem> = self.kept_problems().iter().collect();
        sorted.sort_by(|a, b| (&a.source.name, a.span.start).cmp(&(&b.source.name, b.span.start)));
        sorted
    }

    /// All of them as they are printed, with colours or without.
    pub fn render(&self, colours: bool) -> String {
        self.show_most(PRINTED, colours)
    }

    /// The problems in words, of each file so many at most and a count of the rest, with colours or without.
    pub fn show_most(&self, most: usize, colours: bool) -> String {
        let sorted = self.sort_problems();
        let mut shown = String::new();

        for of_file in sorted.chunk_by(|a, b| a.source.name == b.source.name) {
            let said = of_file.iter().take(most);
            shown.extend(said.map(|problem| problem.render(colours) + "\n\n"));

            let name = &of_file[0].source.name;
            let rest = self.counts.get(name).map_or(0, |count| count.saturating_sub(most));
            if rest > 0 {
                shown.extend([show_controls(name).as_ref(), ": and ", &rest.to_string(), " more\n\n"]);
            }
        }

        let errors = match self.count() - self.warnings {
            0 => "no problems".to_string(),
            errors => pluralise(errors, "problem"),
        };

        match self.warnings {
            0 => shown + &format!("{errors} found"),
            warnings => shown + &format!("{errors} and {} found", pluralise(warnings, "warning")),
        }
    }
}

/// A text as it is printed: harmless, and no longer than anybody reads.
fn make_printable(text: &str) -> String {
    cut_text(show_controls(text).into_owned(), LONGEST_PRINTED)
}

/// A text in lines of so many columns, broken at blanks only.
fn break_long_lines(text: &str, widest: usize) -> String {
    let width = |text: &str| text.chars().count();
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) if width(line) + 1 + width(word) <= widest => line.extend([" ", word]),
            _ => lines.push(word.to_string()),
        }
    }
    lines.join("\n")
}

/// The text, cut where it is longer than anybody reads.
fn cut_text(mut text: String, longest: usize) -> String {
    if text.len() > longest {
        text.truncate(floor_to_character(&text, longest));
        text.push('…');
        text.shrink_to_fit();
    }
    text
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(false))
    }
}

impl std::error::Error for Problems {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_names_file_line_text_and_remedy() {
        let source = Source::new("data/x.toml", "a = 1\nb = \"tow\"\n");
        let mut problems = Problems::default();
        problems.add(&source, 10..15, "unknown word 'tow'", "write 'two'");

        let shown = problems.to_string();
        for part in ["data/x.toml:2", "b = \"tow\"", "unknown word 'tow'", "write 'two'", "1 problem found"] {
            assert!(shown.contains(part), "{part} is missing in:\n{shown}");
        }
    }

    #[test]
    fn of_very_many_problems_fifty_a_file_are_printed_in_their_order_and_the_rest_is_counted() {
        let source = Source::new("x.toml", "a\n".repeat(5000));
        let mut problems = Problems::default();
        (0..5000).rev().for_each(|line| problems.add(&source, 2 * line..2 * line + 1, "bad", "mend"));
        problems.add(&Source::new("y.toml", "b"), 0..1, "bad", "mend");

        let shown = problems.to_string();
        assert_eq!((shown.matches(" --> x.toml:").count(), problems.count()), (PRINTED, 5001));
        assert!(shown.contains("x.toml: and 4950 more\n"), "{shown}");
        assert!(shown.contains("y.toml:1") && shown.ends_with("5001 problems found"), "{shown}");
    }

    #[test]
    fn lines_are_counted_right_at_every_place() {
        let text = (0..3000).map(|number| "x".repeat(number % 7) + "\n").collect::<String>();
        let source = Source::new("x.toml", text.as_str());

        for at in (0..text.len() + 3).step_by(13).chain([0, BLOCK - 1, BLOCK, BLOCK + 1, text.len()]) {
            assert_eq!(source.line(at), text.as_bytes()[..at.min(text.len())].split(|byte| *byte == b'\n').count());
        }
        assert_eq!(Source::new("empty.toml", "").line(7), 1);
    }

    #[test]
    fn of_a_very_long_line_the_place_is_shown() {
        let text = format!("a = {}\"tow\"{}\n", "1, ".repeat(100_000), ", 1".repeat(100_000));
        let at = text.find("\"tow\"").expect("it is there");
        let problem = Problem {
            source: Source::new("x.toml", text.as_str()),
            span: at..at + 5,
            what: "w".into(),
            remedy: "r".into(),
            severity: Severity::Error,
        };

        let shown = problem.to_string();
        assert!(shown.len() < 2000 && shown.contains("\"tow\""), "{shown}");
    }

    #[test]
    fn on_a_terminal_what_is_said_is_broken_into_lines_and_a_whole_group_of_scales_is_named() {
        let names: Vec<String> = (0..35).map(|number| format!("a-long-name-of-scale-{number}")).collect();
        let mut problems = Problems::default();
        problems.add(
            &Source::new("x.toml", "a = 1\n"),
            0..1,
            format!("these are missing: {}", names.join(", ")),
            "mend",
        );

        let plain = problems.to_string();
        assert!(names.iter().all(|name| plain.contains(name)) && !plain.contains('…'), "{plain}");
        let shown = problems.render(true);
        let without = shown.split('\u{1b}').map(|piece| piece.split_once('m').map_or(piece, |(_, rest)| rest));
        let without: String = without.collect();
        assert!(without.lines().all(|line| line.chars().count() <= 80), "{without}");
    }

    #[test]
    fn escape_sequences_in_a_file_do_not_reach_the_terminal() {
        let source = Source::new("x.toml", "a = \"\u{1b}[31m\u{7}\"\n");
        let mut problems = Problems::default();
        problems.add(&source, 4..10, "bad", "mend");
        assert!(!problems.to_string().contains(['\u{1b}', '\u{7}']));
    }

    #[test]
    fn a_span_past_the_end_or_inside_a_letter_is_shown_too() {
        let source = Source::new("x.toml", "é");
        for span in [1..1, 0..99, 5..9] {
            let problem = Problem {
                source: source.clone(),
                span,
                what: "w".into(),
                remedy: "r".into(),
                severity: Severity::Warning,
            };
            assert!(problem.to_string().contains("x.toml:1"));
        }
    }
}
