//! The questionnaire full screen: gathers the surroundings, loads the data beside the first paint, carries out effects.

use super::data::kit;
use super::keeper::{Keeper, sittings};
use crate::cli::Data;
use crate::content::shipped::shipped;
use crate::fit::Matcher;
use crate::model::{Kit, Length};
use crate::session::data_folder;
use crate::tui::terminal::Guard;
use crate::tui::theme::Choice;
use crate::tui::{App, Effect, Exit, Loaded, Loading, Surroundings, run};
use anyhow::{Context, Result};
use std::env;
use std::io::{IsTerminal, stdin, stdout};
use std::path::PathBuf;
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use terminal_colorsaurus::{QueryOptions, ThemeMode, theme_mode};

/// So long a terminal may take to say whether its background is light.
const PATIENCE: Duration = Duration::from_millis(150);

/// What was asked for on the command line or in the config.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The length of a new session; asked on screen where it is not given.
    pub length: Option<Length>,
    /// Name of the session to go on with.
    pub session: Option<String>,
    /// Whether to begin a new session at once.
    pub new: bool,
    /// The theme.
    pub theme: Choice,
    /// Whether to show ASCII only.
    pub ascii: bool,
    /// Keys changed in the config: config name and key names.
    pub keys: Vec<(String, Vec<String>)>,
    /// What is asked and ranked.
    pub data: Data,
}

/// Runs the questionnaire; the exit code comes back.
pub fn questionnaire(options: Options) -> Result<u8> {
    if !stdin().is_terminal() || !stdout().is_terminal() {
        eprintln!("careerfit: this is not a terminal; 'careerfit plain' asks line by line and works with pipes");
        return Ok(2);
    }
    let folder = data_folder("careerfit");
    let kept_in = folder.as_ref().map(|folder| folder.display().to_string()).unwrap_or_default();
    let folder = folder.map_err(|error| error.to_string());
    let own = options.data.catalogue.is_some() || options.data.questionnaire.is_some();
    // a person's own files are read before the screen opens, so that their problems are shown in full
    let kit = if own { Some(kit(&options.data)?) } else { None };
    let loading = load(kit, folder.clone());
    let around = Surroundings { kept_in, ..surroundings(&options) };
    let mut app = App::new(around, loading).map_err(|error| anyhow::anyhow!("{error}"))?;
    let mut keeper = Keeper::new(folder, options.length);
    match options.session {
        Some(name) => app.ask(Effect::Open(name)),
        None if options.new => app.ask(Effect::Begin),
        None => {}
    }
    let mut guard = Guard::enter().context("cannot use this terminal full screen; try 'careerfit plain'")?;
    let exit = run(&mut app, &mut keeper, &mut guard);
    drop(guard);
    let kept = keeper.settle();
    let Exit(code) = exit.context("the terminal cannot be read")?;
    kept?;
    Ok(code)
}

/// What the room is told about the world.
fn surroundings(options: &Options) -> Surroundings {
    let variable = |name: &str| env::var(name).unwrap_or_default();
    let lang = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().map(variable).find(|value| !value.is_empty());
    let no_color = !variable("NO_COLOR").is_empty();
    let asks = options.theme == Choice::Auto && !no_color && !["dumb", "linux"].contains(&variable("TERM").as_str());
    Surroundings {
        no_color,
        term: variable("TERM"),
        lang: lang.unwrap_or_default(),
        colorterm: variable("COLORTERM"),
        now: || SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |passed| passed.as_secs()),
        ascii: options.ascii,
        theme: options.theme,
        light: asks.then(is_light).flatten(),
        keys: options.keys.clone(),
        kept_in: String::new(),
    }
}

/// Whether the background is light, if the terminal says so in time.
fn is_light() -> Option<bool> {
    let mut query = QueryOptions::default();
    query.timeout = PATIENCE;
    theme_mode(query).ok().map(|mode| mode == ThemeMode::Light)
}

/// Reads the shipped data and the sessions of before, beside the first paint.
fn load(own: Option<Kit>, folder: Result<PathBuf, String>) -> Loading {
    let (send, receive) = mpsc::channel();
    thread::spawn(move || {
        let kit = own.map_or_else(|| shipped().map_err(|error| error.to_string()), Ok);
        let loaded = kit.map(|kit| {
            let matcher = Arc::new(Matcher::new(kit));
            let (sittings, notes) = sittings(folder);
            Loaded { matcher, sittings, notes }
        });
        // the program may be gone before the data is there
        let _gone = send.send(loaded);
    });
    receive
}
