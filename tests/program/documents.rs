//! README and the pages under docs/ say what the program does.

use crate::run::{Home, csv, session, somebody};
use careerfit::content::shipped::load_shipped;
use careerfit::report::FORMATS;
use careerfit::tui::keys::write_markdown;
use std::fs;

/// README and every page that it leads to for users.
fn documents() -> Vec<(String, String)> {
    let pages = fs::read_dir("docs").expect("docs").map(|entry| entry.expect("a page").path());
    let mut paths: Vec<_> = pages.filter(|path| path.extension().is_some_and(|ending| ending == "md")).collect();
    paths.push("README.md".into());
    paths.sort_unstable();

    paths.iter().map(|path| (path.display().to_string(), fs::read_to_string(path).expect("a page"))).collect()
}

fn document(name: &str) -> String {
    fs::read_to_string(name).unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[test]
fn the_documents_count_careers_and_questions_as_they_are() {
    let dataset = load_shipped().expect("the shipped data");
    // fewer than so many are a part of them: of one family, of one length
    let counted =
        [("careers", dataset.catalogue.len(), 500), ("questions", dataset.questionnaire.questions.len(), 130)];
    let mut seen = [0; 2];
    for (name, text) in documents() {
        let words: Vec<&str> = text.split_whitespace().collect();
        for pair in words.windows(2) {
            let Ok(count) = pair[0].parse::<usize>() else { continue };
            for (at, (what, all, whole)) in counted.iter().enumerate() {
                if pair[1].starts_with(what) && count >= *whole {
                    assert_eq!(count, *all, "{name} speaks of {count} {what}");
                    seen[at] += 1;
                }
            }
        }
    }
    assert!(seen.iter().all(|times| *times > 0), "{seen:?}: nothing was counted, so this shows nothing");
}

#[test]
fn readme_is_short_and_every_link_leads_to_a_file() {
    let readme = document("README.md");
    assert!(readme.lines().count() <= 160, "README has {} lines", readme.lines().count());
    for (name, text) in documents() {
        let folder = std::path::Path::new(&name).parent().expect("a folder").to_path_buf();
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let file = link.split('#').next().unwrap_or_default();
            if !file.is_empty() && !link.contains("://") {
                assert!(folder.join(file).exists(), "{name} links to {link}, which is not there");
            }
        }
    }
}

#[test]
fn what_readme_says_of_real_people_is_what_the_page_on_matching_says_in_whole_hundredths() {
    let (readme, page) = (document("README.md"), document("docs/matching.md"));
    let (_, trust) = readme.split_once("## How far to trust it").expect("the section on trust");
    let said: Vec<&str> =
        trust.split("\n## ").next().unwrap_or_default().split(|c: char| !c.is_alphanumeric()).collect();
    for row in
        ["also count for subjects", "their interest only", "six sums, the usual", "one list for everybody", "at random"]
    {
        let line = page.lines().find(|line| line.starts_with('|') && line.contains(row)).expect("a row of the table");
        let figures = line.split(['|', ',']).filter_map(|cell| cell.trim().strip_prefix('.'));
        let figures: Vec<f64> = figures.map(|digits| format!("0.{digits}").parse().expect("a figure")).collect();
        assert_eq!(figures.len(), 4, "{line}");
        for figure in figures {
            // a third digit of 5 may have been rounded itself
            let near = [-0.05, 0.05].map(|off| format!("{:.0}", (figure * 100.0 + off).round()));
            assert!(near.iter().any(|one| said.contains(&one.as_str())), "README does not say {near:?} of '{row}'");
        }
    }
}

#[test]
fn the_key_list_is_printed_from_the_table() {
    let keys = write_markdown();
    assert!(document("docs/keys.md").contains(&keys), "put this into docs/keys.md below its first paragraph:\n{keys}");
}

#[test]
fn the_data_is_attributed_word_for_word() {
    let attribution = "This product includes information from the O*NET Database by the U.S. Department of Labor, \
                       Employment and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET® is \
                       a trademark of USDOL/ETA. careerfit has modified all or some of this information. USDOL/ETA has \
                       not approved, endorsed, or tested these modifications.";
    for name in ["README.md", "docs/data.md"] {
        let flowing = document(name).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flowing.contains(attribution), "{name}");
    }
}

#[test]
fn every_command_of_the_list_is_there() {
    let page = document("docs/command-line.md");
    let (_, list) = page.split_once("# Command line\n```text\n").expect("the list of commands");
    let list = list.split("```").next().unwrap_or_default();
    let home = Home::new();
    for line in list.lines() {
        let named = line.split("  ").next().unwrap_or_default();
        let is_word = |word: &&str| word.chars().all(|c| c.is_ascii_lowercase());
        let words: Vec<&str> = named.split(' ').skip(1).take_while(is_word).collect();
        let ran = home.run(&[words.as_slice(), &["--help"]].concat(), "");
        assert_eq!(ran.code, 0, "{line}: {}", ran.err);
        assert!(words.is_empty() || ran.out.contains(&format!("careerfit {}", words.join(" "))), "{line}\n{}", ran.out);
    }
}

/// What stands in a block of the page on own catalogues behind these words.
fn block(before: &str, kind: &str) -> String {
    let page = document("docs/own-catalogue.md");
    let (_, rest) = page.split_once(before).unwrap_or_else(|| panic!("docs/own-catalogue.md does not say {before:?}"));
    let (_, block) = rest.split_once(&format!("```{kind}\n")).expect("a block");
    block.split("```").next().unwrap_or_default().to_string()
}

/// A home with everything that the commands in the documents name.
fn furnished() -> Home {
    let home = Home::new();
    home.write("my-town.toml", block("This is a whole catalogue, `my-town.toml`:", "toml"));
    home.write("my-questions.toml", block("This is a whole questionnaire, `my-questions.toml`:", "toml"));
    home.write("my-people.csv", block("`my-people.csv`:", "csv"));
    home.write("people.csv", csv("anna", &somebody()));
    home.write("take.py", document("docs/take.py"));
    let mut later = somebody();
    for (_, value) in &mut later {
        *value = 6 - *value;
    }
    for (name, answers) in [("answers", somebody()), ("answers-2", later)] {
        home.write(&format!(".local/share/careerfit/sessions/{name}.toml"), session(name, &answers));
    }
    home
}

#[cfg(unix)]
#[test]
fn every_command_of_the_documents_runs() {
    use std::path::Path;
    use std::process::Command;
    let text: String = documents().into_iter().map(|(_, text)| text).collect();
    let home = furnished();
    let folder = Path::new(env!("CARGO_BIN_EXE_careerfit")).parent().expect("a folder").display().to_string();
    let blocks = text.split("```sh\n").skip(1).map(|rest| rest.split("```").next().unwrap_or_default());
    let lines: Vec<&str> = blocks.flat_map(str::lines).collect();
    assert!(lines.len() > 12, "the blocks of the documents are found");
    for line in lines {
        let line = line.split(" #").next().unwrap_or_default().trim();
        if line.starts_with("cargo ") {
            assert!(["cargo run --release", "cargo test", "cargo install --path . --locked"].contains(&line), "{line}");
            continue;
        }
        let mut shell = Command::new("/bin/sh");
        shell.args(["-e", "-c", line]).current_dir(home.path(".")).env_clear().env("HOME", home.path("."));
        let ran = shell.env("PATH", format!("{folder}:/usr/bin:/bin")).output().expect("a shell");
        let said = String::from_utf8_lossy(&ran.stderr);
        assert!(ran.status.success() && !said.contains("error"), "{line}\n{said}");
        let is_silent = ["--out", "--init"].iter().any(|silent| line.contains(silent)) || line.contains('>');
        assert!(!ran.stdout.is_empty() || is_silent, "{line} prints nothing");
    }
    for made in ["careers.csv", "careers.jsonl", "me.html"] {
        assert!(fs::metadata(home.path(made)).is_ok_and(|file| file.len() > 100), "{made}");
    }
}

#[test]
fn the_worked_example_is_ranked_alone_and_beside_the_shipped_careers() {
    let home = furnished();
    for added in [&["check", "my-town.toml", "my-questions.toml"][..], &["check", "--added", "my-town.toml"]] {
        let ran = home.run(added, "");
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    }
    let own = ["--catalogue", "my-town.toml", "--questionnaire", "my-questions.toml"];
    let ran = home.run(&[&own[..], &["score", "my-people.csv", "--format", "csv"]].concat(), "");
    let ids: Vec<&str> = ran.out.lines().skip(1).filter_map(|line| line.split(',').nth(4)).collect();
    assert_eq!((ran.code, ids), (0, vec!["ferry-deckhand", "harbour-pilot", "ship-chandler"]));
    let beside = ["--add-catalogue", "my-town.toml", "score", "people.csv", "--format", "csv", "--top", "2000"];
    assert_eq!(
        home.run(&beside, "").out.lines().count(),
        1 + load_shipped().expect("the shipped data").catalogue.len() + 3
    );
}

#[test]
fn the_command_line_page_names_every_format_and_which_are_for_many_people() {
    let catalogue = load_shipped().expect("the shipped data").catalogue;
    let page = document("docs/command-line.md");
    let names = |many: bool| {
        let formats = FORMATS.iter().filter(|format| !many || format.write_many(&catalogue).is_some());
        formats.map(|format| format.name()).collect::<Vec<_>>().join("|")
    };
    for (command, formats) in [("sessions export NAME", names(false)), ("score FILE", names(true))] {
        let line = page.lines().find(|line| line.starts_with(&format!("careerfit {command} ")));
        assert!(line.is_some_and(|line| line.contains(&format!("--format {formats}"))), "{command}: {formats}");
    }

    let of_one = FORMATS.iter().filter(|format| format.write_many(&catalogue).is_none());
    let of_one = of_one.map(|format| format.name()).collect::<Vec<_>>().join("|");
    let named = page.lines().find_map(|line| line.trim().strip_prefix("of a session also "));
    assert_eq!(named, Some(of_one.as_str()), "what score writes of a session beside that");
}
