//! One English: words and phrases that a text should not hold, each with what to write instead.

use crate::diagnostics::weight::weigh;
use crate::diagnostics::{Problems, Severity, Source};
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::LazyLock;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The table of spellings.
const TABLE: &str = include_str!("../../data/spellings.toml");

/// Keys whose texts are ids, or names of careers and offices, which may be spelt in any way.
const FREE: [&str; 12] = [
    "id",
    "also",
    "found_as",
    "rung",
    "meanwhile",
    "next",
    "arrive_from",
    "related",
    "scales",
    "skills",
    "subjects",
    "source",
];

/// Phrases by their first word, each with what to write instead.
static PHRASES: LazyLock<HashMap<String, Vec<(String, String)>>> = LazyLock::new(|| {
    let parts: BTreeMap<String, BTreeMap<String, String>> = toml::from_str(TABLE).unwrap_or_default();
    let mut phrases: HashMap<String, Vec<(String, String)>> = HashMap::new();
    for (phrase, instead) in parts.into_values().flatten() {
        let first = find_first_word(&phrase).to_string();
        phrases.entry(first).or_default().push((phrase, instead));
    }
    phrases
});

/// Every word of a data file's texts that is spelt or said otherwise here, with its place and what to write.
pub fn check_spelling(source: &Source, severity: Severity) -> Problems {
    let mut problems = Problems::default();
    if weigh(&source.text).is_err() {
        // whoever reads the file says that it is too heavy to be taken apart
        return problems;
    }

    let (table, _) = DeTable::parse_recoverable(&source.text);
    let mut spans = Vec::new();
    collect(table.get_ref(), &mut spans);

    for span in spans {
        for (at, said, instead) in find_phrases(source.text.get(span.clone()).unwrap_or_default()) {
            let place = span.start + at..span.start + at + said.len();
            let what = format!("'{said}' is not how it is said here");
            problems.report(severity, source, place, what, format!("write: {instead}"));
        }
    }
    problems
}

/// The places of all texts of a table, but for those that may be spelt in any way.
fn collect(table: &DeTable<'_>, into: &mut Vec<Range<usize>>) {
    for (key, value) in table {
        if !FREE.contains(&key.get_ref().as_ref()) {
            collect_value(value, into);
        }
    }
}

fn collect_value(value: &Spanned<DeValue<'_>>, into: &mut Vec<Range<usize>>) {
    match value.get_ref() {
        DeValue::String(_) => into.push(value.span()),
        DeValue::Array(items) => items.iter().for_each(|item| collect_value(item, into)),
        DeValue::Table(table) => collect(table, into),
        _ => {}
    }
}

/// Phrases of the table in a text: where each begins, as it stands there, and what to write instead.
fn find_phrases(text: &str) -> Vec<(usize, &str, &'static str)> {
    // in ASCII only, so that every place is the same in both texts
    let small = text.to_ascii_lowercase();
    let is_word = |c: char| c.is_alphanumeric();
    let mut found = Vec::new();
    let mut before = None;

    for (at, c) in small.char_indices() {
        // what follows a hyphen is half a word: "in-house training" is fine
        let begins = is_word(c) && !before.is_some_and(|before| is_word(before) || before == '-');
        before = Some(c);
        if !begins {
            continue;
        }

        let rest = &small[at..];
        for (phrase, instead) in PHRASES.get(find_first_word(rest)).into_iter().flatten() {
            let ends = rest.strip_prefix(phrase.as_str()).is_some_and(|after| !after.starts_with(is_word));
            if ends {
                found.push((at, &text[at..at + phrase.len()], instead.as_str()));
            }
        }
    }
    found
}

/// The letters and digits a text begins with.
fn find_first_word(text: &str) -> &str {
    text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list_said(text: &str) -> Vec<&str> {
        find_phrases(text).into_iter().map(|(_, said, _)| said).collect()
    }

    #[test]
    fn the_table_is_read_and_every_left_side_has_another_right_side() {
        let phrases: Vec<_> = PHRASES.values().flatten().collect();
        assert!(phrases.len() > 200, "only {} phrases", phrases.len());
        for (phrase, instead) in phrases {
            assert_eq!(*phrase, phrase.to_ascii_lowercase(), "small letters are meant");
            assert!(list_said(instead).is_empty(), "'{instead}' would be refused itself");
        }
    }

    #[test]
    fn whole_words_and_phrases_are_found_in_small_and_capital_letters() {
        assert_eq!(
            list_said("Color, the Gas station and a driver's license."),
            ["Color", "Gas station", "driver's license"]
        );
        assert!(list_said("Colouring a discolored wall, resumed at the station.").is_empty());
        assert!(list_said("").is_empty());
    }

    #[test]
    fn a_place_is_that_of_the_word_and_names_for_searching_are_free() {
        let source =
            Source::new("x.toml", "[[career]]\nalso = [\"labor lawyer\"]\nday = \"You wait.\\nThe color is gray.\"\n");
        let found = check_spelling(&source, Severity::Error);

        let words: Vec<&str> = found.kept_problems().iter().map(|one| &source.text[one.span.clone()]).collect();
        assert_eq!(words, ["color", "gray"]);
        assert_eq!(found.kept_problems()[0].line(), 3);
    }
}
