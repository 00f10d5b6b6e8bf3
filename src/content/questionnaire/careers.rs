//! The careers that are made of an activity: each exists, and each career of a complete set of data says of what it is made.

use super::Text;
use crate::diagnostics::document::Document;
use crate::diagnostics::{Problems, Source, suggest};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// Careers that one activity names at most: more are a field of work, which its scales tell of.
const MAX_CAREERS: usize = 12;
/// Activities that one career is made of at most.
const MAX_ACTIVITIES: usize = 5;

/// What is read of a question here; its other fields are checked with the questionnaire.
#[derive(Deserialize)]
struct Naming {
    id: Text,
    #[serde(default)]
    careers: Vec<Text>,
}

/// Notes a question that names too many careers, or one of them twice.
pub fn check_count(source: &Source, question: &Text, careers: &[Text], problems: &mut Problems) {
    if careers.len() > MAX_CAREERS {
        let what = format!("'{}' names {} careers; {MAX_CAREERS} are the most", question.get_ref(), careers.len());
        problems.add(source, question.span(), what, "keep those that are made of this very activity");
    }

    let mut seen = BTreeSet::new();
    for career in careers.iter().filter(|career| !seen.insert(career.get_ref())) {
        let what = format!("the career '{}' is named twice", career.get_ref());
        problems.add(source, career.span(), what, "name it once");
    }
}

/// Checks the careers that a questionnaire's activities name against the ids of a catalogue. In a complete set of data each
/// career is named by one to five activities, or stands under `no_activity`.
pub fn check(source: &Source, known: &BTreeSet<&str>, complete: bool) -> Problems {
    let mut problems = Problems::default();
    let mut document = Document::parse(source, &mut problems);
    let questions = document.read_list::<Naming>("question", &mut problems);
    let none = document.read_optional::<Vec<Text>>("no_activity", &mut problems).map(|entry| entry.value);
    let none = none.unwrap_or_default();

    let named = || questions.iter().flat_map(|question| &question.value.careers).chain(&none);
    if !complete && named().all(|career| !known.contains(career.get_ref().as_str())) {
        return problems; // it is about the careers of another catalogue
    }

    let mut activities: BTreeMap<&str, usize> = BTreeMap::new();
    for career in named() {
        if !known.contains(career.get_ref().as_str()) {
            let near = suggest(career.get_ref(), known.iter().copied());
            let remedy = near.map_or("write a career's id".to_string(), |near| format!("did you mean '{near}'?"));
            problems.add(source, career.span(), format!("no career has the id '{}'", career.get_ref()), remedy);
        }
    }

    for question in &questions {
        for career in &question.value.careers {
            let count = activities.entry(career.get_ref()).or_default();
            *count += 1;
            // said once, at the first that is too many
            if *count == MAX_ACTIVITIES + 1 {
                let (career, id) = (career.get_ref(), question.value.id.get_ref());
                let what = format!("'{career}' is made of more than {MAX_ACTIVITIES} activities, '{id}' among them");
                problems.add(source, question.value.id.span(), what, "keep those that most of its days are made of");
            }
        }
    }

    for career in none.iter().filter(|career| activities.contains_key(career.get_ref().as_str())) {
        let what = format!("'{}' is made of an activity, and of none", career.get_ref());
        problems.add(source, career.span(), what, "take it out of no_activity");
    }

    if complete {
        let silent = |id: &&&str| !activities.contains_key(**id) && none.iter().all(|none| none.get_ref() != **id);
        for id in known.iter().filter(silent) {
            let what = format!("no activity names the career '{id}'");
            problems.add(source, 0..0, what, "add it to the careers of one to five activities, or to no_activity");
        }
    }
    problems
}
