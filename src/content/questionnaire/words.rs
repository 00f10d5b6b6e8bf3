//! The table `[words]`: what stands around the unscored questions, in place of the usual words.

use crate::diagnostics::document::Document;
use crate::diagnostics::shape::Named;
use crate::diagnostics::{Problems, Source, suggest};
use crate::model::StepWords;
use toml::{Table, Value};

const USUAL: &str = include_str!("../../../data/words.toml");

/// The usual words with those of the document in their place.
pub fn read(source: &Source, document: &mut Document<'_>, problems: &mut Problems) -> StepWords {
    let mut words: Table = toml::from_str(USUAL).unwrap_or_default();
    let own = document.optional::<Named<String>>("words", problems).map(|entry| entry.value).unwrap_or_default();

    for (key, word) in own.0 {
        let name = key.get_ref();
        if !words.contains_key(name) {
            let near = suggest(name, words.keys().map(String::as_str)).map(|near| format!("did you mean '{near}'?"));
            let known = || format!("known here: {}", words.keys().cloned().collect::<Vec<_>>().join(", "));
            problems.add(source, key.span(), format!("no word is called '{name}'"), near.unwrap_or_else(known));
            continue;
        }

        if word.get_ref().trim().is_empty() {
            problems.add(source, word.span(), format!("'{name}' says nothing"), "write a word, or leave it out");
        }
        words.insert(name.clone(), Value::String(word.into_inner()));
    }

    words.try_into().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_has_a_usual_one_and_an_own_one_takes_its_place() {
        let source = Source::new("q.toml", "[words]\npairs = \"Entweder oder\"\ngaols = \"x\"\nalike = \" \"\n");
        let mut problems = Problems::default();
        let words = read(&source, &mut Document::parse(&source, &mut problems), &mut problems);

        let usual: StepWords = toml::from_str(USUAL).expect("every word");
        assert_eq!((words.pairs.as_str(), words.neither.as_str()), ("Entweder oder", usual.neither.as_str()));
        let shown = problems.to_string();
        assert!(shown.contains("did you mean 'goals'?") && shown.contains("'alike' says nothing"), "{shown}");
    }
}
