//! What to research once a career appeals: the words to search for, whom to ask, what to look up where one lives.

use crate::model::{CareerId, CareerWords, Catalogue, Education, FigureSource, Figures, Paid, PathWords, Training};
use crate::report::outline::Section;

/// Names besides the title that are worth typing into a job site.
const NAMES: usize = 3;

/// Most words of a post that is one name.
const LONGEST_NAME: usize = 4;

/// What to find out next, all of it put together from what the catalogue knows of the career.
pub fn compose_research(catalogue: &Catalogue, id: CareerId) -> Section {
    let words = catalogue.words(id);
    let mut section = Section::new("Then find out more");
    section.pairs(vec![
        ("Search for", list_search_words(catalogue, id, find_beginning(&words))),
        ("Whom to ask", describe_whom(catalogue, id, &words.path)),
        ("Look up where you live", look_up(&catalogue.get(id).figures, words.path.licence.is_some())),
    ]);
    section
}

/// What beginners are called in an advertisement: the first post where it is one name, else the first of the ladder;
/// nothing where that says as little as "Trainee".
fn find_beginning(words: &CareerWords) -> &str {
    let post = words.job.start_as.as_str();
    if post.split(' ').count() <= LONGEST_NAME && !post.contains(" or ") {
        return post;
    }
    words.path.roles.first().map(String::as_str).filter(|role| role.contains(' ')).unwrap_or_default()
}

/// What to type into a job site: what beginners are called, the title, and a few other names.
fn list_search_words(catalogue: &Catalogue, id: CareerId, beginner: &str) -> String {
    let career = catalogue.get(id);
    let mut words: Vec<&str> = Vec::new();
    let names = career.also.iter().take(NAMES).map(String::as_str);

    for word in [beginner, career.title.as_str()].into_iter().chain(names) {
        let known = words.iter().any(|known| known.eq_ignore_ascii_case(word));
        if !word.is_empty() && !known {
            words.push(word);
        }
    }
    let each = if words.len() > 1 { "each " } else { "" };
    format!("{}, {each}with the name of your town.", words.join("; "))
}

/// Somebody who has just begun, somebody in a full post, and who else knows.
fn describe_whom(catalogue: &Catalogue, id: CareerId, path: &PathWords) -> String {
    let (Some(first), Some(full)) = (path.roles.first(), path.roles.get(path.full_post())) else {
        return String::new();
    };
    let else_knows = match catalogue.get(id).hiring.map(|hiring| hiring.paid) {
        Some(Paid::AfterStudy | Paid::AfterCourse) => "A college that trains for it can often put you in touch.",
        Some(Paid::Uncertain) => "Ask somebody who gave it up, too.",
        Some(Paid::DayOne) | None => "Ask whoever hires for it near you what they look for.",
    };
    format!("Somebody who has just begun ({first}) and somebody in a full post ({full}). {else_knows}")
}

/// What differs from country to country.
fn look_up(figures: &Figures, licensed: bool) -> String {
    let mut questions = Vec::new();
    if licensed {
        questions.push("what the licence is called, who gives it and what it costs");
    }

    let degree = figures.education.filter(|education| *education >= Education::Associate);
    questions.push(match (figures.education, figures.training) {
        _ if degree.is_some() => "which colleges or universities teach it, what they ask for and who can help to pay",
        (_, Some(Training::Apprenticeship)) => {
            "who takes apprentices, when they choose them and what the first year pays"
        }
        (Some(Education::SomeCollege | Education::Certificate), _) => {
            "which course leads to it, how long it takes and what it costs"
        }
        _ => "three advertisements: what they ask for, which hours and what pay",
    });

    if figures.pay.is_some() {
        questions.push(match figures.source {
            FigureSource::Published => "what beginners earn, since the figures here are American",
            FigureSource::Own(_) => "what beginners earn",
        });
    }

    let mut text = questions.join("; ");
    text.push('.');
    crate::report::format::capitalise(&text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped::load_shipped;

    fn describe_research(id: &str) -> String {
        let catalogue = load_shipped().expect("the shipped data").catalogue;
        format!("{:?}", compose_research(&catalogue, catalogue.find(id).expect("a shipped career")).blocks)
    }

    #[test]
    fn it_says_what_to_search_whom_to_ask_and_what_differs_by_country() {
        let electrician = describe_research("47-2111.00");
        for part in ["Electrician", "with the name of your town", "just begun", "apprentices", "licence", "American"] {
            assert!(electrician.contains(part), "{part} is missing in {electrician}");
        }

        assert!(describe_research("29-1141.00").contains("colleges or universities"), "a nurse studies");
        assert!(
            describe_research("35-2011.00").contains("three advertisements")
                || describe_research("35-2011.00").contains("Three advertisements")
        );
    }

    #[test]
    fn the_full_post_to_ask_is_the_one_of_the_ladder() {
        let says = describe_research("45-2093.00");
        assert!(says.contains("somebody in a full post (Milker or shepherd)"), "{says}");
    }

    #[test]
    fn no_word_to_search_for_stands_twice() {
        let catalogue = load_shipped().expect("the shipped data").catalogue;
        for (id, career) in catalogue.iter() {
            let says = list_search_words(&catalogue, id, find_beginning(&catalogue.words(id))).to_lowercase();
            let words: Vec<&str> = says.split("; ").collect();
            let unique: std::collections::BTreeSet<&&str> = words.iter().collect();
            assert_eq!(words.len(), unique.len(), "{}: {says}", career.title);
        }
    }
}
