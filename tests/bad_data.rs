//! Bad catalogues and questionnaires: every problem at once, each with file, line, what was there, what was expected and
//! what to do.

use careerfit::content::{self, Extent, Source};
use careerfit::model::Scales;
use std::fs;

fn scales() -> Scales {
    let text = fs::read_to_string("data/scales.toml").expect("the shipped scales");
    content::scales(&Source::new("data/scales.toml", text)).expect("the shipped scales are whole")
}

/// The problems of a questionnaire text, as shown.
fn questionnaire(text: &str) -> String {
    let shown = content::questionnaire(&Source::new("mine.toml", text), &scales());
    shown.expect_err("the text is bad on purpose").to_string()
}

/// The problems of a catalogue text, as shown.
fn catalogue(text: &str) -> String {
    let source = Source::new("careers.toml", text);
    content::catalogue(&[source], Extent::Own, &scales()).expect_err("the text is bad on purpose").to_string()
}

/// Ratings for every scale of every group.
fn ratings(value: i64) -> String {
    let scales = scales();
    let group = |name: &str| {
        let ids = scales.scales.iter().filter_map(|scale| scale.id.strip_prefix(&format!("{name}.")));
        let each: Vec<String> = ids.map(|id| format!("{id} = {value}")).collect();
        format!("{name} = {{ {} }}\n", each.join(", "))
    };
    ["interests", "skills", "subjects", "styles"].map(group).concat()
}

fn career(id: &str, title: &str) -> String {
    format!("[[career]]\nid = \"{id}\"\ntitle = \"{title}\"\nsummary = \"Does the work of {id} for people in town.\"\n")
}

/// A questionnaire without questions.
const PART: &str = include_str!("support/part.toml");

fn question(id: &str, loads: &str) -> String {
    format!(
        "[[question]]\nid = \"{id}\"\npart = \"enjoy\"\ntext = \"Mend a chair\"\nloads = {{ {loads} }}\nusual = 3.0\n"
    )
}

#[test]
fn a_syntax_error_names_the_line() {
    let shown = questionnaire(&PART.replace("intro = \"There", "intro = There"));
    assert!(shown.contains("mine.toml:5") && shown.contains("not valid TOML"), "{shown}");
}

#[test]
fn an_unknown_scale_is_named_with_the_nearest_one() {
    let shown = questionnaire(&format!("{PART}{}", question("a", "\"interests.realstic\" = 0.7")));
    assert!(shown.contains("mine.toml:13") && shown.contains("unknown scale 'interests.realstic'"), "{shown}");
    assert!(shown.contains("did you mean 'interests.realistic'?"), "{shown}");
}

#[test]
fn a_duplicate_question_names_both_lines() {
    let one = question("a", "\"interests.realistic\" = 0.7");
    let shown = questionnaire(&format!("{PART}{one}{one}"));
    assert!(shown.contains("mine.toml:16") && shown.contains("'a' is used twice, first on line 10"), "{shown}");
}

#[test]
fn an_unknown_part_a_loading_out_of_range_and_a_usual_answer_out_of_range_come_together() {
    let bad = question("a", "\"interests.realistic\" = 1.7").replace("\"enjoy\"", "\"enjoi\"").replace("3.0", "9.0");
    let shown = questionnaire(&format!("{PART}{bad}"));
    for part in
        ["unknown part 'enjoi'", "did you mean 'enjoy'?", "the loading 1.7", "usual answer 9", "3 problems found"]
    {
        assert!(shown.contains(part), "{part} is missing in:\n{shown}");
    }
}

#[test]
fn an_unknown_key_is_named_with_the_nearest_one() {
    let shown =
        questionnaire(&format!("{PART}{}\n[[questoin]]\nid = \"b\"\n", question("a", "\"interests.realistic\" = 0.7")));
    assert!(shown.contains("unknown key 'questoin'") && shown.contains("did you mean 'question'?"), "{shown}");
}

#[test]
fn a_choice_above_five_is_refused() {
    let shown = questionnaire(&PART.replace("value = 5", "value = 7"));
    assert!(shown.contains("the value 7 is above 5"), "{shown}");
}

#[test]
fn covariances_must_be_square_and_positive_definite() {
    let two = question("a", "\"interests.realistic\" = 0.7") + &question("b", "\"interests.social\" = 0.7");
    let learnt = |rows: &str| format!("{PART}{two}[covariance]\nquestions = [\"a\", \"b\"]\nrows = {rows}\n");
    assert!(questionnaire(&learnt("[[1.0, 0.0]]")).contains("not 2 rows of 2"));
    assert!(questionnaire(&learnt("[[1.0, 2.0], [2.0, 1.0]]")).contains("positive definite"));
}

#[test]
fn a_missing_rating_names_the_scale_and_the_career() {
    let text =
        format!("{}[[figures]]\nid = \"a\"\n{}", career("a", "Miller"), ratings(50).replace("realistic = 50, ", ""));
    let shown = catalogue(&text);
    assert!(shown.contains("'a' has no rating in interests for realistic"), "{shown}");
    assert!(shown.contains("careers.toml:6"), "{shown}");
}

#[test]
fn a_rating_outside_0_to_100_is_refused() {
    let text =
        format!("{}[[figures]]\nid = \"a\"\n{}", career("a", "Miller"), ratings(50).replacen("= 50", "= 150", 1));
    assert!(catalogue(&text).contains("outside 0 to 100"));
}

#[test]
fn duplicate_ids_and_titles_words_without_figures_and_figures_without_words_come_together() {
    let text = format!(
        "{}{}{}[[figures]]\nid = \"z\"\n{}",
        career("a", "Miller"),
        career("a", "Baker"),
        career("b", "baker"),
        ratings(50)
    );
    let shown = catalogue(&text);
    for part in [
        "the id 'a' is used twice, first at careers.toml:2",
        "the title 'baker' is also that of 'a'",
        "'b' has words but no figures",
        "'z' has figures but no words",
    ] {
        assert!(shown.contains(part), "{part} is missing in:\n{shown}");
    }
}

#[test]
fn control_characters_and_hidden_marks_in_a_text_are_refused_and_never_printed() {
    let text = format!("{}[[figures]]\nid = \"a\"\n{}", career("a", "Mil\\u001b[31mler\\u202e"), ratings(50));
    let shown = catalogue(&text);
    assert!(shown.contains("invisible character U+001B"), "{shown}");
    assert!(!shown.contains('\u{1b}') && !shown.contains('\u{202e}'));
}

#[test]
fn an_own_catalogue_of_words_and_figures_in_one_file_is_read() {
    let figures = |id: &str, value| format!("[[figures]]\nid = \"{id}\"\n{}", ratings(value));
    let text = career("a", "Miller") + &career("b", "Baker") + &figures("a", 20) + &figures("b", 80);
    let parts =
        content::catalogue(&[Source::new("town.toml", text)], Extent::Own, &scales()).expect("a whole catalogue");
    assert_eq!(parts.careers.len(), 2);
    assert_eq!(parts.families[0].name, "town");
}

#[test]
fn the_shipped_catalogue_must_tell_every_career_as_a_job_and_as_a_career() {
    let text = format!("{}[[figures]]\nid = \"a\"\n{}", career("a", "Miller"), ratings(50));
    let source = Source::new("careers.toml", text);
    let shown = content::catalogue(&[source], Extent::Complete, &scales()).expect_err("words are missing").to_string();
    assert!(shown.contains("'a' has no [career.job]") && shown.contains("'a' has no [career.path]"), "{shown}");
}

#[test]
fn nonsense_is_a_problem_and_never_a_panic() {
    for text in ["", "= = =", "[[career]]", "career = 3", "\u{0}", "[[figures]]\nid = 5", "id = [[[[[[", "é = \"é"] {
        assert!(content::catalogue(&[Source::new("x.toml", text)], Extent::Own, &scales()).is_err(), "{text:?}");
        assert!(content::questionnaire(&Source::new("x.toml", text), &scales()).is_err(), "{text:?}");
        assert!(content::distinctions(&Source::new("x.toml", text)).is_err(), "{text:?}");
        assert!(content::matching(&Source::new("x.toml", text)).is_err(), "{text:?}");
    }
}
