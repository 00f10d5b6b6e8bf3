//! Careers and questions of one's own: scaffolds, figures like a shipped career's, remedies that help.

use crate::run::{Home, csv, somebody};
use std::fs;

#[test]
fn a_scaffold_passes_check_and_can_be_used_as_it_is() {
    let home = Home::new();
    for what in ["catalogue", "questionnaire"] {
        let file = format!("{what}.toml");
        let made = home.run(&["new", what, "--out", &file], "");
        assert_eq!(made.code, 0, "{}", made.err);
        assert_eq!(home.run(&["new", what], "").out, fs::read_to_string(home.path(&file)).expect("written"));
        let again = home.run(&["new", what, "--out", &file], "");
        assert!(again.code == 2 && again.err.contains("is there already"), "{}", again.err);
        let checked = home.run(&["check", &file], "");
        assert_eq!(checked.code, 0, "{}", checked.out);
        if what == "catalogue" {
            assert_eq!(checked.out, "1 file, no problems found.\n");
        } else {
            let few = "warning: 6 questions can tell little of a person";
            assert!(checked.out.starts_with(few) && checked.out.contains("1 warning"), "{}", checked.out);
        }
    }
    let own = ["--catalogue", "catalogue.toml", "--questionnaire", "questionnaire.toml"];
    let people = "mend-chair;why-sick;shop-window;first-day;fill-hall;check-till\n5;3;1;3;1;3\n";
    let ran = home.run(&[&own[..], &["score", "-", "--input", "csv", "--format", "csv"]].concat(), people);
    assert_eq!((ran.code, ran.out.lines().count()), (0, 4), "{}{}", ran.out, ran.err);
    let added = home.run(&["check", "--added", "catalogue.toml"], "");
    assert_eq!(added.code, 0, "{}", added.out);
}

#[test]
fn of_a_few_careers_nothing_is_said_of_the_first_ten() {
    let home = Home::new();
    home.run(&["new", "catalogue", "--out", "own.toml"], "");
    home.write("anna.toml", crate::run::session("anna", &somebody()));
    for arguments in [&["score", "anna.toml"][..], &["sessions", "export", "anna.toml"]] {
        let told = home.run(&[&["--catalogue", "own.toml"], arguments].concat(), "").out;
        assert!(told.contains("ranked") || told.contains("The first careers by fit"), "{told}");
        assert!(!told.contains("of the first ten"), "{told}");
    }
}

/// A career with figures like a baker's, and whatever else is said of them.
fn like(id: &str, more: &str) -> String {
    format!(
        "[[career]]\nid = \"mine\"\ntitle = \"Mine\"\nsummary = \"Does what I do.\"\n\n\
         [[figures]]\nid = \"mine\"\nlike = \"{id}\"\n{more}"
    )
}

#[test]
fn figures_like_a_shipped_career_rank_like_it_and_what_is_given_beside_counts() {
    let home = Home::new();
    home.write("people.csv", fs::read("tests/people/clear-cut.csv").expect("people"));
    let fit = |file: &str, id: &str| -> f64 {
        let arguments = ["--add-catalogue", file, "score", "people.csv", "--format", "csv", "--top", "2000"];
        let ran = home.run(&arguments, "");
        let row = ran.out.lines().find(|line| line.contains(&format!(",{id},"))).expect("a row").to_string();
        row.rsplit(',').nth(2).expect("a fit").parse().expect("a number")
    };
    home.write("same.toml", like("51-3011.00", ""));
    // a shipped career is also told by its own activities, which are no figures
    assert!((fit("same.toml", "mine") - fit("same.toml", "51-3011.00")).abs() < 0.8);
    home.write(
        "other.toml",
        like("51-3011.00", "interests = { social = 100, realistic = 0 }\nskills = { writing = 100 }\n"),
    );
    assert!((fit("other.toml", "mine") - fit("other.toml", "51-3011.00")).abs() > 1.0);
}

#[test]
fn a_shipped_career_that_a_catalogue_of_its_own_names_is_called_one_with_the_way_to_name_it() {
    let home = Home::new();
    home.write("mine.toml", like("51-3011.00", "related = [\"51-3011.00\"]\n"));
    let alone = home.run(&["check", "mine.toml"], "");
    assert_eq!(alone.code, 1, "{}", alone.out);
    for part in ["'51-3011.00' is a shipped career", "check this file with --added", "rank with --add-catalogue"] {
        assert!(alone.out.contains(part), "{part} is missing in:\n{}", alone.out);
    }
    assert_eq!(home.run(&["check", "--added", "mine.toml"], "").code, 0);
}

#[test]
fn two_own_careers_with_one_summary_are_warned_of_and_can_be_used() {
    let home = Home::new();
    let twice = like("51-3011.00", "")
        + &like("51-3011.00", "").replace("\"mine\"", "\"yours\"").replace("\"Mine\"", "\"Yours\"");
    home.write("two.toml", twice);
    let checked = home.run(&["check", "two.toml"], "");
    assert_eq!(checked.code, 0, "{}", checked.out);
    assert!(checked.out.contains("warning: 'Yours' has the same summary as 'Mine'"), "{}", checked.out);
    assert!(checked.out.contains("two.toml:12"), "the second of them: {}", checked.out);
}

#[test]
fn a_mistake_in_like_names_the_nearest_career_and_ratings_without_it_are_asked_for() {
    let home = Home::new();
    let said = |text: String| {
        home.write("mine.toml", text);
        home.run(&["check", "mine.toml"], "").out
    };
    let near = said(like("51-3011.01", ""));
    assert!(
        near.contains("no shipped career has the id '51-3011.01'") && near.contains("did you mean '51-3011.00'?"),
        "{near}"
    );
    let odd = said(like("51-3011.00", "interests = { sociable = 10, social = 101 }\n"));
    assert!(odd.contains("unknown scale 'sociable'") && odd.contains("social is 101, outside 0 to 100"), "{odd}");
    let lacking = said(like("51-3011.00", "").replace("like = \"51-3011.00\"\n", ""));
    assert!(lacking.contains("missing field `styles`") && lacking.contains("like = \"ID\""), "{lacking}");
    let alone = said(like("51-3011.00", "").split("[[figures]]").next().unwrap_or_default().to_string());
    assert!(alone.contains("like = \"51-3011.00\""), "{alone}");
}

#[test]
fn a_shipped_career_as_toml_passes_check_and_ranks_as_it_did() {
    let home = Home::new();
    home.write("people.csv", csv("anna", &somebody()));
    let shipped = home.run(&["score", "people.csv", "--format", "csv", "--top", "2000"], "").out;
    for id in ["51-3011.00", "29-1141.00", "11-1011.00", "27-2042.00"] {
        let text = home.run(&["career", id, "--format", "toml"], "").out;
        home.write("own.toml", &text);
        let checked = home.run(&["check", "--added", "own.toml"], "");
        assert_eq!(checked.out, "1 file, no problems found.\n", "{text}");
        let arguments = ["--add-catalogue", "own.toml", "score", "people.csv", "--format", "csv", "--top", "2000"];
        assert_eq!(home.run(&arguments, "").out, shipped, "{id}");
        let told = |before: &[&str]| home.run(&[before, &["career", id]].concat(), "").out;
        // the file names whose figures they are, and somebody may change them there
        let own = told(&["--add-catalogue", "own.toml"]);
        assert!(own.contains("All figures from the U.S. Bureau of Labor Statistics") && own.contains("O*NET"), "{own}");
        let words = |page: &str| {
            let lines = page.lines().filter(|line| !line.contains("Bureau of Labor")).map(str::to_string);
            let words = |line: String| {
                let line = line.replace("Related careers, as published", "Related careers");
                [", since the figures here are American", " (United States)"]
                    .iter()
                    .fold(line, |line, of_the_source| line.replace(of_the_source, ""))
            };
            lines.map(words).collect::<Vec<_>>()
        };
        assert_eq!(words(&own), words(&told(&[])), "{id}");
    }
    let several = home.run(&["career", "manager", "--format", "toml"], "");
    assert!(several.code != 0 || several.out.contains("[[career]]"), "{}", several.err);
}

#[test]
fn a_started_questionnaire_holds_every_word_and_sends_nobody_to_a_file_that_is_not_installed() {
    let home = Home::new();
    let started = home.run(&["new", "questionnaire"], "").out;
    let usual = std::fs::read_to_string("data/words.toml").expect("the usual words");
    for word in usual.lines().filter(|line| line.contains(" = ") && !line.starts_with('#')) {
        assert!(started.lines().any(|line| line.trim_start_matches("# ") == word), "{word}");
    }

    let take = home.run(&["take", "--help"], "").out;
    let settings = home.run(&["config", "--init"], "");
    let settings =
        settings.err + &std::fs::read_to_string(home.path(".config/careerfit/config.toml")).expect("settings");
    for said in [&started, &home.run(&["new", "catalogue"], "").out, &take, &settings] {
        assert!(!said.contains("docs/") && !said.contains("data/"), "{said}");
    }
}
