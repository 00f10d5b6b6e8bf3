//! Manners on the command line: sessions that come back, settings, separators, options where they matter.

use crate::run::{Home, csv, session, somebody};
use careerfit::content::shipped::load_shipped;
use std::fs;

const SESSIONS: &str = ".local/share/careerfit/sessions";

fn with_anna() -> Home {
    let home = Home::new();
    home.write(&format!("{SESSIONS}/anna.toml"), session("anna", &somebody()));
    home
}

/// The text of a saved session.
pub fn saved(home: &Home, name: &str) -> String {
    fs::read_to_string(home.path(&format!("{SESSIONS}/{name}.toml"))).expect("a saved session")
}

/// All files below the program's folder that hold answers.
fn answers_left(home: &Home) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![home.path(".local/share/careerfit")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok) {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if fs::read_to_string(&path).is_ok_and(|text| text.contains("[[answer]]")) {
                found.push(path.display().to_string());
            }
        }
    }
    found
}

#[test]
fn a_deleted_session_comes_back_and_its_only_copy_is_named() {
    let home = with_anna();
    let before = saved(&home, "anna");
    let said = home.run(&["sessions", "delete", "anna"], "").out;
    let left = answers_left(&home);
    assert!(
        left.len() == 1 && said.contains(&left[0]) && said.contains("careerfit sessions restore anna"),
        "{said}{left:?}"
    );
    assert!(home.run(&["sessions", "list", "--deleted"], "").out.starts_with("anna "));
    assert_eq!(home.run(&["sessions", "restore", "anna"], "").out, "'anna' is there again.\n");
    assert_eq!(saved(&home, "anna"), before);
    assert_eq!(home.run(&["sessions", "restore", "anna"], "").code, 2);
}

#[test]
fn a_restored_session_takes_no_other_ones_place_and_the_latest_of_a_name_comes_back_first() {
    let home = with_anna();
    let first = saved(&home, "anna");
    home.run(&["sessions", "delete", "anna"], "");
    let mut later = somebody();
    later.truncate(20);
    home.write(&format!("{SESSIONS}/anna.toml"), session("anna", &later));
    let refused = home.run(&["sessions", "restore", "anna"], "");
    assert!(refused.code == 2 && refused.err.contains("--as NEW"), "{}", refused.err);
    home.run(&["sessions", "delete", "anna"], "");
    home.run(&["sessions", "restore", "anna", "--as", "second"], "");
    home.run(&["sessions", "restore", "anna"], "");
    assert_eq!(saved(&home, "anna"), first);
    assert!(saved(&home, "second").matches("[[answer]]").count() == 20);
}

#[test]
fn deleting_now_leaves_no_copy_and_old_copies_are_swept() {
    let home = with_anna();
    home.run(&["sessions", "delete", "anna"], "");
    home.write(&format!("{SESSIONS}/anna.toml"), session("anna", &somebody()));
    assert!(home.run(&["sessions", "delete", "anna", "--now"], "").out.contains("every copy"));
    assert_eq!(answers_left(&home), Vec::<String>::new());

    let home = with_anna();
    home.run(&["sessions", "delete", "anna"], "");
    assert_eq!(home.run(&["sessions", "delete", "anna", "--now"], "").out, "Every copy of 'anna' is deleted.\n");
    assert_eq!(answers_left(&home), Vec::<String>::new());

    home.write(".local/share/careerfit/deleted/ben@1000.toml", session("ben", &somebody()));
    home.write(".local/share/careerfit/deleted/mine.txt", "kept");
    home.run(&["sessions", "list"], "");
    assert_eq!(answers_left(&home), Vec::<String>::new());
    assert!(home.path(".local/share/careerfit/deleted/mine.txt").exists(), "nobody else's file is swept");
}

#[cfg(unix)]
#[test]
fn a_copy_to_restore_from_is_for_its_owner_only_and_a_link_is_only_removed() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let home = Home::new();
    let elsewhere = home.write("elsewhere.toml", session("linked", &somebody()));
    fs::create_dir_all(home.path(SESSIONS)).expect("made");
    symlink(&elsewhere, home.path(&format!("{SESSIONS}/linked.toml"))).expect("linked");
    let said = home.run(&["sessions", "delete", "linked"], "").out;
    assert!(said.contains("elsewhere.toml stays") && elsewhere.exists(), "{said}");
    assert_eq!(answers_left(&home), Vec::<String>::new());

    let ran = home.run(&["take", "--jsonl", "--session", "bot", "--parts-only"], "{\"answer\":3}\n");
    assert_eq!(ran.code, 0, "{}", ran.err);
    home.run(&["sessions", "delete", "bot"], "");
    let left = answers_left(&home);
    let mode = |path: &str| fs::metadata(path).expect("there").permissions().mode() & 0o777;
    assert_eq!(left.iter().map(|path| mode(path)).collect::<Vec<_>>(), [0o600]);
    assert_eq!(mode(&home.path(".local/share/careerfit/deleted").display().to_string()), 0o700);
}

#[test]
fn settings_are_printed_and_started_and_a_mistake_is_named_with_its_line() {
    let home = Home::new();
    let first = home.run(&["config"], "").out;
    assert!(first.starts_with("# the defaults; ") && first.contains("theme = \"auto\"\n"), "{first}");
    let started = home.run(&["config", "--init"], "");
    assert_eq!((started.code, started.out.as_str()), (0, ""));
    let again = home.run(&["config", "--init"], "");
    assert!(again.code == 2 && again.err.contains("is there already"), "{}", again.err);
    let path = ".config/careerfit/config.toml";
    let after = home.run(&["config"], "").out;
    assert!(after.starts_with("# from ") && after.lines().skip(1).eq(first.lines().skip(1)), "{after}");

    home.write(path, "length = \"quick\"\n[keys]\nskip = [\"x\"]\n");
    let changed = home.run(&["config"], "").out;
    assert!(changed.contains("length = \"quick\"") && changed.contains("skip = [\"x\"]"), "{changed}");
    home.write("printed.toml", &changed);
    assert_eq!(
        home.run(&["config", "--config", "printed.toml"], "").out.lines().skip(1).collect::<Vec<_>>(),
        changed.lines().skip(1).collect::<Vec<_>>()
    );
    assert!(home.run(&["config", "--no-config"], "").out.contains("# length is asked"));

    home.write(path, "[keys]\nacept = [\"x\"]\n");
    for arguments in [&["config"][..], &["plain"]] {
        let ran = home.run(arguments, "");
        assert_eq!(ran.code, 1, "{}", ran.err);
        assert!(ran.err.contains("config.toml:2") && ran.err.contains("did you mean 'accept'?"), "{}", ran.err);
    }
}

#[test]
fn spreadsheets_with_semicolons_and_decimal_commas_are_read_and_written() {
    let home = Home::new();
    let people = csv("Anna, B.", &somebody());
    let quoted = people.replace("Anna, B.", "\"Anna, B.\"");
    let with_commas = home.run(&["score", "-", "--input", "csv", "--format", "csv"], &quoted);
    let semicolons: String = quoted
        .lines()
        .map(|line| line.replace("\"Anna, B.\"", "NAME").replace(',', ";").replace("NAME", "Anna, B.") + "\r\n")
        .collect();
    let european = format!("\u{feff}{}", semicolons.replacen(";3;", ";3,0;", 4));
    assert!(european.contains("3,0"));
    let ran = home.run(&["score", "-", "--input", "csv", "--format", "csv"], &european);
    assert_eq!((ran.code, &ran.out), (0, &with_commas.out), "{}", ran.err);
    let tabs = semicolons.replace(';', "\t");
    assert_eq!(home.run(&["score", "-", "--input", "csv", "--format", "csv"], &tabs).out, with_commas.out);

    let ran = home.run(&["score", "-", "--input", "csv", "--format", "csv", "--separator", "semicolon"], &european);
    let row = ran.out.lines().nth(1).expect("a row");
    let cells: Vec<&str> = row.split(';').collect();
    assert!(cells.len() == 9 && cells[0] == "Anna, B." && cells[6].contains(','), "{row}");
    let plain: Vec<String> = with_commas.out.lines().nth(1).expect("a row").rsplit(',').map(String::from).collect();
    assert_eq!(cells[6].replace(',', "."), plain[2]);
}

#[test]
fn an_option_before_a_command_that_has_no_use_for_it_is_refused() {
    let home = Home::new();
    home.write("mine.toml", "");
    let cases: [&[&str]; 5] = [
        &["--catalogue", "mine.toml", "man"],
        &["--config", "mine.toml", "score", "x.csv"],
        &["--questionnaire", "mine.toml", "career", "nurse"],
        &["--theme", "dark", "sessions", "list"],
        &["--length", "quick", "questions"],
    ];
    for arguments in cases {
        let ran = home.run(arguments, "");
        assert!(ran.code == 2 && ran.err.contains(arguments[0]) && ran.err.contains("leave it out"), "{}", ran.err);
    }
    for arguments in [&["man", "--catalogue", "x"][..], &["sessions", "delete", "x", "--questionnaire", "y"]] {
        assert!(home.run(arguments, "").err.contains("unexpected argument"), "{arguments:?}");
    }
}

#[test]
fn every_error_begins_the_same_way_and_says_no_number_of_the_system() {
    let home = Home::new();
    home.write("broken.toml", "version = 1\nname = \n");
    home.write("people.csv", "a,b\n1,2\n");
    let cases: [&[&str]; 6] = [
        &["--nonsense"],
        &["score", "missing.csv"],
        &["score", "broken.toml"],
        &["score", "people.csv"],
        &["sessions", "show", "nobody"],
        &["career", "xqzjvw"],
    ];
    for arguments in cases {
        let ran = home.run(arguments, "");
        assert!(ran.err.starts_with("error: ") && !ran.err.contains("os error"), "{arguments:?}: {}", ran.err);
        assert!(!ran.err.contains('\u{1b}'), "plain in a pipe: {}", ran.err);
    }
}

#[test]
fn the_version_names_the_data_when_asked_for_more() {
    let home = Home::new();
    let version = home.run(&["--version"], "").out;
    assert_eq!(version, concat!("careerfit ", env!("CARGO_PKG_VERSION"), "\n"));
    let verbose = home.run(&["--version", "--verbose"], "").out;
    let careers = load_shipped().expect("the shipped data").catalogue.len();
    assert!(
        verbose.starts_with(&version) && verbose.contains(&format!("{careers} careers, ")) && verbose.contains("O*NET"),
        "{verbose}"
    );
    let result = home.run(&["questions", "--format", "json"], "").out;
    let made: serde_json::Value = serde_json::from_str(&result).expect("JSON");
    for part in ["catalogue", "questionnaire"] {
        let hash = made["made_with"][part]["hash"].as_str().expect("a hash");
        assert!(verbose.contains(hash), "{verbose}");
    }
    assert_eq!(home.run(&["--verbose"], "").code, 2);
}

#[test]
fn a_shell_that_asks_is_offered_sessions_careers_and_options() {
    let home = with_anna();
    let ask = |words: &[&str]| {
        let mut arguments = vec!["--", "careerfit"];
        arguments.extend(words);
        let mut command = home.careerfit(&arguments);
        let index = words.len().to_string();
        let ran = command.env("COMPLETE", "bash").env("_CLAP_COMPLETE_INDEX", index).env("_CLAP_IFS", "\n").output();
        String::from_utf8(ran.expect("it runs").stdout).expect("text")
    };
    assert_eq!(ask(&["sessions", "show", "an"]).trim(), "anna");
    assert_eq!(ask(&["sessions", "rename", "an"]).trim(), "anna", "the session that is there, and not its new name");
    assert!(!ask(&["sessions", "rename", "anna", "an"]).contains("anna"));
    assert!(ask(&["explain", "anna", "Bak"]).contains("Baker"));
    assert!(ask(&["score", "--fo"]).contains("--format"));
    home.write("people.csv", csv("ben", &somebody()));
    home.write("anna-kept.toml", session("anna", &somebody()));
    assert!(ask(&["score", "peo"]).contains("people.csv"));
    assert!(!ask(&["sessions", "export", ""]).contains("people.csv"), "it takes none");
    assert!(ask(&["sessions", "export", "anna-"]).contains("anna-kept.toml"));
    assert!(ask(&["--session", "an"]).contains("anna"));
}

#[test]
fn check_takes_a_sessions_name_and_its_json_names_a_file_that_is_not_there() {
    let home = with_anna();
    let ran = home.run(&["check", "anna"], "");
    assert_eq!((ran.code, ran.out.as_str()), (0, "1 file, no problems found.\n"), "{}", ran.err);

    let ran = home.run(&["check", "nofile.toml", "--format", "json"], "");
    let said: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    let problem = &said["problems"][0];
    assert_eq!((ran.code, &problem["file"], &problem["severity"]), (2, &"nofile.toml".into(), &"error".into()));
    assert!(problem["what"].as_str().is_some_and(|what| what.starts_with("cannot read nofile.toml")), "{problem}");
}

#[test]
fn an_option_that_is_like_none_is_offered_none_and_a_slip_the_one_that_was_meant() {
    let home = Home::new();
    assert!(!home.run(&["--bogus"], "").err.contains("--mouse"));
    assert!(home.run(&["--lenght", "quick"], "").err.contains("--length"));
}

#[test]
fn a_scale_without_its_group_is_found_in_it() {
    let home = Home::new();
    let scaffold = home.run(&["new", "questionnaire"], "").out;
    home.write("own.toml", scaffold.replacen("interests.realistic", "realistic", 1));
    let said = home.run(&["check", "own.toml"], "").out;
    assert!(
        said.contains("unknown scale 'realistic'") && said.contains("did you mean 'interests.realistic'?"),
        "{said}"
    );
}

#[test]
fn nothing_is_said_of_careers_that_moved_where_they_cannot_be_compared() {
    let home = with_anna();
    home.write(&format!("{SESSIONS}/few.toml"), session("few", &somebody()[..5]));
    let said = home.run(&["sessions", "compare", "few", "anna"], "").out;
    assert!(said.contains("careers cannot be compared") && !said.contains("No career near the top"), "{said}");
}

#[cfg(unix)]
#[test]
fn line_by_line_no_answers_to_other_questions_are_offered_to_go_on_with() {
    let home = with_anna();
    home.run(&["new", "questionnaire", "--out", "own.toml"], "");
    let own = on_a_terminal(&home, 80, &["plain", "--length", "quick", "--questionnaire", "own.toml"], "q\n");
    assert!(!own.contains("go on with them"), "{own}");
    let shipped = on_a_terminal(&home, 80, &["plain", "--length", "quick"], "q\n");
    assert!(shipped.contains("'anna'") && shipped.contains("1 go on with them"), "{shipped}");
}

#[cfg(unix)]
#[test]
fn line_by_line_a_session_that_was_only_begun_is_offered_to_go_on_with() {
    let home = Home::new();
    home.run(&["plain", "--length", "quick"], "1\n1\n");
    let said = on_a_terminal(&home, 80, &["plain"], "1\nq\n");
    assert!(said.contains("You have 'answers' of ") && said.contains(": only begun."), "{said}");
    assert!(said.contains("Where you are 3 of 3") && !said.contains("Where you are 1 of 3"), "{said}");
}

/// The program in a terminal of this many columns; what it wrote.
#[cfg(unix)]
pub fn on_a_terminal(home: &Home, columns: u16, arguments: &[&str], typed: &str) -> String {
    use portable_pty::{CommandBuilder, PtySize, native_pty_system};
    use std::io::{Read, Write};
    let size = PtySize { rows: 24, cols: columns, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).expect("a terminal");
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_careerfit"));
    command.args(arguments);
    command.env_clear();
    command.env("HOME", home.path(""));
    command.env("TERM", "xterm");
    command.cwd(home.path(""));
    let mut child = pair.slave.spawn_command(command).expect("the program runs");
    drop(pair.slave);
    let mut writer = pair.master.take_writer().expect("an input");
    writer.write_all(typed.as_bytes()).expect("typed");
    let mut reader = pair.master.try_clone_reader().expect("an output");
    let mut written = Vec::new();
    // the end of a terminal is an error on some systems
    let _ = reader.read_to_end(&mut written);
    child.wait().expect("an end");
    String::from_utf8_lossy(&written).into_owned()
}

#[cfg(unix)]
#[test]
fn people_get_colours_and_lines_that_fit_and_html_is_never_poured_on_their_terminal() {
    use unicode_width::UnicodeWidthStr;
    let home = with_anna();
    for arguments in [&["career", "nurse"][..], &["explain", "anna", "nurse"]] {
        let shown = on_a_terminal(&home, 60, arguments, "");
        assert!(shown.contains("\u{1b}[1m"), "{shown}");
        let plain = shown.replace("\u{1b}[1m", "").replace("\u{1b}[0m", "");
        let longest = plain.lines().map(|line| line.trim_end().width()).max();
        assert!(longest.is_some_and(|longest| (40..=60).contains(&longest)), "{arguments:?}: {plain}");
        let piped = home.run(arguments, "").out;
        assert!(!piped.contains('\u{1b}') && piped.lines().any(|line| line.width() > 100), "{piped}");
    }
    home.write("broken.toml", "version = 1\nname = \n");
    assert!(on_a_terminal(&home, 80, &["check", "broken.toml"], "").contains("\u{1b}["));
    for arguments in [&["score", "anna", "--format", "html"][..], &["sessions", "export", "anna", "--format", "html"]] {
        let shown = on_a_terminal(&home, 80, arguments, "");
        assert!(shown.contains("HTML is for a browser") && !shown.contains("<html"), "{shown}");
    }
}

#[cfg(unix)]
#[test]
fn deleting_on_a_terminal_asks_first() {
    let home = with_anna();
    let shown = on_a_terminal(&home, 80, &["sessions", "delete", "anna"], "n\n");
    assert!(shown.contains("[y/N]") && shown.contains("Nothing is deleted."), "{shown}");
    assert!(home.path(&format!("{SESSIONS}/anna.toml")).exists());
    on_a_terminal(&home, 80, &["sessions", "delete", "anna"], "y\n");
    assert!(!home.path(&format!("{SESSIONS}/anna.toml")).exists());
}

#[test]
fn the_length_of_the_settings_is_for_new_sessions_and_that_of_the_command_line_for_all() {
    let home = Home::new();
    home.write(".config/careerfit/config.toml", "length = \"quick\"\n");
    let length = |name: &str, arguments: &[&str]| {
        let ran = home.run(&[&["take", "--jsonl", "--session", name], arguments].concat(), "{\"skip\":true}\n");
        assert_eq!(ran.code, 0, "{}", ran.err);
        let path = home.path(&format!(".local/share/careerfit/sessions/{name}.toml"));
        let saved = std::fs::read_to_string(path).expect("a saved session");
        let line = saved.lines().find(|line| line.starts_with("length")).unwrap_or("none").to_string();
        line.split('"').nth(1).unwrap_or_default().to_string()
    };

    assert_eq!(length("small", &[]), "quick", "a new one has the settings' length");
    assert_eq!(length("big", &["--length", "full"]), "full");
    assert_eq!(length("big", &[]), "full", "what is there keeps its own");
    assert_eq!(length("big", &["--length", "standard"]), "standard");
}
