//! Search by its promises: what people call a career finds it, in any language, and what is not there is not made up.

use careerfit::content::shipped::load_shipped;
use careerfit::model::{Catalogue, ReadNames};
use careerfit::search::{Certainty, Findings, Language, Search};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// What people type, and the id of the career it must find.
const NAMES: &str = include_str!("search/names.csv");
/// What people in several countries call their jobs, none of it in the published lists, and the ids of the careers that may
/// come first: written down before the search was made, and half of it looked at only afterwards.
const INDEPENDENT: &str = include_str!("search/independent.csv");
/// What people say every day, and the ids of the careers that may come first.
const EVERYDAY: &str = include_str!("search/everyday.csv");
/// Names that more than one career really goes by, such as the potter of a workshop and of a factory.
const SHARED: &str = include_str!("search/shared.txt");
/// Careers with the titles that workers report and with other alternate titles.
const HIDDEN: &str = include_str!("../../data/names/hidden.txt");

fn catalogue() -> &'static Catalogue {
    static CATALOGUE: OnceLock<Catalogue> = OnceLock::new();
    CATALOGUE.get_or_init(|| load_shipped().expect("the shipped data").catalogue)
}

fn find(typed: &str, limit: usize) -> Findings {
    static SEARCH: OnceLock<Search> = OnceLock::new();
    SEARCH.get_or_init(Search::default).find(catalogue(), typed, limit)
}

fn ids(findings: &Findings) -> Vec<&'static str> {
    findings.hits.iter().map(|hit| catalogue().get(hit.career).id.as_str()).collect()
}

fn found(typed: &str, limit: usize) -> Vec<&'static str> {
    find(typed, limit).hits.iter().map(|hit| catalogue().get(hit.career).title.as_str()).collect()
}

/// A number that spreads names evenly, the same on every machine (FNV-1a).
fn spread(name: &str) -> u64 {
    let mix = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    name.bytes().fold(0xcbf2_9ce4_8422_2325, mix) >> 20
}

/// The lists that ship, less some names.
#[derive(Debug)]
struct Less(fn(list: &str, line: &str) -> String);

impl ReadNames for Less {
    fn read(&self, list: &str) -> String {
        let lines = catalogue().names(list);
        lines.lines().map(|line| (self.0)(list, line)).collect::<Vec<_>>().join("\n")
    }
}

fn catalogue_less(less: &'static Less) -> Catalogue {
    load_shipped().expect("the shipped data").catalogue.with_names(Some(less))
}

/// Every name with the careers that bear it, in small letters.
fn bearers() -> BTreeMap<String, BTreeSet<&'static str>> {
    let mut bearers: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for line in HIDDEN.lines() {
        let (id, names) = line.split_once('\t').expect("a code and names");
        for name in names.split(['\t', '|']) {
            bearers.entry(name.to_lowercase()).or_default().insert(id);
        }
    }
    for career in catalogue().careers() {
        for name in std::iter::once(&career.title).chain(&career.also) {
            bearers.entry(name.to_lowercase()).or_default().insert(&career.id);
        }
    }
    bearers
}

/// The titles that workers report, or the other alternate titles.
fn hidden(column: usize) -> BTreeSet<&'static str> {
    HIDDEN.lines().flat_map(|line| line.split('\t').nth(column).unwrap_or_default().split('|')).collect()
}

/// The shares of names that find a bearer first and in five.
fn shares<'n>(names: impl Iterator<Item = &'n str>, find: impl Fn(&str) -> Vec<&'static str>) -> (f64, f64) {
    let bearers = bearers();
    let (mut all, mut first, mut five) = (0.0, 0.0, 0.0);
    for name in names {
        let found = find(name);
        let bears = |id: &&str| bearers.get(&name.to_lowercase()).is_some_and(|ids| ids.contains(id));
        all += 1.0;
        first += f64::from(u8::from(found.first().is_some_and(bears)));
        five += f64::from(u8::from(found.iter().take(5).any(bears)));
    }
    assert!(all >= 300.0, "only {all} names");
    (first / all, five / all)
}

#[test]
fn titles_that_workers_report_find_their_career() {
    let names = hidden(1).into_iter().filter(|name| spread(name).is_multiple_of(16));
    let (first, five) = shares(names, |name| ids(&find(name, 5)));
    println!("reported: first {first:.3}, in five {five:.3}");
    assert!(first >= 0.83 && five >= 0.98, "first {first:.3}, in five {five:.3}");
}

/// Whether an alternate title stays in the index; the other half is held out.
fn is_kept(name: &str) -> bool {
    spread(name).is_multiple_of(2)
}

#[test]
fn names_that_the_search_never_saw_find_their_career() {
    fn less(list: &str, line: &str) -> String {
        let keep = |names: &str| names.split('|').filter(|name| is_kept(name)).collect::<Vec<_>>().join("|");
        let columns: Vec<&str> = line.split('\t').collect();
        match columns[..] {
            [code, reported, alternate] if list.starts_with("hidden") => {
                format!("{code}\t{reported}\t{}", keep(alternate))
            }
            _ => line.to_string(),
        }
    }
    static LESS: Less = Less(less);
    let catalogue_less = catalogue_less(&LESS);
    let search = Search::default();
    let known: BTreeSet<String> = catalogue()
        .careers()
        .iter()
        .flat_map(|career| std::iter::once(&career.title).chain(&career.also))
        .map(|name| name.to_lowercase())
        .collect();
    let reported = hidden(1);
    let names = hidden(2).into_iter().filter(|name| !is_kept(name) && (spread(name) / 2).is_multiple_of(8));
    let names = names.filter(|name| !reported.contains(name) && !known.contains(&name.to_lowercase()));
    let (first, five) = shares(names, |name| ids(&search.find(&catalogue_less, name, 5)));
    println!("held out: first {first:.3}, in five {five:.3}");
    assert!(first >= 0.45 && five >= 0.75, "first {first:.3}, in five {five:.3}");
}

#[test]
fn names_from_elsewhere_find_their_career() {
    let mut table = csv::Reader::from_reader(INDEPENDENT.as_bytes());
    let rows: Vec<(String, String)> = table.deserialize().map(|row| row.expect("two columns")).collect();
    let published: BTreeSet<String> = hidden(1).union(&hidden(2)).map(|name| name.to_lowercase()).collect();
    assert!(rows.len() >= 300 && !rows.iter().any(|(name, _)| published.contains(&name.to_lowercase())));
    let right = |places: usize| {
        let finds = |(name, wanted): &&(String, String)| {
            ids(&find(name, 5)).iter().take(places).any(|id| wanted.split(' ').any(|wanted| wanted == *id))
        };
        rows.iter().filter(finds).count() as f64 / rows.len() as f64
    };
    let (first, five) = (right(1), right(5));
    println!("independent: first {first:.3}, in five {five:.3} of {}", rows.len());
    assert!(first >= 0.50 && five >= 0.80, "first {first:.3}, in five {five:.3}");
}

/// Concepts of a language: careers, preferred titles, other names.
fn concepts(language: Language) -> Vec<(Vec<String>, Vec<String>, Vec<String>)> {
    let careers = catalogue().names("concepts");
    let names = catalogue().names(language.letters());
    let parts = |names: &str| names.split('|').filter(|name| !name.is_empty()).map(str::to_string).collect();
    let concept = |(careers, names): (&str, &str)| {
        let (preferred, other) = names.split_once('\t')?;
        Some((careers.split(' ').map(str::to_string).collect(), parts(preferred), parts(other)))
    };
    careers.lines().zip(names.lines()).filter_map(concept).collect()
}

/// The share of names that find in five a career that bears them, in a search that speaks the language.
fn share_in_five(search: &Search, catalogue: &Catalogue, language: Language, names: &[(String, usize)]) -> f64 {
    let concepts = concepts(language);
    let mut bearers: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for (careers, preferred, other) in &concepts {
        for name in preferred.iter().chain(other) {
            bearers.entry(name.to_lowercase()).or_default().extend(careers.iter().map(String::as_str));
        }
    }
    let right = names.iter().filter(|(name, _)| {
        let found = search.find(catalogue, name, 5);
        let bears = |id: &str| bearers.get(&name.to_lowercase()).is_some_and(|ids| ids.contains(id));
        found.hits.iter().any(|hit| bears(&catalogue.get(hit.career).id))
    });
    right.count() as f64 / names.len() as f64
}

#[test]
fn every_language_finds_its_names() {
    let mut search = Search::default();
    for language in Language::all() {
        search = search.with_language(Some(language));
        let names: Vec<(String, usize)> = concepts(language)
            .into_iter()
            .enumerate()
            .flat_map(|(at, (_, preferred, other))| preferred.into_iter().chain(other).map(move |name| (name, at)))
            .filter(|(name, _)| spread(name).is_multiple_of(40))
            .collect();
        let share = share_in_five(&search, catalogue(), language, &names);
        println!("{}: {share:.3} of {}", language.name(), names.len());
        assert!(share >= 0.99, "{}: {share:.3} of {}", language.name(), names.len());
    }
}

/// About how many preferred titles of a language are held out.
const HELD_OUT: usize = 150;

#[test]
fn every_language_finds_preferred_titles_that_the_search_never_saw_by_their_other_names() {
    fn less(list: &str, line: &str) -> String {
        match line.split_once('\t') {
            Some((_, other)) if list.len() == 2 => format!("\t{other}"),
            _ => line.to_string(),
        }
    }
    static LESS: Less = Less(less);
    let catalogue_less = catalogue_less(&LESS);
    let mut search = Search::default();
    let mut low = Vec::new();
    for language in Language::all() {
        search = search.with_language(Some(language));
        let names: Vec<(String, usize)> = concepts(language)
            .into_iter()
            .enumerate()
            .filter(|(_, (_, _, other))| !other.is_empty())
            .flat_map(|(at, (_, preferred, _))| preferred.into_iter().map(move |name| (name, at)))
            .collect();
        let step = (names.len() / HELD_OUT).max(1) as u64;
        let names: Vec<(String, usize)> =
            names.into_iter().filter(|(name, _)| spread(name).is_multiple_of(step)).collect();
        let share = share_in_five(&search, &catalogue_less, language, &names);
        println!("{}: {share:.3} of {}", language.name(), names.len());
        assert!(names.len() >= 100, "{}: only {} names", language.name(), names.len());
        if share < 0.60 {
            low.push(format!("{}: {share:.3} of {}", language.name(), names.len()));
        }
    }
    assert!(low.is_empty(), "{}", low.join("; "));
}

#[test]
fn a_name_in_another_language_says_so() {
    for (typed, id, language) in [
        ("enfermera", "29-1141.00", "Spanish"),
        ("Krankenschwester", "29-1141.00", "German"),
        ("infirmière", "29-1141.00", "French"),
    ] {
        let findings = find(typed, 5);
        let hit = findings.hits.first().unwrap_or_else(|| panic!("{typed} finds nothing"));
        let found_as = hit.found_as.as_ref().map(careerfit::search::FoundAs::describe).unwrap_or_default();
        assert_eq!(catalogue().get(hit.career).id, id, "{typed}");
        assert!(found_as.starts_with("found as: ") && found_as.ends_with(&format!("({language})")), "{found_as}");
    }
}

#[test]
fn everyday_words_find_their_career_first() {
    let mut table = csv::Reader::from_reader(EVERYDAY.as_bytes());
    let rows: Vec<(String, String)> = table.deserialize().map(|row| row.expect("two columns")).collect();
    let mut wrong = Vec::new();
    for (typed, wanted) in &rows {
        let findings = find(typed, 5);
        let found = ids(&findings);
        let right = match wanted.as_str() {
            "choice" => findings.certainty == Certainty::Choice && found.len() > 1,
            "missing" => findings.certainty == Certainty::Nearest && findings.line.is_some(),
            ids => findings.certainty != Certainty::Nearest && found.first().is_some_and(|id| ids.contains(id)),
        };
        if !right {
            wrong.push(format!("{typed}: {:?} {:?}", findings.certainty, self::found(typed, 3)));
        }
    }
    let share = 1.0 - wrong.len() as f64 / rows.len() as f64;
    println!("everyday: {share:.3} of {}", rows.len());
    assert!(share >= 0.97, "{share:.3} of {}:\n{}", rows.len(), wrong.join("\n"));
}

#[test]
fn everyday_names_find_their_career_among_the_first_three_or_open_a_choice() {
    let mut table = csv::Reader::from_reader(NAMES.as_bytes());
    let rows: BTreeMap<String, String> = table.deserialize().map(|row| row.expect("two columns")).collect();
    assert!(rows.len() >= 200, "only {} names", rows.len());
    let mut missed = Vec::new();
    for (typed, id) in rows {
        let findings = find(&typed, 50);
        let places = if findings.certainty == Certainty::Choice { 50 } else { 3 };
        if !ids(&findings).iter().take(places).any(|found| *found == id) {
            missed.push(format!("{typed}: no {id} in {:?}", found(&typed, 3)));
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
        let findings = find(name, 50);
        let places = if findings.certainty == Certainty::Choice { 50 } else { 3 };
        let found: Vec<&str> = ids(&findings).into_iter().take(places).collect();
        assert!(found.contains(&career.id.as_str()), "{name}: no {} in {found:?}", career.title);
    }
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
fn one_letter_offers_careers_and_is_never_sure_of_one() {
    for typed in ["s", "C", "é", " b "] {
        let findings = find(typed, 5);
        assert_eq!((findings.sure(), findings.hits.len()), (None, 5), "{typed}: {findings:?}");
        let said = findings.explain(typed).expect("a line");
        assert!(said.starts_with("One letter fits many careers."), "{said}");
    }
    assert!(find("sp", 5).sure().is_some(), "two letters are the beginning of a word");
}

#[test]
fn blanks_and_nonsense_find_nothing() {
    for typed in ["  ", "xqzjvw", "'&-", ""] {
        assert_eq!(found(typed, 5), Vec::<&str>::new(), "{typed}");
    }
}

#[test]
fn what_is_not_here_is_said_and_never_sure() {
    let findings = find("xqzjvw", 5);
    let said = findings.explain("xqzjvw").expect("a line");
    assert!(said.starts_with("No career here is called 'xqzjvw'."), "{said}");
    assert_eq!(findings.sure(), None);
    for typed in ["soldier", "army", "own business", "politician's aide", "brain surgeon", "astronaut"] {
        let findings = find(typed, 5);
        assert!(findings.line.is_some() && findings.hits.len() <= 3, "{typed}: {findings:?}");
        assert_eq!(findings.sure(), None, "{typed}");
    }
}

#[test]
fn a_word_that_many_careers_share_opens_a_choice_by_how_many_work_in_them() {
    for typed in ["engineer", "manager", "writer", "mechanic", "scientist", "surgeon", "builder"] {
        let findings = find(typed, 5);
        assert_eq!(findings.certainty, Certainty::Choice, "{typed}: {findings:?}");
        let employed = |id: &careerfit::model::CareerId| {
            catalogue().get(*id).figures.outlook.as_ref().map_or(0, |outlook| outlook.employed)
        };
        let people: Vec<u32> = findings.hits.iter().map(|hit| employed(&hit.career)).collect();
        assert!(people.is_sorted_by(|a, b| a >= b), "{typed}: {people:?}");
    }
}

#[test]
fn a_word_never_finds_the_supervisor_of_the_job_meant_first() {
    let words = [
        "warehouse",
        "shop",
        "kitchen",
        "cleaner",
        "mechanic",
        "police",
        "firefighter",
        "farm",
        "prison",
        "office",
        "hotel",
        "garden",
        "building site",
        "production",
        "call centre",
        "security",
        "nursing home",
    ];
    for typed in words {
        let findings = find(typed, 5);
        let first = findings.hits.first().unwrap_or_else(|| panic!("{typed} finds nothing"));
        let career = catalogue().get(first.career);
        assert!(!career.is_later_step(), "{typed} finds {}", career.title);
    }
}

#[test]
fn whole_names_come_first_and_then_words_in_the_typed_order() {
    for (typed, title) in [
        ("warehouse supervisor", "Warehouse Supervisor"),
        ("network engineer", "Network Architect"),
        ("manager casino", "Casino Manager"),
        ("cook school", "School or Canteen Cook"),
    ] {
        assert_eq!(found(typed, 1), [title], "{typed}");
    }
}

#[test]
fn abbreviations_find_their_career() {
    for (typed, id) in [
        ("HR", "13-1071.00"),
        ("IT", "15-1232.00"),
        ("RN", "29-1141.00"),
        ("PA", "43-6011.00"),
        ("GP", "29-1215.00"),
        ("CNC op", "51-9161.00"),
        ("sr. dev", "15-1252.00"),
        ("jr accountant", "13-2011.00"),
        ("trainee solicitor", "23-1011.00"),
    ] {
        assert!(ids(&find(typed, 2)).contains(&id), "{typed}: {:?}", found(typed, 2));
    }
}

#[test]
fn a_word_that_no_name_has_never_empties_the_result() {
    for typed in ["nurse xqzjvw", "xqzjvw nurse", "xqzjvw bus driver wqxk"] {
        assert!(!found(typed, 1).is_empty(), "{typed}");
    }
    assert_eq!(found("xqzjvw bus driver wqxk", 1), ["Bus and Coach Driver"]);
}

#[test]
fn where_adjectives_follow_the_first_word_of_a_name_says_what_somebody_is() {
    for (letters, typed, begins) in
        [("es", "médico", "médic"), ("pt", "médico", "médic"), ("fr", "mécanicien", "mécanicien")]
    {
        for search in [Search::default().with_language(Language::of_locale(letters)), Search::default()] {
            let hits = search.find(catalogue(), typed, 3).hits;
            let name = hits[0].found_as.as_ref().map(|found| found.name.to_lowercase()).unwrap_or_default();
            assert!(name.starts_with(begins), "{typed} in {letters}: {name}");
        }
    }
}

#[test]
fn words_in_another_language_are_not_taken_for_english_ones_and_the_other_way_round() {
    for (typed, id) in [
        ("Bäcker", "51-3011.00"),
        ("chef de projet", "13-1082.00"),
        ("conductor de autobus", "53-3052.00"),
        ("albañil", "47-2021.00"),
        ("junior nurse", "29-1141.00"),
        ("book keeper", "43-3031.00"),
    ] {
        assert_eq!(ids(&find(typed, 1)), [id], "{typed}: {:?}", found(typed, 3));
    }
}

#[test]
fn names_are_read_one_list_after_another_and_the_persons_own_language_first() {
    let search = Search::default().with_language(Language::of_locale("sv_SE.UTF-8"));
    let first = |typed: &str| {
        let hit = search.find_in_read(catalogue(), typed, 1).hits.into_iter().next();
        hit.map(|hit| catalogue().get(hit.career).title.clone())
    };
    assert!(search.read_next(catalogue()) && search.read_next(catalogue()) && !search.has_read_all());
    assert_eq!(first("sjuksköterska").as_deref(), Some("Nurse"), "Swedish is read after English");
    assert_ne!(first("Krankenschwester").as_deref(), Some("Nurse"), "no key waits for German");
    while search.read_next(catalogue()) {}
    assert!(search.has_read_all());
    assert_eq!(first("Krankenschwester").as_deref(), Some("Nurse"));
}

#[test]
fn typos_plurals_blanks_and_accents_make_no_difference() {
    for (typed, id) in [
        ("capenter", "47-2031.00"),
        ("carpetner", "47-2031.00"),
        ("Karpenter", "47-2031.00"),
        ("carpenters", "47-2031.00"),
        ("tooth doctor", "29-1021.00"),
        ("registerd nurse", "29-1141.00"),
        ("busdriver", "53-3052.00"),
        ("trainee electrician", "47-3013.00 47-2111.00"),
        ("self-employed plumber", "47-2152.00"),
        ("Baecker", "51-3011.00"),
        ("lékař", "29-1215.00 29-1216.00 29-1229.00 29-1229.02 29-1229.03"),
    ] {
        let found = ids(&find(typed, 3));
        assert!(found.iter().any(|found| id.contains(found)), "{typed}: {found:?}");
    }
}

#[test]
fn a_word_that_names_have_is_no_typo() {
    assert!(found("baker", 5).iter().all(|title| !title.contains("Banker")));
}

#[test]
fn the_typed_letters_are_the_matched_ones() {
    let marked = |typed: &str| {
        let findings = find(typed, 1);
        let hit = findings.hits.first().expect("a hit");
        let title = &catalogue().get(hit.career).title;
        let name: Vec<char> = hit.found_as.as_ref().map_or(title, |found_as| &found_as.name).chars().collect();
        hit.matched.iter().map(|at| name[*at]).collect::<String>().to_lowercase()
    };
    assert_eq!(marked("nurse"), "nurse");
    assert_eq!(marked("doctors family"), "familydoctor");
    assert_eq!(marked("enfermera"), "enfermera");
}

#[test]
fn what_one_workplace_calls_somebody_comes_behind_work_whose_title_begins_with_the_word() {
    for (typed, title) in [
        ("police", "Police Officer"),
        ("cnc", "CNC Machine Operator"),
        ("cyber security", "Cybersecurity Engineer"),
        ("nurse", "Nurse"),
    ] {
        assert_eq!(found(typed, 1), [title], "{typed}");
    }
}

#[test]
fn a_career_found_by_another_name_says_by_which() {
    let mut seen = 0;
    for (id, name) in catalogue().iter().flat_map(|(id, career)| career.found_as.iter().map(move |name| (id, name))) {
        let hits = find(name, 1).hits;
        let Some(found_as) = hits.first().filter(|hit| hit.career == id).and_then(|hit| hit.found_as.as_ref()) else {
            continue;
        };
        assert_ne!(found_as.name, catalogue().get(id).title, "{name}");
        seen += usize::from(found_as.name.eq_ignore_ascii_case(name));
    }
    assert!(seen > 100, "{seen} careers name what was typed");
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
