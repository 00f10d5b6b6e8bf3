//! What is refused on the command line says what was meant and what to do.

use crate::run::{Home, fed, session, somebody};

fn with_anna() -> Home {
    let home = Home::new();
    home.write(".local/share/careerfit/sessions/anna.toml", session("anna", &somebody()));
    home
}

#[test]
fn json_tells_a_warning_from_an_error() {
    let home = Home::new();
    let scaffold = home.run(&["new", "questionnaire"], "").out;
    let american = scaffold.replacen("text = \"", "text = \"In a good color: ", 1);
    assert_ne!(scaffold, american);

    let severities = |text: &str| {
        home.write("mine.toml", text);
        let ran = home.run(&["check", "mine.toml", "--format", "json"], "");
        let said: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
        let problems = said["problems"].as_array().expect("problems").clone();
        (ran.code, problems.iter().map(|problem| problem["severity"].clone()).collect::<Vec<_>>())
    };

    // the scaffold itself is warned of for its few questions
    assert_eq!(severities(&scaffold), (0, vec!["warning".into()]));
    assert_eq!(severities(&american), (0, vec!["warning".into(), "warning".into()]));
    assert_eq!(severities("[[career]]\nid = 3\n").1.first(), Some(&"error".into()));
}

#[test]
fn of_several_careers_none_is_chosen_without_a_word() {
    let home = with_anna();
    let choice = "everal careers share that word. Which one do you mean?";
    for (words, said) in
        [("manager", choice), ("x", "ne letter fits many careers."), ("xqzjvw", "o career here is called")]
    {
        assert!(
            (home.run(&["career", words], "").out + &home.run(&["career", words], "").err).contains(said),
            "{words}"
        );

        let explained = home.run(&["explain", "anna", words], "");
        assert_eq!((explained.code, explained.out.as_str()), (1, ""), "{words}");
        assert!(explained.err.contains(said), "{words}: {}", explained.err);

        let toml = home.run(&["career", words, "--format", "toml"], "");
        assert!(toml.code == 1 && toml.out.is_empty() && toml.err.contains(said), "{words}: {}{}", toml.out, toml.err);
    }

    let explained = home.run(&["explain", "anna", "manager"], "");
    assert!(explained.err.contains("Operations Manager (11-1021.00); "), "they are offered: {}", explained.err);

    let json = home.run(&["career", "manager", "--format", "json"], "").out;
    assert!(json.contains("\"career\":{"), "the first of them, as is documented: {json}");
}

#[test]
fn the_words_of_a_career_need_no_quotes_where_it_is_explained() {
    let home = with_anna();
    let quoted = home.run(&["explain", "anna", "bus driver"], "");
    let words = home.run(&["explain", "anna", "bus", "driver", "--format", "text"], "");
    assert_eq!((words.code, &words.out), (0, &quoted.out), "{}", words.err);
}

#[test]
fn an_id_that_no_career_has_finds_no_other_career_and_names_the_nearest_id() {
    let home = with_anna();
    let cases = [
        ("99-9999.99", "no career here has the id '99-9999.99': 'careerfit career WORDS' finds one"),
        ("51-3011.0", "did you mean 51-3011.00 (Baker)?"),
        ("51-3011", "did you mean 51-3011.00 (Baker)?"),
    ];
    for (id, said) in cases {
        for arguments in [&["career", id][..], &["explain", "anna", id]] {
            let ran = home.run(arguments, "");
            assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{arguments:?}");
            assert!(ran.err.contains(said), "{arguments:?}: {}", ran.err);
        }
    }
    assert!(home.run(&["career", "999"], "").out.contains("999"), "words of digits are searched for as ever");
}

#[test]
fn check_names_what_it_cannot_read_and_checks_the_rest() {
    let home = with_anna();
    home.write("broken.toml", "[[career]]\nid = \"a\"\n");
    let ran = home.run(&["check", "nofile.toml", "nofolder/", "broken.toml"], "");
    assert_eq!(ran.code, 2, "{}", ran.err);
    for part in ["nofile.toml", "nofolder"] {
        assert!(ran.err.contains(part), "{part} is missing in:\n{}", ran.err);
    }
    assert!(ran.out.contains("broken.toml:1") && ran.out.contains("in 1 file."), "{}", ran.out);
    assert_eq!(home.run(&["check", "nofile.toml"], "").out, "");
}

#[test]
fn careers_given_for_questions_and_questions_for_careers_are_called_what_they_are() {
    let home = Home::new();
    for what in ["catalogue", "questionnaire"] {
        assert_eq!(home.run(&["new", what, "--out", &format!("{what}.toml")], "").code, 0);
    }
    let careers = home.run(&["--questionnaire", "catalogue.toml", "questions"], "");
    assert_eq!(careers.code, 1);
    assert!(careers.err.contains("catalogue.toml holds careers: give it as --catalogue"), "{}", careers.err);
    let questions = home.run(&["--catalogue", "questionnaire.toml", "career", "baker"], "");
    assert_eq!(questions.code, 1);
    assert!(questions.err.contains("questionnaire.toml holds questions: give it as --q"), "{}", questions.err);
}

#[test]
fn questions_in_text_say_what_each_tells_about_and_the_usual_answer_as_the_help_says() {
    let home = Home::new();
    assert_eq!(home.run(&["new", "questionnaire", "--out", "mine.toml"], "").code, 0);
    let shown = home.run(&["--questionnaire", "mine.toml", "questions"], "").out;
    let told = shown.lines().filter(|line| line.contains("tells about ") && line.contains("; usual answer ")).count();
    assert_eq!(told, 6, "{shown}");
    assert!(shown.contains("interests.realistic 0."), "{shown}");
}

#[test]
fn a_session_that_is_not_there_is_named_with_the_nearest_one() {
    let home = with_anna();
    for arguments in [&["score", "ana"][..], &["sessions", "show", "ana"], &["sessions", "delete", "ana"]] {
        let ran = home.run(arguments, "");
        assert!(ran.code == 2 && ran.err.contains("did you mean 'anna'?"), "{arguments:?}: {}", ran.err);
    }
    assert_eq!(home.run(&["sessions", "delete", "anna", "--yes"], "").code, 0);
    let gone = home.run(&["sessions", "restore", "ana"], "");
    assert!(gone.code == 2 && gone.err.contains("did you mean 'anna'?"), "{}", gone.err);
    let none = home.run(&["sessions", "show", "xqzjvw"], "");
    assert!(none.err.contains("'careerfit sessions list' shows those there are"), "{}", none.err);
}

#[test]
fn a_refusal_names_what_was_typed_and_says_one_thing() {
    let home = with_anna();
    home.write("me.html", "mine");
    let cases: [(&[&str], &str); 7] = [
        (&["--ascii", "sessions", "list"], "error: --ascii means nothing to this command; leave it out\n"),
        (&["--no-mouse", "sessions", "list"], "error: --no-mouse means nothing to this command; leave it out\n"),
        (
            &["sessions", "export", "anna", "--out", "me.html"],
            "error: me.html is there already: choose another name, or add --force to write in its place\n",
        ),
        (&["score", "nope.csv"], "error: cannot read nope.csv: "),
        (&["take", "--jsonl", "--no-save", "--choose-length"], "error: --choose-length asks a person"),
        (&["--choose-length", "take", "--jsonl", "--no-save"], "error: --choose-length asks a person"),
        (&["sessions", "compare", "anna", "anna"], "error: 'anna' is named twice"),
    ];
    for (arguments, said) in cases {
        let ran = home.run(arguments, "");
        assert!(ran.code == 2 && ran.err.starts_with(said), "{arguments:?}: {}", ran.err);
        assert!(!ran.err.contains("standard input") && !ran.err.contains("entity"), "{arguments:?}: {}", ran.err);
    }
}

#[test]
fn what_lacks_many_ratings_names_all_of_them() {
    let home = Home::new();
    home.write("few.toml", "[[figures]]\nid = \"a\"\ninterests = {}\nskills = {}\nsubjects = {}\nstyles = {}\n");
    let json = home.run(&["check", "few.toml", "--format", "json"], "").out;
    assert!(
        json.contains("has no rating in skills for active-learning") && json.contains("troubleshooting, writing"),
        "{json}"
    );
    let text = home.run(&["check", "few.toml"], "").out;
    assert!(text.contains("troubleshooting, writing") && !text.contains('…'), "{text}");
}

#[test]
fn a_separator_is_refused_where_no_columns_are_written() {
    let home = with_anna();
    for command in [&["score", "anna"][..], &["sessions", "export", "anna"]] {
        let ran = home.run(&[command, &["--format", "json", "--separator", "semicolon"]].concat(), "");
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{command:?}");
        assert!(ran.err.contains("--separator is for --format csv; json needs none of it"), "{}", ran.err);
    }
}

#[test]
fn text_in_another_encoding_is_a_problem_of_what_was_read() {
    let home = Home::new();
    let utf16: Vec<u8> = "[[career]]\nid = \"é\"\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let bytes = [&[0xff, 0xfe], utf16.as_slice()].concat();
    home.write("u16.toml", &bytes);
    home.write("u16.csv", &bytes);

    for arguments in
        [&["check", "u16.toml"][..], &["--catalogue", "u16.toml", "career", "nurse"], &["score", "u16.csv"]]
    {
        let ran = home.run(arguments, "");
        assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{arguments:?}");
        assert!(ran.err.contains("is not UTF-8 text; save "), "{arguments:?}: {}", ran.err);
    }

    let output = fed(&mut home.careerfit(&["score", "-", "--input", "session"]), &bytes);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("standard input is not UTF-8 text; save it as UTF-8"), "{said}");
}

#[test]
fn a_file_that_is_not_there_is_no_bad_name_of_a_session() {
    let home = Home::new();
    for file in ["missing.txt", "ME.TOML", "/nowhere/none"] {
        let ran = home.run(&["score", file], "");
        assert_eq!(ran.code, 2, "{file}");
        assert!(ran.err.contains(&format!("there is no file {file}")), "{}", ran.err);
    }
    assert!(home.run(&["score", "a b"], "").err.contains("cannot be a session's name"));
}

#[test]
fn a_folder_in_the_place_of_a_file_is_named_as_one_with_or_without_force() {
    let home = with_anna();
    std::fs::create_dir(home.path("folder")).expect("made");
    let export = ["sessions", "export", "anna", "--out", "folder"];
    for arguments in [&export[..], &[&export[..], &["--force"]].concat(), &["new", "catalogue", "--out", "folder"]] {
        let ran = home.run(arguments, "");
        assert_eq!(ran.code, 2, "{arguments:?}");
        assert!(ran.err.contains("folder is a folder; write the name of a file in it"), "{arguments:?}: {}", ran.err);
    }

    let ran = home.run(&["new", "catalogue", "--out", "nope/mine.toml"], "");
    assert!(ran.err.contains("cannot write nope/mine.toml (make its folder first)"), "{}", ran.err);
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_cannot_be_written_says_so() {
    use std::process::Command;
    let home = with_anna();
    let commands = ["questions", "career nurse", "score anna", "score anna --format json", "sessions export anna"];
    for arguments in commands {
        let line = format!("\"$0\" {arguments} > /dev/full");
        let mut shell = Command::new("/bin/sh");
        shell
            .args(["-c", &line, env!("CARGO_BIN_EXE_careerfit")])
            .env("HOME", home.path(""))
            .env_remove("XDG_DATA_HOME");
        let output = shell.output().expect("a shell");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(
            (output.status.code(), said.trim_end()),
            (Some(2), "error: cannot write: No space left on device"),
            "{line}"
        );
    }
}

#[test]
fn one_answer_is_said_in_the_singular() {
    let home = Home::new();
    home.write(".local/share/careerfit/sessions/anna.toml", session("anna", &[("enjoy-judge".into(), 4)]));
    let ran = home.run(&["sessions", "show", "anna"], "");
    assert!(ran.out.starts_with("anna: 1 answer, the last on "), "{}", ran.out);
}
