//! Bad catalogues and questionnaires: every problem at once, each with file, line, what was there, what was expected and
//! what to do.

use careerfit::content::{self, Extent};
use careerfit::diagnostics::{Severity, Source};
use careerfit::model::{FigureSource, Hired, Paid, Scales};
use std::fs;

fn scales() -> Scales {
    let text = fs::read_to_string("data/scales.toml").expect("the shipped scales");
    content::read_scales(&Source::new("data/scales.toml", text)).expect("the shipped scales are whole")
}

/// The problems of a questionnaire text, as shown.
fn questionnaire(text: &str) -> String {
    let shown = content::read_questionnaire(&Source::new("mine.toml", text), &scales());
    shown.expect_err("the text is bad on purpose").to_string()
}

/// The problems of a catalogue text, as shown.
fn catalogue(text: &str) -> String {
    let source = Source::new("careers.toml", text);
    content::read_catalogue(&[source], Extent::Own, &scales()).expect_err("the text is bad on purpose").to_string()
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
const PART: &str = include_str!("../support/part.toml");

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
    for rows in
        ["[[1.0, 2.0], [2.0, 1.0]]", "[[nan, 0.0], [0.0, 1.0]]", "[[1.0, nan], [nan, 1.0]]", "[[inf, 0.0], [0.0, 1.0]]"]
    {
        assert!(questionnaire(&learnt(rows)).contains("positive definite"), "{rows}");
    }
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
        content::read_catalogue(&[Source::new("town.toml", text)], Extent::Own, &scales()).expect("a whole catalogue");
    assert_eq!(parts.careers.len(), 2);
    assert_eq!(parts.families[0].name, "town");
}

#[test]
fn the_shipped_catalogue_must_tell_every_career_as_a_job_and_as_a_career() {
    let text = format!("{}[[figures]]\nid = \"a\"\n{}", career("a", "Miller"), ratings(50));
    let source = Source::new("careers.toml", text);
    let shown =
        content::read_catalogue(&[source], Extent::Complete, &scales()).expect_err("words are missing").to_string();
    assert!(shown.contains("'a' has no [career.job]") && shown.contains("'a' has no [career.path]"), "{shown}");
}

#[test]
fn shipped_figures_that_no_import_wrote_say_where_they_are_from() {
    let shown = |first: &str, more: &str| {
        let text = format!("{first}\n{}[[figures]]\nid = \"a\"\n{more}{}", career("a", "Miller"), ratings(50));
        let source = Source::new("careers.toml", text);
        content::read_catalogue(&[source], Extent::Complete, &scales()).expect_err("words are missing").to_string()
    };
    let unsaid = "the figures of 'a' do not say where they are from";
    assert!(shown("", "").contains(unsaid), "{}", shown("", ""));
    assert!(!shown(FigureSource::FIRST_LINE, "").contains(unsaid));
    assert!(!shown("", "source = \"the millers' guild\"\n").contains(unsaid));
}

/// Two careers in one file, the second told as a job with these lines and figures.
fn job(lines: &str, figures: &str) -> String {
    let told = "start_as = \"helper\"\nstart_with = \"Two hands and good boots.\"\nday = \"You lift, carry and stack sacks, \
                sweep the floor and start again.\"\nrung_none = \"There is no rung below this one, it is where people begin.\"\n";
    format!(
        "{}{}[career.job]\n{told}{lines}\n[[figures]]\nid = \"a\"\n{}\n[[figures]]\nid = \"b\"\n{figures}\n{}",
        career("a", "Miller"),
        career("b", "Baker"),
        ratings(50),
        ratings(40)
    )
}

#[test]
fn what_stood_for_when_work_and_pay_begin_is_refused_with_what_to_write_now() {
    let shown = catalogue(&job("start_when = \"months\"", ""));
    for part in ["'start_when' (\"months\")", "did you mean 'hired' and 'paid'?", "after-course", "careers.toml:14"] {
        assert!(shown.contains(part), "{part} is missing in:\n{shown}");
    }
    assert!(catalogue(&job("hired = \"weeks\"", "")).contains("'paid' is missing"));
    assert!(catalogue(&job("hired = \"days\"\npaid = \"day-one\"", "")).contains("expected one of `weeks`"));
}

#[test]
fn paid_training_on_the_job_may_begin_within_weeks_and_a_degree_may_not() {
    let weeks = "hired = \"weeks\"\npaid = \"day-one\"\nfull_pay_years = 4";
    let apprentice = "education = \"high-school\"\nexperience = \"none\"\ntraining = \"apprenticeship\"\n";
    let read = |text: String| content::read_catalogue(&[Source::new("careers.toml", text)], Extent::Own, &scales());
    let parts = read(job(weeks, apprentice)).expect("a whole catalogue");
    let hiring = parts.careers[1].hiring.expect("it is said");
    assert_eq!((hiring.hired, hiring.paid, hiring.full_pay_years), (Hired::Weeks, Paid::DayOne, Some(4)));
    assert_eq!(parts.careers[0].hiring, None, "nothing is made up where nothing is said");
    for wanted in ["associate", "bachelor"] {
        let figures = apprentice.replace("high-school", wanted);
        assert!(catalogue(&job(weeks, &figures)).contains("ask for more than beginners"), "{wanted}");
    }
    let experienced = apprentice.replace("experience = \"none\"", "experience = \"five-years-or-more\"");
    assert!(catalogue(&job(weeks, &experienced)).contains("ask for more than beginners"));
}

#[test]
fn facts_about_hiring_that_contradict_each_other_are_named() {
    let shown = catalogue(&job("hired = \"weeks\"\npaid = \"after-study\"\nfull_pay_years = 11", ""));
    assert!(shown.contains("paid only after study") && shown.contains("11 years until full pay"), "{shown}");
    let later = "hired = \"months\"\npaid = \"day-one\"\nmeanwhile = [\"a\"]";
    let shown = catalogue(&job(later, ""));
    assert!(shown.contains("the work meanwhile 'a' (Miller) cannot be started within weeks"), "{shown}");
    let hours = "hired = \"weeks\"\npaid = \"day-one\"\nhours = \"Early.\"";
    let short = catalogue(&job(hours, ""));
    assert!(short.contains("'hours' has 1 word, 3 to 22 are expected") && short.contains("help: say more"), "{short}");
    let long = catalogue(&job(&hours.replace("Early.", &"very ".repeat(30)), ""));
    assert!(long.contains("'hours' has 30 words") && long.contains("help: say it shorter"), "{long}");
}

#[test]
fn a_ladder_that_is_too_short_is_named_where_it_stands() {
    let path = "[career.path]\nroles = [\"hand\"]\nbuilds = \"Flour for the whole town.\"\n";
    let shown = catalogue(&format!("{}{path}", career("a", "Miller")));
    let at = shown.find("1 role, three to five are expected").expect("it is said");
    let place = shown[at..].lines().nth(1).unwrap_or_default();
    assert!(place.contains("careers.toml:6:"), "the line of the roles: {shown}");
}

#[test]
fn ten_mistakes_in_a_questionnaire_are_ten_problems_at_once() {
    let text = format!(
        "{}{}{}{}",
        PART.replace("value = 5", "value = 7").replace("quick = ", "quick = -"),
        question("a", "\"interests.realstic\" = 0.7")
            .replace("text", "txet")
            .replace("usual = 3.0", "usual = \"three\""),
        question("a", "interests.realistic = 0.7"),
        question("c", "\"interests.social\" = 1.7").replace("\"enjoy\"", "\"enjoyy\"").replace("usual = 3.0\n", ""),
    );
    let shown = questionnaire(&text);
    for part in [
        "the value 7 is above 5",
        "the number -1 is out of range, a whole number from 0 on is expected",
        "unknown field `txet`",
        "did you mean 'text'?",
        "the text \"three\" is there, a number is expected",
        "unknown scale 'interests.realstic'",
        "the id 'a' is used twice",
        "put quotes around a name with a dot in it: \"interests.realistic\"",
        "the loading 1.7",
        "unknown part 'enjoyy'",
        "did you mean 'enjoy'?",
        "missing field `usual`",
    ] {
        assert!(shown.contains(part), "{part} is missing in:\n{shown}");
    }
}

#[test]
fn ten_mistakes_in_a_catalogue_are_ten_problems_at_once() {
    let words = career("a", "Miller").replace("title", "titel").replace("[[career]]\n", "[[career]]\ncolour = 3\n");
    let job = "[career.job]\nstart_with = 5\nday = \"You mill.\"\n";
    let path = "[career.path]\nroles = [\"hand\"]\nbuilds = \"Flour.\"\nlearn = \"By hand.\"\nyears = \"3,5\"\nhard = \"Dust.\"\n\
                independent = \"A mill.\"\ntry = \"Grind.\"\nask = \"Why?\"\nnext = [\"b\"]\n";
    let figures = format!("[[figures]]\nid = \"a\"\neducation = \"bachelors\"\n{}", ratings(50))
        .replace("mathematics =", "mathmatics =");
    let shown = catalogue(&format!("{words}{job}{path}{figures}"));
    for part in [
        "unknown field `colour`",
        "unknown field `titel`",
        "did you mean 'title'?",
        "missing field `start_as`",
        "the number 5 is there, a text in quotes is expected",
        "the text \"3,5\" is there, a whole number is expected",
        "unknown variant `bachelors`",
        "did you mean 'bachelor'?",
        "unknown scale 'mathmatics'",
        "did you mean 'mathematics'?",
        "unknown career 'b'",
    ] {
        assert!(shown.contains(part), "{part} is missing in:\n{shown}");
    }
}

#[test]
fn a_misspelt_name_of_a_field_is_told_once() {
    let shown = catalogue(&career("a", "Miller").replace("title", "titel"));
    assert!(shown.contains("unknown field `titel`") && !shown.contains("missing field `title`"), "{shown}");
    let twice = catalogue(&career("a", "Miller").replace("title = ", "title = \"Miller\"\ntitel = "));
    assert!(twice.contains("unknown field `titel`") && !twice.contains("missing field"), "{twice}");
}

#[test]
fn a_table_of_the_wrong_kind_hides_no_other_mistake_of_its_entry() {
    let figures = format!("[[figures]]\nid = \"a\"\npay = 5\nzone = 9\n{}", ratings(50));
    let shown = catalogue(&(career("a", "Miller") + &figures));
    assert!(shown.contains("the number 5 is there, a table") && shown.contains("the job zone 9"), "{shown}");
    assert!(!shown.contains("has words but no figures"), "{shown}");
}

#[test]
fn remedies_say_what_to_write_without_words_of_programming() {
    let shown = catalogue(&format!(
        "{}also = \"grinder\"\n{}{}",
        career("a", "Miller"),
        "[career.job]\nstart_as = \"hand\"\nstart_with = \"A day in the mill.\"\nday = \"You mill.\"\nhired = \"now\"\n\
         paid = \"day-one\"\n[career.path]\nown_business = \"yes\"\n",
        format!("[[figures]]\nid = \"a\"\n{}", ratings(50)).replace("realistic = 50", "realistic = \"high\""),
    ));
    for part in [
        "a list (such as [\"one\", \"two\"]) is expected",
        "help: write \"weeks\", \"months\" or \"years\"",
        "help: write true or false (without quotes)",
        "the text \"high\" is there, a whole number is expected",
    ] {
        assert!(shown.contains(part), "{part} is missing in:\n{shown}");
    }
    for programming in ["i64", "u8", "sequence", "boolean", "invalid type"] {
        assert!(!shown.contains(programming), "{programming}:\n{shown}");
    }
}

#[test]
fn more_parts_than_ids_can_tell_apart_are_a_problem_and_do_not_wrap() {
    let parts: String = (0..300)
        .map(|at| PART[PART.find("[[part]]").expect("a part")..].replace("\"enjoy\"", &format!("\"p{at}\"")))
        .collect();
    let shown = questionnaire(&format!(
        "id = \"big\"\n{parts}{}",
        question("a", "\"interests.realistic\" = 0.7").replace("enjoy", "p299")
    ));
    assert!(shown.contains("300 parts; there can be 255 at most"), "{shown}");
}

#[test]
fn nonsense_is_a_problem_and_never_a_panic() {
    for text in ["", "= = =", "[[career]]", "career = 3", "\u{0}", "[[figures]]\nid = 5", "id = [[[[[[", "é = \"é"] {
        assert!(content::read_catalogue(&[Source::new("x.toml", text)], Extent::Own, &scales()).is_err(), "{text:?}");
        assert!(content::read_questionnaire(&Source::new("x.toml", text), &scales()).is_err(), "{text:?}");
        assert!(content::read_distinctions(&Source::new("x.toml", text)).is_err(), "{text:?}");
        assert!(content::read_matching(&Source::new("x.toml", text)).is_err(), "{text:?}");
    }
}

/// A catalogue of this many careers, each a day of which is told in these words, and hired and paid so.
fn many(count: usize, day: &str, hired: &str, education: &str) -> Source {
    let one = |at: usize| {
        let path = format!(
            "[career.path]\nroles = [\"hand {at}\", \"miller {at}\", \"owner {at}\"]\nbuilds = \"A name for good flour number {at}.\"\n\
             learn = \"You learn it beside the miller of mill number {at}.\"\nyears = 2\nhard = \"Dust and noise in mill number {at}.\"\n\
             independent = \"You can rent a small mill like number {at}.\"\ntry = \"Grind one handful of grain by hand in mill {at}.\"\n\
             ask = \"Would you choose mill {at} again?\"\nnext = []\n"
        );
        let job = format!(
            "[career.job]\nstart_as = \"Hand {at}\"\nstart_with = \"Two strong arms for mill {at}.\"\nday = \"{day} That is mill {at}.\"\n{hired}\nrung_none = \"No paid job leads to the big mill of number {at}.\"\n"
        );
        let figures = format!("[[figures]]\nid = \"m{at}\"\n{education}\n{}", ratings(50));
        format!("{}{job}{path}{figures}", career(&format!("m{at}"), &format!("Miller {at}")))
    };
    Source::new("mills.toml", (0..count).map(one).collect::<String>())
}

/// What is said of the shapes of a catalogue.
fn misshapen(source: Source) -> String {
    let sources = [source];
    let parts = content::read_catalogue(&sources, Extent::Own, &scales()).expect("a whole catalogue");
    let problems = content::check_shapes(&sources, &parts, Severity::Warning);
    if problems.is_empty() { String::new() } else { problems.to_string() }
}

#[test]
fn days_that_are_all_made_alike_are_named_once_there_are_enough_of_them() {
    let alike = "You open the sluice, tip the grain and bag the flour.";
    let monthly = "hired = \"months\"\npaid = \"day-one\"";
    let said = misshapen(many(40, alike, monthly, ""));
    for part in ["100 % of the days begin with 'You'", "100 % of the days have two sentences", "mills.toml:1"] {
        assert!(said.contains(part), "{part} is missing in:\n{said}");
    }
    assert_eq!(misshapen(many(39, alike, monthly, "")), "", "a few careers have no shape");
    let other = "The sluice opens before it is light. In goes the grain. You bag the flour that comes out.";
    assert_eq!(misshapen(many(40, other, monthly, "")), "");
}

#[test]
fn hiring_that_its_own_figures_contradict_is_named_with_its_career() {
    let day = "The sluice opens before it is light. In goes the grain. You bag the flour that comes out.";
    let school = "education = \"high-school\"\nexperience = \"none\"\ntraining = \"long\"";
    let cases = [
        (
            "hired = \"years\"\npaid = \"after-study\"",
            "paid only after study, though the figures ask for school at most",
        ),
        ("hired = \"weeks\"\npaid = \"day-one\"", "not when full pay comes"),
        ("hired = \"weeks\"\npaid = \"day-one\"\nfull_pay_years = 5", "full pay comes later than a full post"),
    ];
    for (hired, what) in cases {
        let said = misshapen(many(1, day, hired, school));
        assert!(said.contains(what) && said.contains("'Miller 0'") && said.contains("mills.toml:2"), "{what}:\n{said}");
    }
    assert_eq!(misshapen(many(1, day, "hired = \"weeks\"\npaid = \"day-one\"\nfull_pay_years = 2", school)), "");
}

#[test]
fn a_step_that_cannot_be_started_within_weeks_is_named_where_it_stands() {
    let later = "hired = \"months\"\npaid = \"day-one\"\nmeanwhile = [\"a\"]\nrung = [\"a\"]\nrung_why = \"You learn the \
                 trade and earn money meanwhile.\"";
    let text =
        job(later, "").replace("rung_none = \"There is no rung below this one, it is where people begin.\"\n", "");
    // figures may come first, with the same id
    let (words, figures) = text.split_once("[[figures]]").expect("both");
    let text = format!("[[figures]]{figures}{words}");

    let shown = catalogue(&text);
    for (name, written) in [("work meanwhile", "meanwhile = "), ("rung", "rung = ")] {
        let line = 1 + text.lines().position(|line| line.starts_with(written)).expect("a line");
        let what = format!("the {name} 'a' (Miller) cannot be started within weeks");
        assert!(shown.contains(&what) && shown.contains(&format!("careers.toml:{line}")), "{name}, {line}:\n{shown}");
    }
}

/// A condition with two choices, of which one leaves the ranking alone.
fn condition(id: &str, figure: &str, says: &str) -> String {
    format!(
        "[[condition]]\nid = \"{id}\"\nfigure = \"{figure}\"\ntext = \"How much of it?\"\nchoices = [\n\
         {{ id = \"some\", label = \"Some\", {says} }},\n{{ id = \"any\", label = \"Any\" }},\n]\n"
    )
}

#[test]
fn an_id_that_is_another_column_of_many_people_is_refused_with_its_line() {
    let asked = |id: &str| question(id, "\"interests.realistic\" = 0.7");
    let training = condition("training", "training-months", "at_most = 3");
    let text = format!("{PART}{}{}{}{training}", asked("person"), asked("present-job"), asked("training"));

    let shown = questionnaire(&text);
    for (id, says) in [
        ("person", "the id 'person' is the column of people's names"),
        ("present-job", "the id 'present-job' is the column of their present jobs"),
        ("training", "the id 'training' is that of a condition too"),
    ] {
        let line = 1 + text.lines().position(|line| line == format!("id = \"{id}\"")).expect("a line");
        assert!(shown.contains(says) && shown.contains(&format!("mine.toml:{line}")), "{id}, {line}:\n{shown}");
    }
    assert!(shown.contains("another id") && shown.contains("3 problems found"), "{shown}");

    let shown =
        questionnaire(&format!("{PART}{}{}", asked("a"), condition("person", "training-months", "at_most = 3")));
    assert!(shown.contains("the id 'person' is the column of people's names"), "{shown}");

    let fine = format!("{PART}{}{}", asked("outdoors"), condition("outdoors", "outdoors", "likes = 1"));
    assert!(
        content::read_questionnaire(&Source::new("mine.toml", fine), &scales()).is_ok(),
        "its column is context:outdoors"
    );
}

#[test]
fn a_condition_asks_for_no_more_than_of_training_only() {
    let asked = question("a", "\"interests.realistic\" = 0.7");
    let shown = questionnaire(&format!("{PART}{asked}{}", condition("outdoors", "outdoors", "at_most = 30")));
    for part in ["at_most is for the figure \"training-months\" only", "mine.toml:20", "write likes = -1 for little"] {
        assert!(shown.contains(part), "{part} is missing in:\n{shown}");
    }
}

#[test]
fn training_asks_for_no_more_than_and_never_for_what_is_liked() {
    let asked = question("a", "\"interests.realistic\" = 0.7");
    let shown = questionnaire(&format!("{PART}{asked}{}", condition("training", "training-months", "likes = 1")));
    for part in ["likes is not for the figure \"training-months\"", "mine.toml:20", "write at_most = 24"] {
        assert!(shown.contains(part), "{part} is missing in:\n{shown}");
    }
}
