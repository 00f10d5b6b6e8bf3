//! The command line: help, exit codes, bad files, and good manners in a pipe.

use crate::run::{Home, csv, session, somebody};
use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

const COMMANDS: [&str; 14] = [
    "plain",
    "take",
    "questions",
    "score",
    "explain",
    "career",
    "sessions",
    "config",
    "new",
    "check",
    "schema",
    "completions",
    "man",
    "audit",
];

/// The program in a home that is the same for everybody.
fn help(arguments: &[&str]) -> String {
    let output = Home::new().careerfit(arguments).env("HOME", "/home/anna").output().expect("the program runs");
    assert_eq!(output.status.code(), Some(0));
    String::from_utf8(output.stdout).expect("text")
}

#[cfg(target_os = "linux")]
#[test]
fn long_help_has_examples_and_says_where_files_live() {
    insta::assert_snapshot!(help(&["--help"]));
}

#[test]
fn short_help_of_everything() {
    insta::assert_snapshot!(help(&["-h"]));
    let each: Vec<String> = COMMANDS.iter().map(|name| help(&[name, "-h"])).collect();
    insta::assert_snapshot!("short_help_of_subcommands", each.join("\n----\n\n"));
}

#[test]
fn each_way_to_end_has_its_code() {
    let home = Home::new();
    home.write("broken.toml", "version = 1\nname = \n");
    home.write("data.txt", "x");
    let cases: [(&[&str], i32, &str); 13] = [
        (&["--version"], 0, ""),
        (&["questions"], 0, ""),
        (&["sessions", "list"], 0, ""),
        (&[], 2, "careerfit plain"),
        (&["--nonsense"], 2, "--nonsense"),
        (&["take"], 2, "--jsonl"),
        (&["score", "missing.csv"], 2, "cannot read missing.csv"),
        (&["score", "nobody"], 2, "there is no session 'nobody'"),
        (&["score", "-"], 2, "--input csv"),
        (&["score", "data.txt"], 2, "--input session"),
        (&["score", "broken.toml"], 1, "broken.toml:2"),
        (&["career", "xqzjvw"], 1, "error: no career here is called 'xqzjvw'"),
        (&["check", "broken.toml"], 1, ""),
    ];
    for (arguments, code, message) in cases {
        let ran = home.run(arguments, "");
        assert_eq!(ran.code, code, "{arguments:?}: {}", ran.err);
        assert!(ran.err.contains(message), "'{message}' is missing for {arguments:?}: {}", ran.err);
        assert!(!ran.err.contains("panicked"), "{}", ran.err);
    }
}

#[test]
fn a_file_is_checked_for_what_it_is_and_every_problem_is_named() {
    let home = Home::new();
    home.write(
        "questions.toml",
        "id = \"mine\"\n\n[[part]]\nid = \"enjoy\"\ntitle = \"T\"\nintro = \"I\"\nprompt = \"P\"\n\
         choices = [{ value = 1, label = \"No\" }, { value = 9, label = \"Yes\" }]\n\
         quota = { quick = 1, standard = 1, full = 1 }\n\n\
         [[question]]\nid = \"a\"\npart = \"enjoi\"\ntext = \"A\"\nloads = { \"interests.realistik\" = 0.7 }\nusual = 3\n\n\
         [[question]]\nid = \"a\"\npart = \"enjoy\"\ntext = \"\\u001b[2J\"\nloads = { \"interests.social\" = 7 }\nusual = 9\n",
    );
    home.write("figures.toml", "[[figures]]\nid = \"x-1\"\nzone = 9\n");
    home.write(
        "broken.toml",
        "version = 1\n[questionnaire]\nid = \"q\"\nhash = \"1\"\n[[answer]]\nvalue = 7\n[[answer\n",
    );
    home.write("other.toml", "colour = \"blue\"\n");
    for file in ["questions.toml", "figures.toml", "broken.toml", "other.toml"] {
        let ran = home.run(&["check", file], "");
        assert_eq!((ran.code, ran.err.as_str()), (1, ""), "{file}");
        assert!(!ran.out.contains('\u{1b}'), "{file}");
        insta::assert_snapshot!(format!("check_{}", file.trim_end_matches(".toml")), ran.out);
    }
    let together = home.run(&["check", "questions.toml", "other.toml", "figures.toml"], "");
    assert!(together.out.contains("in 3 files."), "{}", together.out);
}

/// How many files of the shipped data are checked.
fn shipped_files() -> usize {
    let data = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/data"));
    let of = |folder: &str| {
        let entries = fs::read_dir(data.join(folder)).expect("a folder").map(|entry| entry.expect("an entry").path());
        entries.filter(|path| path.extension().is_some_and(|ending| ending == "toml")).count()
    };
    let beside = ["questionnaire", "scales", "distinctions", "matching"].len();
    ["careers", "figures", "figures/own"].iter().map(|folder| of(folder)).sum::<usize>() + beside
}

#[test]
fn the_shipped_data_and_a_good_session_have_no_problems() {
    let home = Home::new();
    home.write("anna.toml", session("anna", &somebody()));
    let data = concat!(env!("CARGO_MANIFEST_DIR"), "/data");
    let questionnaire = format!("{data}/questionnaire.toml");
    let ran = home.run(&["check", data, &questionnaire, "anna.toml"], "");
    assert_eq!((ran.code, ran.out), (0, format!("{} files, no problems found.\n", shipped_files() + 2)));
}

/// Careers of one shipped family as somebody's own catalogue: words and figures in one file.
fn own_catalogue() -> String {
    let data = concat!(env!("CARGO_MANIFEST_DIR"), "/data");
    let read = |folder: &str| fs::read_to_string(format!("{data}/{folder}/35-food.toml")).expect("shipped data");
    let figures: toml::Table = toml::from_str(&read("figures")).expect("TOML");
    let words: toml::Table = toml::from_str(&read("careers")).expect("TOML");
    let taken = |table: &toml::Table, key: &str, keep: &[&str]| {
        let entries = table[key].as_array().expect("entries").iter().take(4);
        let entries = entries.map(|entry| {
            let mut entry = entry.as_table().expect("a table").clone();
            entry.retain(|key, _| keep.is_empty() || keep.contains(&key));
            entry.remove("related");
            toml::Value::Table(entry)
        });
        toml::Value::Array(entries.collect())
    };
    let mut own = toml::Table::new();
    own.insert("career".into(), taken(&words, "career", &["id", "title", "summary"]));
    let ids: Vec<toml::Value> = own["career"].as_array().expect("careers").iter().map(|c| c["id"].clone()).collect();
    let mut own_figures = figures.clone();
    let list = own_figures["figures"].as_array_mut().expect("figures");
    list.retain(|entry| ids.contains(&entry["id"]));
    own.insert("figures".into(), taken(&own_figures, "figures", &[]));
    toml::to_string(&own).expect("TOML")
}

#[test]
fn an_own_catalogue_and_an_own_questionnaire_take_the_place_of_the_shipped_ones() {
    let home = Home::new();
    home.write("mine/food.toml", own_catalogue());
    home.write("people.csv", csv("anna", &somebody()));
    let ran = home.run(&["score", "people.csv", "--catalogue", "mine", "--format", "csv"], "");
    assert_eq!((ran.code, ran.out.lines().count()), (0, 5), "{}{}", ran.out, ran.err);
    home.write(
        "my.toml",
        "id = \"mine\"\n[[part]]\nid = \"p\"\ntitle = \"T\"\nintro = \"I\"\nprompt = \"Well?\"\n\
         choices = [{ value = 1, label = \"No\" }, { value = 5, label = \"Yes\" }]\n\
         quota = { quick = 2, standard = 2, full = 2 }\n\
         [[question]]\nid = \"a\"\npart = \"p\"\ntext = \"Dig\"\nloads = { \"interests.realistic\" = 0.7 }\nusual = 3\n\
         [[question]]\nid = \"b\"\npart = \"p\"\ntext = \"Sing\"\nloads = { \"interests.artistic\" = 0.7 }\nusual = 3\n",
    );
    let ran =
        home.run(&["score", "-", "--input", "csv", "--questionnaire", "my.toml", "--format", "csv"], "a,b\n5,1\n");
    assert_eq!((ran.code, ran.out.lines().count()), (0, 11), "{}", ran.err);
    let plain = home.run(&["plain", "--questionnaire", "my.toml", "--catalogue", "mine"], "5\n1\nq\n");
    assert_eq!(plain.code, 0, "{}", plain.err);
    assert!(plain.out.contains("1 No; 5 Yes.") && plain.out.contains("Careers by fit"), "{}", plain.out);
    let refused = home.run(&["score", "-", "--input", "csv", "--questionnaire", "my.toml"], "a,b\n3,1\n");
    assert!(refused.err.contains("'3' is no answer to 'a'; write one of 1, 5"), "{}", refused.err);
}

#[test]
fn sessions_are_listed_shown_renamed_and_deleted() {
    let home = Home::new();
    assert!(home.run(&["sessions", "list"], "").out.contains("No session is saved yet"));
    home.write(".local/share/careerfit/sessions/anna.toml", session("anna", &somebody()));
    home.write(".local/share/careerfit/sessions/odd.toml", "nonsense\u{1b}[2J");
    let list = home.run(&["sessions", "list"], "");
    let answers = somebody().len();
    assert!(list.out.contains(&format!("anna                      {answers} answers  1970-01-01\n")), "{}", list.out);
    assert!(list.out.contains("odd") && !list.out.contains('\u{1b}'), "{}", list.out);
    assert!(home.run(&["sessions", "show", "anna"], "").out.contains("Take photos that tell the story of a street: "));
    assert_eq!(home.run(&["sessions", "rename", "anna", "odd"], "").code, 2);
    assert_eq!(home.run(&["sessions", "rename", "anna", "anna-2026"], "").code, 0);
    assert_eq!(home.run(&["score", "anna-2026", "--top", "1"], "").code, 0);
    assert_eq!(home.run(&["sessions", "delete", "anna-2026"], "").code, 0);
    assert_eq!(home.run(&["sessions", "delete", "anna-2026"], "").code, 2);
    assert_eq!(home.run(&["sessions", "show", "odd"], "").code, 1);
}

#[test]
fn nothing_from_a_file_reaches_the_terminal_as_an_escape_sequence() {
    let home = Home::new();
    let wild = "\u{1b}]0;x\u{7}\u{9b}31m\u{202e}";
    let people = csv(wild, &somebody());
    for format in ["text", "json"] {
        let ran = home.run(&["score", "-", "--input", "csv", "--format", format], &people);
        assert_eq!(ran.code, 0);
        assert!(!ran.out.contains(['\u{1b}', '\u{7}', '\u{9b}', '\u{202e}']), "{format}: {:?}", ran.out);
    }
    let ran = home.run(&["score", "-", "--input", "csv"], &format!("{wild},b\n"));
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("^[]0;x^G<U+009B>31m<U+202E>"), "{:?}", ran.err);
    home.write("wild.toml", format!("version = 1\n\"{wild}\" = 1\n"));
    for arguments in [["check", "wild.toml"], ["score", "wild.toml"]] {
        let ran = home.run(&arguments, "");
        let all = ran.out + &ran.err;
        assert!(!all.contains(['\u{1b}', '\u{7}', '\u{9b}', '\u{202e}']), "{arguments:?}: {all:?}");
    }
}

#[test]
fn a_reader_that_stops_reading_is_no_error() {
    let home = Home::new();
    let person = csv("anna", &somebody());
    let row = person.lines().nth(1).expect("a row");
    home.write("people.csv", format!("{person}{}", format!("{row}\n").repeat(300)));
    for arguments in
        [&["score", "people.csv", "--format", "json"][..], &["questions"], &["man"], &["completions", "bash"]]
    {
        let mut command = Command::new(env!("CARGO_BIN_EXE_careerfit"));
        command.args(arguments).env("HOME", home.path("")).current_dir(home.path(""));
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program runs");
        let mut first = String::new();
        let mut reader = BufReader::with_capacity(16, child.stdout.take().expect("output"));
        reader.read_line(&mut first).expect("a line");
        drop(reader);
        let output = child.wait_with_output().expect("an end");
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{arguments:?}");
    }
}

#[test]
fn shells_get_completions_and_man_gets_a_page() {
    let home = Home::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let ran = home.run(&["completions", shell], "");
        assert_eq!(ran.code, 0);
        assert!(ran.out.contains("--parts-only") || ran.out.contains("parts-only"), "{shell}");
    }
    let page = home.run(&["man"], "").out;
    assert!(page.contains(".TH CAREERFIT 1") && page.contains("bus driver"), "{page}");
}

#[test]
fn every_subcommand_that_a_page_names_has_a_page_with_options_files_environment_and_exit_codes() {
    let home = Home::new();
    let made = home.run(&["man", "--out", "pages"], "");
    let count = std::fs::read_dir(home.path("pages")).expect("pages").count();
    assert_eq!((made.code, made.err), (0, format!("Written: {count} pages in pages\n")));
    let read = |name: &str| std::fs::read_to_string(home.path(&format!("pages/{name}.1")));
    let first = read("careerfit").expect("the first page");
    let named: Vec<&str> = first.lines().filter_map(|line| line.strip_suffix("(1)")).collect();
    assert!(named.len() > 9, "{first}");
    for name in named {
        let name = name.replace("\\-", "-");
        let page = read(&name).unwrap_or_else(|error| panic!("{name}: {error}"));
        for section in [".SH SYNOPSIS", ".SH OPTIONS", ".SH FILES", ".SH ENVIRONMENT", ".SH \"EXIT STATUS\""] {
            assert!(page.contains(section), "{name} lacks {section}:\n{page}");
        }
    }
    assert!(read("careerfit-sessions-export").expect("a page").contains("\\-\\-format"));
}

#[test]
fn pages_are_ascii_break_their_prose_and_say_what_options_take() {
    let home = Home::new();
    assert_eq!(home.run(&["man", "--out", "pages"], "").code, 0);
    let read = |name: &str| std::fs::read_to_string(home.path(&format!("pages/{name}.1"))).expect("a page");

    let first = read("careerfit");
    assert!(first.contains(".TH CAREERFIT 1 \"\" \"careerfit "), "the version is no date: {first}");
    assert!(first.contains("[\\fB\\-\\-length\\fR \\fILENGTH\\fR]"), "{first}");
    for said in [
        "careerfit\\-audit(1)",
        "careerfit\\-import(1)",
        "/careerfit/deleted/",
        "~/.local/share/careerfit/sessions/NAME.toml",
    ] {
        assert!(first.contains(said), "{said}: {first}");
    }

    for entry in std::fs::read_dir(home.path("pages")).expect("pages") {
        let page = std::fs::read_to_string(entry.expect("a page").path()).expect("text");
        assert!(page.is_ascii(), "{page}");
        let as_it_stands = page.split("\n.nf\n").skip(1).filter_map(|rest| rest.split_once("\n.fi\n"));
        let lines: Vec<&str> = as_it_stands.flat_map(|(block, _)| block.lines()).collect();
        assert!(lines.iter().all(|line| line.starts_with(' ') || line.starts_with('.')), "{lines:?}");
        // man begins text seven columns in
        let fits = |line: &&str| line.replace('\\', "").len() <= 80 - 7;
        assert!(!page.contains(".TH CAREERFIT 1 ") || lines.iter().all(fits), "{lines:?}");
    }
}

#[test]
fn a_career_that_was_looked_up_is_printed_as_json() {
    let run = |words: &str| {
        let ran = Home::new().run(&["career", words, "--format", "json"], "");
        (ran.code, serde_json::from_str::<serde_json::Value>(&ran.out).expect("one JSON object"))
    };
    let (code, found) = run("enfermera");
    assert_eq!((code, &found["version"], &found["query"]), (0, &1.into(), &"enfermera".into()));
    let first = &found["matches"][0];
    assert_eq!([&first["id"], &first["found_as"], &first["language"]], ["29-1141.00", "enfermera", "es"]);
    assert_eq!(found["career"]["id"], "29-1141.00");
    assert!(found["matches"].as_array().is_some_and(|matches| matches.len() <= 10));

    let fields = |value: &serde_json::Value| {
        value.as_object().expect("an object").keys().cloned().collect::<std::collections::BTreeSet<String>>()
    };
    let documented = |names: &str| names.split(' ').map(str::to_string).collect::<std::collections::BTreeSet<String>>();
    assert_eq!(fields(&found), documented("version made_with query matches career"));
    assert_eq!(fields(first), documented("id title found_as language"));
    assert_eq!(fields(&found["career"]), documented("id title also family summary isco08 employed related"));
    let page = include_str!("../../docs/json.md");
    let undocumented = [&found, first, &found["career"]].into_iter().flat_map(fields);
    let undocumented: Vec<String> = undocumented.filter(|name| !page.contains(&format!("`{name}`"))).collect();
    assert!(undocumented.is_empty(), "{undocumented:?}");

    let (_, by_id) = run("29-1141.00");
    assert_eq!(
        (&by_id["career"]["title"], &by_id["matches"][0]["found_as"]),
        (&"Nurse".into(), &serde_json::Value::Null)
    );
    let (code, near) = run("soldier");
    assert!(code == 0 && near["career"].is_null() && near["matches"].as_array().is_some_and(|near| !near.is_empty()));
    let (_, letter) = run("s");
    assert!(
        letter["career"].is_null() && letter["matches"].as_array().is_some_and(|some| !some.is_empty()),
        "{letter}"
    );
    let (code, none) = run("xqzjvw");
    assert!(code == 1 && none["career"].is_null() && none["matches"] == serde_json::json!([]));
}

/// Somebody's own careers: one new that names shipped ones, and one in the place of a shipped one.
fn additions() -> String {
    let figures = include_str!("../../data/figures/29-health.toml");
    let nurse = figures.split("[[figures]]\n").find(|entry| entry.contains("id = \"29-1141.00\"")).expect("a nurse");
    let ratings: String =
        nurse.lines().filter(|line| line.contains(" = { ")).take(4).map(|l| l.to_string() + "\n").collect();
    let words = |id: &str, title: &str, next: &str| {
        format!(
            "[[career]]\nid = \"{id}\"\ntitle = \"{title}\"\nsummary = \"Looks after people in our town as {id}.\"\n\n\
             [career.path]\nroles = [\"one {id}\", \"two {id}\", \"three {id}\"]\nbuilds = \"Trust that grows over many years as {id}.\"\n\
             learn = \"You learn it from those who are {id} already.\"\nyears = 3\nhard = \"Nights and early mornings for many years as {id}.\"\n\
             independent = \"You can open a practice of your own as {id}.\"\ntry = \"Spend half a day with somebody who is {id} already.\"\n\
             ask = \"What would you as {id} do differently today?\"\nnext = [\"{next}\"]\n\n[[figures]]\nid = \"{id}\"\n{ratings}\n"
        )
    };
    words("town-nurse", "Town Nurse", "29-1171.00") + &words("29-1141.00", "Nurse of Ours", "town-nurse")
}

#[test]
fn own_careers_stand_beside_the_shipped_ones_and_take_the_place_of_those_with_their_id() {
    let home = Home::new();
    home.write("own.toml", additions());
    let checked = home.run(&["check", "--added", "own.toml"], "");
    assert_eq!(checked.code, 0, "{}", checked.out);
    let alone = home.run(&["check", "own.toml"], "");
    assert!(alone.code == 1 && alone.out.contains("'29-1171.00' is a shipped career"), "{}", alone.out);
    let career = |words: &str| home.run(&["--add-catalogue", "own.toml", "career", words], "").out;
    let (new, replaced) = (career("town-nurse"), career("29-1141.00"));
    assert!(new.contains("Town Nurse") && new.contains("Nurse Practitioner"), "{new}");
    assert!(replaced.contains("Nurse of Ours") && replaced.contains("Town Nurse"), "{replaced}");
    let other = |arguments: &[&str]| home.run(&[arguments, &["career", "15-1252.00"]].concat(), "").out;
    assert_eq!(other(&["--add-catalogue", "own.toml"]), other(&[]), "a shipped career keeps all that it names");
}

#[test]
fn an_addition_with_a_shipped_title_or_an_unknown_id_is_named_with_its_line() {
    let home = Home::new();
    let text = additions().replace("Town Nurse", "Software Developer").replace("29-1171.00", "29-1171.01");
    home.write("own.toml", text);
    let ran = home.run(&["check", "--added", "own.toml"], "");
    assert_eq!(ran.code, 1);
    for part in
        ["own.toml:3", "is also that of '15-1252.00'", "unknown career '29-1171.01'", "did you mean '29-1171.00'"]
    {
        assert!(ran.out.contains(part), "'{part}' is missing in:\n{}", ran.out);
    }
    assert_eq!(home.run(&["--add-catalogue", "own.toml", "career", "nurse"], "").code, 1);
}

#[test]
fn check_complete_finds_what_the_build_would_refuse() {
    let home = Home::new();
    let copied = |from: &str| std::fs::read_to_string(from).expect("shipped data");
    for entry in ["scales", "questionnaire", "distinctions", "matching"] {
        home.write(&format!("data/{entry}.toml"), copied(&format!("data/{entry}.toml")));
    }
    let short = "[[career]]\nid = \"x\"\ntitle = \"Miller\"\nsummary = \"Mills grain all day.\"\n";
    home.write("data/careers/01-mill.toml", short);
    let figures = copied("data/figures/11-management.toml");
    let first = figures.split("[[figures]]").nth(1).expect("an entry");
    let (_, rest) = first.split_once("id = \"").expect("an id");
    let (_, rest) = rest.split_once('"').expect("its end");
    let rest: Vec<&str> = rest.lines().filter(|line| !line.starts_with("related")).collect();
    let rest = rest.join("\n");
    home.write("data/figures/01-mill.toml", format!("[[figures]]\nid = \"x\"{rest}"));

    let own = home.run(&["check", "data"], "");
    assert_eq!((own.code, own.out.as_str()), (0, "6 files, no problems found.\n"));
    let complete = home.run(&["check", "--complete", "data"], "");
    assert_eq!(complete.code, 1);
    for said in ["'x' has no [career.job]", "'x' has no [career.path]", "'summary' has 4 words"] {
        assert!(complete.out.contains(said), "{said} is missing in:\n{}", complete.out);
    }

    home.write("data/figures/own/01-mill.toml", "[[figures]]\nid = \"y\"\n");
    let stray = home.run(&["check", "data"], "");
    assert!(stray.out.contains("figures/own/01-mill.toml:2"), "figures of one's own are read too:\n{}", stray.out);

    let broken = copied("data/distinctions.toml").replace("[[distinction]]\nid", "[[distinction]]\nidd");
    home.write("data/distinctions.toml", broken);
    assert!(home.run(&["check", "data"], "").out.contains("did you mean 'id'?"));
}

#[test]
fn words_said_otherwise_here_are_warned_of_in_ones_own_catalogue_and_refused_in_what_ships() {
    let home = Home::new();
    home.write(
        "own.toml",
        additions()
            .replace("Nights and early mornings", "Gray mornings beside work")
            .replace("Town Nurse", "Town Counselor"),
    );
    let own = home.run(&["check", "--added", "own.toml"], "");
    assert_eq!(own.code, 0, "a person may write as they like:\n{}", own.out);
    for part in [
        "warning",
        "own.toml:3",
        "'Counselor'",
        "write: counsellor",
        "'Gray'",
        "'beside work'",
        "no problems and 5 warnings",
    ] {
        assert!(own.out.contains(part), "{part} is missing in:\n{}", own.out);
    }
    let complete = home.run(&["check", "--complete", "own.toml"], "");
    assert!(complete.code == 1 && complete.out.contains("error: 'Counselor'"), "{}", complete.out);
}

#[test]
fn figures_taken_over_from_a_shipped_career_keep_its_name_and_its_source() {
    let home = Home::new();
    let page = |like: &str, more: &str| {
        home.write(
            "town.toml",
            format!(
                "[[career]]\nid = \"town-baker\"\ntitle = \"Town Baker\"\nsummary = \"Bakes for the town.\"\n\n\
                 [[figures]]\nid = \"town-baker\"\nlike = \"{like}\"\n{more}"
            ),
        );
        home.run(&["--add-catalogue", "town.toml", "career", "town-baker"], "").out.replace('\n', " ")
    };
    let whole = page("51-3011.00", "");
    let over = "Ratings, training and work context are taken over from Baker (51-3011.00): United States, U.S. Bureau of \
                Labor Statistics; O*NET Database, modified.";
    let said: Vec<&str> = whole.split_whitespace().collect();
    assert!(said.join(" ").contains(over) && !whole.contains("own catalogue"), "{whole}");

    let changed = page("51-3011.00", "interests = { social = 60 }\npay = { median = 27000, year = 2026 }\n");
    let said = changed.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("From its own catalogue: ") && said.contains(" and pay."), "{said}");
    assert!(said.contains("(2026, from its own catalogue)") && said.contains(over), "{said}");
}

#[test]
fn figures_of_ones_own_are_never_called_published() {
    let home = Home::new();
    let own = |source: &str| {
        format!(
            "[[career]]\nid = \"town-baker\"\ntitle = \"Town Baker\"\nsummary = \"Bakes bread for the town before others get up.\"\n\n\
             [[figures]]\nid = \"town-baker\"\nlike = \"51-3011.00\"\nrelated = [\"51-3011.00\"]\n{source}\
             pay = {{ median = 27000, year = 2026 }}\n\
             outlook = {{ change = 1.0, openings = 2000, employed = 9000, from = 2025, to = 2035 }}\n"
        )
    };
    let page = |source: &str| {
        home.write("town.toml", own(source));
        let ran = home.run(&["--add-catalogue", "town.toml", "career", "town-baker"], "");
        assert_eq!(ran.code, 0, "{}", ran.err);
        ran.out
    };
    let (unnamed, named) = (page(""), page("source = \"the bakers' guild of our town\"\n"));
    for published in ["Bureau of Labor", "O*NET", "United States", "as published", "American"] {
        assert!(!named.contains(published), "{published}:\n{named}");
    }
    assert!(unnamed.contains("(2026, from its own catalogue)"), "{unnamed}");
    assert!(named.contains("2026, from the bakers' guild of our town"), "{named}");
    assert!(named.contains("All figures from the bakers' guild of our town."), "{named}");
    let shipped = home.run(&["career", "51-3011.00"], "").out;
    assert!(shipped.contains("Bureau of Labor") && shipped.contains("O*NET"), "{shipped}");
}
