//! Search by its promise: what people call a career finds it among the first three.

use careerfit::content::shipped::shipped;
use careerfit::fit::{Names, search};
use careerfit::model::Catalogue;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// What people type, and the id of the career it must find.
const NAMES: &str = include_str!("search/names.csv");

/// Names that more than one career really goes by, such as the potter of a workshop and of a factory.
const SHARED: &str = include_str!("search/shared.txt");

fn catalogue() -> &'static Catalogue {
    static CATALOGUE: OnceLock<Catalogue> = OnceLock::new();
    CATALOGUE.get_or_init(|| shipped().expect("the shipped data").catalogue)
}

fn found(typed: &str, limit: usize) -> Vec<&'static str> {
    static READ: OnceLock<Names> = OnceLock::new();
    let names = READ.get_or_init(|| Names::new(catalogue()));
    names.search(catalogue(), typed, limit).iter().map(|hit| catalogue().get(hit.career).title.as_str()).collect()
}

#[test]
fn everyday_names_find_their_career_among_the_first_three() {
    let mut table = csv::Reader::from_reader(NAMES.as_bytes());
    let rows: BTreeMap<String, String> = table.deserialize().map(|row| row.expect("two columns")).collect();
    assert!(rows.len() >= 200, "only {} names", rows.len());
    let mut missed = Vec::new();
    for (typed, id) in rows {
        let wanted = catalogue().find(&id).unwrap_or_else(|| panic!("{typed}: no career {id}"));
        let wanted = catalogue().get(wanted).title.as_str();
        let found = found(&typed, 3);
        if !found.contains(&wanted) {
            missed.push(format!("{typed}: no {wanted} in {found:?}"));
        }
    }
    assert!(missed.is_empty(), "{}:\n{}", missed.len(), missed.join("\n"));
}

#[test]
fn a_title_finds_its_career_first_and_another_name_among_the_first_three() {
    let careers = catalogue().careers();
    for career in careers {
        assert_eq!(found(&career.title, 1), [career.title.as_str()]);
    }
    for (career, name) in
        careers.iter().flat_map(|career| career.also.iter().map(move |name| (career, name))).step_by(5)
    {
        let found = found(name, 3);
        assert!(found.contains(&career.title.as_str()), "{name}: no {} in {found:?}", career.title);
    }
}

#[test]
fn one_search_finds_what_many_find() {
    let once: Vec<_> = search(catalogue(), "cop", 5).iter().map(|hit| &catalogue().get(hit.career).title).collect();
    assert_eq!(once, found("cop", 5));
}

#[test]
fn something_is_found_at_every_letter_of_a_title() {
    for title in catalogue().careers().iter().map(|career| &career.title).step_by(11) {
        for (end, _) in title.char_indices().skip(1) {
            assert!(!found(&title[..end], 1).is_empty(), "nothing at {:?} of {title}", &title[..end]);
        }
    }
}

#[test]
fn no_name_stands_on_two_careers_but_those_that_both_are_called() {
    let mut careers: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for career in catalogue().careers() {
        for name in std::iter::once(&career.title).chain(&career.also) {
            careers.entry(name.to_lowercase()).or_default().push(&career.title);
        }
    }
    let shared: Vec<(&String, &Vec<&str>)> = careers.iter().filter(|(_, careers)| careers.len() > 1).collect();
    for (name, careers) in &shared {
        assert!(SHARED.lines().any(|line| line == name.as_str()), "{name} stands on {careers:?}");
    }
    assert_eq!(shared.len(), SHARED.lines().count(), "a name in shared.txt stands on one career only");
}
