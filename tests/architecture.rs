//! Data flows one way: which room may name which, and what the pure rooms keep away from.

use std::fs;
use std::path::{Path, PathBuf};

/// Each room and the rooms it may name.
const MAY_NAME: [(&str, &[&str]); 13] = [
    ("model", &[]),
    ("cli", &["model"]),
    ("content", &["model"]),
    ("assess", &["model"]),
    ("fit", &["model", "assess"]),
    ("interview", &["model", "assess", "fit"]),
    ("session", &["model", "content"]),
    ("report", &["model", "assess", "fit", "interview"]),
    ("tui", &["model", "assess", "fit", "interview", "report"]),
    ("plain", &["model", "assess", "fit", "interview", "report"]),
    ("import", &["model"]),
    ("audit", &["model", "assess", "fit", "interview"]),
    (
        "commands",
        &[
            "model",
            "content",
            "assess",
            "fit",
            "interview",
            "session",
            "report",
            "tui",
            "plain",
            "import",
            "audit",
            "cli",
        ],
    ),
];

/// Rooms that know no file, no environment and no terminal.
const PURE: [&str; 6] = ["model", "assess", "fit", "interview", "report", "audit"];
/// What gives a file, the environment or a terminal away.
const IMPURE: [&str; 6] = ["std::fs", "std::env", "toml::", "ratatui", "crossterm", "std::io::std"];

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut files = Vec::new();
    for path in entries.filter_map(|entry| entry.ok().map(|entry| entry.path())) {
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// The text without comments and without what follows `#[cfg(test)]`, which may reach anywhere.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).expect("a source file");
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

#[test]
fn rooms_name_only_the_rooms_before_them() {
    let mut wrong = Vec::new();
    for (room, may) in MAY_NAME {
        for file in rust_files(&Path::new("src").join(room)) {
            for named in code(&file).split("crate::").skip(1) {
                let name: String = named.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                if name != room && !name.is_empty() && !may.contains(&name.as_str()) {
                    wrong.push(format!("{} names crate::{name}", file.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_room_stands_in_the_table_and_says_its_job() {
    for entry in fs::read_dir("src").expect("src").filter_map(Result::ok).filter(|entry| entry.path().is_dir()) {
        let room = entry.file_name().to_string_lossy().into_owned();
        assert!(MAY_NAME.iter().any(|(name, _)| *name == room), "the room '{room}' is not in the table");
        let text = fs::read_to_string(entry.path().join("mod.rs")).expect("every room has a mod.rs");
        assert!(
            text.starts_with("//! ") && text.contains("Place in the flow"),
            "src/{room}/mod.rs does not say its job"
        );
    }
}

#[test]
fn pure_rooms_know_no_file_environment_or_terminal() {
    let mut wrong = Vec::new();
    for room in PURE {
        for file in rust_files(&Path::new("src").join(room)) {
            let text = code(&file);
            wrong.extend(
                IMPURE
                    .iter()
                    .filter(|word| text.contains(**word))
                    .map(|word| format!("{} uses {word}", file.display())),
            );
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_screens_touch_no_files_and_no_environment() {
    for file in rust_files(Path::new("src/tui")) {
        let text = code(&file);
        for word in ["std::fs", "std::env", "toml::"] {
            assert!(!text.contains(word), "{} uses {word}", file.display());
        }
    }
}
