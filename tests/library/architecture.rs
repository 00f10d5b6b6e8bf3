//! Data flows one way: which module may name which, what the pure modules keep away from, and that no two files of a module
//! name each other in a circle.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Each module and the modules it may name.
const MAY_NAME: [(&str, &[&str]); 17] = [
    ("text", &[]),
    ("model", &[]),
    ("cli", &["model", "report"]),
    ("diagnostics", &["text"]),
    ("content", &["text", "model", "diagnostics"]),
    ("assess", &["model"]),
    ("search", &["text", "model"]),
    ("fit", &["model", "assess", "search"]),
    ("interview", &["model", "assess", "fit"]),
    ("session", &["text", "model", "diagnostics"]),
    ("own", &["model", "diagnostics", "content", "session"]),
    ("report", &["text", "model", "assess", "fit", "interview"]),
    ("tui", &["text", "model", "assess", "fit", "interview", "report", "search"]),
    ("plain", &["text", "model", "assess", "fit", "interview", "report", "search"]),
    ("import", &["model"]),
    ("audit", &["model", "assess", "fit", "interview"]),
    (
        "commands",
        &[
            "text",
            "model",
            "diagnostics",
            "content",
            "own",
            "assess",
            "fit",
            "interview",
            "session",
            "report",
            "search",
            "tui",
            "plain",
            "import",
            "audit",
            "cli",
        ],
    ),
];

/// Modules of the program, which the library is compiled without.
const PROGRAM: [&str; 6] = ["audit", "cli", "commands", "import", "plain", "tui"];

/// Crates that draw, read arguments or watch a terminal: nobody compiles them who uses the library alone.
const OF_THE_PROGRAM: [&str; 10] = [
    "anstream",
    "anyhow",
    "clap",
    "clap_complete",
    "clap_mangen",
    "crossterm",
    "ratatui",
    "signal-hook",
    "terminal-colorsaurus",
    "terminal_size",
];

/// Modules that know no file, no environment, no clock and no terminal.
const PURE: [&str; 9] = ["text", "model", "diagnostics", "search", "assess", "fit", "interview", "report", "audit"];

/// What a pure module does not use; `audit` may use threads, since it simulates many people.
const IMPURE: [&str; 9] =
    ["std::fs", "std::env", "std::io", "std::net", "std::process", "std::time", "std::thread", "ratatui", "crossterm"];

/// How often a name may be passed on from module to module; a module that passes on a name of its own ends there too.
const MAX_PASSED_ON: usize = 6;

/// A path as it is written, segment by segment.
type Segments = Vec<String>;

/// One file of the crate.
struct Unit {
    path: PathBuf,
    /// Its place in the crate, `fit::batch` as two names; `mod.rs` stands for its folder.
    module: Segments,
    /// Its text without comments and without what is compiled for tests only.
    code: String,
}

/// Every file of the crate but the program's entry and the build script.
fn units() -> Vec<Unit> {
    let mut paths = Vec::new();
    collect(Path::new("src"), &mut paths);
    paths.sort();

    let unit = |path: PathBuf| {
        let place = path.strip_prefix("src").expect("below src").with_extension("");
        let mut module: Segments = place.iter().map(|name| name.to_string_lossy().into_owned()).collect();
        if module.last().is_some_and(|name| name == "mod") {
            module.pop();
        }
        let code = without_tests(&fs::read_to_string(&path).expect("a source file"));
        Unit { path, module, code }
    };
    let is_part =
        |path: &PathBuf| !["src/main.rs", "src/build.rs", "src/lib.rs"].map(Path::new).contains(&path.as_path());
    paths.into_iter().filter(is_part).map(unit).collect()
}

fn collect(folder: &Path, into: &mut Vec<PathBuf>) {
    for path in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        if path.is_dir() {
            collect(&path, into);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            into.push(path);
        }
    }
}

/// The text without comments, and without every item under `#[cfg(test)]`, which may reach anywhere. An item ends at the
/// line that closes it, as far to the right as its attribute.
fn without_tests(text: &str) -> String {
    let mut kept = String::new();
    let mut lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    while let Some(line) = lines.next() {
        if line.trim() != "#[cfg(test)]" {
            kept.push_str(line.split(" // ").next().unwrap_or_default());
            kept.push('\n');
            continue;
        }
        let indent = &line[..line.len() - line.trim_start().len()];
        let ends = |line: &&str| {
            line.strip_prefix(indent).is_some_and(|rest| rest == "}" || rest.ends_with(';') && !rest.starts_with(' '))
        };
        lines.find(ends);
    }
    kept
}

/// The paths that a `use` names, with its groups taken apart: `a::{b, c::{self, d}}` is `a::b`, `a::c`, `a::c::d`.
fn expand(tree: &str) -> Vec<Segments> {
    let tree = tree.trim();
    let Some((before, rest)) = tree.split_once('{') else {
        let path = tree.split(" as ").next().unwrap_or_default();
        return vec![
            path.split("::")
                .map(|name| name.trim().to_string())
                .filter(|name| name != "self" && !name.is_empty())
                .collect(),
        ];
    };

    let prefix: Segments =
        before.split("::").map(str::trim).filter(|name| !name.is_empty()).map(str::to_string).collect();
    let inner = rest.rsplit_once('}').map_or(rest, |(inner, _)| inner);
    let parts = split_at_commas(inner);
    parts.iter().flat_map(|part| expand(part)).map(|path| prefix.iter().cloned().chain(path).collect()).collect()
}

fn split_at_commas(list: &str) -> Vec<String> {
    let (mut parts, mut depth) = (vec![String::new()], 0);
    for letter in list.chars() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if letter == ',' && depth == 0 {
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(letter);
        }
    }
    parts.retain(|part| !part.trim().is_empty());
    parts
}

/// The `use` items of a file: whether each is passed on (`pub use`), and the paths it names.
fn uses(code: &str) -> Vec<(bool, Vec<Segments>)> {
    let items = code.split(';').filter_map(|item| {
        let at = item.rfind("use ").filter(|at| item[..*at].chars().next_back().is_none_or(char::is_whitespace))?;
        let line = item[..at].lines().next_back().unwrap_or_default();
        let is_item = line.trim().is_empty() || line.trim_start().starts_with("pub");
        is_item.then(|| (line.contains("pub"), expand(&item[at + 4..])))
    });
    items.collect()
}

/// The paths in a file that begin with `crate`, `super` or `self`, outside its `use` items too.
fn inline_paths(code: &str) -> Vec<Segments> {
    let mut found = Vec::new();
    for start in ["crate::", "super::", "self::"] {
        for (at, _) in code.match_indices(start) {
            if code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':') {
                continue;
            }
            let path: String =
                code[at..].chars().take_while(|c| c.is_alphanumeric() || *c == '_' || *c == ':').collect();
            // a group of a `use` item, which is taken apart elsewhere
            if code[at + path.len()..].starts_with('{') {
                continue;
            }
            found.push(path.split("::").filter(|name| !name.is_empty()).map(str::to_string).collect());
        }
    }
    found
}

/// A path from the crate's root on, as seen from a file; none for one that leaves the crate.
fn absolute(path: &Segments, from: &Segments, is_file: &impl Fn(&[String]) -> bool) -> Option<Segments> {
    let first = path.first()?.as_str();
    let child: Segments = from.iter().cloned().chain(path.first().cloned()).collect();
    match first {
        "crate" => Some(path[1..].to_vec()),
        "self" => Some(from.iter().cloned().chain(path[1..].iter().cloned()).collect()),
        "super" => {
            let up = path.iter().take_while(|name| *name == "super").count();
            let stem = &from[..from.len().saturating_sub(up)];
            Some(stem.iter().cloned().chain(path[up..].iter().cloned()).collect())
        }
        _ => is_file(&child).then(|| from.iter().cloned().chain(path.iter().cloned()).collect()),
    }
}

/// For every file the files it names, by place; names that a `mod.rs` passes on lead to where they come from.
fn graph(units: &[Unit]) -> BTreeMap<Segments, BTreeSet<Segments>> {
    let files: BTreeSet<Segments> = units.iter().map(|unit| unit.module.clone()).collect();
    let is_file = |path: &[String]| files.contains(path);
    let mut passed_on: BTreeMap<Segments, Segments> = BTreeMap::new();
    let mut named: BTreeMap<Segments, Vec<Segments>> = BTreeMap::new();
    for unit in units {
        for (is_passed_on, paths) in uses(&unit.code) {
            for path in paths.iter().filter_map(|path| absolute(path, &unit.module, &is_file)) {
                if let Some(name) = path.last().filter(|_| is_passed_on) {
                    passed_on.insert(unit.module.iter().chain([name]).cloned().collect(), path);
                } else {
                    named.entry(unit.module.clone()).or_default().push(path);
                }
            }
        }
        let inline = inline_paths(&unit.code);
        let inline = inline.iter().filter_map(|path| absolute(path, &unit.module, &is_file));
        named.entry(unit.module.clone()).or_default().extend(inline);
    }

    let target = |path: &Segments| {
        let mut path = path.clone();
        for _ in 0..MAX_PASSED_ON {
            let prefixes = (1..=path.len()).rev();
            let Some((until, to)) =
                prefixes.map(|until| (until, passed_on.get(&path[..until]))).find(|(_, to)| to.is_some())
            else {
                break;
            };
            path = to.into_iter().flatten().cloned().chain(path[until..].iter().cloned()).collect();
        }
        (1..=path.len()).rev().map(|until| path[..until].to_vec()).find(|place| files.contains(place))
    };
    named
        .into_iter()
        .map(|(from, paths)| {
            // what a file holds for the files in its own folder is theirs too
            let to = paths.iter().filter_map(target).filter(|to| !from.starts_with(to));
            (from.clone(), to.collect())
        })
        .collect()
}

#[test]
fn modules_name_only_the_modules_before_them() {
    let units = units();
    let wrong: Vec<String> = graph(&units)
        .into_iter()
        .flat_map(|(from, to)| to.into_iter().map(move |to| (from.clone(), to)))
        .filter(|(from, to)| from[0] != to[0])
        .filter(|(from, to)| !MAY_NAME.iter().any(|(name, may)| *name == from[0] && may.contains(&to[0].as_str())))
        .map(|(from, to)| format!("{} names {}", from.join("::"), to.join("::")))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_module_stands_in_the_table_and_says_its_job() {
    for entry in fs::read_dir("src").expect("src").filter_map(Result::ok).filter(|entry| entry.path().is_dir()) {
        let module = entry.file_name().to_string_lossy().into_owned();
        assert!(MAY_NAME.iter().any(|(name, _)| *name == module), "the module '{module}' is not in the table");
        let text = fs::read_to_string(entry.path().join("mod.rs")).expect("every module has a mod.rs");
        assert!(
            text.starts_with("//! ") && text.contains("Place in the flow"),
            "src/{module}/mod.rs does not say its job"
        );
    }
}

/// The files below any of these modules that use something beginning with one of these paths.
fn users<'u>(units: &'u [Unit], modules: &[&str], outside: &'u [&str]) -> Vec<String> {
    let in_them = units.iter().filter(|unit| modules.contains(&unit.module[0].as_str()));
    in_them
        .flat_map(|unit| {
            let imported = uses(&unit.code).into_iter().flat_map(|(_, paths)| paths).map(|path| path.join("::"));
            let all: Vec<String> = imported.collect();
            let is_used = move |word: &&&str| {
                let begins = |path: &String| path == **word || path.starts_with(&format!("{word}::"));
                all.iter().any(begins) || unit.code.contains(&format!("{word}::"))
            };
            outside
                .iter()
                .filter(is_used)
                .map(|word| format!("{} uses {word}", unit.path.display()))
                .collect::<Vec<_>>()
        })
        .collect()
}

#[test]
fn pure_modules_know_no_file_environment_clock_or_terminal() {
    let units = units();
    let mut wrong = users(&units, &PURE, &IMPURE);
    wrong.retain(|said| !(said.starts_with("src/audit/") && said.ends_with("std::thread")));
    let compiled_in =
        units.iter().filter(|unit| PURE.contains(&unit.module[0].as_str()) && unit.code.contains("env!("));
    wrong.extend(compiled_in.map(|unit| format!("{} uses env!", unit.path.display())));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_record_is_rewritten_only_where_the_conversation_is_held_and_where_it_is_read() {
    let units = units();
    let outside = units.iter().filter(|unit| !["model", "interview", "session"].contains(&unit.module[0].as_str()));
    let wrong = outside.filter(|unit| unit.code.contains("mut SessionRecord"));
    let wrong: Vec<String> = wrong.map(|unit| unit.path.display().to_string()).collect();
    assert!(wrong.is_empty(), "a change is said with `interview::Change`: {}", wrong.join(", "));

    let interview = units.iter().filter(|unit| unit.module[0] == "interview");
    let handed_out: Vec<String> = interview
        .flat_map(|unit| unit.code.lines().filter(|line| line.contains("pub fn") && line.contains("mut SessionRecord")))
        .map(str::to_string)
        .collect();
    assert!(handed_out.is_empty(), "{handed_out:?}");
}

#[test]
fn the_screens_touch_no_files_and_no_environment() {
    let wrong = users(&units(), &["tui"], &["std::fs", "std::env", "std::net", "toml"]);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_library_is_compiled_without_the_program() {
    let root = fs::read_to_string("src/lib.rs").expect("the crate's root");
    let modules = root.lines().collect::<Vec<_>>();
    let is_of_the_program = |line: &str| line == r#"#[cfg(feature = "app")]"#;
    let of_the_program = modules.windows(2).filter(|pair| is_of_the_program(pair[0])).map(|pair| pair[1]);
    let declared = PROGRAM.map(|module| format!("pub mod {module};"));
    assert_eq!(of_the_program.collect::<Vec<_>>(), declared, "src/lib.rs and the modules of the program differ");

    let named = MAY_NAME.iter().filter(|(module, _)| !PROGRAM.contains(module));
    let wrong = named.flat_map(|(module, may)| may.iter().map(move |other| (module, other)));
    let wrong: Vec<_> = wrong.filter(|(_, other)| PROGRAM.contains(other)).collect();
    assert!(wrong.is_empty(), "the library cannot name the program: {wrong:?}");
}

#[test]
fn the_library_alone_needs_no_terminal_and_no_reader_of_arguments() {
    let text = fs::read_to_string("Cargo.toml").expect("Cargo.toml");
    let manifest: toml::Table = text.parse().expect("Cargo.toml is TOML");
    let on_unix = &manifest["target"]["cfg(unix)"]["dependencies"];
    let listed = [&manifest["dependencies"], on_unix].map(|table| table.as_table().expect("a table"));
    let needed_always: Vec<&str> = listed
        .iter()
        .flat_map(|table| table.iter())
        .filter(|(_, needed)| needed.get("optional").and_then(toml::Value::as_bool) != Some(true))
        .map(|(name, _)| name.as_str())
        .filter(|name| OF_THE_PROGRAM.contains(name))
        .collect();
    assert!(needed_always.is_empty(), "compiled with the library too: {needed_always:?}");

    let library: Vec<String> = units()
        .iter()
        .filter(|unit| !PROGRAM.contains(&unit.module[0].as_str()))
        .map(|unit| unit.code.clone())
        .collect();
    for name in OF_THE_PROGRAM {
        assert!(listed.iter().any(|table| table.contains_key(name)), "'{name}' is no dependency any more");
        let path = format!("{}::", name.replace('-', "_"));
        assert!(!library.iter().any(|code| code.contains(&path)), "the library uses {path}");
    }
    let default = manifest["features"]["default"].as_array().expect("a list");
    assert_eq!(default, &[toml::Value::from("app")], "'cargo run' starts the program without a flag");
}

/// Files that can be reached from a file by following what is named, one step at least.
fn reached(from: &Segments, graph: &BTreeMap<Segments, BTreeSet<Segments>>) -> BTreeSet<Segments> {
    let mut found = BTreeSet::new();
    let mut open: Vec<&Segments> = graph.get(from).into_iter().flatten().collect();
    while let Some(next) = open.pop() {
        if found.insert(next.clone()) {
            open.extend(graph.get(next).into_iter().flatten());
        }
    }
    found
}

#[test]
fn no_files_name_each_other_in_a_circle() {
    let graph = graph(&units());
    let in_a_circle: Vec<String> = graph
        .keys()
        .filter(|file| reached(file, &graph).contains(*file))
        .map(|file| {
            let back = graph[file].iter().filter(|to| reached(to, &graph).contains(file)).map(|to| to.join("::"));
            format!("{} names {}", file.join("::"), back.collect::<Vec<_>>().join(", "))
        })
        .collect();
    assert!(in_a_circle.is_empty(), "{}", in_a_circle.join("\n"));
}

#[test]
fn what_the_table_is_held_against_is_seen() {
    let code = "use crate::{session, tui as screens};\nuse std::{fs, io::{self, Write}};\npub use child::Thing;\n";
    let paths: Vec<String> = uses(code).into_iter().flat_map(|(_, paths)| paths).map(|path| path.join("::")).collect();
    assert_eq!(paths, ["crate::session", "crate::tui", "std::fs", "std::io", "std::io::Write", "child::Thing"]);
    let tested = "fn a() {}\n#[cfg(test)]\nmod tests {\n    use std::fs;\n}\nfn b() { crate::tui::c(); }\n";
    assert_eq!(without_tests(tested), "fn a() {}\nfn b() { crate::tui::c(); }\n");
    assert_eq!(inline_paths(&without_tests(tested)), [["crate", "tui", "c"]]);
}
