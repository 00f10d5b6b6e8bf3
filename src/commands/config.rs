//! The settings file: how the screen looks, which keys do what, the length of a new session; and `careerfit config`.

use super::ExitStatus;
use super::output::{print, say};
use crate::cli::{Listing, Look, SettingsFile, Walk, read_switch};
use crate::diagnostics::document::Document;
use crate::diagnostics::shape::{Named, Text};
use crate::diagnostics::{Problems, Source, is_stand_in, suggest};
use crate::model::Length;
use crate::tui::keys::{Key, Keys, TABLE, Unusable};
use crate::tui::theme::Choice;
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde_json::json;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::PathBuf;

/// Every setting with its default.
const SAMPLE: &str = include_str!("../../data/settings.toml");

/// The file's shape; every key may be left out.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Config {
    theme: Option<Text>,
    ascii: Option<bool>,
    mouse: Option<bool>,
    length: Option<Length>,
    #[serde(default)]
    keys: Named<Vec<Text>>,
}

/// What was asked for.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Which session, and how long where the command line says so: that counts for a session that is there as well.
    pub walk: Walk,
    /// How long a new session is, by the command line or else the settings; asked where neither says so.
    pub new_length: Option<Length>,
    /// Colours of the full screen.
    pub theme: Choice,
    /// Whether to draw with ASCII characters only.
    pub ascii: bool,
    /// Whether the mouse clicks and scrolls.
    pub mouse: bool,
    /// Keys changed: config name and key names.
    pub keys: Vec<(String, Vec<String>)>,
}

/// Where the settings file lies when the command line does not say.
pub fn find_usual_place() -> Option<PathBuf> {
    use etcetera::BaseStrategy;
    let base = etcetera::choose_base_strategy().ok()?;
    Some(base.config_dir().join("careerfit").join("config.toml")).filter(|place| place.is_absolute())
}

/// The settings file that counts, if one does: the one named, or the usual one.
pub fn find_place(file: &SettingsFile) -> Option<PathBuf> {
    if file.no_config { None } else { file.config.clone().or_else(find_usual_place) }
}

/// The command line first, then the settings file, then the defaults.
///
/// # Errors
/// The settings file cannot be read, or has mistakes, each with its line.
pub fn read_settings(walk: Walk, look: &Look, file: &SettingsFile) -> Result<Settings> {
    let place = find_place(file).filter(|place| file.config.is_some() || place.is_file());
    let config = place.map_or_else(|| Ok(Config::default()), |place| read_config(&crate::own::read_source(&place)?))?;

    let theme = look.theme.as_deref().or(config.theme.as_ref().map(|theme| theme.get_ref().as_str()));
    let new_length = if walk.choose_length { None } else { walk.length.or(config.length) };

    Ok(Settings {
        theme: theme.and_then(Choice::from_name).unwrap_or_default(),
        ascii: read_switch(look.ascii, look.no_ascii).or(config.ascii).unwrap_or_default(),
        mouse: read_switch(look.mouse, look.no_mouse).or(config.mouse).unwrap_or_default(),
        keys: list_changed_keys(&config.keys),
        walk,
        new_length,
    })
}

/// The same for the front ends that read lines: they take the length from it, and its problems end them too.
///
/// # Errors
/// Those of [`read_settings`].
pub fn read_walk_settings(walk: Walk, file: &SettingsFile) -> Result<Settings> {
    read_settings(walk, &Look::default(), file)
}

/// Prints the settings in force, or starts a file.
///
/// # Errors
/// Those of [`read_settings`]; with `init`, a settings file is there already or cannot be written.
pub fn run(init: bool, format: Listing, file: &SettingsFile) -> Result<ExitStatus> {
    if init {
        return start_file(file);
    }

    let found = read_settings(Walk::default(), &Look::default(), file)?;
    let text = match format {
        Listing::Text => as_toml(&found, file),
        Listing::Json => crate::report::escape_json(as_json(&found, file).to_string()) + "\n",
    };

    print(&text)?;
    Ok(ExitStatus::Done)
}

/// Writes a file in which every setting is a comment.
fn start_file(file: &SettingsFile) -> Result<ExitStatus> {
    let Some(path) = find_place(file) else {
        let why = if file.no_config {
            "--no-config leaves no settings file to start"
        } else {
            "no folder for settings is known"
        };
        bail!("{why}; name one with --config FILE");
    };

    let shown = path.display();
    let cannot = || format!("cannot write {shown}");
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(cannot)?;
    }

    let file = fs::OpenOptions::new().write(true).create_new(true).open(&path);
    if file.as_ref().is_err_and(|error| error.kind() == std::io::ErrorKind::AlreadyExists) {
        bail!("{shown} is there already; change it with an editor, or move it away first");
    }

    file.with_context(cannot)?.write_all(comment_out(SAMPLE).as_bytes()).with_context(cannot)?;
    say(&format!("Written: {shown}. Every setting in it is a comment; take the '# ' away from those you change."));
    Ok(ExitStatus::Done)
}

/// The sample with every setting as a comment.
fn comment_out(sample: &str) -> String {
    let is_setting = |line: &str| line.contains(" = ") && !line.starts_with('#');
    sample.lines().map(|line| if is_setting(line) { format!("# {line}\n") } else { format!("{line}\n") }).collect()
}

fn as_toml(found: &Settings, file: &SettingsFile) -> String {
    let place = match find_place(file) {
        Some(place) if place.is_file() => format!("# from {}", place.display()),
        Some(place) => format!("# the defaults; 'careerfit config --init' starts {}", place.display()),
        None => "# the defaults; no settings file is read".to_string(),
    };
    let length = found.new_length.map_or("# length is asked".to_string(), |l| format!("length = \"{}\"", l.name()));

    let mut text = format!(
        "{place}\ntheme = \"{}\"\nascii = {}\nmouse = {}\n{length}\n\n[keys]\n",
        found.theme.name(),
        found.ascii,
        found.mouse
    );

    for (name, keys) in list_keys_in_force(found) {
        let keys: Vec<String> = keys.iter().map(|key| format!("{key:?}")).collect();
        let _ = writeln!(text, "{name} = [{}]", keys.join(", "));
    }
    text
}

fn as_json(found: &Settings, file: &SettingsFile) -> serde_json::Value {
    let keys: serde_json::Map<_, _> =
        list_keys_in_force(found).into_iter().map(|(name, keys)| (name, keys.into())).collect();
    let place = find_place(file);
    json!({
        "version": 1,
        "file": place.as_ref().map(|place| place.display().to_string()),
        "is_there": place.is_some_and(|place| place.is_file()),
        "theme": found.theme.name(),
        "ascii": found.ascii,
        "mouse": found.mouse,
        "length": found.new_length.map(Length::name),
        "keys": keys,
    })
}

/// Every action that can have other keys, with those it has.
fn list_keys_in_force(found: &Settings) -> Vec<(String, Vec<String>)> {
    let mut all: Vec<(String, Vec<String>)> = Vec::new();
    for binding in TABLE.iter().filter(|binding| !binding.is_fixed()) {
        let own = found.keys.iter().find(|(name, _)| name == binding.config).map(|(_, keys)| keys.clone());
        let keys = own.unwrap_or_else(|| binding.keys.iter().map(ToString::to_string).collect());

        match all.iter_mut().find(|(name, _)| name == binding.config) {
            Some((_, so_far)) => {
                let more: Vec<String> = keys.into_iter().filter(|key| !so_far.contains(key)).collect();
                so_far.extend(more);
            }
            None => all.push((binding.config.to_string(), keys)),
        }
    }
    all
}

fn list_changed_keys(keys: &Named<Vec<Text>>) -> Vec<(String, Vec<String>)> {
    let names = |keys: &[Text]| keys.iter().map(|key| key.get_ref().clone()).collect();
    keys.0.iter().map(|(name, keys)| (name.get_ref().clone(), names(keys.get_ref()))).collect()
}

fn read_config(source: &Source) -> Result<Config> {
    let mut problems = Problems::default();
    let document = Document::parse(source, &mut problems);
    if !problems.is_empty() {
        // of a file that is no TOML there are no values to look at
        return Ok(problems.or(Config::default())?);
    }
    let config: Config = document.read_whole(&mut problems).unwrap_or_default();

    let theme = config.theme.as_ref().filter(|theme| !is_stand_in(&theme.span()));
    if let Some(theme) = theme.filter(|theme| Choice::from_name(theme.get_ref()).is_none()) {
        let known = Choice::ALL.map(|(_, name)| name);
        let near = suggest(theme.get_ref(), known.into_iter()).map(|near| format!("did you mean '{near}'?"));
        let what = format!("unknown theme '{}'", theme.get_ref());
        problems.add(source, theme.span(), what, near.unwrap_or_else(|| format!("use {}", known.join(", "))));
    }

    check_keys(source, &config.keys, &mut problems);
    Ok(problems.or(config)?)
}

/// Notes actions that are not there, keys that are none, and a key that would mean two things.
fn check_keys(source: &Source, keys: &Named<Vec<Text>>, problems: &mut Problems) {
    let names = || TABLE.iter().filter(|binding| !binding.is_fixed()).map(|binding| binding.config);
    for (name, own) in &keys.0 {
        if !names().any(|known| known == name.get_ref()) {
            let near = suggest(name.get_ref(), names()).map(|near| format!("did you mean '{near}'?"));
            let remedy = near.unwrap_or_else(|| "'careerfit config' prints all names".to_string());
            problems.add(source, name.span(), format!("there is no action '{}'", name.get_ref()), remedy);
        }

        // what stands in for a value that is of no use was reported with it
        if is_stand_in(&own.span()) {
            continue;
        }

        let is_no_key = |key: &&Text| !is_stand_in(&key.span()) && Key::from_name(key.get_ref()).is_none();
        for key in own.get_ref().iter().filter(is_no_key) {
            let remedy = "write a character ('x'), 'ctrl-x', or a name such as 'up', 'pagedown', 'enter', 'space'";
            problems.add(source, key.span(), format!("'{}' is no key", key.get_ref()), remedy);
        }

        if own.get_ref().is_empty() {
            problems.add(source, own.span(), format!("'{}' has no key", name.get_ref()), "give it at least one");
        }
    }

    for clash in Keys::find_clashes(&list_changed_keys(keys)) {
        let Unusable::Twice(key, one, other) = clash else { continue };
        let is_meant = |name: &Text| *name.get_ref() == one || *name.get_ref() == other;
        let span = keys.0.iter().find(|(name, _)| is_meant(name)).map_or(0..0, |(_, own)| own.span());
        if one == other {
            problems.add(source, span, format!("'{key}' is there twice for '{one}'"), "take one of them out");
            continue;
        }

        let what = format!("'{key}' means '{one}' and '{other}' on the same screen");
        problems.add(source, span, what, "give one of them another key");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_setting_is_read() {
        let text = "theme = \"dark\"\nascii = true\nmouse = true\nlength = \"quick\"\n[keys]\nback = [\"z\"]\n";
        let config = read_config(&Source::new("config.toml", text)).expect("a good file");
        let theme = config.theme.as_ref().map(|theme| theme.get_ref().as_str());

        assert_eq!(
            (theme, config.ascii, config.mouse, config.length),
            (Some("dark"), Some(true), Some(true), Some(Length::Quick))
        );
        assert_eq!(list_changed_keys(&config.keys), [("back".to_string(), vec!["z".to_string()])]);
    }

    #[test]
    fn every_mistake_is_named_with_its_line_and_what_was_meant() {
        let cases = [
            ("\ntheem = \"dark\"\n", "theem", "did you mean 'theme'?"),
            ("\ntheme = \"drak\"\n", "unknown theme 'drak'", "did you mean 'dark'?"),
            ("[keys]\nacept = [\"x\"]\n", "no action 'acept'", "did you mean 'accept'?"),
            ("[keys]\nskip = [\"xx\"]\n", "'xx' is no key", "'ctrl-x'"),
            ("[keys]\nskip = []\n", "'skip' has no key", "at least one"),
            ("[keys]\nskip = [\"u\"]\n", "'u' means 'skip' and 'undo'", "another key"),
        ];

        for (text, what, remedy) in cases {
            let shown = read_config(&Source::new("config.toml", text)).expect_err("bad on purpose").to_string();
            assert!(shown.contains("config.toml:2") && shown.contains(what) && shown.contains(remedy), "{shown}");
        }
    }

    #[test]
    fn all_keys_that_clash_are_named_at_once_and_a_broken_file_has_no_values_to_blame() {
        let text = "[keys]\nstart = [\"f\"]\nquit = [\"1\"]\nhelp = [\"ctrl-c\"]\n";
        let shown = read_config(&Source::new("config.toml", text)).expect_err("bad on purpose").to_string();
        for (line, key) in [(2, "'f' means"), (3, "'1' means"), (4, "'ctrl-c' means")] {
            assert!(shown.contains(&format!("config.toml:{line}")) && shown.contains(key), "{key}: {shown}");
        }

        let text = "theme = \"drak\"\n[keys]\nup = [\"ctrl-c\"]\nkeep = [\"n\"]\nquit = [\"1\"]\naccept = []\n\
                    skip = [\"b\", \"b\"]\nundo = [\"xx\"]\nnotice = [\"x\"]\nhelp = [\"H\", \"H\"]\n";
        let shown = read_config(&Source::new("config.toml", text)).expect_err("bad on purpose").to_string();
        for line in (1..=10).filter(|line| *line != 2) {
            assert!(shown.contains(&format!("config.toml:{line}:")), "line {line}: {shown}");
        }
        assert!(shown.contains("'H' is there twice for 'help'"), "{shown}");

        for text in ["theme = \n[keys]\nskip = [\"u\"]\n", "theme = 3\n"] {
            let shown = read_config(&Source::new("config.toml", text)).expect_err("bad on purpose").to_string();
            assert!(!shown.contains("unknown theme") && !shown.contains("means"), "{shown}");
        }
    }

    /// The settings that a file may have, as its shape tells them to whoever writes another.
    fn list_known() -> BTreeSet<String> {
        let refused = toml::from_str::<Config>("no-such-setting = 1").expect_err("it is none").to_string();
        let (_, expected) = refused.split_once("expected").expect("what may stand there");
        expected.split('`').skip(1).step_by(2).map(str::to_string).collect()
    }

    #[test]
    fn every_setting_stands_in_the_sample_the_printed_settings_their_json_and_its_schema() {
        let names = |text: &str| -> BTreeSet<String> {
            let lines = text.lines().map(|line| line.trim_start_matches("# "));
            let named = lines.map_while(|line| (!line.starts_with("[keys]")).then_some(line));
            let named = named.filter_map(|line| line.split_once(" = ").or_else(|| line.split_once(" is asked")));
            named.map(|(name, _)| name.to_string()).chain(["keys".to_string()]).collect()
        };
        assert!(list_known().len() > 4, "{:?}", list_known());
        assert_eq!(names(SAMPLE), list_known(), "data/settings.toml");

        let found = read_settings(
            Walk::default(),
            &Look::default(),
            &SettingsFile { no_config: true, ..SettingsFile::default() },
        );
        let (found, file) = (found.expect("the defaults"), SettingsFile::default());
        let printed = as_toml(&found, &file).replace("# length is asked", "length is asked");
        assert_eq!(names(&printed), list_known(), "careerfit config: {printed}");

        let schema: serde_json::Value =
            serde_json::from_str(include_str!("../../data/schemas/config.schema.json")).expect("JSON");
        for (of, value) in [("--format json", &as_json(&found, &file)), ("its schema", &schema["properties"])] {
            let names: BTreeSet<String> = value.as_object().expect("an object").keys().cloned().collect();
            let about_the_file = ["version", "file", "is_there"].map(str::to_string).into();
            let settings: BTreeSet<String> = names.difference(&about_the_file).cloned().collect();
            assert_eq!(settings, list_known(), "{of}");
        }
    }

    #[test]
    fn a_started_file_changes_nothing_and_holds_every_setting() {
        let text = comment_out(SAMPLE);
        let config = read_config(&Source::new("config.toml", text.clone())).expect("a good file");
        assert!(config.theme.is_none() && config.ascii.is_none() && config.keys.0.is_empty(), "{text}");

        let whole: String =
            text.lines().map(|line| line.strip_prefix("# ").unwrap_or(line).to_string() + "\n").collect();
        assert!(whole.contains("theme = \"auto\"") && whole.contains("quit = [\"q\"]"), "{whole}");
    }

    #[test]
    fn a_flag_switches_off_what_the_settings_switch_on() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("config.toml");
        fs::write(&path, "ascii = true\nmouse = true\nlength = \"quick\"\n").expect("written");
        let file = SettingsFile { config: Some(path), ..SettingsFile::default() };
        let read = |walk: Walk, look: &Look| read_settings(walk, look, &file).expect("settings");

        let on = read(Walk::default(), &Look::default());
        assert_eq!((on.ascii, on.mouse, on.new_length), (true, true, Some(Length::Quick)));

        let walk = Walk { choose_length: true, ..Walk::default() };
        let off = read(walk, &Look { no_ascii: true, no_mouse: true, ..Look::default() });
        assert_eq!((off.ascii, off.mouse, off.new_length), (false, false, None));
    }

    #[test]
    fn the_settings_in_the_documents_are_all_of_them_and_the_defaults() {
        use crate::tui::keys::KeyScope;

        let page = include_str!("../../docs/settings.md");
        let (_, rest) = page.split_once("# Settings").expect("the section");
        let (_, rest) = rest.split_once("```toml\n").expect("the sample");
        let sample = rest.split("```").next().expect("the sample");
        assert_eq!(sample, SAMPLE, "docs/settings.md shows data/settings.toml");

        let config = read_config(&Source::new("docs/settings.md", sample)).expect("a good file");
        let theme = config.theme.as_ref().and_then(|theme| Choice::from_name(theme.get_ref()));
        assert_eq!((theme, config.ascii, config.mouse), (Some(Choice::default()), Some(false), Some(false)));
        assert_eq!(config.length, None);

        let whole = sample.replace("# length", "length");
        assert_eq!(
            read_config(&Source::new("docs/settings.md", whole)).expect("a good file").length,
            Some(Length::Standard)
        );

        let named = TABLE.iter().filter(|binding| !binding.is_fixed()).map(|binding| binding.config);
        let mut named: Vec<&str> = named.collect();
        named.sort_unstable();
        named.dedup();
        let own = list_changed_keys(&config.keys);
        let listed: Vec<&str> = own.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(
            listed, named,
            "data/settings.toml, which docs/settings.md repeats, has a line for every key of the table"
        );

        let changed = Keys::new(&own).expect("good keys");
        let usual = Keys::new(&[]).expect("the table");
        for place in KeyScope::ALL {
            let rows = |keys: &Keys| {
                keys.list_bindings(place).map(|(row, keys)| format!("{} {keys:?}", row.help)).collect::<Vec<_>>()
            };
            assert_eq!(rows(&changed), rows(&usual), "{place:?}");
        }
    }
}
