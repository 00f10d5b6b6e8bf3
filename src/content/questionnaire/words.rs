//! The table `[words]`: what stands around the unscored questions, in place of the usual words.

use crate::diagnostics::document::Document;
use crate::diagnostics::shape::{Named, Text};
use crate::diagnostics::{Problems, Source, suggest};
use crate::model::StepWords;
use toml::{Table, Value};

const USUAL: &str = include_str!("../../../data/words.toml");

/// The usual words with those of the document in their place.
pub fn read_step_words(source: &Source, document: &mut Document<'_>, problems: &mut Problems) -> StepWords {
    let mut words: Table = toml::from_str(USUAL).unwrap_or_default();
    let own = document.read_optional::<Named<String>>("words", problems).map(|entry| entry.value).unwrap_or_default();

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
        } else if let Some(Value::String(usual)) = words.get(name) {
            check_places(source, name, &word, usual, problems);
        }
        words.insert(name.clone(), Value::String(word.into_inner()));
    }

    words.try_into().unwrap_or_default()
}

/// Notes names in braces that stand for nothing, and those of the usual word that are left out.
fn check_places(source: &Source, name: &str, word: &Text, usual: &str, problems: &mut Problems) {
    let (given, known) = (find_places(word.get_ref()), find_places(usual));
    let listed = || known.iter().map(|known| format!("{{{known}}}")).collect::<Vec<_>>().join(" and ");
    let unknown = given.iter().filter(|given| !known.contains(given));

    let mut meant = Vec::new();
    for place in unknown {
        // of one that is given already, another is hardly meant
        let left = known.iter().copied().filter(|known| !given.contains(known));
        let near = suggest(place, left.clone()).or_else(|| left.clone().next().filter(|_| left.count() == 1));
        let remedy = match near {
            Some(near) => format!("did you mean '{{{near}}}'?"),
            None if known.is_empty() => "write it without braces: nothing is put there".to_string(),
            None => format!("put there are {}", listed()),
        };
        meant.extend(near);
        problems.add(source, word.span(), format!("'{{{place}}}' in '{name}' stands for nothing"), remedy);
    }

    for missing in known.iter().filter(|known| !given.contains(known) && !meant.contains(known)) {
        let remedy = format!("the usual word is \"{usual}\"");
        problems.add(source, word.span(), format!("'{name}' leaves out '{{{missing}}}'"), remedy);
    }
}

/// The names in braces in a word.
fn find_places(word: &str) -> Vec<&str> {
    word.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_has_a_usual_one_and_an_own_one_takes_its_place() {
        let source = Source::new("q.toml", "[words]\npairs = \"Entweder oder\"\ngaols = \"x\"\nalike = \" \"\n");
        let mut problems = Problems::default();
        let words = read_step_words(&source, &mut Document::parse(&source, &mut problems), &mut problems);

        let usual: StepWords = toml::from_str(USUAL).expect("every word");
        assert_eq!((words.pairs.as_str(), words.neither.as_str()), ("Entweder oder", usual.neither.as_str()));
        let shown = problems.to_string();
        assert!(shown.contains("did you mean 'goals'?") && shown.contains("'alike' says nothing"), "{shown}");
    }

    #[test]
    fn what_is_put_into_a_word_is_named_as_it_is_and_never_left_out() {
        let cases = [
            ("part_of = \"Teil {part} von {parts}\"", &[][..]),
            ("part_of = \"{parts} Teile, dies ist {part}\"", &[]),
            (
                "part_of = \"Teil {prat} von {parts}\"",
                &["'{prat}' in 'part_of' stands for nothing", "did you mean '{part}'?"],
            ),
            ("part_of = \"Teil {part}\"", &["'part_of' leaves out '{parts}'", "Part {part} of {parts}"]),
            ("left = \"noch {Fragen}\"", &["'{Fragen}' in 'left' stands for nothing", "did you mean '{left}'?"]),
            ("pairs = \"Entweder {oder}\"", &["'{oder}' in 'pairs' stands for nothing", "without braces"]),
        ];
        for (line, wanted) in cases {
            let source = Source::new("q.toml", format!("[words]\n{line}\n"));
            let mut problems = Problems::default();
            read_step_words(&source, &mut Document::parse(&source, &mut problems), &mut problems);
            let shown = problems.to_string();
            assert_eq!(problems.count(), usize::from(!wanted.is_empty()), "{shown}");
            assert!(wanted.iter().all(|part| shown.contains(part)), "{shown}");
        }
    }
}
