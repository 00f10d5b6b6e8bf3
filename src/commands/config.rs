//! The settings file: how the screen looks, which keys do what, the length of a new session.

use crate::cli::{Data, Look, Walk};
use crate::content::document::Document;
use crate::content::{Problems, Source};
use crate::model::Length;
use crate::tui::theme::Choice;
use anyhow::Result;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// The file's shape; every key may be left out.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Config {
    theme: Option<String>,
    ascii: Option<bool>,
    mouse: Option<bool>,
    length: Option<Length>,
    #[serde(default)]
    keys: BTreeMap<String, Vec<String>>,
}

/// Where the settings file lies when the command line does not say.
pub fn usual_place() -> Option<PathBuf> {
    use etcetera::BaseStrategy;
    let base = etcetera::choose_base_strategy().ok()?;
    Some(base.config_dir().join("careerfit").join("config.toml"))
}

/// What was asked for.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Which session, and how long.
    pub walk: Walk,
    /// How the screen looks.
    pub look: Look,
    /// Keys changed: config name and key names.
    pub keys: Vec<(String, Vec<String>)>,
}

/// The command line first, then the settings file, then the defaults.
pub fn settings(walk: Walk, look: Look, data: &Data) -> Result<Settings> {
    let place = data.config.clone().or_else(|| usual_place().filter(|place| place.is_file()));
    let config = place.map_or_else(|| Ok(Config::default()), |place| read(&super::data::source(&place)?))?;
    Ok(Settings {
        walk: Walk { length: walk.length.or(config.length), ..walk },
        look: Look {
            theme: look.theme.or(config.theme),
            ascii: look.ascii || config.ascii.unwrap_or_default(),
            mouse: look.mouse || config.mouse.unwrap_or_default(),
        },
        keys: config.keys.into_iter().collect(),
    })
}

fn read(source: &Source) -> Result<Config> {
    let mut problems = Problems::default();
    let config: Option<Config> = Document::parse(source, &mut problems).whole(&mut problems);
    let config = config.unwrap_or_default();
    if let Some(theme) = config.theme.as_deref().filter(|name| !Choice::ALL.iter().any(|(_, known)| known == name)) {
        let at = source.text.find(theme).unwrap_or_default();
        let known: Vec<&str> = Choice::ALL.iter().map(|(_, name)| *name).collect();
        problems.add(
            source,
            at..at + theme.len(),
            format!("unknown theme '{theme}'"),
            format!("use {}", known.join(", ")),
        );
    }
    Ok(problems.or(config)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_setting_is_read() {
        let text = "theme = \"dark\"\nascii = true\nmouse = true\nlength = \"quick\"\n[keys]\nback = [\"p\"]\n";
        let config = read(&Source::new("config.toml", text)).expect("a good file");
        assert_eq!(
            (config.theme.as_deref(), config.ascii, config.mouse, config.length),
            (Some("dark"), Some(true), Some(true), Some(Length::Quick))
        );
        assert_eq!(config.keys["back"], ["p"]);
    }

    #[test]
    fn an_unknown_key_and_an_unknown_theme_are_named_with_their_line() {
        for (text, said) in [("\ntheem = \"dark\"\n", "theem"), ("\ntheme = \"drak\"\n", "unknown theme 'drak'")] {
            let shown = read(&Source::new("config.toml", text)).expect_err("bad on purpose").to_string();
            assert!(shown.contains("config.toml:2") && shown.contains(said), "{shown}");
        }
    }

    #[test]
    fn the_settings_in_readme_are_all_of_them_and_the_defaults() {
        use crate::tui::keys::{Keys, Place, TABLE};
        let readme = include_str!("../../README.md");
        let (_, rest) = readme.split_once("## Settings").expect("the section");
        let (_, rest) = rest.split_once("```toml\n").expect("the sample");
        let sample = rest.split("```").next().expect("the sample");
        let config = read(&Source::new("README.md", sample)).expect("a good file");
        let theme = config.theme.as_deref().and_then(Choice::from_name);
        assert_eq!((theme, config.ascii, config.mouse), (Some(Choice::default()), Some(false), Some(false)));
        assert_eq!(config.length, None);
        let whole = sample.replace("# length", "length");
        assert_eq!(read(&Source::new("README.md", whole)).expect("a good file").length, Some(Length::Standard));
        let named = TABLE.iter().filter(|binding| !binding.is_fixed()).map(|binding| binding.config);
        let mut named: Vec<&str> = named.collect();
        named.sort_unstable();
        named.dedup();
        assert_eq!(config.keys.keys().map(String::as_str).collect::<Vec<_>>(), named);
        let changed = Keys::new(&config.keys.into_iter().collect::<Vec<_>>()).expect("good keys");
        let usual = Keys::new(&[]).expect("the table");
        for place in Place::ALL {
            let rows =
                |keys: &Keys| keys.on(place).map(|(row, keys)| format!("{} {keys:?}", row.help)).collect::<Vec<_>>();
            assert_eq!(rows(&changed), rows(&usual), "{place:?}");
        }
    }
}
