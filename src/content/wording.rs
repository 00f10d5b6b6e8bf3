//! What a rule can say about a text: its length, its characters, its end, and that no other text is the same.

use crate::diagnostics::shape::Text;
use crate::diagnostics::{Problems, Source};
use crate::text::pluralise;
use crate::text::visible::{is_joining, is_steering};
use std::collections::HashMap;
use std::ops::RangeInclusive;

/// Checks texts and remembers them, to find two that are the same.
pub struct Wording {
    seen: HashMap<String, String>,
    /// Whether no text may be there twice.
    is_strict: bool,
}

impl Wording {
    /// Has seen nothing yet.
    pub fn new(is_strict: bool) -> Self {
        Self { seen: HashMap::new(), is_strict }
    }

    /// A text of so many words, with plain characters, that ends like a sentence.
    pub fn check_sentence(
        &mut self,
        source: &Source,
        name: &str,
        text: &Text,
        words: RangeInclusive<usize>,
        problems: &mut Problems,
    ) {
        check_line(source, name, text, words, problems);

        let key = text.get_ref().to_lowercase();
        let place = format!("{}:{}", source.name, source.line(text.span().start));
        if let Some(other) = self.seen.insert(key, place).filter(|_| self.is_strict) {
            let what = format!("'{name}' is the same as the text at {other}");
            problems.add(source, text.span(), what, "say what is special to this one");
        }
    }
}

/// A text of so many words, with plain characters, that ends like a sentence; others may say the same.
pub fn check_line(source: &Source, name: &str, text: &Text, words: RangeInclusive<usize>, problems: &mut Problems) {
    check_phrase(source, name, text, words, problems);
    if !text.get_ref().ends_with(['.', '?', '!']) {
        let what = format!("'{name}' does not end like a sentence");
        problems.add(source, text.span(), what, "end it with a full stop or a question mark");
    }
}

/// A text of so many words with plain characters.
pub fn check_phrase(source: &Source, name: &str, text: &Text, words: RangeInclusive<usize>, problems: &mut Problems) {
    let count = text.get_ref().split_whitespace().count();
    if !words.contains(&count) {
        let (least, most) = (words.start(), words.end());
        let what = format!("'{name}' has {}, {least} to {most} are expected", pluralise(count, "word"));
        problems.add(source, text.span(), what, if count < *least { "say more" } else { "say it shorter" });
    }

    check_characters(source, name, text, problems);
}

/// Notes characters that some terminals cannot show or that would steer them.
pub fn check_characters(source: &Source, name: &str, text: &Text, problems: &mut Problems) {
    if let Some(odd) = text.get_ref().chars().find(|c| is_steering(*c) || is_joining(*c)) {
        let what = format!("'{name}' holds the invisible character U+{:04X}", odd as u32);
        problems.add(source, text.span(), what, "take it out; letters, digits and punctuation are fine");
    }

    if text.get_ref().trim() != text.get_ref() {
        problems.add(source, text.span(), format!("'{name}' begins or ends with a blank"), "take the blank out");
    }
}
