//! A problem in a file, and how it is shown.

use crate::model::visible;
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// A text to read and the name it is reported under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Path as the user knows it.
    pub name: Arc<str>,
    /// The whole text.
    pub text: Arc<str>,
}

impl Source {
    /// A text under a name.
    pub fn new(name: impl Into<Arc<str>>, text: impl Into<Arc<str>>) -> Self {
        Self { name: name.into(), text: text.into() }
    }

    /// The file's name without folder and ending.
    pub fn stem(&self) -> &str {
        let file = self.name.rsplit(['/', '\\']).next().unwrap_or(&self.name);
        file.strip_suffix(".toml").unwrap_or(file)
    }

    /// Line (from 1) of a byte offset.
    pub fn line(&self, offset: usize) -> usize {
        self.text.as_bytes()[..offset.min(self.text.len())].iter().filter(|byte| **byte == b'\n').count() + 1
    }
}

/// One thing that is wrong: where, what was there and what was expected, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The text it is in.
    pub source: Source,
    /// Bytes of the offending text.
    pub span: Range<usize>,
    /// What was there and what was expected.
    pub what: String,
    /// What to do.
    pub remedy: String,
}

impl Problem {
    /// Line of the problem, from 1.
    pub fn line(&self) -> usize {
        self.source.line(self.span.start)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (text, span) = around(&self.source.text, &self.span);
        let first_line = self.line() - text[..span.start].matches('\n').count();
        let snippet = Snippet::source(&*text)
            .line_start(first_line)
            .path(visible(&self.source.name))
            .annotation(AnnotationKind::Primary.span(span));
        let title = Level::ERROR.primary_title(visible(&self.what)).element(snippet);
        let report = &[title.element(Level::HELP.message(visible(&self.remedy)))];
        write!(f, "{}", Renderer::plain().render(report))
    }
}

/// The lines that a span touches, with control characters made harmless, and the span within them.
fn around(text: &str, span: &Range<usize>) -> (String, Range<usize>) {
    let floor = |mut at: usize| {
        at = at.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let (start, end) = (floor(span.start), floor(span.end.max(span.start)));
    let end = text[start..end].find('\n').map_or(end, |newline| start + newline);
    let from = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
    let to = text[end..].find('\n').map_or(text.len(), |newline| end + newline);
    let before = visible(&text[from..start]).into_owned();
    let marked = visible(&text[start..end]);
    let span = before.len()..before.len() + marked.len();
    (before + &marked + &visible(&text[end..to]), span)
}

/// All problems found, never empty when returned as an error.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    /// Notes one problem.
    pub fn add(&mut self, source: &Source, span: Range<usize>, what: impl Into<String>, remedy: impl Into<String>) {
        let (what, remedy) = (what.into(), remedy.into());
        self.0.push(Problem { source: source.clone(), span, what, remedy });
    }

    /// The value, if nothing was wrong.
    pub fn or<T>(self, value: T) -> Result<T, Self> {
        if self.0.is_empty() { Ok(value) } else { Err(self) }
    }

    /// Whether nothing is wrong so far.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Puts the problems in the order of their places.
    fn sorted(&self) -> Vec<&Problem> {
        let mut sorted: Vec<&Problem> = self.0.iter().collect();
        sorted.sort_by(|a, b| (&a.source.name, a.span.start).cmp(&(&b.source.name, b.span.start)));
        sorted
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for problem in self.sorted() {
            writeln!(f, "{problem}\n")?;
        }
        let (count, s) = (self.0.len(), if self.0.len() == 1 { "" } else { "s" });
        write!(f, "{count} problem{s} found")
    }
}

impl std::error::Error for Problems {}

/// "Did you mean …?" for a name that is close to a known one.
pub fn suggest<'a>(unknown: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let scored = known.map(|name| (strsim::jaro_winkler(unknown, name), name));
    let best = scored.max_by(|a, b| a.0.total_cmp(&b.0))?;
    (best.0 > 0.8).then_some(best.1)
}

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
            let problem = Problem { source: source.clone(), span, what: "w".into(), remedy: "r".into() };
            assert!(problem.to_string().contains("x.toml:1"));
        }
    }
}
