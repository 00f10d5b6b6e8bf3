//! What a career's words say of the training it takes, held against the figures beside them.

use crate::support::matcher;
use careerfit::model::{Career, CareerWords, Education, Hired, Paid, Training};

/// How one names what follows school.
const DEGREE: [&str; 7] = ["degree", "bachelor's", "master's", "doctorate", "doctoral", "university", "college"];
/// How one names a course that is no degree.
const COURSE: [&str; 8] =
    ["course", "certificate", "training", "school", "college", "diploma", "licence", "apprenticeship"];
/// How one says that some places ask for it, or that it comes later, and others do without.
const NOT_ALWAYS: [&str; 23] = [
    "or",
    "help",
    "like",
    "often",
    "some",
    "many",
    "most",
    "may",
    "common",
    "usual",
    "usually",
    "later",
    "next",
    "further",
    "higher",
    "larger",
    "large",
    "only",
    "no",
    "american",
    "elsewhere",
    "one",
    "open",
];
/// How one says that it begins with less than a month.
const SOON: [&str; 2] = ["day", "week"];

/// The sentences of a career on what one begins with and learns.
fn sentences(words: &CareerWords) -> Vec<String> {
    let all = [&words.job.start_with, &words.path.learn].map(String::as_str).join(" ");
    let all = format!("{all} {}", words.path.licence.as_deref().unwrap_or_default()).to_lowercase();
    all.split_inclusive(['.', ';', '?', '!']).map(|one| one.trim().to_string()).collect()
}

/// Whether one of the words stands in a sentence, or more than one of what it means.
fn names(sentence: &str, what: &[&str]) -> bool {
    let mut words = sentence.split(|c: char| !c.is_alphanumeric() && c != '\'');
    words.any(|word| what.contains(&word) || word.strip_suffix('s').is_some_and(|one| what.contains(&one)))
}

/// What the words say otherwise than the figures; empty where both agree.
fn find_contradictions(career: &Career, words: &CareerWords) -> Vec<&'static str> {
    let figures = &career.figures;
    let (Some(education), Some(hiring)) = (figures.education, career.hiring) else { return Vec::new() };
    let (told, years) = (sentences(words), words.path.years);
    let any = |what: &[&str]| told.iter().any(|one| names(one, what));
    let in_years = hiring.hired == Hired::Years;
    let long = matches!(figures.training, Some(Training::Long | Training::Apprenticeship));
    let short = figures.training == Some(Training::Short);

    let least = match education {
        Education::Doctorate => 6,
        Education::Master => 5,
        Education::Bachelor => 3,
        Education::Associate => 2,
        _ => 0,
    };
    let degree = |sentence: &&String| names(sentence, &DEGREE[..6]);
    let wrong = [
        ("the figure is a degree, and no word names one", education >= Education::Bachelor && !any(&DEGREE)),
        (
            "the figure is a degree, one can begin without, and nothing says who asks for it",
            education >= Education::Bachelor
                && !in_years
                && !told.iter().filter(degree).any(|one| names(one, &NOT_ALWAYS)),
        ),
        (
            "the figure asks for no degree, and the words do",
            education <= Education::SomeCollege && told.iter().filter(degree).any(|one| !names(one, &NOT_ALWAYS)),
        ),
        (
            "the figure is a certificate or a two-year degree, and no word names a course",
            matches!(education, Education::Certificate | Education::Associate) && !any(&COURSE),
        ),
        (
            "the figure is study, and a full post comes before it can be done",
            hiring.paid == Paid::AfterStudy && in_years && years < least,
        ),
        ("the figure is more than a year of training, and a full post comes after one", long && years < 2),
        (
            "the figure is a month of training, full pay comes after years, and nothing says what comes within weeks",
            short && hiring.full_pay_years.is_some_and(|years| years > 1) && !any(&SOON),
        ),
    ];
    wrong.into_iter().filter(|(_, is_wrong)| *is_wrong).map(|(what, _)| what).collect()
}

#[test]
fn of_no_career_the_words_say_another_training_than_the_figures() {
    let catalogue = &matcher().dataset.catalogue;
    let told = catalogue.iter().flat_map(|(id, career)| {
        let words = catalogue.words(id);
        let found = find_contradictions(career, &words);
        found.into_iter().map(|what| format!("{} ({}): {what}", career.title, career.id)).collect::<Vec<_>>()
    });
    let told: Vec<String> = told.collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
}

#[test]
fn words_that_contradict_their_figures_are_noticed() {
    let catalogue = &matcher().dataset.catalogue;
    let find = |id: &str| catalogue.find(id).expect("a shipped career");
    let with = |id: &str, start_with: &str, learn: &str| {
        let mut words = (*catalogue.words(find(id))).clone();
        (words.job.start_with, words.path.learn, words.path.licence) = (start_with.into(), learn.into(), None);
        find_contradictions(catalogue.get(find(id)), &words).len()
    };
    let teacher = "25-3011.00";
    assert_eq!(with(teacher, "Patience.", "A certificate of some weeks."), 2);
    assert_eq!(with(teacher, "A degree.", "You teach."), 1, "it can be begun without");
    assert_eq!(with(teacher, "Patience.", "Most American posts want a degree."), 0);
    assert_eq!(with("37-2012.00", "A degree.", "You are shown."), 1, "a cleaner of rooms needs none");
}
