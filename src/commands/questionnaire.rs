//! The questionnaire full screen: gathers the surroundings, loads the data beside the first paint, carries out effects.

use super::config::{Settings, settings};
use super::keeper::{Keeper, sittings};
use super::{Ending, data, keep};
use crate::cli::{Data, Look, Walk};
use crate::content::shipped::shipped;
use crate::fit::Matcher;
use crate::model::Kit;
use crate::session::data_folder;
use crate::tui::terminal::Guard;
use crate::tui::theme::Choice;
use crate::tui::{App, Effect, Exit, Loaded, Surroundings};
use anyhow::{Context, Result, anyhow, bail};
use std::env;
use std::io::{IsTerminal, stdin, stdout};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::Duration;
use terminal_colorsaurus::{QueryOptions, ThemeMode, theme_mode};

/// So long a terminal may take to say whether its background is light.
const PATIENCE: Duration = Duration::from_millis(150);

/// Runs the questionnaire; the exit code comes back.
pub fn run(walk: Walk, look: Look, data: &Data) -> Result<Ending> {
    if !stdin().is_terminal() || !stdout().is_terminal() {
        bail!("this is not a terminal; 'careerfit plain' asks line by line and works with pipes");
    }
    let Settings { walk, look, keys } = settings(walk, look, data)?;
    let folder = data_folder("careerfit");
    let kept_in = folder.as_ref().map(|folder| folder.display().to_string()).unwrap_or_default();
    let folder = folder.map_err(|error| error.to_string());
    let own = own_kit(data)?;
    let around = Surroundings { keys, kept_in, ..surroundings(&look) };
    let (loaded, loading) = mpsc::channel();
    let mut app = App::new(around, loading).map_err(|error| anyhow!("{error}"))?;
    match &walk.session {
        Some(name) if !walk.new => app.ask(Effect::Open(name.clone())),
        _ if walk.new => app.ask(Effect::Begin),
        _ => {}
    }
    let mut keeper = Keeper::new(folder.clone(), walk);
    let mut guard = Guard::enter(look.mouse).context("cannot use this terminal full screen; try 'careerfit plain'")?;
    let painted = guard.draw(|buffer| app.draw(buffer));
    load(own, folder, loaded);
    let exit = painted.and_then(|()| crate::tui::run(&mut app, &mut keeper, &mut guard));
    drop(guard);
    let kept = keeper.settle();
    let Exit(code) = exit.context("the terminal cannot be read")?;
    kept?;
    Ok(Ending::from(code))
}

/// What the room is told about the world.
fn surroundings(look: &Look) -> Surroundings {
    let variable = |name: &str| env::var(name).unwrap_or_default();
    let lang = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().map(variable).find(|value| !value.is_empty());
    let no_color = !variable("NO_COLOR").is_empty();
    let theme = look.theme.as_deref().and_then(Choice::from_name).unwrap_or_default();
    let asks = theme == Choice::Auto && !no_color && !["dumb", "linux"].contains(&variable("TERM").as_str());
    Surroundings {
        no_color,
        term: variable("TERM"),
        lang: lang.unwrap_or_default(),
        colorterm: variable("COLORTERM"),
        now: keep::now,
        ascii: look.ascii,
        theme,
        light: asks.then(is_light).flatten(),
        keys: Vec::new(),
        kept_in: String::new(),
    }
}

/// Whether the background is light, if the terminal says so in time.
fn is_light() -> Option<bool> {
    let mut query = QueryOptions::default();
    query.timeout = PATIENCE;
    theme_mode(query).ok().map(|mode| mode == ThemeMode::Light)
}

/// A person's own files, read before anything is painted, so that their problems are shown on the main screen.
fn own_kit(data: &Data) -> Result<Option<Kit>> {
    let own = data.questionnaire.is_some() || data.catalogue.is_some() || data.add_catalogue.is_some();
    own.then(|| data::kit(data)).transpose()
}

/// Reads the data and the sessions of before, beside the screen. It begins after the first paint, so as not to take time
/// from it.
fn load(own: Option<Kit>, folder: Result<PathBuf, String>, loaded: Sender<Result<Loaded, String>>) {
    thread::spawn(move || {
        let (sittings, notes) = sittings(folder);
        let kit = own.map_or_else(|| shipped().map_err(|error| error.to_string()), Ok);
        let matcher = kit.map(|kit| Arc::new(Matcher::new(kit)));
        // the program may be gone before the data is there
        let _gone = loaded.send(matcher.map(|matcher| Loaded { matcher, sittings, notes }));
    });
}
