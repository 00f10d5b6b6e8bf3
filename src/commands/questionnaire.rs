//! The questionnaire full screen: gathers the surroundings, loads the data beside the first paint, carries out effects.

use super::config::{Settings, read_settings};
use super::effects::SessionEffects;
use super::offered::offer_sessions;
use super::output::{complain, say};
use super::{ExitStatus, load, sessions_io};
use crate::cli::{Data, Look, SettingsFile, Walk};
use crate::content::shipped::{SHIPPED_ID, load_shipped};
use crate::fit::Matcher;
use crate::model::Dataset;
use crate::session::find_data_folder;
use crate::tui::terminal::{self, Guard};
use crate::tui::theme::Choice;
use crate::tui::{App, Effect, Environment, Exit, Read};
use anyhow::{Context, Result, anyhow, bail};
use std::env;
use std::io::{IsTerminal, stdin, stdout};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;
use terminal_colorsaurus::{QueryOptions, ThemeMode, theme_mode};

/// So long a terminal may take to say whether its background is light.
const MAX_WAIT_FOR_COLOURS: Duration = Duration::from_millis(150);

/// So long the first paint waits for the sessions of before; on a slow disk they come after it.
const MAX_WAIT_FOR_SESSIONS: Duration = Duration::from_millis(3);

/// So long a digit must have been let go before it counts for the next question: auto-repeat is faster, people are not.
const QUIET: Duration = Duration::from_millis(150);

/// Runs the questionnaire; the exit code comes back.
///
/// # Errors
/// This is no terminal, the settings or own data have mistakes, or the terminal cannot be used.
pub fn run(walk: Walk, look: &Look, file: &SettingsFile, data: &Data) -> Result<ExitStatus> {
    if !stdin().is_terminal() || !stdout().is_terminal() {
        bail!("this is not a terminal; 'careerfit plain' asks line by line and works with pipes");
    }

    let settings = read_settings(walk, look, file)?;
    let folder = find_data_folder("careerfit");
    let kept_in = folder.as_ref().map(|folder| folder.display().to_string()).unwrap_or_default();
    let folder = folder.map_err(|error| error.to_string());
    let own = load_own_kit(data)?;

    let environment = Environment { keys: settings.keys.clone(), kept_in, ..read_environment(&settings) };
    let (read, loading) = mpsc::channel();
    let asked = own.as_ref().map_or(SHIPPED_ID.to_string(), |own| own.questionnaire.id.clone());
    let offered = read_sessions(folder.clone(), asked, read.clone());
    let mut app = App::new(environment, loading).map_err(|error| anyhow!("{error}"))?;

    let walk = settings.walk;
    match &walk.session {
        Some(name) if !walk.new => app.ask(Effect::Open(name.clone())),
        _ if walk.new => app.ask(Effect::Begin),
        _ => {}
    }

    let mut effects = SessionEffects::new(folder.clone(), walk, settings.new_length);
    // elsewhere than on Unix the system tells it unasked, and a bare console would print the question
    let held = cfg!(unix) && env::var_os("TERM").is_none_or(|term| term != "linux");
    let mut guard =
        Guard::enter(settings.mouse, held).context("cannot use this terminal full screen; try 'careerfit plain'")?;

    app.wait_for_sessions(MAX_WAIT_FOR_SESSIONS);
    let painted = guard.draw(|buffer| app.draw(buffer));
    read_data(own, offered, read);
    let exit = painted.and_then(|()| crate::tui::run(&mut app, &mut effects, &mut guard));
    // before anything is said, which has to stand on the main screen
    drop(guard);

    let (said, lost) = effects.farewell();
    if let Some(said) = said {
        if lost { complain(&said) } else { say(&said) }
    }
    // a disk that did not take the answers may never answer, and must not hold up the end
    if lost {
        effects.abandon();
    }

    // not before: a terminal that cannot be read must not swallow what is said of the answers
    let Exit(code) = exit.context("the terminal cannot be read")?;
    Ok(if lost && code == 0 { ExitStatus::Failed } else { ExitStatus::from(code) })
}

/// What the screens are told about the world.
fn read_environment(settings: &Settings) -> Environment {
    let variable = |name: &str| env::var(name).unwrap_or_default();
    let lang = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().map(variable).find(|value| !value.is_empty());
    let no_color = !variable("NO_COLOR").is_empty();
    let theme = settings.theme;
    let asks = theme == Choice::Auto && !no_color && !["dumb", "linux"].contains(&variable("TERM").as_str());

    Environment {
        no_color,
        term: variable("TERM"),
        lang: lang.unwrap_or_default(),
        colorterm: variable("COLORTERM"),
        now: sessions_io::now,
        ascii: settings.ascii,
        theme,
        light: asks.then(is_light).flatten(),
        keys: Vec::new(),
        kept_in: String::new(),
        quiet: QUIET,
    }
}

/// Whether the background is light, if the terminal says so in time.
fn is_light() -> Option<bool> {
    let mut query = QueryOptions::default();
    query.timeout = MAX_WAIT_FOR_COLOURS;
    let answer = terminal::query(|| theme_mode(query)).ok()?;
    answer.ok().map(|mode| mode == ThemeMode::Light)
}

/// A person's own files, read before anything is painted, so that their problems are shown on the main screen.
fn load_own_kit(data: &Data) -> Result<Option<Dataset>> {
    let Data { questions, careers } = data;
    let own = questions.questionnaire.is_some() || careers.catalogue.is_some() || careers.add_catalogue.is_some();
    own.then(|| load::load_dataset(data)).transpose()
}

/// Reads the sessions of before, those of the questionnaire with this id first, while the terminal is got ready.
fn read_sessions(folder: Result<PathBuf, String>, asked: String, read: Sender<Result<Read, String>>) -> JoinHandle<()> {
    thread::spawn(move || {
        let (sessions, notes) = offer_sessions(folder, &asked);
        // the program may be gone by now
        let _gone = read.send(Ok(Read::Sessions(sessions, notes)));
    })
}

/// Reads the data, which is told of after the sessions of before. It begins after the first paint, so as not to take time
/// from it.
fn read_data(own: Option<Dataset>, offered: JoinHandle<()>, read: Sender<Result<Read, String>>) {
    thread::spawn(move || {
        let dataset = own.map_or_else(|| load_shipped().map_err(|error| error.to_string()), Ok);
        let matcher = dataset.map(|dataset| Arc::new(Matcher::new(dataset).with_language(load::find_language())));
        let _offered = offered.join();
        let _gone = read.send(matcher.map(Read::Data));
    });
}
